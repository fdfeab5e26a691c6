"""Makes hostile text safe: for the file, for a terminal, for a spreadsheet.

Three places, three rules. `clean` and `clean_line` are what is stored, `one_line` and
`many_lines` what is shown on any terminal, `csv_cell` what goes into a spreadsheet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
MARKS = 4
"""How many combining marks one character may carry on a screen."""

_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_BLANKS = frozenset(" \t\n" + _BREAKS)
_JOINERS = frozenset("\u200c\u200d")
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f\u3164\uffa0")
_FORMULA = frozenset("=+-@＝＋－＠")
_BLACK_FLAG = "\U0001f3f4"


def clean(text: str) -> str:
    """Return text of several lines as it is stored: NFC, LF, no controls, no lone surrogates."""
    text = text.replace("\r\n", "\n")
    for line_break in _BREAKS:
        text = text.replace(line_break, "\n")
    if text.isprintable():  # the usual case, and much quicker to tell
        return unicodedata.normalize("NFC", text)
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", "".join(kept).replace("\ufeff", ""))


def clean_line(text: str) -> str:
    """Return one line as it is stored: like `clean`, line breaks and tabs become single blanks."""
    return " ".join(part for part in clean(text).replace("\t", "\n").split("\n") if part).strip()


def one_line(text: str) -> str:
    """Return text as one line that any terminal can show.

    Nothing in it moves the cursor, reverses the direction of writing or is invisible. The result
    is plain text: markup is not interpreted anywhere.
    """
    return " ".join("".join(_visible(text, " ")).split())


def many_lines(text: str) -> str:
    """Return text that any terminal can show, with its line breaks."""
    return "".join(_visible(text.replace("\r\n", "\n"), "\n"))


def source_line(text: str) -> str:
    """Return a line of a file, or the name of one, as any terminal can show it.

    It is like `one_line`, but every blank is kept.
    """
    return "".join(_visible(text, " "))


def csv_cell(text: str) -> str:
    """Return text for a cell of a spreadsheet; an apostrophe keeps it from becoming a formula."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(
        REPLACEMENT if c not in "\n\t" and unicodedata.category(c) in {"Cc", "Cs"} else c
        for c in text
    )
    for c in text:
        if c in _FORMULA or c in "\t\n":
            return "'" + text
        if unicodedata.category(c) not in {"Zs", "Cf"}:
            break
    return text


def _visible(text: str, line_break: str) -> Iterator[str]:
    """Yield the characters of text that may be shown, line breaks as `line_break`."""
    if text.isascii() and text.isprintable():
        yield text
        return
    before = joiner = ""
    marks = 0
    flag = False
    for c in text:
        category = unicodedata.category(c)
        shown = c
        if c in _BLANKS:
            shown = " " if c in " \t" else line_break
        elif category in {"Cc", "Cs", "Co", "Cn"}:
            shown = REPLACEMENT
        elif c in _INVISIBLE:
            continue
        elif c in _JOINERS:
            joiner = c
            continue
        elif category in {"Mn", "Mc", "Me"}:
            marks += 1
            if marks > MARKS or not _carries(before):
                continue
        elif category == "Cf" and not (flag and "\U000e0020" <= c <= "\U000e007f"):
            continue  # (the flags of regions are spelled in invisible letters after a black flag)
        elif category != "Cf":
            marks = 0
        if joiner and _carries(before) and _carries(shown):
            yield joiner
        joiner = ""
        yield shown
        if shown.isspace() or shown == REPLACEMENT:
            marks = 0
        flag = shown == _BLACK_FLAG or (flag and category == "Cf")
        before = shown


def _carries(c: str) -> bool:
    return bool(c) and not c.isspace()
