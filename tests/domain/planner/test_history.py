from __future__ import annotations

from typing import Any

import pytest

from rounds.domain.event import Event, Pairing
from rounds.domain.planner.history import counts_as_met, met_earlier
from rounds.domain.planner.plan import make_plan
from tests.domain.planner.any_evening import begun


def evening(*people: dict[str, Any], earlier: tuple[Event, ...] = ()) -> Event:
    """Return an evening of one round; the people are those given."""
    return Event.checked(
        {"event": {"title": "Mixer", "rounds": 1}, "participants": list(people)}
    ).with_(earlier=earlier)


def held(*people: dict[str, Any]) -> Event:
    """Return an evening that is over."""
    event = evening(*people)
    return begun(event, make_plan(event).rounds)


@pytest.mark.parametrize(("minutes", "met"), [(3.9, False), (4, True), (None, True)])
def test_two_who_talked_for_exactly_half_of_a_round_have_met(
    minutes: float | None, met: bool
) -> None:
    pairing = Pairing(table=1, people=("Ann", "Bob"), held="short", minutes=minutes)

    assert counts_as_met(pairing, 8) is met


def test_two_of_one_name_and_company_are_not_taken_for_somebody_of_last_time() -> None:
    ann = {"name": "Ann", "company": "Acme"}
    before = held(ann, {"name": "Bob"})

    event = evening({**ann, "id": "ann-1"}, {**ann, "id": "ann-2"}, {"name": "Bob"}).with_(
        earlier=(before,)
    )

    assert met_earlier(event) == {}


def test_somebody_of_another_id_is_another_person_whatever_the_name() -> None:
    before = held({"name": "Ann", "id": "a"}, {"name": "Bob"})

    event = evening({"name": "Ann", "id": "z"}, {"name": "Bob"}).with_(earlier=(before,))

    assert met_earlier(event) == {}


def test_a_name_is_recognised_in_other_letters_and_with_other_blanks() -> None:
    before = held({"name": "Ann  Lee"}, {"name": "BOB"})

    event = evening({"name": "ann lee"}, {"name": "Bob"}).with_(earlier=(before,))

    assert list(met_earlier(event)) == [("Bob", "ann lee")]
