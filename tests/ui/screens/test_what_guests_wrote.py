"""What guests wrote for the evening is read where their partner is written or asked about."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop
from tests.ui.screens.notes.breaks import held, in_the_break

SECRETS = ("ann@example.com", "allergic to nuts", "We measure water")


@pytest.fixture(autouse=True)
def _own_state(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def an_evening(people: int = 6) -> Event:
    event = an_event(people)
    return event.with_(
        participants=tuple(
            person.with_(
                company="Kitanomori Labs",
                industry="hardware",
                purpose="find a pump supplier",
                offers="sensor know-how",
                seeks="people who build factories",
                contact="ann@example.com",
                remark="allergic to nuts",
                pitch="We measure water",
            )
            for person in event.participants
        )
    )


@pytest.mark.parametrize("size", [(80, 24), pytest.param((60, 20), marks=pytest.mark.wide)])
async def test_the_form_of_a_note_shows_what_the_partner_wrote(size: tuple[int, int]) -> None:
    async with in_the_break(event=held(an_evening(8), 3), size=size) as host:
        await host.press("n", "space", "5", "enter", "enter")
        await host.wait(0.1)
        seen = await host.everything()

        assert "Kitanomori Labs, hardware" in seen
        assert "Purpose: find a pump" in seen
        assert "Offers: sensor know-how" in seen
        assert "Looks for: people who" in seen
        assert "I would like to talk again" in seen
        assert not any(secret in seen for secret in SECRETS)


async def test_the_lock_of_the_notes_leaves_nothing_of_the_partner_either() -> None:
    async with in_the_break(event=held(an_evening(8), 3)) as host:
        await host.press("n", "space", "5", "enter", "enter")
        await host.wait(300)

        assert "pump supplier" not in await host.everything()


@pytest.mark.parametrize("size", [(80, 24), pytest.param((60, 20), marks=pytest.mark.wide)])
async def test_v_shows_what_the_partner_wrote(size: tuple[int, int]) -> None:
    async with laptop(an_evening(), size=size) as host:
        await into_the_round(host)
        await host.press("1", "v")
        await host.wait(0.1)
        seen = await host.everything()

        assert "Purpose: find a pump supplier" in seen
        assert "Looks for: people who build factories" in seen
        assert "ann@example.com" not in seen
        assert "We measure water" not in seen


async def test_where_the_room_reads_along_v_keeps_what_people_wrote_to_itself() -> None:
    async with laptop(an_evening(), console=False) as host:
        await into_the_round(host)
        await host.press("h", "1", "v")
        await host.wait(0.1)
        seen = await host.everything()

        assert host.screen == "PartnersDialog"
        assert "pump supplier" not in seen
        assert "nuts" not in seen


@pytest.mark.parametrize(("language", "offers"), daily(1, [("en", "Offers: "), ("ja", "できる")]))
async def test_the_longest_words_leave_the_form_of_a_note_whole(language: str, offers: str) -> None:
    event = an_evening(8)
    long = tuple(
        person.with_(
            name=f"{number} " + "長い名前 [/]" * 12,
            company="社" * 300,
            purpose="目的 [@click=app.quit]x[/] " * 50,
            offers="\x1b[2J" + "offers " * 90,
        )
        for number, person in enumerate(event.participants)
    )
    keyed = tuple(
        person.with_(id=old.name) for person, old in zip(long, event.participants, strict=True)
    )
    async with in_the_break(
        event=held(event.with_(participants=keyed), 3), size=(60, 20), language=language
    ) as host:
        await host.press("n", "space", "5", "enter", "enter")
        await host.wait(0.1)
        lines = await host.picture()

        assert any(offers in line for line in lines)
        assert any(" + " in line for line in lines)
        assert "\x1b" not in "".join(lines)
        assert "Enter" in "".join(lines[-2:])
