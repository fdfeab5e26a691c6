"""The first screen: the evenings opened last, what can be done with each, and ways to begin."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from rounds.domain.errors import InputError, RoundsError
from rounds.i18n import _, say
from rounds.steady_clock import wall
from rounds.store.start_over import start_over
from rounds.store.state.new_evening_draft import draft
from rounds.store.state.recent import remember
from rounds.store.state.summaries import Summary, summary
from rounds.text.safe import one_line, source_line
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.base import BaseScreen
from rounds.ui.screens.choices import NEW, Action, Choice, actions_for, after
from rounds.ui.screens.home import rows
from rounds.ui.screens.newer_roster import choose_roster
from rounds.ui.widgets.key_line import KeyLine
from rounds.ui.widgets.option_rows import OptionRows
from rounds.ui.widgets.plain_label import PlainLabel
from rounds.ui.widgets.wrapped_text import WrappedText


class Home(Protocol):
    """The program as this screen sees it."""

    recent: tuple[Path, ...]

    def exit(self, result: Choice | None = None) -> None:
        """End with a choice, which the command line carries out."""

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name and return its answer."""


class HomeScreen(BaseScreen[None]):
    """A list of evenings, and below it the ways to begin; a click or Enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", key_display="Enter"),
        Binding("n", "new", "New evening"),
        Binding("o", "open_file", "Open a file"),
        Binding("d", "after", "The days after", tooltip="The desk, with all evenings of the list"),
        Binding("escape,q,ctrl+q,ctrl+c", "leave", "Quit", key_display="q"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
        self._evenings: tuple[Summary, ...] = ()
        self._known = False

    @property
    def home(self) -> Home:
        """The program this screen runs in."""
        return cast("Home", self.app)

    def compose(self) -> ComposeResult:
        """A title, the list, a line to the host, the keys."""
        yield PlainLabel(id="title")
        yield OptionRows()
        yield WrappedText(id="told")
        yield KeyLine(("choose", "new", "open_file", "after"), last="leave")

    def on_mount(self) -> None:
        """Show the names of the files at once, and what is in them as soon as they are read."""
        self._evenings = tuple(map(Summary, self.home.recent))
        self.query_one("#title", PlainLabel).say(
            _("Rounds: speed networking, one conversation at a time")
        )
        self._fill()
        self.call_after_refresh(self._read)

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self._fill)

    def _read(self) -> None:
        if self.home.recent:
            self.run_worker(self._summaries, group="summaries", thread=True)

    def _summaries(self) -> None:
        found = tuple(summary(path, wall()) for path in self.home.recent)
        self.app.call_from_thread(self._take, found)

    def _take(self, found: tuple[Summary, ...]) -> None:
        self._evenings, self._known = found, True
        self._fill()
        self.refresh_bindings()

    def _fill(self) -> None:
        """Fill the list; before the files were read only their names are known."""
        options = self.query_one(OptionRows)
        cells = max(8, options.size.width - 4)
        begun = draft()
        new = _("New evening")
        if begun is not None:
            title = begun.title or _("without a title")
            new = _("New evening (half-way: {title})").format(title=one_line(title))
        today = wall().date()
        lines = (
            rows.rows(self._evenings, today, cells)
            if self._known
            else [rows.name(each) for each in self._evenings]
        )
        options.fill(
            [
                *((line, f"at-{place}") for place, line in enumerate(lines)),
                (new, "new"),
                (_("Open an event file ..."), "open"),
                (_("Try it: a sample evening (demo)"), "demo"),
                (_("Help"), "help"),
            ]
        )

    def tell(self, message: str) -> None:
        """Show one line to the host."""
        self.query_one("#told", WrappedText).say(message)

    # -- choosing ----------------------------------------------------------------------------

    def action_choose(self) -> None:
        """Take what is marked."""
        self.query_one(OptionRows).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take what was chosen."""
        match event.option_id:
            case "demo":
                self.home.exit(Choice(("demo",)))
            case "help":
                self.home.exit(Choice((), back=True))
            case "open":
                self.action_open_file()
            case "new":
                self.action_new()
            case str() as chosen:
                self._choose_for(self._evenings[int(chosen.removeprefix("at-"))])

    def action_new(self) -> None:
        """Set up a new evening."""
        self.home.exit(NEW)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the desk only where an evening of the list has a record."""
        return bool(self._held) if action == "after" else True

    def action_after(self) -> None:
        """Open the desk for the days after, with all evenings of the list."""
        self.home.exit(after(self._held))

    @property
    def _held(self) -> list[Path]:
        return [each.path for each in self._evenings if each.held]

    def action_leave(self) -> None:
        """Leave the program."""
        self.home.exit()

    @asks
    async def action_open_file(self) -> None:
        """Ask for the path of an event file, and what to do with it."""
        found: list[Path] = []

        def take(typed: str) -> None:
            path = Path(os.path.expanduser(typed))
            named = path if os.path.exists(path) or path.suffix else path.with_suffix(".toml")
            if not os.path.isfile(named):
                raise InputError(
                    "{file} is not there. Check the name.", file=source_line(str(named))
                )
            found.append(named)

        await self.home.ask("ask_line", _("Where is the event file?"), take, "", 4096)
        if found:
            remember(found[0])
            await self._offer(summary(found[0], wall()))

    @asks
    async def _choose_for(self, chosen: Summary) -> None:
        await self._offer(chosen)

    async def _offer(self, chosen: Summary) -> None:
        """Ask what to do with an evening, and do it."""
        actions = actions_for(wrong=chosen.standing == "wrong", held=chosen.held)
        offered = [(each.key, say(each.label)) for each in actions]
        about = rows.about(chosen, wall().date())
        at = await self.home.ask("choose", rows.name(chosen), offered, about)
        if at is not None:
            await self._do(actions[at], chosen)

    async def _do(self, action: Action, chosen: Summary) -> None:
        match action.name:
            case "edit":
                self.home.exit(Choice((), back=True, edit=chosen.path))
            case "add":
                await self._add_people(chosen)
            case "start_over":
                await self._start_over(chosen)
            case _:
                self.home.exit(action.choice(chosen.path))

    async def _add_people(self, chosen: Summary) -> None:
        try:
            roster = await choose_roster(self.home.ask)
        except RoundsError as error:
            self.tell(say(error))
            return
        if roster is not None:
            words = ("add", str(chosen.path.absolute()), "--from", str(roster.absolute()))
            self.home.exit(Choice(words, back=True))

    async def _start_over(self, chosen: Summary) -> None:
        question = _("Start {title} over? The record so far goes into a copy beside the file.")
        ways = [("", _("Leave it as it is")), ("", _("Start over"))]
        way = await self.home.ask("choose", question.format(title=rows.name(chosen)), ways)
        if way != 1:
            return
        try:
            copy = start_over(chosen.path, wall())
        except RoundsError as error:
            self.tell(say(error))
            return
        if copy is None:
            self.tell(_("There was no record yet; nothing has changed."))
        else:
            kept = _("The record so far is kept in {file}.")
            self.tell(kept.format(file=rows.short(copy)))
        self._read()
