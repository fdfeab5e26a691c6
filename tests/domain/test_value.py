"""Values made of tables, and tables of values."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from rounds.domain.event import Event, Note, Pairing, Participant, Round, Settings, WalkIn
from rounds.domain.invalid import Invalid

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


def told(data: Any) -> list[tuple[Any, str, str]]:
    with pytest.raises(Invalid) as caught:
        Event.checked(data)
    return [(fault.place, fault.kind, str(fault.said)) for fault in caught.value.faults]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    assert told(
        {
            "event": {"titel": "Mixer", "rounds": 0},
            "participants": [{"name": "Ann"}, {"name": ""}, "Ben"],
        }
    ) == [
        (("event", "rounds"), "value", "must be 1 or more"),
        (("event", "title"), "missing", "missing"),
        (("event", "titel"), "unknown", "not a setting"),
        (("participants", 1, "name"), "value", "must not be empty"),
        (("participants", 2), "type", "must be a table"),
    ]


def test_what_is_no_table_at_all_is_told() -> None:
    assert told([]) == [((), "type", "must be a table")]
    assert told({"event": {"title": "Mixer"}, "participants": {"name": "Ann"}}) == [
        (("participants",), "type", "must be a list of people")
    ]


def test_what_another_version_wrote_into_the_record_is_kept() -> None:
    data = {
        "number": 1,
        "weather": "rain",
        "carried": "a key of theirs",
        "pairings": [{"table": 1, "people": ["Ann", "Ben"], "mood": 5}],
    }

    found = Round.checked(data)

    assert found.with_(resting=("Cem",)).data(whole=False) == {**data, "resting": ["Cem"]}


def test_an_entry_that_differs_only_in_what_another_version_wrote_is_another_one() -> None:
    one, other = (
        Pairing.checked({"table": 1, "people": ["Ann", "Ben"], "mood": mood}) for mood in (5, 6)
    )

    assert one != other
    assert len({one, other}) == 2


def test_only_what_differs_from_its_default_is_written() -> None:
    settings = Settings(title="Mixer", rounds=3, prompts={})

    assert settings.data(whole=False) == {"title": "Mixer", "rounds": 3}
    assert settings.data()["round_minutes"] == 8


def test_a_moment_that_is_missing_is_told() -> None:
    data = {"event": {"title": "Mixer"}, "kept_apart": [{"people": ["Ann", "Ben"]}]}

    assert told(data) == [(("kept_apart", 0, "at"), "missing", "missing")]


def test_what_is_made_of_a_value_can_be_changed_without_changing_the_value() -> None:
    found = Pairing.checked({"table": 1, "people": ["Ann", "Ben"], "moods": [{"Ann": [5]}]})

    found.data()["moods"][0]["Ann"].append(6)

    assert found.carried == {"moods": [{"Ann": [5]}]}


def test_a_list_of_names_has_no_empty_ones() -> None:
    people = [{"name": "Ann", "avoid": ["Ben", " "], "wishes": [""]}]
    data = {"event": {"title": "Mixer", "earlier_events": [""]}, "participants": people}

    assert [place for place, _kind, _said in told(data)] == [
        ("event", "earlier_events", 0),
        ("participants", 0, "avoid", 1),
        ("participants", 0, "wishes", 0),
    ]


def test_a_pitch_keeps_its_lines_and_blanks() -> None:
    assert Participant.checked({"name": "Ann", "pitch": " I build.\n"}).pitch == " I build.\n"


def test_a_note_goes_through_json_and_back() -> None:
    note = Note(round=1, by="Ann", about="Ben", at=NOON, reply="by", reply_by=NOON.date())

    assert Note.checked(json.loads(json.dumps(note.data(), default=str))) == note


def test_what_was_worked_out_before_does_not_outlive_a_change() -> None:
    event = Event(settings=Settings(title="Mixer", rounds=3))
    assert event.in_force.rounds == 3

    assert event.with_(settings=event.settings.with_(rounds=5)).in_force.rounds == 5


def test_a_walk_in_is_a_participant_who_may_bring_more() -> None:
    found = WalkIn.checked({"name": "Tom", "joined_at": NOON, "badge": 7})

    assert isinstance(found, Participant)
    assert found.data(whole=False) == {"name": "Tom", "joined_at": NOON, "badge": 7}


def test_a_value_is_let_in_as_it_is() -> None:
    ann = Participant(name="Ann")

    assert (
        Event.checked({"event": {"title": "Mixer"}, "participants": [ann]}).participants[0] is ann
    )


def test_earlier_events_are_no_part_of_the_file() -> None:
    event = Event(settings=Settings(title="Mixer"))

    assert "earlier" not in event.with_(earlier=(event,)).data()
    assert told({"event": {"title": "Mixer"}, "earlier": []}) == [
        (("earlier",), "unknown", "not a setting")
    ]
