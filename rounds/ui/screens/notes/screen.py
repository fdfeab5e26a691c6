"""Notes at the laptop: find yourself, pick a partner, one line and a few keys, Enter.

The stage may be under this screen and the projector may show it, so it warns first, shows
only one's own partners, hides what was written until it is opened, and locks by itself.
"""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Input, Label

from rounds.domain.event import PersonKey
from rounds.i18n import _
from rounds.text.width import cut, width
from rounds.ui.pace import ANSWER
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.screens.notes import texts
from rounds.ui.screens.notes.choice_rows import Choices
from rounds.ui.screens.notes.find_person import WhoAreYou
from rounds.ui.screens.notes.form import NoteForm
from rounds.ui.screens.notes.partners import (
    Partner,
    Somebody,
    next_unwritten,
    partner_row,
    partners,
)
from rounds.ui.screens.notes.saving import NoteKeeping
from rounds.ui.screens.notes.status_line import DiskLine
from rounds.ui.screens.notes.texts import Part
from rounds.ui.second_press import SecondPress
from rounds.ui.widgets.pick_list import PickList
from rounds.ui.widgets.text_line import TextLine
from rounds.ui.widgets.wrapped_text import WrappedText

LOCKS_AFTER = 20.0
"""Seconds without a key after which nothing private is left on the screen."""

SAYS_SO = 6.0
"""Seconds before locking during which the screen says so."""

TOLD_FOR = 4.0
"""Seconds for which a word to the writer stays."""


class NotesScreen(RoundsScreen):
    """Writing notes: for participants in the break, and for the host with paper cards."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Go on", key_display="Enter"),
        Binding("up", "move(-1)", "Choose", show=False),
        Binding("down", "move(1)", "Choose", show=False),
        Binding("pageup", "turn_page(-1)", "Page up", show=False),
        Binding("pagedown", "turn_page(1)", "Page down", show=False),
        Binding("pagedown", "partner(1)", "Next partner", key_display="PgDn"),
        Binding("pageup", "partner(-1)", "Previous partner", key_display="PgUp"),
        Binding("f2", "batch", "Paper cards", key_display="F2"),
        Binding("escape", "leave_part", "Back", key_display="Esc"),
        Binding("ctrl+q,ctrl+c", "leave", "Close the notes", key_display="Ctrl+Q", priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._part: Part = "warning"
        self._again = SecondPress(lambda: self.session.clocks.unhurried())
        self._touched_at = 0.0
        self._me: Somebody | None = None
        self._met: tuple[Partner, ...] = ()
        self._at = 0
        self._last: PersonKey | None = None
        self._word = ""

    # -- structure -------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A line on top, one part at a time, the disk, the keys."""
        with Horizontal(id="top"):
            yield Label(id="where")
            yield Label(id="clock")
        with Vertical(id="warning"):
            yield from map(WrappedText, texts.warning())
        yield WhoAreYou()
        with Vertical(id="partners"):
            yield WrappedText(id="partners-question")
            yield PickList(id="met")
        with Vertical(id="form"):
            yield Label(id="about")
            yield NoteForm(id="fields")
        yield DiskLine()
        yield Label(id="keys")

    @property
    def _who(self) -> WhoAreYou:
        return self.query_one(WhoAreYou)

    def on_mount(self) -> None:
        """Begin with the warning."""
        self._keeping = NoteKeeping(self.session.event)
        self._touch()
        self._turn_to("warning")

    def on_screen_resume(self) -> None:
        """Show nothing private to whoever has read the keys for a long time."""
        self._lock_in_time()
        self.show()

    def on_unmount(self) -> None:
        """Throw the drafts of what is on the disk away."""
        self._keeping.drop_saved(self.session.state.saving.ticket)

    def on_resize(self, event: events.Resize) -> None:
        """Use blank rows where there is room for them."""
        self.set_class(event.size.height >= 24, "-roomy")
        self.call_after_refresh(self.show)

    # -- showing ---------------------------------------------------------------------------

    def show(self) -> None:
        """Put the event into the part that is shown."""
        cells = max(20, self.size.width - 4)
        match self._part:
            case "find":
                self._who.show(self.session.event)
            case "partners":
                self._show_partners(cells)
            case "form" if self._met:
                about = self._met[self._at]
                self._label("about", texts.about(about, self._word, self.size.width - 4))
        self._show_top()
        self._show_disk()
        self._label("keys", texts.keys(self._part, self._who.cards, len(self._met)))

    def beat(self, now: float) -> None:
        """Let the clock go on, lock in time, and say what the disk says."""
        self._keeping.drop_saved(self.session.state.saving.ticket)
        with suppress(NoMatches):  # while the screen is being taken down
            self._lock_in_time()
            self._show_top()
            self._show_disk()

    def tell(self, message: str, seconds: float = TOLD_FOR) -> None:
        """Say one line beside the state of the disk, for a moment."""
        self.query_one(DiskLine).tell(message, self.session.clocks.unhurried() + seconds)
        self._show_disk()

    def _label(self, name: str, words: str | Content) -> None:
        label = self.query_one(f"#{name}", Label)
        content = words if isinstance(words, Content) else Content(words)
        if label.content != content:
            label.update(content)

    def _show_partners(self, cells: int) -> None:
        if self._me is None:
            return
        self._met = partners(self.session.event, self._me.key)
        self.query_one("#partners-question", WrappedText).say(texts.about_whom(bool(self._met)))
        listed = self.query_one("#met", PickList)
        listed.fill([partner_row(each, cells) for each in self._met], listed.marked or 0)

    def _show_top(self) -> None:
        clock = texts.clock(self.session.run, self.session.state.remaining())
        where = texts.where(self._me)
        locks_in = LOCKS_AFTER - self._untouched_for()
        if self._me is not None and locks_in <= SAYS_SO:
            clock = f"{texts.locks(locks_in)}   {clock}"
        room = self.size.width - width(clock) - 4
        self._label("where", cut(where, max(10, room)))
        self._label("clock", clock)

    def _show_disk(self) -> None:
        now = self.session.clocks.unhurried()
        self.query_one(DiskLine).show(self._keeping, self.session.state.saving, now)

    # -- the parts --------------------------------------------------------------------------

    def _turn_to(self, part: Part) -> None:
        self._part = part
        self._again.forget()
        self.query_one(DiskLine).tell("", 0)
        for name in ("warning", "find", "partners", "form"):
            self.query_one(f"#{name}", Widget).display = name == part
        if part == "find":
            self.query_one("#query", TextLine).focus()
        elif part != "form":
            self.set_focus(None)
        self.show()

    def _lock(self) -> None:
        """Leave nothing of anybody on the screen; the draft stays on the disk."""
        self.query_one("#fields", NoteForm).close()
        self.query_one("#met", PickList).fill(())
        self._label("about", "")
        self._me, self._met, self._word = None, (), ""
        if not self._who.cards:  # the host wants to see that the card is saved
            self._keeping.written = 0
        self._who.forget()
        self._turn_to("find")
        self._who.mark_next(self.session.event, self._last)

    def _lock_in_time(self) -> None:
        if self._untouched_for() >= LOCKS_AFTER:
            if self._part in {"partners", "form"}:
                self._lock()
            elif self._part == "find":
                self._who.forget()

    def _choose_person(self) -> None:
        chosen = self._who.chosen
        if chosen is None:
            self.tell(_("Type your number or your name first."))
            return
        self._me = chosen
        self._last = self._me.key
        self._keeping.written = 0
        self._met = partners(self.session.event, self._me.key)
        following = next_unwritten(self._met)
        if self._who.cards and following is not None:
            self._open(following)
            return
        self.query_one("#met", PickList).fill((), 0)
        self._turn_to("partners")
        self.query_one("#met", PickList).mark(following or 0)

    def _open(self, index: int) -> None:
        """Open the form about one partner: a draft first, else what is written, else new."""
        if self._me is None:
            return
        self._at = index
        about = self._met[index]
        now = self.session.clocks.wall()
        note, draft, self._word = self._keeping.open(
            self.session.event, about.round, self._me.key, about.person.key, now
        )
        form = self.query_one("#fields", NoteForm)
        self._turn_to("form")
        form.open(note, now.date())
        form.touched = draft

    # -- writing ----------------------------------------------------------------------------

    def on_note_form_edited(self, message: NoteForm.Edited) -> None:
        """Keep the draft."""
        message.stop()
        self._touch()
        form = self.query_one("#fields", NoteForm)
        note = form.note
        if note is not None and form.touched:
            self._keeping.keep_draft(note, self.session.clocks.wall())

    def on_note_form_finished(self, message: NoteForm.Finished) -> None:
        """Save, then go on to the next partner without a note."""
        message.stop()
        self._touch()
        self._save()

    def _save(self) -> None:
        form = self.query_one("#fields", NoteForm)
        note = form.note
        if note is None or self._me is None:
            return
        if not form.written:
            self.tell(_("Nothing is written yet: type a line or choose something."))
            return
        self._keeping.save(self.session, note)
        self._met = partners(self.session.event, self._me.key)
        following = next_unwritten(self._met, self._at)
        form.close()
        if following is not None:
            self._open(following)
        elif self._who.cards:
            self._lock()
        else:
            self._turn_to("partners")

    # -- keys -------------------------------------------------------------------------------

    def _touch(self) -> None:
        self._touched_at = self.session.clocks.unhurried()

    def _untouched_for(self) -> float:
        return self.session.clocks.unhurried() - self._touched_at

    def on_key(self, event: events.Key) -> None:
        """Count every key against the lock; on the warning any key goes on."""
        self._touch()
        if self._part == "warning" and event.key not in {"escape", "question_mark"}:
            event.stop()
            event.prevent_default()
            self._turn_to("find")

    def on_choices_touched(self, message: Choices.Touched) -> None:
        """Count the keys of the choices, too."""
        message.stop()
        self._touch()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        if event.input.id == "query" and self._part == "find":
            if event.value:
                self._touch()
            self._who.show(self.session.event)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the question picks, also twice and faster than the screen could follow."""
        self._touch()
        if event.input.id == "query":
            self.action_pick()

    def on_pick_list_picked(self) -> None:
        """A click picks as Enter does."""
        self._touch()
        self.action_pick()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something in this part."""
        match action:
            case "pick":
                return self._part in {"find", "form"} or bool(self._met)
            case "move" | "turn_page":
                return self._part == "find" or (self._part == "partners" and bool(self._met))
            case "partner":
                return self._part == "form" and len(self._met) > 1
            case "batch":
                return self._part == "find"
        return True

    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the rows of choices."""
        return texts.choice_keys() if self._part == "form" else ()

    @property
    def _list(self) -> PickList:
        return self.query_one("#people" if self._part == "find" else "#met", PickList)

    def action_pick(self) -> None:
        """Take the marked person or partner, or save where the choices have the focus."""
        match self._part:
            case "find":
                self._choose_person()
            case "partners":
                index = self.query_one("#met", PickList).marked
                if index is not None:
                    self._open(index)
            case "form":
                self._save()

    def action_move(self, by: int) -> None:
        """Move the mark of the list."""
        self._list.move(by)

    def action_partner(self, by: int) -> None:
        """Go to another partner."""
        self._open((self._at + by) % len(self._met))

    def action_turn_page(self, by: int) -> None:
        """Turn a page of the list."""
        self._list.move(by * self._list.page)

    def action_batch(self) -> None:
        """Change between one's own notes and typing in paper cards."""
        self._who.cards = not self._who.cards
        self._keeping.written = 0
        self._who.mark_next(self.session.event, self._last)
        self.show()

    def action_leave_part(self) -> None:
        """Go back one part; from the partners everything is locked."""
        match self._part:
            case "form" if not self._who.cards:
                self.query_one("#fields", NoteForm).close()
                self._turn_to("partners")
            case "form" | "partners":
                self._lock()
            case _:
                self.action_leave()

    def action_leave(self) -> None:
        """Close the notes; under a participant's hands only at the second press.

        On the stage below, what the next one types would take the evening a step further.
        """
        asks_first = self._part == "find" and not self._who.cards
        if asks_first and not self._again.confirms("close"):
            self.tell(_("Press Esc again to close the notes."), ANSWER)
            return
        self._keeping.drop_saved(self.session.state.saving.ticket)
        self.dismiss()
