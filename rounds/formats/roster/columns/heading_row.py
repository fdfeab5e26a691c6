"""Finds the row of headings in a table, also where it spans two rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rounds.formats.roster.columns.fields import NAMES
from rounds.formats.roster.columns.headings import Meaning, guess, is_heading, meaning
from rounds.formats.roster.people.row import Line

_TITLE_LINES = 15
"""How many rows may stand above the headings."""


@dataclass(frozen=True)
class Headings:
    """The headings of a table: their texts, their meanings, and how many rows end with them.

    `above` are the rows above them, such as a title.
    """

    texts: list[str]
    meanings: list[Meaning | None]
    rows: int
    above: int = 0

    @property
    def has_names(self) -> bool:
        """Whether a column is for names, or for a part of them."""
        return any(each and each.field in NAMES for each in self.meanings)


def headings_of(rows: Sequence[Line]) -> Headings | None:
    """Return the headings of a table, None if it has none.

    They are the row with the most known words, among them a word for names; of a row that
    spans several columns of the next one both are taken.
    """
    top = [cells for _row, cells in rows[:_TITLE_LINES]]
    found = [_two_rows(top, place) or _one_row(top, place) for place in range(len(top))]
    named = [each for each in found if each.has_names and _surely(each)]
    if named:
        return max(named, key=lambda each: (_known(each), -each.rows))
    for each in found:
        if any(one and one.field == "name" for one in map(guess, each.texts)):
            return each
    return found[0] if _known(found[0]) > 1 else None


def _surely(headings: Headings) -> bool:
    """Return whether a row is no person's: below the first one a word may be one's name."""
    return headings.above == 0 or _known(headings) > 1 or any(map(is_heading, headings.texts))


def _known(headings: Headings) -> int:
    return sum(each is not None and not each.guessed for each in headings.meanings)


def _one_row(top: Sequence[list[str]], place: int) -> Headings:
    texts = top[place]
    return Headings(texts, [meaning(text) or guess(text) for text in texts], place + 1, place)


def _two_rows(top: Sequence[list[str]], place: int) -> Headings | None:
    """Return a row and the one below it as headings, if a cell of the upper one spans several."""
    if place + 1 >= len(top):
        return None
    wide = max(len(cells) for cells in top[place : place + 2])
    upper, lower = ([*cells, *[""] * (wide - len(cells))] for cells in top[place : place + 2])
    groups, spanning, group = [], False, ""
    for at, below in enumerate(lower):
        above = upper[at]
        spanning = spanning or bool(not above and group and below)
        group = above or (group if below else "")
        groups.append(group)
    if not spanning:
        return None
    texts, meanings, combined = [], [], 0
    for above, below in zip(groups, lower, strict=True):
        both = meaning(f"{above} {below}") if above and below else None
        both = None if both == meaning(below) else both
        combined += both is not None
        meanings.append(both or meaning(below or above) or guess(below or above))
        texts.append(f"{above} {below}" if both else below or above)
    found = Headings(texts, meanings, place + 2, place)
    plain = _known(_one_row(top, place))
    return found if combined and _known(found) > plain and _headings_only(lower) else None


def _headings_only(cells: Sequence[str]) -> bool:
    """Return whether a row may be headings: none of its cells has a digit or a mail address."""
    return not any("@" in cell or any(c.isdigit() for c in cell) for cell in cells)
