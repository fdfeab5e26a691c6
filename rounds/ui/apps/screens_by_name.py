"""The table of all screens: each is imported when it is opened, so the first picture is quick."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from textual.screen import Screen

SCREENS = {
    "black": "rounds.ui.screens.black:BlackScreen",
    "check_in": "rounds.ui.screens.check_in:CheckInScreen",
    "console": "rounds.ui.screens.console.screen:ConsoleScreen",
    "help": "rounds.ui.screens.help:KeysScreen",
    "leave": "rounds.ui.screens.dialogs.leave:LeaveDialog",
    "line": "rounds.ui.screens.dialogs.ask_line:LineDialog",
    "mark": "rounds.ui.screens.dialogs.mark_pairing:MarkDialog",
    "message": "rounds.ui.screens.dialogs.message:MessageDialog",
    "met": "rounds.ui.screens.dialogs.partners:MetDialog",
    "notes": "rounds.ui.screens.notes.screen:NotesScreen",
    "on_time": "rounds.ui.screens.dialogs.end_on_time:OnTimeDialog",
    "person": "rounds.ui.screens.dialogs.choose_person:ChoosePersonDialog",
    "replan": "rounds.ui.screens.dialogs.replan:ReplanDialog",
    "stage": "rounds.ui.screens.stage:StageScreen",
    "welcome": "rounds.ui.screens.dialogs.welcome:WelcomeDialog",
}
"""Where each screen is, as `module:class`; no screen names another one."""


def new_screen(name: str, *arguments: object) -> Screen[Any]:
    """Return a new screen or dialog; its module is imported now."""
    module, _colon, kind = SCREENS[name].partition(":")
    screen: Screen[Any] = getattr(import_module(module), kind)(*arguments)
    return screen
