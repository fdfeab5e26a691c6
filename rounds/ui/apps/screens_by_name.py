"""The table of all screens: each is imported when it is opened, so the first picture is quick."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen

SCREENS = {
    "ask_line": "rounds.ui.screens.dialogs.ask_line:AskLineDialog",
    "black": "rounds.ui.screens.black:BlackScreen",
    "check_in": "rounds.ui.screens.check_in:CheckInScreen",
    "choose": "rounds.ui.screens.dialogs.choose:ChooseDialog",
    "choose_person": "rounds.ui.screens.dialogs.choose_person:ChoosePersonDialog",
    "console": "rounds.ui.screens.console.screen:ConsoleScreen",
    "details": "rounds.ui.screens.new_evening.details:DetailsScreen",
    "end_on_time": "rounds.ui.screens.dialogs.end_on_time:EndOnTimeDialog",
    "help": "rounds.ui.screens.help:KeysScreen",
    "leave": "rounds.ui.screens.dialogs.leave:LeaveDialog",
    "home": "rounds.ui.screens.home.screen:HomeScreen",
    "mark_pairing": "rounds.ui.screens.dialogs.mark_pairing:MarkPairingDialog",
    "message": "rounds.ui.screens.dialogs.message:MessageDialog",
    "notes": "rounds.ui.screens.notes.screen:NotesScreen",
    "hidden_numbers": "rounds.ui.screens.hidden_numbers:HiddenNumbersScreen",
    "outlook": "rounds.ui.screens.new_evening.outlook:OutlookScreen",
    "partners": "rounds.ui.screens.dialogs.partners:PartnersDialog",
    "people": "rounds.ui.screens.new_evening.people:PeopleScreen",
    "print": "rounds.ui.screens.print:PrintScreen",
    "replan": "rounds.ui.screens.dialogs.replan:ReplanDialog",
    "sheet": "rounds.ui.screens.after.sheet:SheetDialog",
    "source": "rounds.ui.screens.new_evening.source:SourceScreen",
    "stage": "rounds.ui.screens.stage:StageScreen",
    "text": "rounds.ui.screens.dialogs.text:TextDialog",
    "welcome": "rounds.ui.screens.dialogs.welcome:WelcomeDialog",
    "written": "rounds.ui.screens.new_evening.written:WrittenScreen",
}
"""Where each screen is, as `module:class`; no screen names another one."""


_FOLDER = Path(__file__).parents[1] / "screens"

STAGE_STYLES = str(_FOLDER / "stage.tcss")
CONSOLE_STYLES = str(_FOLDER / "console" / "console.tcss")
"""What the first picture of an evening needs; `add_stylesheets` adds the others after it."""


def new_screen(name: str, *arguments: object) -> Screen[Any]:
    """Return a new screen or dialog; its module is imported now."""
    module, _colon, kind = SCREENS[name].partition(":")
    screen: Screen[Any] = getattr(import_module(module), kind)(*arguments)
    return screen


def stylesheets() -> list[str]:
    """Return the files of styles of all screens."""
    return sorted(map(str, _FOLDER.glob("**/*.tcss")))


def add_stylesheets(app: App[Any]) -> None:
    """Add the styles of all screens to those that the first picture needed, once."""
    missing = [path for path in stylesheets() if not app.stylesheet.has_source(path)]
    if missing:
        app.stylesheet.read_all([Path(path) for path in missing])
        app.stylesheet.parse()
