"""Why these two? What speaks for a pairing, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.sameness import firm, industry
from rounds.domain.planner.history import met_tonight, pair
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.sentence import Sentence, sentence


def why_together(event: Event, number: int, a: PersonKey, b: PersonKey) -> tuple[Sentence, ...]:
    """Return why two people meet in round `number`, begun or planned.

    Whose wish it was is not said: the room may be reading.
    """
    before = event.with_(rounds=tuple(round_ for round_ in event.rounds if round_.number < number))
    roster = PlannerPeople(before, seed_of(before))
    if a not in roster.index or b not in roster.index:
        return ()
    return tuple(_reasons(roster, event, number, a, b))


def _reasons(
    roster: PlannerPeople, event: Event, number: int, a: PersonKey, b: PersonKey
) -> Iterator[Sentence]:
    this = [round_ for round_ in event.rounds if round_.number == number]
    i, j = roster.index[a], roster.index[b]
    one, other = roster.people[i], roster.people[j]
    if any(pin.round == number and set(pin.people) == {a, b} for pin in event.pins):
        yield sentence("You pinned them to this round.")
    if any(
        there in {k for name in roster.people[here].wishes for k in roster.find(name)}
        for here, there in ((i, j), (j, i))
    ):
        yield sentence("A wish brings them together.")
    if pair(i, j) in roster.met:
        yield sentence("They have already met tonight.")
    elif pair(i, j) in roster.earlier:
        yield sentence(
            "They met at an earlier event; not everybody has enough new partners tonight."
        )
    elif pair(a, b) in met_tonight(event.with_(rounds=tuple(this))):
        yield sentence("They met for the first time.")
    elif not this:
        yield sentence("They have not met yet.")
    if same(firm(one.company), firm(other.company)):
        yield sentence("Both are from {company}.", company=one.company)
    if same(industry(one.industry), industry(other.industry)):
        yield sentence(
            "Both are in the industry {industry}: not all of its people can meet only people "
            "from others.",
            industry=one.industry,
        )
    elif one.industry and other.industry:
        yield sentence(
            "They are from different industries: {one} and {other}.",
            one=one.industry,
            other=other.industry,
        )


def same(one: str, other: str) -> bool:
    """Return whether two texts as they are compared are the same; an empty one never is."""
    return one == other != ""
