"""The checker of random evenings finds what it is there to find."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.monkey.checker import Document, faults, host_part, missing

PEOPLE = 'event.title = "-"\nparticipants = [{name = "A", avoid = ["D"]}, {name = "B"}]\n'


def a_round(number: int, *pairings: str, more: str = "") -> str:
    seats = ", ".join(pairings)
    start = f"started_at = 2026-05-14 18:{number}0:00Z\nended_at = 2026-05-14 18:{number}8:00Z"
    return f"[[rounds]]\nnumber = {number}\n{start}\npairings = [{seats}]\n{more}\n"


def two(table: int, one: str, other: str, more: str = "") -> str:
    return f'{{table = {table}, people = ["{one}", "{other}"]{more}}}'


def found(*rounds: str, before: Document | None = None, forced: bool = False) -> list[str]:
    document: dict[str, Any] = tomllib.loads(PEOPLE + "".join(rounds))
    return list(faults(document, before or {}, forced=forced))


def test_an_evening_as_it_should_be_has_no_fault() -> None:
    held = a_round(1, two(1, "A", "B"), two(2, "C", "D"))
    swapped = a_round(2, two(1, "A", "C"), two(2, "B", "D"))

    assert found(held, swapped) == []


@pytest.mark.parametrize(
    ("rounds", "said"),
    [
        ([a_round(1, two(1, "A", "B"), two(2, "A", "C"))], "A sits at 2 tables"),
        ([a_round(1, two(1, "A", "B"), two(1, "C", "D"))], "table 1 is used 2 times"),
        ([a_round(1, two(1, "A", "B"), more='resting = ["A"]')], "A rests and sits"),
        ([a_round(1, two(1, "A", "B")), a_round(2, two(1, "B", "A"))], "met in round 1 and again"),
        ([a_round(1, two(1, "A", "D"))], "are kept apart"),
        ([a_round(2, two(1, "A", "B")), a_round(1, two(1, "A", "C"))], "are numbered [2, 1]"),
    ],
)
def test_a_fault_of_the_record_is_found(rounds: list[str], said: str) -> None:
    assert any(said in fault for fault in found(*rounds))


def test_a_short_talk_and_an_absent_partner_are_no_meeting() -> None:
    short = a_round(1, two(1, "A", "B", ', held = "short", minutes = 1.0'))
    missed = a_round(2, two(1, "A", "B", ', held = "no-show"'), two(2, "A", "C"))

    assert found(short, missed, a_round(3, two(1, "A", "B"))) == []


def test_what_the_host_forced_is_no_fault() -> None:
    assert found(a_round(1, two(1, "A", "D")), forced=True) == []


def test_who_was_kept_apart_before_may_not_sit_together_afterwards() -> None:
    before = tomllib.loads('[[kept_apart]]\npeople = ["B", "C"]\n')

    assert found(a_round(1, two(1, "B", "C")), before=before)


def test_a_changed_byte_above_the_marker_is_seen() -> None:
    marker = b"# ======== RECORD ======== kept by Rounds\n\n[[rounds]]\n"

    assert host_part(b"a = 1\n\n" + marker) == b"a = 1"


def test_a_note_that_is_gone_is_named() -> None:
    document = tomllib.loads('[[notes]]\ntext = "has zq1x1q"\n')

    assert missing(["zq1x1q", "zq1x2q"], [document]) == ["zq1x2q"]
