"""Choosing somebody from a list, found by a number or a name."""

from __future__ import annotations

from rounds.ui.screens.dialogs.choose_person import ChoosePersonDialog, PersonChoice
from rounds.ui.widgets.people_list import PeopleList
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, laptop


def offered(host: Laptop) -> list[str]:
    return [row.key for row in host.app.screen.query_one(PeopleList).lines]


def choose(host: Laptop) -> list[PersonChoice | None]:
    """Ask for somebody beside Person 01; return where the answer will be."""
    answers: list[PersonChoice | None] = []
    host.app.push_screen(
        ChoosePersonDialog("Who?", host.session.event, excluded="Person 01"), answers.append
    )
    return answers


async def test_nobody_is_offered_as_a_partner_of_themselves() -> None:
    async with laptop(an_event(4)) as host:
        choose(host)
        await host.settle()

        assert offered(host) == ["Person 02", "Person 03", "Person 04"]


async def test_a_number_and_enter_choose_somebody() -> None:
    async with laptop(an_event(4)) as host:
        answers = choose(host)
        await host.settle()
        await host.press("3", "enter")

        assert answers == [PersonChoice("Person 03")]


async def test_the_arrows_choose_too() -> None:
    async with laptop(an_event(4)) as host:
        answers = choose(host)
        await host.settle()
        await host.press("down", "down", "up", "enter")

        assert answers == [PersonChoice("Person 03")]


async def test_enter_answers_nothing_while_nobody_is_found() -> None:
    async with laptop(an_event(4)) as host:
        answers = choose(host)
        await host.settle()
        await host.write("zzz")
        await host.press("enter")
        found = await host.everything()
        await host.press("escape")

        assert "Nobody found" in found
        assert answers == [None]
