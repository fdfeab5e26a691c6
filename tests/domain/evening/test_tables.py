from __future__ import annotations

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.evening import reseating, tables
from rounds.domain.event import Event
from rounds.domain.fields import TableLabel
from rounds.domain.planner.plan import make_plan
from tests.evenings import START, a_running_round, an_event


def planned(event: Event) -> Event:
    return event.with_(plan=make_plan(event).rounds)


def people(event: Event) -> list[set[tuple[str, ...]]]:
    return [{pairing.people for pairing in round_.pairings} for round_ in event.plan]


def labels_of(event: Event) -> set[TableLabel]:
    return {pairing.table for round_ in event.plan for pairing in round_.pairings}


def test_a_table_disappears_and_every_pairing_stays() -> None:
    before = planned(an_event(8))

    after, new = tables.out_of_use(before, "2", START)

    assert new == 5
    assert people(after) == people(before)
    assert labels_of(after) == {1, 3, 4, 5}


def test_the_last_table_of_all_can_disappear() -> None:
    after, _new = tables.out_of_use(planned(an_event(8)), "4", START)

    assert labels_of(after) == {1, 2, 3, 5}


def test_a_free_table_is_taken_first() -> None:
    event = planned(an_event(6, tables=["Door", "Window", "Bar", "Stairs"]))

    after, new = tables.out_of_use(event, "Window", START)

    assert new == "Stairs"
    assert labels_of(after) == {"Door", "Bar", "Stairs"}


def test_the_host_says_where_they_sit_instead() -> None:
    after, new = tables.out_of_use(planned(an_event(6)), "2", START, "Bar")

    assert new == "Bar"
    assert labels_of(after) == {1, 3, "Bar"}


def test_a_table_that_is_taken_is_refused() -> None:
    with pytest.raises(RuleError, match="taken"):
        tables.out_of_use(planned(an_event(6)), "2", START, "3")


def test_a_table_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(RuleError, match="no table 9"):
        tables.out_of_use(planned(an_event(6)), "9", START)


def test_later_plans_do_without_the_table() -> None:
    event, _new = tables.out_of_use(planned(an_event(8)), "2", START)

    again = event.with_(plan=make_plan(event, seed=7).rounds)

    assert labels_of(again) == {1, 3, 4, 5}


def test_a_table_at_which_nobody_sits_is_never_replaced_by_itself() -> None:
    after, new = tables.out_of_use(planned(an_event(8, tables=5)), "5", START)

    assert new is None
    assert labels_of(after) == {1, 2, 3, 4}
    assert 5 not in tables.tables(after)


def test_a_table_is_not_free_because_it_is_out_of_use() -> None:
    with pytest.raises(RuleError, match="taken"):
        tables.out_of_use(planned(an_event(8, tables=5)), "5", START, "5")


def after_an_absence() -> Event:
    """Sixteen people in one announced round: table 1 is free, tables 2 to 8 are in use."""
    event = planned(an_event(16, rounds=1))
    return event.with_(
        plan=tuple(
            round_.with_(pairings=tuple(p for p in round_.pairings if p.table != 1))
            for round_ in event.plan
        )
    )


def test_a_table_in_use_is_known_though_fewer_pairings_are_left() -> None:
    after, new = tables.out_of_use(after_an_absence(), "8", START)

    assert new == 1
    assert labels_of(after) == {1, 2, 3, 4, 5, 6, 7}


def test_a_pairing_moves_to_the_next_label_where_every_known_table_is_taken() -> None:
    event, _new = tables.out_of_use(after_an_absence(), "1", START)

    after, new = tables.out_of_use(event, "2", START)

    assert new == 9
    assert labels_of(after) == {3, 4, 5, 6, 7, 8, 9}


def test_a_no_show_takes_up_no_table_of_its_own() -> None:
    event = reseating.no_show_in_round(a_running_round(), 1, "Person 02")

    assert tables.tables(event) == [1, 2]


def test_the_tables_there_are_are_told_in_ranges() -> None:
    said = tables.in_ranges([1, 2, 4, 5, 6, 7, "Bar"])

    assert [str(each) for each in said] == ["1", "2", "4 to 7", "Bar"]


def test_nobody_moves_in_the_middle_of_a_talk_because_a_table_goes_out_of_use() -> None:
    running = a_running_round()
    second = running.rounds[0].with_(number=2, started_at=None)
    before = running.with_(plan=(second,))

    after, new = tables.out_of_use(before, "2", START)

    assert after.rounds == before.rounds
    assert [two.table for two in after.plan[0].pairings] == [1, 3]
    assert new == 3


def test_tables_that_are_missing_are_told_before_and_after_there_is_a_plan() -> None:
    event = an_event(40, tables=10)
    said = "Set up 10 more tables (11 to 20): 20 pairings talk at once."

    assert str(tables.to_set_up(event, 40)) == said
    assert str(tables.to_set_up(planned(event), 40)) == said


@pytest.mark.parametrize("given", [None, 20, 30])
def test_enough_tables_are_nothing_to_tell(given: int | None) -> None:
    assert tables.to_set_up(an_event(40, tables=given), 40) is None


def test_a_table_is_missing_beside_those_with_names() -> None:
    event = an_event(6, tables=["Bar", "Window"])

    assert str(tables.to_set_up(event, 6)).startswith("Set up 1 more table (")
