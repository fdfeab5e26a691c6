"""Any text a person can type goes into the file and comes out as it was."""

from __future__ import annotations

import tempfile
import tomllib
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rounds.domain.event import RECORD, Attendance, Event, Note, Pairing, Round, WalkIn
from rounds.store.format.entries import EntryCache, as_data
from rounds.store.format.parts import MARKER_START, split
from rounds.store.reading.read import read_event
from tests.store.desk import HOST, Desk, a_round, at, host_part, note

NASTY = st.sampled_from(
    [
        '"""',
        "'''",
        '"',
        "'",
        "\\",
        "\\u0041",
        "\r\n",
        "\r",
        "\n",
        "\t",
        "\x00",
        "\x1b[2J",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\u202e",
        "\U0010ffff",
        "か\u3099",
        "é",
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "\n[[notes]]\n",
        "\n" + MARKER_START + " ========\n",
        "[/]",
        "#",
        "=",
        "{",
        "}",
        "日本語",
        "ﾊﾝｶｸ",
        "",
        " ",
        "　",
        "x" * 120,
    ]
)
TEXTS = st.lists(NASTY | st.text(max_size=8), max_size=8).map("".join)
NAMES = TEXTS.filter(lambda text: text.strip() != "")
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=ZONES)  # noqa: DTZ001 (hypothesis adds the zone)
EXTRAS = st.dictionaries(
    st.text(min_size=1, max_size=6).filter(lambda key: key not in Note.model_fields),
    st.integers(-(2**70), 2**70) | st.booleans() | TEXTS | st.lists(TEXTS | st.dates(), max_size=3),
    max_size=2,
)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    return Note.checked(
        {
            **draw(EXTRAS),
            "round": draw(st.integers(1, 40)),
            "by": draw(TEXTS),
            "about": draw(TEXTS),
            "at": draw(TIMES),
            "text": draw(TEXTS),
            "purpose": draw(TEXTS),
            "stage": draw(st.sampled_from(["now", "problem", "someday", "not_yet"])),
            "reply_by": draw(st.none() | st.dates()),
            "again": draw(st.booleans()),
        }
    )


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    pairing = st.builds(
        Pairing,
        table=st.integers(1, 2000) | NAMES,
        people=st.lists(TEXTS, min_size=2, max_size=3).map(tuple),
        held=st.sampled_from([None, "held", "short", "no-show"]),
        minutes=st.none() | st.floats(0, 60),
    )
    return Round(
        number=draw(st.integers(1, 40)),
        started_at=draw(st.none() | TIMES),
        pairings=tuple(draw(st.lists(pairing, max_size=4))),
        resting=tuple(draw(st.lists(TEXTS, max_size=2))),
    )


RECORDS = st.fixed_dictionaries(
    {
        "notes": st.lists(notes(), min_size=5, max_size=9).map(tuple),
        "rounds": st.lists(rounds(), max_size=3).map(tuple),
        "walk_ins": st.lists(
            st.builds(WalkIn, name=NAMES, joined_at=TIMES, pitch=TEXTS),
            max_size=2,
            unique_by=lambda person: person.name,
        ).map(tuple),
        "attendance": st.lists(
            st.builds(Attendance, person=TEXTS, state=st.just("here"), at=TIMES), max_size=2
        ).map(tuple),
    }
)


def there_and_back(record: dict[str, Any]) -> None:
    """Save a record and read it again: the same entries, the host's bytes untouched."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mixer.toml"
        path.write_bytes(HOST.encode())
        with closing(Desk(path)) as desk:
            desk.save(**record)

        assert path.read_bytes().startswith(HOST.encode() + b"\n" + MARKER_START.encode())
        for name in record:
            known = tomllib.loads(split(path.read_bytes()).record.decode())
            wanted = [as_data(name, entry) for entry in record[name]]
            assert known.get(name, []) == wanted
        texts = [each.text for each in record["notes"]]
        assert texts == [each.get("text", "") for each in known["notes"]]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_what_people_type_goes_there_and_back(record: dict[str, Any]) -> None:
    there_and_back(record)


@pytest.mark.slow
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RECORDS)
def test_twenty_thousand_records_go_there_and_back(record: dict[str, Any]) -> None:
    there_and_back(record)


def test_a_file_reads_as_it_was_shown_to_hosts(mixer: Path) -> None:
    desk = Desk(mixer)
    resting = a_round(1, ended_at=at(18), resting=("Tom Walker",))
    first = resting.pairings[1].with_(held="short")
    desk.save(
        walk_ins=(WalkIn(name="Tom Walker", joined_at=at(11)),),
        rounds=(resting.with_(pairings=(resting.pairings[0], first)),),
        notes=(note(1, "Ben will introduce me to the pump team in May.", stage="someday"),),
    )

    assert mixer.read_text() == HOST + (
        "\n# ======== RECORD ======== kept by Rounds: write above this line; "
        "below it, Rounds writes.\n"
        "\n[[walk_ins]]\n"
        'name = "Tom Walker"\n'
        "joined_at = 2026-05-14 18:41:00+00:00\n"
        "\n[[rounds]]\n"
        "number = 1\n"
        "started_at = 2026-05-14 18:40:00+00:00\n"
        "ended_at = 2026-05-14 18:48:00+00:00\n"
        'listens_first = "B"\n'
        "pairings = [\n"
        '    { table = 1, people = ["Aiko Tanaka", "Ben O\'Neill"] },\n'
        '    { table = 2, people = ["Chloé Martin", "Dmitri Sato"], held = "short" },\n'
        "]\n"
        'resting = ["Tom Walker"]\n'
        "\n[[notes]]\n"
        "round = 1\n"
        'by = "Aiko Tanaka"\n'
        'about = "Ben O\'Neill"\n'
        "at = 2026-05-14 18:31:00+00:00\n"
        'stage = "someday"\n'
        'text = "Ben will introduce me to the pump team in May."\n'
    )


def test_an_event_without_a_record_stays_as_it_is(mixer: Path) -> None:
    desk = Desk(mixer)
    desk.save()

    assert mixer.read_bytes() == HOST.encode()


def test_a_japanese_event_has_a_japanese_marker(mixer: Path) -> None:
    mixer.write_text(HOST.replace("rounds         = 3", 'language = "ja"'))
    Desk(mixer).add_note(note(1))

    assert "\n# ======== RECORD ======== この行より上に" in mixer.read_text()


def test_a_note_that_holds_the_marker_line_divides_nothing(mixer: Path) -> None:
    text = f"one\n{MARKER_START} ========\n[[notes]]\ntwo"
    Desk(mixer).add_note(note(1, text))
    lines = mixer.read_text().splitlines()
    mixer.write_text("\n".join(line for line in lines if not line.startswith(MARKER_START)))

    assert [each.text for each in read_event(mixer).notes] == [text]


def test_half_a_character_is_no_reason_not_to_save(mixer: Path) -> None:
    desk = Desk(mixer)
    desk.add_note(note(1).with_(text="half a \ud83d smile"))

    assert [each.text for each in read_event(mixer).notes] == ["half a \ufffd smile"]


def test_the_notes_of_a_pair_in_two_rounds_are_both_kept(mixer: Path) -> None:
    desk = Desk(mixer)
    desk.save(notes=(note(1, "first"), note(2, "second")))

    assert [each.text for each in read_event(mixer).notes] == ["first", "second"]


def test_times_lose_their_fractions(mixer: Path) -> None:
    precise = datetime(2026, 5, 14, 18, 31, 5, 999_999, tzinfo=UTC)
    Desk(mixer).add_note(note(1).with_(at=precise))

    assert read_event(mixer).notes[0].at == precise.replace(microsecond=0)


def test_a_zone_of_old_is_no_obstacle(mixer: Path) -> None:
    local = timezone(timedelta(hours=9, minutes=18, seconds=59))
    Desk(mixer).add_note(note(1).with_(at=at(1).astimezone(local)))

    assert read_event(mixer).notes[0].at == at(1)


def test_an_entry_is_put_into_text_only_once() -> None:
    event = Event.checked({"event": {"title": "Mixer"}}).with_(notes=(note(1), note(2)))
    renderer = EntryCache()
    before = renderer.entries_of(event)
    after = renderer.entries_of(event.with_(notes=(*event.notes, note(3))))

    assert all(after[key] is entry for key, entry in before.items())
    assert len(after) == sum(len(getattr(event, kind)) for kind in RECORD) + 1


def test_the_hosts_part_may_hold_anything_that_toml_allows(mixer: Path) -> None:
    host = HOST + f'pitch = """\n{MARKER_START[2:]}\n[[x]]\n# """\n# 終わり \u2028 # \n'
    mixer.write_text(host)
    Desk(mixer).add_note(note(1))

    assert host_part(mixer).startswith(host)
    assert [each.text for each in read_event(mixer).notes] == [note(1).text]
