"""The sheets in a real browser, as a printer gets them: every name, every page, nothing broken."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from rounds.domain.event import Event
from rounds.formats.print.kinds import SHEETS
from rounds.formats.print.pages import render
from rounds.formats.print.papers import PAPERS
from rounds.i18n import using
from rounds.store.reading.read import read_event
from tests.chromium import Browser
from tests.formats.print.pages import an_evening, planned
from tests.hostile import event_file

pytestmark = pytest.mark.chromium

FLOWING = {"list", "reception", "plan"}
"""The sheets whose text flows from page to page, between the margins."""

MARGIN = 13
POINTS = 72 / 25.4
JAPANESE = Path(__file__).parents[3] / "sample_events" / "kouryukai.toml"


class Printed:
    """A sheet as the browser printed it: the text of each page, and where a word stands."""

    def __init__(
        self, browser: Browser, folder: Path, sheet: str, event: Event, paper: str
    ) -> None:
        page = folder / f"{sheet}.html"
        page.write_text(render(sheet, event, paper=paper), encoding="utf-8")
        self._document = pypdfium2.PdfDocument(browser.pdf(page))
        self.size = self._document[0].get_size()
        self.pages = [self._document[n].get_textpage() for n in range(len(self._document))]
        self.texts = [" ".join(page.get_text_bounded().split()) for page in self.pages]

    def pages_with(self, word: str) -> list[int]:
        return [number for number, text in enumerate(self.texts) if word in text]

    def place(self, word: str) -> tuple[float, float, float, float]:
        """Return the box of a word on its first page: left, top, right, bottom in millimetres."""
        (number, *_more) = self.pages_with(word)
        start, count = self.pages[number].search(word).get_next()
        boxes = [self.pages[number].get_charbox(start + place) for place in range(count)]
        height = self.size[1]
        return (
            min(box[0] for box in boxes) / POINTS,
            (height - max(box[3] for box in boxes)) / POINTS,
            max(box[2] for box in boxes) / POINTS,
            (height - min(box[1] for box in boxes)) / POINTS,
        )


WANTED = {
    # people: how many pages of each sheet, on A4 and on Letter
    5: {
        "list": (1, 1),
        "reception": (1, 1),
        "badges": (1, 1),
        "cards": (2, 2),
        "memo": (7, 7),
        "tables": (1, 1),
        "pitch": (5, 5),
        "plan": (2, 2),
    },
    21: {
        "list": (3, 3),
        "reception": (2, 2),
        "badges": (3, 3),
        "cards": (6, 6),
        "memo": (23, 23),
        "tables": (5, 5),
        "pitch": (21, 21),
        "plan": (2, 2),
    },
    60: {
        "list": (7, 7),
        "reception": (5, 5),
        "badges": (6, 6),
        "cards": (15, 15),
        "memo": (62, 62),
        "tables": (15, 15),
        "pitch": (60, 60),
        "plan": (5, 5),
    },
    200: {
        "list": (23, 21),
        "reception": (13, 14),
        "badges": (20, 20),
        "plan": (13, 13),
    },
}


TOGETHER = {
    "list": ("Name", "Reading", "Company", "Purpose", "Offer", "Wish"),
    "reception": ("Name", "Reading", "Company"),
    "badges": ("Name", "Reading", "Company", "Offer", "Wish"),
    "cards": ("Name", "Purpose"),
}
"""What stands together about each person, on one page."""


@pytest.mark.parametrize("paper", PAPERS)
def test_all_names_are_on_the_paper_and_nothing_is_broken_over_two_pages(
    browser: Browser, tmp_path: Path, paper: str
) -> None:
    found: dict[int, dict[str, int]] = {}
    missing, broken = [], []
    for people, sheets in WANTED.items():
        event = an_evening(people)
        for sheet in sheets:
            printed = Printed(browser, tmp_path, sheet, event, paper)
            found.setdefault(people, {})[sheet] = len(printed.pages)
            for n in range(1, people + 1) if sheet != "tables" else ():
                if not printed.pages_with(f"Name{n:03}"):
                    missing.append((sheet, n))
                together = TOGETHER.get(sheet, ())
                if len({tuple(printed.pages_with(f"{word}{n:03}")) for word in together}) > 1:
                    broken.append((sheet, n))

    assert missing == []
    assert broken == []
    column = [*PAPERS].index(paper)
    assert found == {
        people: {sheet: count[column] for sheet, count in sheets.items()}
        for people, sheets in WANTED.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("paper", PAPERS)
def test_two_hundred_people_get_a_memo_sheet_and_a_sheet_for_their_introduction_each(
    browser: Browser, tmp_path: Path, paper: str
) -> None:
    event = an_evening(200)

    memo = Printed(browser, tmp_path, "memo", event, paper)
    pitch = Printed(browser, tmp_path, "pitch", event, paper)

    assert len(memo.pages) == 202  # two without a name
    assert len(pitch.pages) == 200
    for printed in (memo, pitch):
        missing = [n for n in range(1, 201) if not printed.pages_with(f"Name{n:03}")]
        assert missing == []


@pytest.mark.parametrize("paper", PAPERS)
def test_badges_lie_on_the_cutting_grid(browser: Browser, tmp_path: Path, paper: str) -> None:
    printed = Printed(browser, tmp_path, "badges", an_evening(21), paper)
    size = PAPERS[paper]

    outside = []
    for n in range(1, 22):
        column, row = (n - 1) % 10 % 2, (n - 1) % 10 // 2
        left = size.badge_left + column * size.badge_width
        top = size.badge_top + row * size.badge_height
        for word in (f"Name{n:03}", f"Company{n:03}", f"Offer{n:03}", f"Wish{n:03}"):
            box = printed.place(word)
            inside = (
                left < box[0]
                and top < box[1]
                and box[2] < left + size.badge_width
                and box[3] < top + size.badge_height
            )
            if not inside:
                outside.append((word, box))

    assert outside == []
    assert printed.size == pytest.approx((size.width * POINTS, size.height * POINTS), abs=1)


def test_japanese_sheets_have_all_names_on_the_paper(browser: Browser, tmp_path: Path) -> None:
    event = planned(read_event(JAPANESE))

    with using("ja"):
        found = {
            sheet: Printed(browser, tmp_path, sheet, event, "a4")
            for sheet in SHEETS
            if sheet != "memo"
        }

    missing = [
        (sheet, person.name)
        for sheet, printed in found.items()
        if sheet != "tables"
        for person in event.participants
        if not printed.pages_with(person.name)
    ]
    assert missing == []


LONG = (
    "Maximiliane-Theodora von und zu Hohenlohe-Schillingsfürst-Waldenburg the Younger",
    "W" * 80,
    "鳳凰院凶真桜小路勅使河原長曽我部" * 5,
    "寿限無 寿限無 五劫の擦り切れ 海砂利水魚の 水行末 雲来末 風来末 食う寝る処に住む処",
)


def test_long_names_shrink_or_wrap_and_are_never_cut(browser: Browser, tmp_path: Path) -> None:
    event = an_evening(4)
    people = tuple(
        person.with_(name=name, id=person.name, company=name, purpose=name * 3, offers=name)
        for person, name in zip(event.participants, LONG, strict=True)
    )
    event = event.with_(participants=people)

    cut = {
        (sheet, paper): found
        for sheet in SHEETS
        for paper in PAPERS
        if (found := _runs_over(browser, tmp_path, sheet, event, paper))
    }

    assert cut == {}


def test_hostile_names_neither_run_nor_run_out_of_their_boxes(
    browser: Browser, tmp_path: Path
) -> None:
    event = planned(read_event(event_file(tmp_path)))
    script = "<script>document.title='EVIL'</script><img src=x onerror=\"document.title='EVIL'\">"
    first, *others = event.participants
    event = event.with_(participants=(first.with_(name=script, id=first.key), *others))

    over = {}
    for sheet in ("badges", "cards", "memo", "reception"):
        over[sheet] = _runs_over(browser, tmp_path, sheet, event, "a4")
        assert browser.value("document.title") != "EVIL"

    assert not any(over.values())


def _runs_over(browser: Browser, folder: Path, sheet: str, event: Event, paper: str) -> list[str]:
    """Return the texts that are larger than the boxes of a sheet, which would cut them off."""
    page = folder / f"{sheet}.html"
    page.write_text(render(sheet, event, paper=paper), encoding="utf-8")
    size = PAPERS[paper]
    browser.printing(size.width - (2 * MARGIN if sheet in FLOWING else 0))
    browser.open(page)
    found: list[str] = browser.value(
        """[document.documentElement.scrollWidth > innerWidth ? "wider than the paper" : ""]
        .concat([...document.querySelectorAll(
            ".paper, .badge, .badge *, .card, .card *, .top, .top .name, .sign,"
            + ".label, .mine, .round")]
        .filter(box => box.clientHeight && getComputedStyle(box).display != "inline"
            && (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2))
        .map(box => box.className + ": " + box.textContent.trim().slice(0, 40)
            + " " + [box.scrollWidth, box.clientWidth, box.scrollHeight, box.clientHeight]))
        .filter(text => text)"""
    )
    return [re.sub(r"\s+", " ", text) for text in found]
