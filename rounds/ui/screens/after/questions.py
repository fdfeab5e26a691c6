"""What the desk asks, one question after the other: people, sentences, one of a few things."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rounds.domain.errors import RuleError
from rounds.domain.event import PersonKey
from rounds.domain.followup.due import held_on
from rounds.i18n import _, listed, shown_date
from rounds.session.desk import Evening
from rounds.ui.screens.after.desk_program import DeskProgram

LONGEST = 200
"""Characters of a line that is asked for."""


async def which_evening(program: DeskProgram) -> Evening | None:
    """Return the evening that is meant, the last one first; None after Escape."""
    evenings = program.desk.evenings[::-1]
    if len(evenings) < 2:
        return evenings[0] if evenings else None
    offered = [("", evening_name(each)) for each in evenings]
    at: int | None = await program.ask("choose", _("People of which evening?"), offered)
    return None if at is None else evenings[at]


def evening_name(evening: Evening) -> str:
    """Return the title of an evening and its day."""
    day = held_on(evening.event)
    title = evening.event.settings.title
    return listed([title, shown_date(day)]) if day else title


async def which_person(
    program: DeskProgram, evening: Evening, question: str, excluded: PersonKey | None = None
) -> PersonKey | None:
    """Return somebody of an evening; None after Escape."""
    chosen = await program.ask("choose_person", question, evening.event, excluded)
    return None if chosen is None else str(chosen.person)


async def which(
    program: DeskProgram, question: str, offered: Sequence[tuple[str, str]], about: str = ""
) -> int | None:
    """Return which of some (key, words) is meant; None after Escape."""
    at: int | None = await program.ask("choose", question, offered, about)
    return at


async def line(
    program: DeskProgram,
    question: str,
    *,
    check: Callable[[str], object] = lambda _text: None,
    value: str = "",
    needed: bool = True,
) -> str | None:
    """Return a line that passes a check, which raises `RoundsError`; None after Escape."""
    taken: list[str] = []

    def take(text: str) -> None:
        if needed and not text:
            raise RuleError("Write a few words, or press Esc.")
        check(text)
        taken.append(text)

    await program.ask("ask_line", question, take, value, LONGEST)
    return taken[0] if taken else None
