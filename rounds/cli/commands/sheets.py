"""`rounds sheets`: for every participant a sheet of their own to take home."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.commands.event import event_of
from rounds.cli.commands.person import person_of
from rounds.cli.output import path_text, tell
from rounds.domain.errors import RuleError
from rounds.i18n import _, ngettext
from rounds.ui.own_sheets import people_with_sheets, sheets_folder, write_own_sheets


def sheets(asked: Namespace) -> int:
    """Write the sheets of everybody who was there, or of one person."""
    event = event_of(asked)
    people = people_with_sheets(event)
    if asked.person is not None:
        key = person_of(event, asked.person)
        if key not in people:
            raise RuleError("{name} was not there, so there is no sheet.", name=asked.person)
        people = (key,)
    if not people:
        raise RuleError("Nobody was there yet: sheets are written after the first round.")
    folder = asked.to or sheets_folder(asked.file)
    write_own_sheets(event, people, folder, paper=asked.paper, form=asked.format)
    told = ngettext("{count} sheet is in {folder}.", "{count} sheets are in {folder}.", len(people))
    tell(told.format(count=len(people), folder=path_text(folder)))
    tell(_("Each holds its owner's private notes: give it to nobody else."))
    return 0
