"""Telling the host something in confidence, and what the host decides about it.

Nothing of it is ever shown where the room may read along.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from rounds.domain.errors import RoundsError
from rounds.domain.event import PersonKey
from rounds.domain.people.private_reports import DECISIONS, WISHES, PrivateReport, Wish
from rounds.i18n import _, say, shown_day
from rounds.text.safe import many_lines, one_line
from rounds.ui.screens.pasted_people import Asking
from rounds.ui.screens.program import mirrored

if TYPE_CHECKING:
    from rounds.ui.screens.dialogs.choose_person import PersonChoice

LONGEST = 1000
"""How many characters a report may have."""

UNATTENDED = 60.0
"""Seconds after which a question that somebody has left is taken off the screen."""

UNATTENDED_READING = 180.0
"""The same for the text of a report, which the host reads without pressing a key."""


async def tell_the_host(screen: Asking) -> None:
    """Ask about whom, what happened, what is wished and for a name; keep the report."""
    if _room_reads_along(screen):
        return
    ask, event = partial(screen.program.ask, unattended=UNATTENDED), screen.session.event
    chosen: PersonChoice | None = await ask("choose_person", _("In confidence: about whom?"), event)
    if chosen is None:
        return
    happened = ""

    def take(line: str) -> None:
        nonlocal happened
        happened = line

    question = _("What happened? Only the host will read it.")
    await ask("ask_line", question, take, "", LONGEST)
    if not happened.strip():
        return
    wishes = [
        ("l", _("Just listen")),
        ("k", _("Keep us apart from now on")),
        ("a", _("Please do something about it")),
    ]
    place: int | None = await ask("choose", _("What do you wish?"), wishes)
    if place is None:
        return
    wish = WISHES[place]
    by = await _own_name(screen, chosen.person, wish)
    if by is None:
        return
    try:
        await asyncio.to_thread(
            screen.session.reports.tell, chosen.person, happened, wish, by or None
        )
    except RoundsError as fault:
        screen.tell(say(fault))
    else:
        screen.tell(_("The host will read it. Thank you for saying so."))


async def read_reports(screen: Asking) -> None:
    """Show the new reports to the host, one after the other as the host chooses."""
    if _room_reads_along(screen):
        return
    await asyncio.to_thread(screen.session.reports.refresh)
    found = screen.session.reports.undecided
    offered = [("e", _("Enter a report")), *(("", _heading(report)) for report in found)]
    ask = partial(screen.program.ask, unattended=UNATTENDED)
    place: int | None = await ask("choose", _("In confidence"), offered)
    if place == 0:
        await tell_the_host(screen)
    elif place is not None:
        await _decide(screen, found[place - 1])


async def _decide(screen: Asking, report: PrivateReport) -> None:
    ways = [
        ("n", _("Noted")),
        ("k", _("Keep them apart, now and at the next evenings; nobody is told")),
        ("r", _("Not invited again")),
    ]
    ask = partial(screen.program.ask, unattended=UNATTENDED_READING)
    place: int | None = await ask("choose", _heading(report), ways, _told(report))
    if place is None:
        return
    decision, other = DECISIONS[place], None
    if decision == "keep_apart" and report.by is None:
        question = _("Keep {name} apart from whom?").format(name=one_line(report.about.name))
        event = screen.session.event
        chosen: PersonChoice | None = await ask("choose_person", question, event)
        if chosen is None:
            return
        other = chosen.person
    try:
        screen.session.reports.decide(report, decision, other)
    except RoundsError as fault:
        screen.tell(say(fault))
    else:
        screen.tell(_("The decision is kept."))


async def _own_name(screen: Asking, about: PersonKey, wish: Wish) -> PersonKey | None:
    """Return the person who tells it, "" for somebody who gives no name, None if they give up."""
    ask = partial(screen.program.ask, unattended=UNATTENDED)
    if wish != "keep_apart":
        ways = [("w", _("Without my name")), ("m", _("With my name, for the host only"))]
        place: int | None = await ask("choose", _("Your name?"), ways)
        if place != 1:
            return None if place is None else ""
    question = _("Your name, for the host only:")
    chosen: PersonChoice | None = await ask("choose_person", question, screen.session.event, about)
    return None if chosen is None else chosen.person


def _room_reads_along(screen: Asking) -> bool:
    if not mirrored(screen.program):
        return False
    screen.tell(_("The room sees this screen: tell the host in person, or on paper."))
    return True


def _heading(report: PrivateReport) -> str:
    """Return about whom and from when a report is, and what is wished."""
    wish = {
        "listen": _("just listen"),
        "keep_apart": _("keep us apart"),
        "act": _("please act"),
    }[report.wish]
    return _("About {name}, {day}: {wish}").format(
        name=one_line(report.about.name), day=shown_day(report.at.date()), wish=wish
    )


def _told(report: PrivateReport) -> str:
    """Return what happened, and who tells it if they want that."""
    by = one_line(report.by.name) if report.by else _("no name given")
    return many_lines(report.happened) + "\n" + _("From: {name}").format(name=by)
