"""The source of Rounds as these tests read it: its modules, its texts, its translations."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "rounds"
SAID = {"description", "tooltip"}
"""The parts of a key's binding that a host can read."""


@dataclass(frozen=True)
class Text:
    """A text in the code that a host can see; `plural` where it counts something."""

    where: str
    text: str
    plural: str | None = None


@cache
def modules() -> dict[Path, ast.Module]:
    """Return every module of the package."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"), str(path))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def place(path: Path, node: ast.AST) -> str:
    """Return where something stands, as an editor opens it."""
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


@cache
def faults() -> frozenset[str]:
    """Return the names of all exceptions a host can mend: RoundsError and its children."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
    }
    found = {"RoundsError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return frozenset(found)


def called(node: ast.Call) -> str:
    """Return the name by which something is called, without what stands before the dot."""
    match node.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def said_in(node: ast.Call) -> list[tuple[ast.expr, ast.expr | None]]:
    """Return the (singular, plural) arguments of a call that holds words for the host."""
    name, given = called(node), node.args
    match name:
        case "_" | "sentence" | "in_all_languages" if given:
            return [(given[0], None)]
        case "ngettext" | "counted" if len(given) > 1:
            return [(given[0], given[1])]
        case "Binding":
            described = [*given[2:3], *(each.value for each in node.keywords if each.arg in SAID)]
            return [(each, None) for each in described]
        case _ if name in faults() and given:
            return [(given[0], None)]
    return []


@cache
def texts() -> tuple[Text, ...]:
    """Return everything that is said to a host."""
    return (*_texts(), *_texts_of_templates())


def _texts() -> Iterator[Text]:
    for path, module in modules().items():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            for singular, plural in said_in(node):
                if isinstance(singular, ast.Constant) and isinstance(singular.value, str):
                    text = singular.value
                    more = plural.value if isinstance(plural, ast.Constant) else None
                    if text:
                        yield Text(place(path, node), text, more if more is None else str(more))


def _texts_of_templates() -> Iterator[Text]:
    """Yield what stands inside `_()` and `ngettext()` in the templates of pages."""
    environment = Environment()
    for path in sorted(PACKAGE.rglob("templates/*.html")):
        source = path.read_text(encoding="utf-8")
        for line, _function, said in extract_from_ast(environment.parse(source)):
            singular, plural = said[:2] if isinstance(said, tuple) else (said, None)
            if singular is not None:
                yield Text(f"{path.relative_to(ROOT)}:{line}", singular, plural)


CATALOG = PACKAGE / "locale" / "ja" / "LC_MESSAGES" / "rounds.po"


@cache
def catalog() -> Catalog:
    """Return the Japanese catalog."""
    with CATALOG.open("rb") as lines:
        return read_po(lines, locale="ja", abort_invalid=True)


@cache
def translations() -> dict[str, tuple[str, ...]]:
    """Return what the Japanese catalog holds: the English text, and its translation."""
    found: dict[str, tuple[str, ...]] = {}
    for message in catalog():
        if message.id and message.string and not message.fuzzy:
            said = message.string
            found[key_of(message.id)] = (said,) if isinstance(said, str) else tuple(said)
    return found


def compiled(catalog: bytes) -> dict[object, str]:
    """Return the texts of a compiled catalog, without its head, which names Babel's version."""
    texts: dict[object, str] = vars(GNUTranslations(BytesIO(catalog)))["_catalog"]
    return {text: said for text, said in texts.items() if text}


def key_of(text: str | Sequence[str]) -> str:
    """Return the text by which an entry of a catalog is found: of a plural, its singular."""
    return text if isinstance(text, str) else text[0]


@cache
def strings() -> frozenset[str]:
    """Return every text that stands in the code, whatever it is for."""
    return frozenset(
        node.value
        for module in modules().values()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ).union(said.text for said in _texts_of_templates())
