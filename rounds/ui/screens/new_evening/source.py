"""The second step: where the people come from: a file, the clipboard, or the keyboard."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from rounds.domain.errors import InputError, RoundsError
from rounds.formats.roster.reading import RosterReading
from rounds.i18n import _, ngettext, say, shown_day
from rounds.store.disk.roster_files import RosterFile, roster_files, usual_folders
from rounds.text.safe import one_line
from rounds.text.width import cut, width
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.new_evening.reading import read_file, read_pasted, with_list
from rounds.ui.screens.new_evening.step import StepScreen
from rounds.ui.widgets.option_rows import OptionRows

LONGEST_PATH = 4096
_WIDEST = 40


class SourceScreen(StepScreen):
    """The lists found in the usual folders, and the other ways to name people.

    A list pasted here is read as a file is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", key_display="Enter"),
        Binding("t", "type", "Type the names"),
        Binding("f", "find", "Another file"),
        Binding("g", "go_on", "Go on"),
    ]
    KEYS = ("choose", "type", "find", "go_on")

    def __init__(self) -> None:
        super().__init__()
        self._files: tuple[RosterFile, ...] = ()

    def heading(self) -> str:
        """Return what this step is about."""
        return _("New evening: the people (2 of 3)")

    def parts(self) -> Iterable[Widget]:
        """The list of ways."""
        yield OptionRows()

    def on_mount(self) -> None:
        """Look into the usual folders."""
        self._files = roster_files(usual_folders())
        self.show()

    def on_screen_resume(self) -> None:
        """Show how many people there are now."""
        super().on_screen_resume()
        self.show()

    def show(self) -> None:
        """Fill the list."""
        super().show()
        people = len(self.evening.answers.coming)
        going_on = ngettext("Go on with {count} person", "Go on with {count} people", people)
        rows = [(going_on.format(count=people), "go_on")] if self.evening.answers.people else []
        rows += [(row, f"file-{index}") for index, row in enumerate(_file_rows(self._files))]
        rows += [(_("Type the names"), "type"), (_("Another file: type where it is"), "find")]
        self.query_one(OptionRows).fill(rows)
        self.tell(
            _("Choose a list (CSV or Excel), or paste one here (Ctrl+Shift+V).")
            if self._files
            else _(
                "No list (CSV or Excel) is in this folder, Downloads, Desktop or Documents. "
                "Paste one here (Ctrl+Shift+V), or type the names."
            )
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the way that was chosen."""
        match event.option_id:
            case "go_on":
                self.action_go_on()
            case "type":
                self.action_type()
            case "find":
                self.action_find()
            case str() as chosen:
                path = self._files[int(chosen.removeprefix("file-"))].path
                self._take(lambda: read_file(path), path.name)

    def on_paste(self, event: events.Paste) -> None:
        """Read what was pasted as a list."""
        event.stop()
        self._take(lambda: read_pasted(event.text), "")

    @asks
    async def _take(self, read: Callable[[], RosterReading], source: str) -> None:
        """Read a list; with people there already ask whether it comes in their place."""
        try:
            reading = read()
        except RoundsError as error:
            self.tell(say(error))
            return
        answers, way = self.evening.answers, 1
        if answers.people:
            ways = [("", _("Add those who are not in it yet")), ("", _("Put it in its place"))]
            question = ngettext(
                "There is a list of {count} person already.",
                "There is a list of {count} people already.",
                len(answers.people),
            )
            way = await self.evening.ask("choose", question.format(count=len(answers.people)), ways)
            if way is None:
                return
        self.evening.answers = with_list(answers, reading, source, add=way == 0)
        self.evening.go_on()

    # -- keys ------------------------------------------------------------------------------

    def action_choose(self) -> None:
        """Take the marked way."""
        self.query_one(OptionRows).action_select()

    def action_type(self) -> None:
        """Go on to the table, where names can be typed."""
        self.evening.go_on()

    def action_go_on(self) -> None:
        """Go on to the table."""
        self.evening.go_on()

    @asks
    async def action_find(self) -> None:
        """Ask for the path of a list and read it."""
        found: list[tuple[RosterReading, str]] = []

        def take(typed: str) -> None:
            if not typed:
                raise InputError("Type the path of the file, such as ~/Downloads/people.csv.")
            path = Path(os.path.expanduser(typed.strip("'\"")))
            found.append((read_file(path), path.name))

        await self.evening.ask("ask_line", _("Where is the list?"), take, "", LONGEST_PATH)
        if found:
            reading, source = found[0]
            self.call_later(self._take, lambda: reading, source)


def _file_rows(files: tuple[RosterFile, ...]) -> list[str]:
    """Return a row for each file: its name, its folder, the day of its last change."""
    names = [cut(one_line(each.path.name), _WIDEST) for each in files]
    wide = max(map(width, names), default=0)
    return [
        "   ".join(
            (
                name + " " * (wide - width(name)),
                shown_day(each.changed.date()),
                cut(one_line(each.path.parent.name or str(each.path.parent)), 20),
            )
        )
        for name, each in zip(names, files, strict=True)
    ]
