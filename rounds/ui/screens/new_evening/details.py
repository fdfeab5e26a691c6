"""The first step: title, day, place, from, to, language, and the name of the file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label

from rounds.domain.new_evening.proposals import end_of, none_typed, start_of
from rounds.domain.new_evening.typed_time import clock_typed, day_typed
from rounds.i18n import LANGUAGES, _, shown_date
from rounds.text.safe import one_line
from rounds.ui.screens.new_evening.file_name import free_name, month_comes_first, path_typed
from rounds.ui.screens.new_evening.step import StepScreen
from rounds.ui.widgets.choice_line import ChoiceLine
from rounds.ui.widgets.text_line import TextLine

LINES = ("title_line", "day", "place", "starts", "ends", "language", "file")
"""The fields in their order, by the ids of their widgets."""

LANGUAGE_NAMES = {"en": "English", "ja": "日本語"}


class DetailsScreen(StepScreen):
    """A form of one line per answer; Enter goes to the next one, and from the last one on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # At once, not by a message of the line: what is typed next belongs to the next line.
        Binding("enter", "next_line", "Next", key_display="Enter", priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "go_on", "Go on", key_display="PgDn"),
    ]
    KEYS = ("next_line", "go_on")

    def heading(self) -> str:
        """Return what this step is about."""
        return _("New evening: what, when and where (1 of 3)")

    def parts(self) -> Iterable[Widget]:
        """A row for each answer."""
        answers = self.evening.answers
        holds = _("title"), _("date"), _("place"), _("from"), _("to"), _("language"), _("file")
        lines: dict[str, Widget] = {
            "title_line": TextLine(answers.title, id="title_line", max_length=200),
            "day": TextLine(answers.day, id="day", max_length=40),
            "place": TextLine(answers.place, id="place", max_length=200),
            "starts": TextLine(answers.starts, id="starts", max_length=20),
            "ends": TextLine(answers.ends, id="ends", max_length=20),
            "language": ChoiceLine(id="language"),
            "file": TextLine(answers.file, id="file", max_length=4096),
        }
        for label, name in zip(holds, LINES, strict=True):
            yield Horizontal(Label(Content(label)), lines[name], classes="line")

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query_one("#title_line").focus()
        self.show()

    def show(self) -> None:
        """Put the language and the proposed names into the lines."""
        super().show()
        answers = self.evening.answers
        self.query_one("#language", ChoiceLine).say(LANGUAGE_NAMES[answers.language])
        self.query_one("#title_line", Input).placeholder = _("Our networking evening")
        self.query_one("#day", Input).placeholder = shown_date(self.evening.today)
        self.query_one("#starts", Input).placeholder = start_of(answers) or "-"
        self.query_one("#ends", Input).placeholder = end_of(answers) or "-"
        self.query_one("#file", Input).placeholder = free_name(answers, self.evening.today)
        self._explain()

    # -- typing ----------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take what is typed into the answers."""
        field = {"title_line": "title"}.get(event.input.id or "", event.input.id or "")
        if getattr(self.evening.answers, field) != event.value:
            self.evening.answers = self.evening.answers.with_(**{field: event.value})
            self.show()

    def on_choice_line_turned(self, message: ChoiceLine.Turned) -> None:
        """Change the language of the evening."""
        now = LANGUAGES.index(self.evening.answers.language)
        chosen = LANGUAGES[(now + message.by) % len(LANGUAGES)]
        self.evening.answers = self.evening.answers.with_(language=chosen)
        self.show()

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Say what the line in view means."""
        self._explain()

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """Write a day or a time as it was understood."""
        read = self._readers().get(event.input.id or "")
        understood = read(event.value) if read else None
        if understood and understood != event.value and isinstance(event.input, TextLine):
            event.input.fill(understood)

    def _explain(self) -> None:
        """Say how the line that is being typed is understood, or what to write there."""
        line = self.focused
        name = line.id if line is not None else None
        typed = line.value if isinstance(line, Input) else ""
        match name:
            case "day" | "starts" | "ends" if none_typed(typed):
                self.tell(_("none"))
            case "day":
                day = self._day(typed) if typed.strip() else self.evening.today
                self.tell(
                    shown_date(day) if day else _("Write the date as 2026-12-05, or - for none.")
                )
            case "starts" | "ends":
                clock = clock_typed(typed)
                unknown = _("Write the time as 18:30, or - for none.") if typed.strip() else ""
                empty = (
                    _("The first round's call to the tables. For no time, write -.")
                    if name == "starts"
                    else _("When everything must be over. For no time, write -.")
                )
                self.tell(
                    _("Write the time as 18:30, or - for none.") if unknown else clock or empty
                )
            case "language":
                self.tell(_("Left / Right: the language of the screens of this evening"))
            case "file":
                self.tell(self._file_problem() or one_line(str(self._path())))
            case _:
                self.tell(_("Enter: the next line | PgDn: go on"))

    # -- going on ----------------------------------------------------------------------------

    def action_next_line(self) -> None:
        """Go to the next line, from the last one to the next step."""
        if self.focused is not None and self.focused.id == LINES[-1]:
            self.action_go_on()
        else:
            self.action_move(1)

    def action_move(self, by: int) -> None:
        """Go to another line."""
        here = self.focused.id if self.focused is not None else None
        place = LINES.index(here) if here in LINES else 0
        self._go_to(LINES[max(0, min(place + by, len(LINES) - 1))])

    def _go_to(self, line: str) -> None:
        self.set_focus(self.query_one(f"#{line}"))

    def action_go_on(self) -> None:
        """Go to the next step if everything can be used; else go to the line that cannot."""
        for name, read in self._readers().items():
            line = self.query_one(f"#{name}", TextLine)
            if line.value.strip():
                understood = read(line.value)
                if understood is None:
                    self._go_to(name)
                    return
                line.fill(understood)
        if self._file_problem():
            self._go_to("file")
            self._explain()
            return
        self.evening.go_on()

    def _file_problem(self) -> str:
        """Return why the file cannot be written under this name, "" if it can."""
        path = self._path()
        if os.path.lexists(path):
            taken = _("{file} already exists; choose another name.")
            return taken.format(file=one_line(str(path)))
        if not os.path.isdir(path.parent):
            return _("The folder {folder} is not there.").format(folder=one_line(str(path.parent)))
        return ""

    def _readers(self) -> dict[str, Callable[[str], str | None]]:
        def day(text: str) -> str | None:
            found = self._day(text)
            return found.isoformat() if found else _none(text)

        def clock(text: str) -> str | None:
            return clock_typed(text) or _none(text)

        return {"day": day, "starts": clock, "ends": clock}

    def _day(self, text: str) -> date | None:
        return day_typed(text, self.evening.today, day_first=not month_comes_first())

    def _path(self) -> Path:
        return path_typed(self.evening.answers, self.evening.today)


def _none(text: str) -> str | None:
    return "-" if none_typed(text) else None
