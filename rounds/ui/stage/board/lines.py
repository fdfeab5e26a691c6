"""The lines of the board, sorted by name as in a phone book.

Everybody looks for the one thing they know, their own name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rounds.domain.views.room import BoardEntry, place_name
from rounds.text.reading_order import OrderKey, order_keys
from rounds.text.width import width
from rounds.ui.stage import texts
from rounds.ui.stage.drawing.cells import fitted, one_line

_WIDEST_TABLE = 8


class BoardLine(NamedTuple):
    """One line of the board, as it is shown.

    `head` is the letter or number from which the range of a page is made, empty if no reader
    could know the order; `key` is the reading it is sorted by, for a page that ends between two
    people of one head; `indent` counts the cells before a name that begins with a number, so
    that numbers line up.
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
        """How many cells its name takes."""
        return self.indent + width(self.name)

    def beside(self, other: BoardLine) -> str:
        """Return the shortest head that tells this line from its neighbour on another page."""
        if self.head != other.head:
            return self.head
        for end, letter in enumerate(self.key, 1):
            if letter != " " and self.key[:end] != other.key[:end]:
                return self.key[:end].title()
        return self.key.title() or self.head


def sorted_lines(
    board: Sequence[BoardEntry], by_family_name: bool = False
) -> tuple[BoardLine, ...]:
    """Return the lines of the board as in a phone book, names of no known order at the end.

    If those are more than half, the board is sorted by number. `by_family_name` puts the family
    name first in names that have it at the end.
    """
    names = [one_line(entry.name) for entry in board]
    if by_family_name:
        names = [_family_first(name) for name in names]
    twice = {name for name, count in Counter(names).items() if count > 1}
    orders = order_keys(
        [(name, entry.reading, entry.number) for entry, name in zip(board, names, strict=True)]
    )
    numbered = not any(order.reading for order in orders)
    digits = max((len(str(entry.number)) for entry in board), default=1)
    keyed: list[tuple[OrderKey, BoardLine]] = []
    for entry, name, order in zip(board, names, orders, strict=True):
        shown, indent, head = name, 0, order.letters[:1].upper()
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
            head="" if order.unreadable else head,
            rests=entry.table is None,
            stays=entry.stays and entry.table is not None,
            indent=indent,
            key=order.reading,
        )
        keyed.append((order, line))
    keyed.sort(key=lambda pair: pair[0])
    return tuple(line for _key, line in keyed)


def _family_first(name: str) -> str:
    """Return `O'Neill, Ben` for `Ben O'Neill`; other scripts begin with the family name anyway.

    Particles in small letters belong to the family name: `van der Berg, Jan`.
    """
    words = name.split(" ")
    if len(words) < 2 or any(c >= "\u2e80" for c in name) or "," in name:
        return name
    at = len(words) - 1
    while at > 1 and words[at - 1].islower():
        at -= 1
    return f"{' '.join(words[at:])}, {' '.join(words[:at])}"


def _seat(entry: BoardEntry) -> str:
    if entry.table is None:
        return texts.rest()
    table, _width = fitted(entry.table, _WIDEST_TABLE)
    return place_name(table, entry.seat or "")
