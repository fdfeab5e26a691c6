"""What every screen of Rounds shares: translated keys, faults shown in one place, the beat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, messages
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen

from rounds.domain.errors import RoundsError
from rounds.i18n import _, say
from rounds.text.safe import one_line
from rounds.ui.terminal.ime_keys import intended_key
from rounds.ui.terminal.textual_internals import FilteringScreen
from rounds.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

    from rounds.session.session import Session
    from rounds.ui.screens.program import Program

Result = TypeVar("Result")


class BaseScreen(FilteringScreen[Result]):
    """A screen whose keys are described in the host's language, and heard in any width.

    Wherever no text is being typed, `?` shows these keys. It goes once: from the moment it is
    dismissed it takes no key, click, paste or submitted line, though more may be in its queue.
    """

    DEFAULT_CSS = """
    BaseScreen Toast.-information { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Keys", key_display="?", show=False)
    ]

    _going = False
    _goes_when_uncovered: Callable[[], object] | None = None

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go with this answer, the first one; beneath another screen, after that one.

        Textual takes the screen on top away, whichever is dismissed, and as often as it is told.
        """
        if self._going:
            return _nothing()
        self._going = True
        if self.is_active:
            return super().dismiss(result)
        self._goes_when_uncovered = partial(super().dismiss, result)
        return _nothing()

    def on_screen_resume(self) -> None:
        """Go now if that was asked for while another screen lay over this one."""
        if self._goes_when_uncovered is not None:
            self._goes_when_uncovered()
            self._goes_when_uncovered = None

    def accepts(self, message: Message) -> bool:
        """Let nothing act on a screen that goes, and nothing of it reach the app."""
        return not (self._going and _acts(message))

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that do something now, described in the language in force."""
        return {
            key: active._replace(
                binding=replace(active.binding, description=_(active.binding.description))
                if active.binding.description
                else active.binding
            )
            for key, active in super().active_bindings.items()
        }

    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that do something now and are no bindings, each with what it does."""
        return ()

    def action_help(self) -> None:
        """Show the keys of this screen."""
        self.program.open("help", lambda: self.active_bindings, self.more_keys)

    async def on_event(self, event: events.Event) -> None:
        """Take a full-width key, which no line of text wanted, for the key it stands for."""
        if isinstance(event, events.Key) and (key := intended_key(event.character)):
            event.key, event.character = key
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
        """Say one line to whoever looks at this screen."""
        self.notify(one_line(message), markup=False)

    def on_text_line_full(self, message: TextLine.Full) -> None:
        """Tell the writer, who may not be looking at the end of the line."""
        message.stop()
        self.tell(
            _("This line is full: it holds {count} characters.").format(count=message.longest)
        )


class RoundsScreen(BaseScreen[Any]):
    """A screen of the running evening.

    `show()` puts the session's values into the widgets and may run any number of times;
    `beat(now)` is called ten times a second and does only what a clock needs.
    """

    def show(self) -> None:
        """Put the event into the widgets."""

    def beat(self, now: float) -> None:
        """Let the clocks on this screen go on."""

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Show a fault that the host can mend instead of failing."""
        try:
            yield
        except RoundsError as fault:
            self.tell(say(fault))


class Dialog(BaseScreen[Result], ModalScreen[Result]):
    """A question over the screen; it returns its answer and the action that opened it decides."""

    DEFAULT_CSS = """
    Dialog { background: $background 0%; }
    """


def _nothing() -> AwaitComplete:
    """Return what is awaited where nothing is to be done."""
    return cast("AwaitComplete", AwaitComplete.nothing())  # type: ignore[no-untyped-call]


def _acts(message: Message) -> bool:
    """Return whether a message is something a host did, or what a widget made of that.

    All others belong to Textual, which needs them to take a screen apart.
    """
    if isinstance(message, events.Event):
        return isinstance(message, events.InputEvent | events.Paste)
    return type(message).__module__ != messages.__name__
