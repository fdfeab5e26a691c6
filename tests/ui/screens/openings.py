"""Every screen and dialog as the program opens it, and the keys that take it away again."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from rounds.session.session import Session
from rounds.ui import screens
from rounds.ui.screens.after.screen import AfterScreen
from rounds.ui.screens.after.sheet import SheetDialog
from rounds.ui.screens.base import BaseScreen
from rounds.ui.screens.black import BlackScreen
from rounds.ui.screens.check_in import CheckInScreen
from rounds.ui.screens.console.screen import ConsoleScreen
from rounds.ui.screens.dialogs.ask_line import AskLineDialog
from rounds.ui.screens.dialogs.choose import ChooseDialog
from rounds.ui.screens.dialogs.choose_person import ChoosePersonDialog
from rounds.ui.screens.dialogs.end_on_time import EndOnTimeDialog
from rounds.ui.screens.dialogs.leave import LeaveDialog
from rounds.ui.screens.dialogs.mark_pairing import MarkPairingDialog
from rounds.ui.screens.dialogs.message import MessageDialog
from rounds.ui.screens.dialogs.partners import PartnersDialog
from rounds.ui.screens.dialogs.replan import ReplanDialog
from rounds.ui.screens.dialogs.text import TextDialog
from rounds.ui.screens.dialogs.welcome import WelcomeDialog
from rounds.ui.screens.help import KeysScreen
from rounds.ui.screens.hidden_numbers import HiddenNumbersScreen
from rounds.ui.screens.home.screen import HomeScreen
from rounds.ui.screens.new_evening.step import StepScreen
from rounds.ui.screens.notes.screen import NotesScreen
from rounds.ui.screens.print import PrintScreen
from rounds.ui.screens.stage import StageScreen

Taken = Callable[[str], None]
"""What a dialog that asks for a line does with it."""


@dataclass(frozen=True)
class Opening:
    """How a screen is made, the keys that take it away, and what is typed before them."""

    make: Callable[[Session, Taken], Screen[Any]]
    keys: tuple[str, ...]
    typed: str = ""


ANYTHING = ("enter", "escape", "x", "question_mark")
CLICKER = ("pagedown", "pageup", "right", "full_stop", "b", "space")
"""What presenters' clickers send, and the space bar."""

OPENINGS: dict[type[Screen[Any]], Opening] = {
    BlackScreen: Opening(lambda *_: BlackScreen(), (*CLICKER, *ANYTHING)),
    WelcomeDialog: Opening(lambda *_: WelcomeDialog(), (*CLICKER, "escape", "x")),
    ConsoleScreen: Opening(lambda *_: ConsoleScreen(), ("h", "escape")),
    CheckInScreen: Opening(lambda *_: CheckInScreen(), ("escape", "ctrl+q")),
    NotesScreen: Opening(lambda *_: NotesScreen(), ("escape", "ctrl+q", "ctrl+c")),
    HiddenNumbersScreen: Opening(lambda *_: HiddenNumbersScreen(), ("escape",)),
    PrintScreen: Opening(lambda *_: PrintScreen(), ("escape", "q", "ctrl+q", "ctrl+c", "ctrl+p")),
    KeysScreen: Opening(
        lambda *_: KeysScreen(dict), ("escape", "question_mark", "q", "enter", "ctrl+q", "ctrl+c")
    ),
    LeaveDialog: Opening(lambda *_: LeaveDialog(), ("escape",)),
    MessageDialog: Opening(
        lambda session, _: MessageDialog(session.message), ("enter", "escape"), "Hello"
    ),
    AskLineDialog: Opening(lambda _, take: AskLineDialog("Who?", take), ("enter", "escape"), "Pam"),
    PartnersDialog: Opening(
        lambda session, _: PartnersDialog(session.event, "Person 01"), ("escape",)
    ),
    ChooseDialog: Opening(
        lambda *_: ChooseDialog("Which?", [("1", "This"), ("2", "That")]),
        ("enter", "1", "2", "escape", "q"),
    ),
    ChoosePersonDialog: Opening(
        lambda session, _: ChoosePersonDialog("Who?", session.event),
        ("enter", "escape"),
        "Person 01",
    ),
    MarkPairingDialog: Opening(
        lambda session, _: MarkPairingDialog(session.event, "Person 01", rounds=[1], locked=()),
        ("h", "s", "n", "escape"),
    ),
    EndOnTimeDialog: Opening(
        lambda session, _: EndOnTimeDialog(
            session.event.in_force, session.timetable.ways_to_end_on_time(), 1
        ),
        ("0", "escape"),
    ),
    TextDialog: Opening(lambda *_: TextDialog("To Ann", "Dear Ann"), ("escape", "enter", "q")),
    ReplanDialog: Opening(
        lambda session, _: ReplanDialog(*session.plan.propose()), ("enter", "r", "escape")
    ),
}
"""Whatever a key can take away during an evening. The stage is always there."""


def every_screen() -> set[type[Screen[Any]]]:
    """Return the classes that can lie over the stage: those beneath which there is no other one.

    The screens on which an evening is chosen or set up, and the desk of the days after, belong to
    programs of their own.
    """
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(module.name)
    own = {StageScreen, HomeScreen, AfterScreen, SheetDialog, *_leaves(StepScreen)}
    return {*_leaves(BaseScreen)} - own


def _leaves(above: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    ours = [kind for kind in above.__subclasses__() if kind.__module__.startswith(screens.__name__)]
    if not ours:
        yield above
    for kind in ours:
        yield from _leaves(kind)


def keys_of(kind: type[Screen[Any]], *actions: str) -> list[str]:
    """Return the keys that are bound to some actions, all of them where none is named."""
    bound = [
        (key, binding.action.split("(")[0])
        for base in kind.__mro__
        for binding in base.__dict__.get("BINDINGS", ())
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    ]
    return list(dict.fromkeys(key for key, action in bound if not actions or action in actions))
