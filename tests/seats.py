"""Who sits where in a session, and the way to the end of a round."""

from __future__ import annotations

from rounds.domain.event import Event
from rounds.session.session import Session
from tests.evenings import Hands, a_session


def to_the_bell(session: Session, hands: Hands) -> None:
    """From the running round to its end."""
    hands.move(6 + 480)
    session.tick()


def after_round_one(event: Event, hands: Hands) -> Session:
    """Return a session at the end of its first round."""
    session = a_session(event, hands)
    session.steps.next()
    session.steps.next()
    to_the_bell(session, hands)
    return session


def together(session: Session, number: int, one: str, other: str) -> bool:
    """Whether two people sit at one table in a round, begun or planned."""
    rounds = (*session.event.rounds, *session.event.plan)
    return any(
        {one, other} <= set(pairing.people)
        for round_ in rounds
        if round_.number == number
        for pairing in round_.pairings
    )


def placed(session: Session, number: int) -> set[str]:
    """Who sits or rests in a round, begun or planned."""
    rounds = (*session.event.rounds, *session.event.plan)
    return {
        key
        for round_ in rounds
        if round_.number == number
        for key in (*round_.resting, *(key for two in round_.pairings for key in two.people))
    }
