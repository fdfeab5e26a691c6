from __future__ import annotations

import pytest

from rounds.web.access import rates
from rounds.web.access.rates import Rate
from tests.evenings import Hands


def test_what_was_used_grows_back_evenly_but_is_not_saved_up() -> None:
    hands = Hands()
    rate = Rate(2, 10.0, hands.steady)

    assert [rate.use("a") for _time in range(3)] == [True, True, False]
    hands.move(5)
    assert [rate.use("a") for _time in range(2)] == [True, False]
    hands.move(1_000)
    assert [rate.use("a") for _time in range(3)] == [True, True, False]


def test_of_too_many_askers_the_one_who_was_quiet_longest_is_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rates, "MOST_KNOWN", 2)
    rate = Rate(1, 1_000.0, Hands().steady)

    assert [rate.use(asker) for asker in "abac"] == [True, True, False, True]

    assert [rate.allows(asker) for asker in "abc"] == [False, True, False]
