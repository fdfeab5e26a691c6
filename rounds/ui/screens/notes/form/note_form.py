"""The form of one note: lines to type, and rows of choices with a key for each."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from rounds.domain.event import FollowUp, Note
from rounds.i18n import _
from rounds.text.safe import clean_line
from rounds.ui.screens.notes.form.choice_rows import ChoiceRows
from rounds.ui.screens.notes.form.choices import (
    BY_PATTERN,
    FIELDS,
    by_pattern,
    chosen,
    dated,
    label_cells,
    labels,
    moved,
    postponed,
    rows,
    says_something,
)
from rounds.ui.widgets.text_line import TextLine

LINES = ("purpose", "can_do", "text")
"""The lines, from top to bottom: the two that the stage asks for come first."""


class NoteForm(Vertical):
    """One note being written. It holds a `Note` and reports its changes; it saves nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # At once, not by way of the line: what is typed next belongs to the next line.
        Binding("tab", "turn(1)", "Next line", show=False, priority=True),
        Binding("down", "leave_line(1)", "Next line", show=False, priority=True),
        Binding("shift+tab", "turn(-1)", "Previous line", show=False, priority=True),
        Binding("up", "leave_line(-1)", "Previous line", show=False, priority=True),
    ]

    class Edited(Message):
        """What is written has changed."""

    class Finished(Message):
        """Enter: the note is to be saved."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._note: Note | None = None
        self._today = date.min
        self._follow_up = FollowUp()
        self.touched = False

    def compose(self) -> ComposeResult:
        """The lines, then the choices."""
        for name in LINES:
            with Horizontal():
                yield Label(id=f"{name}-label")
                yield TextLine(id=name)
        yield Label(id="choices-label")
        yield ChoiceRows()

    @property
    def note(self) -> Note | None:
        """What is written so far, as it is stored; None in an empty form."""
        if self._note is None:
            return None
        return self._note.with_(
            **{name: clean_line(self.query_one(f"#{name}", TextLine).value) for name in LINES}
        )

    @property
    def written(self) -> bool:
        """Whether there is anything to save."""
        note = self.note
        return note is not None and (self.touched or says_something(note))

    def open(self, note: Note, today: date, follow_up: FollowUp) -> None:
        """Show a note, new or old, and put the cursor into its line.

        `follow_up` is the pattern that proposes the next step.
        """
        self._note, self._today, self.touched = note, today, False
        self._follow_up = follow_up
        self._name_parts()
        for name in LINES:
            self.query_one(f"#{name}", TextLine).fill(getattr(note, name))
        self._show_choices(FIELDS[0])
        self.query_one(f"#{LINES[0]}", TextLine).focus()

    def close(self) -> None:
        """Empty the form."""
        self._note = None
        for name in LINES:
            self.query_one(f"#{name}", TextLine).fill("")
        self.query_one(ChoiceRows).fill(())

    def _name_parts(self) -> None:
        named, cells = labels(), label_cells()
        placeholders = {
            "purpose": _("why they came tonight"),
            "can_do": _("what I can do for them"),
            "text": _("anything else you want to remember"),
        }
        for name, placeholder in placeholders.items():
            label = self.query_one(f"#{name}-label", Label)
            label.styles.width = cells
            label.update(Content(f"  {named[name]}"))
            self.query_one(f"#{name}", TextLine).placeholder = placeholder
        self._name_choices()

    def _name_choices(self) -> None:
        choices = self.query_one(ChoiceRows)
        field = choices.field
        if not choices.has_focus:
            words = _("Tab down to here, then one key each:")
        elif self._note is not None and dated(self._note, field):
            words = _("Now one key each (< and > move the date):")
        elif self._note is not None and by_pattern(self._note, self._follow_up, self._today):
            words = _("Now one key each (f chooses the usual next step):")
        else:
            words = _("Now one key each:")
        self.query_one("#choices-label", Label).update(
            Content.styled(f"  {words}", "bold" if choices.has_focus else "")
        )

    def _show_choices(self, at: str = "") -> None:
        if self._note is not None:
            self.query_one(ChoiceRows).fill(rows(self._note, self._today), at)
            self._name_choices()

    def on_descendant_focus(self) -> None:
        """Say what the keys do now."""
        self._name_choices()

    def on_descendant_blur(self) -> None:
        """Say what the keys do now."""
        self._name_choices()

    def on_choice_rows_pressed(self, message: ChoiceRows.Pressed) -> None:
        """Make a choice, or take it back."""
        message.stop()
        if self._note is None:
            return
        if message.move:
            changed: Note | None = moved(self._note, message.field, message.move, self._today)
        elif message.days:
            changed = postponed(self._note, message.field, message.days, self._today)
        elif message.key == BY_PATTERN:
            changed = by_pattern(self._note, self._follow_up, self._today)
        else:
            changed = chosen(self._note, message.key, self._today)
        if changed is None:
            return
        self._note, self.touched = changed, True
        self._show_choices()
        self.post_message(self.Edited())

    def on_choice_rows_past(self, message: ChoiceRows.Past) -> None:
        """Leave the rows upwards or downwards."""
        message.stop()
        self.action_turn(message.by)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Report that the note has changed, unless the form itself has set the text."""
        if self._note is None or event.input.id not in LINES:
            return
        before = getattr(self._note, event.input.id)
        after = clean_line(event.input.value)  # the value in the event may be out of date
        if before != after:
            self._note = self._note.with_(**{event.input.id: after})
            self.touched = True
            self.post_message(self.Edited())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Report that Enter was pressed in a line."""
        event.stop()
        self.post_message(self.Finished())

    def action_leave_line(self, by: int) -> None:
        """Go from a line to the next part; among the choices the arrows go from row to row."""
        if not isinstance(self.screen.focused, TextLine):
            raise SkipAction
        self.action_turn(by)

    def action_turn(self, by: int) -> None:
        """Go to the next part of the form; after the last one comes the first."""
        self.post_message(TextLine.KeyTaken())
        parts: list[Widget] = [
            *(self.query_one(f"#{name}") for name in LINES),
            self.query_one(ChoiceRows),
        ]
        at = next((at for at, part in enumerate(parts) if part is self.screen.focused), 0)
        # At once: the next key may be on its way.
        self.screen.set_focus(parts[(at + by) % len(parts)])
