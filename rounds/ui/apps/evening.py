"""The app of the evening: it opens screens, beats ten times a second, and tells other windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from textual.message import Message
from textual.screen import Screen

from rounds.domain.errors import RoundsError
from rounds.domain.views.room import Room
from rounds.i18n import LANGUAGES, Customs, _, activate, follow, in_all_languages, say
from rounds.session.phones import Phones
from rounds.session.session import Session
from rounds.ui.apps.beat import keep_time
from rounds.ui.apps.quick_start import settle_down
from rounds.ui.apps.screens_by_name import CONSOLE_STYLES, STAGE_STYLES, add_stylesheets, new_screen
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.questions.asking_actions import asks
from rounds.ui.questions.key_timing import READING_TIME
from rounds.ui.questions.second_press import SecondPress
from rounds.ui.screens.base import Dialog, RoundsScreen
from rounds.ui.screens.phone_code import PhoneCode
from rounds.ui.sound.cues import Cues
from rounds.ui.stage.scenes import page_shown

LOOK_FOR_WINDOWS = 2.0
"""Seconds between two checks for a window that shows the room."""


class Changed(Message):
    """The session has changed; a burst of changes is one message."""

    def can_replace(self, message: Message) -> bool:
        """Let a later change replace an earlier one."""
        return isinstance(message, Changed)


class RoundsApp(ShutdownApp[None], inherit_bindings=False):
    """The evening in a terminal.

    `publish` hands the room to a second window, `cues` plays the sounds, `pilot` presses the
    keys in a rehearsal, `welcome` shows the guidance of the first start. `watched` returns
    whether a second window shows the room; it is None if the host needs no second window. `file`
    is the event file, beside which sheets are printed; a rehearsal has none. `phones` makes those
    of the participants, None where they can have none; `phones_on` switches them on from the start.
    """

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
        file: Path | None = None,
        phones: Callable[[], Phones] | None = None,
        phones_on: bool = False,
    ) -> None:
        super().__init__(css_path=CONSOLE_STYLES if console else STAGE_STYLES)
        self.session = session
        self.keep = session.close
        self.file = file
        self._phones_on = phones_on
        self.phone_code = PhoneCode(session, phones)
        """The phones of the participants, and what the room sees of them."""
        self.shows_the_stage = not console
        """Whether this window shows the stage, perhaps below another screen."""
        self._publish = publish
        self._cues = cues
        if cues and cues.bell is None:
            cues.bell = self.bell
        self._pilot = pilot
        self.rehearsal = pilot is not None
        """Whether nothing of this is real: every screen says so."""
        self._welcome = welcome
        self._watched = watched
        self.projector: bool | None = None
        """Whether a second window shows the room, None if that is unknown."""
        self.again = SecondPress(lambda: session.clocks.unhurried())
        """The question on a screen of the evening that a second press answers."""
        self._room: Room | None = None
        self.continued = bool(session.event.clock or session.event.attendance)
        """Whether this evening continues one from an earlier start of the program."""
        activate(session.language)

    @property
    def room(self) -> Room:
        """What the room may see; it is built again only after a change."""
        if self._room is None:
            seen = self.session.room.with_(rehearsal=self.rehearsal)
            self._room = self.phone_code.in_room(seen)
        return self._room

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen; one more below it would be laid out in vain at each start."""
        return new_screen("stage" if self.shows_the_stage else "console")

    def on_mount(self) -> None:
        """Start the beat."""
        self.session.state.listen(self._on_session_changed)
        if self._publish:
            self._publish(self.room)
        if self._welcome:
            self.open("welcome")
        if self._watched:
            self.set_interval(LOOK_FOR_WINDOWS, self._look_for_windows)
            self._look_for_windows()
        self.run_worker(keep_time(self.session, lambda: self.call_next(self._beat)))
        self.call_after_refresh(add_stylesheets, self)
        self.call_after_refresh(settle_down)
        self.call_after_refresh(self.session.plan.look_ahead)
        if self.phone_code.possible and self._phones_on:
            self.call_after_refresh(lambda: self.phone_code.phones.switch_on())

    async def on_unmount(self) -> None:
        """Let the phones' last notes in before everything is saved."""
        await self.phone_code.switch_off()

    def _on_session_changed(self) -> None:
        self._room = None
        self.post_message(Changed())

    def on_changed(self, _message: Changed) -> None:
        """Show the new state on the screens in view; an undo may have changed the language."""
        activate(self.session.language)
        settings = self.session.event.in_force
        follow(Customs(settings.clock, settings.dates))
        self.session.take_in_plans()
        no_code = self.phone_code.follow()
        if self._publish:
            self._publish(self.room)
        for screen in self._in_view():
            screen.show()
            screen.refresh_bindings()
        if no_code:
            self.tell(no_code)

    def _look_for_windows(self) -> None:
        before, self.projector = self.projector, self._watched() if self._watched else None
        if self.projector is not before:
            self.post_message(Changed())

    def _beat(self) -> None:
        now = self.session.clocks.steady()
        if self.session.tick():
            self._on_session_changed()
        if self._publish and self.session.clocks.speed != 1.0:
            self._publish(self.room)  # the other window has a clock of normal speed
        if self._cues:
            self._cues.follow(self.session, now)
        if self._pilot and self._pilot(self.session):
            self.exit()
            return
        for screen in self._in_view():
            screen.beat(now)

    def _in_view(self) -> Iterator[RoundsScreen]:
        """Yield the screens that can be seen: the clock behind a dialog goes on."""
        if not self.is_running:  # its screens are being removed
            return
        for screen in reversed(self.screen_stack):
            if isinstance(screen, RoundsScreen) and screen.is_mounted:
                yield screen
            if not screen.is_modal:
                return

    # -- screens ---------------------------------------------------------------------------

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""
        add_stylesheets(self)
        self.push_screen(new_screen(name, *arguments))

    async def ask(self, name: str, *arguments: object, unattended: float | None = None) -> Any:
        """Open the dialog with this name over the screen in view and return its answer.

        One that is private is given up after `unattended` seconds without a key.
        """
        add_stylesheets(self)
        dialog = new_screen(name, *arguments)
        if isinstance(dialog, Dialog):
            dialog.unattended = unattended
        return await self.push_screen_wait(dialog)

    def tell(self, message: str) -> None:
        """Show one line to the host on the screen in view."""
        if isinstance(self.screen, RoundsScreen):
            self.screen.tell(message)

    # -- what the room sees and hears --------------------------------------------------------

    @property
    def board_pages(self) -> int:
        """How many pages the board has; in another window there may be several."""
        if not self.shows_the_stage:
            return 2
        return page_shown(self.room, self.session.clocks.steady(), *self.size)[1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something in this phase."""
        match action, parameters:
            case "page", _:
                return self.session.run.phase == "move" and self.board_pages > 1
            case "black", (dark,):
                return dark is not self.session.black
            case "open", ("print",):
                return self.file is not None
            case "open", ("notes",):
                return bool(self.session.event.rounds)
        return True

    def action_open(self, name: str) -> None:
        """Open a screen."""
        self.open(name)

    def action_page(self, by: int) -> None:
        """Turn the board by this many pages from the one that is shown."""
        shown, _pages = page_shown(self.room, self.session.clocks.steady(), *self.size)
        self.session.turn_page(shown + by)

    def action_black(self, dark: bool) -> None:
        """Darken the projector or show its picture again; this window is dark until a key comes."""
        if self.shows_the_stage:
            self.open("black")
        else:
            self.session.set_black(dark)
            self.tell("")  # the console shows again what the room sees

    @asks
    async def action_message(self) -> None:
        """Ask for a line to show to the room."""
        line: str | None = await self.ask("message", self.session.message)
        if line is not None:
            self.session.say_to_room(line)
            self.tell("")  # the console shows again what the room sees

    def action_mute(self) -> None:
        """Switch the sounds off or on."""
        self.session.toggle_mute()
        self.tell(_("Sound off") if self.session.muted else _("Sound on"))

    def action_language(self) -> None:
        """Change the language of every screen at the second press, and say how to go back."""
        now = LANGUAGES.index(self.session.language)
        chosen = LANGUAGES[(now + 1) % len(LANGUAGES)]
        if not self.again.confirms(f"language {chosen}", at_least=READING_TIME):
            self.tell(in_all_languages("Press l again to change the language."))
            return
        try:
            activate(chosen)
        except RoundsError as error:
            self.tell(say(error))
            return
        self.session.choose_language(chosen)
        self.screen.refresh_bindings()
        self.tell(in_all_languages("The language was changed. To go back: u, or l twice."))
