"""A column of texts that drops the least important ones in a low window."""

from __future__ import annotations

from textual.containers import Vertical

from rounds.ui.widgets.big_time import BigTime
from rounds.ui.widgets.wrapped_text import WrappedText


class ShrinkingColumn(Vertical):
    """A column of texts and a time; the parts named in `first_to_go` are dropped in that order.

    The blank rows before the ids in `aired` are dropped before any text (class `-tight`). Texts
    are dropped line by line, the last one first; the painted time becomes one line of text.
    """

    def __init__(
        self,
        *parts: WrappedText | BigTime,
        aired: frozenset[str],
        first_to_go: tuple[str, ...],
        id: str | None = None,
    ) -> None:
        super().__init__(*parts, id=id)
        self._parts = parts
        self._aired = aired
        self._first_to_go = first_to_go

    def on_resize(self) -> None:
        """Make room in a lower window."""
        self.make_room()

    def make_room(self) -> None:
        """Drop as little as possible so that the parts that always stay are seen whole."""
        room, cells = self.size.height, self.size.width - 2
        if not room:
            return
        wanted = {each.id: each.wanted_rows(cells) for each in self._parts}
        over = sum(wanted.values()) - room
        blanks = sum(1 for name in self._aired if wanted[name])
        self.set_class(over + blanks > 0, "-tight")
        by_id = {each.id: each for each in self._parts}
        for name in self._first_to_go:
            over -= by_id[name].give_way(over, cells)
