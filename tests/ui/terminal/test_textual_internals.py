"""What the program stands on in Textual without a promise, and what its driver passes on."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from textual import events
from textual.message import Message
from textual.message_pump import MessagePump

from rounds.ui.terminal.textual_internals import RESIZE_PAUSE, USED_NAMES, TerminalDriver
from tests.house.source import PACKAGE, modules, place

HOME = PACKAGE / "ui" / "terminal" / "textual_internals.py"


@cache
def own_names(kind: type) -> set[str]:
    """Return the attributes of a class of Textual: those it defines and those it sets itself."""
    found = set(dir(kind))
    for base in kind.__mro__:
        if base.__module__.startswith("textual"):
            found |= set_by(base)
    return found


@cache
def set_by(kind: type) -> set[str]:
    """Return the attributes that the source of one class sets."""
    return set(re.findall(r"\bself\.(\w+)\b[^=\n]*= ", source_of(kind)))


def source_of(kind: type) -> str:
    """Return the source of a class; `inspect.getsource` parses the module again for each."""
    return sources(kind.__module__)[kind.__name__]


@cache
def sources(module: str) -> dict[str, str]:
    """Return the source of each class of a module."""
    text = inspect.getsource(importlib.import_module(module))
    lines = text.splitlines()
    return {
        node.name: "\n".join(lines[node.lineno - 1 : node.end_lineno])
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef)
    }


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in USED_NAMES.items() for name in names]
)
def test_this_version_of_textual_has_what_the_program_stands_on(kind: type, name: str) -> None:
    assert name in own_names(kind), (
        f"{kind.__name__}.{name} is gone in this version of Textual: see {HOME.name}"
    )


def test_the_list_names_everything_of_textual_that_is_used_there() -> None:
    private = set().union(*map(own_names, USED_NAMES))
    module = ast.parse(HOME.read_text(encoding="utf-8"))
    used = {
        node.attr
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr.startswith("_")
    }
    replaced = {node.name for node in ast.walk(module) if isinstance(node, ast.FunctionDef)}

    listed = set().union(*USED_NAMES.values())
    missing = {n for n in used | replaced if n.startswith("_") and n in private} - listed

    assert {n for n in missing if not n.startswith("__")} == set()


def ours() -> Iterator[type]:
    """Yield the program's own apps, screens and widgets."""
    for path in modules():
        if PACKAGE / "ui" in path.parents and path != HOME:
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
            module = importlib.import_module(name.removesuffix(".__init__"))
            for kind in vars(module).values():
                named_here = isinstance(kind, type) and kind.__module__ == module.__name__
                if named_here and issubclass(kind, MessagePump):
                    yield kind


def test_no_screen_or_widget_touches_what_textual_keeps_to_itself() -> None:
    wrong = {}
    for kind in ours():
        of_textual = [base for base in kind.__mro__ if base.__module__.startswith("textual.")]
        used = set(re.findall(r"\b(?:self|super\(\))\.(_\w+)|def (_[a-z]\w+)", source_of(kind)))
        used_names = {name for pair in used for name in pair if name and name[:2] != "__"}
        if shared := used_names & set().union(*map(own_names, of_textual)):
            wrong[kind.__name__] = shared

    assert wrong == {}


def test_no_other_module_imports_what_textual_keeps_to_itself() -> None:
    wrong = [
        place(path, node)
        for path, module in modules().items()
        if path != HOME
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and re.match(r"textual(\.\w+)*\._", node.module or "")
    ]

    assert wrong == []


class Loop:
    """A loop that does at once what it is asked, and keeps what is for later."""

    def __init__(self) -> None:
        self.later: list[tuple[float, Callable[[], None]]] = []

    def call_soon_threadsafe(self, call: Callable[..., None], *values: Any) -> None:
        call(*values)

    def call_later(self, seconds: float, call: Callable[[], None]) -> None:
        self.later.append((seconds, call))


class Program:
    """An app that keeps what reaches its queue."""

    def __init__(self) -> None:
        self.queue: list[Message] = []

    def post_message(self, message: Message) -> None:
        self.queue.append(message)

    async def _post_message(self, message: Message) -> None:
        self.queue.append(message)


class Driver(TerminalDriver):
    """The driver without a terminal: its window is as large as the test says."""

    def __init__(self) -> None:
        self.loop, self.program = Loop(), Program()
        self._loop, self._app = self.loop, self.program  # type: ignore[assignment]
        self._in_band_window_resize = False
        self._down_buttons, self._last_move_event, self.cursor_origin = [], None, None
        self.window = (80, 24)

    def _get_terminal_size(self) -> tuple[int, int]:
        return self.window

    def send_message(self, message: Message) -> None:
        self.program.queue.append(message)

    def run_what_is_due(self) -> None:
        due, self.loop.later = self.loop.later, []
        for _seconds, call in due:
            call()


@pytest.fixture
def driver() -> Driver:
    return Driver()


def sizes(driver: Driver) -> list[tuple[int, int]]:
    return [
        (m.size.width, m.size.height) for m in driver.program.queue if isinstance(m, events.Resize)
    ]


def test_a_thousand_sizes_are_one_resize_to_the_last(driver: Driver) -> None:
    for width in range(1000):
        driver.window = (width, 24)
        driver._on_window_change(0, None)

    assert [seconds for seconds, _call in driver.loop.later] == [RESIZE_PAUSE]
    assert sizes(driver) == []
    driver.run_what_is_due()

    assert sizes(driver) == [(999, 24)]


def test_a_thousand_sizes_told_by_the_terminal_are_one_resize_to_the_last(driver: Driver) -> None:
    for width in range(1000):
        driver.process_message(events.Resize.from_dimensions((width, 24), (width * 8, 480)))
    driver.run_what_is_due()

    assert sizes(driver) == [(999, 24)]


def test_a_window_that_is_resized_again_later_is_drawn_again(driver: Driver) -> None:
    driver._on_window_change(0, None)
    driver.run_what_is_due()
    driver.window = (100, 30)
    driver._on_window_change(0, None)
    driver.run_what_is_due()

    assert sizes(driver) == [(80, 24), (100, 30)]


def moved(button: int) -> events.MouseMove:
    return events.MouseMove(None, 3, 3, 0, 0, button, False, False, False)


def test_the_pointers_way_reaches_the_app_only_with_a_button_held(driver: Driver) -> None:
    for _time in range(10_000):
        driver.process_message(moved(button=0))
    driver.process_message(moved(button=1))

    assert len(driver.program.queue) == 1


def test_keys_reach_the_app(driver: Driver) -> None:
    driver.process_message(events.Key("h", "h"))

    assert [m.key for m in driver.program.queue if isinstance(m, events.Key)] == ["h"]


def test_without_another_driver_asked_for_the_programs_own_reads_the_terminal() -> None:
    from rounds.ui.apps.home import HomeApp

    assert HomeApp(()).driver_class is TerminalDriver
