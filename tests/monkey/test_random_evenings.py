"""Whatever is pressed, the evening goes on, and its file is what a host was promised."""

from __future__ import annotations

import os
import time

import pytest

from tests.breadth import daily
from tests.monkey.play import play
from tests.monkey.verbs import play_verbs

terminal = pytest.mark.skipif(os.name == "nt", reason="a pseudo terminal of POSIX")

MINUTES = 10
"""How long the slow one goes on, with another seed for every evening."""


@terminal
@pytest.mark.parametrize("seed", daily(0, [31, 30]))
def test_a_short_evening_of_random_keys_leaves_nothing_broken(seed: int) -> None:
    verdict = play(seed, starts=1, phrases=5, tame=True)

    assert not verdict.failure, f"{verdict.failure}\n{verdict.log}"


@pytest.mark.parametrize("seed", daily(4, range(1, 11)))
def test_whatever_a_host_does_nobody_is_seated_wrongly(seed: int) -> None:
    fault, verbs = play_verbs(seed)

    assert not fault, "\n".join([fault, *verbs])


@terminal
@pytest.mark.slow
def test_ten_minutes_of_random_evenings_leave_nothing_broken() -> None:
    until = time.monotonic() + MINUTES * 60
    seed = 0
    while time.monotonic() < until:
        seed += 1
        verdict = play(seed)

        assert not verdict.failure, f"seed {seed}: {verdict.failure}\n{verdict.log}"
