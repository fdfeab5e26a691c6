"""`rounds new`: an event file to start from, with the participants of a roster if one is given."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from rounds.cli.output import path_text, tell, writing
from rounds.domain.errors import InputError, StoreError
from rounds.formats import new_event
from rounds.formats.roster import report as roster_report
from rounds.formats.roster import table as roster_table
from rounds.i18n import _, language
from rounds.store.disk.atomic import write_whole
from rounds.store.disk.nearby import shell_quoted
from rounds.store.format.templates import template
from rounds.store.reading.file_bytes import file_bytes


def new(asked: Namespace) -> int:
    """Write an event file to start from; an existing file is never replaced."""
    if os.path.lexists(asked.file):
        raise StoreError("{file} already exists; nothing was changed.", file=path_text(asked.file))
    text = template(asked.language or language())
    if asked.language:
        text = new_event.with_language(text, asked.language)
    if asked.roster:
        roster = roster_table.read(_roster_bytes(asked.roster))
        text = new_event.with_people(text, roster.people)
        for line in roster_report.lines(roster):
            tell(line)
    with writing(asked.file):
        write_whole(asked.file, text.encode())
    tell(
        _("{file} was created. Next: {command}").format(
            file=path_text(asked.file), command=f"rounds check {shell_quoted(asked.file)}"
        )
    )
    return 0


def _roster_bytes(path: Path) -> bytes:
    try:
        return file_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError("{file} is not there. Check the name.", file=path_text(path)) from None
