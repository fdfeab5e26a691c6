"""Values made of tables, and tables of values."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from rounds.domain.event import Event, Note, Pairing, Participant, Round, Settings, WalkIn

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)


def test_what_another_version_wrote_into_the_record_is_kept() -> None:
    data = {
        "number": 1,
        "weather": "rain",
        "pairings": [{"table": 1, "people": ["Ann", "Ben"], "mood": 5}],
    }

    found = Round.checked(data)

    assert json.loads(json.dumps(found.with_(resting=("Cem",)).data(whole=False))) == {
        **data,
        "resting": ["Cem"],
    }


def test_an_entry_that_differs_only_in_what_another_version_wrote_is_another_one() -> None:
    one, other = (
        Pairing.checked({"table": 1, "people": ["Ann", "Ben"], "mood": mood}) for mood in (5, 6)
    )

    assert one != other
    assert len({one, other}) == 2


def test_only_what_differs_from_its_default_is_written() -> None:
    note = Note(round=1, by="Ann", about="Ben", at=NOON, text="Hello", stage=None)

    assert note.data(whole=False) == {
        "round": 1,
        "by": "Ann",
        "about": "Ben",
        "at": NOON,
        "text": "Hello",
    }
    assert note.data()["stage"] is None


def test_what_is_made_of_a_value_can_be_changed_without_changing_the_value() -> None:
    found = Pairing.checked({"table": 1, "people": ["Ann", "Ben"], "moods": [{"Ann": [5]}]})

    found.data()["moods"][0]["Ann"].append(6)

    assert found.data()["moods"] == [{"Ann": [5]}]


def test_what_a_change_does_not_name_stays_the_same_object() -> None:
    event = Event(
        settings=Settings(title="Mixer", prompts={"break": ("Tea",)}),
        participants=(Participant(name="Ann"), Participant(name="Ben")),
        rounds=(Round(number=1),),
    )

    changed = event.with_(rounds=())

    kept = [name for name in Event.model_fields if name != "rounds"]
    assert [name for name in kept if getattr(changed, name) is not getattr(event, name)] == []
    assert len(event.rounds) == 1


def test_a_change_of_a_field_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(TypeError, match="Round has no field rest"):
        Round(number=1).with_(rest=("Ann",))


def test_a_value_cannot_be_changed_in_place() -> None:
    with pytest.raises(ValidationError):
        Participant(name="Ann").name = "Ben"


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
