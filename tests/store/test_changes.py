"""The record of an evening that does not run is changed: durably, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rounds.domain.days_after import Introduction, Referral
from rounds.domain.errors import InputError, RuleError, StoreError
from rounds.domain.event import Event, KeptApart
from rounds.domain.followup import introductions, referrals
from rounds.store.changes import change_event
from rounds.store.disk.atomic import DISK
from rounds.store.disk.lock import Lock
from rounds.store.event_file import EventFile
from rounds.store.reading.read import Opened, read, read_event
from rounds.store.several_files import SeveralFiles
from tests.store.desk import EVENING, HOST, a_round, note

DAY = date(2026, 5, 15)
AIKO, BEN = "Aiko Tanaka", "Ben O'Neill"

INTRODUCTION = Introduction(
    people=(AIKO, BEN),
    noted_on=DAY,
    purpose="Aiko needs a pump by July, Ben builds them.",
    gains=("a pump", "a first customer in Japan"),
    certainty="proposal",
)
REFERRAL = Referral(giver=AIKO, receiver=BEN, client="a bakery", given_on=DAY)


def do(file: Path, verb: Callable[..., Event], *details: object) -> Event:
    """Change an event file as the desk does."""
    return change_event(file, lambda event: verb(event, *details))


@pytest.fixture
def held(mixer: Path) -> Path:
    file = EventFile.open(mixer)
    file.save(file.event.with_(rounds=(a_round(1),), notes=(note(1),)))
    assert file.close()
    return mixer


def test_an_introduction_is_in_the_file_with_its_answers(held: Path) -> None:
    do(held, introductions.add, INTRODUCTION)
    do(held, introductions.ask, INTRODUCTION, AIKO, DAY)
    do(held, introductions.answer, INTRODUCTION, AIKO, "yes", DAY)
    event = do(held, introductions.answer, INTRODUCTION, BEN, "yes", DAY)
    event = do(held, introductions.introduce, event.introductions[0], DAY)

    assert read_event(held) == event
    assert held.read_text().startswith(HOST)
    written = tomllib.loads(held.read_text())["introductions"]
    assert written == [
        {
            "people": [AIKO, BEN],
            "noted_on": DAY,
            "purpose": "Aiko needs a pump by July, Ben builds them.",
            "gains": ["a pump", "a first customer in Japan"],
            "certainty": "proposal",
            "answers": [
                {"person": AIKO, "answer": "yes", "asked_on": DAY, "answered_on": DAY},
                {"person": BEN, "answer": "yes", "asked_on": DAY, "answered_on": DAY},
            ],
            "introduced_on": DAY,
        }
    ]


def test_a_referral_goes_on_in_the_file(held: Path) -> None:
    event = do(held, referrals.give, REFERRAL)
    do(held, referrals.advance, event.referrals[0], "lost", DAY, "other: moved abroad")

    assert read_event(held).referrals[0].reason == "other: moved abroad"
    assert read_event(held).rounds == (a_round(1),)


def test_while_an_evening_runs_nothing_is_changed_and_the_host_is_told(held: Path) -> None:
    before = held.read_bytes()
    lock = Lock(held)

    with pytest.raises(StoreError, match="already open"):
        do(held, referrals.give, REFERRAL)
    lock.release()
    assert held.read_bytes() == before


def test_what_the_rules_do_not_allow_leaves_the_file_alone(held: Path) -> None:
    before = held.read_bytes()

    with pytest.raises(RuleError):
        do(held, introductions.introduce, INTRODUCTION, DAY)
    assert held.read_bytes() == before
    assert not list(held.parent.glob(".~mixer*.tmp"))


def test_what_somebody_writes_meanwhile_is_kept(held: Path) -> None:
    def and_somebody_writes(event: Event) -> Event:
        if not event.referrals:
            held.write_text(
                held.read_text() + '\n[[referrals]]\ngiver = "Ben O\'Neill"\n'
                'receiver = "Aiko Tanaka"\nclient = "a school"\ngiven_on = 2026-05-14\n'
            )
        return event.with_(referrals=(*event.referrals, REFERRAL))

    change_event(held, and_somebody_writes)

    assert [each.client for each in read_event(held).referrals] == ["a school", "a bakery"]


def test_what_another_version_wrote_is_carried(held: Path) -> None:
    held.write_text(
        held.read_text() + '\n[[referrals]]\ngiver = "Ben O\'Neill"\nreceiver = "Aiko Tanaka"\n'
        'client = "a school"\ngiven_on = 2026-05-14\nmood = "good"\n\n[[badges]]\ncolor = 3\n'
    )
    event = read_event(held)
    do(held, referrals.report, event.referrals[0], DAY)

    written = tomllib.loads(held.read_text())
    assert written["referrals"][0]["mood"] == "good"
    assert written["badges"] == [{"color": 3}]


def test_somebody_who_is_not_on_the_roster_is_named_with_the_line_and_nothing_is_lost(
    held: Path,
) -> None:
    lines = held.read_text().count("\n")
    held.write_text(
        held.read_text() + '\n[[referrals]]\ngiver = "Aiko Tanaca"\nreceiver = "Ben O\'Neill"\n'
        'client = "a school"\ngiven_on = 2026-05-14\n'
    )

    opened = read(held)
    (said,) = [str(warning) for warning in opened.warnings if "Tanaca" in str(warning)]
    assert said.endswith(
        f"mixer.toml:{lines + 3}: referrals[1].giver: Aiko Tanaca is not on the roster: "
        "did you mean Aiko Tanaka?"
    )
    assert opened.event.referrals[0].giver == "Aiko Tanaca"
    change_event(held, lambda event: event.with_(introductions=(INTRODUCTION,)))
    assert 'giver = "Aiko Tanaca"' in held.read_text()


def test_three_people_are_no_introduction_and_the_line_is_told(held: Path) -> None:
    held.write_text(
        held.read_text() + '\n[[introductions]]\npeople = ["Aiko Tanaka", "Ben O\'Neill", "Tom"]\n'
        'noted_on = 2026-05-14\npurpose = "A reason that is one sentence"\n'
    )

    with pytest.raises(
        InputError, match=r"mixer.toml:\d+: introductions\[1\]\.people: must be two"
    ):
        read(held)


def test_two_referrals_that_look_alike_are_both_kept(held: Path) -> None:
    first = do(held, referrals.give, REFERRAL).referrals[0]
    do(held, referrals.advance, first, "won", DAY)
    do(held, referrals.give, REFERRAL)

    assert [each.state for each in read_event(held).referrals] == ["won", "new"]


def test_a_file_that_is_gone_or_wrong_is_told(held: Path) -> None:
    text = held.read_text()
    held.unlink()
    with pytest.raises(InputError, match="is not there"):
        do(held, referrals.give, REFERRAL)
    assert not held.exists()

    held.write_text(text + "\n[[referrals]]\ngiver = 3\n")
    with pytest.raises(InputError, match="must be text in quotes"):
        do(held, referrals.give, REFERRAL)
    assert held.read_text().endswith("giver = 3\n")


def test_a_full_disk_is_told_and_the_file_stays(
    held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held.read_bytes()

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rounds.store.changes.write_whole", full)
    with pytest.raises(StoreError, match="the disk is full"):
        change_event(held, lambda event: event.with_(referrals=(REFERRAL,)), disk=DISK)
    assert held.read_bytes() == before


def test_what_the_desk_alone_is_to_see_is_never_written(held: Path) -> None:
    apart = KeptApart(people=(AIKO, BEN), at=EVENING)
    files = SeveralFiles([held], lambda event: event.with_(kept_apart=(apart,)))
    ((path, opened),) = files.changed()
    event = files.change(path, lambda event: event.with_(referrals=(REFERRAL,)))

    assert isinstance(opened, Opened)
    assert opened.event.kept_apart == event.kept_apart == (apart,)
    assert read_event(held).kept_apart == ()
    assert read_event(held).referrals == (REFERRAL,)
