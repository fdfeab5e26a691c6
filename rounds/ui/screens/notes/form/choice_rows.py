"""The rows of choices in the form of a note: they paint themselves and take keys."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from rounds.text.width import cut, width
from rounds.ui.screens.notes.form.choices import (
    BY_PATTERN,
    FIELDS,
    KEYS,
    Row,
    label_cells,
    plain_key,
)
from rounds.ui.terminal.ime_keys import intended_key, is_composed


class ChoiceRows(Widget, can_focus=True):
    """The rows of choices; their keys act while the rows have the focus."""

    class Pressed(Message):
        """A key that may be a choice, or a `move` in the row, or `days` to move its date by."""

        def __init__(self, key: str = "", *, field: str = "", move: int = 0, days: int = 0) -> None:
            super().__init__()
            self.key = key
            self.field = field
            self.move = move
            self.days = days

    class Touched(Message):
        """Any key was pressed: somebody is there."""

    class Past(Message):
        """The mark moved above the first row (-1) or below the last (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._at = 0

    @property
    def field(self) -> str:
        """The field of the marked row."""
        return FIELDS[self._at]

    def fill(self, shown: tuple[Row, ...], at: str = "") -> None:
        """Show these rows; `at` is the field of the row to mark."""
        self._rows = shown
        if at:
            self._at = FIELDS.index(at)
        self.refresh(layout=True)

    def mark(self, index: int) -> None:
        """Mark a row."""
        self._at = index % max(1, len(self._rows))
        self.refresh()

    def lines(self, cells: int) -> list[Content]:
        """Return the lines to show, at most `cells` wide; a long row takes several of them."""
        found: list[Content] = []
        before = label_cells()
        for index, row in enumerate(self._rows):
            here = self.has_focus and index == self._at
            label = cut(("> " if here else "  ") + row.label, before - 1)
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
                gap = before - used if first else 1
                words = cut(words, max(1, cells - used - gap))
                shown = Content.styled(words, "bold reverse") if option.chosen else Content(words)
                line = Content.assemble(line, " " * gap, shown)
                used += gap + width(words)
                first = False
            found.append(line)
        return found

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines that the choices take at this width."""
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
        """Turn keys into messages; a key that is no choice goes on to the screen."""
        self.post_message(self.Touched())
        match event.key:
            case "up" | "down":
                by = 1 if event.key == "down" else -1
                if 0 <= self._at + by < len(self._rows):
                    self.mark(self._at + by)
                else:
                    self.post_message(self.Past(by))
            case "left" | "right":
                self.post_message(
                    self.Pressed(field=self.field, move=1 if event.key == "right" else -1)
                )
            case _:
                if not event.is_printable or event.character is None:
                    return
                if is_composed(event.character) and not intended_key(event.character):
                    return  # the screen says that Japanese input is on
                key = plain_key(event.character)
                if key == "?":
                    return
                if key in {"<", ">"}:
                    self.post_message(self.Pressed(field=self.field, days=1 if key == ">" else -1))
                else:
                    if key == BY_PATTERN:
                        self.mark(FIELDS.index("next_step"))
                    elif (
                        key in KEYS
                    ):  # at once: an arrow may follow before the form has heard of it
                        self.mark(FIELDS.index(KEYS[key][0]))
                    self.post_message(self.Pressed(key))
        event.stop()
        event.prevent_default()
