"""Imports inside functions defer a cost; each deferral stands at one door that has a name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import ROOT, called, modules

DOORS = {
    "rounds.cli.command_table.run_command": "a command is imported when it is run",
    "rounds.formats.Export.render": "a form of export is imported when it is asked for",
    "rounds.text.phrases._model": "only a Japanese line needs the model of phrases",
    "rounds.ui.apps.screens_by_name.new_screen": "a screen is imported when it is opened",
    "rounds.ui.terminal.environment._is_a_driver": "the developer names a module in TEXTUAL_DRIVER",
}
"""The functions that import something, with the reason."""

SCATTERED_STILL = {
    "rounds.session.planner",
    "rounds.store.disk.atomic",
    "rounds.store.disk.lock",
    "rounds.store.state.room_file",
}
"""Modules whose imports have yet to be gathered at doors; each leaves this list when they are."""


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
    return isinstance(node, ast.Import | ast.ImportFrom) or (
        isinstance(node, ast.Call) and called(node) == "import_module"
    )


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_imports_inside_functions_stand_only_at_named_doors() -> None:
    found = {
        door
        for path, module in modules().items()
        if _name(path) not in SCATTERED_STILL
        for door in _doors(path, module)
    }

    assert found == set(DOORS)


def test_the_list_of_modules_with_scattered_imports_is_not_longer_than_it_must_be() -> None:
    scattered = {_name(path) for path, module in modules().items() if any(_doors(path, module))}

    assert scattered >= SCATTERED_STILL, "strike out: " + ", ".join(SCATTERED_STILL - scattered)


def test_an_import_in_a_method_is_seen() -> None:
    module = ast.parse(
        "class Reader:\n    def read(self):\n        if self:\n            import csv\n"
    )

    assert [*_doors(ROOT / "a.py", module)] == ["a.Reader.read"]
