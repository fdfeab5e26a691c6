"""A list of people as a host has it, read into rows of the table."""

from __future__ import annotations

from pathlib import Path

from rounds.domain.errors import InputError
from rounds.domain.new_evening.answers import Row
from rounds.formats.roster import table
from rounds.i18n import say
from rounds.store.reading.file_bytes import file_bytes
from rounds.text.safe import source_line


def rows_of_file(path: Path) -> tuple[Row, ...]:
    """Return the rows of a file; raises `InputError` if it holds no list of people."""
    try:
        return rows_of(file_bytes(path))
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            "{file} is not there. Check the name.", file=source_line(str(path))
        ) from None


def rows_of(data: bytes) -> tuple[Row, ...]:
    """Return the rows of a list: those taken, what is doubtful of them, and those left out."""
    reading = table.read(data)
    remarks = " ".join(say(each) for each in reading.remarks)
    return tuple(
        Row(values=dict(person), remark=remarks if number == 0 else "")
        for number, person in enumerate(reading.people)
    )


def rows_pasted(text: str) -> tuple[Row, ...]:
    """Return the rows of a list that was pasted; raises `InputError` if there is nobody in it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return rows_of(lines.encode(errors="replace"))


def added(people: tuple[Row, ...], more: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows with those of `more` whose names are not among them yet."""
    here = {row.name for row in people}
    return (*people, *(row for row in more if row.name not in here))
