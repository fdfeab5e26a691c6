"""What a new plan changes, why two people meet, and what an exchange by hand would break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.sentence import Sentence, counted, sentence


@dataclass(frozen=True)
class RoundChange:
    """What changes in one round: for whom the partner or the table, and at how many tables."""

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
        return tuple(dict.fromkeys(key for each in self.rounds for key in each.tables))

    @property
    def says(self) -> tuple[Sentence, ...]:
        """The changes in words, one sentence a round."""
        if not self.rounds:
            return (sentence("Nothing changes."),)
        return tuple(_said(each) for each in self.rounds)


def _said(change: RoundChange) -> Sentence:
    if change.kind == "new":
        return sentence("Round {number} is new.", number=change.number)
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
    old = {each.number: each for each in before}
    new = {each.number: each for each in after}
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


def _places(each: Round) -> dict[PersonKey, tuple[frozenset[PersonKey], str]]:
    """Return with whom and where everybody sits; nowhere for those who rest."""
    places = {
        key: (frozenset(pairing.people) - {key}, str(pairing.table))
        for pairing in each.pairings
        for key in pairing.people
    }
    places.update({key: (frozenset(), "") for key in each.resting})
    return places


def swap_people(
    rounds: Sequence[Round], number: int, a: PersonKey, b: PersonKey
) -> tuple[Round, ...]:
    """Return the rounds with two people's places exchanged in one of them."""
    places = {a: b, b: a}
    return tuple(
        each.model_copy(
            update={
                "pairings": tuple(
                    pairing.model_copy(
                        update={"people": tuple(places.get(key, key) for key in pairing.people)}
                    )
                    for pairing in each.pairings
                ),
                "resting": tuple(places.get(key, key) for key in each.resting),
            }
        )
        if each.number == number
        else each
        for each in rounds
    )


def why_together(
    event: Event, plan_rounds: Sequence[Round], number: int, a: PersonKey, b: PersonKey
) -> tuple[Sentence, ...]:
    """Return why two people meet in a round, in plain words."""
    return ()


def broken_rules(event: Event, rounds: Sequence[Round]) -> tuple[Sentence, ...]:
    """Return what the rounds break of the evening's rules, in plain words."""
    return ()
