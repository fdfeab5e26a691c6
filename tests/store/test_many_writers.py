"""The evening, an editor, the desk and registrations write by turns: nothing of any is lost."""

from __future__ import annotations

import tempfile
from contextlib import closing, suppress
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rounds.domain.days_after import AskedPerson, Greeting
from rounds.domain.errors import RoundsError
from rounds.domain.event import Clock
from rounds.domain.followup import introductions, referrals
from rounds.store.additions import add_people
from rounds.store.changes import change_event
from rounds.store.reading.read import read_event
from tests.store.desk import Desk, at
from tests.store.test_two_writers import ACTS, MARKER, TwoWriters

KEYS = ("Aiko Tanaka", "Ben O'Neill", "Chloé Martin", "Dmitri Sato")
DAY = date(2026, 5, 15)


class ManyWriters(TwoWriters):
    """Beside session and editor: what the days after write, and a program that is killed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.greeted: set[str] = set()
        self.told: set[tuple[str, object]] = set()

    def greet(self) -> None:
        """Greet somebody, if they are not greeted yet."""
        person = KEYS[self.count() % 4]
        known = self.desk.event.greeted
        if person not in {each.person for each in known}:
            self.desk.save(greeted=(*known, Greeting(person=person, at=at(self.number))))
        self.greeted.add(person)

    def introduce_oneself(self) -> None:
        """Go on to the next introduction."""
        number = self.count()
        turn = Clock(
            phase="introductions",
            round=0,
            seconds=60,
            ends_at=at(number + 1),
            person=KEYS[number % 4],
            order=KEYS,
            at=at(number),
        )
        self.desk.save(clock=(turn,))

    def type_an_introduction(self) -> None:
        """Write an introduction by hand at the end of the file."""
        purpose = f"purpose {self.count()}"
        noted = DAY + timedelta(days=self.number)
        self._type(
            f'[[introductions]]\npeople = ["{KEYS[0]}", "{KEYS[1]}"]\n'
            f'noted_on = {noted}\npurpose = "{purpose}"\n',
            (purpose, "introductions"),
        )

    def type_a_referral(self) -> None:
        """Write a referral by hand at the end of the file."""
        client = f"client {self.count()}"
        self._type(
            f'[[referrals]]\ngiver = "{KEYS[0]}"\nreceiver = "{KEYS[1]}"\n'
            f'client = "{client}"\ngiven_on = {DAY}\n',
            (client, "referrals"),
        )

    def _type(self, block: str, told: tuple[str, object]) -> None:
        text = self.path.read_text()
        if MARKER in text:
            self._store(f"{text}\n{block}")
            self.desk.look()
            self.told.add(told)

    def work_at_the_desk(self) -> None:
        """End the evening, enter an answer and a report at the desk, and go on."""
        self.desk.save()
        self.desk.close()
        day = DAY + timedelta(days=self.count())
        event = read_event(self.path)
        for asked in event.introductions[-1:]:
            yes = partial(
                introductions.answer, introduction=asked, person=KEYS[1], said="yes", day=day
            )
            change_event(self.path, yes)
            self.told.add((asked.purpose, KEYS[1]))
        for given_ in event.referrals[-1:]:
            change_event(self.path, partial(referrals.report, referral=given_, day=day))
            self.told.add((given_.client, day))
        self._start_again()

    def be_killed(self) -> None:
        """End without a word, once the file was seen, and start again."""
        if self.path.exists() and self.path.stat().st_size:
            self.desk.look()
            self._start_again()

    def _start_again(self) -> None:
        self.desk = Desk(self.path)

    def register_somebody(self) -> None:
        """Add somebody to the host's part."""
        with suppress(RoundsError):
            add_people(self.path, f'[[participants]]\nname = "New {self.count()}"\n')
            self.host = self.path.read_text().partition(MARKER)[0]
            self.desk.look()

    def check(self) -> None:
        """Compare everything, what the days after wrote included."""
        super().check()
        event = read_event(self.path)
        assert self.greeted <= {each.person for each in event.greeted}
        found: set[tuple[str, object]] = set()
        for one in event.introductions:
            found |= {(one.purpose, what) for what in ("introductions", *_said(one.answers))}
        for each in event.referrals:
            found |= {(each.client, what) for what in ("referrals", *each.reports)}
        assert self.told <= found


def _said(answers: tuple[AskedPerson, ...]) -> set[str]:
    return {said.person for said in answers}


MORE = [
    "greet",
    "introduce_oneself",
    "type_an_introduction",
    "type_a_referral",
    "work_at_the_desk",
    "be_killed",
    "register_somebody",
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*MORE, *ACTS]), min_size=2, max_size=14))
def test_nothing_of_any_of_them_is_lost(acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        writers = ManyWriters(Path(folder))
        for act in acts:
            getattr(writers, act)()
        with closing(writers.desk):
            writers.check()
