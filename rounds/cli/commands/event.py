"""The event that a command works on."""

from __future__ import annotations

from argparse import Namespace

from rounds.cli.output import tell
from rounds.domain.event import Event
from rounds.i18n import activate
from rounds.store.reading.read import read


def event_of(asked: Namespace) -> Event:
    """Return the event of the file and tell its warnings.

    Afterwards the language of the event is in force, unless another was chosen with `--lang`.
    """
    opened = read(asked.file)
    if opened.event.in_force.language and not asked.chosen_language:
        activate(opened.event.in_force.language)
    for warning in opened.warnings:
        tell(warning)
    return opened.event
