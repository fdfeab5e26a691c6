"""`rounds export`: the pair history as a file, with the notes that were asked for."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rounds.cli.commands.event import event_of
from rounds.cli.commands.person import person_of
from rounds.cli.output import path_text, show, tell, writing
from rounds.domain.errors import InputError
from rounds.domain.event import Event, Note
from rounds.formats import EXPORTS
from rounds.formats.history.rows import notes_of
from rounds.i18n import _
from rounds.store.disk.atomic import write_whole


def export(asked: Namespace) -> int:
    """Write the history of the pairings, as a whole or not at all."""
    event = event_of(asked)
    to = Path(asked.to)
    form = EXPORTS[asked.format or _format_of(asked.to)]
    text = form.render(event, _chosen_notes(event, *asked.notes))
    if asked.to == "-":
        show(text, form.encoding)
        return 0
    if os.path.exists(to) and to.samefile(asked.file):
        raise InputError(
            "{file} is the event file itself. Choose another name.", file=path_text(to)
        )
    with writing(to):
        write_whole(to, text.encode(form.encoding), force=asked.force)
    tell(_("{file} was written.").format(file=path_text(to)))
    return 0


def _format_of(to: str) -> str:
    """Return the form of an export that the name of its file asks for."""
    if to == "-":
        return "csv"
    by_suffix = {form.suffix: name for name, form in EXPORTS.items()}
    form = by_suffix.get(Path(to).suffix.lower())
    if form is None:
        raise InputError(
            "{file}: choose a name that ends in .csv, .json or .md, or use --format",
            file=path_text(Path(to)),
        )
    return form


def _chosen_notes(event: Event, which: str, name: str) -> Sequence[Note]:
    """Return the notes that `--notes` asks for; InputError if the name is not that of one person.

    `which` is one of `parser.NOTES`; `name` is given with "mine".
    """
    if which == "none":
        return ()
    if which == "all":
        return notes_of(event)
    return notes_of(event, person_of(event, name))
