"""What can be done about an introduction, as far as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from rounds.domain.days_after import Answer, Introduction
from rounds.domain.event import Event, PersonKey
from rounds.domain.followup import introductions
from rounds.domain.sentence import sentence
from rounds.formats import days_after_messages as messages
from rounds.session.desk import Evening
from rounds.ui.screens.after.texts import called
from rounds.ui.screens.after.ways import Way


def ways_on(evening: Evening, introduction: Introduction, today: date) -> Sequence[Way]:
    """Return what can be done today, in the order in which it is usually done."""
    answers = _answers(evening, introduction, today)
    match introductions.standing(introduction):
        case "introduced":
            return [way_to_introduce(evening, introduction, today)]
        case "agreed":
            return [way_to_introduce(evening, introduction, today), *answers]
        case "declined":
            return [*_not_this_time(evening, introduction), *answers]
    return [*_asking(evening, introduction, today), *answers]


def way_to_ask(evening: Evening, one: Introduction, key: PersonKey, today: date) -> Way:
    """Return the way to ask one of the two."""
    return Way(
        sentence("Ask {name}", name=called(evening, key)),
        lambda event: introductions.ask(event, one, key, today),
        lambda: messages.asking(evening.event, one, key),
    )


def way_to_introduce(evening: Evening, one: Introduction, today: date) -> Way:
    """Return the way to introduce two who have both said yes."""
    return Way(
        sentence("Introduce them to each other"),
        (lambda event: introductions.introduce(event, one, today))
        if one.introduced_on is None
        else None,
        lambda: messages.introducing(evening.event, one),
    )


def _asking(evening: Evening, one: Introduction, today: date) -> Iterator[Way]:
    """Yield the two separate messages that ask, and the one after a hard reply."""
    for key in one.people:
        said = introductions.answer_of(one, key)
        if said is None:
            yield way_to_ask(evening, one, key, today)
        elif said == "asked":
            label = sentence('Answer {name}: "Is this worth my time?"', name=called(evening, key))
            yield Way(label, message=partial(messages.worth_it, evening.event, one, key))


def _not_this_time(evening: Evening, one: Introduction) -> Iterator[Way]:
    """Yield the message to whoever was asked and did not decline."""
    for key in one.people:
        if introductions.answer_of(one, key) in {"asked", "yes"}:
            label = sentence("Tell {name}: not this time", name=called(evening, key))
            yield Way(label, message=partial(messages.not_this_time, evening.event, one, key))


def _answers(evening: Evening, one: Introduction, today: date) -> Iterator[Way]:
    """Yield the answers that can be noted: an answer can also be corrected."""
    for key in one.people:
        said, name = introductions.answer_of(one, key), called(evening, key)
        if said != "yes":
            yield Way(sentence("{name} says yes", name=name), _answered(one, key, "yes", today))
        if said != "no":
            yield Way(sentence("{name} says no", name=name), _answered(one, key, "no", today))


def _answered(
    one: Introduction, key: PersonKey, said: Answer, today: date
) -> Callable[[Event], Event]:
    return lambda event: introductions.answer(event, one, key, said, today)
