"""What counts more than what, on the smallest evenings that show it."""

from __future__ import annotations

from typing import Any

from rounds.domain.event import Event, Pairing, Round
from rounds.domain.planner import prices
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.result import Plan
from tests.domain.planner.any_evening import START


def evening(people: dict[str, dict[str, Any]], **settings: Any) -> Event:
    """Return an evening of these people."""
    return Event.checked(
        {
            "event": {"title": "Mixer", **settings},
            "participants": [{"name": name, **more} for name, more in people.items()],
        }
    )


def plain(names: str) -> dict[str, dict[str, Any]]:
    """Return people with nothing special about them."""
    return {name: {} for name in names}


def met(plan: Plan) -> set[str]:
    """Return who meets whom, each pair as two letters in order."""
    return {"".join(sorted(p.people)) for round_ in plan.rounds for p in round_.pairings}


def held(names: str, *rounds: str) -> Event:
    """Return an earlier event with these rounds, such as "AB CD"."""
    return evening(plain(names)).with_(
        rounds=tuple(
            Round(
                number=number,
                started_at=START,
                pairings=tuple(
                    Pairing(table=table, people=(two[0], two[1]))
                    for table, two in enumerate(pairs.split(), 1)
                ),
            )
            for number, pairs in enumerate(rounds, 1)
        )
    )


def series(names: str, *evenings: tuple[str, ...], rounds: int) -> Event:
    """Return tonight's event after these earlier ones, oldest first."""
    return evening(plain(names), rounds=rounds).with_(
        earlier=tuple(held(names, *each) for each in evenings)
    )


def test_who_must_meet_again_meets_those_of_longest_ago_over_the_whole_series() -> None:
    one, other, third = ("AB CD",), ("AC BD",), ("AD BC",)
    for before in ((one, other, third), (other, third, one), (third, one, other)):
        event = series("ABCD", *before, *[()] * 5, rounds=1)

        assert met(make_plan(event)) == set(before[0][0].split())


def test_of_two_who_met_equally_long_ago_the_ones_who_met_less_often_meet_again() -> None:
    event = series("ABCD", ("AB CD",), ("AB CD", "AC BD", "AD BC"), ("AD BC",), rounds=1)

    assert met(make_plan(event)) == {"AC", "BD"}


def test_an_older_meeting_is_always_cheaper_until_they_are_hardly_told_apart() -> None:
    by_age = [prices.earlier([age]) for age in range(50)]

    assert by_age == sorted(by_age, reverse=True)
    assert len(set(by_age[:15])) == 15
    assert prices.earlier([3, 4]) > prices.earlier([3])


def test_each_kind_of_meeting_costs_more_than_two_of_the_next() -> None:
    dearest_wish = 2 * prices.wish(1, honoured=False) + prices.MUTUAL

    assert prices.earlier(range(50)) < prices.COMPANY
    assert dearest_wish < prices.earlier([49])
    assert prices.wish(9, honoured=True) > 2 * prices.INDUSTRY


def test_a_wish_for_somebody_of_ones_own_industry_is_honoured() -> None:
    people = plain("ABCDEF")
    for name, person in people.items():
        person["industry"] = "bank" if name in "AB" else name
    people["A"]["wishes"] = ["B"]

    assert "AB" in met(make_plan(evening(people, rounds=1)))


def test_mutual_wishes_come_first() -> None:
    people = plain("ABCD")
    people["A"]["wishes"] = ["C"]
    people["B"]["wishes"] = ["D"]
    people["C"]["wishes"] = ["D"]
    people["D"]["wishes"] = ["C"]

    assert met(make_plan(evening(people, rounds=1))) == {"AB", "CD"}


def test_the_only_wish_of_somebody_comes_before_one_of_many() -> None:
    people = plain("ABCD")
    people["A"]["wishes"] = ["B", "C"]
    people["D"]["wishes"] = ["A"]

    assert "AD" in met(make_plan(evening(people, rounds=1)))


def test_who_had_a_wish_honoured_lets_those_go_first_who_had_none() -> None:
    for first, second in (("A", "D"), ("D", "A")):
        people = plain("ABCDEF")
        people[first]["wishes"] = ["B", "E"]
        people[second] |= {"wishes": ["E", "B"], "avoid": ["B"]}
        begun = held("ABCDEF", f"{first}B {second}C EF").rounds
        event = evening(people, rounds=2).with_(rounds=begun)

        assert f"{second}E" in met(make_plan(event))
