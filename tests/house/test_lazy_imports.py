"""Imports inside functions defer a cost; each deferral stands at one door that has a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import ROOT, modules

DOORS = {
    "rounds.background.background_planner.BackgroundPlanner._plan_here": (
        "the program itself loads the search only where there can be no worker"
    ),
    "rounds.cli.command_table.run_command": "a command is imported when it is run",
    "rounds.formats.Export.render": "a form of export is imported when it is asked for",
    "rounds.formats.qr.qr_rows": "only an evening with phones has a QR code",
    "rounds.formats.roster.file.workbook.sheets_of": "only a workbook needs its reader",
    "rounds.session.planner.Planner._holds": "a plan in the file is checked without the planner",
    "rounds.session.planner.Planner.board": "the planner is loaded when a plan is made",
    "rounds.session.session.Session.rematch": "only the end of an evening may have a rematch",
    "rounds.text.phrases._model": "only a Japanese line needs the model of phrases",
    "rounds.ui.apps.screens_by_name.new_screen": "a screen is imported when it is opened",
    "rounds.ui.awake.display_held": "the display is held after the first picture",
    "rounds.ui.terminal.environment._is_a_driver": "the developer names a module in TEXTUAL_DRIVER",
    "rounds.web.on_demand.phones": "phones are imported when somebody wants them",
    "rounds.web.routes.mine._own_evening": "calendars are asked for when the evening ends",
    "rounds.web.service.PhoneService._prepare": (
        "what answers phones is imported when they are switched on"
    ),
}
"""The functions that import something, with the reason."""


def _doors(path: Path, module: ast.Module) -> Iterator[str]:
    """Yield the functions of a module, with their classes, that import something."""

    def visit(node: ast.AST, inside: tuple[str, ...], in_function: bool) -> Iterator[str]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from visit(child, (*inside, child.name), True)
            elif isinstance(child, ast.ClassDef):
                yield from visit(child, (*inside, child.name), in_function)
            else:
                if in_function and _imports(child):
                    yield ".".join(inside)
                yield from visit(child, inside, in_function)

    yield from visit(module, (_name(path),), False)


def _imports(node: ast.AST) -> bool:
    """Return whether something imports, or hands the function that does to somebody else."""
    return isinstance(node, ast.Import | ast.ImportFrom) or (
        isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr) == "import_module"
    )


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_imports_inside_functions_stand_only_at_named_doors() -> None:
    found = {door for path, module in modules().items() for door in _doors(path, module)}

    assert found == set(DOORS)


def test_an_import_in_a_method_is_seen() -> None:
    module = ast.parse(
        "class Reader:\n    def read(self):\n        if self:\n            import csv\n"
    )

    assert [*_doors(ROOT / "a.py", module)] == ["a.Reader.read"]
