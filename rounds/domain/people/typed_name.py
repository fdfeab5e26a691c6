"""Somebody as the host types them: a name, perhaps with reading, company, industry and side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rounds.text.fold import fold

_BLANKS = " \u3000"
_SEPARATOR = r"\uff0f|(?<=[ \u3000])/|/(?=[ \u3000])"
"""A slash that separates: a wide one, or one beside a blank; in "A/B Test" it does not."""

_KANA = r"([\u3041-\u3096\u30a1-\u30fc\uff66-\uff9f\s]+)"
_WITH_READING = rf"(.+?)\s*(?:[/\uff0f]{_KANA}|[(\uff08]{_KANA}[)\uff09])\s*"


class TypedPerson(NamedTuple):
    """What was typed about somebody; "" for what was not."""

    name: str
    kana: str = ""
    company: str = ""
    industry: str = ""
    side: str = ""

    @property
    def details(self) -> dict[str, object]:
        """Everything but the name, by the names of a participant's fields."""
        return {
            "kana": self.kana,
            "company": self.company,
            "industry": self.industry,
            "side": self.side,
        }

    @property
    def more(self) -> list[str]:
        """What was typed beside the name."""
        return [text for text in (self.kana, self.company, self.industry, self.side) if text]


def name_and_reading(line: str) -> tuple[str, str]:
    """Return the name and its reading: kana after a slash or in brackets, "" without them."""
    found = re.fullmatch(_WITH_READING, line)
    if found is None:
        return line.strip(), ""
    name, after_slash, in_brackets = found.groups()
    return name, (after_slash or in_brackets).strip()


def typed_person(line: str, sides: Sequence[str] | None = None) -> TypedPerson:
    """Return somebody typed as name / reading / company / industry / side.

    Only the name is required. A reading consists of kana, and the name of a side is one in any
    spelling, so both may be left out; what else follows is the company, then the industry.
    """
    line, side = _without_side(line, sides or ())
    first, *rest = (part.strip(_BLANKS) for part in re.split(_SEPARATOR, line))
    name, kana = name_and_reading(first)
    if rest and not kana and re.fullmatch(_KANA, rest[0]):
        kana = rest.pop(0)
    if not name:
        return TypedPerson(line.strip(), side=side)
    company, *more = [part for part in rest if part] or [""]
    return TypedPerson(name, kana, company, " ".join(more), side)


def _without_side(line: str, sides: Sequence[str]) -> tuple[str, str]:
    """Return a line without the name of a side at its end, and that side."""
    *before, last = re.split("[/\uff0f]", line)
    side = next((name for name in sides if fold(name) == fold(last)), "")
    if not before or not side:
        return line, ""
    return line[: len(line) - len(last)].rstrip("/\uff0f" + _BLANKS), side
