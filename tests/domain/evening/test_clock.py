from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rounds.domain.evening import clock
from rounds.domain.evening.clock import Run

TALK = clock.start("talk", 1, 480, now=1000, lead_in=6)


def test_the_clock_of_a_round_waits_for_the_lead_in() -> None:
    assert clock.scene(TALK, 1003) == "listen_first"
    assert clock.scene(TALK, 1006.1) == "first_half"


def test_a_round_passes_through_its_pictures_in_order() -> None:
    moments = (1000, 1010, 1006 + 241, 1006 + 250, 1006 + 430, 1006 + 480)

    seen = [clock.scene(TALK, moment) for moment in moments]

    assert seen == ["listen_first", "first_half", "swap", "second_half", "last_minute", "end"]


def test_without_listening_first_there_is_no_swap() -> None:
    run = clock.start("talk", 1, 480, now=0)

    seen = {clock.scene(run, moment, halves=False) for moment in range(0, 481)}

    assert seen == {"first_half", "second_half", "last_minute", "end"}


def test_the_last_minute_never_reaches_into_the_first_half() -> None:
    short = clock.start("talk", 1, 90, now=0)

    assert clock.scene(short, 40, warning=120) == "first_half"


@given(st.floats(0, 500), st.floats(0, 10_000))
def test_a_pause_of_any_length_costs_no_second(at: float, length: float) -> None:
    paused = clock.pause(TALK, 1000 + at)

    again = clock.go_on(paused, 1000 + at + length)

    assert abs(clock.remaining(again, 1000 + at + length) - clock.remaining(TALK, 1000 + at)) < 1e-6


def test_a_phase_cannot_be_made_shorter_than_nothing() -> None:
    run = clock.extend(clock.start("break", 1, 20, now=0), -30, now=0)

    assert clock.remaining(run, 0) == 0


def test_the_swap_can_come_early_but_not_twice() -> None:
    early = clock.swap_now(TALK, 1100)

    assert clock.remaining(early, 1100) == 240
    assert clock.swap_now(early, 1200) == early


def test_zero_is_shown_exactly_at_the_end() -> None:
    shown = [clock.clock_text(left) for left in (480, 59.2, 0.1, 0, -0.5, -65.0)]

    assert shown == ["8:00", "1:00", "0:01", "0:00", "0:00", "1:05"]


def test_a_lobby_has_no_clock() -> None:
    assert not Run().timed
    assert clock.pause(Run(), 5) == Run()
    assert clock.talked(Run(), 5) == 0


def test_seconds_jumped_over_by_an_early_swap_are_not_talked() -> None:
    early = clock.swap_now(TALK, 1106)

    assert clock.talked(early, 1106) == 100
    assert clock.talked(early, 1116) == 110


def test_seconds_added_at_the_end_leave_the_talk_as_long_as_it_was() -> None:
    assert clock.talked(clock.extend(TALK, -60, 1106), 1106) == 100


def test_a_round_cut_off_in_its_lead_in_has_no_half_below_nothing() -> None:
    run = clock.start("talk", 1, 20, now=0, lead_in=6)

    assert clock.extend(run, -30, now=0).half == 0


def test_a_swap_during_the_lead_in_skips_nothing_but_talk() -> None:
    early = clock.swap_now(TALK, 1003)

    assert clock.talked(early, 1003 + 60) == 60


def test_time_added_right_after_an_early_swap_is_the_second_speakers() -> None:
    early = clock.swap_now(TALK, 1100)

    longer = clock.extend(early, 60, 1100)

    assert longer.half == 300
    assert clock.scene(longer, 1100) == "swap"
