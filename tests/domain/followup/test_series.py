from __future__ import annotations

from rounds.domain.event import Event
from rounds.domain.followup.series import Series
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import with_notes


def an_evening(*pairs: tuple[str, str], earlier: tuple[Event, ...] = (), **avoid: str) -> Event:
    """Return an evening of one round in which these pairs sat together."""
    names = [name for two in pairs for name in two]
    return Event.checked(
        {
            "event": {"title": "Chapter"},
            "participants": [
                {
                    "name": name,
                    "industry": {"Ann": "finance", "Ben": "design"}.get(name, "health"),
                    "avoid": [avoid[name]] if name in avoid else [],
                }
                for name in names
            ],
            "rounds": [
                {
                    "number": 1,
                    "started_at": "2026-05-14T18:30:00+09:00",
                    "ended_at": "2026-05-14T18:38:00+09:00",
                    "pairings": [
                        {"table": table, "people": list(two)} for table, two in enumerate(pairs, 1)
                    ],
                }
            ],
        }
    ).with_(earlier=earlier)


def test_an_evening_is_counted_as_it_was_held() -> None:
    (evening,) = Series([an_evening_held()]).evenings

    assert evening.people == 5
    assert evening.pairings == 2  # one was broken off early, and to one nobody came
    assert evening.again == 0


def test_only_mutual_wishes_are_counted() -> None:
    note = {"by": "Chloé", "about": "Emi", "again": True}
    back = {"by": "Emi", "about": "Chloé", "again": True}
    event = an_evening_held().with_(notes=())

    counts = [
        Series([with_notes(event, *notes)]).evenings[0].again for notes in ([note], [note, back])
    ]

    assert counts == [0, 1]


def test_who_met_before_is_no_new_acquaintance() -> None:
    march = an_evening(("Ann", "Ben"), ("Tom", "Eva"))
    april = an_evening(("Ann", "Ben"), ("Tom", "Zoe"))

    assert [each.acquaintances for each in Series([march, april]).evenings] == [2, 1]


def test_earlier_events_that_an_evening_names_count_as_well() -> None:
    march = an_evening(("Ann", "Ben"))
    april = an_evening(("Ann", "Ben"), ("Tom", "Zoe"), earlier=(march,))

    series = Series([april])

    assert series.evenings[0].acquaintances == 1
    assert [one.evenings for one in series.people] == [1, 1, 1, 1]


def test_people_are_recognised_however_their_names_are_spelled() -> None:
    series = Series([an_evening(("Ann", "Ben")), an_evening(("ＡＮＮ", "Tom"))])

    (often, *others) = series.people
    assert (often.profile.name, often.evenings, often.met) == ("ＡＮＮ", 2, 2)
    assert [one.evenings for one in others] == [1, 1]


def test_who_is_still_to_meet_was_at_any_evening_and_is_not_kept_apart() -> None:
    series = Series(
        [an_evening(("Ann", "Ben")), an_evening(("Ann", "Tom"), ("Eva", "Zoe"), Eva="Ann")]
    )

    still = {one.profile.name: [*map(series.name, one.to_meet)] for one in series.people}

    assert still["Ann"] == ["Zoe"]
    assert still["Ben"] == ["Tom", "Eva", "Zoe"]
    assert still["Eva"] == ["Ben", "Tom"]


def test_the_industries_that_somebody_met_are_others_than_the_own_one() -> None:
    (evening,) = Series([an_evening(("Ann", "Ben"), ("Tom", "Eva"))]).evenings

    assert evening.industries == 3
    assert evening.industries_met == 0.5  # Ann and Ben one each, Tom and Eva none
