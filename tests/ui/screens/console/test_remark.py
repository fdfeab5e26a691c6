"""What the host alone should know of somebody: read on the console, never where the room reads."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.ui.screens.console.people_panel import REMARK_FOR
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop

ALLERGY = "Allergies: nuts; needs a seat near the door"


def guests() -> Event:
    return Event.checked(
        {
            "event": {"title": "Mixer", "rounds": 2},
            "participants": [
                {"name": "Ana Silva", "company": "Northwind"},
                {"name": "Ben Okafor", "remark": ALLERGY},
                {"name": "Chloe Wu", "remark": "nuts \x1b[2J " + "very long " * 400},
                {"name": "Dan Osei"},
            ],
        }
    )


async def seen(host: Laptop) -> str:
    return " ".join((await host.everything()).split())


@pytest.mark.parametrize(
    "size",
    [
        (80, 24),
        pytest.param((60, 20), marks=pytest.mark.wide),
        pytest.param((140, 40), marks=pytest.mark.wide),
    ],
)
async def test_a_remark_is_shown_for_a_while_where_its_person_is_marked(
    size: tuple[int, int],
) -> None:
    async with laptop(guests(), size=size) as host:
        await host.wait(1)
        await host.press("2")
        await host.wait(1)
        marked = host.words("told")
        await host.wait(REMARK_FOR + 1)
        later = host.words("told")

    assert marked == f"2 Ben Okafor | {ALLERGY}"
    assert ALLERGY not in later


async def test_a_remark_stands_among_the_partners_for_as_long_as_they_are_shown() -> None:
    async with laptop(guests()) as host:
        await into_the_round(host)
        await host.press("2", "v")
        await host.until("PartnersDialog")
        await host.wait(60)

        assert ALLERGY in await seen(host)


async def test_a_remark_is_nowhere_where_the_room_reads_along() -> None:
    async with laptop(guests(), console=False) as host:
        await into_the_round(host)
        await host.press("h")
        await host.wait(1)
        await host.press("2")
        await host.wait(1)
        console = await seen(host)
        await host.press("v")
        await host.until("PartnersDialog")
        partners = await seen(host)

    assert "2 Ben Okafor" in console
    assert "nuts" not in console + partners


async def test_a_remark_is_shown_beside_a_stage_of_its_own() -> None:
    async with laptop(guests(), console=False) as host:
        host.app.projector = True
        await host.press("h")
        await host.wait(1)
        await host.press("2")
        await host.wait(1)

        assert ALLERGY in host.words("told")


async def test_a_long_remark_leaves_room_for_the_evening() -> None:
    async with laptop(guests(), size=(60, 20)) as host:
        await host.wait(1)
        await host.press("3")
        await host.wait(1)
        console = await seen(host)
        await into_the_round(host)
        await host.press("3", "v")
        await host.until("PartnersDialog")
        partners = await seen(host)

    assert "Enter: show the" in console
    assert "Esc: back" in partners
    assert "\x1b" not in console + partners


async def test_the_number_of_the_one_who_is_marked_already_shows_the_remark_again() -> None:
    async with laptop(guests()) as host:
        await host.press("2")
        await host.wait(REMARK_FOR + 1)
        await host.press("2")
        await host.wait(1)

        assert ALLERGY in host.words("told")


async def test_a_long_answer_is_read_to_its_end_in_a_small_window() -> None:
    said = "これは長い返事です。" * 10
    async with laptop(an_event(6), size=(60, 20), language="ja") as host:
        host.app.tell(said)
        await host.wait(0.1)
        shown = "".join("".join(row.split()) for row in await host.picture())

        assert said in shown


async def test_who_somebody_is_can_be_read_before_the_first_seats() -> None:
    async with laptop(guests()) as host:
        await host.mark("Ana Silva")
        await host.press("v")
        await host.until("PartnersDialog")

        shown = await host.everything()

    assert "Northwind" in shown
    assert "No round yet" in shown
