"""The app in which a host sets up an evening: one step after the other, and a draft of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar

from rounds.domain.new_evening.answers import Answers
from rounds.domain.people.private_reports import PrivateReport
from rounds.i18n import _, ngettext
from rounds.store.state.new_evening_draft import draft, keep_draft
from rounds.ui.apps.screens_by_name import new_screen, stylesheets
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.choices import Choice

STEPS = ("details", "source", "people", "outlook", "written")

KEEP_EVERY = 1.0
"""Seconds between two looks whether the draft is to be kept."""


class NewEveningApp(ShutdownApp[Choice], inherit_bindings=False):
    """Asks for a new evening; the app returns what the host wants to do with it next.

    `answers` are the first ones, such as the language; the draft of an evening that was not
    finished is offered first. `reports` are those in confidence, about people of earlier evenings.
    """

    CSS_PATH: ClassVar[list[str]] = stylesheets()  # type: ignore[assignment]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self, answers: Answers, today: date, reports: Sequence[PrivateReport] = ()
    ) -> None:
        super().__init__()
        self.reports = reports
        self.answers = answers
        self.today = today
        self.written: Path | None = None
        self.keep = self._keep
        self._kept = answers
        self._at = -1

    def on_mount(self) -> None:
        """Open the first step; offer what was left half-way."""
        self.set_interval(KEEP_EVERY, self._keep)
        found = draft()
        if found is None:
            self.go_on()
        else:
            self.offer(found)

    @asks
    async def offer(self, found: Answers) -> None:
        """Ask whether to go on with a draft; only an explicit no begins a new one."""
        count = len(found.coming)
        about = ngettext("{title}: {count} person", "{title}: {count} people", count)
        way = await self.ask(
            "choose",
            _("An evening is only half set up. Continue with it?"),
            [("", _("Continue with it")), ("", _("Begin a new one"))],
            about.format(title=found.title or _("without a title"), count=count),
        )
        if way != 1:
            self.answers = found.with_(file=self.answers.file or found.file)
        self.go_on()

    def go_on(self) -> None:
        """Open the step after the one in view."""
        names = [type(screen).__name__ for screen in self.screen_stack]
        here = max(
            (place for place, step in enumerate(STEPS) if f"{step.title()}Screen" in names),
            default=-1,
        )
        if here + 1 < len(STEPS):
            self.push_screen(new_screen(STEPS[here + 1]), self._went_back)

    def _went_back(self, _nothing: object) -> None:
        """Leave when the host goes back from the first step."""
        if len(self.screen_stack) == 1:
            self.finish()

    def finish(self, choice: Choice | None = None) -> None:
        """End with a choice; without one the draft stays for the next time."""
        self._keep()
        self.exit(choice)

    def open(self, name: str, *arguments: object) -> None:
        """Open the screen with this name over the one in view."""
        self.push_screen(new_screen(name, *arguments))

    async def ask(self, name: str, *arguments: object) -> Any:
        """Open the dialog with this name over the screen in view and return its answer."""
        return await self.push_screen_wait(new_screen(name, *arguments))

    def _keep(self, _seconds: float = 0.0) -> None:
        """Keep the answers if they changed and are not written yet."""
        if self.written is None and self.answers is not self._kept:
            self._kept = self.answers
            keep_draft(self.answers)
