"""What stands on the sheets, read without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rounds.cli.arguments import types
from rounds.domain.evening.clock import Run
from rounds.domain.evening.rounds import begin_round
from rounds.domain.event import Attendance, Event, Note
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.room import JoinByPhone
from rounds.domain.views.room_view import room_of
from rounds.formats.print import memo_choices
from rounds.formats.print.evening import evening
from rounds.formats.print.kinds import SHEETS, heading
from rounds.formats.print.pages import length_in_words, pages, render
from rounds.formats.print.papers import PAPERS
from rounds.formats.print.topics import topic
from rounds.formats.qr import qr_picture
from rounds.i18n import LANGUAGES, using
from rounds.store.reading.read import read_event
from rounds.ui.screens.notes.form.choices import KEYS
from rounds.ui.screens.notes.form.note_form import LINES
from rounds.ui.stage.board.lines import sorted_lines
from tests.evenings import START
from tests.formats.print.pages import an_evening, planned, shown, words, words_and_tags
from tests.hostile import TEXTS, event_file

JAPANESE = Path(__file__).parents[3] / "sample_events" / "kouryukai.toml"
OURS = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body header section article div span p b i h1 h2 ul ol li "
        "small table thead tbody tr th td bdi br",
    )
)


@pytest.fixture(params=LANGUAGES)
def either_language(request: pytest.FixtureRequest) -> Iterator[str]:
    with using(request.param):
        yield request.param


def test_the_command_line_offers_what_can_be_printed() -> None:
    assert types.SHEETS == SHEETS
    assert set(types.PAPERS) == PAPERS.keys()


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_of_every_paper_names_the_evening_in_both_languages(
    sheet: str, either_language: str
) -> None:
    event = an_evening(5)

    found = [render(sheet, event, paper=paper) for paper in PAPERS]

    assert all(f"<title>Harbour Mixer - {heading(sheet)}</title>" in page for page in found)
    assert all(f'<html lang="{either_language}">' in page for page in found)


@pytest.mark.parametrize("sheet", sorted({*SHEETS} - {"tables"}))
def test_everybody_has_the_number_of_the_board_on_every_sheet(sheet: str) -> None:
    event = an_evening(21)
    numbers = RosterIndex(event).numbers

    said = words(render(sheet, event))

    for person in event.participants:
        number, name = numbers[person.key], person.name
        assert re.search(rf"\b{number} (Reading\d+ |Harbour Mixer |\W )*{name}", said), name


@pytest.mark.parametrize("sheet", ["list", "reception", "badges", "cards", "memo", "pitch"])
def test_people_stand_in_the_order_of_the_board(sheet: str) -> None:
    event = planned(read_event(JAPANESE))
    board = room_of(RosterIndex(event), Run("move", 1)).board
    by_board = [line.name for line in sorted_lines(board)]

    said = words(render(sheet, event))

    places = {name: said.index(name) for name in by_board}
    assert sorted(places, key=lambda name: places[name]) == by_board


def test_a_card_tells_the_places_of_the_plan() -> None:
    event = an_evening(6)
    key = event.participants[2].key
    places = [
        f"Round {round_.number} table {two.table}, seat {'AB'[two.people.index(key)]}"
        for round_ in event.plan
        for two in round_.pairings
        if key in two.people
    ]

    said = words(render("cards", event))

    card = said[said.index("Name003") : said.index("Name004")]
    assert [place for place in places if place not in card] == []


def test_a_card_says_who_listens_first() -> None:
    event = an_evening(2, rounds=1)
    listens = event.plan[0].pairings[0].people["AB".index(event.plan[0].listens_first)]

    said = words(render("cards", event))

    first, second = said.split("Name002")
    assert ("you listen first" in first) == (listens == event.participants[0].key)
    assert ("you listen first" in second) == (listens == event.participants[1].key)


def test_a_card_marks_the_round_with_somebody_who_can_help() -> None:
    event = an_evening(4, rounds=1)
    one = event.participants[0]
    two = next(pairing.people for pairing in event.plan[0].pairings if one.key in pairing.people)
    other = next(key for key in two if key != one.key)
    event = event.with_(
        participants=tuple(
            person.with_(seeks="pumps", offers="")
            if person is one
            else person.with_(offers="Pumps" if person.key == other else "", seeks="")
            for person in event.participants
        )
    )

    said = words(render("cards", event))

    assert said.count("you can help each other") == 2


def test_nothing_of_halves_is_on_a_card_where_both_talk_all_the_time() -> None:
    said = words(render("cards", an_evening(6, listen_first=False)))

    assert "listen" not in said


def test_the_plan_shows_every_pairing_by_table_and_by_person() -> None:
    event = an_evening(7, odd="rest")
    roster = RosterIndex(event)

    said = words(render("plan", event))

    for round_ in event.plan:
        for two in round_.pairings:
            a, b = (f"{roster.numbers[key]} {roster.names[key]}" for key in two.people)
            assert f"{two.table} A {a} B {b}" in said
        assert f"Rests: {roster.numbers[round_.resting[0]]} " in said
    assert "Round 3 18:58" not in said.split("Round 3")[0]
    assert re.search(r"Round 3 \d\d:\d\d", said)


def test_whoever_does_not_come_is_on_no_sheet() -> None:
    event = an_evening(6)
    gone = event.participants[3]
    event = event.with_(attendance=(Attendance(person=gone.key, state="absent", at=START),))

    for sheet in ("list", "reception", "badges", "cards", "memo", "pitch"):
        assert gone.name not in words(render(sheet, event)), sheet


def test_a_helper_without_a_seat_has_a_badge_and_no_memo_sheet() -> None:
    event = an_evening(6)
    helper = event.participants[0].with_(name="Helen Helper", staff=True)
    event = planned(event.with_(participants=(*event.participants, helper), plan=()))

    found = {sheet for sheet in SHEETS if "Helen Helper" in words(render(sheet, event))}

    assert found == {"reception", "badges"}


def test_no_note_and_no_contact_is_ever_printed() -> None:
    event = begin_round(an_evening(6), 1, START)
    by, about = event.rounds[0].pairings[0].people
    note = Note(round=1, by=by, about=about, at=START, text="SECRET", can_do="SECRET")
    event = event.with_(notes=(note,))

    for sheet in SHEETS:
        page = render(sheet, event)
        assert "SECRET" not in page
        assert "example.com" not in page


@pytest.mark.parametrize("sheet", SHEETS)
def test_hostile_names_are_plain_text_on_every_sheet(sheet: str, tmp_path: Path) -> None:
    event = planned(read_event(event_file(tmp_path)))

    page = render(sheet, event)

    said, tags = words_and_tags(page)
    assert tags <= OURS
    assert not re.search(
        r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff]", page
    )
    if sheet != "tables":
        assert shown(TEXTS["template"]) in said


def test_a_name_that_is_a_script_does_nothing() -> None:
    name = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    event = an_evening(4)
    event = event.with_(participants=(event.participants[0].with_(name=name, id="1"),))

    for sheet in ("list", "badges", "reception"):
        said, tags = words_and_tags(render(sheet, event))
        assert name in said
        assert tags <= OURS


def test_a_page_needs_nothing_from_anywhere() -> None:
    for sheet in SHEETS:
        page = render(sheet, an_evening(5))
        assert not re.search(r"https?:|url\(|<link|<script|@import", page)
        assert "default-src 'none'" in page


def test_a_remark_of_the_host_is_on_the_check_in_sheet_alone() -> None:
    event = an_evening(3, rounds=1)
    first = event.participants[0].with_(remark="allergic to nuts")
    event = event.with_(participants=(first, *event.participants[1:]))

    found = {sheet for sheet in SHEETS if "allergic to nuts" in render(sheet, event)}

    assert found == {"reception"}


def test_a_memo_sheet_asks_in_the_order_in_which_the_notes_are_typed_in() -> None:
    keys = [key for _label, options in memo_choices.rows() for key, _words in options]

    assert keys == [*KEYS]
    assert [line for line in LINES if line != "text"] == ["purpose", "can_do"]


def test_a_memo_sheet_has_a_block_for_every_round_in_their_order() -> None:
    said = words(render("memo", an_evening(4)))

    blocks = re.findall(r"Round (\d) partner's number Their purpose What I can do", said)
    assert blocks == ["1", "2", "3"] * 6  # two sheets for walk-ins


def test_every_table_of_the_plan_has_a_sign() -> None:
    event = an_evening(6, tables=["Window", "Bar", "3", "4"])

    said = words(render("tables", event))

    assert re.findall(r"Table (\w+) seat A seat B", said) == ["Window", "Bar", "3", "4"]


@pytest.mark.parametrize("sheet", ["cards", "tables"])
def test_the_qr_code_for_phones_is_printed_where_they_can_join(sheet: str) -> None:
    event = an_evening(4)
    join = JoinByPhone(address="192.168.1.24:8765", code="K7QX2M9D")

    assert "<img" not in render(sheet, event)
    assert f'src="{qr_picture(join.url)}"' in render(sheet, event, join=join)


def test_a_table_sign_says_address_and_code_for_those_who_cannot_scan() -> None:
    join = JoinByPhone(address="192.168.1.24:8765", code="K7QX2M9D")

    said = words(render("tables", an_evening(4), join=join))

    assert "Join with your phone 192.168.1.24:8765 Code K7QX 2M9D" in said


def test_an_introduction_that_was_sent_in_stands_there_with_its_length() -> None:
    event = an_evening(2, rounds=1)
    event = event.with_(
        participants=tuple(
            person.with_(pitch="I help harbours.\nThey save water.")
            for person in event.participants
        )
    )

    assert "So far (6 words): I help harbours. They save water." in words(render("pitch", event))


def test_a_japanese_text_is_counted_in_characters_and_any_other_in_words() -> None:
    with using("ja"):
        found = [length_in_words("わたしは 花屋です。"), length_in_words("I sell flowers.")]

    assert found == ["9字", "3語"]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("packaging, brand books", "packaging"),
        ("飲食店・美容室のオーナー", "飲食店"),
        ("sensor know-how", "sensor know-how"),
        ("", ""),
        ("、、", ""),
    ],
)
def test_a_badge_names_the_first_thing_of_a_line(line: str, first: str) -> None:
    assert topic(line) == first


def test_pages_are_filled_evenly() -> None:
    assert [len(page) for page in pages(range(8), 7)] == [4, 4]
    assert [len(page) for page in pages(range(7), 7)] == [7]
    assert [*pages([0][:0], 7)] == [[]]


def test_an_evening_that_nobody_comes_to_can_be_printed() -> None:
    event = Event.checked({"event": {"title": "Empty"}, "participants": []})

    for sheet in SHEETS:
        assert "Empty" in render(sheet, event)
    assert evening(event).tables == ()
