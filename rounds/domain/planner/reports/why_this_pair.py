"""Why these two? What speaks for a pairing, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from rounds.domain.event import Event, PersonKey
from rounds.domain.people.sameness import firm, industry
from rounds.domain.planner.history import met_tonight, pair
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.reports.outcome import outcome
from rounds.domain.sentence import Sentence, sentence
from rounds.text.safe import one_line
from rounds.text.width import cut

LONGEST = 60
"""How many columns of what somebody seeks or offers are quoted."""


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
    pins = [pin for pin in event.pins if pin.round == number and set(pin.people) == {a, b}]
    if any(pin.again for pin in pins):
        yield sentence("This is a rematch round: they sit together again.")
    elif pins:
        yield sentence("You pinned them to this round.")
    if any(_wished(roster, here, there) for here, there in ((i, j), (j, i))):
        yield sentence("A wish brings them together.")
    yield from _fits(roster, i, j)
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
    preferred = event.settings.same_industry == "prefer"
    if same(industry(one.industry), industry(other.industry)) and preferred:
        yield sentence("Both are in the industry {industry}, as you prefer.", industry=one.industry)
    elif same(industry(one.industry), industry(other.industry)):
        yield sentence(
            "Both are in the industry {industry}: not all of its people can meet only people "
            "from others.",
            industry=one.industry,
        )
        yield from _share(roster, event, i, j)
    elif one.industry and other.industry:
        yield sentence(
            "They are from different industries: {one} and {other}.",
            one=one.industry,
            other=other.industry,
        )


def _wished(roster: PlannerPeople, here: int, there: int) -> bool:
    return there in roster.wishes[here] or any(there in group for group in roster.groups[here])


def _fits(roster: PlannerPeople, i: int, j: int) -> Iterator[Sentence]:
    """Say what one of the two can do for the other."""
    for seeker, helper in ((i, j), (j, i)):
        fit = roster.fits.get((seeker, helper))
        if fit is not None:
            who, what = roster.people[seeker], roster.people[helper]
            said = {"one": who.name, "seeks": _short(who.seeks), "other": what.name}
            if fit.source == "offers":
                yield sentence(
                    "{one} seeks {seeks}; {other} offers {offers}.",
                    offers=_short(what.offers),
                    **said,
                )
            elif fit.source == "industry":
                yield sentence(
                    "{one} seeks {seeks}; {other} is in the industry {industry}.",
                    industry=what.industry,
                    **said,
                )
            else:
                yield sentence(
                    "{one} seeks {seeks}; {other} is from {company}.", company=what.company, **said
                )


def _short(text: str) -> str:
    return cut(one_line(text).rstrip(" .。"), LONGEST)


def _share(roster: PlannerPeople, event: Event, i: int, j: int) -> Iterator[Sentence]:
    """Say how often the two meet people of their own industry, and how often others do."""
    shares = outcome(event, (*event.rounds, *event.plan)).per_person
    one, other = roster.people[i], roster.people[j]
    if one.key in shares and other.key in shares:
        yield sentence(
            "Such meetings are shared out tonight: {one} {first}, {other} {second}, "
            "nobody more than {most}.",
            one=one.name,
            first=shares[one.key].same_industry,
            other=other.name,
            second=shares[other.key].same_industry,
            most=max(share.same_industry for share in shares.values()),
        )


def same(one: str, other: str) -> bool:
    """Return whether two texts as they are compared are the same; an empty one never is."""
    return one == other != ""
