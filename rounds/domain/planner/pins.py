"""What the host has pinned: two people into a round, a person to a table.

A pin that cannot hold is left out, with a sentence that says why; the rest of the plan does
not suffer for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rounds.domain.event import Pin
from rounds.domain.people.roster import shown_names
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.sentence import Sentence, private, sentence


@dataclass(frozen=True)
class PinnedPairs:
    """The pairs by round that hold, and what is wrong with the others.

    `rematches` are the rounds in which pairs sit together again.
    """

    kept: dict[int, list[Pair]] = field(default_factory=dict)
    refused: tuple[Sentence, ...] = ()
    rematches: frozenset[int] = frozenset()


@dataclass(frozen=True)
class PinnedTables:
    """The table each pinned person keeps, and what is wrong with the others."""

    kept: dict[int, str] = field(default_factory=dict)
    refused: tuple[Sentence, ...] = ()


def pinned_pairs(roster: PlannerPeople, last: int) -> PinnedPairs:
    """Return the pairs pinned into the rounds to be planned; the host's latest pin first."""
    kept: dict[int, list[Pair]] = {}
    refused = []
    seen: set[tuple[int, Pair]] = set()
    for pin in sorted(roster.event.pins, key=lambda pin: pin.at, reverse=True):
        a, b = (roster.index.get(key, -1) for key in pin.people)
        if not roster.first <= pin.round <= last or (pin.round, pair(a, b)) in seen:
            continue
        seen.add((pin.round, pair(a, b)))
        wrong = _wrong(roster, pin, a, b, kept)
        if wrong is None:
            kept.setdefault(pin.round, []).append(pair(a, b))
        elif not pin.again:  # who wanted to talk again is nobody else's business
            refused.append(wrong)
    rematches = frozenset(pin.round for pin in roster.event.pins if pin.again)
    return PinnedPairs(kept, tuple(refused), rematches & set(kept))


def _wrong(
    roster: PlannerPeople, pin: Pin, a: int, b: int, kept: dict[int, list[Pair]]
) -> Sentence | None:
    names = shown_names(roster.event)
    one, other = (names.get(key, key) for key in pin.people)
    said = {"one": one, "other": other, "number": pin.round}
    helpers = set(roster.helpers(pin.round))
    if any(i in helpers for two in kept.get(pin.round, ()) for i in two):
        helpers = set()  # one is enough
    here = {*roster.here(pin.round), *helpers}
    if a == b or a not in here or b not in here:
        return sentence(
            "{one} and {other} are pinned to round {number}, but are not both there then.",
            **said,
        )
    met = pair(a, b)
    if met in roster.met and not pin.again:
        return sentence(
            "{one} and {other} are pinned to round {number}, but have already met.", **said
        )
    if met in roster.apart:
        return private(
            sentence("{one} and {other} are pinned to round {number}, but are kept apart.", **said)
        )
    if roster.side is not None and roster.side[a] == roster.side[b]:
        return sentence(
            "{one} and {other} are pinned to round {number}, but are on the same side.", **said
        )
    if any(met in pairs for pairs in kept.values()) and not pin.again:
        return sentence(
            "{one} and {other} are pinned to two rounds; the pin to round {number} is not used.",
            **said,
        )
    if any(i in two for two in kept.get(pin.round, ()) for i in (a, b)):
        return sentence(
            "{one} and {other} are pinned to round {number}, but one of them is pinned to "
            "somebody else then.",
            **said,
        )
    return None


def pinned_tables(roster: PlannerPeople, here: list[list[int]]) -> PinnedTables:
    """Return the table each pinned person keeps; of two at one table the first of the roster.

    Who finds the table taken in every round is left out, and sits wherever there is room.
    """
    wanted = {i: str(p.table) for i, p in enumerate(roster.people) if p.table is not None}
    if not wanted:
        return PinnedTables()
    names = shown_names(roster.event)
    kept = {i: label for i, label in wanted.items() if roster.people[i].staff}
    refused: dict[Pair, Sentence] = {}
    for now in {tuple(now): None for now in here}:
        holder: dict[str, int] = {}
        for i in sorted(i for i in now if i in wanted):
            label = wanted[i]
            first = holder.setdefault(label, i)
            if first == i:
                kept[i] = label
                continue
            refused[first, i] = sentence(
                "{one} and {other} are both pinned to table {table}; {one} keeps it.",
                one=names[roster.people[first].key],
                other=names[roster.people[i].key],
                table=label,
            )
    return PinnedTables(dict(sorted(kept.items())), tuple(refused.values()))
