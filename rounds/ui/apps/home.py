"""The app of `rounds` alone: the events opened last, and ways to begin."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from rounds.i18n import _
from rounds.text.safe import one_line
from rounds.ui.apps.shutdown import ShutdownApp
from rounds.ui.widgets.text_line import TextLine


@dataclass(frozen=True)
class Choice:
    """What the host wants to do, the file, and for a new file its roster."""

    what: Literal["run", "new", "demo", "help"]
    path: Path | None = None
    roster: Path | None = None

    @property
    def words(self) -> list[str]:
        """The same as the arguments of a command line."""
        roster = ["--from", str(self.roster)] if self.roster else []
        return [self.what, *([str(self.path)] if self.path else []), *roster]


class HomeApp(ShutdownApp[Choice]):
    """A list to choose from; the app returns the choice, and the command line carries it out."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Screen { background: $background; }
    #title { text-style: bold; background: $primary; color: $text; width: 100%; padding: 1 2; }
    #hint { color: $text-muted; padding: 0 2; height: auto; }
    OptionList { border: none; padding: 1 1; height: 1fr; background: $background; }
    OptionList:focus { border: none; }
    Input { border: none; height: 1; margin: 0 2 1 2; background: $panel; display: none; }
    Input:focus { border: none; }
    Input.asked { display: block; }
    .-narrow #title, .-low #title { padding: 0 1; height: 1; }
    .-narrow #hint, .-low #hint { padding: 0 1; max-height: 2; }
    .-narrow OptionList, .-low OptionList { padding: 0; }
    .-narrow Input, .-low Input { margin: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c,q", "quit", "Quit", show=False),
        Binding("escape", "go_back", "Back", show=False),
    ]

    def __init__(self, recent: tuple[Path, ...]) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]
        self._recent = recent
        self._asked: Literal["run", "new", "roster"] = "run"
        self._new = Path()

    def compose(self) -> ComposeResult:
        """A title, the choices, and a line for a path."""
        with Vertical():
            yield Static(
                Content(_("Rounds: speed networking, one conversation at a time")), id="title"
            )
            yield OptionList(
                *(
                    Option(Content(one_line(_short(path))), id=f"recent-{index}")
                    for index, path in enumerate(self._recent)
                ),
                Option(Content(_("Try it: a sample evening (demo)")), id="demo"),
                Option(Content(_("Open an event file ...")), id="open"),
                Option(Content(_("Begin a new event file ...")), id="new"),
                Option(Content(_("Help")), id="help"),
            )
            yield TextLine(placeholder="mixer.toml", max_length=4096)
            yield Static(id="hint")

    def on_mount(self) -> None:
        """Say how to choose."""
        self._hint(_("Up / Down and Enter to choose, q to quit"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Carry out the choice, or ask for a path first."""
        match event.option_id:
            case "demo":
                self.exit(Choice("demo"))
            case "help":
                self.exit(Choice("help"))
            case "open" | "new" as what:
                self._asked = "run" if what == "open" else "new"
                line = self.query_one(Input)
                line.value = ""
                line.placeholder = "mixer.toml"
                line.add_class("asked")
                line.focus()
                self._hint(_("Type the path of the file and press Enter; Esc goes back"))
            case str() as chosen:
                self.exit(Choice("run", self._recent[int(chosen.removeprefix("recent-"))]))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Use the path, or say why it cannot be used, while it can still be corrected."""
        if event.value != event.input.value:
            return  # a second Enter, from before the next question was asked
        path = Path(os.path.expanduser(event.value.strip()))
        if self._asked == "roster":
            if not event.value.strip():
                self.exit(Choice("new", self._new))
            elif os.path.isfile(path):
                self.exit(Choice("new", self._new, path))
            else:
                self._hint(_not_there(path))
        elif not event.value.strip():
            return
        elif self._asked == "run":
            named = path if os.path.exists(path) or path.suffix else path.with_suffix(".toml")
            if os.path.exists(named):
                self.exit(Choice("run", named))
            else:
                self._hint(_not_there(named))
        else:
            self._take_new(path if path.suffix else path.with_suffix(".toml"))

    def action_go_back(self) -> None:
        """Leave the line, or the program."""
        line = self.query_one(Input)
        if not line.has_class("asked"):
            self.exit()
            return
        line.remove_class("asked")
        self.query_one(OptionList).focus()
        self._hint(_("Up / Down and Enter to choose, q to quit"))

    def _take_new(self, path: Path) -> None:
        if os.path.lexists(path):
            self._hint(
                _("{file} already exists; choose another name.").format(file=one_line(str(path)))
            )
            return
        self._asked, self._new = "roster", path
        self.drop_burst()
        line = self.query_one(Input)
        line.value = ""
        line.placeholder = "roster.csv"
        self._hint(_("The roster as CSV from a spreadsheet? Enter alone: none yet"))

    def _hint(self, text: str) -> None:
        self.query_one("#hint", Static).update(Content(text))


def _not_there(path: Path) -> str:
    return _("{file} is not there; Esc goes back.").format(file=one_line(str(path)))


def _short(path: Path) -> str:
    """Return a path that begins with ~ where it can."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)
