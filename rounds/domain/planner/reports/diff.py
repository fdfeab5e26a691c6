"""What a new plan changes, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.domain.event import PersonKey, Round
from rounds.domain.sentence import Sentence, counted, sentence


@dataclass(frozen=True)
class RoundChange:
    """What changes in one round: people with another partner, another place, and tables."""

    number: int
    partners: tuple[PersonKey, ...] = ()
    tables: tuple[PersonKey, ...] = ()
    tables_changed: int = 0
    kind: str = "changed"


@dataclass(frozen=True)
class Difference:
    """What changes between two plans, round by round; rounds without a change are left out."""

    rounds: tuple[RoundChange, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changes at all."""
        return bool(self.rounds)

    @property
    def people(self) -> tuple[PersonKey, ...]:
        """Everybody for whom anything changes."""
        return tuple(dict.fromkeys(key for change in self.rounds for key in change.tables))

    @property
    def says(self) -> tuple[Sentence, ...]:
        """The changes in words, one sentence a round."""
        if not self.rounds:
            return (sentence("Nothing changes."),)
        return tuple(_said(change) for change in self.rounds)


def _said(change: RoundChange) -> Sentence:
    if change.kind == "new":
        return sentence("Round {number} is added.", number=change.number)
    if change.kind == "gone":
        return sentence("Round {number} is no longer planned.", number=change.number)
    return counted(
        "{count} table changes in round {number}.",
        "{count} tables change in round {number}.",
        change.tables_changed,
        number=change.number,
    )


def difference(before: Sequence[Round], after: Sequence[Round]) -> Difference:
    """Return what changes from one plan to another."""
    old = {round_.number: round_ for round_ in before}
    new = {round_.number: round_ for round_ in after}
    found = []
    for number in sorted({*old, *new}):
        if number not in new:
            found.append(RoundChange(number, kind="gone"))
        elif number not in old:
            found.append(RoundChange(number, kind="new"))
        elif (change := _changed(old[number], new[number])) is not None:
            found.append(change)
    return Difference(tuple(found))


def _changed(old: Round, new: Round) -> RoundChange | None:
    was, now = _places(old), _places(new)
    everybody = sorted({*was, *now})
    nowhere = (frozenset[str](), "")
    partners = [k for k in everybody if was.get(k, nowhere)[0] != now.get(k, nowhere)[0]]
    moved = [k for k in everybody if was.get(k, nowhere) != now.get(k, nowhere)]
    if not moved:
        return None
    tables = {now[k][1] for k in moved if k in now and now[k][1]} or {
        was[k][1] for k in moved if k in was
    }
    return RoundChange(new.number, tuple(partners), tuple(moved), len(tables))


def _places(round_: Round) -> dict[PersonKey, tuple[frozenset[PersonKey], str]]:
    """Return the partners and the table of everybody; a rest has neither."""
    places = {
        key: (frozenset(pairing.people) - {key}, str(pairing.table))
        for pairing in round_.pairings
        for key in pairing.people
    }
    places.update({key: (frozenset(), "") for key in round_.resting})
    return places
