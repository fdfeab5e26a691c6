"""A window with a text to be sent: it is in the clipboard, and can be copied by hand as well.

The mouse is left to the terminal here, so that it can mark the text. The window has no frame and
no blanks before the lines, which would be copied, too.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rounds.i18n import _
from rounds.text.safe import many_lines
from rounds.text.wrap import wrapped
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText


class TextDialog(Dialog[bool]):
    """Shows a text under a heading; `c` copies it, Escape closes.

    `copied` puts it into the clipboard at once. `sent` is what Enter means, such as "Enter: sent":
    then the answer is whether Enter was pressed.
    """

    uses_mouse = False
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Copy"),
        Binding("enter", "close(True)", "Close", show=False),
        Binding("escape,q", "close(False)", "Close", key_display="Esc"),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False),
        Binding("pageup,b", "scroll(-10)", "Page up", show=False),
    ]

    def __init__(self, heading: str, text: str, copied: bool = False, sent: str = "") -> None:
        super().__init__()
        self._heading = heading
        self._text = many_lines(text)
        self._copied = copied
        self._sent = sent

    def compose(self) -> ComposeResult:
        """The heading, the text, what was done, the keys."""
        with Vertical():
            yield WrappedText(self._heading, classes="question")
            with VerticalScroll(can_focus=False):
                yield Static(id="text")
            yield WrappedText(id="told")
            hints = _("c: copy | Up / Down: read on | Esc: close")
            yield KeyHints(
                SEPARATOR.join(filter(None, (self._sent, hints))),
                classes="keys",
            )

    def on_mount(self) -> None:
        """Show the text, and copy it if that was asked for."""
        self.on_resize()
        if self._copied:
            self.action_copy()

    def on_resize(self) -> None:
        """Break the lines to the width of the window."""
        cells = max(20, self.app.size.width - 1)
        rows = [row for line in self._text.split("\n") for row in wrapped(line, cells) or [""]]
        self.query_one("#text", Static).update(Content("\n".join(rows)))

    def action_copy(self) -> None:
        """Put the text into the clipboard, if the terminal lets programs do that."""
        self.app.copy_to_clipboard(self._text)
        self.query_one("#told", WrappedText).say(
            _("Copied. If pasting brings something else, mark the text with the mouse.")
        )

    def action_scroll(self, by: int) -> None:
        """Scroll by this many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    def action_close(self, sent: bool) -> None:
        """Go back."""
        self.dismiss(sent)
