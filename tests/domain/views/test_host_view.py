"""What the host is told about the evening, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from rounds.domain.evening.clock import Run
from rounds.domain.event import Event, KeptApart, Pin, Round
from rounds.domain.people.attendance import check_in, check_in_all, leave, mark_absent
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.rule_check import broken_rules
from rounds.domain.sentence import Sentence, private, sentence
from rounds.domain.views import host_view
from rounds.i18n import say
from tests.evenings import START, an_event


def test_who_is_here_absent_gone_and_resting_is_counted_without_zeros() -> None:
    event = check_in_all(an_event(7), START)
    event = leave(mark_absent(event, "Person 01", START), "Person 02", START)
    event = event.with_(plan=(Round(number=1, resting=("Person 03",)),))

    assert [str(said) for said in host_view.head_count(RosterIndex(event), 1)] == [
        "5 here", "1 absent", "1 left", "1 resting",
    ]  # fmt: skip
    before = host_view.head_count(RosterIndex(an_event(7)), 0)
    assert [str(said) for said in before] == ["7 taking part, nobody checked in"]


@pytest.mark.parametrize(
    ("minutes", "said", "late"),
    [
        (-61, "1 h 1 min to spare", False),
        (-1, "1 min to spare", False),
        (0, "0 min to spare", False),
        (0.2, "1 min over", True),
        (75, "1 h 15 min over", True),
    ],
)
def test_the_end_is_held_against_the_planned_one(minutes: float, said: str, late: bool) -> None:
    closes = START + timedelta(hours=2)

    words, too_late = host_view.on_time(closes + timedelta(minutes=minutes), closes)

    assert [str(each) for each in words][1] == said
    assert too_late is late


def test_without_a_planned_end_only_the_end_is_said() -> None:
    words, late = host_view.on_time(START, None)

    assert [say(each) for each in words] == ["Will end 18:30"]
    assert not late


def the_first_enter(event: Event) -> str:
    return str(host_view.next_step(RosterIndex(event), Run(), "lobby"))


def test_with_nobody_checked_in_the_first_enter_seats_all_who_are_expected() -> None:
    event = mark_absent(an_event(7), "Person 07", START)

    assert the_first_enter(event) == "Enter: show the seats of round 1 for all 6 expected"


def test_with_some_checked_in_the_first_enter_says_that_it_seats_only_them() -> None:
    event = check_in(check_in(an_event(7), "Person 02", START), "Person 05", START)

    assert the_first_enter(event) == (
        "Enter: show the seats of round 1 for the 2 who are here (5 not checked in)"
    )


def test_who_comes_for_a_later_round_is_not_missed_at_the_first() -> None:
    event = an_event(7)
    late = event.participants[6].with_(from_round=2)
    event = event.with_(participants=(*event.participants[:6], late))
    for number in range(1, 7):
        event = check_in(event, f"Person 0{number}", START)

    assert the_first_enter(event) == "Enter: show the seats of round 1"


def test_with_everybody_checked_in_the_first_enter_counts_nobody() -> None:
    event = check_in_all(an_event(7), START)

    assert the_first_enter(event) == "Enter: show the seats of round 1"


APART = KeptApart(people=("Person 01", "Person 02"), at=START)


def a_pin_against_a_wish() -> tuple[Sentence, ...]:
    pin = Pin(round=1, people=APART.people, at=START)
    return make_plan(an_event(6).with_(kept_apart=(APART,), pins=(pin,))).warnings


def a_plan_against_a_wish() -> tuple[Sentence, ...]:
    event = an_event(6, rounds=5)
    return broken_rules(event.with_(kept_apart=(APART,)), make_plan(event).rounds)


def too_many_rounds_for_a_wish() -> tuple[Sentence, ...]:
    infeasible = make_plan(an_event(4, rounds=3).with_(kept_apart=(APART,))).infeasible
    assert infeasible is not None
    return infeasible.says


@pytest.mark.parametrize(
    ("found", "secrets"),
    [(a_pin_against_a_wish, 1), (a_plan_against_a_wish, 1), (too_many_rounds_for_a_wish, 2)],
)
def test_who_is_kept_apart_is_never_said_aloud(
    found: Callable[[], tuple[Sentence, ...]], secrets: int
) -> None:
    said = found()

    aloud = [str(each) for each in host_view.discreet(said)]

    assert sum("kept apart" in str(each) for each in said) == secrets
    assert not any("apart" in each for each in aloud)
    assert aloud[-1] == "A rule you set does not allow this."
    assert len(aloud) == len(said) - secrets + 1


def test_a_secret_is_kept_whatever_its_words_and_however_deep_it_is_said() -> None:
    secret = private(sentence("{one} asked for it.", one="Ana"))
    within = sentence("{name}: {parts}", name="Ben", parts=[sentence("({why})", why=secret)])
    harmless = sentence("{name} sits apart.", name="Cleo")

    said = [str(each) for each in host_view.discreet([secret, within, harmless])]

    assert said == ["Cleo sits apart.", "A rule you set does not allow this."]


def test_a_general_reason_that_names_nobody_is_said_as_it_is() -> None:
    general = sentence("It depends on who is kept apart and who is there.")

    assert host_view.discreet([general]) == [general]
