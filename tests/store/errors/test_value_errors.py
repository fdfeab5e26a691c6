"""What a host is told about wrong values: every fault at once, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from rounds.domain.event import Event, Participant, Settings
from rounds.i18n import say, using
from rounds.store.errors.finding import Finding, KeyPath
from rounds.store.errors.other_words import OF_A_PERSON, OF_THE_EVENING
from rounds.store.errors.value_errors import UNFORESEEN, findings

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
TODAY = date(2026, 5, 14)

WHOLE_EVENING: dict[str, Any] = {
    "event": {
        "title": "Mixer",
        "date": TODAY,
        "place": "Hall 3",
        "language": "ja",
        "rounds": 6,
        "round_minutes": 8,
        "introductions": 60,
        "move_seconds": 60,
        "warning_seconds": 60,
        "listen_first": True,
        "break_after": [3],
        "break_minutes": 10,
        "starts_at": "18:30",
        "ends_at": "20:00",
        "tables": ["Window", 2],
        "odd": "trio",
        "same_industry": "allow",
        "sides": ["mentor", "mentee"],
        "earlier_events": ["march.toml"],
        "prompts": {"break": ["Tea"]},
        "seed": 4,
    },
    "participants": [
        {
            "name": "Ann",
            "id": "a",
            "kana": "",
            "company": "Harbor",
            "industry": "ships",
            "purpose": "",
            "offers": "",
            "seeks": "",
            "pitch": "I build.",
            "contact": "",
            "side": "mentor",
            "avoid": ["Ben"],
            "wishes": ["Cem"],
            "table": 2,
            "from_round": 1,
            "until_round": 4,
            "staff": False,
        },
        {"name": "Ben"},
    ],
    "walk_ins": [{"name": "Tom", "joined_at": NOON, "badge": 7}],
    "attendance": [{"person": "a", "state": "here", "at": NOON}],
    "corrections": [{"person": "a", "name": "Anna", "at": NOON}],
    "kept_apart": [{"people": ["a", "Ben"], "at": NOON}],
    "pins": [{"round": 2, "people": ["a", "Ben"], "at": NOON}],
    "changes": [
        {
            "at": NOON,
            "rounds": 5,
            "round_minutes": 7,
            "break_after": [2],
            "language": "en",
            "tables": 8,
        }
    ],
    "plan": [
        {
            "number": 2,
            "pairings": [{"table": 1, "people": ["a", "Ben"]}],
            "resting": ["Tom"],
        }
    ],
    "rounds": [
        {
            "number": 1,
            "started_at": NOON,
            "ended_at": NOON,
            "minutes": 7.5,
            "listens_first": "A",
            "pairings": [
                {
                    "table": "Window",
                    "people": ["a", "Ben", "Tom"],
                    "held": "short",
                    "minutes": 3,
                    "since": 1,
                }
            ],
        }
    ],
    "clock": [
        {
            "phase": "talk",
            "round": 1,
            "seconds": 480,
            "ends_at": NOON,
            "left": 3.5,
            "skipped": 0,
            "second": 240,
            "at": NOON,
        }
    ],
    "notes": [
        {
            "round": 1,
            "by": "a",
            "about": "Ben",
            "at": NOON,
            "text": "",
            "purpose": "",
            "can_do": "",
            "stage": "now",
            "reply": "by",
            "reply_by": TODAY,
            "next_step": "mail",
            "next_step_on": TODAY,
            "done_on": TODAY,
            "answered_on": TODAY,
            "again": True,
        }
    ],
    "introductions": [
        {
            "people": ["a", "Ben"],
            "by": "",
            "noted_on": TODAY,
            "purpose": "Ben builds what Ann needs.",
            "gains": ["a pump", "a customer"],
            "certainty": "proposal",
            "minutes": 30,
            "answers": [
                {"person": "a", "answer": "yes", "asked_on": TODAY, "answered_on": TODAY},
                {"person": "Ben", "answer": "asked", "asked_on": TODAY},
            ],
            "introduced_on": TODAY,
        }
    ],
    "referrals": [
        {
            "giver": "a",
            "receiver": "Ben",
            "client": "a bakery",
            "given_on": TODAY,
            "state": "lost",
            "reason": "other: moved abroad",
            "reports": [TODAY],
            "next_report_on": TODAY,
            "thanked_on": TODAY,
        }
    ],
    "greeted": [{"person": "a", "at": NOON}],
}
"""A document with every key that an event file may have."""


def found(doc: dict[str, Any]) -> list[Finding]:
    """Return what is found in a document, nothing where it is an event."""
    try:
        Event.checked(doc)
    except ValidationError as wrong:
        return findings(wrong, doc)
    return []


def told(doc: dict[str, Any]) -> list[tuple[KeyPath, str]]:
    return [(place, str(said)) for place, said, _hint in found(doc)]


def places(value: Any, place: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield every place in a document."""
    if place:
        yield place
    if isinstance(value, dict | list):
        for part, inside in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inside, (*place, part))


def with_value(place: KeyPath, value: Any) -> dict[str, Any]:
    """Return the whole evening with another value at a place."""
    doc = deepcopy(WHOLE_EVENING)
    within: Any = doc
    for part in place[:-1]:
        within = within[part]
    within[place[-1]] = value
    return doc


def test_a_document_with_every_key_is_an_event() -> None:
    known = {name for name in Event.model_fields if name not in {"settings", "earlier"}}

    assert found(WHOLE_EVENING) == []
    assert WHOLE_EVENING.keys() == {"event", *known}


def test_every_fault_of_a_file_is_told_at_once() -> None:
    assert told(
        {
            "event": {"titel": "Mixer", "rounds": 0},
            "participants": [{"name": "Ann"}, {"name": ""}, "Ben"],
        }
    ) == [
        (("event", "title"), "missing"),
        (("event", "rounds"), "must be 1 or more"),
        (("event", "titel"), "not a setting"),
        (("participants", 1, "name"), "must not be empty"),
        (("participants", 2), "must be a table"),
    ]


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        (("participants", 0, "reading"), "kana"),
        (("participants", 0, "Email"), "contact"),
        (("participants", 0, "looking_for"), "seeks"),
        (("participants", 0, "note"), "remark"),
        (("event", "venue"), "place"),
        (("event", "minutes"), "round_minutes"),
        (("event", "start"), "starts_at"),
        (("event", "rouns"), "rounds"),
    ],
)
def test_a_setting_with_another_name_here_is_answered_with_that_name(
    place: KeyPath, meant: str
) -> None:
    person = {"name": "Ann"} | ({str(place[-1]): "x"} if place[0] == "participants" else {})
    settings = {"title": "Mixer"} | ({str(place[-1]): "x"} if place[0] == "event" else {})
    (finding,) = found({"event": settings, "participants": [person]})

    assert finding[0] == place
    assert finding[2] is not None
    assert say(finding[2]) == f"did you mean {meant}?"


def test_every_word_that_is_proposed_is_a_setting() -> None:
    assert OF_THE_EVENING.keys() <= Settings.model_fields.keys()
    assert OF_A_PERSON.keys() <= Participant.model_fields.keys()
    words = " ".join([*OF_THE_EVENING.values()]).split()
    assert not {*words} & Settings.model_fields.keys()
    words = " ".join([*OF_A_PERSON.values()]).split()
    assert not {*words} & Participant.model_fields.keys()


MOMENT = "must be a time with its offset, for example +09:00"
CLOCK_TIME = 'must be a time in quotes, for example "18:30"'
SIDES = 'must be two names, for example ["mentor", "mentee"]'
LABELS = "must be a number, or a list of labels"
TOGETHER = "must be two people, or three"


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        (("event",), 5, "must be a table"),
        (("event", "title"), 5, 'must be text in quotes: "..."'),
        (("event", "title"), " ", "must not be empty"),
        (("event", "title"), "\ud800", 'must be text in quotes: "..."'),
        (("event", "place"), "x" * 10_001, "is too long: at most 10000 characters"),
        (("event", "date"), NOON, "must be a date, for example 2026-05-14"),
        (("event", "date"), "2026-02-30", "must be a date, for example 2026-05-14"),
        (("event", "rounds"), True, "must be a whole number"),
        (("event", "rounds"), 2.5, "must be a whole number"),
        (("event", "rounds"), 41, "must be 40 or less"),
        (("event", "move_seconds"), 301, "must be 300 or less"),
        (("event", "break_minutes"), True, "must be a number"),
        (("event", "break_minutes"), float("nan"), "must be a number"),
        (("event", "break_minutes"), 0.5, "must be 1 or more"),
        (("event", "listen_first"), 2, "must be true or false"),
        (("event", "listen_first"), "perhaps", "must be true or false"),
        (("event", "starts_at"), time(18, 30), CLOCK_TIME),
        (("event", "starts_at"), "25:00", CLOCK_TIME),
        (("event", "tables"), 0, "must be 1 or more"),
        (("event", "tables"), 2001, "must be 2000 or less"),
        (("event", "tables"), True, LABELS),
        (("event", "tables"), "many", LABELS),
        (("event", "odd"), "pause", 'must be one of "rest", "trio"'),
        (("event", "odd"), [], 'must be one of "rest", "trio"'),
        (("event", "sides"), ["mentor"], SIDES),
        (("event", "sides"), ["a", "b", "c"], SIDES),
        (("event", "sides"), [], SIDES),
        (("event", "sides"), "mentor", SIDES),
        (("event", "break_after"), 3, "must be a list of rounds, for example [3]"),
        (("event", "prompts"), ["Tea"], "must be a table"),
        (("participants",), {"name": "Ann"}, "must be a list of people"),
        (("participants", 0, "table"), 0, "must be 1 or more"),
        (("participants", 0, "table"), 100_000, "must be 99999 or less"),
        (("participants", 0, "table"), "", "must not be empty"),
        (("participants", 0, "table"), True, "must be a number or a label"),
        (("attendance", 0, "at"), NOON.replace(tzinfo=None), MOMENT),
        (("attendance", 0, "state"), "home", 'must be one of "expected", "here", "absent", "left"'),
        (("clock", 0, "ends_at"), "18:30", MOMENT),
        (("kept_apart", 0, "people"), ["a"], "must be two people"),
        (("kept_apart", 0, "people"), "a", "must be two people"),
        (("changes", 0, "tables"), "many", LABELS),
        (("plan",), 5, 'must be a list: ["...", "..."]'),
        (("plan", 0, "pairings", 0, "people"), ["a"], TOGETHER),
        (("plan", 0, "pairings", 0, "people"), ["a", "b", "c", "d"], TOGETHER),
        (("plan", 0, "pairings", 0, "people"), "Ann", TOGETHER),
    ],
)
def test_a_host_is_told_what_a_wrong_value_must_be(place: KeyPath, value: Any, words: str) -> None:
    assert told(with_value(place, value)) == [(place, words)]


@pytest.mark.parametrize(
    ("place", "value", "expected"),
    [
        (
            ("event", "tables"),
            ["Window", True, "", 0],
            [
                ((1,), "must be a number or a label"),
                ((2,), "must not be empty"),
                ((3,), "must be 1 or more"),
            ],
        ),
        (
            ("event", "prompts"),
            {"break": ["Tea", 5]},
            [(("break", 1), 'must be text in quotes: "..."')],
        ),
        (
            ("plan", 0, "pairings", 0, "people"),
            ["a", 5],
            [((1,), 'must be text in quotes: "..."')],
        ),
        (
            ("participants", 0, "avoid"),
            ["Ben", " "],
            [((1,), "must not be empty")],
        ),
    ],
)
def test_a_host_is_told_which_entry_of_a_list_is_wrong(
    place: KeyPath, value: Any, expected: list[tuple[KeyPath, str]]
) -> None:
    assert told(with_value(place, value)) == [((*place, *at), words) for at, words in expected]


def test_a_key_that_is_missing_is_told_with_its_place() -> None:
    assert told(with_value(("kept_apart", 0), {"people": ["a", "Ben"]})) == [
        (("kept_apart", 0, "at"), "missing")
    ]


@pytest.mark.parametrize(
    ("place", "value", "hint"),
    [
        (("event", "round_minutes"), 2, "in less than 5 minutes nobody remembers anybody"),
        (("event", "round_minutes"), 12, "after 10 minutes a talk loses its focus"),
        (("event", "introductions"), 10, "0 means no introductions"),
        (("event", "round"), 5, "did you mean rounds?"),
        (("participants", 0, "nmae"), "Ann", "did you mean name?"),
        (("participants",), {"name": "Ann"}, "each person needs double brackets"),
    ],
)
def test_a_host_is_told_what_to_do_about_it(place: KeyPath, value: Any, hint: str) -> None:
    (_place, _said, said_to_do), *_more = found(with_value(place, value))

    assert str(said_to_do).startswith(hint)


def test_a_change_during_the_evening_may_make_rounds_as_short_as_it_takes() -> None:
    ((_place, said, hint),) = found(with_value(("changes", 0, "round_minutes"), 0))

    assert (str(said), hint) == ("must be 1 or more", None)


TEXTS = st.text(max_size=3) | st.sampled_from(
    ["5", "２", "6.0", "nan", "true", "18:30", "2026-05-14", "2026-05-14T12:00:00Z", "x" * 10_001]
)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-1, 50)
    | st.floats()
    | TEXTS
    | st.dates()
    | st.datetimes()
    | st.datetimes(timezones=st.timezones())
    | st.just(datetime.max.replace(tzinfo=timezone(-timedelta(hours=9))))
    | st.times(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(TEXTS, inside, max_size=4),
    max_leaves=8,
)
PLACES = st.sampled_from(sorted(places(WHOLE_EVENING), key=str))


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(PLACES, ANYTHING)
def test_whatever_a_file_holds_its_host_is_told_in_japanese(place: KeyPath, value: Any) -> None:
    is_told_in_japanese(place, value)


@pytest.mark.wide
@settings(deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(PLACES, ANYTHING)
def test_whatever_else_a_file_holds_its_host_is_told_in_japanese(
    place: KeyPath, value: Any
) -> None:
    is_told_in_japanese(place, value)


def is_told_in_japanese(place: KeyPath, value: Any) -> None:
    for _where, said, hint in found(with_value(place, value)):
        with using("ja"):
            words = [say(each) for each in (said, hint) if each is not None]

        assert said.template != UNFORESEEN.template
        assert all(not text.isascii() for text in words)


def test_introductions_and_referrals_that_are_wrong_are_told_in_plain_words() -> None:
    def wrong(kind: str, name: str, value: object) -> list[str]:
        return [said for _place, said in told(with_value((kind, 0, name), value))]

    assert wrong("introductions", "people", ["a", "Ben", "Tom"]) == ["must be two people"]
    assert wrong("introductions", "people", ["a", "a"]) == ["must be two people"]
    assert wrong("introductions", "noted_on", "soon") == ["must be a date, for example 2026-05-14"]
    assert wrong("introductions", "purpose", " ") == ["must not be empty"]
    assert wrong("introductions", "minutes", 45) == ["must be one of 15, 30, 60"]
    assert wrong("introductions", "gains", ["one"]) == [
        "must be two texts: what each of the two may gain"
    ]
    assert wrong("introductions", "certainty", "sure") == [
        'must be one of "proposal", "idea", "first_meeting"'
    ]
    assert wrong("referrals", "state", "gone") == [
        'must be one of "new", "contacted", "proposed", "won", "lost"'
    ]
    assert wrong("referrals", "reason", "moved") == [
        'must be "price", "deadline", "fit", or "other" with a word: "other: ..."'
    ]
    assert wrong("referrals", "reports", ["May"]) == ["must be a date, for example 2026-05-14"]
