"""The app of the second window: it shows what another process publishes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from rounds.domain.views.room import Room
from rounds.i18n import _, using
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.questions.key_timing import REPEAT_WITHIN
from rounds.ui.questions.second_press import SecondPress
from rounds.ui.stage import texts
from rounds.ui.stage.scenes import MOST_ROWS, time_of_day
from rounds.ui.widgets.stage_view import StageView
from rounds.ui.widgets.wrapped_text import WrappedText

LOOK = 0.05
"""Seconds between two reads of what is published: a key must be seen within 0.15 s."""

ALONE_AFTER = 5.0
"""Seconds without a console after which the window says so, until there is one."""

LOOK_FOR_ONE = 2.0
"""Seconds between two checks whether the evening runs out of reach of this window."""

ANSWERED_FOR = 3.0
"""Seconds for which a key that does nothing here is answered."""

HINTED_FOR = 8.0
"""Seconds for which a hint about small letters is shown while the window is set up."""


class StageWindow(ShutdownApp[None]):
    """The stage in a window of its own; it never writes.

    `is_running` tells whether a program has the event file, called `name`, open; None if that is
    unknown. What was published before any is of an evening that has ended, or was killed.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: black; overflow: hidden; layers: picture line; }
    StageView { width: 1fr; height: 1fr; layer: picture; }
    WrappedText {
        layer: line; dock: bottom; text-align: center; color: white; background: #303030;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "leave", "Quit", priority=True),
    ]

    def __init__(
        self,
        read: Callable[[], Room | None],
        lobby: Room,
        *,
        steady: Callable[[], float],
        wall: Callable[[], datetime],
        calm: bool = False,
        name: str = "",
        is_running: Callable[[], bool | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._read = read
        self._room = lobby
        self._steady = steady
        self._wall = wall
        self._calm = calm
        # Kept, not queried: while the window closes it may be painted once more.
        self._picture = StageView()
        self._line = WrappedText()
        self._file_name = name
        self._is_running = is_running
        self._alone: str | None = ""
        self._look_for_one_at = steady() + ALONE_AFTER
        self._line_until = float("-inf")
        self._again = SecondPress(steady)

    def compose(self) -> ComposeResult:
        """One picture, and over its last row a line to the host."""
        yield self._picture
        yield self._line

    def on_mount(self) -> None:
        """Paint, and read what is published at regular intervals."""
        self._look()
        self.set_interval(LOOK, self._look)

    def on_resize(self, event: events.Resize) -> None:
        """Before the evening begins, say if the letters are too small for the back row."""
        room = self._read() or self._room
        if event.size.height > MOST_ROWS and room.phase == "lobby":
            with using(room.language):
                self._tell(texts.small_letters(event.size.height), HINTED_FOR)

    def action_leave(self) -> None:
        """Close the window; during the evening only at the second press."""
        if self._room.phase in {"lobby", "closing"} or self._again.confirms(
            "leave", within=REPEAT_WITHIN
        ):
            self.leave()
            return
        with using(self._room.language):
            self._tell(_("Press again to close this window."), REPEAT_WITHIN)

    def on_key(self) -> None:
        """Answer a key that belongs to the console; a clicker may have the wrong window."""
        with using(self._room.language):
            self._tell(
                _("This window only shows the picture: press the keys on the console."),
                ANSWERED_FOR,
            )

    def _tell(self, words: str, seconds: float) -> None:
        self._line_until = self._steady() + seconds
        self._line.say(words)

    def _look(self) -> None:
        """Paint what is published; after the host has left, what was published last."""
        published = self._read()
        if self._alone is not None and self._is_running() is False:
            published = None
        room = published or self._room
        if self._calm and not room.calm:
            room = room.with_(calm=True)
        self._room = room
        now = self._steady()
        self._look_for_a_console(published is not None, now)
        if now > self._line_until:
            self._line.say(self._alone or "")
        self._picture.show(room, now, time_of_day(room, now, self._wall().time()))

    def _look_for_a_console(self, found: bool, now: float) -> None:
        """Choose the line to show until a console is seen for the first time."""
        if found:
            self._alone = None
        if self._alone is None or now < self._look_for_one_at:
            return
        self._look_for_one_at = now + LOOK_FOR_ONE
        with using(self._room.language):
            self._alone = (
                _(
                    "The evening is open on this computer, but this window cannot reach it: "
                    "start both with the same login."
                )
                if self._is_running()
                else _("No console is connected. To start one: {command}").format(
                    command=f"rounds run {self._file_name}"
                )
            )
