"""Printing during the evening: choose what goes on paper, Enter opens it in the browser."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from rounds.domain.event import Event
from rounds.domain.planner.result import Plan
from rounds.formats.print.kinds import SHEETS, USUAL, heading, needs_plan
from rounds.formats.print.papers import PAPERS
from rounds.i18n import _, joined, listed
from rounds.session.plans_ahead import StillLooking
from rounds.text.safe import one_line
from rounds.ui.paper import folder_beside, open_in_browser, write_sheets
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.widgets.key_line import KeyLine
from rounds.ui.widgets.pick_list import PickList
from rounds.ui.widgets.wrapped_text import WrappedText

LOOK_AGAIN = 0.1
"""Seconds between two looks for a plan."""

CHOICES = (USUAL, *((sheet,) for sheet in SHEETS))
"""The sheets behind each row of the list."""


class PrintScreen(RoundsScreen):
    """A list of what can be printed; the browser opens what is chosen, and prints it."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "print_out", "Print", key_display="Enter"),
        Binding("up", "move(-1)", "Choose", key_display="Up/Down"),
        Binding("down", "move(1)", "Choose", show=False),
        Binding("p", "paper", "Paper"),
        Binding("escape,q,ctrl+q,ctrl+c,ctrl+p", "leave", "Back", key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._paper = next(iter(PAPERS))
        self._rows = PickList()

    def compose(self) -> ComposeResult:
        """The question, the choices, the paper, the last report, the keys."""
        yield WrappedText(_("What do you want on paper?"), id="question")
        yield self._rows
        yield WrappedText(id="paper")
        yield WrappedText(id="told")
        yield KeyLine(("print_out", "move(-1)", "paper"), last="leave")

    def on_mount(self) -> None:
        """Show the choices."""
        self._rows.fill([listed([heading(sheet) for sheet in sheets]) for sheets in CHOICES])
        self._show_paper()

    def _show_paper(self) -> None:
        self.query_one("#paper", WrappedText).say(
            _("Paper: {paper}").format(paper=PAPERS[self._paper].name)
        )

    def tell(self, message: str) -> None:
        """Say one line; it stays until the next one."""
        self.query_one("#told", WrappedText).say(message)

    def action_move(self, by: int) -> None:
        """Move the mark."""
        self._rows.move(by)

    def action_paper(self) -> None:
        """Take the other size of paper."""
        sizes = [*PAPERS]
        self._paper = sizes[(sizes.index(self._paper) + 1) % len(sizes)]
        self._show_paper()

    @on(PickList.Picked)
    @asks
    async def action_print_out(self) -> None:
        """Write the marked sheets and open them; the clocks of the evening go on meanwhile."""
        file = self.program.file
        if file is None or self._rows.marked is None:
            return
        sheets = CHOICES[self._rows.marked]
        with self.reporting():
            event = await self._planned() if needs_plan(sheets) else self.session.event
            folder = folder_beside(file)
            paths = await asyncio.to_thread(
                write_sheets, event, sheets, folder, file.stem, self._paper, self.program.room.join
            )
            written = _("Written to the folder {folder}.").format(folder=one_line(str(folder)))
            opened = (
                _("The browser opens it: print it there.")
                if open_in_browser(paths)
                else _("Open it in a browser and print it there.")
            )
            self.tell(joined([written, opened]))

    async def _planned(self) -> Event:
        """Return the event with a plan that no better one will replace while it is on paper.

        Such a plan is waited for, and put in force, where there is none yet.
        """
        event, plan = self.session.event, self.session.plan
        under_way = bool(event.rounds) or self.session.run.phase != "lobby"
        if under_way or (event.plan and plan.board.settled):
            return event
        while (found := self._found()) is None or not found.final:
            self.tell(_("Looking for the best plan ..."))
            await asyncio.sleep(LOOK_AGAIN)
        plan.accept(found)
        return self.session.event

    def _found(self) -> Plan | None:
        try:
            return self.session.plan.propose()[0]
        except StillLooking:
            return None

    def action_leave(self) -> None:
        """Go back to the console."""
        self.dismiss()
