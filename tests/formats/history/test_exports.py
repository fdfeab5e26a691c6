from __future__ import annotations

import csv
import io
import json
import tomllib

import pytest

from rounds.domain.event import Event, Note
from rounds.formats import EXPORTS
from rounds.formats.history.rows import history, notes_of, own_part
from rounds.i18n import using
from tests.formats.evenings_held import an_evening_held


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_only_a_round_that_is_over_counts_as_held() -> None:
    statuses = [met.status for met in history(an_evening_held())]

    assert statuses == ["held", "short", "planned", "no-show", "planned"]


def test_the_minutes_are_those_that_were_really_talked() -> None:
    minutes = [met.minutes for met in history(an_evening_held())]

    assert minutes == [8.0, 2.5, None, 0.0, None]


@pytest.mark.parametrize("name", EXPORTS)
def test_no_note_leaves_the_event_unless_it_is_handed_over(name: str) -> None:
    text = EXPORTS[name].render(an_evening_held(), ())

    assert "SECRET" not in text
    assert "someday" not in text


@pytest.mark.parametrize("name", EXPORTS)
def test_one_persons_notes_bring_no_others(name: str) -> None:
    event = an_evening_held()

    text = EXPORTS[name].render(event, notes_of(event, "Aiko Tanaka"))

    assert "SECRET of Aiko" in text
    assert "SECRET of Ben" not in text


@pytest.mark.parametrize("name", EXPORTS)
def test_who_is_kept_apart_and_how_to_reach_them_never_leaves_the_event(name: str) -> None:
    event = an_evening_held()

    text = EXPORTS[name].render(event, notes_of(event))

    assert "ben@example.org" not in text
    assert "avoid" not in text


def test_the_history_to_read_tells_the_day_as_people_say_it() -> None:
    text = EXPORTS["markdown"].render(an_evening_held(), ())

    assert "Thursday, 14 May 2026" in text


def test_a_spreadsheet_gets_every_cell_quoted_and_no_formula() -> None:
    event = an_evening_held()

    text = EXPORTS["csv"].render(event, notes_of(event))

    assert all(line.startswith('"') and line.endswith('"') for line in text.split("\r\n")[:-1])
    assert "'=SECRET of Aiko" in text
    assert EXPORTS["csv"].encoding == "utf-8-sig"


def test_a_spreadsheet_has_one_row_per_pairing() -> None:
    found = rows(EXPORTS["csv"].render(an_evening_held(), ()))

    assert found[0] == {
        "round": "1",
        "table": "1",
        "seat A": "Aiko Tanaka",
        "seat B": "Ben O'Neill",
        "seat C": "",
        "listened first": "Ben O'Neill",
        "start": "2026-05-14 18:30:00",
        "end": "2026-05-14 18:38:00",
        "minutes": "8",
        "status": "held",
        "met again": "",
    }
    assert [row["seat C"] for row in found] == ["", "", "", "", "Emi"]


def with_a_rematch() -> Event:
    """Return an evening in which two of the first round sat together again."""
    event = an_evening_held()
    first = event.rounds[0]
    again = first.with_(number=3, pairings=first.pairings[:1], resting=())
    return event.with_(rounds=(*event.rounds, again), plan=())


def test_who_met_again_is_told_in_the_row_of_the_rematch_round_alone() -> None:
    event = with_a_rematch()

    found = rows(EXPORTS["csv"].render(event, ()))
    data = json.loads(EXPORTS["json"].render(event, ()))["pairings"]
    text = EXPORTS["markdown"].render(event, ())

    assert [row["met again"] for row in found] == ["", "", "", "", "yes"]
    assert [pairing["again"] for pairing in data] == [False, False, False, False, True]
    assert text.count("held, met again") == 1


def test_where_nobody_listens_first_nobody_is_said_to() -> None:
    found = rows(EXPORTS["csv"].render(an_evening_held(listen_first=False), ()))

    assert {row["listened first"] for row in found} == {""}


def test_a_note_stands_beside_its_pairing() -> None:
    event = an_evening_held()

    found = rows(EXPORTS["csv"].render(event, notes_of(event)))

    beside = [(row["seat A"], row["note by"], row["next step"]) for row in found if row["note by"]]
    assert beside == [("Aiko Tanaka", "Aiko Tanaka", "mail"), ("Aiko Tanaka", "Ben O'Neill", "")]


def test_other_programs_get_keys_and_moments() -> None:
    found = json.loads(EXPORTS["json"].render(an_evening_held(), ()))

    assert found["pairings"][1] == {
        "round": 1,
        "table": 2,
        "seat_a": "Chloé",
        "seat_b": "Emi",
        "seat_c": None,
        "listened_first": "Emi",
        "start": "2026-05-14T18:30:00+09:00",
        "end": "2026-05-14T18:38:00+09:00",
        "minutes": 2.5,
        "status": "short",
        "again": False,
    }
    assert found["resting"][0] == {"round": 1, "people": ["Dmitri"]}
    assert "notes" not in found


def the_first_note(**more: object) -> dict[str, object]:
    """The first note as other programs get it, with what another version wrote into it."""
    event = an_evening_held()
    note = Note.checked({**event.notes[0].data(), **more})

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    found = json.loads(EXPORTS["json"].render(event, (note,)), parse_constant=refuse)
    return dict(found["notes"][0])


def test_the_time_of_a_note_has_its_offset_and_a_day_is_plain() -> None:
    note = the_first_note()

    assert note["at"] == "2026-05-14T18:36:02+09:00"
    assert note["next_step_on"] == "2026-05-15"


def test_what_another_version_wrote_into_a_note_is_exported_whatever_it_is() -> None:
    later = tomllib.loads(
        """
        day = 2026-05-15
        hour = 18:30:00
        moment = 2026-05-15T18:30:00+09:00
        local = 2026-05-15T18:30:00
        endless = [inf, -inf, nan, 1.5]
        within = {day = 2026-05-15, more = [{least = -inf}]}
        """
    )

    note = the_first_note(**later)

    assert {name: note[name] for name in later} == {
        "day": "2026-05-15",
        "hour": "18:30:00",
        "moment": "2026-05-15T18:30:00+09:00",
        "local": "2026-05-15T18:30:00",
        "endless": ["inf", "-inf", "nan", 1.5],
        "within": {"day": "2026-05-15", "more": [{"least": "-inf"}]},
    }


def test_markdown_shows_what_was_typed_and_takes_none_of_it_for_markup() -> None:
    event = an_evening_held(title="*Mixer* <b>| [x](y)")

    text = EXPORTS["markdown"].render(event, notes_of(event))

    assert text.startswith("# \\*Mixer\\* \\<b\\>\\| \\[x\\](y)\n")
    assert "| 2 | Chloé | Emi | Emi | 18:30 | 18:38 | 2.5 | short |" in text


def test_headings_are_in_the_language_of_the_evening() -> None:
    with using("ja"):
        text = EXPORTS["csv"].render(an_evening_held(), ())

    assert text.startswith('"ラウンド","テーブル","A席","B席","C席","先に聞いた人"')
    assert '"途中まで"' in text


@pytest.mark.parametrize("name", EXPORTS)
def test_somebody_who_is_on_the_roster_no_more_stays_in_the_history(name: str) -> None:
    event = an_evening_held()
    without = event.with_(participants=event.participants[:3])

    assert "Dmitri" in EXPORTS[name].render(without, notes_of(without))


@pytest.mark.parametrize("name", EXPORTS)
def test_one_persons_part_names_only_those_they_sat_with(name: str) -> None:
    part = own_part(an_evening_held(), "Ben O'Neill")

    text = EXPORTS[name].render(part, notes_of(part))

    assert "SECRET of Ben" in text
    assert "Aiko Tanaka" in text
    assert "Emi" in text  # sat down at Ben's table, where it did not come to a talk
    assert not [word for word in ("Chloé", "Dmitri", "SECRET of Aiko") if word in text]


def test_where_people_are_asked_for_each_seat_has_company_industry_and_purpose() -> None:
    found = rows(EXPORTS["csv"].render(an_evening_held(), (), people=True))

    assert found[0]["seat A: company"] == "Kitanomori"
    assert found[0]["seat A: industry"] == "hardware"
    assert found[0]["seat B: company"] == "Tidewater"
    assert found[4]["seat B: company"] == "'=2+3"
    assert {len(row) for row in found} == {20}


def test_with_notes_and_people_every_row_has_every_cell() -> None:
    event = an_evening_held()

    text = EXPORTS["csv"].render(event, notes_of(event), people=True)

    assert {len(row) for row in csv.reader(io.StringIO(text, newline=""))} == {31}


def test_other_programs_and_readers_get_the_people_too() -> None:
    event = an_evening_held()

    data = json.loads(EXPORTS["json"].render(event, (), people=True))
    text = EXPORTS["markdown"].render(event, (), people=True)

    assert data["profiles"]["Aiko Tanaka"] == {
        "company": "Kitanomori",
        "industry": "hardware",
        "purpose": "",
    }
    assert "| Aiko Tanaka | Kitanomori | hardware |  |" in text
    assert "ben@example.org" not in text + json.dumps(data)
