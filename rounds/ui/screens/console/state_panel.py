"""The left half of the console: the state of the evening, in figures and sentences."""

from __future__ import annotations

import math

from rounds.domain.evening.clock import clock_text
from rounds.domain.evening.tables import to_set_up
from rounds.domain.views import host_view, room_in_words
from rounds.domain.views.room import Room, in_halves
from rounds.i18n import _, ngettext, say, shown_time
from rounds.session.session import Session
from rounds.ui.awake import DISPLAY_MAY_GO_DARK
from rounds.ui.screens.program import Program, mirrored, say_here
from rounds.ui.widgets.big_time import BigTime
from rounds.ui.widgets.people_rows import PHONE
from rounds.ui.widgets.shrinking_column import ShrinkingColumn
from rounds.ui.widgets.wrapped_text import WrappedText

NEWS = 3
"""How many news items are shown, the latest first."""

BELOW_THE_TIME = (
    "next",
    "talking",
    "failed",
    "late",
    "reports",
    "plan",
    "progress",
    "counts",
    "phones",
    "projector",
    "saved",
    "on-time",
    "news",
)
"""The names of the texts, from top to bottom."""

FIRST_TO_GO = (
    "news",
    "progress",
    "projector",
    "on-time",
    "phones",
    "counts",
    "time",
    "talking",
    "plan",
    "late",
)
"""What is left out if there is no room, the first one first."""


class StatePanel(ShrinkingColumn):
    """Phase, time, the next step, who is here, what is saved, and how late it is."""

    def __init__(self) -> None:
        super().__init__(
            WrappedText(id="phase"),
            BigTime(id="time"),
            *(WrappedText(id=name) for name in BELOW_THE_TIME),
            aired=frozenset({"time", "next", "counts", "news"}),
            first_to_go=FIRST_TO_GO,
            id="state",
        )
        self._last_beat: tuple[object, ...] = ()

    def show(self, program: Program) -> None:
        """Update the texts that change only when the evening changes."""
        session = program.session
        event, run = session.event, session.run
        seated = run.round if run.phase in {"move", "talk"} else 0
        notes = len(event.notes)
        self._words("counts").say(
            [say(said) for said in host_view.head_count(session.state.roster, seated)],
            ngettext("{count} note", "{count} notes", notes).format(count=notes) if notes else "",
        )
        self._show_phones(program)
        connected = host_view.projector(program.projector, mirrored(program))
        self._words("projector").say(say(connected) if connected else "")
        self._show_saving(session)
        self._show_reports(program)
        due = session.plan.new_seats_due and run.phase != "closing"
        missing = to_set_up(event, len(session.state.roster.present(1)))
        self._words("plan").say(
            # Before the last round nothing follows at which seats could change by themselves.
            _("New seats at the next move") if due and session.timetable.another_round else "",
            _("r: re-plan now") if due else "",
            say(missing) if missing and run.phase not in {"talk", "closing"} else "",
        )
        planning = session.plan.progress
        self._words("progress").say(say(planning) if planning and run.phase != "closing" else "")
        over = run.phase == "closing"
        news = [said for said in session.state.news if not (over and said == DISPLAY_MAY_GO_DARK)]
        self._words("news").say(*(say_here(program, said) for said in news[: -NEWS - 1 : -1]))
        self._last_beat = ()

    def _show_reports(self, program: Program) -> None:
        """Say that there are new reports in confidence, unless the room reads along."""
        new = 0 if mirrored(program) else len(program.session.reports.undecided)
        words = ngettext("{count} new report | j: read", "{count} new reports | j: read", new)
        self._words("reports").say(words.format(count=new) if new else "")

    def _show_phones(self, program: Program) -> None:
        """Say how phones join, how many did, and what came from them; nothing while all are off."""
        code = program.phone_code
        state = code.state
        waiting = len(code.to_check_in)
        joined = ngettext("{count} joined ({mark})", "{count} joined ({mark})", len(state.joined))
        notes = ngettext("{count} note by phone", "{count} notes by phone", state.notes)
        here = ngettext(
            "I: check in {count} person who joined",
            "I: check in {count} people who joined",
            waiting,
        )
        lines: list[str | list[str]] = [
            _("Phones: {address}, code {code}").format(
                address=state.address, code=in_halves(state.code)
            )
            if state.door_open
            else _("Phones: the door is closed"),
            [
                *([joined.format(count=len(state.joined), mark=PHONE)] if state.joined else []),
                *([notes.format(count=state.notes)] if state.notes else []),
            ],
            here.format(count=waiting) if waiting else "",
        ]
        self._words("phones").say(*(lines if state.on else []))

    def _show_saving(self, session: Session) -> None:
        saving = session.state.saving
        failed = saving.unsaved is not None
        self._words("failed").say(
            _("NOT SAVED: {reason}").format(reason=say(saving.unsaved)) if saving.unsaved else ""
        )
        self._words("saved").say(
            _("Saved {time}").format(time=shown_time(saving.at.time(), seconds=True))
            if saving.at and not failed
            else ""
        )

    def beat(self, session: Session, room: Room, now: float) -> None:
        """Update the texts that change with the time; most beats change nothing."""
        run, scene, left = session.run, session.state.scene, session.state.remaining()
        question = room_in_words.forgotten(room, now)
        this_beat = (run, scene, math.ceil(left), question, session.clocks.wall().minute)
        if this_beat == self._last_beat:
            return
        self._last_beat = this_beat
        over = run.timed and left <= -1
        heading = (
            _("time is up")
            if over and scene == "end"
            else say(room_in_words.phase_name(scene, paused=run.paused))
        )
        if run.round:
            heading = _("Round {number} of {total}: {phase}").format(
                number=run.round, total=room.rounds, phase=heading
            )
        phase = self._words("phase")
        phase.say(heading)
        for name in ("move", "last_minute", "end"):
            phase.set_class(scene == name, f"-{name.replace('_', '-')}")
        self.query_one(BigTime).show(("+" if over else "") + clock_text(left) if run.timed else "")
        self.query_one(BigTime).set_class(left < 0, "-over")
        following = self._words("next")
        step = host_view.next_step(session.state.roster, run, scene, replan=session.plan.replan_due)
        following.say(say(question) if question else "", say(step))
        following.set_class(question is not None, "-forgotten")
        talking = room_in_words.talking(room, now)
        self._words("talking").say(say(talking) if talking else "")
        self._show_on_time(session)
        self.make_room()

    def _show_on_time(self, session: Session) -> None:
        said, late = host_view.on_time(
            session.timetable.expected_end(), session.timetable.closing_time()
        )
        closed = session.run.phase == "closing"
        words = [] if closed else [say(sentence) for sentence in said]
        late = late and not closed
        self._words("late").say(*([*words, _("d: end on time")] if late else []))
        self._words("on-time").say(*([] if late else words))

    @property
    def news_have_no_room(self) -> bool:
        """Whether there is no room for the news."""
        return self._words("news").gave_way

    def _words(self, name: str) -> WrappedText:
        return self.query_one(f"#{name}", WrappedText)
