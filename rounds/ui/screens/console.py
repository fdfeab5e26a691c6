"""The host's console: where the evening stands, who is where, and every key to put it right.

It may be on the projector, so nothing here is private: no notes, nobody kept apart.
"""

from __future__ import annotations

import math
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from rounds.domain import outlook, roster
from rounds.domain.clock import shown
from rounds.domain.event import Event, PersonKey
from rounds.domain.finding import found
from rounds.domain.sentence import Sentence
from rounds.i18n import _, listed, ngettext, say
from rounds.ui.screens.people_lines import WIDE, described, evening_list
from rounds.ui.screens.person_actions import PersonActions
from rounds.ui.stage.scenes import LEAST_HEIGHT, LEAST_WIDTH
from rounds.ui.stage.texts import too_small
from rounds.ui.widgets.big_time import BigTime
from rounds.ui.widgets.giving_way import GivingWay
from rounds.ui.widgets.key_line import Key, KeyLine
from rounds.ui.widgets.line import Line
from rounds.ui.widgets.people import PeopleList
from rounds.ui.widgets.words import Words

TOLD_FOR = 5.0
"""Seconds for which a word to the host is shown."""

NEWS = 3
"""How many words of news are shown, the latest first."""

NEWS_FOR = 10.0
"""Seconds for which news are told that have no room."""

DIGITS_WITHIN = 1.5
"""Seconds within which digits belong to the same number."""


EVENING_KEYS = (
    "stop_finding",
    "black(False)",
    "stage",
    "undo",
    "pause",
    "go_on",
    "back",
    "find",
    "walk_in",
    "check_in",
)
"""What the host needs most while the evening goes on; Enter is said above, in words."""

MORE_KEYS = (
    "message",
    "notes",
    "extend(30)",
    "extend(-30)",
    "swap",
    "on_time",
    "table",
    "black(True)",
    "replan",
)
"""What the host needs now and then; a low window has no room for it."""

STATE = (
    *("next", "talking", "failed", "late", "plan", "counts"),
    *("projector", "saved", "on-time", "news"),
)
"""What stands below the time."""

GOES_FIRST = ("news", "projector", "on-time", "counts", "time", "talking", "plan", "late")
"""What is left out of it where there is no room."""

_WHILE_FINDING = frozenset({"select", "step", "leave", "interrupt"})

PERSON_KEYS = ("here", "absent", "gone", "rename", "exchange", "apart", "pin", "mark", "met")
"""What can be done with the marked person."""


class ConsoleScreen(PersonActions):
    """The state of the evening on the left, its people on the right, keys at the bottom."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,escape", "stage", "Stage"),
        Binding("escape", "stop_finding", "Back", key_display="Enter / Esc"),
        Binding("slash", "find", "Find", key_display="/"),
        Binding("up", "select(-1)", "Choose somebody"),
        Binding("down", "select(1)", "Choose somebody"),
        Binding("home", "select(-9999)", "First or last in the list"),
        Binding("end", "select(9999)", "First or last in the list"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal"), (110, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
        self._find = Line(id="find", finds=True)
        self._find.display = False
        self._people = PeopleList(id="people")
        self._pointed: tuple[PersonKey | None, float] = (None, float("-inf"))
        self._shown: tuple[object, ...] = ()
        self._heard: Sentence | None = None
        self._acting: tuple[object, ...] = ()
        self._digits: tuple[str, float, Event | None] = ("", float("-inf"), None)

    def compose(self) -> ComposeResult:
        """The two panels, what the room sees, the lines of keys."""
        yield Words(id="too-small")
        with Horizontal(id="middle"):
            yield GivingWay(
                Words(id="phase"),
                BigTime(id="time"),
                *(Words(id=name) for name in STATE),
                aired=frozenset({"time", "next", "counts", "news"}),
                first_to_go=GOES_FIRST,
                id="state",
            )
            with Vertical(id="roster"):
                yield self._find
                yield self._people
        yield Words(id="told")
        yield KeyLine(EVENING_KEYS, last="help")
        yield KeyLine(MORE_KEYS, id="more-keys")
        yield KeyLine(PERSON_KEYS)

    # -- showing -----------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the evening."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show what may have changed while another screen was on top."""
        self._digits = ("", float("-inf"), None)
        self.show()

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Put the evening into the panels."""
        session = self.session
        event, run = session.event, session.run
        small = self.size.width < LEAST_WIDTH or self.size.height < LEAST_HEIGHT
        self._words("too-small").say(too_small() if small else "")
        seated = run.round if run.phase in {"move", "talk"} else 0
        self._words("counts").say(
            listed([say(said) for said in outlook.head_count(event, seated)]),
            ngettext("{count} note", "{count} notes", len(event.notes)).format(
                count=len(event.notes)
            )
            if event.notes
            else "",
        )
        projector = outlook.projector(self.rounds.projector)
        self._words("projector").say(say(projector) if projector else "")
        self._show_saving()
        due = session.plans_anew and bool(event.rounds or event.plan) and run.phase != "closing"
        self._words("plan").say(
            *([_("The next move plans anew"), _("r: plan anew now")] if due else [])
        )
        self._words("news").say(*(say(each) for each in list(session.news)[: -NEWS - 1 : -1]))
        self._find.placeholder = _("Number, name or company")
        self._show_people()
        self._shown = ()
        self.beat(session.steady())
        self._tell_news()

    def _tell_news(self) -> None:
        """Tell for a moment what is new and has no room among the news."""
        latest = self.session.news[-1] if self.session.news else None
        if latest is self._heard:
            return
        self._heard = latest
        if latest is not None and self._words("news").gave_way:
            self.tell(say(latest), NEWS_FOR)

    def _show_saving(self) -> None:
        saving = self.session.saving
        failed = saving.unsaved is not None
        self._words("failed").say(
            _("NOT SAVED: {reason}").format(reason=say(saving.unsaved)) if saving.unsaved else ""
        )
        self._words("saved").say(
            _("Saved {time}").format(time=f"{saving.at.astimezone():%H:%M:%S}")
            if saving.at and not failed
            else ""
        )

    def _show_people(self) -> None:
        event = self.session.event
        typed = self._find.value if self.finding else ""
        columns, lines = evening_list(
            event, self.session.run, found(event, typed), self._people.size.width
        )
        self._people.show(columns, lines, _("Nobody is found by that"))

    def beat(self, now: float) -> None:
        """Let the time go on; most beats change nothing."""
        super().beat(now)
        session = self.session
        run, scene, left = session.run, session.scene, session.remaining()
        told = session.unhurried() < self._told[1]
        question = outlook.forgotten(self.rounds.room, now)
        shows = (run, scene, math.ceil(left), question, session.wall().minute)
        due = (*shows, self._told, told, self._about())
        if due == self._shown:
            return
        self._shown = due
        if self._acting != (scene, left > 0):  # the time alone has changed which keys do something
            self._acting = (scene, left > 0)
            self.refresh_bindings()
        over = run.timed and left <= -1
        heading = _("over by") if over else say(outlook.phase_name(scene, paused=run.paused))
        if run.round:
            total = self.rounds.room.rounds
            heading = _("Round {number} of {total}: {phase}").format(
                number=run.round, total=total, phase=heading
            )
        phase = self._words("phase")
        phase.say(heading)
        for name in ("move", "last_minute", "end"):
            phase.set_class(scene == name, f"-{name.replace('_', '-')}")
        self.query_one(BigTime).show(shown(left) if run.timed else "")
        self.query_one(BigTime).set_class(left < 0, "-over")
        following = self._words("next")
        step = outlook.next_step(session.event, run, scene, anew=session.plans_anew)
        following.say(say(question) if question else "", say(step))
        following.set_class(question is not None, "-forgotten")
        talking = outlook.talking(self.rounds.room, now)
        self._words("talking").say(say(talking) if talking else "")
        self._show_on_time()
        self.query_one(GivingWay).make_room()
        self._show_told(now)

    def _show_on_time(self) -> None:
        said, late = outlook.on_time(self.session.expected_end(), self.session.closing_time())
        closed = self.session.run.phase == "closing"
        words = [] if closed else [say(each) for each in said]
        late = late and not closed
        self._words("late").say(*([*words, _("d: end on time")] if late else []))
        self._words("on-time").say(*([] if late else words))

    def _show_told(self, now: float) -> None:
        told, until = self._told
        recent = bool(told) and self.session.unhurried() < until
        words = self._words("told")
        words.set_class(recent, "-told")
        words.say(
            told
            if recent
            else self._about()
            or _("The room sees: {picture}").format(
                picture=say(outlook.room_sees(self.rounds.room, now))
            )
        )

    def _about(self) -> str:
        """Return who is marked, for a moment after the mark moved, where no column says it."""
        key, at = self.selected, self.session.unhurried()
        before, since = self._pointed
        if key != before:
            since = at if before is not None else since
            self._pointed = (key, since)
        recent = self.finding or at - since < TOLD_FOR
        if key is None or not recent or self._people.size.width >= WIDE:
            return ""
        return described(self.session.event, key)

    def action_swap(self) -> None:
        """Go to half-time and say so; the stage shows nothing but the swap."""
        super().action_swap()
        self.tell(_("Swapped; u takes it back."))

    def tell(self, message: str, seconds: float = TOLD_FOR) -> None:
        """Say one line to the host, in the place of what the room sees."""
        self._told = (message, self.session.unhurried() + seconds)
        self._show_told(self.session.steady())

    def _words(self, name: str) -> Words:
        return self.query_one(f"#{name}", Words)

    # -- choosing somebody -------------------------------------------------------------

    @property
    def selected(self) -> PersonKey | None:
        """Who is marked in the list."""
        return self._people.marked

    def select(self, key: PersonKey) -> None:
        """Mark somebody in the list."""
        self._people.mark(key)

    @property
    def finding(self) -> bool:
        """Whether the host is typing whom to find."""
        return bool(self._find.display)

    @property
    def step_key(self) -> str:
        """The key that goes on here; while the host types a name, Enter ends that."""
        return "PgDn" if self.finding else super().step_key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "stage":
            return not self.finding and self._over_the_stage()
        if action == "stop_finding":
            return self.finding
        if self.finding and action not in _WHILE_FINDING:
            return False
        return super().check_action(action, parameters)

    def action_select(self, by: int) -> None:
        """Move the mark."""
        self._people.move(by)

    def action_find(self) -> None:
        """Open the line in which to type whom to find."""
        self._find.value = ""
        self._find.display = True
        self._find.focus()
        self.refresh_bindings()

    @on(Input.Changed, "#find")
    def _narrow(self) -> None:
        self._show_people()
        self._people.mark(None)

    @on(Input.Submitted, "#find")
    def _chosen(self) -> None:
        self.action_stop_finding()

    def action_stop_finding(self) -> None:
        """Close the line of finding; whoever was found stays marked."""
        key = self.selected
        self._guard_step()
        self._find.display = False
        self.set_focus(None)
        self._show_people()
        if key is not None:
            self.select(key)
        self.refresh_bindings()

    def on_key(self, event: events.Key) -> None:
        """Take digits for somebody's number."""
        if self.finding or not (event.character or "").isdecimal():
            return
        now, evening = self.session.unhurried(), self.session.event
        typed, at, before = self._digits
        goes_on = now - at <= DIGITS_WITHIN and before is evening  # nothing was done in between
        typed = (typed if goes_on else "") + str(event.character)
        self._digits = (typed, now, evening)
        key = next(
            (key for key, number in roster.numbers(evening).items() if number == int(typed)),
            None,
        )
        if key is not None:
            self.select(key)

    def more_keys(self) -> tuple[Key, ...]:
        """Return the digits, which are no bindings."""
        return (("0-9", _("Choose by the number")),)

    # -- going elsewhere -----------------------------------------------------------------

    def action_stage(self) -> None:
        """Go back to the stage."""
        self.dismiss()

    def action_black(self, dark: bool) -> None:
        """Switch the projector dark or on again; one that shows this screen, until a key."""
        if self._over_the_stage():
            super().action_black(dark)
        else:
            self.session.set_black(dark)
            self.tell("")  # what the room sees is said again

    @property
    def board_pages(self) -> int:
        """How many pages the board has; in a window elsewhere there may be several."""
        return super().board_pages if self._over_the_stage() else 2

    def _over_the_stage(self) -> bool:
        from rounds.ui.screens.stage import StageScreen

        return any(isinstance(screen, StageScreen) for screen in self.app.screen_stack)
