"""Puts the sheets of participants into a folder: page or mail, calendar, contacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rounds.domain.event import Event, PersonKey
from rounds.formats.sheets import as_calendar, as_contacts, as_html, as_markdown
from rounds.formats.sheets.file_names import file_stem
from rounds.formats.sheets.sheet import Sheet, Sheets
from rounds.store.disk.own_file import remove_own, write_own

_PAGE_MARK = b'<meta name="generator" content="Rounds">'
_PRIVATE = 0o600


def sheets_folder(file: Path) -> Path:
    """Return the folder for the participants' own sheets of an event file."""
    return file.absolute().with_name(f"{file.stem}-sheets")


def people_with_sheets(event: Event) -> tuple[PersonKey, ...]:
    """Return those who get a sheet: everybody who was there."""
    return Sheets(event).people


def write_own_sheets(
    event: Event, keys: Sequence[PersonKey], folder: Path, *, paper: str, form: str
) -> list[Path]:
    """Write the sheets of some people in place of earlier ones, and return the files.

    `form` is "html" or "markdown". Where somebody has nothing to do or may have no contacts, there
    is no such file, and an earlier one is removed. Raises `StoreError` where the disk refuses.
    """
    sheets = Sheets(event)
    written = []
    for key in keys:
        sheet = sheets.sheet(key)
        stem = file_stem(sheet.number, sheet.profile.name)
        for ending, data, mark in _files(sheet, paper, form):
            path = folder / f"{stem}{ending}"
            if data:
                write_own(path, data, mark, _PRIVATE)
                written.append(path)
            else:
                remove_own(path, mark)
    return written


def _files(sheet: Sheet, paper: str, form: str) -> Iterator[tuple[str, bytes, bytes]]:
    if form == "markdown":
        yield ".md", as_markdown.render(sheet).encode("utf-8", "replace"), as_markdown.MARK.encode()
    else:
        yield ".html", as_html.render(sheet, paper).encode("utf-8", "replace"), _PAGE_MARK
    calendar = as_calendar.render(sheet.settings, sheet.due, sheet.names)
    yield ".ics", calendar, as_calendar.MARK
    cards = as_contacts.render(sheet.settings, [other.profile for other in sheet.reach])
    yield ".vcf", cards, as_contacts.MARK
