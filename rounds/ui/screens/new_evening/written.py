"""The new evening is written: what the host may do with it now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from rounds.i18n import _, say
from rounds.ui.screens.choices import ACTIONS, Choice
from rounds.ui.screens.new_evening.step import StepScreen
from rounds.ui.widgets.option_rows import OptionRows
from rounds.ui.widgets.wrapped_text import WrappedText

AT_ONCE = tuple(each for each in ACTIONS if each.at_once)


class WrittenScreen(StepScreen):
    """Where the file is, and a list of what is usually done next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", key_display="Enter"),
        Binding("escape,q", "leave", "Later", key_display="Esc"),
    ]
    KEYS = ("choose",)

    def heading(self) -> str:
        """Return what this step is about."""
        return _("The evening is ready")

    def parts(self) -> Iterable[Widget]:
        """Where the file is, and the list."""
        yield WrappedText(id="where")
        yield OptionRows(*(f"{each.key} {say(each.label)}" for each in AT_ONCE))

    def show(self) -> None:
        """Say where the file is."""
        super().show()
        path = str(self.evening.written)
        self.query_one("#where", WrappedText).say(_("{file} was created.").format(file=path))
        self.query_one(OptionRows).highlighted = 0

    def on_key(self, event: events.Key) -> None:
        """Choose by the key of an action."""
        for index, each in enumerate(AT_ONCE):
            if event.character == each.key:
                event.stop()
                self._choose(index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        self._choose(event.option_index)

    def action_choose(self) -> None:
        """Do what is marked."""
        self.query_one(OptionRows).action_select()

    def _choose(self, index: int) -> None:
        action, path = AT_ONCE[index], self.evening.written
        if path is not None:
            self.evening.finish(
                Choice((), back=True, edit=path) if action.name == "edit" else action.choice(path)
            )
