"""The event that a command works on."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from rounds.cli.commands.private_reports import with_kept_apart
from rounds.cli.output import tell
from rounds.domain.event import Event
from rounds.domain.followup.due import held_on
from rounds.i18n import Customs, activate, follow
from rounds.store.reading.read import read


def events_of(asked: Namespace) -> list[Event]:
    """Return the events of several files, oldest first, and tell their warnings.

    Afterwards the language of the last one is in force, unless another was chosen with `--lang`,
    and its way to write times and dates. Whom the host keeps apart by reports is kept apart.
    """
    files = {file.resolve(): file for file in asked.files}
    opened = [read(file) for file in files.values()]
    events = sorted((with_kept_apart(each.event) for each in opened), key=_day)
    _speak_for(events[-1], asked)
    for each in opened:
        for warning in each.warnings:
            tell(warning)
    return events


def _speak_for(event: Event, asked: Namespace) -> None:
    settings = event.in_force
    if settings.language and not asked.chosen_language:
        activate(settings.language)
    follow(Customs(settings.clock, settings.dates))


def _day(event: Event) -> date:
    return held_on(event) or date.max


def event_of(asked: Namespace) -> Event:
    """Return the event of the file and tell its warnings.

    Afterwards the language of the event is in force, unless another was chosen with `--lang`,
    and its way to write times and dates. Whom the host keeps apart by reports is kept apart.
    """
    opened = read(asked.file)
    _speak_for(opened.event, asked)
    for warning in opened.warnings:
        tell(warning)
    return with_kept_apart(opened.event)
