"""Of two who could stay at their table the one stays who may also keep the seat."""

from __future__ import annotations

from itertools import pairwise

from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.table_labels import seat
from tests.evenings import an_event


def test_the_one_whose_letter_stays_the_same_stays_at_the_table() -> None:
    sat = {0: "1", 1: "1", 2: "2", 3: "2"}
    pairings = [(0, 2), (1, 3)]

    assert seat(pairings, sat, ["1", "2"], {}, {}, frozenset({2, 1})) == ["2", "1"]
    assert seat(pairings, sat, ["1", "2"], {}, {}, frozenset({0, 3})) == ["1", "2"]


def test_most_people_who_stay_at_their_table_keep_their_letter() -> None:
    rounds = make_plan(an_event(60, rounds=4)).rounds
    stayed = kept = 0
    for before, after in pairwise(rounds):
        seats = {
            key: (two.table, at) for two in before.pairings for at, key in enumerate(two.people)
        }
        for two in after.pairings:
            for at, key in enumerate(two.people):
                table, letter = seats.get(key, (None, None))
                stayed += table == two.table
                kept += (table, letter) == (two.table, at)

    assert kept / stayed > 0.85
