"""What the parts of the notes with a list have in common: the arrows move its mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.in_confidence import tell_the_host
from rounds.ui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from rounds.ui.screens.pasted_people import Asking


class ListPart(Vertical):
    """A part with a `PickList`; its keys act as long as the focus is inside the part."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Choose", show=False),
        Binding("down", "move(1)", "Choose", show=False),
        Binding("pageup", "turn_page(-1)", "Page up", show=False),
        Binding("pagedown", "turn_page(1)", "Page down", show=False),
        Binding(
            "f3",
            "tell_the_host",
            "Tell the host",
            tooltip="Tell the host something in confidence",
            key_display="F3",
        ),
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

    @asks
    async def action_tell_the_host(self) -> None:
        """Tell the host something in confidence about somebody."""
        await tell_the_host(cast("Asking", self.screen))
