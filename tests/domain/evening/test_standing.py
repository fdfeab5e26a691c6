"""Whether an evening is still to come, runs, or is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rounds.domain.evening.standing import standing
from rounds.domain.event import Clock, Event
from tests.evenings import START, an_event
from tests.ui.screens.notes.breaks import held


def at(phase: str, event: Event | None = None) -> Event:
    clock = Clock.checked({"phase": phase, "at": START})
    return (event or an_event(6)).with_(clock=(clock,))


@pytest.mark.parametrize("phase", ["introductions", "move"])
def test_an_evening_of_which_only_the_opening_was_shown_runs(phase: str) -> None:
    assert standing(at(phase), START + timedelta(minutes=5)) == "running"


@pytest.mark.parametrize("phase", ["introductions", "move"])
def test_a_trial_that_stopped_before_the_first_round_leaves_the_evening_planned(
    phase: str,
) -> None:
    assert standing(at(phase), START + timedelta(days=1)) == "planned"


def test_an_evening_that_went_back_to_the_lobby_is_planned() -> None:
    assert standing(at("lobby"), START + timedelta(minutes=5)) == "planned"


@pytest.mark.parametrize(("after", "how"), [(1, "running"), (13, "finished")])
def test_an_evening_that_nobody_closed_is_over_after_half_a_day(after: int, how: str) -> None:
    assert standing(at("break", held(an_event(6), 1)), START + timedelta(hours=after)) == how


def test_an_evening_that_was_closed_is_finished() -> None:
    assert standing(at("closing", held(an_event(6), 1)), START) == "finished"
