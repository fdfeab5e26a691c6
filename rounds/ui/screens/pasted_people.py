"""Several people who were pasted at once: a question, then they are walk-ins."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from rounds.domain.people.search import named
from rounds.formats.roster.people.walk_ins import walk_ins
from rounds.i18n import _, listed, ngettext
from rounds.session.session import Session
from rounds.ui.screens.program import Program


class Asking(Protocol):
    """What asks: a screen of the evening, or a part of one."""

    @property
    def session(self) -> Session:
        """The evening."""

    @property
    def program(self) -> Program:
        """The program."""

    def tell(self, said: str, /) -> None:
        """Show one line to the host."""

    def reporting(self) -> AbstractContextManager[None]:
        """Show an error that the host can fix instead of failing."""


async def add_pasted(screen: Asking, lines: Sequence[str]) -> None:
    """Ask whether the people in pasted lines are walk-ins, and add them.

    Whoever is on the roster already is named, and not added; so are lines that name nobody.
    """
    session = screen.session
    people, left_out = walk_ins(lines, session.event.settings.sides)
    known = [person.name for person in people if named(session.state.roster, person.name)]
    new = list({person.name: person for person in people if person.name not in known}.values())
    if not people:
        screen.tell(_("These lines name nobody who comes: {lines}").format(lines=listed(left_out)))
        return
    if not new:
        screen.tell(_("They are all on the roster already: {names}").format(names=listed(known)))
        return
    question = ngettext("Add {count} walk-in?", "Add {count} walk-ins?", len(new))
    about = listed([" / ".join([person.name, *person.more]) for person in new])
    if known:
        about = _("{names}. Already on the roster, and not added: {known}").format(
            names=about, known=listed(known)
        )
    if left_out:
        about = _("{names}. Left out: {lines}").format(names=about, lines=listed(left_out))
    ways = [("", _("Add nobody")), ("", _("Add them"))]
    if await screen.program.ask("choose", question.format(count=len(new)), ways, about) != 1:
        return
    with screen.reporting():
        keys = session.people.add_walk_ins(new)
        added = ngettext(
            "{count} walk-in is here: {names}", "{count} walk-ins are here: {names}", len(keys)
        )
        names = session.state.roster.names
        screen.tell(added.format(count=len(keys), names=listed([names[key] for key in keys])))
