"""Letters are as large as their box allows."""

from __future__ import annotations

import pytest

from rounds.formats.print.fit import fitting_size


def test_a_short_text_is_as_large_as_it_may_be() -> None:
    assert fitting_size("Ann", 80, 20, 11) == 11


@pytest.mark.parametrize("more", ["Ann Wolfeschlegelsteinhausenbergerdorff", "春日井 " * 20])
def test_a_longer_text_is_smaller(more: str) -> None:
    assert fitting_size(more, 80, 20, 11) < 11


def test_even_the_longest_name_has_a_size() -> None:
    assert 0 < fitting_size("W" * 10_000, 80, 20, 11) < 1


def test_nothing_at_all_fits() -> None:
    assert fitting_size("", 80, 20, 11) == 11
