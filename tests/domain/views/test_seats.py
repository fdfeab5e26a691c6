"""Who sits where now and next, at every phase of an evening."""

from __future__ import annotations

from rounds.domain.evening import clock
from rounds.domain.event import Event, Pairing, Round
from rounds.domain.views.seats import now_and_next, round_at_hand, table_and_partners
from tests.evenings import START, an_event


def under_way() -> Event:
    """Return an evening in its second round, with the third one planned."""
    return an_event(4).with_(
        rounds=tuple(a_round(number).with_(started_at=START) for number in (1, 2)),
        plan=(a_round(3),),
    )


def a_round(number: int) -> Round:
    return Round(number=number, pairings=(Pairing(table=1, people=("Person 01", "Person 02")),))


def numbers(*rounds: Round | None) -> list[int | None]:
    return [round_.number if round_ else None for round_ in rounds]


def test_while_a_round_runs_the_next_one_follows_it() -> None:
    event, run = under_way(), clock.start("talk", 2, 600, 0)

    assert numbers(*now_and_next(event, run), round_at_hand(event, run)) == [2, 3, 2]


def test_while_people_move_nobody_sits_yet_and_the_announced_round_is_next() -> None:
    event, run = under_way(), clock.start("move", 3, 60, 0)

    assert numbers(*now_and_next(event, run), round_at_hand(event, run)) == [None, 3, 3]


def test_in_a_break_nobody_sits_and_no_round_is_at_hand() -> None:
    event, run = under_way(), clock.start("break", 2, 600, 0)

    assert numbers(*now_and_next(event, run), round_at_hand(event, run)) == [None, 3, None]


def test_after_the_last_round_none_follows() -> None:
    event, run = under_way().with_(plan=()), clock.start("talk", 2, 600, 0)

    assert numbers(*now_and_next(event, run)) == [2, None]


def test_a_planned_round_that_the_host_no_longer_wants_is_nobodys_next_one() -> None:
    event, run = under_way(), clock.start("talk", 2, 600, 0)
    shortened = event.with_(settings=event.settings.with_(rounds=2))

    assert numbers(*now_and_next(shortened, run)) == [2, None]


def test_everybody_else_at_a_table_is_a_partner() -> None:
    trio = Round(number=1, pairings=(Pairing(table="Bar", people=("a", "b", "c")),))

    assert table_and_partners(trio, "b") == ("Bar", {"a", "c"})
    assert table_and_partners(trio, "d") is None
    assert table_and_partners(None, "b") is None


def test_somebody_seated_twice_sits_at_the_later_table() -> None:
    again = Round(
        number=1,
        pairings=(
            Pairing(table=1, people=("a", "b"), held="no-show"),
            Pairing(table=2, people=("a", "c")),
        ),
    )

    assert table_and_partners(again, "a") == (2, {"c"})
