"""The sounds: at their moment, once, and never a burst."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rounds.domain.evening.clock import Run, start
from rounds.domain.event import Event
from rounds.session.session import Session
from rounds.ui.sound.cues import Cues
from tests.evenings import Hands, a_session, an_event


class Talk:
    """A talk of eight minutes on a clock the test moves, and the cues that were played."""

    def __init__(self, event: Event | None = None) -> None:
        self.hands = Hands()
        self.session: Session = a_session(event or an_event(), self.hands)
        self.played: list[str] = []
        self.rung = 0
        self.cues = Cues(bell=self.ring, start=self.played.append)
        self.session.state.run = start("talk", 1, 480, self.hands.now, lead_in=6)
        self.look()

    def ring(self) -> None:
        self.rung += 1

    def look(self) -> None:
        self.cues.follow(self.session, self.hands.now)

    def stand_at(self, seconds: float) -> None:
        """Stand where this many seconds of the talk have passed, with nothing played so far."""
        self.session.state.run = start("talk", 1, 480, self.hands.now - seconds)
        self.look()
        self.played.clear()

    def pass_time(self, seconds: float, beat: float = 0.1) -> None:
        for _ in range(round(seconds / beat)):
            self.hands.move(beat)
            self.look()


def test_a_round_sounds_at_the_swap_the_last_minute_the_end_and_once_more() -> None:
    talk = Talk()
    moments: dict[int, str] = {}

    for _ in range(6000):
        before = len(talk.played)
        talk.pass_time(0.1)
        if len(talk.played) > before:
            moments[round(talk.session.state.remaining())] = talk.played[-1]

    assert moments == {240: "swap", 60: "warning", 0: "end", -10: "end"}


def test_an_introduction_sounds_once_when_its_time_is_up() -> None:
    talk = Talk(an_event(4, introductions=60))
    talk.session.state.run = Run()
    talk.session.steps.next()
    talk.look()

    talk.pass_time(59)
    before = list(talk.played)
    talk.pass_time(30)

    assert (before, talk.played) == ([], ["end"])


def test_who_is_called_early_hears_no_sound_of_the_one_before() -> None:
    talk = Talk(an_event(4, introductions=60))
    talk.session.state.run = Run()
    talk.session.steps.next()
    talk.pass_time(59.5)
    talk.session.steps.next()
    talk.pass_time(10)

    assert talk.played == []


def test_a_pause_is_silent_and_what_follows_still_sounds() -> None:
    talk = Talk()
    talk.stand_at(418)

    talk.session.steps.pause_or_resume()
    talk.pass_time(30)
    assert talk.played == []
    talk.session.steps.pause_or_resume()
    talk.pass_time(3)

    assert talk.played == ["warning"]


def test_a_muted_evening_is_silent_and_sounds_nothing_afterwards() -> None:
    talk = Talk()
    talk.session.toggle_mute()
    talk.pass_time(300)

    talk.session.toggle_mute()
    talk.pass_time(5)

    assert talk.played == []


def test_after_a_sleep_nothing_that_is_over_is_played() -> None:
    talk = Talk()

    talk.hands.move(3600)
    talk.look()
    talk.pass_time(5)

    assert talk.played == []


def test_a_late_tick_still_plays_what_is_a_second_old() -> None:
    talk = Talk()
    talk.stand_at(230)

    talk.hands.move(11)
    talk.look()

    assert talk.played == ["swap"]


def test_a_restart_in_the_middle_of_a_round_plays_nothing_that_was_due_before() -> None:
    talk = Talk()
    talk.session.state.run = start("talk", 1, 480, talk.hands.now - 479.5)
    talk.cues = Cues(start=talk.played.append)

    talk.look()
    assert talk.played == []
    talk.pass_time(1)

    assert talk.played == ["end"]


def test_ending_a_round_early_sounds_the_end_alone() -> None:
    talk = Talk()
    talk.pass_time(30)

    talk.session.state.run = start("talk", 1, 480, talk.hands.now - 480)
    talk.look()

    assert talk.played == ["end"]


def test_the_swap_key_sounds_the_swap() -> None:
    talk = Talk()
    talk.pass_time(30)

    talk.session.steps.swap_now()
    talk.pass_time(1)

    assert talk.played == ["swap"]


def test_taking_time_away_into_the_last_minute_sounds_the_warning() -> None:
    talk = Talk()
    talk.stand_at(400)

    talk.session.steps.extend(-30)
    talk.look()

    assert talk.played == ["warning"]


def test_the_next_step_ends_the_second_reminder() -> None:
    talk = Talk()
    talk.stand_at(485)

    talk.session.state.run = start("move", 2, 60, talk.hands.now)
    talk.pass_time(20)

    assert talk.played == []


def test_an_evening_without_halves_has_no_swap() -> None:
    talk = Talk(an_event(listen_first=False, warning_seconds=0))

    talk.pass_time(490)

    assert talk.played == ["end"]


def test_a_machine_without_sound_rings_the_bell_from_our_own_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    talk = Talk()
    talk.cues = Cues(bell=talk.ring)
    talk.look()
    talk.stand_at(239.5)
    talk.pass_time(1, beat=1)

    for thread in sound_threads():
        thread.join()
    assert talk.rung == 0
    talk.look()
    talk.look()

    assert talk.rung == 1


def sound_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("sound of")]


def test_the_sounds_do_not_need_the_terminals_library() -> None:
    code = "import sys, rounds.ui.sound.cues; sys.exit('textual' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], check=False)

    assert done.returncode == 0
