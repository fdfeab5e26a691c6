"""A newer list of people, chosen on a screen: what it changes, and a question before it does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rounds.domain.errors import InputError
from rounds.domain.people.newer_list import Newer, compare
from rounds.formats.new_event import blocks
from rounds.formats.roster import newer_report, participants, table
from rounds.i18n import _, ngettext, say, shown_day, shown_time
from rounds.store.additions import add_people
from rounds.store.disk.roster_files import roster_files, usual_folders
from rounds.store.reading.file_bytes import roster_bytes
from rounds.text.safe import one_line
from rounds.ui.screens.pasted_people import Asking
from rounds.ui.screens.program import mirrored

_MOST = 4
"""How many names of a kind, and how many changes, a dialog has room for."""

Ask = Callable[..., Awaitable[Any]]
"""Opens the dialog with a name and returns its answer."""


async def choose_roster(ask: Ask) -> Path | None:
    """Return the list that the host chooses, None if none; InputError where there is none."""
    files = roster_files(usual_folders())
    if not files:
        raise InputError(
            "No list (CSV or Excel) is in this folder, Downloads, Desktop or Documents."
        )
    offered = [
        (
            "",
            f"{one_line(each.path.name)}  "
            f"{shown_day(each.changed.date())} {shown_time(each.changed.time())}",
        )
        for each in files
    ]
    at = await ask("choose", _("The newer list?"), offered)
    return None if at is None else files[at].path


async def add_from_roster(host: Asking) -> None:
    """Show what a newer list changes and, after a question, add the new people to the file."""
    with host.reporting():
        file = host.program.file
        if file is None:
            raise InputError("In a rehearsal nobody is added.")
        chosen = await choose_roster(host.program.ask)
        if chosen is None:
            return
        newer = await asyncio.to_thread(_compared, host, chosen)
        in_public = mirrored(host.program)
        said = [*newer_report.lines(newer, _MOST, in_public=in_public)]
        if not in_public:
            said += host.session.reports.remarks(newer.new)
        told = "\n".join(map(say, said))
        ways = [("", _("Add nobody")), *([("", _("Add them"))] if newer.new else [])]
        if await host.program.ask("choose", one_line(chosen.name), ways, told) != 1:
            return
        text = blocks(participants.written(person) for person in newer.new)
        await asyncio.to_thread(add_people, file, text)
        count = len(newer.new)
        host.tell(
            ngettext(
                "{count} person was added to the file and is expected.",
                "{count} people were added to the file and are expected.",
                count,
            ).format(count=count)
        )


def _compared(host: Asking, roster: Path) -> Newer:
    reading = table.read(roster_bytes(roster))
    return compare(host.session.event, participants.coming(reading), participants.away(reading))
