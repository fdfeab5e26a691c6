"""Imports go down only; the contracts stand in pyproject.toml."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module

import pytest

from rounds.cli.command_table import COMMANDS
from tests.house.source import PACKAGE, ROOT, modules, place

OPEN = {PACKAGE / "formats" / "__init__.py"}
"""Packages whose own file holds more than a docstring: there the table is the content."""


def test_imports_go_down_only() -> None:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"

    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_package_is_described_and_holds_nothing_itself() -> None:
    wrong = [
        place(path, module)
        for path, module in modules().items()
        if path.name == "__init__.py" and path not in OPEN
        if len(module.body) != 1 or ast.get_docstring(module) is None
    ]

    assert wrong == []


def test_no_module_has_become_a_heap() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {len(path.read_text(encoding='utf-8').splitlines())} lines"
        for path in modules()
        if len(path.read_text(encoding="utf-8").splitlines()) > 400
    ]

    assert wrong == []


def test_no_folder_or_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "helpers", "common", "misc", "models", "managers", "messages"}

    found = [
        str(path.relative_to(ROOT)) for path in modules() if drawers & {*path.parts, path.stem}
    ]

    assert found == []


@pytest.mark.parametrize(
    "words", [["--help"], ["plan", "--help"], [], ["frobnicate"]], ids=" ".join
)
def test_help_answers_without_the_heavy_parts(words: list[str]) -> None:
    heavy = {
        *("textual", "rich", "pydantic", "tomli_w", "platformdirs"),
        *("rounds.domain.event", "rounds.domain.planner", "rounds.formats", "rounds.ui.launch"),
        *("rounds.store.reading.read", "rounds.store.event_file"),
    }
    program = (
        "import sys\n"
        "from rounds.cli.main import main\n"
        f"try: main(['--lang', 'en', *{words!r}])\n"
        "except SystemExit: pass\n"
        f"print('loaded:', sorted({heavy!r} & set(sys.modules)))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert "loaded: []" in done.stdout


def test_every_command_has_a_function_that_can_be_called() -> None:
    for name, function in COMMANDS.items():
        module, _colon, attribute = function.partition(":")

        found = getattr(import_module(f"rounds.cli.commands.{module}"), attribute)

        assert callable(found), name


def test_the_command_line_imports_nothing_inside_a_function_but_the_command_itself() -> None:
    wrong = [
        place(path, node)
        for path, module in modules().items()
        if path.is_relative_to(PACKAGE / "cli")
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert wrong == []
