"""A rehearsal says on every screen that it is one, and ends with its numbers."""

from __future__ import annotations

from typing import get_args

import pytest

from rounds.domain.evening.clock import Phase
from rounds.domain.language import Language
from rounds.domain.views.room import Room
from rounds.i18n import activate
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.rehearsal.numbers import numbers
from rounds.ui.rehearsal.timeline import timeline
from rounds.ui.stage.scenes import scene
from tests.evenings import Hands, a_session, an_event
from tests.ui.screens.laptop import press
from tests.ui.window import rows

SAID = {"en": "REHEARSAL: nothing is saved", "ja": "リハーサル：何も保存されません"}


@pytest.mark.parametrize("language", get_args(Language))
@pytest.mark.parametrize("phase", get_args(Phase))
def test_the_stage_says_so_above_its_picture_in_the_smallest_window(
    phase: Phase, language: Language
) -> None:
    room = Room(phase=phase, language=language, round=1, rounds=3, left=100.0, seconds=480.0)

    picture = scene(room.with_(rehearsal=True), 0.0, 60, 20)

    rows = ["".join(text for text, _style in row).strip() for row in picture.rows()]
    assert (picture.width, picture.height) == (60, 20)
    assert rows[0] == SAID[language]


def test_an_evening_that_is_none_says_nothing_of_it() -> None:
    picture = scene(Room(), 0.0, 60, 20)

    assert SAID["en"] not in "".join(text for row in picture.rows() for text, _style in row)


@pytest.mark.parametrize("size", [pytest.param((80, 24), marks=pytest.mark.wide), (60, 20)])
@pytest.mark.parametrize("keys", [(), ("h",), ("h", "c"), ("h", "question_mark"), ("n",)])
async def test_every_screen_of_a_rehearsal_says_so(
    keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    session = a_session(an_event(6, rounds=2), Hands())
    app = RoundsApp(session, pilot=lambda _session: False)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        session.people.check_in_all()
        session.steps.next()
        await press(pilot, *keys)
        await pilot.pause()
        seen = "\n".join(rows(app))
    activate("en")

    assert SAID["en"] in seen


def test_the_numbers_say_how_long_it_takes_and_that_there_is_time() -> None:
    told = [*timeline(an_event(6, rounds=2, starts_at="18:30", ends_at="20:30"))]

    assert told[-2:] == [
        "Length: 19 min, from 18:30 to 18:49",
        "Nothing would have been tight.",
    ]


@pytest.mark.parametrize(
    ("ends", "tight"),
    [
        ("18:40", "Tight: it ends 9 minutes after the planned end."),
        ("18:51", "Tight: it ends only 2 minutes before the planned end."),
    ],
)
def test_an_end_that_is_late_or_nearly_so_is_tight(ends: str, tight: str) -> None:
    told = [*timeline(an_event(6, rounds=2, starts_at="18:30", ends_at=ends))]

    assert tight in told


def test_rounds_that_could_not_be_planned_are_tight() -> None:
    told = [*timeline(an_event(4, rounds=6))]

    assert any(line.startswith("Tight: ") for line in told)


def test_a_rehearsal_that_was_left_says_after_how_many_rounds() -> None:
    session = a_session(an_event(6, rounds=3), Hands())
    session.people.check_in_all()
    session.steps.next()
    session.steps.next()

    assert "Rounds: 1 of 3, then the rehearsal was left" in [*numbers(session.event)]
