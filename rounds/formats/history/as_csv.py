"""The pair history for a spreadsheet: RFC 4180, every cell quoted, no cell a formula.

One row per pairing. With notes there is one row per note, so a pairing of two notes has two rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from rounds.domain.event import Event, Note, PersonKey
from rounds.formats.history.labels import (
    again_heading,
    note_fields,
    note_headings,
    number,
    pairing_headings,
    profile_headings_of_seats,
    spreadsheet_time,
    status_word,
)
from rounds.formats.history.rows import Met, history, names, profiles
from rounds.i18n import _
from rounds.text.safe import csv_cell


def render(event: Event, notes: Sequence[Note] = (), *, people: bool = False) -> str:
    """Return the pair history as CSV, with the given notes and no others.

    With `people` each row also has company, industry and purpose of those who sat there.
    """
    called = names(event)
    about = profiles(event) if people else {}
    more = profile_headings_of_seats() if people else []
    headings = [*pairing_headings(), again_heading(), *more]
    met = history(event)
    if not notes:
        return table([headings, *(_pairing(one, called, about) for one in met)])
    rows = [[*headings, *note_headings()]]
    left = list(notes)
    for one in met:
        here = [note for note in left if _belongs(note, one)]
        left = [note for note in left if note not in here]
        rows += [[*_pairing(one, called, about), *_note(note, called)] for note in here]
        if not here:
            rows.append([*_pairing(one, called, about), *[""] * len(note_headings())])
    blank = [""] * (len(headings) - 1)
    rows += [[str(note.round), *blank, *_note(note, called)] for note in left]
    return table(rows)


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV for a spreadsheet, lines ending in CRLF."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        [csv_cell(cell) for cell in row] for row in rows
    )
    return text.getvalue()


def _belongs(note: Note, met: Met) -> bool:
    return note.round == met.round and {note.by, note.about} <= set(met.people)


def _pairing(
    met: Met, called: dict[str, str], about: dict[PersonKey, tuple[str, str, str]]
) -> list[str]:
    seats = [called[key] for key in met.people]
    said = [word for key in met.people for word in about.get(key, ("", "", ""))] if about else []
    return [
        str(met.round),
        str(met.table),
        *seats,
        *[""] * (3 - len(seats)),
        called[met.listened_first] if met.listened_first else "",
        spreadsheet_time(met.start),
        spreadsheet_time(met.end),
        number(met.minutes),
        status_word(met.status),
        _("yes") if met.again else "",
        *said,
        *[""] * (9 - len(said) if about else 0),
    ]


def _note(note: Note, called: dict[str, str]) -> list[str]:
    return [called[note.by], called[note.about], *note_fields(note)]
