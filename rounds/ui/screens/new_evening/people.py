"""The table of people: what was understood of the list, to be put right cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.widget import Widget
from textual.widgets import DataTable

from rounds.domain.errors import InputError, RoundsError
from rounds.domain.event import Participant
from rounds.domain.new_evening.answers import COLUMNS, Row, corrected, toggled
from rounds.domain.people import private_reports
from rounds.formats.roster.reading import RosterReading
from rounds.i18n import _, joined, ngettext, say
from rounds.ui.questions.asking_actions import asks
from rounds.ui.screens.new_evening.column_names import column_name
from rounds.ui.screens.new_evening.reading import read_pasted, with_list
from rounds.ui.screens.new_evening.step import StepScreen
from rounds.ui.widgets.people_table import PeopleTable
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText

_ALWAYS = ("name", "company", "industry")

LONGEST = 2000
"""So many characters has a cell at most: an introduction of a minute has 350 to 900."""


class PeopleScreen(StepScreen):
    """The people that were read, in a table; Enter or a second click corrects a cell."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "go_on", "Go on"),
        Binding("enter", "correct", "Correct", key_display="Enter"),
        Binding("x,delete", "leave_out", "Leave out / take in", key_display="x"),
        Binding("a", "add", "Add people"),
    ]
    KEYS = ("go_on", "correct", "leave_out", "add")

    def heading(self) -> str:
        """Return how many people there are."""
        people = self.evening.answers.people
        coming = len(self.evening.answers.coming)
        out = len(people) - coming
        said = ngettext(
            "New evening: {count} person (2 of 3)", "New evening: {count} people (2 of 3)", coming
        ).format(count=coming)
        if out:
            said = ngettext(
                "New evening: {coming} people, {count} left out (2 of 3)",
                "New evening: {coming} people, {count} left out (2 of 3)",
                out,
            ).format(coming=coming, count=out)
        return said

    def parts(self) -> Iterable[Widget]:
        """What is said about the whole list, and the table."""
        yield WrappedText(id="remarks")
        yield PeopleTable()

    def on_mount(self) -> None:
        """Show the people, with the cursor on a name; without any ask for names at once."""
        self.show()
        self._table.focus()
        self._table.put_cursor(Coordinate(0, 1))
        if not self.evening.answers.people:
            self.call_after_refresh(self.action_add)

    def show(self) -> None:
        """Fill the table."""
        super().show()
        people, reported = self.evening.answers.people, self._reported
        told = SEPARATOR.join(said for at, said in reported.items() if people[at].comes)
        remarks = filter(None, (told, joined([*self.evening.answers.remarks])))
        self.query_one("#remarks", WrappedText).say(*remarks)
        rows, number = [], 0
        for at, row in enumerate(people):
            number += row.comes
            look = bool(row.remark) or at in reported
            mark = f"{number}{'?' if look else ''}" if row.comes else _("out")
            cells = [mark, *(row.cell(field) for field in self._columns)]
            rows.append((cells, _style(row.comes, look)))
        self._table.fill(["", *map(column_name, self._columns)], rows)
        self._explain()

    @property
    def _table(self) -> PeopleTable:
        return self.query_one(PeopleTable)

    @property
    def _reported(self) -> dict[int, str]:
        """What is known from reports about people, without a reporter, by their places."""
        rows, reports = self.evening.answers.people, self.evening.reports
        found = private_reports.histories([_person(row) for row in rows if row.name], reports)
        return {
            at: say(private_reports.remark(row.name, found[key]))
            for at, row in enumerate(rows)
            if row.name and (key := _person(row).key) in found
        }

    @property
    def _columns(self) -> tuple[str, ...]:
        """The fields shown: the usual ones, and those that somebody has."""
        people = self.evening.answers.people
        usual = (*_ALWAYS, *(("kana",) if self.evening.answers.language == "ja" else ()))
        used = {field for row in people for field, value in row.values.items() if value}
        return tuple(field for field in COLUMNS if field in usual or field in used)

    def _explain(self) -> None:
        """Say what is special about the row with the cursor."""
        people, at = self.evening.answers.people, self._table.cursor_coordinate
        if not people:
            self.tell(_("Nobody yet: press a to type names, or paste a list here (Ctrl+Shift+V)."))
            return
        row = people[min(at.row, len(people) - 1)]
        if row.left_out:
            out = _("Left out: {reason} (x takes this person in)")
            self.tell(out.format(reason=row.remark or _("by you")))
        elif look := SEPARATOR.join(filter(None, (row.remark, self._reported.get(at.row)))):
            self.tell(_("Please look: {remark}").format(remark=look))
        else:
            self.tell(row.cell(self._columns[at.column - 1]) if at.column else row.name)

    def on_data_table_cell_highlighted(self, _event: DataTable.CellHighlighted) -> None:
        """Say what is special about the row."""
        self._explain()

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Correct a cell that was clicked twice; two clicks on the number leave a person out."""
        if event.coordinate.column:
            self.action_correct()
        else:
            self.action_leave_out()

    # -- keys ------------------------------------------------------------------------------

    @asks
    async def action_correct(self) -> None:
        """Ask for the right text of the cell."""
        people, at = self.evening.answers.people, self._table.cursor_coordinate
        if not people:
            return
        field = self._columns[max(0, at.column - 1)]
        row = people[at.row]
        question = _("{column} of {name}").format(column=column_name(field), name=row.name or "-")
        put = self._put(at.row, field)
        await self.evening.ask("ask_line", question, put, row.cell(field), LONGEST)

    def _put(self, index: int, field: str) -> Callable[[str], None]:
        def put(text: str) -> None:
            if field == "name" and not text:
                raise InputError("A name is needed. To leave this person out, press Esc and x.")
            self.evening.answers = corrected(self.evening.answers, index, field, text)
            self.show()

        return put

    def action_leave_out(self) -> None:
        """Leave the person out, or take one back in."""
        people, at = self.evening.answers.people, self._table.cursor_coordinate
        if not people:
            return
        if not people[at.row].name:
            self.tell(_("This row has no name yet: write one to take it in."))
            return
        self.evening.answers = toggled(self.evening.answers, at.row)
        self.show()

    @asks
    async def action_add(self) -> None:
        """Ask for people, one line each, until an empty line or Escape."""
        while True:
            before = len(self.evening.answers.people)
            question = ngettext(
                "Name / company / industry ({count} person so far)",
                "Name / company / industry ({count} people so far)",
                len(self.evening.answers.coming),
            ).format(count=len(self.evening.answers.coming))
            add, several = self._add_line, self._add_lines
            await self.evening.ask("ask_line", question, add, "", LONGEST, several)
            if len(self.evening.answers.people) == before:
                return

    def _add_line(self, text: str) -> None:
        if text:
            parts = [part.strip() for part in text.replace("／", "/").split("/")]
            values = dict(zip(_ALWAYS, parts, strict=False))
            if not values["name"]:
                raise InputError("A name is needed before the company.")
            row = Row(values={field: part for field, part in values.items() if part})
            people = (*self.evening.answers.people, row)
            self.evening.answers = self.evening.answers.with_(people=people)
            self.show()
            self._table.put_cursor(Coordinate(len(people) - 1, 1))

    def _add_lines(self, lines: list[str]) -> None:
        """Add several people pasted where one is asked for: a table, or a line for each."""
        with suppress(RoundsError):
            reading = read_pasted("\n".join(line.replace(" / ", "\t") for line in lines))
            if reading.columns:
                self._add(reading)
                return
        for line in lines:
            with suppress(InputError):  # of a line without a name
                self._add_line(line)

    def on_paste(self, event: events.Paste) -> None:
        """Add the people of a list that was pasted."""
        event.stop()
        try:
            self._add(read_pasted(event.text))
        except RoundsError as error:
            self.tell(say(error))

    def _add(self, reading: RosterReading) -> None:
        answers = self.evening.answers
        self.evening.answers = with_list(answers, reading, answers.source, add=True)
        self.show()
        self._table.put_cursor(Coordinate(len(answers.people), 1))

    def action_go_on(self) -> None:
        """Go on to what the evening becomes."""
        self.evening.go_on()


def _style(comes: bool, look: bool) -> str:
    if not comes:
        return "dim strike"
    return "bold yellow" if look else ""


def _person(row: Row) -> Participant:
    """Return by what somebody in the table is recognised."""
    own_id = row.cell("id") or None
    return Participant(name=row.name, id=own_id, kana=row.cell("kana"), company=row.cell("company"))
