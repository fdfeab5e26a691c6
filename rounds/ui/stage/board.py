"""The board: name > seat, sorted by name and read down the columns like a phone book.

Somebody looks for the one thing they know, their own name. Pages are balanced and change by
themselves; nothing here reads the time.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rounds.domain.room import BoardEntry, Room, place_name
from rounds.ui.stage import texts
from rounds.ui.stage.canvas import Canvas
from rounds.ui.stage.cells import fitted, one_line, width

PAGE_SECONDS = 8.0
"""For how long a page is shown."""
CHOSEN_SECONDS = 20.0
"""For how long a page the host chose stays."""
STAYS = "="
"""The mark of who stays where they sit."""

_GAP = 2
_WIDEST_NAME, _NARROWEST_NAME = 26, 12
_WIDEST_TABLE = 8


@dataclass(frozen=True)
class Line:
    """One line of the board, as it is shown; `head` is what the span of a page is made of."""

    name: str
    seat: str
    head: str
    rests: bool
    stays: bool


@dataclass(frozen=True)
class Layout:
    """Where the lines go: columns of `rows` lines, each `spacing` terminal rows high.

    `only_movers` says that those who stay were left out to save pages.
    """

    lines: tuple[Line, ...]
    columns: int
    rows: int
    spacing: int
    name_width: int
    seat_width: int
    gap: int
    pages: int
    marked: bool
    only_movers: bool

    @property
    def width(self) -> int:
        """The cells the columns take together."""
        return self.columns * (self.line_width + self.gap) - self.gap

    @property
    def line_width(self) -> int:
        """The cells of one line."""
        return self.name_width + 1 + self.seat_width + (2 if self.marked else 0)

    @property
    def cut(self) -> bool:
        """Whether a name is too long for its column."""
        return any(width(line.name) > self.name_width for line in self.lines)

    def page(self, number: int) -> tuple[Line, ...]:
        """Return the lines of a page."""
        most = -(-len(self.lines) // self.pages)
        return self.lines[number * most : (number + 1) * most]

    def span(self, number: int) -> str:
        """Return from where to where a page goes: `A-K`, `あ-か`, `1-30`."""
        lines = self.page(number)
        if not lines:
            return ""
        first, last = lines[0].head, lines[-1].head
        return first if first == last else f"{first}-{last}"


def lay_out(lines: tuple[Line, ...], columns: int, rows: int) -> Layout:
    """Return the layout of sorted lines with the fewest pages, then with the widest names."""
    layout = _fit(lines, columns, rows)
    if layout.pages > 1 and layout.marked:
        movers = tuple(line for line in lines if not line.stays)
        if movers:
            shorter = _fit(movers, columns, rows, only_movers=True)
            if shorter.pages < layout.pages:
                return shorter
    return layout


def page_at(room: Room, now: float, pages: int) -> int:
    """Return the page that is due: the one the host chose for a while, else the next in turn."""
    return turn_at(room, now) % max(1, pages)


def turn_at(room: Room, now: float) -> int:
    """Return how many pages were turned so far, whatever their number."""
    if room.page is None:
        return max(0, int((now - room.board_since) // PAGE_SECONDS))
    idle = now - room.page_chosen_at - CHOSEN_SECONDS
    return room.page if idle < 0 else room.page + 1 + int(idle // PAGE_SECONDS)


def draw(canvas: Canvas, layout: Layout, page: int, x: int, y: int, w: int) -> None:
    """Write one page of the board, centred in `w` cells."""
    left = x + max(0, (w - layout.width) // 2)
    for number, line in enumerate(layout.page(page)):
        column, row = divmod(number, layout.rows)
        at = left + column * (layout.line_width + layout.gap)
        top = y + row * layout.spacing
        # Lines two rows apart are parted by a blank row; a stripe could not be centred on them.
        even = "_even" if row % 2 and layout.spacing != 2 else ""
        canvas.fill(at - 1, top, layout.line_width + 2, layout.spacing, "name" + even)
        middle = top + (layout.spacing - 1) // 2
        style = "rest" if line.rests else "name"
        canvas.text(at, middle, line.name, style + even, layout.name_width)
        style = "rest" if line.rests else "stays" if line.stays else "seat"
        seat = at + layout.name_width + 1
        canvas.text(seat, middle, line.seat, style + even, layout.seat_width, "right")
        if line.stays:
            canvas.text(seat + layout.seat_width + 1, middle, STAYS, "stays" + even, 1)


def _fit(lines: tuple[Line, ...], columns: int, rows: int, only_movers: bool = False) -> Layout:
    rows = max(1, rows)
    seat = max((width(line.seat) for line in lines), default=2)
    longest = max((width(line.name) for line in lines), default=4)
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
    a_page = -(-count // pages)
    down = -(-a_page // across)
    name = min(longest, (columns + _GAP) // across - _GAP - beside)
    free = columns - across * (name + beside)
    gap = min(8, max(_GAP, free // (across - 1))) if across > 1 else _GAP
    pages = -(-count // (across * down))
    return Layout(lines, across, down, spacing, name, seat, gap, pages, marked, only_movers)


def sorted_lines(board: Sequence[BoardEntry]) -> tuple[Line, ...]:
    """Return the board's lines as a phone book has them: by name, or by number without readings."""
    names = [one_line(entry.name) for entry in board]
    twice = {name for name, count in Counter(names).items() if count > 1}
    readings = [
        _reading(one_line(entry.reading) or name) for entry, name in zip(board, names, strict=True)
    ]
    numbered = any(map(_unreadable, readings))
    found: list[tuple[tuple[str, str, int], Line]] = []
    for entry, name, reading in zip(board, names, readings, strict=True):
        shown = name
        if numbered:
            shown = f"{entry.number} {name}"
        elif name in twice:
            shown = f"{name} #{entry.number}"
        if name in twice and entry.company:
            shown += f" {one_line(entry.company)}"
        key = (f"{entry.number:06d}", "", 0) if numbered else (_letters(reading), reading, 0)
        found.append(
            (
                (key[0], key[1], entry.number),
                Line(
                    name=shown,
                    seat=_seat(entry),
                    head=str(entry.number) if numbered else key[0][:1].upper(),
                    rests=entry.table is None,
                    stays=entry.stays and entry.table is not None,
                ),
            )
        )
    found.sort(key=lambda pair: pair[0])
    return tuple(line for _key, line in found)


def _seat(entry: BoardEntry) -> str:
    if entry.table is None:
        return texts.rest()
    table, _width = fitted(entry.table, _WIDEST_TABLE)
    return place_name(table, entry.seat or "")


_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", "ー ")


@lru_cache(maxsize=4096)
def _reading(text: str) -> str:
    """Return text in hiragana and small letters, however it was typed."""
    return "".join(
        chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c
        for c in unicodedata.normalize("NFKC", text).casefold()
    )


@lru_cache(maxsize=4096)
def _letters(reading: str) -> str:
    """Return a reading without accents, voicing and small kana, as a phone book sorts it."""
    if reading.isascii():
        return reading
    return "".join(
        c for c in unicodedata.normalize("NFD", reading) if not unicodedata.combining(c)
    ).translate(_SMALL)


def _unreadable(reading: str) -> bool:
    """Whether a name has no sorting order that a reader could know (kanji without kana)."""
    return any("\u3400" <= c <= "\u9fff" or c >= "\U00020000" for c in reading)
