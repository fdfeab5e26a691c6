"""The sheets in a real browser: on paper, and on a phone."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from rounds.formats.print.papers import PAPERS
from rounds.formats.sheets.as_html import render
from rounds.formats.sheets.sheet import Sheets
from rounds.i18n import LANGUAGES, using
from tests.chromium import Browser
from tests.formats.sheets.evenings import an_evening_with_notes

pytestmark = pytest.mark.chromium


def written(folder: Path, language: str, paper: str = "a4", name: str = "") -> Path:
    """Write the sheet of the first of 24 people after seven rounds, with a note about everybody."""
    event = an_evening_with_notes(24, rounds=7)
    if name:
        people = tuple(
            person.with_(id=person.name, name=f"{name}{number}", company=name)
            for number, person in enumerate(event.participants)
        )
        event = event.with_(participants=people)
    page = folder / f"{language}-{paper}.html"
    with using(language):
        page.write_text(render(Sheets(event).sheet(event.participants[0].key), paper), "utf-8")
    return page


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_of_seven_partners_is_printed_on_two_pages_in_either_language(
    browser: Browser, tmp_path: Path, paper: str
) -> None:
    for language in LANGUAGES:
        document = pypdfium2.PdfDocument(browser.pdf(written(tmp_path, language, paper)))
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)

        assert len(document) <= 2
        assert all(f"Name{n:03}" in text for n in range(1, 25))


def test_a_sheet_is_no_wider_than_a_phone_whatever_people_are_called(
    browser: Browser, tmp_path: Path
) -> None:
    browser.on_a_phone(360)
    for language, name in (("en", ""), ("ja", ""), ("en", "W" * 80), ("ja", "寿限無" * 30)):
        browser.open(written(tmp_path, language, name=name))

        assert browser.value("document.documentElement.scrollWidth") <= 360
        smallest = browser.value(
            "Math.min(...[...document.querySelectorAll('p, li')]"
            ".map(each => parseFloat(getComputedStyle(each).fontSize)))"
        )
        assert smallest >= 14
