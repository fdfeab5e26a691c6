"""The layout of the board: columns that are read downward, on balanced pages."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rounds.i18n import listed
from rounds.text.width import width
from rounds.ui.stage import texts
from rounds.ui.stage.board.lines import BoardLine

_GAP = 2
_SHIFT = 4
"""Lines, besides an eighth of a page, by which its end may move to the end of a letter."""
_WIDEST_NAME, _NARROWEST_NAME = 26, 12


class Layout(NamedTuple):
    """The places of the lines: columns of `rows` lines, each `spacing` terminal rows high.

    `starts` holds the first line of each page. `only_movers` says that people who keep their
    seats were left out to save pages.
    """

    lines: tuple[BoardLine, ...]
    columns: int
    rows: int
    spacing: int
    name_width: int
    seat_width: int
    gap: int
    starts: tuple[int, ...]
    marked: bool
    only_movers: bool

    @property
    def width(self) -> int:
        """How many cells all columns take."""
        return self.columns * (self.line_width + self.gap) - self.gap

    @property
    def line_width(self) -> int:
        """How many cells a line takes."""
        return self.name_width + 1 + self.seat_width + (2 if self.marked else 0)

    @property
    def cut(self) -> int:
        """How many names are longer than their column (blanks beside it may still hold them)."""
        return sum(line.width > self.name_width for line in self.lines)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.starts)

    def page(self, number: int) -> tuple[BoardLine, ...]:
        """Return the lines of a page."""
        first, end = (*self.starts, len(self.lines))[number : number + 2]
        return self.lines[first:end]

    def page_range(self, number: int, room: int = 99) -> str:
        """Return the range of a page: `A-K`, `あ-か`, `ま-わ, others`, `1-30`.

        If two pages share a letter it is `A-Emma C` and `Emma D-K`, provided that it fits `room`.
        """
        lines = self.page(number)
        known = [line for line in lines if line.head]
        others = [texts.others()] if len(known) < len(lines) else []
        if not known:
            return listed(others)
        start = self.starts[number]
        end = start + len(known)
        first, last = known[0].head, known[-1].head
        parted = (
            known[0].beside(self.lines[start - 1]) if start else first,
            known[-1].beside(self.lines[end]) if end < len(self.lines) else last,
        )
        exact, short = (
            listed(["-".join(dict.fromkeys(ends)), *others]) for ends in (parted, (first, last))
        )
        return exact if width(exact) <= room else short


def lay_out(lines: tuple[BoardLine, ...], columns: int, rows: int) -> Layout:
    """Return the layout of sorted lines with the fewest pages, then with the widest names."""
    layout = _fit(lines, columns, rows)
    if layout.pages > 1 and layout.marked:
        movers = tuple(line for line in lines if not line.stays)
        if movers:
            shorter = _fit(movers, columns, rows, only_movers=True)
            if shorter.pages < layout.pages:
                return shorter
    return layout


def _fit(
    lines: tuple[BoardLine, ...], columns: int, rows: int, only_movers: bool = False
) -> Layout:
    rows = max(1, rows)
    seat = max((width(line.seat) for line in lines), default=2)
    longest = max((line.width for line in lines), default=4)
    marked = any(line.stays for line in lines)
    beside = 1 + seat + (2 if marked else 0)
    count = max(1, len(lines))
    wanted = min(longest, _WIDEST_NAME)
    chosen = None
    for spacing in (3, 2, 1):
        needed = -(-count // max(1, rows // spacing))
        if needed * (wanted + beside + _GAP) - _GAP <= columns and rows >= spacing:
            chosen = spacing, needed, 1
            break
    if chosen is None:
        best: tuple[int, int, int] | None = None
        for limit in range(wanted, min(wanted, _NARROWEST_NAME) - 1, -1):
            fitting = max(1, (columns + _GAP) // (limit + beside + _GAP))
            pages = -(-count // (fitting * rows))
            if best is None or pages < best[2]:
                best = 1, fitting, pages
        chosen = best or (1, 1, count)
    spacing, across, pages = chosen
    starts = _starts(lines, pages, across * (rows // spacing))
    a_page = max(end - start for start, end in pairwise((*starts, count)))
    down = -(-a_page // across)
    name = min(longest, (columns + _GAP) // across - _GAP - beside)
    free = columns - across * (name + beside)
    gap = min(8, max(_GAP, free // (across - 1))) if across > 1 else _GAP
    return Layout(lines, across, down, spacing, name, seat, gap, starts, marked, only_movers)


def _starts(lines: tuple[BoardLine, ...], pages: int, most: int) -> tuple[int, ...]:
    """Return the first lines of balanced pages of up to `most` lines; a letter is kept together."""
    starts = [0]
    shift = min(_SHIFT, len(lines) // pages // 8)
    for number in range(1, pages):
        even = min(number * len(lines) // pages, starts[-1] + most)
        least = max(starts[-1] + 1, len(lines) - (pages - number) * most)
        near = range(max(least, even - shift), min(starts[-1] + most, even + shift) + 1)
        borders = [at for at in near if lines[at].head != lines[at - 1].head]
        starts.append(min(borders, key=lambda at: abs(at - even), default=even))
    return tuple(starts)
