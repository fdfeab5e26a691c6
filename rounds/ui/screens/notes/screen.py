"""Notes at the laptop: find yourself, pick a partner, one line and a few keys, Enter.

The stage may be under this screen and the projector may show it, so it warns first, shows
only one's own partners, hides what was written until it is opened, and locks by itself.
"""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from rounds.i18n import _
from rounds.ui.questions.key_timing import ANSWER_WITHIN
from rounds.ui.questions.second_press import SecondPress
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.code_part import CodePart
from rounds.ui.screens.notes.find_part import FindPart
from rounds.ui.screens.notes.form.choice_rows import ChoiceRows
from rounds.ui.screens.notes.form.note_form import NoteForm
from rounds.ui.screens.notes.form.note_saver import NoteSaver
from rounds.ui.screens.notes.idle_lock import IdleLock
from rounds.ui.screens.notes.locked_part import LockedPart
from rounds.ui.screens.notes.note_part import NotePart
from rounds.ui.screens.notes.partners import Somebody, next_unwritten
from rounds.ui.screens.notes.partners_part import PartnersPart
from rounds.ui.screens.notes.status_line import StatusLine
from rounds.ui.screens.notes.texts import Part
from rounds.ui.screens.notes.top_line import TopLine
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.pick_list import PickList
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText

TOLD_FOR = 4.0
"""Seconds for which a message to the writer stays."""


class NotesScreen(RoundsScreen):
    """Writing notes: for participants in the break, and for the host with paper cards.

    One part is shown at a time; the screen decides which, and what leads from one to the next.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Go on", key_display="Enter"),
        Binding("pagedown", "partner(1)", "Next partner", key_display="PgDn"),
        Binding("pageup", "partner(-1)", "Previous partner", key_display="PgUp"),
        Binding("f2", "cards", "Paper cards", key_display="F2"),
        Binding("escape", "leave_part", "Back", key_display="Esc"),
        Binding("ctrl+q,ctrl+c", "leave", "Close the notes", key_display="Ctrl+Q", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._part: Part = "warning"
        self._at = 0
        self._again = SecondPress(lambda: self.session.clocks.unhurried())
        self._idle = IdleLock(
            lambda: self.session.clocks.unhurried(), lambda: isinstance(self.focused, TextLine)
        )
        self._top = TopLine()
        self._locked = LockedPart(lambda: self.session.clocks.unhurried())
        self._find = FindPart()
        self._code = CodePart()
        self._partners = PartnersPart()
        self._status = StatusLine()
        self._keys = KeyHints(id="keys")

    # -- structure -------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A line on top, one part at a time, the state of saving, the keys."""
        self._saver = NoteSaver(self.session.event)
        self._note = NotePart(self.session, self._saver)
        yield self._top
        with Vertical(id="warning"):
            yield from map(WrappedText, texts.warning())
        yield self._locked
        yield self._find
        yield self._code
        yield self._partners
        yield self._note
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Begin with the warning."""
        self._idle.touch()
        self._turn_to("warning")

    def on_screen_resume(self) -> None:
        """Show nothing private after the list of keys has been open for a long time."""
        self._lock_in_time()
        self.show()

    def on_unmount(self) -> None:
        """Delete the drafts of the notes that are on the disk."""
        self._saver.drop_saved(self.session.state.saving.ticket)

    def on_resize(self, event: events.Resize) -> None:
        """Use blank rows where there is room for them."""
        self.set_class(event.size.height >= 24, "-roomy")
        self.call_after_refresh(self.show)

    # -- showing ---------------------------------------------------------------------------

    def show(self) -> None:
        """Put the event into the part that is shown."""
        match self._part:
            case "find":
                self._find.show(self.session.event)
            case "partners":
                self._partners.show(self.session.event)
            case "form":
                self._note.show()
        self._show_time()
        self._keys.say(
            texts.keys(self._part, self._find.cards, len(self._partners.met), self._code.is_offer)
        )

    def _show_time(self) -> None:
        """Show what changes with the time alone."""
        state = self.session.state
        self._top.show(
            self._partners.me, self.session.run, state.remaining(), self._idle.seconds_left
        )
        self._status.show(self._saver, state.saving, self.session.clocks.unhurried())

    def beat(self, now: float) -> None:
        """Let the clock go on, lock in time, and say what is saved."""
        self._saver.drop_saved(self.session.state.saving.ticket)
        with suppress(NoMatches):  # while the screen is being taken down
            self._lock_in_time()
            self._show_time()

    def tell(self, message: str, seconds: float = TOLD_FOR) -> None:
        """Say one line instead of the state of saving, for a moment."""
        self._status.tell(message, self.session.clocks.unhurried() + seconds)
        self._show_time()

    # -- from part to part -------------------------------------------------------------------

    def _turn_to(self, part: Part) -> None:
        self._part = part
        self._again.forget()
        self._status.tell("", 0)
        for name in ("warning", "locked", "find", "code", "partners", "form"):
            self.query_one(f"#{name}", Widget).display = name == part
        if part != "form":  # the form puts the cursor into its own first line
            focus: dict[Part, Widget] = {
                "locked": self._locked,
                "find": self._find.line,
                "code": self._code.line,
                "partners": self._partners,
            }
            self.set_focus(focus.get(part))
        self.show()

    def _choose_person(self) -> None:
        chosen = self._find.choose()
        if chosen is None:
            self.tell(self._find.nobody())
            return
        if self._code.ask(self.session.event, chosen):
            self._turn_to("code")
        else:
            self._enter(chosen)

    def _enter(self, me: Somebody) -> None:
        """Show the partners of somebody; of a paper card the first note that is not typed in."""
        self._saver.written = 0
        self._partners.open(self.session.event, me, oldest_first=self._find.cards)
        following = next_unwritten(self._partners.met)
        if self._find.cards and following is not None:
            self._open(following)
        else:
            self._turn_to("partners")

    def _open(self, index: int | None) -> None:
        """Open the note about one of the partners."""
        me = self._partners.me
        if me is not None and index is not None:
            self._at = index
            self._note.open(me.key, self._partners.met[index])
            self._turn_to("form")

    def _save(self) -> None:
        """Save the note, then go on to the next partner without one."""
        me = self._partners.me
        if me is None or not self._note.is_open:
            return
        is_first = not any(note.by == me.key for note in self.session.event.notes)
        if not self._note.save():
            self.tell(_("Nothing is written yet: type a line or choose something."))
            return
        self._partners.show(self.session.event)
        offers = is_first and not self._find.cards
        if offers and self._code.offer(self.session.event, me):
            self._turn_to("code")
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Go on to the next partner without a note."""
        following = next_unwritten(self._partners.met, self._at)
        if following is not None:
            self._open(following)
        elif self._find.cards:
            self._lock()
        else:
            self._turn_to("partners")

    def _lock(self) -> None:
        """Leave nothing of anybody on the screen; the draft stays on the disk."""
        self._note.close()
        self._code.close()
        self._partners.forget()
        if not self._find.cards:  # the host wants to see that the card is saved
            self._saver.written = 0
        self._find.restart(self.session.event)
        self._turn_to("find")

    def _lock_in_time(self) -> None:
        if self._idle.due:
            if self._part in {"code", "partners", "form"}:
                has_draft = self._note.has_draft
                self._lock()
                self._locked.begin(has_draft)
                self._turn_to("locked")
            elif self._part == "find":
                self._find.forget()

    # -- keys -------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Count every key against the lock; on the warning any key goes on."""
        self._idle.touch()
        if self._part == "warning" and event.key not in {"escape", "question_mark", "f1"}:
            event.stop()
            event.prevent_default()
            self._turn_to("find")

    @on(CodePart.Done)
    def _after_the_code(self, message: CodePart.Done) -> None:
        """Go on after the code, or after the offer of one; lock after wrong ones."""
        me = self._code.person
        self._code.close()
        if not message.passed:
            self._lock()
            self.tell(texts.wrong_code())
        elif self._partners.me is not None:
            self._go_on()
        elif me is not None:
            self._enter(me)

    @on(NoteForm.Edited)
    @on(ChoiceRows.Touched)
    @on(TextLine.KeyTaken)
    @on(Input.Changed, "#query, #digits")
    def _count_key(self, message: Message) -> None:
        message.stop()
        if not isinstance(message, Input.Changed) or message.value:  # the lock empties the lines
            self._idle.touch()
            if self._again.asked:  # whoever types does not want to close
                self._again.forget()
                self.tell("")

    @on(LockedPart.GoOn)
    @on(Input.Submitted, "#query")
    @on(PickList.Picked)
    def _pick(self) -> None:
        """Take Enter in a line or after the lock, and a click, as `pick`, wherever they arrive.

        A second Enter may have reached the line before the first one had closed it.
        """
        self._idle.touch()
        self.action_pick()

    @on(NoteForm.Finished)
    def _finish(self, message: NoteForm.Finished) -> None:
        message.stop()
        self._idle.touch()
        self._save()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something in this part."""
        match action:
            case "pick":
                return self._part in {"find", "form"} or (
                    self._part == "partners" and bool(self._partners.met)
                )
            case "partner":
                return self._part == "form" and len(self._partners.met) > 1
            case "cards":
                return self._part == "find"
        return True

    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the rows of choices."""
        return texts.choice_keys() if self._part == "form" else ()

    def action_pick(self) -> None:
        """Take the marked person or partner, or save where the choices have the focus."""
        match self._part:
            case "locked":
                self._turn_to("find")
            case "find":
                self._choose_person()
            case "partners":
                self._open(self._partners.rows.marked)
            case "form":
                self._save()

    def action_partner(self, by: int) -> None:
        """Go to another partner."""
        self._open((self._at + by) % len(self._partners.met))

    def action_cards(self) -> None:
        """Change between participants' own notes and typing in paper cards."""
        self._find.turn_cards()
        self.tell("")
        self._saver.written = 0
        self.show()

    def action_leave_part(self) -> None:
        """Go back one part; from the partners everything is locked."""
        match self._part:
            case "form" if not self._find.cards:
                self._note.close()
                self._turn_to("partners")
            case "code" if self._code.is_offer:
                self._code.close()
                self._go_on()
            case "form" | "partners" | "code":
                self._lock()
            case _:
                self.action_leave()

    def action_leave(self) -> None:
        """Close the notes; under a participant's hands only at the second press.

        On the stage below, what the next one types would take the evening a step further.
        """
        asks_first = self._part in {"find", "locked"} and not self._find.cards
        if asks_first and not self._again.confirms("close"):
            self.tell(_("Press Esc again to close the notes."), ANSWER_WITHIN)
            return
        self.dismiss()
