from __future__ import annotations

from rounds.domain.evening import board, reseating
from rounds.domain.event import KeptApart
from tests.evenings import START, a_running_round


def test_a_latecomer_sits_at_the_table_where_nobody_sits_any_more() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05")
    event = reseating.no_show_in_round(event, 1, "Person 02")

    assert board.free_table(event, 1) == 1


def test_a_table_that_somebody_has_joined_again_is_not_free() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    assert board.free_table(event, 1) == 3


def test_two_kept_apart_for_whom_no_other_seats_are_left_both_rest() -> None:
    (round_,) = a_running_round().rounds
    event = a_running_round().with_(
        rounds=(),
        plan=(round_.with_(started_at=None),),
        kept_apart=(KeptApart(people=("Person 01", "Person 02"), at=START),),
    )

    (round_,) = board.separate_kept_apart(event, 1).plan

    assert [two.people for two in round_.pairings] == [("Person 03", "Person 04")]
    assert round_.resting == ("Person 05", "Person 01", "Person 02")
