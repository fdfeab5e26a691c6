"""The base of the stage and the console: the keys from which the host runs the evening."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.evening.clock import clock_text, talked
from rounds.i18n import _, say
from rounds.ui.questions.asking_actions import asks
from rounds.ui.questions.key_timing import ANSWER_WITHIN, READING_TIME, REPEAT_WITHIN, STEP_GUARD
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.screens.program import undone_text

STEP_KEYS = frozenset({"enter", "right", "pagedown"})
"""What goes on to the next step; a presenter's clicker sends one of them."""

SOME_TALK = 5.0
"""After this many seconds of talk, going back needs a second press."""

SOME_BREAK = 30.0
"""In the last seconds of a break, going on needs no second press."""


class EveningScreen(RoundsScreen):
    """A screen from which the host runs the evening.

    Actions that begin with `app.` are those of `RoundsApp`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,pagedown", "step", "Next step", key_display="Enter"),
        Binding("space", "pause(True)", "Pause"),
        Binding("space", "pause(False)", "Resume"),
        Binding(
            "backspace,pageup", "back", "Back", tooltip="Back one step", key_display="Backspace"
        ),
        Binding("plus,equals_sign", "extend(30)", "30 s more", key_display="+"),
        Binding("minus", "extend(-30)", "30 s less", key_display="-"),
        Binding("s", "swap", "Swap now"),
        Binding("s", "end_introductions", "Skip the rest", tooltip="End the introductions now"),
        Binding("b,full_stop", "app.black(True)", "Black screen", key_display="b"),
        Binding("b,full_stop", "app.black(False)", "Picture back", key_display="b"),
        Binding("left_square_bracket", "app.page(-1)", "Board: previous page", key_display="[["),
        Binding("right_square_bracket", "app.page(1)", "Board: next page", key_display="]"),
        Binding("c", "app.open('check_in')", "Check-in"),
        Binding("n", "app.open('notes')", "Notes"),
        Binding("t", "app.message", "Message", tooltip="Message to the room"),
        Binding("u", "undo", "Undo"),
        Binding("u,backspace,pageup", "nothing('undo')", show=False),
        Binding("n", "nothing('notes')", show=False),
        Binding("l", "app.language", "English / Japanese"),
        Binding("m", "app.mute", "Sound on / off"),
        Binding("question_mark,f1", "help", "Keys", key_display="?"),
        Binding("ctrl+q", "leave", "Quit", key_display="Ctrl+Q", priority=True),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        # Not on every screen: somebody who writes a note means "undo" by it.
        Binding("ctrl+z", "app.suspend_process", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._stepped_at = float("-inf")
        self._undone_at = float("-inf")
        self._covered = False
        self._told = ("", float("-inf"))
        self._question: tuple[str, object] = ("", None)

    def on_screen_suspend(self) -> None:
        """Remember that another screen lies over this one; withdraw a question that is open.

        Over there its key means something else.
        """
        self._covered = True
        if self.program.again.asked is not None:
            self.program.again.forget()
            self._question, self._told = ("", None), ("", float("-inf"))

    def on_screen_resume(self) -> None:
        """Ignore the second Enter of two, of which the first closed a screen over this one."""
        if self._covered and self.program.changed_by in STEP_KEYS:
            self.guard_step()
        self._covered = False

    def guard_step(self) -> None:
        """Ignore a step within the next `STEP_GUARD` seconds: it is a slip."""
        self._stepped_at = self.session.clocks.unhurried()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something in this phase."""
        run, scene = self.session.run, self.session.state.scene
        match action:
            case "step":
                return run.phase != "closing"
            case "pause":
                return run.timed and scene != "end" and parameters == (not run.paused,)
            case "extend":
                return run.timed and (parameters != (-30,) or self.session.state.remaining() > 0)
            case "swap":
                return scene in {"first_half", "listen_first"}
            case "end_introductions":
                return run.phase == "introductions"
            case "back":
                return self.session.undo.last_step is not None
            case "undo":
                return self.session.undo.last_action is not None
        return True

    def beat(self, now: float) -> None:
        """Withdraw an open question when its subject is over."""
        question, about = self._question
        if question and about != self._about_now():
            self.program.again.forget()
            self._question = ("", None)
            if self._told[0] == question:
                self.tell("")

    def _about_now(self) -> object:
        run = self.session.run
        return run.phase, run.round, self.session.state.talking, self.session.undo.last_action

    def _confirmed(
        self, what: str, question: str, within: float = ANSWER_WITHIN, at_least: float = 0.0
    ) -> bool:
        """Return whether this press answers the open question; otherwise ask it."""
        self.beat(self.session.clocks.steady())
        if self.program.again.confirms(what, within=within, at_least=at_least):
            return True
        self._question = (question, self._about_now())
        self.tell(question, within)
        return False

    def tell(self, message: str, seconds: float = REPEAT_WITHIN) -> None:
        """Show one line to the host, for `seconds` on screens that can remove it."""
        super().tell(message)

    # -- the course of the evening -----------------------------------------------------------

    def action_step(self) -> None:
        """Go on to the next phase."""
        session, now = self.session, self.session.clocks.unhurried()
        stepped_at = max(self._stepped_at, session.steps.went_on_at)
        if now - stepped_at < STEP_GUARD:
            self.tell(_("Pressed twice in a row: it counts once."))
            return
        if not self._means_to_go_on():
            return
        with self.reporting():
            session.steps.next()
            self.guard_step()
            self.tell("")  # the line shown belongs to the step before

    @property
    def step_key(self) -> str:
        """The key of the next step, as a question names it."""
        return "Enter"

    def _means_to_go_on(self) -> bool:
        """Return whether to go on: a round or a break ends early only at the second press."""
        if self.session.state.talking:
            question = _("Press {key} again to end this round early.")
            return self._confirmed("end", question.format(key=self.step_key), REPEAT_WITHIN)
        left = self.session.state.remaining()
        if self.session.run.phase == "break" and left > SOME_BREAK:
            question = _("Press {key} again to end the break ({time} left).")
            said = question.format(key=self.step_key, time=clock_text(left))
            # In the break a participant at the laptop may press Enter twice without looking.
            return self._confirmed("break", said, at_least=READING_TIME)
        return True

    def action_back(self) -> None:
        """Go back one step, with the time that was left."""
        session, what = self.session, self.session.undo.last_step
        much = talked(session.run, session.clocks.steady()) > SOME_TALK
        if what is not None and session.steps.back_loses_talk and much:
            question = _("Press Backspace again to undo: {what}").format(what=say(what))
            if not self._confirmed("back", question):
                return
        if undone := session.steps.back():
            self.tell(undone_text(self.program, undone))

    def action_undo(self) -> None:
        """Take back the last action; a step of the evening only at the second press."""
        session, what, now = (
            self.session,
            self.session.undo.last_action,
            self.session.clocks.unhurried(),
        )
        if now - self._undone_at < STEP_GUARD:
            self.tell(_("Pressed twice in a row: it counts once."))
            return
        if what is not None and session.undo.moves_clock:
            said = say(what)
            question = _("Press u again to undo: {what}").format(what=said)
            if not self._confirmed(f"undo {said}", question):
                return
        self._undone_at = now
        if undone := session.take_back():
            self.tell(undone_text(self.program, undone))

    def action_nothing(self, what: str) -> None:
        """Say why a key does nothing: there is nothing to undo, or nobody to write a note about."""
        if what == "notes":
            self.tell(_("Notes can be written from the first round on."))
        elif self.program.continued:
            self.tell(_("Nothing to undo: Rounds was started again."))
        else:
            self.tell(_("Nothing to undo."))

    def action_pause(self, _stop: bool) -> None:
        """Stop the clock, or let it go on."""
        self.session.steps.pause_or_resume()

    def action_extend(self, seconds: int) -> None:
        """Give this phase more time or less; ending a round in this way takes a second press."""
        session = self.session
        ends = session.run.phase == "talk" and 0 < session.state.remaining() <= -seconds
        question = _("Press - again to end this round early.")
        if ends and not self._confirmed("less", question, REPEAT_WITHIN):
            return
        session.steps.extend(seconds)

    def action_end_introductions(self) -> None:
        """Go on to the first round at the second press, whoever has not spoken yet."""
        question = _("Press s again to end the introductions.")
        if self._confirmed("introductions", question):
            with self.reporting():
                self.session.steps.end_introductions()
                self.guard_step()

    def action_swap(self) -> None:
        """Go to half-time."""
        self.session.steps.swap_now()

    # -- leaving ---------------------------------------------------------------------------

    def action_interrupt(self) -> None:
        """Leave at the second press: Ctrl+C may have been meant to copy text."""
        if self.session.state.talking or self._confirmed(
            "leave", _("Press Ctrl+C again to leave.")
        ):
            self.action_leave()

    @asks
    async def action_leave(self) -> None:
        """Leave; during a round only after the word "quit" was typed."""
        if not self.session.state.talking or await self.program.ask("leave"):
            self.program.leave()
