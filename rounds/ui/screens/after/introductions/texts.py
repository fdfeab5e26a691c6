"""What the desk says about an introduction, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.domain.days_after import Certainty, Introduction
from rounds.domain.event import PersonKey
from rounds.domain.followup import introductions
from rounds.i18n import _, listed, ngettext, shown_day
from rounds.session.desk import Evening
from rounds.ui.screens.after.texts import called
from rounds.ui.widgets.wrapped_text import SEPARATOR


def both(evening: Evening, introduction: Introduction) -> str:
    """Return the names of the two."""
    return listed([called(evening, key) for key in introduction.people])


def certainty_name(certainty: Certainty) -> str:
    """Return how certain it is that something comes of it."""
    return {
        "proposal": _("a concrete proposal"),
        "idea": _("the seed of an idea"),
        "first_meeting": _("only to get to know each other"),
    }[certainty]


def minutes_name(minutes: int) -> str:
    """Return how long the two would talk."""
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)


def standing(evening: Evening, introduction: Introduction) -> str:
    """Return how far an introduction is, in a few words."""
    how = introductions.standing(introduction)
    waits = [
        called(evening, key)
        for key in introduction.people
        if introductions.answer_of(introduction, key) in {None, "asked"}
    ]
    return {
        "to_ask": _("to be asked: {people}"),
        "waiting": _("waiting for {people}"),
        "agreed": _("both said yes"),
        "introduced": _("introduced"),
        "declined": _("not this time"),
    }[how].format(people=listed(waits))


def answer(evening: Evening, introduction: Introduction, key: PersonKey) -> str:
    """Return what one of the two has said so far."""
    found = [each for each in introduction.answers if each.person == key]
    name = called(evening, key)
    if not found:
        return _("{name}: not yet asked").format(name=name)
    said = found[-1]
    word = {"asked": _("asked"), "yes": _("yes"), "no": _("no")}[said.answer]
    day = said.answered_on or said.asked_on
    if day is None:
        return _("{name}: {answer}").format(name=name, answer=word)
    return _("{name}: {answer} ({day})").format(name=name, answer=word, day=shown_day(day))


def about(evening: Evening, introduction: Introduction) -> Sequence[str]:
    """Return what an introduction is for, and what each of the two said."""
    gains = [
        _("{name} may gain: {text}").format(name=called(evening, key), text=gain)
        for key, gain in zip(introduction.people, introduction.gains, strict=True)
        if gain
    ]
    what = (certainty_name(introduction.certainty), minutes_name(introduction.minutes))
    said = [answer(evening, introduction, key) for key in introduction.people]
    if introduction.introduced_on:
        on = _("introduced on {day}").format(day=shown_day(introduction.introduced_on))
        said.append(on)
    return (
        introduction.purpose,
        SEPARATOR.join(said),
        SEPARATOR.join((*what, *gains)),
    )
