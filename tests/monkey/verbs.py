"""The monkey without a terminal: the session's verbs at random, some thousand evenings a minute.

What a host can do in the real program is done here in memory, and the same checker looks
after every verb. `python -m tests.monkey.verbs --evenings 1000 --seeds-from 1`.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
import traceback
from itertools import product
from random import Random
from typing import Any

from rounds.domain.errors import RoundsError
from rounds.domain.evening import free_partners
from rounds.domain.event import RECORD, Event, Note
from rounds.domain.people import roster
from rounds.session.session import Session
from rounds.store.format.entries import as_data
from tests.evenings import Hands, a_session
from tests.monkey import checker
from tests.monkey.evening import make_evening

_FORCES = frozenset({"exchange", "mark"})
_TAKES_BACK = frozenset({"undo", "back"})


def document_of(event: Event, host: checker.Document) -> checker.Document:
    """Return an event as its file would be read."""
    record: dict[str, Any] = {}
    for kind in RECORD:
        if entries := getattr(event, kind):
            record[kind] = [as_data(kind, entry) for entry in entries]
    return {**host, **record}


class Host:
    """Somebody who does what comes to mind with a session."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(f"verbs {seed}")
        self.host: checker.Document = tomllib.loads(make_evening(seed).text.decode())
        self.hands = Hands()
        self.session: Session = a_session(Event.checked(self.host), self.hands)
        self.log: list[str] = []
        forcing = self.chance.random() < 0.3
        self._does = [does for does in _DOES if forcing or does not in _FORCES]
        self._often = [_DOES[does] for does in self._does]

    def play(self, verbs: int) -> str:
        """Do so many things; return what is wrong afterwards, nothing where all is well."""
        before = document_of(self.session.event, self.host)
        forced = by_hand = False
        for does in self.chance.choices(self._does, self._often, k=verbs):
            forced |= does in _FORCES
            self.log.append(does)
            try:
                getattr(self, does)()
            except RoundsError as refused:
                self.log[-1] += f" (refused: {refused})"
            except Exception:
                return traceback.format_exc()
            after = document_of(self.session.event, self.host)
            for fault in checker.faults(after, before, forced=forced):
                return fault
            if not forced and does not in _TAKES_BACK:
                for fault in checker.wrong_seats(after, before):
                    return fault
            by_hand = does != "step" and (by_hand or does in _FORCES | _TAKES_BACK)
            if self.session.run.phase == "move" and (fault := self._misplaced(by_hand=by_hand)):
                return fault
            before = after
        return ""

    def _misplaced(self, *, by_hand: bool) -> str:
        """Return who has a place on the board though they are gone, or waits for nothing.

        Where the seats were changed `by_hand`, or something was taken back, somebody may wait.
        """
        event, number = self.session.event, self.session.run.round
        round_ = next((each for each in event.plan if each.number == number), None)
        if round_ is None:
            return f"round {number} is announced, and not planned"
        placed = {key for pairing in round_.pairings for key in pairing.people}
        placed |= set(round_.resting)
        index = roster.RosterIndex(event)
        if gone := [key for key in placed if index.states.get(key) in {"absent", "left"}]:
            return f"{gone} are gone, and have a place in round {number}"
        if by_hand:
            return ""
        here = [key for key in index.present(number) if index.states[key] == "here"]
        without = [key for key in here if key not in placed]
        for one, other in product(without, (*without, *round_.resting)):
            if one != other and free_partners.may_meet(index, one, other):
                return f"{one} and {other} may meet, and both wait in round {number}"
        return ""

    # -- verbs -----------------------------------------------------------------------------

    def _somebody(self) -> str:
        key = self.chance.choice([person.key for person in roster.people(self.session.event)])
        self.log[-1] += f" {key}"
        return key

    def _two(self) -> tuple[str, str]:
        keys = [person.key for person in roster.people(self.session.event)]
        one, other = self.chance.sample(keys, 2)
        self.log[-1] += f" {one}, {other}"
        return one, other

    def step(self) -> None:
        """Go on."""
        self.session.steps.next()

    def time(self) -> None:
        """Let some time pass."""
        seconds = self.chance.choice((5, 60, 150, 300, 700))
        self.log[-1] += f" {seconds}"
        self.hands.move(seconds)
        self.session.tick()

    def check_in(self) -> None:
        """Somebody comes."""
        self.session.people.check_in(self._somebody())

    def check_in_all(self) -> None:
        """Everybody is here."""
        self.session.people.check_in_all()

    def absent(self) -> None:
        """Somebody is not there."""
        self.session.people.mark_absent(self._somebody())

    def leave(self) -> None:
        """Somebody goes."""
        self.session.people.leave(self._somebody())

    def walk_in(self) -> None:
        """Somebody new comes."""
        sides = self.session.event.settings.sides
        side = self.chance.choice((*(sides or ()), ""))
        number = len(self.session.event.walk_ins)
        self.session.people.add_walk_in(f"Walk In {number}", {"side": side})

    def keep_apart(self) -> None:
        """Two shall not meet."""
        self.session.people.keep_apart(*self._two())

    def pin(self) -> None:
        """Two shall sit together next."""
        self.session.people.pin(*self._two())

    def exchange(self) -> None:
        """Two change places in some round."""
        number = self.chance.choice((self.session.run.round, self.session.run.round + 1, 1))
        self.session.people.exchange(number, *self._two())

    def mark(self) -> None:
        """Say what became of a pairing, of the running round or of the latest."""
        number = self.session.run.round
        if self.session.run.phase not in {"talk", "break"}:
            number -= 1
        held = self.chance.choice(("held", "short", "no-show"))
        self.session.people.mark_pairing(number, self._somebody(), held)

    def table(self) -> None:
        """A table is out of use."""
        self.session.people.table_out_of_use(self.chance.choice(("1", "2", "B")))

    def replan(self) -> None:
        """Plan again."""
        plan, _difference = self.session.plan.propose()
        self.session.plan.accept(plan)

    def end_on_time(self) -> None:
        """Take one of the ways to end on time, or change the number of rounds."""
        if self.session.run.phase == "closing":
            return
        if ways := self.session.timetable.ways_to_end_on_time():
            way = self.chance.choice(ways)
            self.session.timetable.change(
                rounds=way.rounds, round_minutes=way.round_minutes, break_after=way.break_after
            )
        elif number := self.session.timetable.can_close_after:
            self.session.timetable.change(rounds=number)

    def undo(self) -> None:
        """Take the last thing back."""
        self.session.take_back()

    def back(self) -> None:
        """Go back a step."""
        self.session.steps.back()

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.session.steps.pause_or_resume()

    def extend(self) -> None:
        """Give more time or less."""
        self.session.steps.extend(self.chance.choice((30, -30, -30)))

    def swap(self) -> None:
        """Half-time now."""
        self.session.steps.swap_now()

    def note(self) -> None:
        """Write a note."""
        if self.session.event.rounds:
            at = self.hands.wall()
            by, about = self._two()
            note = Note(round=self.session.event.rounds[-1].number, by=by, about=about, at=at)
            self.session.write_note(note)

    def again(self) -> None:
        """The program is started again on what was saved."""
        saved = Event.checked(document_of(self.session.event, self.host))
        self.session = a_session(saved, self.hands)


_DOES = {
    "step": 30, "time": 20, "check_in": 8, "check_in_all": 3, "absent": 6, "leave": 6,
    "walk_in": 5, "keep_apart": 2, "pin": 3, "exchange": 4, "mark": 3, "table": 1, "replan": 3,
    "end_on_time": 2, "undo": 5, "back": 4, "pause": 2, "extend": 3, "swap": 1, "note": 2,
    "again": 3,
}  # fmt: skip


def play_verbs(seed: int, verbs: int = 60) -> tuple[str, list[str]]:
    """Return what is wrong with the evening of a seed (nothing, if all is well), and its verbs."""
    host = Host(seed)
    return host.play(verbs), host.log


def main() -> int:
    """Play many evenings, one line for each that went wrong; return 1 where one did."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey.verbs")
    parser.add_argument("--evenings", type=int, default=1000)
    parser.add_argument("--seeds-from", type=int, default=1)
    asked = parser.parse_args()
    failed = 0
    for seed in range(asked.seeds_from, asked.seeds_from + asked.evenings):
        fault, log = play_verbs(seed)
        if fault:
            failed += 1
            sys.stdout.write(f"seed {seed}: {fault} after {len(log)} verbs\n")
            if asked.evenings == 1:
                sys.stdout.write("\n".join(log) + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{asked.evenings} evenings, {failed} failed\n")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
