"""The seats of now and next, as the host's screens show them."""

from __future__ import annotations

from rounds.domain.evening.clock import Run
from rounds.domain.evening.rounds import current, last_wanted
from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.fields import TableLabel


def now_and_next(event: Event, run: Run) -> tuple[Round | None, Round | None]:
    """Return the running round and the next one, None for one that will not be held."""
    shown = run.phase == "move"
    number = run.round if shown else run.round + 1
    following = current(event, number) if shown or number <= last_wanted(event) else None
    return current(event, run.round) if run.phase == "talk" else None, following


def round_at_hand(event: Event, run: Run) -> Round | None:
    """Return the round that is announced or running, None between rounds."""
    return current(event, run.round) if run.phase in {"move", "talk"} else None


def table_and_partners(
    round_: Round | None, key: PersonKey
) -> tuple[TableLabel, set[PersonKey]] | None:
    """Return somebody's table in a round and the others at it, None without a seat."""
    pairings = [] if round_ is None else list(round_.pairings)
    return next(
        (
            (pairing.table, {other for other in pairing.people if other != key})
            for pairing in reversed(pairings)
            if key in pairing.people
        ),
        None,
    )
