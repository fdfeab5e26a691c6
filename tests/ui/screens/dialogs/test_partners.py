"""With whom somebody has sat and sits next, what became of it, and why."""

from __future__ import annotations

from rounds.ui.widgets.people_list import PeopleList
from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop


async def test_what_became_of_each_round_is_told_with_whom_somebody_met() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "v")
        talking = host.app.screen.query_one(PeopleList).lines[0].cells[-1]
        first = host.words("why")
        await host.press("down")
        next_one = host.words("why")
        await host.press("escape")
        await host.wait(3600)
        await host.press("1", "v")
        held = host.app.screen.query_one(PeopleList).lines[0].cells[-1]

        assert (talking, held) == ("talking", "held")
        assert first.startswith("They met for the first time.")
        assert next_one.startswith("They have not met yet.")


async def test_in_a_trio_both_partners_are_explained() -> None:
    async with laptop(an_event(3, odd="trio")) as host:
        await into_the_round(host)
        await host.press("1", "v")

        assert "Person 02: They met for the first time." in host.words("why")
        assert "Person 03: They met for the first time." in host.words("why")


async def test_nothing_is_planned_for_somebody_who_has_left() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "g", "v")
        lines = host.app.screen.query_one(PeopleList).lines

        assert [line.cells[0] for line in lines] == ["1"]


async def test_a_planned_partner_who_has_left_is_not_promised_to_anybody() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "v")
        planned = host.app.screen.query_one(PeopleList).lines[1].cells[2]
        await host.press("escape")
        await host.mark(planned)
        await host.press("g", "1", "v")

        assert host.app.screen.query_one(PeopleList).lines[1].cells[-1] == "open"
