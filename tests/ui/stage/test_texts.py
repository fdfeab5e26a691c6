from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import rounds.ui.stage as stage
from rounds.i18n import places, using
from rounds.ui.stage import texts
from tests.ui.stage.evenings import room

FOLDER = Path(stage.__path__[0])
CATALOG = FOLDER.parents[1] / "locale/ja/LC_MESSAGES/stage.po"


def sentences() -> set[str]:
    """Return every English text that a module of the stage hands to the catalogs."""
    found = set()
    for file in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="_" | "ngettext"), args=arguments):
                    found |= {
                        each.value
                        for each in arguments[:2]
                        if isinstance(each, ast.Constant) and isinstance(each.value, str)
                    }
    return found


def translations() -> dict[str, str]:
    """Return the Japanese texts by the English ones."""
    found = {}
    with CATALOG.open("rb") as lines:
        for message in read_po(lines, locale="ja"):
            for key in message.id if isinstance(message.id, tuple | list) else [message.id]:
                text = message.string
                found[key] = text if isinstance(text, str) else (text or [""])[0]
    found.pop("", None)
    return found


def test_every_text_of_the_stage_is_translated() -> None:
    assert {text for text in sentences() if not translations().get(text)} == set()


def test_nothing_is_translated_that_the_stage_does_not_say() -> None:
    assert set(translations()) - sentences() == set()


def test_a_translation_has_the_places_of_its_text() -> None:
    for english, japanese in translations().items():
        assert places(english) == places(japanese), english


def test_no_text_has_characters_of_ambiguous_width() -> None:
    for text in sentences() | set(translations().values()):
        assert not [c for c in text if unicodedata.east_asian_width(c) == "A"], text


def test_the_advice_alternates_by_round() -> None:
    lines = [texts.prompt(room("first_half", round=n)[0], "first_half") for n in (1, 2, 3)]

    assert lines[0] == lines[2] != lines[1]


def test_a_host_s_own_advice_takes_the_place_of_ours() -> None:
    state, _now = room("first_half", round=2, prompts={"first_half": ("One", "Two")})

    assert texts.prompt(state, "first_half") == "Two"


def test_empty_advice_of_a_host_counts_as_none() -> None:
    state, _now = room("end", prompts={"end": ("",)})

    assert texts.prompt(state, "end") == "Thank your partner"


@pytest.mark.parametrize(
    ("meets", "others", "promise"),
    [
        (6, 20, "Tonight you meet 6 of 20."),
        (4, 4, "Tonight you meet everyone."),
        (0, 20, ""),
    ],
)
def test_the_lobby_promises_what_can_be_kept(meets: int, others: int, promise: str) -> None:
    state, _now = room("lobby", meets=meets, others=others)

    assert texts.promise(state) == promise


def test_japanese_is_spoken_where_the_event_asks_for_it() -> None:
    with using("ja"):
        assert texts.who_speaks("A") == "A席が話す・B席が聞く"
