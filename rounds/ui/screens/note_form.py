"""The form of one note: a line to type, and rows of choices with a key each."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label

from rounds.domain.event import Note
from rounds.formats.safe_text import clean_line, cut, width
from rounds.i18n import _
from rounds.ui.screens.note_choices import (
    FIELDS,
    Row,
    chosen,
    dated,
    moved,
    plain_key,
    postponed,
    rows,
)
from rounds.ui.widgets.line import Line

LABELS = 12
"""Cells that the words before a line or a row take."""

LINES = ("text", "purpose", "can_do")


class Choices(Widget, can_focus=True):
    """The rows of choices; their keys count while the rows have the focus."""

    class Pressed(Message):
        """A key that may be a choice, or `move` (sideways) or `days` (of the row's date)."""

        def __init__(self, key: str = "", *, field: str = "", move: int = 0, days: int = 0) -> None:
            super().__init__()
            self.key = key
            self.field = field
            self.move = move
            self.days = days

    class Past(Message):
        """The mark moved above the first row (-1) or below the last (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._at = 0

    def fill(self, shown: tuple[Row, ...], at: str = "") -> None:
        """Show these rows; `at` is the row to mark."""
        self._rows = shown
        if at:
            self._at = FIELDS.index(at)
        self.refresh(layout=True)

    def mark(self, index: int) -> None:
        """Mark a row."""
        self._at = index % max(1, len(self._rows))
        self.refresh()

    def lines(self, cells: int) -> list[Content]:
        """Return what is shown, at most `cells` wide; a long row goes on in the next line."""
        found: list[Content] = []
        for index, row in enumerate(self._rows):
            here = self.has_focus and index == self._at
            label = cut(("> " if here else "  ") + row.label, LABELS - 1)
            line = Content.styled(label, "bold" if here else "")
            used = width(label)
            first = True
            for option in row.options:
                words = (
                    f"[{option.key} {option.words}]"
                    if option.chosen
                    else f" {option.key} {option.words} "
                )
                if not first and used + width(words) + 1 > cells:
                    found.append(line)
                    line, used, first = Content(""), 0, True
                gap = LABELS - used if first else 1
                words = cut(words, max(1, cells - used - gap))
                shown = Content.styled(words, "bold reverse") if option.chosen else Content(words)
                line = Content.assemble(line, " " * gap, shown)
                used += gap + width(words)
                first = False
            found.append(line)
        return found

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the choices take at this width."""
        return len(self.lines(width))

    def render(self) -> Content:
        """Paint the rows."""
        return Content("\n").join(self.lines(self.size.width))

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the mark."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Turn keys into choices; every other key goes on to the screen."""
        field = FIELDS[self._at]
        match event.key:
            case "up" | "down":
                by = 1 if event.key == "down" else -1
                if 0 <= self._at + by < len(self._rows):
                    self.mark(self._at + by)
                else:
                    self.post_message(self.Past(by))
            case "left" | "right":
                self.post_message(self.Pressed(field=field, move=1 if event.key == "right" else -1))
            case _:
                if not event.is_printable or event.character is None:
                    return
                key = plain_key(event.character)
                if key in {"<", ">"}:
                    self.post_message(self.Pressed(field=field, days=1 if key == ">" else -1))
                else:
                    self.post_message(self.Pressed(key))
        event.stop()
        event.prevent_default()


class NoteForm(Vertical):
    """One note being written. It holds a `Note` and says when it changes; it saves nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
        Binding("up", "turn(-1)", show=False),
    ]

    class Edited(Message):
        """What is written has changed."""

    class Finished(Message):
        """Enter: the note is to be saved."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._note: Note | None = None
        self._today = date.min
        self.touched = False

    def compose(self) -> ComposeResult:
        """A line, the choices, two more lines."""
        with Horizontal():
            yield Label(id="text-label")
            yield Line(id="text")
        yield Label(id="choices-label")
        yield Choices()
        with Horizontal():
            yield Label(id="purpose-label")
            yield Line(id="purpose")
        with Horizontal():
            yield Label(id="can_do-label")
            yield Line(id="can_do")

    @property
    def note(self) -> Note | None:
        """What is written so far, as it is stored; None in an empty form."""
        if self._note is None:
            return None
        return self._note.model_copy(
            update={name: clean_line(self.query_one(f"#{name}", Line).value) for name in LINES}
        )

    @property
    def written(self) -> bool:
        """Whether there is anything to save."""
        note = self.note
        return note is not None and (self.touched or says_something(note))

    def open(self, note: Note, today: date) -> None:
        """Show a note, new or old, and put the cursor into its line."""
        self._note, self._today, self.touched = note, today, False
        self._name_parts()
        for name in LINES:
            self.query_one(f"#{name}", Line).fill(getattr(note, name))
        self._show_choices(FIELDS[0])
        self.query_one("#text", Line).focus()

    def close(self) -> None:
        """Forget everything that was written here."""
        self._note = None
        for name in LINES:
            self.query_one(f"#{name}", Line).fill("")
        self.query_one(Choices).fill(())

    def _name_parts(self) -> None:
        parts = {
            "text": (_("Note"), _("one line: what do you want to remember?")),
            "purpose": (_("Purpose"), _("their purpose tonight (may stay empty)")),
            "can_do": (_("I can do"), _("what I can do for them (may stay empty)")),
        }
        for name, (label, placeholder) in parts.items():
            self.query_one(f"#{name}-label", Label).update(Content(f"  {label}"))
            self.query_one(f"#{name}", Line).placeholder = placeholder
        self._name_choices()

    def _name_choices(self) -> None:
        choices = self.query_one(Choices)
        field = FIELDS[choices._at]
        if not choices.has_focus:
            words = _("Tab, then one key each:")
        elif self._note is not None and dated(self._note, field):
            words = _("Now one key each (< and > move the date):")
        else:
            words = _("Now one key each:")
        self.query_one("#choices-label", Label).update(
            Content.styled(f"  {words}", "bold" if choices.has_focus else "")
        )

    def _show_choices(self, at: str = "") -> None:
        if self._note is not None:
            self.query_one(Choices).fill(rows(self._note, self._today), at)
            self._name_choices()

    def on_descendant_focus(self) -> None:
        """Say what the keys do now."""
        self._name_choices()

    def on_descendant_blur(self) -> None:
        """Say what the keys do now."""
        self._name_choices()

    def on_choices_pressed(self, message: Choices.Pressed) -> None:
        """Make a choice, or take it back."""
        message.stop()
        if self._note is None:
            return
        if message.move:
            changed, field = moved(self._note, message.field, message.move, self._today), ""
        elif message.days:
            changed, field = postponed(self._note, message.field, message.days, self._today), ""
        else:
            made = chosen(self._note, message.key, self._today)
            if made is None:
                return
            changed, field = made, _field_of(message.key)
        self._note, self.touched = changed, True
        self._show_choices(field)
        self.post_message(self.Edited())

    def on_choices_past(self, message: Choices.Past) -> None:
        """Leave the rows upwards or downwards."""
        message.stop()
        self.action_turn(message.by)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell that the note has changed, unless the form itself has put the text there."""
        if self._note is None or event.input.id not in LINES:
            return
        before = getattr(self._note, event.input.id)
        after = clean_line(event.value)
        if before != after:
            self._note = self._note.model_copy(update={event.input.id: after})
            self.touched = True
            self.post_message(self.Edited())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line saves."""
        event.stop()
        self.post_message(self.Finished())

    def action_turn(self, by: int) -> None:
        """Go to the next part of the form, round and round."""
        parts: list[Widget] = [
            self.query_one("#text"),
            self.query_one(Choices),
            self.query_one("#purpose"),
            self.query_one("#can_do"),
        ]
        at = next((index for index, part in enumerate(parts) if part.has_focus), 0)
        parts[(at + by) % len(parts)].focus()


def says_something(note: Note) -> bool:
    """Return whether a note holds anything but its defaults."""
    return bool(
        note.text
        or note.purpose
        or note.can_do
        or note.reply
        or note.next_step
        or note.again
        or note.stage != "not_yet"
    )


def _field_of(key: str) -> str:
    from rounds.ui.screens.note_choices import KEYS

    return KEYS[key][0]
