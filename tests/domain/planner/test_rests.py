"""Whose turn it is to rest: what a change would do is what it does."""

from __future__ import annotations

from random import Random

from rounds.domain.planner.rests import NOBODY, Turns


def test_a_change_of_who_rests_is_as_unfair_as_it_was_said_to_be() -> None:
    rnd = Random(3)
    for _ in range(300):
        size, rounds = rnd.randint(2, 6), rnd.randint(1, 4)
        counts = [rnd.randint(0, 2) for _ in range(size)]
        may = [[i for i in range(size) if rnd.random() < 0.8] for _ in range(rounds)]
        out = [rnd.sample(range(size), min(size - 1, rnd.randint(0, 2))) for _ in range(rounds)]
        turns = Turns(counts, may, out)
        for _ in range(4):
            r = rnd.choice(turns.rounds or [0])
            leaves = rnd.choice([*sorted(turns.out[r]), NOBODY])
            comes = rnd.choice([*(i for i in range(size) if i not in turns.out[r]), NOBODY])
            said, before = turns.change(r, leaves, comes), turns.total

            turns.exchange(r, leaves, comes)

            assert turns.total == before + said
            assert turns.total == Turns(counts, may, turns.out).total
