"""The keys that work wherever the evening is in view: on the stage and on the console."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.domain.clock import shown, talked
from rounds.domain.sentence import Sentence
from rounds.i18n import _, say
from rounds.ui.screens.base import RoundsScreen

STEP_GUARD = 1.0
"""Seconds after a step, or a dialog that closed, for which a press is taken for a slip."""

AGAIN = 2.0
"""Seconds within which a press that ends a round must be repeated."""

ANSWER = 5.0
"""Seconds for reading a question and answering it by a second press."""

SOME_TALK = 5.0
"""Seconds of talk after which going back needs confirming."""

SOME_BREAK = 30.0
"""Seconds to the end of a break up to which going on needs no confirming."""

DECIDES = 0.5
"""Seconds a person takes at least to read a question and to answer it."""


class EveningScreen(RoundsScreen):
    """A screen from which the host runs the evening."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,pagedown", "step", "Next step", key_display="Enter"),
        Binding("space", "pause", "Pause"),
        Binding("space", "go_on", "Resume"),
        Binding(
            "backspace,pageup", "back", "Back", tooltip="Back one step", key_display="Backspace"
        ),
        Binding("plus,equals_sign", "extend(30)", "30 s more", key_display="+"),
        Binding("minus", "extend(-30)", "30 s less", key_display="-"),
        Binding("s", "swap", "Swap now"),
        Binding("b,full_stop", "black(True)", "Black screen", key_display="b"),
        Binding("b,full_stop", "black(False)", "Picture back", key_display="b"),
        Binding("left_square_bracket", "page(-1)", "Board page back", key_display="[["),
        Binding("right_square_bracket", "page(1)", "Board page on", key_display="]"),
        Binding("c", "check_in", "Check-in"),
        Binding("n", "notes", "Notes"),
        Binding("t", "message", "Message", tooltip="Message to the room"),
        Binding("u", "undo", "Undo"),
        Binding("u,backspace,pageup", "nothing_back", show=False),
        Binding("l", "language", "English / Japanese"),
        Binding("m", "mute", "Sound on / off"),
        Binding("question_mark", "help", "Keys", key_display="?"),
        Binding("ctrl+q", "leave", "Quit", key_display="Ctrl+Q", priority=True),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        # Not on every screen: whoever writes a note means "undo" by it.
        Binding("ctrl+z", "app.suspend_process", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._stepped_at = float("-inf")
        self._undone_at = float("-inf")
        self._covered = False
        self._told = ("", float("-inf"))
        self._asked: tuple[str, float] = ("", float("-inf"))
        self._question: tuple[str, object] = ("", None)

    def on_screen_suspend(self) -> None:
        """Remember that another screen lies over this one."""
        self._covered = True

    def on_screen_resume(self) -> None:
        """Take the second of two presses that closed what lay over this screen for a slip."""
        if self._covered:
            self._guard_step()
        self._covered = False

    def _guard_step(self) -> None:
        self._stepped_at = self.session.clocks.unhurried()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something in this phase."""
        run, scene = self.session.run, self.session.state.scene
        match action:
            case "step":
                return run.phase != "closing"
            case "pause" | "go_on":
                return run.timed and scene != "end" and run.paused == (action == "go_on")
            case "extend":
                return run.timed and (parameters != (-30,) or self.session.state.remaining() > 0)
            case "swap":
                return scene in {"first_half", "listen_first"}
            case "page":
                return run.phase == "move" and self.board_pages > 1
            case "black":
                return parameters != (self.session.black,)
            case "back":
                return self.session.undo.last_step is not None
            case "undo":
                return self.session.undo.last_action is not None
            case "notes":
                return bool(self.session.event.rounds)
        return True

    def beat(self, now: float) -> None:
        """Take a question away when what it was about is over."""
        question, about = self._question
        if question and about != self._about_now():
            self._asked, self._question = ("", float("-inf")), ("", None)
            if self._told[0] == question:
                self.tell("")

    def _about_now(self) -> object:
        run = self.session.run
        return run.phase, run.round, self._talking()

    def _second_press(
        self, what: str, question: str, within: float = ANSWER, hasty: float = 0.0
    ) -> bool:
        """Return whether this press repeats the one before `within` seconds; else ask for it.

        One within `hasty` seconds of the one before is no answer: the question stands anew.
        """
        self.beat(self.session.clocks.steady())
        now = self.session.clocks.unhurried()
        asked, at = self._asked
        if asked == what and hasty <= now - at <= within:
            self._asked = ("", float("-inf"))
            return True
        self._asked = (what, now)
        self._question = (question, self._about_now())
        self.tell(question, within)
        return False

    def tell(self, message: str, seconds: float = AGAIN) -> None:
        """Say one line to the host, for so many seconds where the screen can take it back."""
        super().tell(message)

    def action_step(self) -> None:
        """Go on to the next phase."""
        session, now = self.session, self.session.clocks.unhurried()
        if self._covered or now - self._stepped_at < STEP_GUARD:
            return
        if not self._means_to_go_on():
            return
        with self.reporting():
            session.steps.next()  # may plan for seconds, while a second press waits
            self._guard_step()
            self.tell("")  # what was said belongs to the step before

    @property
    def step_key(self) -> str:
        """The key that goes on here, as it is called in a question."""
        return "Enter"

    def _means_to_go_on(self) -> bool:
        """Return whether the host may go on: a round or a break ends early at a second press."""
        if self._talking():
            question = _("Press {key} again to end this round early.")
            return self._second_press("end", question.format(key=self.step_key), AGAIN)
        left = self.session.state.remaining()
        if self.session.run.phase == "break" and left > SOME_BREAK:
            question = _("Press {key} again to end the break ({time} left)")
            said = question.format(key=self.step_key, time=shown(left))
            # Whoever writes notes in the break may press Enter twice without looking.
            return self._second_press("break", said, hasty=DECIDES)
        return True

    def action_back(self) -> None:
        """Go back one step, with the time that was left."""
        session, what = self.session, self.session.undo.last_step
        much = talked(session.run, session.clocks.steady()) > SOME_TALK
        if what is not None and session.steps.back_loses_talk and much:
            question = _("Press Backspace again to take back: {what}").format(what=say(what))
            if not self._second_press("back", question):
                return
        self._guard_step()
        self._tell_taken_back(session.steps.back())

    def action_undo(self) -> None:
        """Take back the last thing done; a step of the evening only at the second press."""
        session, what, now = (
            self.session,
            self.session.undo.last_action,
            self.session.clocks.unhurried(),
        )
        if now - self._undone_at < STEP_GUARD:
            return  # a double press means one thing
        if what is not None and session.undo.moves_clock:
            said = say(what)
            question = _("Press u again to take back: {what}").format(what=said)
            if not self._second_press(f"undo {said}", question):
                return
        self._undone_at = now
        self._tell_taken_back(session.take_back())

    def action_nothing_back(self) -> None:
        """Say that there is nothing to take back."""
        self.tell(
            _("Nothing to take back: Rounds was started again.")
            if self.rounds.continued
            else _("Nothing to take back.")
        )

    def _tell_taken_back(self, undone: Sentence | None) -> None:
        if undone is not None:
            self.tell(_("Taken back: {what}").format(what=say(undone)))

    def action_pause(self) -> None:
        """Stop the clock."""
        self.session.steps.pause_or_resume()

    def action_go_on(self) -> None:
        """Let the clock go on."""
        self.session.steps.pause_or_resume()

    def action_extend(self, seconds: int) -> None:
        """Give this phase more time or less; a round ends by it only at the second press."""
        session = self.session
        ends = session.run.phase == "talk" and 0 < session.state.remaining() <= -seconds
        question = _("Press - again to end this round early.")
        if ends and not self._second_press("less", question, AGAIN):
            return
        session.steps.extend(seconds)

    def action_swap(self) -> None:
        """Go to half-time."""
        self.session.steps.swap_now()

    def action_page(self, by: int) -> None:
        """Turn the pages of the board."""
        self.rounds.turn_page(by)

    @property
    def board_pages(self) -> int:
        """How many pages the board has."""
        from rounds.ui.stage.scenes import page_shown

        _page, pages = page_shown(self.rounds.room, self.session.clocks.steady(), *self.app.size)
        return pages

    def action_black(self, _dark: bool) -> None:
        """Switch the projector dark until a key is pressed."""
        from rounds.ui.screens.black import BlackScreen

        self.app.push_screen(BlackScreen())

    def action_check_in(self) -> None:
        """Open the check-in."""
        from rounds.ui.screens.check_in import CheckInScreen

        self.app.push_screen(CheckInScreen())

    def action_notes(self) -> None:
        """Open the notes at the laptop."""
        from rounds.ui.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen())

    def action_message(self) -> None:
        """Ask for a line to show to the room."""
        from rounds.ui.screens.message import MessageDialog

        def sent(line: str | None) -> None:
            if line is not None:
                self.session.say_to_room(line)

        self.app.push_screen(MessageDialog(self.session.message), sent)

    def action_mute(self) -> None:
        """Switch the sounds off or on."""
        self.session.toggle_mute()
        self.tell(_("Sound off") if self.session.muted else _("Sound on"))

    def action_interrupt(self) -> None:
        """Leave at the second press: whoever means to copy text must not lose the screen."""
        if self._talking() or self._second_press("leave", _("Press Ctrl+C again to leave.")):
            self.action_leave()

    def _talking(self) -> bool:
        return self.session.run.phase == "talk" and self.session.state.scene != "end"

    def action_leave(self) -> None:
        """Leave; while a round runs only after the word "quit" is typed."""
        from rounds.ui.screens.leave import LeaveDialog

        if not self._talking():
            self.rounds.leave()
            return

        def answered(leave: bool | None) -> None:
            if leave:
                self.rounds.leave()

        self.app.push_screen(LeaveDialog(), answered)
