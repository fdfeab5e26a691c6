"""The program as its screens see it: no screen imports the app or another screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

from rounds.domain.errors import RoundsError
from rounds.domain.event import PersonKey
from rounds.domain.sentence import Sentence, with_names
from rounds.domain.views.room import Room
from rounds.i18n import _, say, using
from rounds.session.session import Session
from rounds.ui.questions.second_press import SecondPress
from rounds.ui.screens.phone_code import PhoneCode


def mirrored(program: Program) -> bool:
    """Return whether the room sees this window: it has the stage, and no other one shows it."""
    return program.shows_the_stage and not program.projector


def unnamed(program: Program) -> frozenset[PersonKey]:
    """Return the people whose names are not shown: on a mirrored screen those who are not there."""
    if not mirrored(program):
        return frozenset()
    states = program.session.state.roster.states
    return frozenset(key for key, state in states.items() if state in {"absent", "left"})


def shown_names(program: Program) -> dict[PersonKey, str]:
    """Return everybody's name on a screen, for those who are not named their number."""
    roster, hidden = program.session.state.roster, unnamed(program)
    return {
        key: _("No. {number}").format(number=roster.numbers[key]) if key in hidden else name
        for key, name in roster.names.items()
    }


def say_here(program: Program, said: Sentence | RoundsError) -> str:
    """Return a sentence as this screen may show it: who is not named is a number."""
    if isinstance(said, RoundsError):
        said = said.sentence
    names, shown = program.session.state.roster.names, shown_names(program)
    return by_number(say(with_names(said, {names[key]: shown[key] for key in unnamed(program)})))


def by_number(said: str) -> str:
    """Return a text in which nobody called by number is addressed as by name, with さん."""
    return said.replace("番の方 さん", "番の方")


def undone_text(program: Program, what: Sentence) -> str:
    """Return what is said after an undo; no name where the room may read it.

    The undo may have been that of the language.
    """
    with using(program.session.language):
        if mirrored(program):
            return _("Undone")
        return _("Undone: {what}").format(what=say(what))


class Program(Protocol):
    """What a screen may ask of the program that it runs in."""

    session: Session
    again: SecondPress
    """The question on a screen of the evening that a second press answers."""

    file: Path | None
    """The event file, None in a rehearsal."""

    phone_code: PhoneCode
    """The phones of the participants, and what the room sees of them."""

    rehearsal: bool
    """Whether nothing of this is real."""

    @property
    def projector(self) -> bool | None:
        """Whether a second window shows the room, None if that is unknown."""

    @property
    def changed_by(self) -> object:
        """What was pressed last before the screen changed, for a key its name."""

    @property
    def continued(self) -> bool:
        """Whether this evening continues one from an earlier start of the program."""

    @property
    def room(self) -> Room:
        """What the room may see."""

    @property
    def shows_the_stage(self) -> bool:
        """Whether this window shows the stage, perhaps below another screen."""

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""

    async def ask(self, name: str, *arguments: object, unattended: float | None = None) -> Any:
        """Open the dialog with this name over the screen in view and return its answer.

        One that is private is given up after `unattended` seconds without a key.
        """

    def leave(self, status: int = 0) -> None:
        """End the program with an exit status."""
