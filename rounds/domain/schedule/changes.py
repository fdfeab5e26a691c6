"""What a new plan changes, why two people meet, and what an exchange by hand would break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.roster import shown_names
from rounds.domain.schedule.problem import Roster, pair, same, seed_of
from rounds.domain.schedule.rules import broken_rules as broken_rules
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
    """Return why two people meet in a round, in plain words; nothing where they do not."""
    each = next((each for each in plan_rounds if each.number == number), None)
    if each is None or not any({a, b} <= set(pairing.people) for pairing in each.pairings):
        return ()
    return tuple(_reasons(event, number, a, b))


def _reasons(event: Event, number: int, a: PersonKey, b: PersonKey) -> Iterator[Sentence]:
    roster = Roster(event, seed_of(event))
    names = shown_names(event)
    i, j = roster.index[a], roster.index[b]
    met = pair(i, j)
    one, other = roster.people[i], roster.people[j]
    if any(pin.round == number and set(pin.people) == {a, b} for pin in event.pins):
        yield sentence("You have pinned them into this round.")
    for here, there, who, whom in ((i, j, a, b), (j, i, b, a)):
        if there in {k for name in roster.people[here].wishes for k in roster.find(name)}:
            yield sentence("{one} wishes to meet {other}.", one=names[who], other=names[whom])
    sides = event.settings.sides
    if roster.side is not None and sides is not None and roster.side[i] != roster.side[j]:
        yield sentence(
            "They are on different sides: {one} and {other}.",
            one=sides[roster.side[i]],
            other=sides[roster.side[j]],
        )
    if met in roster.met:
        yield sentence("They have already met tonight.")
    elif met in roster.earlier:
        yield sentence(
            "They met at an earlier event; not everybody has enough new partners tonight."
        )
    else:
        yield sentence("They have not met before.")
    if same(one.company, other.company):
        yield sentence("Both are from {company}.", company=one.company)
    if same(one.industry, other.industry):
        yield sentence(
            "Both are in the industry {industry}: not everybody of it can meet only others.",
            industry=one.industry,
        )
    elif one.industry and other.industry:
        yield sentence(
            "They are from different industries: {one} and {other}.",
            one=one.industry,
            other=other.industry,
        )
