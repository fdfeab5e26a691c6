"""Asks for one of a few things, by arrows, by a key of its own or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from rounds.i18n import _
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.option_rows import OptionRows
from rounds.ui.widgets.wrapped_text import WrappedText

Offered = tuple[str, str]
"""A key, "" for none, and the words beside it."""


class ChooseDialog(Dialog["int | None"]):
    """A question with a list of answers; the result is the index of one, None after Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", key_display="Enter"),
        Binding("escape,q", "cancel", "Back"),
    ]

    def __init__(self, question: str, offered: Sequence[Offered], about: str = "") -> None:
        super().__init__()
        self._question = question
        self._offered = tuple(offered)
        self._about = about

    def compose(self) -> ComposeResult:
        """The question, the answers, the keys."""
        wide = max((len(key) for key, _words in self._offered), default=0)
        with Vertical():
            yield WrappedText(self._question, classes="question")
            yield WrappedText(*self._about.split("\n"), classes="about")
            yield OptionRows(
                *(f"{key:<{wide}} {words}" if wide else words for key, words in self._offered)
            )
            yield WrappedText(_("Up / Down and Enter to choose | Esc: back"), classes="keys")

    def on_key(self, event: events.Key) -> None:
        """Choose by the key of an answer."""
        for index, (key, _words) in enumerate(self._offered):
            if key and event.character == key:
                event.stop()
                self.dismiss(index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with what was chosen."""
        self.dismiss(event.option_index)

    def action_choose(self) -> None:
        """Answer with what is marked."""
        self.query_one(OptionRows).action_select()

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
