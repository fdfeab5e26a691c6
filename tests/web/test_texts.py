from __future__ import annotations

import re

from rounds.web.page_files import script, style
from rounds.web.texts import page_words

SCRIPT = script()
PUT_TOGETHER = ("stage_", "reply_", "next_step_", "report_", "next_", "language_")
"""The beginnings of names that the script puts together."""


def test_the_page_has_a_text_for_every_name_that_its_script_uses() -> None:
    used = set(re.findall(r'\bsay\("(\w+)"', SCRIPT))

    assert used - set(page_words()) == set()


def test_the_page_is_sent_no_text_that_it_never_shows() -> None:
    shown = set(re.findall(r'"(\w+)"', SCRIPT)) | set(re.findall(r"\b(\w+):", SCRIPT))
    in_page = {"loading", "pages", "no_script", "no_connection"} | {
        name for name in page_words() if name.startswith("tab_")
    }

    unused = {
        name
        for name in set(page_words()) - shown - in_page
        if not name.startswith(PUT_TOGETHER) and not name.endswith("_hint")
    }

    assert unused == set()


def test_what_is_shown_on_the_page_is_never_markup() -> None:
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", SCRIPT) == []
    )


def test_neither_script_nor_style_ends_where_the_page_would_end_it() -> None:
    assert "</script" not in SCRIPT.lower()
    assert "<!--" not in SCRIPT
    assert "</style" not in style().lower()
