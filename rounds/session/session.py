"""The session: everything the host can do with an open event.

A verb makes a new value with a function of the domain, gives it to the saver and tells the
listeners. Nothing here knows the terminal.

The parts stand on one another, and each gets those below it: clocks, state (with the undo log),
plan, then timetable, steps, people and rematch.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from rounds.domain import notes
from rounds.domain.evening.clock import Run
from rounds.domain.event import Change, Event, Note
from rounds.domain.language import Language
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.views.room import Room
from rounds.domain.views.room_view import begins_at, room_of
from rounds.session.clocks import Clocks
from rounds.session.people import People
from rounds.session.planner import Planner
from rounds.session.plans_ahead import PlanMaker
from rounds.session.reports import ReportKeeper, Reports, ReportsInMemory
from rounds.session.saving import EventSaver
from rounds.session.state import State
from rounds.session.steps import Steps
from rounds.session.timetable import Timetable
from rounds.session.undo import Undo

if TYPE_CHECKING:
    from rounds.session.rematch import Rematch


class Session:
    """An evening under way: one state, and the sets of verbs that change it."""

    def __init__(
        self,
        event: Event,
        saver: EventSaver,
        clocks: Clocks | None = None,
        *,
        planner: PlanMaker,
        reports: ReportKeeper | None = None,
        language: Language = "en",
        calm: bool = False,
        muted: bool = False,
    ) -> None:
        self.clocks = clocks or Clocks()
        self.state = State(event, saver, self.clocks)
        self.undo = self.state.undo
        planner.listen(self.state.tell)
        self.plan = Planner(self.state, planner)
        self.timetable = Timetable(self.state, self.plan)
        self.steps = Steps(self.state, self.plan)
        self.people = People(self.state, self.plan)
        self.reports = Reports(self.state, self.people, reports or ReportsInMemory())
        self.language = language
        self.calm = calm
        self.muted = muted
        self.black = False
        self.message = ""

    @cached_property
    def rematch(self) -> Rematch:
        """The rematch round at the end; what finds its pairs is loaded when it is asked for."""
        from rounds.session.rematch import Rematch

        return Rematch(self.state, self.plan)

    @property
    def event(self) -> Event:
        """The event as it is now."""
        return self.state.event

    @property
    def run(self) -> Run:
        """The phase under way and its clock."""
        return self.state.run

    def tick(self) -> bool:
        """Take notice of the time that has passed; return whether there is anything new to show.

        Reports from other threads are handled, the host is told of clocks that jumped, a round
        ends when its time is over, and plans are looked for and found.
        """
        reported = self.state.take_in_reports()
        slept, moved = self.clocks.look()
        self.state.news.extend(said for said in (slept, moved) if said)
        if moved:
            self.state.put(self.event, self.run)
        elif slept:
            self.state.tell()
        ended = self.steps.end_when_over()
        return self.take_in_plans() or reported or ended

    def take_in_plans(self) -> bool:
        """Have plans made for the people and rules of now, and use what was found.

        Return whether there is anything new to show.
        """
        found = self.plan.follow()
        return self.steps.go_on_when_planned() or found

    def take_back(self) -> Sentence | None:
        """Take back the last action and repair the board; return what the action was."""
        shown = self.run.phase == "move"
        actions = self.undo.take_latest()
        if not actions:
            return None
        action, _latest = actions[0]
        if action.seconds:
            self.steps.take_back_time(action.seconds)
            return action.label
        if action.language is not None:
            self.language = action.language
        if action.message is not None:
            self.message = action.message
            self.state.tell()
            return action.label
        label = self.state.restore(actions)
        self.plan.repair_board(shown_before=shown)
        return label

    # -- the room --------------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """What the room may see now."""
        board, clocks = self.state.shown_board, self.clocks
        return room_of(self.state.roster, self.run, language=self.language).with_(
            begins_at=begins_at(self.event, clocks.steady(), clocks.wall()),
            message=self.message,
            black=self.black,
            calm=self.calm,
            page=board.page,
            page_chosen_at=board.page_chosen_at,
            board_since=board.since,
        )

    def say_to_room(self, text: str) -> None:
        """Show a message to the room instead of the one before; an empty one takes that away."""
        said = text.strip()
        if said != self.message:
            label = sentence("message to the room") if said else sentence("removal of the message")
            self.undo.push(Undo(label, {}, {}, message=self.message))
        self.message = said
        self.state.tell()

    def set_black(self, black: bool) -> None:
        """Switch the projector dark or on again."""
        self.black = black
        self.state.tell()

    def turn_page(self, page: int) -> None:
        """Show a page of the board; the pages stop turning for a while."""
        now = self.clocks.steady()
        self.state.shown_board = self.state.shown_board._replace(page=page, page_chosen_at=now)
        self.state.tell()

    # -- settings of this computer, and notes ----------------------------------------------

    def toggle_mute(self) -> None:
        """Switch the sounds off or on."""
        self.muted = not self.muted
        self.state.tell()

    def choose_language(self, language: Language) -> None:
        """Change the language of all screens from now on."""
        before, self.language = self.language, language
        change = Change(at=self.clocks.stamp(), language=language)
        changes = (*self.event.changes, change)
        undone = {"changes": self.event.changes}, {"changes": changes}
        self.undo.push(Undo(sentence("change of language"), *undone, language=before))
        self.state.put(self.event.with_(changes=changes))

    def write_note(self, *note: Note, quietly: bool = False) -> int:
        """Store a note or several; return the ticket under which they will be reported saved.

        `quietly` does not tell the listeners of it; notes of phones come several times a second.
        """
        return self.state.put(notes.write(self.event, *note), quietly=quietly)

    def close(self, timeout: float = 5.0) -> bool:
        """Save everything and release the file; return whether all of it is on the disk."""
        self.plan.close()
        done = self.state.saver.flush(timeout)
        self.state.saver.close()
        return done
