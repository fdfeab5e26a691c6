"""A line to type into that never shows anything a terminal could take for a command."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingsMap, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input

from rounds.text.safe import one_line
from rounds.text.width import clusters, width

IDEOGRAPHIC_SPACE = "\N{IDEOGRAPHIC SPACE}"
"""What the space bar sends while Japanese input is on."""


def safe_value(value: str) -> str:
    """Return what was typed, safe to show; unlike `one_line` it keeps the blanks being typed."""
    return " ".join(one_line(word) for word in value.split(" "))


MOST_LINES = 200
"""How many pasted lines are looked at."""


def _lines(text: str, longest: int) -> list[str]:
    """Return the lines of a pasted text that hold anything, each safe to show."""
    found = []
    for line in text[: MOST_LINES * longest].splitlines():
        if shown := one_line(" / ".join(part.strip() for part in line.split("\t") if part.strip())):
            found.append(shown[:longest])
    return found[:MOST_LINES]


class TextLine(Input, inherit_bindings=False):
    """An input of one row without a frame; the terminal's cursor follows it, as an IME needs.

    A line that `finds` people leaves `?` to its screen as long as it is empty: no name begins so.
    One that is for `several` people gives its screen pasted lines as they are.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            each
            for each in Input.BINDINGS
            if isinstance(each, Binding) and each.key not in {"enter", "ctrl+u,super+backspace"}
        ),
        Binding("enter", "submit", "Accept", show=False),
        Binding("ctrl+u", "clear_line", "Clear", key_display="Ctrl+U", show=False),
    ]
    BY_KEY: ClassVar = BindingsMap(BINDINGS).key_to_bindings

    class Full(Message):
        """More was typed than the line holds."""

        def __init__(self, longest: int) -> None:
            super().__init__()
            self.longest = longest

    class KeyTaken(Message):
        """A key that moves or edits was pressed here; what waits for keys counts it."""

    class SeveralPasted(Message):
        """Several lines were pasted into a line that leaves them to its screen."""

        def __init__(self, lines: list[str]) -> None:
            super().__init__()
            self.lines = lines

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
        max_length: int = 500,
        finds: bool = False,
        several: bool = False,
    ) -> None:
        super().__init__(
            safe_value(value),
            placeholder=placeholder,
            id=id,
            max_length=max_length,
            compact=True,
            select_on_focus=False,
        )
        self.cursor_blink = False
        self._longest = max_length
        self._finds = finds
        self._several = several

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key is text for this line."""
        if self._finds and not self.value and character in {"?", "\N{FULLWIDTH QUESTION MARK}"}:
            return False
        return super().check_consume_key(key, character)

    async def on_key(self, event: events.Key) -> None:
        """Leave keys that are not text to the screen; a full-width blank is a blank.

        A key that edits the line does so at once: on its way through the app it would be overtaken
        by the letters that were typed after it.
        """
        if await self._edits(event.key):
            self.post_message(self.KeyTaken())
            event.stop()
            event.prevent_default()
            return
        if event.character == IDEOGRAPHIC_SPACE:
            event.stop()
            event.prevent_default()
            self.insert_text_at_cursor(" ")
        elif event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()

    async def _edits(self, key: str) -> bool:
        """Do what a key of this line does, apart from `Enter`; return whether it did anything."""
        for binding in self.BY_KEY.get(key, ()):
            if binding.action != "submit" and await self.app.run_action(binding.action, self):
                return True
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to clear the line only where something is typed."""
        return bool(self.value) if action == "clear_line" else True

    def action_clear_line(self) -> None:
        """Empty the line, wherever the cursor is."""
        self.value = ""

    def fill(self, value: str) -> None:
        """Set the text, with the cursor at its end."""
        self.value = safe_value(value)
        self.cursor_position = len(self.value)

    def on_focus(self) -> None:
        """Put the terminal's cursor here once the layout is known."""
        self.call_after_refresh(self._follow_caret)

    def on_resize(self) -> None:
        """Keep the terminal's cursor here when the window changes its size."""
        self.call_after_refresh(self._follow_caret)

    def _follow_caret(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs: on the caret, also at the end of the line."""
        region = self.content_region
        before = width(self.value[: self.cursor_position])
        return Offset(region.x + before - self.scroll_offset.x, region.y)

    def on_paste(self, event: events.Paste) -> None:
        """Insert what is pasted as one clean line, as much of it as fits."""
        event.prevent_default()
        event.stop()
        if self._several and len(lines := _lines(event.text, self._longest)) > 1:
            self.post_message(self.SeveralPasted(lines))
            return
        pasted = one_line(event.text)
        fits = ""
        for piece in clusters(pasted):
            if len(self.value) + len(fits + piece) > self._longest:
                break
            fits += piece
        self.insert_text_at_cursor(fits)
        if fits != pasted:
            self.restricted()

    def restricted(self) -> None:
        """Report that nothing more fits; the room would hear Textual's bell."""
        self.post_message(self.Full(self._longest))

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Replace characters that must not be shown as they are."""
        safe = safe_value(self.value)
        if safe != self.value:
            self.value = safe
