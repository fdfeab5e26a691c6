"""A value that arrows change: a number of rounds, a language."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from rounds.text.safe import one_line
from rounds.text.width import cut, width

_BEFORE, _AFTER = "< ", " >"


class ChoiceLine(Widget, can_focus=True):
    """Shows one value between arrows; the screen decides what the next one is."""

    DEFAULT_CSS = """
    ChoiceLine { width: 1fr; height: 1; background: $panel; }
    ChoiceLine:focus { background: $primary; color: $text; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "turn(-1)", show=False),
        Binding("right,space,plus,equals_sign", "turn(1)", show=False),
    ]

    class Turned(Message):
        """The host wants the next value (`by` is 1) or the one before (-1)."""

        def __init__(self, line: ChoiceLine, by: int) -> None:
            super().__init__()
            self.line = line
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = ""

    @property
    def said(self) -> str:
        """The value shown."""
        return self._said

    def say(self, value: str) -> None:
        """Show this value."""
        self._said = one_line(value)
        self.refresh()

    def render(self) -> Content:
        """Return the value between its arrows."""
        room = max(1, self.size.width - len(_BEFORE + _AFTER))
        return Content.assemble(_BEFORE, cut(self._said, room), _AFTER)

    def action_turn(self, by: int) -> None:
        """Ask the screen for another value."""
        self.post_message(self.Turned(self, by))

    def on_click(self, event: events.Click) -> None:
        """Take a click on the left arrow as less, one anywhere else as more."""
        self.focus()
        before = event.x < len(_BEFORE) and width(self._said) > 0
        self.action_turn(-1 if before else 1)
