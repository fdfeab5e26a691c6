"""The usual mistakes in a hand-written TOML file, and what to do about each."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from rounds.domain.errors import InputError
from rounds.domain.sentence import Sentence, sentence
from rounds.store.disk.nearby import shell_quoted
from rounds.store.errors.file_error import FileError
from rounds.store.format.parts import TOO_DEEP, TOO_LARGE
from rounds.text.safe import source_line

NOT_TOML = sentence("this is not valid TOML")

_CONFLICT = sentence("a merge conflict marker: keep one side and delete the markers")
_BACKSLASH = sentence('in "..." a backslash starts an escape code: write \\\\ or use single quotes')
_UNCLOSED = sentence('the closing quote is missing: text needs a plain " on both sides')
_LIST = sentence("a comma or a closing bracket is missing, here or just above")
_BLOCKS = sentence("each person needs double brackets: [[participants]]")
_TWICE = sentence("this name is used twice: delete one of the two")

_FLATTER = sentence("too many lists within lists: write them side by side")

_SHORTER = sentence("a whole number has at most 19 digits")

_LONG = 1_000
"""Of a longer line only the part near the error is searched for mistakes."""

_ONE_LINE = sentence("write what is in braces on one line, without a line break")
_OPEN_BRACE = re.compile(r"=\s*\{[^}]*$")

_IN_LINE = (
    (r"^\s*(<<<<<<<|=======|>>>>>>>)", _CONFLICT),
    (
        r"[\u201c-\u201f\u2018-\u201b\uff02\uff07\u300c\u300d]",
        sentence('curly or full-width quotes: use the plain quote " on both sides'),
    ),
    (r"\uff1d", sentence("a full-width equals sign: use the plain =")),
    (
        r"^[ \t]*[\u3000\xa0]|=[ \t]*[\u3000\xa0]|^[\w \t-]*[\u3000\xa0]",
        sentence("a full-width space: use plain spaces"),
    ),
    (r"=[ \t]*[-+]?\d*[\uff10-\uff19]", sentence("full-width digits: use 0 to 9")),
    (r"[\uff3b\uff3d]", sentence("full-width brackets: use [ and ]")),
    (r"[\uff0c\u3001]", sentence("a full-width comma: use the plain ,")),
    (
        r"=\s*\d{1,4}([/.])\d{1,2}\1\d{1,4}|=\s*\d+\u5e74",
        sentence("a date looks like 2026-05-14"),
    ),
    (
        r"=\s*(\d{4}-\d\d-\d\d[ T])?\d?\d:\d\d\s*(#.*)?$",
        sentence('a time needs quotes: "18:30"'),
    ),
    (r"^\s*[\w-]+\s*[:\uff1a]", sentence("use = instead of : between a setting and its value")),
    (
        r"=\s*(True|False|TRUE|FALSE|Yes|No|YES|NO|yes|no|on|off|On|Off)\b",
        sentence("write true or false, in small letters"),
    ),
    (
        r"=\s*[-+]?\d[\d.]*\s*[A-Za-z\u5206\u79d2\u56de\u4eba]+\s*(#.*)?$",
        sentence("write the number alone, without a unit"),
    ),
    (r"=\s*[-+]?0\d", sentence("write the number without a leading zero")),
    (r"^\s*//|\s//", sentence("a comment starts with #")),
    (r"=\s*(#.*)?$", sentence("the value after = is missing")),
    (
        r"^\s*[A-Za-z0-9_-]+[ \t]+[A-Za-z0-9_-]+\s*=",
        sentence("the name of a setting has no spaces: write _ instead"),
    ),
    (r"^\s*\[\[[^\]]*\](?!\])", sentence("[[ needs ]] at the end")),
    (r"^\s*\[[^\]]*$", sentence("[ needs ] at the end")),
    (r"^\s*[^\x00-\x7f]", sentence("settings have English names; see docs/event-file.md")),
    (r"'[^']*'\w", sentence("an apostrophe ends text in '...': put \"...\" around it instead")),
    (r'^[^"#]*"[^"]*$', _UNCLOSED),
    (r'=\s*"[^"]*\\', _BACKSLASH),
    (r"=\s*[^\s\"'\[{\d+\-tfin#]", sentence('text needs quotes: "..."')),
    (r"=\s*\S+\s+[A-Za-z0-9_-]+\s*=", sentence("one setting per line")),
)

_IN_MESSAGE = (
    ("hex value", _BACKSLASH),
    ("Unescaped", _BACKSLASH),
    ("Unclosed array", _LIST),
    ("Unclosed inline table", _LIST),
    ("Invalid initial character for a key", _LIST),
    ("Unterminated string", _UNCLOSED),
    ("Illegal character '\\n'", _UNCLOSED),
    ("Illegal character '\\r'", sentence("unusual line endings: save the file with normal ones")),
    ("Illegal character", sentence("an invisible control character: delete it")),
    ("Cannot overwrite", _TWICE),
    ("Duplicate inline", _TWICE),
)


def toml_problem(file: str, text: str, fault: tomllib.TOMLDecodeError) -> FileError:
    """Return where a text stops being valid TOML, with the likely reason."""
    said = str(fault)
    rows = text.split("\n")
    if said.startswith(TOO_DEEP):
        row = max(rows, key=lambda each: each.count("[") + each.count("{"))
        return FileError(file, rows.index(row) + 1, NOT_TOML, row, hint=_FLATTER)
    if said.startswith(TOO_LARGE):
        row = max(rows, key=_digits)
        return FileError(file, rows.index(row) + 1, NOT_TOML, row, hint=_SHORTER)
    line, column = place_of(fault) or _last_opening(rows, said)
    row = _row(rows, line)
    if "Unclosed" in said and not row[: column - 1].strip():
        line, column = _line_above(rows, line, column)
        row = _row(rows, line)
    near = row if len(row) <= _LONG else row[max(0, column - _LONG // 2) :][:_LONG]
    return FileError(file, line, NOT_TOML, row, column, _hint(said, near, rows, line))


def place_of(fault: tomllib.TOMLDecodeError) -> tuple[int, int] | None:
    """Return the line and the column of an error, None where it is the end of the text.

    Python 3.14 has them as attributes, the versions before in the message only.
    """
    said = str(fault)
    if said.endswith("(at end of document)"):
        return None
    line, column = getattr(fault, "lineno", None), getattr(fault, "colno", None)
    if line is not None and column is not None:
        return line, column
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    return (int(found[1]), int(found[2])) if found else None


def _digits(row: str) -> int:
    """Return the length of the longest number in a line."""
    return max((len(found) for found in re.findall(r"[0-9][0-9A-Fa-f_xob]*", row)), default=0)


def _hint(said: str, row: str, rows: list[str], line: int) -> Sentence | None:
    if any(re.match(r"(<<<<<<< |>>>>>>> )", each) for each in rows[max(0, line - 3) : line]):
        return _CONFLICT
    if "twice" in said or "namespace" in said or "Cannot overwrite" in said:
        return _BLOCKS if re.match(r"\s*\[participants\]", row) else _TWICE
    by_message = next((hint for part, hint in _IN_MESSAGE if part in said), None)
    # Text in closed quotes is the host's own and no mistake.
    outside = re.sub(r'"[^"\n]*"', '""', row) if row.count('"') % 2 == 0 else row
    if by_message is _LIST and _OPEN_BRACE.search(outside):
        return _ONE_LINE
    if by_message in (_BACKSLASH, _LIST):
        marks = _IN_LINE[1:7]
        return next((hint for slip, hint in marks if re.search(slip, outside)), by_message)
    return next((hint for slip, hint in _IN_LINE if re.search(slip, outside)), by_message)


def _row(rows: list[str], line: int) -> str:
    return rows[line - 1].rstrip("\r") if 0 < line <= len(rows) else ""


def _line_above(rows: list[str], line: int, column: int) -> tuple[int, int]:
    """Return the end of the last line with content before an error that was noticed later."""
    for number in range(line - 1, 0, -1):
        if row := _row(rows, number).split(" #")[0].rstrip():
            return number, len(row) + 1
    return line, column


def _last_opening(rows: list[str], said: str) -> tuple[int, int]:
    """Return where a text of several lines begins that is never closed, or else the last line."""
    if "string" in said:
        for number in range(len(rows), 0, -1):
            place = max(rows[number - 1].rfind('"""'), rows[number - 1].rfind("'''"))
            if place >= 0:
                return number, place + 1
    last = max(1, len("\n".join(rows).rstrip().split("\n")))
    return last, len(_row(rows, last)) + 1


_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of spreadsheet files, of today and of twenty years ago."""


def another_kind(file: str, raw: bytes) -> InputError | None:
    """Return an error that tells how to make an event file, if this file is a roster."""
    path = Path(file)
    event = path.with_suffix(".toml")
    if path.suffix.lower() in {".csv", ".tsv", ".xlsx"}:
        return InputError(
            "{file} is a table of people. Make an event file from it with: {command}",
            file=source_line(file),
            command=f"rounds new {shell_quoted(event)} --from {shell_quoted(path)}",
        )
    if raw.startswith(_WORKBOOK):
        table = shell_quoted(path.with_suffix(".xlsx"))
        return InputError(
            "{file} is a document of an office program. Save the roster as .xlsx or CSV, then: "
            "{command}",
            file=source_line(file),
            command=f"rounds new {shell_quoted(event)} --from {table}",
        )
    return None


def encoding_problem(file: str, raw: bytes) -> FileError | None:
    """Return what is wrong with the encoding of a file, None where it is UTF-8."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:200].count(b"\0") > 3:
        return FileError(
            file,
            1,
            sentence("the file is UTF-16, not UTF-8"),
            raw[:200].decode("utf-16", "replace").split("\n")[0].lstrip("\ufeff"),
            hint=sentence("open it in your editor and save it as UTF-8"),
        )
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        start = raw.rfind(b"\n", 0, fault.start) + 1
        end = raw.find(b"\n", fault.start)
        row = raw[start : None if end < 0 else end]
        try:
            raw.decode("cp932")
            message = sentence("the file is not UTF-8 (it looks like Shift_JIS)")
            text = row.decode("cp932", "replace")
        except UnicodeDecodeError:
            message = sentence("the file is not UTF-8")
            text = row.decode("latin-1")
        return FileError(
            file,
            raw.count(b"\n", 0, fault.start) + 1,
            message,
            text,
            hint=sentence("open it in your editor and save it as UTF-8"),
        )
    return None
