"""What the parts of the notes with a list have in common: the arrows move its mark."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.ui.widgets.pick_list import PickList


class ListPart(Vertical):
    """A part with a `PickList`; its keys act as long as the focus is inside the part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Choose", show=False),
        Binding("down", "move(1)", "Choose", show=False),
        Binding("pageup", "turn_page(-1)", "Page up", show=False),
        Binding("pagedown", "turn_page(1)", "Page down", show=False),
    ]

    def __init__(self, rows: PickList, *, id: str) -> None:
        super().__init__(id=id)
        self.rows = rows

    def action_move(self, by: int) -> None:
        """Move the mark by this many rows."""
        self.rows.move(by)

    def action_turn_page(self, by: int) -> None:
        """Move the mark by this many pages."""
        self.rows.move(by * self.rows.page)
