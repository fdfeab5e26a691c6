"""The planner on evenings a host would recognise."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from rounds.domain.event import Event
from rounds.domain.people.attendance import add_walk_in, check_in_all, leave
from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.diff import difference
from rounds.domain.planner.result import Plan
from tests.breadth import daily
from tests.domain.planner.any_evening import START, begun
from tests.domain.planner.checker import check, two


def evening(size: int, people: dict[int, dict[str, Any]] | None = None, **settings: Any) -> Event:
    """Return an evening of P0, P1, …; `people` says what is special about some of them."""
    special = people or {}
    return Event.checked(
        {
            "event": {"title": "Mixer", **settings},
            "participants": [{"name": f"P{n}", **special.get(n, {})} for n in range(size)],
        }
    )


def meetings(plan: Plan) -> list[frozenset[str]]:
    return [two(*p.people[:2]) for round_ in plan.rounds for p in round_.pairings]


def words(said: Any) -> str:
    return " ".join(str(sentence) for sentence in said)


@pytest.mark.parametrize("size", daily(5, [2, 3, 4, 5, 6, 7]))
@pytest.mark.parametrize("odd", ["rest", "trio"])
def test_the_smallest_rooms_get_as_many_rounds_as_are_possible(size: int, odd: str) -> None:
    event = evening(size, odd=odd, ends_at="20:30", starts_at="18:30")

    plan = make_plan(event)

    possible = {("rest", n): n - 1 + n % 2 for n in range(2, 8)}
    possible |= {("trio", n): possible["rest", n] for n in (2, 4, 6)}
    possible |= {("trio", 3): 1, ("trio", 5): 1, ("trio", 7): 3}
    assert len(plan.rounds) == possible[odd, size]
    assert check(event, plan.rounds).broken == []
    assert plan.infeasible is None


@pytest.mark.parametrize("size", [0, 1])
def test_a_room_without_two_people_says_so(size: int) -> None:
    plan = make_plan(evening(size, rounds=3))

    assert plan.rounds == ()
    assert plan.infeasible is not None
    assert plan.infeasible.rounds_possible == 0
    assert "is there in round 1" in words(plan.infeasible.why)


def test_two_people_can_meet_in_one_round_and_it_is_said_so() -> None:
    plan = make_plan(evening(2, rounds=2))

    assert plan.infeasible is not None
    assert "2 people can meet in at most 1 round without" in words(plan.infeasible.why)


def test_more_rounds_than_partners_are_refused_with_fewer_as_the_proposal() -> None:
    plan = make_plan(evening(6, rounds=8))

    assert plan.infeasible is not None
    assert plan.infeasible.rounds_possible == len(plan.rounds) == 5
    assert "6 people can meet in at most 5 rounds" in words(plan.infeasible.why)
    accepted = [each for each in plan.infeasible.proposals if each.accept]
    assert [(each.rule, each.rounds_possible) for each in accepted] == [("rounds", 5)]


def test_keeping_people_apart_can_cost_rounds_and_the_host_hears_what_it_costs() -> None:
    event = evening(8, {0: {"avoid": ["P1", "P2", "P3", "P4"]}}, rounds=6)

    plan = make_plan(event)

    assert plan.infeasible is not None
    assert plan.infeasible.rounds_possible == 3
    assert "P0 has only 3 partners left" in words(plan.infeasible.why)
    assert "4 are kept apart" in words(plan.infeasible.why)
    without = [each for each in plan.infeasible.proposals if each.rule == "apart"]
    assert [each.rounds_possible for each in without] == [6]


def test_three_rounds_on_the_petersen_graph_are_impossible_and_that_is_proven() -> None:
    spokes = {two(f"P{n}", f"P{n + 5}") for n in range(5)}
    rim = {two(f"P{n}", f"P{(n + 1) % 5}") for n in range(5)}
    star = {two(f"P{5 + n}", f"P{5 + (n + 2) % 5}") for n in range(5)}
    known = spokes | rim | star
    people = {
        n: {"avoid": [f"P{k}" for k in range(10) if k != n and two(f"P{n}", f"P{k}") not in known]}
        for n in range(10)
    }

    plan = make_plan(evening(10, people, rounds=3))

    assert plan.infeasible is not None
    assert plan.infeasible.proven
    assert plan.infeasible.rounds_possible == 1


def test_two_groups_of_odd_size_that_do_not_mix_cannot_be_paired_off() -> None:
    people = {n: {"avoid": [f"P{k}" for k in range(3, 6)]} for n in range(3)}

    plan = make_plan(evening(6, people, rounds=2))

    assert plan.rounds == ()
    assert plan.infeasible is not None
    assert "2 groups of odd size" in words(plan.infeasible.why)


def test_nine_people_who_only_know_nine_others_are_named() -> None:
    few = [f"P{n}" for n in range(9)]
    people = {n: {"avoid": [*few, "P18", "P19"]} for n in range(9)}
    for n in range(9):
        people[n]["avoid"].remove(f"P{n}")

    plan = make_plan(evening(20, people, rounds=10))

    assert plan.infeasible is not None
    assert plan.infeasible.rounds_possible == 1
    assert "(P0, P1, P2, P3, P4, P5, P6, P7, P8, P18)" in words(plan.infeasible.why)


def test_people_of_one_industry_meet_only_as_often_as_cannot_be_avoided() -> None:
    people = {n: {"industry": "insurance"} for n in range(13)}
    people |= {n: {"industry": f"trade {n}"} for n in range(13, 20)}

    plan = make_plan(evening(20, people, rounds=6))

    assert plan.cost == plan.least_cost == 10 * 18
    assert "18 same-industry pairings cannot be avoided; the plan has 18." in words(plan.summary)


def test_same_industry_can_be_allowed() -> None:
    people = {n: {"industry": "insurance"} for n in range(8)}

    plan = make_plan(evening(8, people, rounds=4, same_industry="allow"))

    assert plan.cost == 0


def test_empty_industries_and_companies_are_like_no_other() -> None:
    plan = make_plan(evening(8, rounds=7))

    assert plan.cost == 0


def test_wishes_are_honoured() -> None:
    event = evening(30, {n: {"wishes": [f"P{(n + 7) % 30}"]} for n in range(30)}, rounds=6)

    plan = make_plan(event)

    assert plan.cost == 0
    assert check(event, plan.rounds).wishes_missed == 0


def test_everybody_listens_first_as_often_as_not() -> None:
    event = evening(24, rounds=7)

    verdict = check(event, make_plan(event).rounds)

    assert verdict.off_balance == 0
    assert verdict.moves == verdict.fewest_moves


def test_the_whole_room_listens_first_on_one_seat_that_alternates() -> None:
    plan = make_plan(evening(10, rounds=5))

    assert [round_.listens_first for round_ in plan.rounds] == ["B", "A", "B", "A", "B"]


def test_people_who_met_at_an_earlier_event_do_not_meet_again() -> None:
    before = evening(12, rounds=6)
    before = begun(before, make_plan(before, seed=3).rounds)
    event = evening(12, rounds=5).with_(earlier=(before,))

    plan = make_plan(event)

    assert not set(meetings(plan)) & set(meetings(make_plan(before)))
    assert check(event, plan.rounds).earlier == 0


def test_the_last_evening_weighs_most_when_meeting_again_cannot_be_avoided() -> None:
    evenings: list[Event] = []
    for seed in (1, 2, 3):
        event = evening(8, rounds=2).with_(earlier=tuple(evenings))
        evenings.append(begun(event, make_plan(event, seed=seed).rounds))
    event = evening(8, rounds=3).with_(earlier=tuple(evenings))

    verdict = check(event, make_plan(event).rounds)

    assert verdict.broken == []
    assert verdict.earlier == 8
    assert verdict.earlier_steps == 8
    assert "8 pairings have met at an earlier event." in words(make_plan(event).summary)


def test_people_are_recognised_by_id_even_under_another_name() -> None:
    before = begun(
        old := evening(2, {0: {"id": "a"}, 1: {"id": "b"}}, rounds=1), make_plan(old).rounds
    )
    event = Event.checked(
        {
            "event": {"title": "Now", "rounds": 1},
            "participants": [
                {"name": "Anna Meyer", "id": "a"},
                {"name": "Bea", "id": "b"},
                {"name": "C"},
                {"name": "D"},
            ],
        }
    ).with_(earlier=(before,))

    plan = make_plan(event)

    assert two("a", "b") not in meetings(plan)


def test_who_rested_last_time_does_not_rest_before_the_others() -> None:
    before = evening(5, rounds=3)
    before = begun(before, make_plan(before).rounds)
    rested = {key for round_ in before.rounds for key in round_.resting}
    event = evening(5, rounds=2, seed=9).with_(earlier=(before,))

    plan = make_plan(event)

    assert {key for round_ in plan.rounds for key in round_.resting}.isdisjoint(rested)


def test_a_staff_member_fills_in_for_an_odd_number() -> None:
    event = evening(6, {5: {"staff": True}}, rounds=5)

    plan = make_plan(event)

    assert check(event, plan.rounds).broken == []
    assert all(not round_.resting for round_ in plan.rounds)
    assert plan.met_per_person == dict.fromkeys((f"P{n}" for n in range(6)), 5)


def test_with_two_sides_the_surplus_of_the_larger_side_rests_in_turn() -> None:
    people = {n: {"side": "mentor" if n < 3 else "mentee"} for n in range(8)}
    event = evening(8, people, rounds=3, sides=["mentor", "mentee"])

    plan = make_plan(event)

    assert check(event, plan.rounds).broken == []
    assert [len(round_.resting) for round_ in plan.rounds] == [2, 2, 2]


def test_a_walk_in_without_a_side_is_planned_and_the_host_is_told() -> None:
    people = {n: {"side": "mentor" if n < 3 else "mentee"} for n in range(7)}
    event = evening(7, people, rounds=2, sides=["mentor", "mentee"])
    event, _key = add_walk_in(event, "Tom", START)

    plan = make_plan(event)

    assert all(not round_.resting for round_ in plan.rounds)
    assert "Tom has no side and is planned as mentor." in words(plan.warnings)


def test_trios_take_turns() -> None:
    event = evening(9, rounds=3, odd="trio")

    plan = make_plan(event)

    assert check(event, plan.rounds).broken == []
    threes = [p.people for round_ in plan.rounds for p in round_.pairings if len(p.people) == 3]
    assert len(threes) == 3
    assert len({key for people in threes for key in people}) == 9


def test_small_trio_rooms_rather_sit_in_a_trio_twice_than_have_no_second_round() -> None:
    event = evening(7, rounds=3, odd="trio")

    plan = make_plan(event)

    assert plan.infeasible is None
    assert check(event, plan.rounds).broken == []
    assert "Some people sit in a trio twice before everybody has once" in words(plan.summary)


def test_the_host_hears_that_trios_use_up_the_partners() -> None:
    plan = make_plan(evening(13, rounds=12, odd="trio"))

    assert plan.infeasible is not None
    assert plan.infeasible.rounds_possible == len(plan.rounds) == 9
    assert plan.infeasible.proven
    assert "the partners of 13 people run out sooner" in words(plan.infeasible.why)


def test_pinned_people_keep_their_table_and_never_meet_those_of_another() -> None:
    event = evening(8, {2: {"table": "Quiet"}, 5: {"table": 1}}, rounds=6, tables=["Quiet", 1, 2])

    plan = make_plan(event)

    assert check(event, plan.rounds).broken == []
    assert two("P2", "P5") not in meetings(plan)
    assert "Set up 1 more table (+1): 4 pairings talk at once." in words(plan.warnings)
    assert {str(p.table) for p in plan.rounds[0].pairings} == {"Quiet", "1", "2", "+1"}


def test_a_pinned_pair_meets_in_its_round() -> None:
    pins = [{"round": 2, "people": ["P0", "P1"], "at": START}]
    event = Event.checked({**evening(6, rounds=3).data(), "pins": pins})

    plan = make_plan(event)

    assert two("P0", "P1") in [two(*p.people) for p in plan.rounds[1].pairings]
    assert check(event, plan.rounds).broken == []


def test_a_pin_that_cannot_hold_is_left_out_and_the_host_is_told() -> None:
    pins = [{"round": 2, "people": ["P0", "P1"], "at": START}]
    event = evening(6, {0: {"avoid": ["P1"]}}, rounds=3)
    event = Event.checked({**event.data(), "pins": pins})

    plan = make_plan(event)

    assert two("P0", "P1") not in meetings(plan)
    assert "P0 and P1 are pinned to round 2, but are kept apart." in words(plan.warnings)


def test_a_short_or_missed_meeting_does_not_count() -> None:
    event = evening(4, rounds=3)
    first = make_plan(event).rounds[0]
    one, other = first.pairings
    marked = (
        one.with_(held="no-show"),
        other.with_(held="short", minutes=2.0),
    )
    event = begun(event, (first.with_(pairings=marked),))
    event = event.with_(settings=event.settings.with_(rounds=4))

    plan = make_plan(event)

    assert plan.infeasible is None
    assert len(plan.rounds) == 4


def test_rounds_that_have_begun_stay_as_they_are() -> None:
    event = evening(12, rounds=6)
    event = begun(event, make_plan(event).rounds[:3])
    event = leave(event, "P3", START + timedelta(minutes=40))

    plan = make_plan(event)

    assert plan.rounds[:3] == event.rounds
    assert check(event, plan.rounds).broken == []
    assert [round_.number for round_ in plan.rounds] == [1, 2, 3, 4, 5, 6]


def test_a_plan_that_still_holds_is_returned_as_it_is() -> None:
    event = evening(14, rounds=5)
    other = make_plan(event, seed=99).rounds

    plan = make_plan(event.with_(plan=other))

    assert plan.rounds == other


def test_a_plan_that_seats_somebody_opposite_themselves_is_made_new() -> None:
    event = evening(6, rounds=2)
    first, *others = make_plan(event).rounds
    alone = first.pairings[0].people[0]
    odd = first.pairings[0].with_(people=(alone, alone))
    wrong = first.with_(pairings=(odd, *first.pairings[1:]))

    plan = make_plan(event.with_(plan=(wrong, *others)))

    assert check(event, plan.rounds).broken == []


def test_when_two_leave_most_of_the_next_round_stays() -> None:
    event = check_in_all(evening(40, rounds=6), START)
    rounds = make_plan(event).rounds
    event = begun(event, rounds[:2]).with_(plan=rounds[2:])
    a, b = rounds[2].pairings[0].people[0], rounds[2].pairings[5].people[1]
    event = leave(leave(event, a, START + timedelta(minutes=30)), b, START + timedelta(minutes=30))

    plan = make_plan(event)

    changed = difference(event.plan, plan.rounds[2:]).rounds[0]
    assert check(event, plan.rounds).broken == []
    assert changed.number == 3
    assert changed.tables_changed <= 4


def test_as_many_rounds_as_fit_are_planned_where_the_host_gave_no_number() -> None:
    plan = make_plan(evening(30, starts_at="18:30", ends_at="19:30"))

    assert len(plan.rounds) == 6
    assert plan.infeasible is None


def test_the_same_file_gives_the_same_plan_and_another_seed_another() -> None:
    event = evening(20, rounds=6)

    assert make_plan(event) == make_plan(event)
    assert make_plan(event, seed=1).rounds != make_plan(event, seed=2).rounds


def test_fewer_rounds_than_there_is_time_for_are_no_fault_unless_the_host_named_a_number() -> None:
    open_, named = (make_plan(evening(6, rounds=rounds)) for rounds in (None, 8))

    assert len(open_.rounds) == len(named.rounds) == 5
    assert open_.infeasible is None
    assert words(open_.summary).endswith("6 people can meet in at most 5 rounds without a repeat.")
    assert named.infeasible is not None


def test_an_evening_in_which_nobody_may_meet_says_so_though_no_number_was_named() -> None:
    plan = make_plan(evening(2, {0: {"avoid": ["P1"]}}))

    assert plan.infeasible is not None
    assert words(plan.infeasible.why).startswith("No round can be planned. P0 has only 0 partners")
