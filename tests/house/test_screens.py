"""What reaches a terminal: scoped styles, no markup, and letters of a certain width."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from textual import containers, widgets

from tests.house.source import PACKAGE, ROOT, called, modules, place, texts, translations

UI = PACKAGE / "ui"
SINKS = {"Static", "Label", "Button", "Option", "Checkbox", "RadioButton", "Link"}
"""Widgets that read a `str` as markup: they get a `Content`, or words from the catalog."""


def test_every_rule_stays_inside_its_screen() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {selector}"
        for path in sorted((UI / "screens").rglob("*.tcss"))
        for selector in _selectors(path)
        if not re.match(r"^[A-Z]\w*(Screen|Dialog)\b", selector)
    ]

    assert wrong == []


def test_every_class_that_a_rule_names_exists() -> None:
    known = {
        node.name
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
    } | {*vars(widgets)["__all__"], *vars(containers), "Toast"}

    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, rules in _rules()
        for name in re.findall(r"(?<![\w-])[A-Z]\w+", rules)
        if name not in known
    ]

    assert wrong == []


def test_colours_go_by_the_names_of_the_theme() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted(UI.rglob("*.tcss"))
        for line in _without_comments(path).splitlines()
        if re.search(r"(color|background|border|tint)[\w-]*:.*(#[0-9a-fA-F]{3,8}\b|rgb\()", line)
    ]

    assert wrong == []


def test_a_notice_is_never_read_as_markup() -> None:
    wrong = [
        place(path, node)
        for path, node in _calls()
        if called(node) == "notify"
        and not any(
            given.arg == "markup"
            and isinstance(given.value, ast.Constant)
            and given.value.value is False
            for given in node.keywords
        )
    ]

    assert wrong == []


def test_widgets_get_content_and_never_text_put_together() -> None:
    wrong = [
        place(path, node)
        for path, node in _calls()
        if called(node) in SINKS or (called(node) == "update" and _on_a_widget(node))
        for given in node.args[:1]
        if not _harmless(given)
    ]

    assert wrong == []


def test_everything_said_has_letters_of_a_certain_width() -> None:
    wrong = [f"{said.where}: {said.text!r}" for said in texts() if _ambiguous(said.text)]
    wrong += [
        f"{text!r} -> {said!r}"
        for text, several in translations().items()
        for said in several
        if _ambiguous(said)
    ]

    assert wrong == []


def test_the_code_of_the_screens_draws_with_letters_of_a_certain_width() -> None:
    wrong = [
        f"{place(path, node)}: {node.value!r}"
        for path, module in modules().items()
        if UI in path.parents
        for node in _strings(module)
        if _ambiguous(str(node.value))
    ]

    assert wrong == []


def _rules() -> Iterator[tuple[Path, str]]:
    """Yield the rules of every stylesheet, and those that stand in a class."""
    for path in sorted(UI.rglob("*.tcss")):
        yield path, _without_comments(path)
    for path, module in modules().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DEFAULT_CSS":
                yield path, str(ast.literal_eval(node.value))


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for path, module in modules().items():
        if UI in path.parents:
            for node in ast.walk(module):
                if isinstance(node, ast.Call):
                    yield path, node


def _on_a_widget(node: ast.Call) -> bool:
    """Return whether this `update` is a widget's and not, say, a dictionary's."""
    return isinstance(node.func, ast.Attribute) and (
        isinstance(node.func.value, ast.Call) and called(node.func.value) in {"query_one", "query"}
    )


def _harmless(given: ast.expr) -> bool:
    """Return whether an argument holds nothing that somebody typed."""
    if isinstance(given, ast.Constant):
        return "[" not in str(given.value)
    return not isinstance(given, ast.JoinedStr | ast.BinOp) and not (
        isinstance(given, ast.Call) and called(given) in {"format", "_", "say", "one_line", "str"}
    )


def _strings(module: ast.Module) -> Iterator[ast.Constant]:
    """Yield the texts of a module that are no docstrings."""
    docstrings = {
        id(body[0].value)
        for node in ast.walk(module)
        for body in [getattr(node, "body", None)]
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr)
    }
    described = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings | described
        ):
            yield node


def _ambiguous(text: str) -> str:
    """Return the letters that are one cell wide on one terminal and two on another."""
    return "".join(c for c in text if unicodedata.east_asian_width(c) == "A")


def _without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def _selectors(path: Path) -> Iterator[str]:
    """Yield the outermost selectors of a stylesheet."""
    depth, begun = 0, ""
    for c in _without_comments(path):
        if c == "{":
            if depth == 0:
                yield from (part.strip() for part in begun.split(","))
            depth, begun = depth + 1, ""
        elif c == "}":
            depth, begun = depth - 1, ""
        elif depth == 0:
            begun = "" if c == ";" else begun + c
