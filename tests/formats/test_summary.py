from __future__ import annotations

from time import process_time

from rounds.domain.followup.series import Series
from rounds.formats.summary import as_text
from rounds.i18n import using
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import an_evening_with_notes


def test_one_evening_is_summed_up_in_five_lines() -> None:
    assert as_text(Series([an_evening_with_notes(6)])).splitlines() == [
        "Harbour Mixer, Thursday, 14 May 2026, Harbour Hall",
        "  6 people came",
        "  9 pairings held",
        "  9 new acquaintances",
        "  1 pair in which both would like to talk again",
    ]


def test_who_met_again_in_a_rematch_round_is_no_new_acquaintance() -> None:
    event = an_evening_with_notes(6)
    first = event.rounds[0]
    again = first.with_(number=9, pairings=first.pairings[:2])

    lines = as_text(Series([event.with_(rounds=(*event.rounds, again))])).splitlines()

    assert lines[2:5] == [
        "  11 pairings held",
        "  2 of them met again in a rematch round",
        "  9 new acquaintances",
    ]


def test_several_evenings_are_summed_up_together() -> None:
    text = as_text(Series([an_evening_with_notes(6), an_evening_with_notes(8)]))

    together = text.split("All evenings together\n")[1].splitlines()
    assert together[:3] == ["  8 people came", "  6 came to 2 evenings", "  2 came to 1 evening"]


def test_the_summary_that_is_sent_around_names_nobody() -> None:
    event = an_evening_with_notes(8)

    text = as_text(Series([event, event]))

    assert not [person.name for person in event.participants if person.name in text]


def test_where_people_are_asked_for_everybody_reads_whom_they_have_not_met() -> None:
    text = as_text(Series([an_evening_held()]), people=True)

    assert "Ben O'Neill  evenings: 1  met: 1  still to meet: 3\n      Chloé, Dmitri, Emi" in text


def test_an_evening_to_come_is_said_to_be_one() -> None:
    event = an_evening_held().with_(rounds=(), notes=())

    assert "not held yet" in as_text(Series([event]))


def test_the_summary_is_in_the_language_of_the_evening() -> None:
    with using("ja"):
        text = as_text(Series([an_evening_with_notes(6)]), people=True)

    assert "会話の組：9組" in text
    assert "まだ話していない方" in text


def test_ten_evenings_of_sixty_take_less_than_two_seconds_of_the_processor() -> None:
    event = an_evening_with_notes(60)
    began = process_time()

    as_text(Series([event] * 10), people=True)

    assert process_time() - began < 2
