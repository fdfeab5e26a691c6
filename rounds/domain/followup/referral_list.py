"""The referrals of several evenings together: first balls, and who gave and received how many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rounds.domain.days_after import Referral
from rounds.domain.event import Event, PersonKey
from rounds.domain.followup.known_people import KnownPeople
from rounds.domain.followup.referrals import is_open
from rounds.domain.people.roster import RosterIndex

Identified = int | str
"""A person by number, or by name if no roster knows them."""


@dataclass(frozen=True)
class GivenReferral:
    """A referral, the position of its evening, and the people's names.

    `first_ball` says that it is the first one ever from this giver to this receiver.
    """

    evening: int
    referral: Referral
    giver: str
    receiver: str
    first_ball: bool
    giver_is: Identified
    receiver_is: Identified


@dataclass(frozen=True)
class ReferralCount:
    """How many referrals somebody gave and received, and how many of these are open or won."""

    name: str
    given: int
    given_open: int
    given_won: int
    received: int
    received_open: int
    received_won: int


def referrals_of(events: Sequence[Event]) -> tuple[GivenReferral, ...]:
    """Return the referrals of evenings in their order, earliest first."""
    known = KnownPeople()
    numbered = [known.numbers(RosterIndex(event).people) for event in events]

    def who(evening: int, key: PersonKey) -> Identified:
        return numbered[evening].get(key, key)

    def name(person: Identified) -> str:
        return person if isinstance(person, str) else known.profiles[person].name

    found: list[GivenReferral] = []
    pairs: set[tuple[Identified, Identified]] = set()
    every = [
        (referral, evening) for evening, event in enumerate(events) for referral in event.referrals
    ]
    for referral, evening in sorted(every, key=lambda one: one[0].given_on):
        giver, receiver = who(evening, referral.giver), who(evening, referral.receiver)
        found.append(
            GivenReferral(
                evening,
                referral,
                name(giver),
                name(receiver),
                (giver, receiver) not in pairs,
                giver,
                receiver,
            )
        )
        pairs.add((giver, receiver))
    return tuple(found)


def first_balls(events: Sequence[Event]) -> tuple[frozenset[Referral], ...]:
    """Return for each evening the referrals that are first balls."""
    found: list[set[Referral]] = [set() for _ in events]
    for one in referrals_of(events):
        if one.first_ball:
            found[one.evening].add(one.referral)
    return tuple(frozenset(each) for each in found)


def counts(referrals: Iterable[GivenReferral]) -> tuple[ReferralCount, ...]:
    """Return for everybody who gave or received any how many there were, by name."""
    every = tuple(referrals)
    names: dict[Identified, str] = {}
    for one in every:
        names |= {one.giver_is: one.giver, one.receiver_is: one.receiver}

    def numbers(of: Callable[[GivenReferral], Identified], person: Identified) -> tuple[int, ...]:
        theirs = [one.referral for one in every if of(one) == person]
        return (
            len(theirs),
            sum(map(is_open, theirs)),
            sum(each.state == "won" for each in theirs),
        )

    return tuple(
        ReferralCount(
            name,
            *numbers(lambda one: one.giver_is, person),
            *numbers(lambda one: one.receiver_is, person),
        )
        for person, name in sorted(names.items(), key=lambda each: each[1])
    )
