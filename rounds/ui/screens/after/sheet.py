"""Writes somebody's own sheet and says where it is; other forms of it are a key away."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from rounds.domain.errors import RoundsError
from rounds.domain.event import Event, PersonKey
from rounds.domain.people.roster import shown_names
from rounds.formats.print.papers import PAPERS
from rounds.i18n import _, say
from rounds.text.safe import one_line
from rounds.ui.own_sheets import sheets_folder, write_own_sheets
from rounds.ui.paper import open_in_browser
from rounds.ui.screens.base import Dialog
from rounds.ui.widgets.key_hints import KeyHints
from rounds.ui.widgets.wrapped_text import WrappedText


class SheetDialog(Dialog[None]):
    """The sheet of one person, written beside the event file as soon as the dialog opens."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open in the browser"),
        Binding("p", "paper", "Paper"),
        Binding("m", "mail", "As text for a mail"),
        Binding("escape,enter,q", "close", "Close", key_display="Esc"),
    ]

    def __init__(self, event: Event, key: PersonKey, file: Path) -> None:
        super().__init__()
        self._event = event
        self._key = key
        self._folder = sheets_folder(file)
        self._paper = next(iter(PAPERS))
        self._written: list[Path] = []

    def compose(self) -> ComposeResult:
        """Whose sheet it is, where it is, the keys."""
        with Vertical():
            named = shown_names(self._event)[self._key]
            yield WrappedText(_("Sheet of {name}").format(name=named), classes="question")
            yield WrappedText(id="told")
            hints = _("o: open in the browser | p: other paper | m: text for a mail | Esc: close")
            yield KeyHints(hints, classes="keys")

    def on_mount(self) -> None:
        """Write the sheet."""
        self._begin("html")

    def _begin(self, form: str) -> None:
        self.run_worker(self._write(form), group="sheet", exclusive=True)

    async def _write(self, form: str) -> None:
        told = self.query_one("#told", WrappedText)
        try:
            self._written = await asyncio.to_thread(
                write_own_sheets,
                self._event,
                (self._key,),
                self._folder,
                paper=self._paper,
                form=form,
            )
        except RoundsError as error:
            told.say(say(error))
            return
        told.say(
            _("{file} is in the folder {folder}.").format(
                file=one_line(self._written[0].name), folder=one_line(str(self._folder))
            ),
            _("It holds private notes: give it to nobody else."),
        )

    def action_open(self) -> None:
        """Open the sheet with the system's own program for it."""
        if self._written and not open_in_browser(self._written[:1]):
            self.query_one("#told", WrappedText).say(_("Open it in a browser and print it there."))

    def action_paper(self) -> None:
        """Write it for the other size of paper."""
        sizes = [*PAPERS]
        self._paper = sizes[(sizes.index(self._paper) + 1) % len(sizes)]
        self._begin("html")

    def action_mail(self) -> None:
        """Write it as text."""
        self._begin("markdown")

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
