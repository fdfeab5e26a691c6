"""Everything a host can read is there in Japanese too."""

from __future__ import annotations

import ast
import re

import pytest

from rounds.i18n import places
from tests.house.source import called, catalogs, modules, place, said_in, texts, translations

NAMES_AND_SIGNS = re.compile(r"^[\W\d_]*(\{\w+\}[\W\d_]*)*$")
"""A template without words of its own, such as `{place}: {fault}`, is the same in Japanese."""


def test_everything_that_is_said_is_translated() -> None:
    known = translations()

    missing = [
        f"{said.where}: {said.text!r}"
        for said in texts()
        if not NAMES_AND_SIGNS.match(said.text) and not any(known.get(said.text, ()))
    ]

    assert missing == []


def test_a_translation_has_the_places_of_its_text() -> None:
    known = translations()

    wrong = [
        f"{said.where}: {said.text!r} -> {translated!r}"
        for said in texts()
        for translated in known.get(said.text, ())
        if translated and not _agree(said.text, said.plural, translated)
    ]

    assert wrong == []


def test_two_catalogs_never_translate_one_text_differently() -> None:
    seen: dict[str, tuple[str, tuple[str, ...]]] = {}
    differing = []
    for path, catalog in catalogs().items():
        for text, said in catalog.items():
            before = seen.setdefault(text, (path.name, said))
            if before[1] != said:
                differing.append(f"{text!r}: {before[0]} and {path.name}")

    assert differing == []


def test_words_for_a_host_are_never_put_together_in_place() -> None:
    composed = [
        place(path, node)
        for path, module in modules().items()
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        for singular, plural in said_in(node)
        for text in (singular, plural)
        if isinstance(text, ast.JoinedStr | ast.BinOp)
        or (isinstance(text, ast.Call) and called(text) == "format")
    ]

    assert composed == []


@pytest.mark.parametrize("text", ["%(count)s", "%s", "{0}", "{}"])
def test_only_named_places_are_used(text: str) -> None:
    told = [
        said
        for said in texts()
        if text in said.text and not said.where.startswith("rounds/arguments.py")
    ]

    assert told == []


def _agree(text: str, plural: str | None, translated: str) -> bool:
    wanted = places(text) | (places(plural) if plural else set())
    # A count may be left out where the language has no need of it, nothing else may.
    return places(translated) <= wanted and wanted - places(translated) <= {"count"}
