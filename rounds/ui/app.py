"""The terminal program: its screens, its beat, and how it ends."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

from textual.message import Message

from rounds.domain.room import Room
from rounds.i18n import activate
from rounds.session.session import Session
from rounds.ui.ending import OrderlyApp
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.screens.stage import StageScreen
from rounds.ui.sound import Cues

LOOK_FOR_WINDOWS = 2.0
"""Seconds between two looks at whether a window shows the room."""

BEAT = 0.1
"""Seconds between two looks at the clock."""


class Changed(Message):
    """The session has changed; a burst of changes is one message."""

    def can_replace(self, message: Message) -> bool:
        """Let a later one stand for all."""
        return isinstance(message, Changed)


class RoundsApp(OrderlyApp[None], inherit_bindings=False):
    """The evening in a terminal.

    `publish` hands the room to a second window, `cues` plays the sounds, `pilot` presses the
    keys in a rehearsal, `welcome` shows the guidance of the first start. `watched` tells whether
    a second window shows the room; it is asked only where the host needs one.
    """

    CSS_PATH: ClassVar[list[str]] = [  # type: ignore[assignment]
        str(path) for path in sorted(Path(__file__).parent.glob("screens/*.tcss"))
    ]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        session: Session,
        *,
        console: bool = False,
        publish: Callable[[Room], None] | None = None,
        cues: Cues | None = None,
        pilot: Callable[[Session], bool] | None = None,
        welcome: bool = False,
        watched: Callable[[], bool | None] | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.keep = session.close
        self._console = console
        self._publish = publish
        self._cues = cues
        if cues and cues.bell is None:
            cues.bell = self.bell
        self._pilot = pilot
        self._welcome = welcome
        self._watched = watched
        self.projector: bool | None = None
        """Whether a second window shows the room; None where that cannot be told."""
        self._room: Room | None = None
        self.continued = bool(session.event.clock or session.event.attendance)
        """Whether this evening goes on from an earlier start of the program."""
        activate(session.language)

    @property
    def room(self) -> Room:
        """What the room may see; built anew only after a change."""
        if self._room is None:
            self._room = self.session.room
        return self._room

    def on_mount(self) -> None:
        """Open the first screen and start the beat."""
        self.session.listen(self._on_session_changed)
        if self._console:
            from rounds.ui.screens.console import ConsoleScreen

            self.push_screen(ConsoleScreen())
        else:
            self.push_screen(StageScreen())
        if self._publish:
            self._publish(self.room)
        if self._welcome:
            from rounds.ui.screens.welcome import WelcomeDialog

            self.push_screen(WelcomeDialog())
        if self._watched:
            self.set_interval(LOOK_FOR_WINDOWS, self._look_for_windows)
            self._look_for_windows()
        self.set_interval(BEAT, self._beat)
        self.call_after_refresh(_settle_down)

    def _on_session_changed(self) -> None:
        self._room = None
        self.post_message(Changed())

    def on_changed(self, _message: Changed) -> None:
        """Show the new state on the screen at hand."""
        if self._publish:
            self._publish(self.room)
        for screen in self._in_view():
            screen.show()
            screen.refresh_bindings()

    def _look_for_windows(self) -> None:
        before, self.projector = self.projector, self._watched() if self._watched else None
        if self.projector is not before:
            self.post_message(Changed())

    def _beat(self) -> None:
        now = self.session.steady()
        if self.session.tick():
            self._on_session_changed()
        if self._publish and self.session.speed != 1.0:
            self._publish(self.room)  # the other window's clock is not hurried
        if self._cues:
            self._cues.follow(self.session, now)
        if self._pilot and self._pilot(self.session):
            self.exit()
            return
        for screen in self._in_view():
            screen.beat(now)

    def _in_view(self) -> Iterator[RoundsScreen]:
        """Yield the screens that can be seen: behind a dialog the clock goes on."""
        if not self.is_running:  # its screens are being taken apart
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, RoundsScreen) and screen.is_mounted:
                yield screen
            if not screen.is_modal:
                return

    def turn_page(self, by: int) -> None:
        """Turn the board's pages from the one that is shown."""
        from rounds.ui.stage.scenes import page_shown

        width, height = self.size
        page, _pages = page_shown(self.room, self.session.steady(), width, height)
        self.session.turn_page(page + by)


def _settle_down() -> None:
    """Collect often again once the first picture stands, but never again what stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
