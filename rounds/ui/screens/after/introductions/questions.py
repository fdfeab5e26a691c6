"""Asks for an introduction: for whom, why, how certain, for how long, what each may gain."""

from __future__ import annotations

from rounds.domain.days_after import CERTAINTIES, MINUTES, Certainty, Introduction
from rounds.domain.errors import RuleError
from rounds.domain.event import PersonKey
from rounds.domain.followup import introductions
from rounds.domain.sentence import sentence
from rounds.i18n import _
from rounds.session.desk import Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.introductions.texts import both, certainty_name, minutes_name
from rounds.ui.screens.after.questions import line, which, which_evening, which_person
from rounds.ui.screens.after.texts import called

Two = tuple[PersonKey, PersonKey]


async def ask_for_people(program: DeskProgram) -> tuple[Evening, Two] | None:
    """Return two people of an evening; None after Escape."""
    evening = await which_evening(program)
    if evening is None:
        return None
    one = await which_person(program, evening, _("Who is to be introduced?"))
    if one is None:
        return None
    question = _("To whom is {name} to be introduced?").format(name=called(evening, one))
    other = await which_person(program, evening, question, one)
    return None if other is None else (evening, (one, other))


async def ask_for_introduction(
    program: DeskProgram, evening: Evening, people: Two, old: Introduction | None = None
) -> Introduction | None:
    """Return an introduction of two people; None after Escape at any question.

    `old` is the one that is to be changed: its words are offered.
    """
    offered = [(str(at), certainty_name(each)) for at, each in enumerate(CERTAINTIES, 1)]
    at = await which(program, _("How certain is it that something comes of it?"), offered)
    if at is None:
        return None
    certainty = CERTAINTIES[at]
    purpose = await line(
        program,
        _("One sentence: why should they spend an hour?"),
        check=_PurposeCheck(certainty),
        value=old.purpose if old else "",
    )
    if purpose is None:
        return None
    gains = []
    for place, key in enumerate(people):
        question = _("What may {name} gain, honestly?").format(name=called(evening, key))
        gain = await line(program, question, value=old.gains[place] if old else "", needed=False)
        if gain is None:
            return None
        gains.append(gain)
    lengths = [(str(at), minutes_name(each)) for at, each in enumerate(MINUTES, 1)]
    at = await which(program, _("How long would they talk?"), lengths)
    if at is None:
        return None
    return Introduction(
        people=people,
        noted_on=program.desk.today,
        purpose=purpose,
        gains=(gains[0], gains[1]),
        certainty=certainty,
        minutes=MINUTES[at],
    )


def add_introduction(program: DeskProgram, evening: Evening, made: Introduction) -> None:
    """Put a new introduction into the file of an evening; raises `RuleError`."""
    label = sentence("introduction of {people}", people=both(evening, made))
    program.desk.change(evening, label, lambda event: introductions.add(event, made))


class _PurposeCheck:
    """Answers a vague purpose; what is no proposal may stay vague when it is entered again."""

    def __init__(self, certainty: Certainty) -> None:
        self._certainty = certainty
        self._answered = ""

    def __call__(self, purpose: str) -> None:
        if not introductions.vague(purpose):
            return
        if self._certainty != "proposal" and purpose == self._answered:
            return
        self._answered = purpose
        if self._certainty == "proposal":
            raise RuleError("This does not say why. What exactly could come of their hour?")
        raise RuleError("This says little. Make it more exact, or press Enter again to keep it.")
