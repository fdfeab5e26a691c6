"""Introducing two people to each other, after each of them has said yes on their own.

An hour of two people needs a reason, so the purpose is one specific sentence. Whoever says no
needs none, and the other one never learns who declined.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from rounds.domain.days_after import Answer, AskedPerson, Introduction
from rounds.domain.errors import RuleError
from rounds.domain.event import Event, PersonKey
from rounds.domain.followup.recorded_entries import current, replaced
from rounds.text.fold import fold

KIND = "introductions"
SHORTEST = 10
"""A purpose with fewer characters says too little."""

_SAYS_NOTHING = tuple(
    map(
        fold,
        (
            *("networking", "network", "getting to know each other", "get to know each other"),
            *("exchange of information", "information exchange", "meeting", "first meeting"),
            *("a chat", "chat", "say hello", "business", "connect", "connecting"),
            *("情報交換", "顔合わせ", "人脈作り", "人脈づくり", "交流", "ご挨拶", "挨拶"),
            *("名刺交換", "ネットワーキング", "お話", "面談", "打ち合わせ", "ビジネス"),
        ),
    )
)

Standing = Literal["to_ask", "waiting", "agreed", "introduced", "declined"]


def vague(purpose: str) -> bool:
    """Return whether a purpose does not say why two people should spend an hour."""
    said = "".join(c for c in fold(purpose) if c.isalnum())
    words = ["".join(c for c in word if c.isalnum()) for word in _SAYS_NOTHING]
    without = said
    for word in sorted(words, key=len, reverse=True):
        without = without.replace(word, "")
    return len(said) < SHORTEST or len(without) < 4


def answer_of(introduction: Introduction, person: PersonKey) -> Answer | None:
    """Return what one of the two said, None if nobody has asked yet."""
    found = _asked(introduction, person)
    return found.answer if found else None


def standing(introduction: Introduction) -> Standing:
    """Return how far an introduction is."""
    said = [answer_of(introduction, person) for person in introduction.people]
    if "no" in said:
        return "declined"
    if introduction.introduced_on is not None:
        return "introduced"
    if said == ["yes", "yes"]:
        return "agreed"
    return "to_ask" if None in said else "waiting"


def may_introduce(introduction: Introduction) -> bool:
    """Return whether both have said yes: only then is there a text that introduces them."""
    return standing(introduction) in {"agreed", "introduced"}


def add(event: Event, introduction: Introduction) -> Event:
    """Return the event with a new introduction.

    Raises `RuleError` for a vague purpose of a proposal, and while another introduction of the
    same two is open.
    """
    refuse_vague(introduction)
    for other in event.introductions:
        same = set(other.people) == set(introduction.people)
        if same and standing(other) not in {"introduced", "declined"}:
            raise RuleError("There is an introduction of these two already: go on with that one.")
    return event.with_(introductions=(*event.introductions, introduction))


def reword(event: Event, introduction: Introduction, new: Introduction) -> Event:
    """Return the event with another purpose, gains, certainty and minutes of an introduction."""
    refuse_vague(new)
    return replaced(
        event,
        KIND,
        introduction,
        purpose=new.purpose,
        gains=new.gains,
        certainty=new.certainty,
        minutes=new.minutes,
    )


def ask(event: Event, introduction: Introduction, person: PersonKey, day: date) -> Event:
    """Return the event in which one of the two has been asked."""
    return _with_answer(
        event, introduction, AskedPerson(person=person, answer="asked", asked_on=day)
    )


def answer(
    event: Event, introduction: Introduction, person: PersonKey, said: Answer, day: date
) -> Event:
    """Return the event with the answer of one of the two: `yes` or `no`."""
    before = _asked(current(event, KIND, introduction), person)
    asked = before.asked_on if before else None
    return _with_answer(
        event,
        introduction,
        AskedPerson(person=person, answer=said, asked_on=asked or day, answered_on=day),
    )


def introduce(event: Event, introduction: Introduction, day: date) -> Event:
    """Return the event in which the two have been introduced; `RuleError` before two yes."""
    if not may_introduce(current(event, KIND, introduction)):
        raise RuleError("Both must say yes first: ask each of them on their own.")
    return replaced(event, KIND, introduction, introduced_on=day)


def refuse_vague(introduction: Introduction) -> None:
    """Raise `RuleError` if a proposal does not say why two people should spend an hour."""
    if introduction.certainty == "proposal" and vague(introduction.purpose):
        raise RuleError("One sentence: why should they spend an hour?")


def _asked(introduction: Introduction, person: PersonKey) -> AskedPerson | None:
    found = [said for said in introduction.answers if said.person == person]
    return found[-1] if found else None


def _with_answer(event: Event, introduction: Introduction, said: AskedPerson) -> Event:
    now = current(event, KIND, introduction)
    if said.person not in now.people:
        raise RuleError("{name} is not one of the two.", name=said.person)
    if now.introduced_on is not None:
        raise RuleError("These two have been introduced already.")
    others = (each for each in now.answers if each.person != said.person)
    return replaced(event, KIND, introduction, answers=(*others, said))
