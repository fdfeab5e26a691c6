"""The host's console: the state of the evening, its people, and the keys to change both.

It may be on the projector, so nothing here is private: no notes, and not who is kept apart.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from rounds.domain.sentence import Sentence
from rounds.domain.views import room_in_words
from rounds.i18n import _, say
from rounds.ui.screens.console.confidence_keys import ConfidenceKeys
from rounds.ui.screens.console.greeting_keys import GreetingKeys
from rounds.ui.screens.console.keys import HostTold
from rounds.ui.screens.console.people_panel import PeoplePanel
from rounds.ui.screens.console.person_keys import PersonKeys
from rounds.ui.screens.console.phone_keys import PhoneKeys
from rounds.ui.screens.console.plan_keys import PlanKeys
from rounds.ui.screens.console.state_panel import StatePanel
from rounds.ui.screens.evening import EveningScreen
from rounds.ui.screens.program import Program, mirrored, say_here
from rounds.ui.stage.scenes import LEAST_HEIGHT, LEAST_WIDTH
from rounds.ui.stage.texts import too_small
from rounds.ui.widgets.key_line import Key, KeyLine
from rounds.ui.widgets.wrapped_text import WrappedText

TOLD_FOR = 5.0
"""Seconds for which a line to the host is shown."""

NEWS_FOR = 10.0
"""Seconds for which news is shown that has no room in the panel."""

EVENING_KEYS = (
    "stop_finding",
    "app.black(False)",
    "stage",
    "undo",
    "pause(True)",
    "pause(False)",
    "back",
    "joined_here",
    "find",
    "walk_in",
    "app.open('check_in')",
)
"""What the host needs most during the evening; Enter is described above, in words."""

MORE_KEYS = (
    "app.message",
    "app.open('notes')",
    "extend(30)",
    "extend(-30)",
    "swap",
    "on_time",
    "rematch",
    "table",
    "app.black(True)",
    "replan",
    "phones",
    "greet",
    "next_to_greet",
    "reports",
    "app.open('print')",
)
"""What the host needs now and then; a low window has no room for these keys.

Before the doors open and in a break there is room for those who are to be greeted.
"""

PERSON_KEYS = (
    "clear_code",
    "here",
    "absent",
    "gone",
    "rename",
    "exchange",
    "apart",
    "in_the_dark",
    "pin",
    "mark",
    "met",
)
"""What can be done with the marked person."""

_WHILE_FINDING = frozenset({"step", "leave", "interrupt"})


class ConsoleScreen(EveningScreen):
    """The state of the evening on the left, its people on the right, keys at the bottom."""

    AUTO_FOCUS: ClassVar[str | None] = "PeoplePanel"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,escape", "stage", "Stage"),
        Binding("ctrl+p", "app.open('print')", "Print", key_display="Ctrl+P"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal"), (110, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
        self._latest_news: Sentence | None = None
        self._acting: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The two panels, what the room sees, the lines of keys."""
        self._state = StatePanel()
        self._people = PeoplePanel(self.program, self.guard_step)
        yield WrappedText(id="too-small")
        with (
            PlanKeys(self.program),
            ConfidenceKeys(self.program),
            GreetingKeys(self.program, self._people),
            PhoneKeys(self.program, self._people),
            PersonKeys(self.program, self._people),
            Horizontal(id="middle"),
        ):
            yield self._state
            yield self._people
        yield WrappedText(id="told")
        yield KeyLine(EVENING_KEYS, MORE_KEYS, PERSON_KEYS, last="help", spare=MORE_KEYS)

    # -- showing -----------------------------------------------------------------------

    def on_screen_resume(self) -> None:
        """Show the evening, now and after another screen was on top."""
        self._people.forget_digits()
        self.show()

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Put the evening into the panels."""
        small = self.size.width < LEAST_WIDTH or self.size.height < LEAST_HEIGHT
        self.query_one("#too-small", WrappedText).say(too_small() if small else "")
        self._state.show(self.program)
        self._people.show()
        self.beat(self.session.clocks.steady())
        self._tell_news()

    def _tell_news(self) -> None:
        """Show the latest news for a moment if it has no room in the panel."""
        latest = self.session.state.news[-1] if self.session.state.news else None
        if latest is self._latest_news:
            return
        self._latest_news = latest
        if latest is not None and self._state.news_have_no_room:
            self.tell(say_here(self.program, latest), NEWS_FOR)

    def beat(self, now: float) -> None:
        """Let the time go on; most beats change nothing."""
        super().beat(now)
        acting = (self.session.state.scene, self.session.state.remaining() > 0)
        if acting != self._acting:  # the time alone has changed which keys do something
            self._acting = acting
            self.refresh_bindings()
        self._state.beat(self.session, self.program.room, now)
        self._show_told(now)

    def _show_told(self, now: float) -> None:
        told, until = self._told
        recent = bool(told) and self.session.clocks.unhurried() < until
        words = self.query_one("#told", WrappedText)
        words.set_class(recent, "-told")
        words.say(told if recent else self._people.about() or _seen_by_the_room(self.program, now))

    def tell(self, message: str, seconds: float = TOLD_FOR) -> None:
        """Show one line to the host, instead of what the room sees."""
        self._told = (message, self.session.clocks.unhurried() + seconds)
        self._show_told(self.session.clocks.steady())

    def on_host_told(self, message: HostTold) -> None:
        """Show what the keys for people and for the plan report."""
        message.stop()
        self.tell(message.said)

    # -- keys ------------------------------------------------------------------------------

    @property
    def step_key(self) -> str:
        """The key of the next step; while the host types a name, Enter ends the typing."""
        return "PgDn" if self._people.finding else super().step_key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if self._people.finding and action not in _WHILE_FINDING:
            return False
        if action == "stage":
            return self.program.shows_the_stage
        return super().check_action(action, parameters)

    def more_keys(self) -> tuple[Key, ...]:
        """Return the digits, which are not bindings."""
        return (("0-9", _("Choose by the number")),)

    def action_stage(self) -> None:
        """Go back to the stage."""
        self.dismiss()

    def action_swap(self) -> None:
        """Go to half-time and say so."""
        super().action_swap()
        self.tell(_("Swapped; u undoes it."))


def _seen_by_the_room(program: Program, now: float) -> str:
    if program.projector is False and not program.shows_the_stage:
        return _("The room sees nothing: no projector window is connected.")
    if not mirrored(program):
        picture = say(room_in_words.room_sees(program.room, now))
    elif program.room.message:
        picture = _("this screen; h: back to the stage and your message")
    else:
        picture = _("this screen; h: back to the stage")
    return _("The room sees: {picture}").format(picture=picture)
