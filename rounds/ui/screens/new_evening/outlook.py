"""The last step: what the evening becomes, to be changed by arrows, and then written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label

from rounds.domain.errors import RoundsError
from rounds.domain.new_evening.answers import Answers
from rounds.domain.new_evening.outlook import MOST_ROUNDS, Outlook, outlook
from rounds.domain.new_evening.proposals import end_of
from rounds.formats.outlook import in_words
from rounds.i18n import _, ngettext, say
from rounds.ui.screens.new_evening.step import StepScreen
from rounds.ui.screens.new_evening.writing import write_evening
from rounds.ui.widgets.choice_line import ChoiceLine
from rounds.ui.widgets.wrapped_text import WrappedText

LINES = ("rounds", "round_minutes", "break_after", "break_minutes", "introductions")
LEAST_MINUTES, MOST_MINUTES = 5, 10
BREAK_STEP, LONGEST_BREAK = 5, 60
INTRODUCTION_STEP, LONGEST_INTRODUCTION = 15, 300


class OutlookScreen(StepScreen):
    """The evening in one sentence, and the numbers that make it; Enter writes the file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "Create the file", key_display="Enter"),
        # At once, as in the first step: the next key belongs to the next line.
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]
    KEYS = ("write",)

    def heading(self) -> str:
        """Return what this step is about."""
        return _("New evening: what it becomes (3 of 3)")

    def parts(self) -> Iterable[Widget]:
        """The sentence, a row for each number, and what is wrong with them."""
        yield WrappedText(id="becomes")
        holds = (
            _("rounds"),
            _("minutes each"),
            _("break"),
            _("minutes of break"),
            _("introductions"),
        )
        for label, name in zip(holds, LINES, strict=True):
            yield Horizontal(Label(Content(label)), ChoiceLine(id=name), classes="line")
        yield WrappedText(id="warning")

    def on_mount(self) -> None:
        """Begin with the number of rounds."""
        self.query_one("#rounds").focus()
        self.show()

    def show(self) -> None:
        """Put the numbers into words."""
        super().show()
        found = self._outlook
        self.query_one("#becomes", WrappedText).say(in_words(found))
        after = found.break_after
        values = {
            "rounds": str(found.rounds),
            "round_minutes": f"{found.round_minutes:g}",
            "break_after": _("after round {number}").format(number=after) if after else _("none"),
            "break_minutes": f"{found.break_minutes:g}" if after else "-",
            "introductions": _("{seconds} s each").format(seconds=found.introductions)
            if found.introductions
            else _("none"),
        }
        for name, value in values.items():
            self.query_one(f"#{name}", ChoiceLine).say(value)
        warnings = self.query_one("#warning", WrappedText)
        warnings.say(*_warnings(found, self.evening.answers))
        self.tell(
            _("Up / Down: choose a number | Left / Right: change it | Enter: create the file")
        )

    @property
    def _outlook(self) -> Outlook:
        return outlook(self.evening.answers, self.evening.today)

    # -- keys ------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Go to another number."""
        here = self.focused.id if self.focused is not None else None
        place = LINES.index(here) if here in LINES else 0
        there = LINES[max(0, min(place + by, len(LINES) - 1))]
        self.set_focus(self.query_one(f"#{there}"))

    def on_choice_line_turned(self, message: ChoiceLine.Turned) -> None:
        """Change a number."""
        change = _CHANGES[message.line.id or ""]
        self.evening.answers = change(self.evening.answers, self._outlook, message.by)
        self.show()

    def action_write(self) -> None:
        """Write the event file, and go on to what can be done with it."""
        try:
            self.evening.written = write_evening(self.evening.answers, self.evening.today)
        except RoundsError as error:
            self.tell(say(error))
            return
        self.evening.go_on()


def _warnings(found: Outlook, answers: Answers) -> list[str]:
    said = []
    if found.over is not None and found.over > 0:
        said.append(
            ngettext(
                "That is {count} minute after {time}: plan fewer rounds, or shorter ones.",
                "That is {count} minutes after {time}: plan fewer rounds, or shorter ones.",
                found.over,
            ).format(count=found.over, time=end_of(answers))
        )
    if found.people < 2:
        said.append(_("A round needs two people: go back (Esc) to add some, or write them later."))
    elif found.rounds == found.most < MOST_ROUNDS:
        said.append(
            ngettext(
                "{count} round is the most: after it everybody has met everybody.",
                "{count} rounds are the most: after them everybody has met everybody.",
                found.most,
            ).format(count=found.most)
        )
    elif found.rounds > found.most:
        said.append(
            ngettext(
                "Only {count} round is possible: after it everybody has met everybody. Choose "
                "fewer rounds, or add people.",
                "Only {count} rounds are possible: after them everybody has met everybody. Choose "
                "fewer rounds, or add people.",
                found.most,
            ).format(count=found.most)
        )
    return said


Change = Callable[[Answers, Outlook, int], Answers]


def _rounds(answers: Answers, found: Outlook, by: int) -> Answers:
    return answers.with_(rounds=max(1, min(found.rounds + by, MOST_ROUNDS)))


def _minutes(answers: Answers, _found: Outlook, by: int) -> Answers:
    return answers.with_(
        round_minutes=max(LEAST_MINUTES, min(answers.round_minutes + by, MOST_MINUTES))
    )


def _break(answers: Answers, found: Outlook, by: int) -> Answers:
    return answers.with_(break_after=(found.break_after + by) % max(1, found.rounds))


def _break_minutes(answers: Answers, _found: Outlook, by: int) -> Answers:
    wanted = answers.break_minutes + by * BREAK_STEP
    return answers.with_(break_minutes=max(BREAK_STEP, min(wanted, LONGEST_BREAK)))


def _introductions(answers: Answers, _found: Outlook, by: int) -> Answers:
    wanted = answers.introductions + by * INTRODUCTION_STEP
    return answers.with_(introductions=max(0, min(wanted, LONGEST_INTRODUCTION)))


_CHANGES: dict[str, Change] = {
    "rounds": _rounds,
    "round_minutes": _minutes,
    "break_after": _break,
    "break_minutes": _break_minutes,
    "introductions": _introductions,
}
