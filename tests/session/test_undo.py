from __future__ import annotations

from rounds.domain.sentence import sentence
from rounds.session.undo import MOST_UNDONE, Undo, UndoLog


def test_after_very_many_actions_it_is_the_latest_that_can_be_taken_back() -> None:
    log = UndoLog()
    for number in range(MOST_UNDONE + 5):
        log.push(Undo(sentence("action {number}", number=number), {}, {}))

    said = []
    while log.latest is not None:
        ((action, _latest),) = log.take_latest()
        said.append(str(action.label))

    assert len(said) == MOST_UNDONE
    assert (said[0], said[-1]) == (f"action {MOST_UNDONE + 4}", "action 5")
