"""The base of all screens: errors shown in one place, the beat of the clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, messages, on
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input

from rounds.i18n import _
from rounds.text.safe import one_line
from rounds.ui.screens.reporting import told_errors
from rounds.ui.terminal.ime_keys import intended_key, is_composed
from rounds.ui.terminal.textual_internals import FilteringScreen, InspectableApp
from rounds.ui.widgets.rehearsal_line import RehearsalLine
from rounds.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from rounds.session.session import Session
    from rounds.ui.screens.program import Program

Result = TypeVar("Result")


class BaseScreen(FilteringScreen[Result]):
    """A screen whose keys may be full-width characters.

    F1 shows these keys, and so does `?` except while text is being typed. A screen is closed
    once: from the moment it is dismissed it ignores keys, clicks, pastes and submitted lines in
    its queue.
    """

    DEFAULT_CSS = """
    BaseScreen Toast.-information { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Keys", key_display="?", show=False)
    ]

    uses_mouse: ClassVar[bool] = True
    """Whether something can be clicked; elsewhere the terminal keeps its own mouse."""
    _closing_down = False
    _close_when_uncovered: Callable[[], object] | None = None

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with this answer; the first one counts. Below another screen, close after it.

        Textual removes the screen on top, whichever screen is dismissed, and once for each call.
        """
        if self._closing_down:
            return _nothing()
        self._closing_down = True
        self.app.clear_notifications()  # what was said here means nothing elsewhere
        if self.is_active:
            return super().dismiss(result)
        self._close_when_uncovered = partial(super().dismiss, result)
        return _nothing()

    def on_screen_resume(self) -> None:
        """Take the mouse if it serves here; close now if that was asked for below another."""
        if isinstance(self.app, InspectableApp):
            self.app.use_mouse(self.uses_mouse)
        if self._close_when_uncovered is not None:
            self._close_when_uncovered()
            self._close_when_uncovered = None

    def accepts(self, message: Message) -> bool:
        """Refuse what would act on a screen that is closing, or reach the app from it."""
        return not (self._closing_down and _acts(message))

    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """Return (key, what it does) for the keys that act now and are not bindings."""
        return ()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        self.program.open("help", lambda: self.active_bindings, self.more_keys)

    async def on_event(self, event: events.Event) -> None:
        """Replace a character of Japanese input that no line took by the key it stands for.

        Where it stands for none, say that the input method is on: nothing would happen else.
        """
        if isinstance(event, events.Key):
            if key := intended_key(event.character):
                event.key, event.character = key
            elif is_composed(event.character):
                self.tell(_("Japanese input is on: switch it off to press single keys."))
        await super().on_event(event)

    @property
    def program(self) -> Program:
        """The program this screen runs in."""
        return cast("Program", self.app)

    @property
    def session(self) -> Session:
        """The event that is open."""
        return self.program.session

    def tell(self, message: str) -> None:
        """Show one line to the person at this screen, instead of the one before."""
        self.app.clear_notifications()
        self.notify(one_line(message), markup=False)

    def on_text_line_full(self, message: TextLine.Full) -> None:
        """Tell the writer, who may not be looking at the end of the line."""
        message.stop()
        self.tell(
            _("This line is full: it holds {count} characters.").format(count=message.longest)
        )


class RoundsScreen(BaseScreen[Any]):
    """A screen of the running evening.

    `show()` may run any number of times; `beat(now)` is called ten times a second and does only
    what a clock needs. In a rehearsal its first row says so.
    """

    paints_rehearsal = False
    """Whether the picture of this screen says by itself that this is a rehearsal."""

    def on_mount(self) -> None:
        """Say that this is a rehearsal, if it is one."""
        if self.program.rehearsal and not self.paints_rehearsal:
            self.mount(RehearsalLine())

    def show(self) -> None:
        """Put the session's values into the widgets."""

    def beat(self, now: float) -> None:
        """Update the clocks on this screen; `now` is in seconds."""

    def reporting(self) -> AbstractContextManager[None]:
        """Show an error that the host can fix instead of failing."""
        return told_errors(self.tell)


class Dialog(BaseScreen[Result], ModalScreen[Result]):
    """A question over the screen; it returns an answer, and the action that opened it decides."""

    DEFAULT_CSS = """
    Dialog { background: $background 0%; }
    """

    unattended: float | None = None
    """Seconds without a key after which a private question closes without an answer."""

    _until_closed: Timer | None = None

    def on_mount(self) -> None:
        """Begin to wait for somebody who answers."""
        if self.unattended is not None:
            self._until_closed = self.set_timer(self.unattended, self._give_up)

    @on(events.Key)
    @on(Input.Changed)
    @on(TextLine.KeyTaken)
    def _wait_again(self) -> None:
        """Wait again from now on: somebody is there."""
        if self._until_closed is not None:
            self._until_closed.reset()

    def _give_up(self) -> None:
        self.dismiss(None)


def _nothing() -> AwaitComplete:
    """Return something to await that does nothing."""
    return cast("AwaitComplete", AwaitComplete.nothing())  # type: ignore[no-untyped-call]


def _acts(message: Message) -> bool:
    """Return whether a message is something a host did, or a widget's answer to it.

    All others belong to Textual, which needs them to remove a screen.
    """
    if isinstance(message, events.Event):
        return isinstance(message, events.InputEvent | events.Paste)
    return type(message).__module__ != messages.__name__
