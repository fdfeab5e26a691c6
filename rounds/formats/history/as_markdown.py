"""The pair history to read and to print: one Markdown table per round, then the notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from rounds.domain.event import Event, Note
from rounds.formats.history.labels import (
    note_fields,
    note_headings,
    number,
    pairing_headings,
    status_word,
)
from rounds.formats.history.rows import Met, history, names
from rounds.i18n import _, listed, shown_date
from rounds.text.safe import one_line

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>|#~&])")


def render(event: Event, notes: Sequence[Note] = ()) -> str:
    """Return the pair history as Markdown, with the given notes and no others."""
    called = names(event)
    settings = event.settings
    lines = [f"# {escaped(settings.title)}", ""]
    about = [shown_date(settings.date) if settings.date else "", settings.place]
    if any(about):
        lines += [escaped(listed([word for word in about if word])), ""]
    resting = {round_.number: round_.resting for round_ in (*event.rounds, *event.plan)}
    for number_, group in groupby(history(event), key=lambda met: met.round):
        pairings = list(group)
        lines += ["## " + _("Round {number}").format(number=number_), ""]
        lines += _table(pairings, called)
        if resting.get(number_):
            people = listed([escaped(called[key]) for key in resting[number_]])
            lines += [_("Rests: {people}").format(people=people), ""]
    if notes:
        lines += ["## " + _("Notes"), ""]
        for note in notes:
            lines += [*_note(note, called), ""]
    return "\n".join(lines).rstrip() + "\n"


def escaped(text: str) -> str:
    """Return a line of text with the signs of Markdown and HTML escaped."""
    return _MEANS_SOMETHING.sub(r"\\\1", one_line(text))


def _table(pairings: list[Met], called: dict[str, str]) -> list[str]:
    trio = any(len(met.people) == 3 for met in pairings)
    _round, table, *seats, first, start, end, minutes, status = pairing_headings()
    if not trio:
        seats = seats[:2]
    headings = [table, *seats, first, start, end, minutes, status]
    rows = [
        [
            str(met.table),
            *[called[key] for key in met.people],
            *[""] * (len(seats) - len(met.people)),
            called[met.listened_first] if met.listened_first else "",
            f"{met.start:%H:%M}" if met.start else "",
            f"{met.end:%H:%M}" if met.end else "",
            number(met.minutes),
            status_word(met.status),
        ]
        for met in pairings
    ]
    return [
        _row(headings),
        "|" + " --- |" * len(headings),
        *(_row([escaped(cell) for cell in row]) for row in rows),
        "",
    ]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _note(note: Note, called: dict[str, str]) -> list[str]:
    title = _("Round {number}: {author} about {partner}").format(
        number=note.round, author=escaped(called[note.by]), partner=escaped(called[note.about])
    )
    fields = zip(note_headings()[2:], note_fields(note), strict=True)
    return [
        f"### {title}",
        "",
        *(f"- {heading}: {escaped(value)}" for heading, value in fields if value),
    ]
