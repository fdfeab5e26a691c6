"""Everything a host can read is there in Japanese too."""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo

from rounds import i18n
from rounds.domain.errors import StoreError
from tests.house.source import (
    CATALOG,
    ROOT,
    called,
    catalog,
    compiled,
    key_of,
    modules,
    place,
    said_in,
    strings,
    texts,
    translations,
)

NAMES_AND_SIGNS = re.compile(r"^[\W\d_]*(\{\w+\}[\W\d_]*)*$")
"""A template without words of its own, such as `{place}: {fault}`, is the same in Japanese."""


def test_the_compiled_catalog_is_that_of_the_texts() -> None:
    wanted = BytesIO()
    write_mo(wanted, catalog())

    file = CATALOG.with_suffix(".mo")

    place = file.relative_to(ROOT)
    assert file.is_file(), f"{place} is missing. Run: make catalogs"
    assert compiled(file.read_bytes()) == compiled(wanted.getvalue()), (
        f"{place} is older than its .po file. Run: make catalogs"
    )


def test_a_language_whose_catalog_is_missing_is_refused_and_not_shown_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "catalog_file", lambda _language: tmp_path / "rounds.mo")
    i18n._catalog.cache_clear()

    with pytest.raises(StoreError, match="make catalogs"):
        i18n.activate("ja")

    assert i18n.language() == "en"


def test_a_count_is_said_by_the_plural_rule_of_its_language() -> None:
    said = {}
    for language in ("en", "ja"):
        with i18n.using(language):
            said[language] = [
                i18n.ngettext("{count} absent", "{count} absent", count).format(count=count)
                for count in (0, 1, 2)
            ]

    assert said == {
        "en": ["0 absent", "1 absent", "2 absent"],
        "ja": ["欠席0", "欠席1", "欠席2"],
    }


def test_what_is_counted_is_translated_as_a_plural() -> None:
    plural = {key_of(message.id): not isinstance(message.id, str) for message in catalog()}

    wrong = [
        f"{said.where}: {said.text!r}"
        for said in texts()
        if said.plural is not None and not plural.get(said.text)
    ]

    assert wrong == []


def test_everything_that_is_said_is_translated() -> None:
    known = translations()

    missing = [
        f"{said.where}: {said.text!r}"
        for said in texts()
        if not NAMES_AND_SIGNS.match(said.text) and not any(known.get(said.text, ()))
    ]

    assert missing == []


def test_the_explanation_of_a_key_is_among_what_is_said() -> None:
    key = ast.parse('Binding("i", "here", "Here", tooltip="Here, or back again")', mode="eval").body
    assert isinstance(key, ast.Call)

    said = [text.value for text, _plural in said_in(key) if isinstance(text, ast.Constant)]

    assert said == ["Here", "Here, or back again"]


def test_a_translation_has_the_places_of_its_text() -> None:
    known = translations()

    wrong = [
        f"{said.where}: {said.text!r} -> {translated!r}"
        for said in texts()
        for translated in known.get(said.text, ())
        if translated and not _agree(said.text, said.plural, translated)
    ]

    assert wrong == []


def test_a_text_is_translated_only_once() -> None:
    entries = [
        ast.literal_eval(found)
        for found in re.findall(r"^msgid (\".*\")$", CATALOG.read_text(encoding="utf-8"), re.M)
    ]

    assert sorted(entries) == sorted({"", *translations()})


def test_nothing_is_translated_that_nobody_says() -> None:
    ours = [
        key_of(message.id)
        for message in catalog()
        if "argparse" not in {file for file, _line in message.locations}
    ]

    assert [text for text in ours if text and text not in strings()] == []


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
        if text in said.text and not said.where.startswith("rounds/cli/arguments/")
    ]

    assert told == []


def _agree(text: str, plural: str | None, translated: str) -> bool:
    wanted = i18n.places(text) | (i18n.places(plural) if plural else set())
    # A count may be left out where the language has no need of it, nothing else may.
    return i18n.places(translated) <= wanted and wanted - i18n.places(translated) <= {"count"}
