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
from itertools import pairwise

from rounds.domain.views.room import BoardEntry, Room, place_name
from rounds.i18n import listed
from rounds.text.fold import fold_letters
from rounds.text.width import width
from rounds.ui.stage import texts
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.cells import fitted, one_line

PAGE_SECONDS = 8.0
"""For how long a page is shown."""
CHOSEN_SECONDS = 20.0
"""For how long a page the host chose stays."""
STAYS = "="
"""The mark of who stays where they sit."""

_GAP = 2
_SHIFT = 4
"""By so many lines, and an eighth of a page, its end may move to where a letter ends."""
_WIDEST_NAME, _NARROWEST_NAME = 26, 12
_WIDEST_TABLE = 8


@dataclass(frozen=True)
class BoardLine:
    """One line of the board, as it is shown.

    `head` is what the span of a page is made of, empty where no reader could know the order;
    `key` the reading it is sorted by, for pages that part people of one head;
    `indent` the cells before a name that begins with a number, so that numbers line up.
    """

    name: str
    seat: str
    head: str
    rests: bool
    stays: bool
    indent: int = 0
    key: str = ""

    @property
    def width(self) -> int:
        """The cells of its name."""
        return self.indent + width(self.name)

    def beside(self, other: BoardLine) -> str:
        """Return the shortest head that tells this line from its neighbour on another page."""
        if self.head != other.head:
            return self.head
        for end, letter in enumerate(self.key, 1):
            if letter != " " and self.key[:end] != other.key[:end]:
                return self.key[:end].title()
        return self.key.title() or self.head


@dataclass(frozen=True)
class Layout:
    """Where the lines go: columns of `rows` lines, each `spacing` terminal rows high.

    `starts` holds the first line of each page; `only_movers` says that those who stay were left
    out to save pages.
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
        """The cells the columns take together."""
        return self.columns * (self.line_width + self.gap) - self.gap

    @property
    def line_width(self) -> int:
        """The cells of one line."""
        return self.name_width + 1 + self.seat_width + (2 if self.marked else 0)

    @property
    def cut(self) -> int:
        """How many names are too long for their column, if not for the blanks beside it."""
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
        """Return from where to where a page goes: `A-K`, `あ-か`, `ま-わ, others`, `1-30`.

        Where two pages share a letter it is `A-Emma C` and `Emma D-K`, if there is room for it.
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
        # A name may use the blanks that a short seat leaves.
        room = layout.name_width + layout.seat_width - width(line.seat) - line.indent
        canvas.text(at + line.indent, middle, line.name, style + even, room)
        style = "rest" if line.rests else "stays" if line.stays else "seat"
        seat = at + layout.name_width + 1
        canvas.text(seat, middle, line.seat, style + even, layout.seat_width, "right")
        if line.stays:
            canvas.text(seat + layout.seat_width + 1, middle, STAYS, "stays" + even, 1)


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
    """Return where pages of at most so many lines begin: balanced, and if near with a letter."""
    starts = [0]
    shift = min(_SHIFT, len(lines) // pages // 8)
    for number in range(1, pages):
        even = min(number * len(lines) // pages, starts[-1] + most)
        least = max(starts[-1] + 1, len(lines) - (pages - number) * most)
        near = range(max(least, even - shift), min(starts[-1] + most, even + shift) + 1)
        borders = [at for at in near if lines[at].head != lines[at - 1].head]
        starts.append(min(borders, key=lambda at: abs(at - even), default=even))
    return tuple(starts)


def sorted_lines(board: Sequence[BoardEntry]) -> tuple[BoardLine, ...]:
    """Return the board's lines as a phone book has them, who cannot be put in order at the end.

    Where that would be most of the people, the board goes by number.
    """
    names = [one_line(entry.name) for entry in board]
    twice = {name for name, count in Counter(names).items() if count > 1}
    readings = [
        fold_letters(one_line(entry.reading) or name)
        for entry, name in zip(board, names, strict=True)
    ]
    numbered = sum(map(_unreadable, readings)) * 2 > len(board)
    digits = max((len(str(entry.number)) for entry in board), default=1)
    found: list[tuple[tuple[bool, str, str, int], BoardLine]] = []
    for entry, name, reading in zip(board, names, readings, strict=True):
        unreadable = not numbered and _unreadable(reading)
        letters = "" if numbered else _letters(reading)
        shown, indent, head = name, 0, letters[:1].upper()
        if numbered:
            head = str(entry.number)
            shown, indent = f"{head} {name}", digits - len(head)
        elif name in twice:
            shown = f"{name} #{entry.number}"
        if name in twice and entry.company:
            shown += f" {one_line(entry.company)}"
        line = BoardLine(
            name=shown,
            seat=_seat(entry),
            head="" if unreadable else head,
            rests=entry.table is None,
            stays=entry.stays and entry.table is not None,
            indent=indent,
            key="" if numbered else reading,
        )
        found.append(((unreadable, letters, "" if numbered else reading, entry.number), line))
    found.sort(key=lambda pair: pair[0])
    return tuple(line for _key, line in found)


def _seat(entry: BoardEntry) -> str:
    if entry.table is None:
        return texts.rest()
    table, _width = fitted(entry.table, _WIDEST_TABLE)
    return place_name(table, entry.seat or "")


_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", "ー ")


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
