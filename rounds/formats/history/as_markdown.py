"""The pair history to read and to print: one Markdown table per round, then the notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from rounds.domain.event import Event, Note
from rounds.formats.history.labels import (
    note_fields,
    note_headings,
    number,
    pairing_headings,
    profile_headings,
    status_word,
)
from rounds.formats.history.rows import Met, history, names, profiles
from rounds.i18n import _, listed, shown_date, shown_day, shown_time
from rounds.text.safe import one_line

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>|#~&])")


def render(event: Event, notes: Sequence[Note] = (), *, people: bool = False) -> str:
    """Return the pair history as Markdown, with the given notes and no others.

    With `people` company, industry and purpose of everybody stand in front.
    """
    called = names(event)
    lines = heading(event)
    if people:
        lines += people_table(event)
    resting = {round_.number: round_.resting for round_ in (*event.rounds, *event.plan)}
    for number_, group in groupby(history(event), key=lambda met: met.round):
        pairings = list(group)
        lines += ["## " + _("Round {number}").format(number=number_), ""]
        lines += _table(pairings, called)
        if resting.get(number_):
            who = listed([escaped(called[key]) for key in resting[number_]])
            lines += [_("Rests: {people}").format(people=who), ""]
    if notes:
        lines += ["## " + _("Notes"), ""]
        for note in notes:
            lines += [*_note(note, called), ""]
    return "\n".join(lines).rstrip() + "\n"


def heading(event: Event) -> list[str]:
    """Return the lines that say which event it is."""
    settings = event.settings
    about = [shown_date(settings.date) if settings.date else "", settings.place]
    lines = [f"# {escaped(settings.title)}", ""]
    if any(about):
        lines += [escaped(listed([word for word in about if word])), ""]
    return lines


def people_table(event: Event) -> list[str]:
    """Return a table of the people of an event: name, company, industry, purpose."""
    called = names(event)
    rows = [[called[key], *said] for key, said in profiles(event).items()]
    return ["## " + _("People"), "", *table([_("name"), *profile_headings()], rows)]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table, followed by an empty line; what stands in its cells is escaped."""
    return [
        _row(headings),
        "|" + " --- |" * len(headings),
        *(_row([escaped(cell) for cell in row]) for row in rows),
        "",
    ]


def escaped(text: str) -> str:
    """Return a line of text with the signs of Markdown and HTML escaped."""
    return _MEANS_SOMETHING.sub(r"\\\1", one_line(text))


def _table(pairings: list[Met], called: dict[str, str]) -> list[str]:
    trio = any(len(met.people) == 3 for met in pairings)
    _round, place, *seats, first, start, end, minutes, status = pairing_headings()
    if not trio:
        seats = seats[:2]
    headings = [place, *seats, first, start, end, minutes, status]
    rows = [
        [
            str(met.table),
            *[called[key] for key in met.people],
            *[""] * (len(seats) - len(met.people)),
            called[met.listened_first] if met.listened_first else "",
            shown_time(met.start.time()) if met.start else "",
            shown_time(met.end.time()) if met.end else "",
            number(met.minutes),
            _status(met),
        ]
        for met in pairings
    ]
    return table(headings, rows)


def _status(met: Met) -> str:
    word = status_word(met.status)
    return _("{status}, met again").format(status=word) if met.again else word


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _note(note: Note, called: dict[str, str]) -> list[str]:
    title = _("Round {number}: {author} about {partner}").format(
        number=note.round, author=escaped(called[note.by]), partner=escaped(called[note.about])
    )
    fields = zip(note_headings()[2:], note_fields(note, shown_day), strict=True)
    return [
        f"### {title}",
        "",
        *(f"- {heading}: {escaped(value)}" for heading, value in fields if value),
    ]
