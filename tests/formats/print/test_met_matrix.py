"""Who has met whom, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from rounds.domain.event import Event
from rounds.domain.followup.series import Series
from rounds.formats.print.met_matrix import render
from rounds.formats.print.papers import PAPERS
from rounds.i18n import using
from tests.chromium import Browser
from tests.formats.print.pages import an_evening
from tests.formats.sheets.evenings import held, with_notes


def an_evening_of_a_series(people: int, seed: int = 1) -> Event:
    return held(an_evening(people, date="2026-05-14", seed=seed, rounds=min(6, people - 1)))


def rows(page: str) -> list[list[str]]:
    """Return the cells of every row of the table, without the headings."""
    found = re.findall(r"<tr><td.*?</tr>", page, re.S)
    cells = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in found]
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in cells]


def test_a_dot_stands_where_two_have_met_and_nothing_where_they_have_not() -> None:
    series = Series([an_evening_of_a_series(6, seed) for seed in (1, 2)])

    found = rows(render(series))

    names = [cells[1] for cells in found]
    numbers = {one.profile.name: one.person for one in series.people}
    for name, cells in zip(names, found, strict=True):
        met = [series.have_met(numbers[name], numbers[other]) for other in names]
        dots = [cell == "&#9679;" for cell in cells[4:]]
        assert dots == met
        assert cells[3] == str(sum(met))
        assert cells[2] == "2"


def test_two_who_are_kept_apart_look_like_any_two_who_have_not_met() -> None:
    event = an_evening_of_a_series(8)
    met = {frozenset(at.people) for round_ in event.rounds for at in round_.pairings}
    keys = [person.key for person in event.participants]
    one, other = next((a, b) for a in keys for b in keys if a < b and {a, b} not in met)
    apart = event.with_(
        participants=tuple(
            person.with_(avoid=(other,)) if person.key == one else person
            for person in event.participants
        )
    )

    assert render(Series([apart])) == render(Series([event]))


def test_who_would_like_to_talk_again_is_not_on_the_paper() -> None:
    event = an_evening_of_a_series(6).with_(notes=())
    one, other = event.rounds[0].pairings[0].people
    both = with_notes(
        event,
        {"by": one, "about": other, "again": True},
        {"by": other, "about": one, "again": True},
    )

    assert render(Series([both])) == render(Series([event]))


def test_before_the_first_evening_the_page_says_so() -> None:
    with using("ja"):
        page = render(Series([an_evening(6)]))

    assert "まだ開催されていません。" in page


@pytest.mark.chromium
@pytest.mark.parametrize(("people", "count"), [(5, 1), (30, 1), (60, 2)])
@pytest.mark.parametrize("paper", PAPERS)
def test_sixty_people_fit_on_two_sheets_of_paper(
    browser: Browser, tmp_path: Path, paper: str, people: int, count: int
) -> None:
    page = tmp_path / "matrix.html"
    page.write_text(render(Series([an_evening_of_a_series(people)]), paper=paper), "utf-8")

    document = pypdfium2.PdfDocument(browser.pdf(page))

    texts = [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    assert len(texts) == count
    assert all(f"Name{n:03}" in text for text in texts for n in range(1, people + 1))
