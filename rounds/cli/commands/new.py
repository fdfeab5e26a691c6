"""`rounds new`: an evening set up by questions in a terminal, or a file to start from."""

from __future__ import annotations

import os
import tomllib
from argparse import Namespace

from rounds.cli.chosen import carry_out, told_to_end
from rounds.cli.commands.home import home
from rounds.cli.commands.private_reports import remarks_on
from rounds.cli.output import in_a_terminal, path_text, tell, writing
from rounds.domain.errors import InputError, StoreError
from rounds.domain.event import Event
from rounds.domain.new_evening.outlook import outlook_of
from rounds.formats import new_event
from rounds.formats.outlook import in_words
from rounds.formats.roster import participants
from rounds.formats.roster import report as roster_report
from rounds.formats.roster import table as roster_table
from rounds.i18n import _, language
from rounds.store.disk.atomic import write_whole
from rounds.store.disk.nearby import shell_quoted
from rounds.store.format.templates import template
from rounds.store.reading.file_bytes import roster_bytes
from rounds.ui.launch.new_evening import set_up


def new(asked: Namespace) -> int:
    """Ask for a new evening in a terminal, or write an event file to start from.

    An existing file is never replaced.
    """
    if asked.file is not None and os.path.lexists(asked.file):
        raise StoreError("{file} already exists; nothing was changed.", file=path_text(asked.file))
    if in_a_terminal() and not (asked.roster or asked.template):
        return _ask(asked)
    if asked.file is None:
        raise InputError(
            "Name the file to create, such as: {command}", command="rounds new mixer.toml"
        )
    return _write(asked)


def _ask(asked: Namespace) -> int:
    """Set up an evening by questions, and do what the host chooses next."""
    choice = set_up(asked.file, asked.language)
    if choice is None:
        return 0
    status = carry_out(choice, asked.chosen_language)
    return home(asked) if choice.back and not told_to_end(status) else status


def _write(asked: Namespace) -> int:
    text = template(asked.language or language())
    if asked.language:
        text = new_event.with_settings(text, {"language": asked.language})
    if asked.roster:
        roster = roster_table.read(roster_bytes(asked.roster))
        text = new_event.with_people(text, roster.people)
        for line in (*roster_report.lines(roster), *remarks_on(participants.coming(roster))):
            tell(line)
    with writing(asked.file):
        write_whole(asked.file, text.encode())
    tell(in_words(outlook_of(Event.checked(tomllib.loads(text)))))
    tell(
        _("{file} was created. Next: {command}").format(
            file=path_text(asked.file), command=f"rounds check {shell_quoted(asked.file)}"
        )
    )
    return 0
