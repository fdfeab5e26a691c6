"""`rounds export`: the pair history as a file, with the notes that were asked for."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from rounds.cli.commands.event import event_of
from rounds.cli.commands.person import person_of
from rounds.cli.output import path_text, show, tell, writing
from rounds.domain.errors import InputError
from rounds.formats import EXPORTS
from rounds.formats.history import lists
from rounds.formats.history.lists import LISTS
from rounds.formats.history.rows import notes_of, own_part
from rounds.i18n import _
from rounds.store.disk.atomic import write_whole


def export(asked: Namespace) -> int:
    """Write the history of the pairings, as a whole or not at all."""
    event = event_of(asked)
    to = Path(asked.to)
    name = asked.format or _format_of(asked.to)
    form = EXPORTS[name]
    which, author = asked.notes
    only = person_of(event, author) if which == "mine" else None
    people = asked.also == "people"
    if asked.what in LISTS:
        text = lists.render(asked.what, name, event, only=only, people=people)
    else:
        held = event if only is None else own_part(event, only)
        text = form.render(held, () if which == "none" else notes_of(held), people=people)
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
