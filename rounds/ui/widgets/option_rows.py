"""A list of rows to choose from, whose Enter belongs to the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rounds.text.safe import source_line


class OptionRows(OptionList, inherit_bindings=False):
    """Rows of text, never markup; a click chooses, and so does the screen's own key."""

    DEFAULT_CSS = """
    OptionRows { border: none; padding: 0 1; background: $background; scrollbar-size: 0 0; }
    OptionRows:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        each for each in OptionList.BINDINGS if isinstance(each, Binding) and each.key != "enter"
    ]

    def __init__(self, *rows: str) -> None:
        super().__init__(*(Option(Content(source_line(row))) for row in rows), markup=False)

    def fill(self, rows: Iterable[tuple[str, str | None]]) -> None:
        """Show these rows, each with an id or None; the mark and all blanks stay."""
        marked = self.highlighted
        self.clear_options()
        self.add_options(Option(Content(source_line(text)), id=name) for text, name in rows)
        self.highlighted = 0 if marked is None else marked
