"""Refuses files that would take too long to parse, by a look at their text.

The TOML parser takes time for every line and every comma, and for a name with dots the square
of its parts. Text in quotes and remarks may hold any number of dots and commas.
"""

from __future__ import annotations

import re

from rounds.domain.errors import InputError
from rounds.domain.sentence import sentence
from rounds.store.errors.file_error import FileError, WrongFile
from rounds.store.format.parts import file_text
from rounds.text.safe import source_line

LINES = 150_000

COMMAS = 150_000
"""How many commas may separate the values of all lists and inline tables of a file."""

PARTS = 5
"""How many parts a name with dots may have: `event.prompts.first_half` has three."""

DOTTED = 2_000
"""How many names with dots a file may have; Rounds writes none."""

_PART = r"""(?:[A-Za-z0-9_-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+')[ \t]*+"""
_NEXT = rf"\.[ \t]*+{_PART}"

_MAY_BE_LONG = re.compile(rf"{_NEXT}(?:{_NEXT}){{{PARTS - 1}}}")
_MAY_BE_DOTTED = rf"[\n\[{{,][ \t]*+{_PART}\."
"""What such names contain; a text in quotes may contain it, too."""

_TEXT = r"""(?x: "{3} (?:\\[\s\S]|[^\\])*? (?:"{3,5}|\Z)
    | '{3} [\s\S]*? (?:'{3,5}|\Z)
    | " (?:\\.|[^"\\\n])*+ "?
    | ' [^'\n]*+ '?
    | \#[^\n]*+ )"""
_NAME_OR_TEXT = (
    rf"(?m:(?:^|[\[{{,])[ \t]*+(?P<name>{_PART}{_NEXT}(?:{_NEXT}){{0,{PARTS - 2}}}+(?P<more>\.)?)"
    rf"|{_TEXT})"
)


def refuse_if_costly(raw: bytes, shown: str) -> None:
    """Raise `InputError` if a file has too many lines or commas, or a name of too many parts."""
    if raw.count(b"\n") > LINES:
        raise InputError(
            "{file} has far too many lines: at most {most} are read. Choose another file.",
            file=source_line(shown),
            most=LINES,
        )
    text = file_text(raw)
    if text.count(",") > COMMAS and re.sub(_TEXT, "", text).count(",") > COMMAS:
        raise InputError(
            "{file} has far too many values in its lists: at most {most} are read. Choose "
            "another file.",
            file=source_line(shown),
            most=COMMAS,
        )
    if _MAY_BE_LONG.search(text) or _may_have_many_dotted(text):
        _refuse_names(text, shown)


def _may_have_many_dotted(text: str) -> bool:
    # Few files have that many dots at all; to look where they stand takes longer than to count.
    return text.count(".") > DOTTED and sum(1 for _ in re.finditer(_MAY_BE_DOTTED, text)) > DOTTED


def _refuse_names(text: str, shown: str) -> None:
    count = 0
    for found in re.finditer(_NAME_OR_TEXT, text):
        if found["more"]:
            place = found.start("name")
            line = text.count("\n", 0, place) + 1
            message = sentence("a name has at most {most} parts with dots between them", most=PARTS)
            raise WrongFile([FileError(shown, line, message, _row(text, place))])
        count += found["name"] is not None
    if count > DOTTED:
        raise InputError(
            "{file} has far too many names with dots: at most {most} are read. Choose "
            "another file.",
            file=source_line(shown),
            most=DOTTED,
        )


def _row(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : None if end < 0 else end]
