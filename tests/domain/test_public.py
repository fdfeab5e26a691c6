from __future__ import annotations

from rounds.domain.clock import Run
from rounds.domain.public import public
from tests.evenings import a_running_round


def test_the_room_is_told_that_a_break_is_followed_by_the_next_round() -> None:
    event = a_running_round()
    later = event.rounds[0].model_copy(update={"number": 2, "started_at": None})
    settings = event.settings.model_copy(update={"break_after": (1,)})
    event = event.with_(settings=settings, plan=(later,))

    assert public(event, Run("talk", 1)).after == "break"
    assert public(event, Run("break", 1)).after == "move"


def test_the_board_lists_who_rests_without_a_table() -> None:
    board = public(a_running_round(), Run("talk", 1)).board

    assert [entry.name for entry in board if entry.table is None] == ["Person 05"]


def test_the_board_says_who_stays_at_the_table() -> None:
    event = a_running_round()
    later = event.rounds[0].model_copy(update={"number": 2, "started_at": None})
    event = event.with_(plan=(later,))

    board = public(event, Run("move", 2)).board

    assert all(entry.stays for entry in board if entry.table)
