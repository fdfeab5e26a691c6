"""What came of these evenings, in numbers: a text to send to the participants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from rounds.formats.summary import as_text
from rounds.i18n import _
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.tab import DeskTab
from rounds.ui.widgets.people_list import Column, Row


class SummaryTab(DeskTab):
    """The lines of the summary; `p` adds by name who is still to meet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,enter", "text", "Copy", key_display="c"),
        Binding("p", "people", "Still to meet", tooltip="By name who is still to meet, or not"),
    ]
    KEYS: ClassVar[tuple[str, ...]] = ("text", "people")

    def __init__(self, program: DeskProgram) -> None:
        super().__init__(program)
        self._people = False

    def title(self) -> str:
        """Return the name of the tab."""
        return _("Summary")

    def fill(self) -> tuple[Sequence[Column], Sequence[Row], str]:
        """Return the lines of the summary."""
        lines = self._text().splitlines()
        wanted = self.typed.casefold()
        rows = [
            Row(str(number), (line,))
            for number, line in enumerate(lines)
            if wanted in line.casefold()
        ]
        return (Column(_("What came of it")),), rows, ""

    def depends_on(self) -> tuple[object, ...]:
        """Return whether people are named, too."""
        return (*super().depends_on(), self._people)

    def _text(self) -> str:
        return as_text(self.desk.series.get(), people=self._people)

    @asks
    async def action_text(self) -> None:
        """Show the whole text, and copy it."""
        await self.program.ask("text", _("Summary"), self._text(), True)

    def action_people(self) -> None:
        """Add who is still to meet, or leave it out again."""
        self._people = not self._people
        self.show()
