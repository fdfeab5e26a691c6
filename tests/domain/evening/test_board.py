from __future__ import annotations

from rounds.domain.evening import board, reseating
from tests.evenings import a_running_round


def test_a_latecomer_sits_at_the_table_where_nobody_sits_any_more() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 05")
    event = reseating.no_show_in_round(event, 1, "Person 02")

    assert board.free_table(event, 1) == 1


def test_a_table_that_somebody_has_joined_again_is_not_free() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    assert board.free_table(event, 1) == 3
