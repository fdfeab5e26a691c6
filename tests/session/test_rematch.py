"""The rematch round at the end of an evening, as the host adds it."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations

import pytest

from rounds.domain.errors import RuleError
from rounds.domain.event import Event, KeptApart, Note
from rounds.domain.planner.history import met_tonight, pair
from rounds.session.plan_check import holds
from rounds.session.session import Session
from tests.breadth import daily
from tests.evenings import START, Edited, Hands, a_session, an_event
from tests.seats import placed, to_the_bell, together


def at_the_closing(event: Event, hands: Hands | None = None) -> Session:
    """Return a session whose rounds were all held."""
    hands = hands or Hands()
    session = a_session(event, hands)
    while session.run.phase != "closing":
        session.steps.next()
        if session.run.phase == "talk":
            to_the_bell(session, hands)
    return session


def wish(session: Session, by: str, about: str, number: int = 1, *, again: bool = True) -> None:
    """Let somebody write a note that wishes to talk again, or one that does not."""
    at = START + timedelta(hours=1)
    session.write_note(Note(round=number, by=by, about=about, at=at, again=again))


def both_wish(session: Session, number: int, table: int) -> tuple[str, str]:
    """Let the two people at a table of a round write that they want to talk again."""
    pairings = session.event.rounds[number - 1].pairings
    one, other = [two.people for two in pairings if len(two.people) == 2][table]
    wish(session, one, other, number)
    wish(session, other, one, number)
    return one, other


def add(session: Session) -> int:
    """Add the rematch round as proposed; return how many pairs were said to meet again."""
    rematch = session.rematch.propose()
    session.rematch.add(rematch)
    return rematch.pairs


def test_who_both_want_to_talk_again_sit_together_once_more() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    first, second = both_wish(session, 1, 0), both_wish(session, 2, 3)
    before = set(met_tonight(session.event))

    assert add(session) == 2

    assert session.run.phase == "move"
    assert session.room.rounds == 4
    assert together(session, 4, *first)
    assert together(session, 4, *second)
    met = {pair(*two.people) for two in session.event.plan[0].pairings}
    assert met & before == {pair(*first), pair(*second)}
    assert len(placed(session, 4)) == 12


def test_as_many_pairs_as_possible_sit_together_again() -> None:
    session = at_the_closing(an_event(8, rounds=3))
    people = [f"Person {number:02d}" for number in range(1, 9)]
    met = sorted(met_tonight(session.event))
    for one, other in met:
        wish(session, one, other)
        wish(session, other, one)

    assert add(session) == len(people) // 2


def wished_by_one(session: Session) -> None:
    """Let everybody wish for everybody they met, as far as the other one does not."""
    mutual = {frozenset(both_wish(session, 1, 0))}
    for one, other in met_tonight(session.event):
        if frozenset((one, other)) not in mutual:
            wish(session, one, other, 2)


def test_a_wish_that_one_of_two_has_changes_nothing_that_anybody_can_see() -> None:
    without, with_wishes = (at_the_closing(an_event(13, rounds=4)) for _ in range(2))
    both_wish(without, 1, 0)
    wished_by_one(with_wishes)
    offers = [session.rematch.propose() for session in (without, with_wishes)]

    assert offers[0].number == offers[1].number
    assert offers[0].pairs == offers[1].pairs
    assert offers[0].resting == offers[1].resting
    for session, offer in zip((without, with_wishes), offers, strict=True):
        session.rematch.add(offer)
    assert without.room == with_wishes.room
    for field in ("plan", "pins", "changes", "rounds"):
        assert getattr(without.event, field) == getattr(with_wishes.event, field)
    assert list(without.state.news) == list(with_wishes.state.news)
    assert without.plan.progress == with_wishes.plan.progress


def test_without_a_wish_of_both_no_round_is_added_and_nothing_tells_of_a_wish_of_one() -> None:
    session = at_the_closing(an_event(6, rounds=2))
    said = []
    for _ in range(2):
        with pytest.raises(RuleError) as refused:
            session.rematch.propose()
        said.append(str(refused.value))
        one, other = session.event.rounds[0].pairings[0].people
        wish(session, one, other)

    assert said[0] == said[1]
    assert session.rematch.possible


def test_people_kept_apart_never_sit_together_again() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    two = both_wish(session, 1, 0)
    both_wish(session, 1, 1)
    session.people.keep_apart(*two)

    assert add(session) == 1

    assert not together(session, 4, *two)


def test_who_has_left_does_not_count_and_has_no_seat() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    gone, _other = both_wish(session, 1, 0)
    both_wish(session, 2, 1)
    session.people.leave(gone)

    assert add(session) == 1

    assert gone not in placed(session, 4)


def test_those_for_whom_nobody_new_is_left_rest() -> None:
    session = at_the_closing(an_event(6, rounds=5))
    two = both_wish(session, 1, 0)

    rematch = session.rematch.propose()
    session.rematch.add(rematch)

    assert rematch.resting == 4
    assert together(session, 6, *two)
    assert holds(session.event)


@pytest.mark.parametrize("people", daily(1, [5, 7, 8]))
@pytest.mark.parametrize("odd", ["rest", "trio"])
def test_a_small_room_that_has_met_nearly_everybody_has_its_rematch(people: int, odd: str) -> None:
    session = at_the_closing(an_event(people, rounds=40, odd=odd))
    before = set(met_tonight(session.event))
    two = both_wish(session, 1, 0)

    add(session)

    met = {
        pair(*met) for at in session.event.plan[0].pairings for met in combinations(at.people, 2)
    }
    assert met & before == {pair(*two)}
    assert len(placed(session, session.run.round)) == people


def test_somebody_rests_out_of_turn_where_only_the_others_are_new_to_each_other() -> None:
    session = at_the_closing(an_event(5, rounds=3))
    two = both_wish(session, 1, 0)

    add(session)

    (rests,) = session.event.plan[0].resting
    assert any(rests in round_.resting for round_ in session.event.rounds)
    assert together(session, 4, *two)
    assert holds(session.event)


def test_with_two_sides_those_without_a_new_partner_rest_too() -> None:
    event = an_event(8, rounds=4, sides=["mentor", "mentee"])
    sided = [
        person.with_(side="mentor" if at < 4 else "mentee")
        for at, person in enumerate(event.participants)
    ]
    session = at_the_closing(event.with_(participants=tuple(sided)))
    two = both_wish(session, 1, 0)

    add(session)

    assert together(session, 5, *two)
    assert len(placed(session, 5)) == 8


def test_the_round_can_be_added_while_the_last_one_runs_or_is_shown() -> None:
    for steps in (3, 4):  # the seats of round 2, its talk
        hands = Hands()
        session = a_session(an_event(8, rounds=2), hands)
        session.steps.next()
        session.steps.next()
        assert not session.rematch.possible
        to_the_bell(session, hands)
        for _ in range(steps - 2):
            session.steps.next()
        two = both_wish(session, 1, 0)
        shown = session.room.board

        assert add(session) == 1

        assert session.room.board == shown
        assert session.room.rounds == 3
        assert together(session, 3, *two)


def test_a_wish_written_after_the_round_was_added_counts_when_it_is_added_again() -> None:
    hands = Hands()
    session = a_session(an_event(8, rounds=1), hands)
    session.steps.next()
    session.steps.next()
    first = both_wish(session, 1, 0)
    add(session)
    second = both_wish(session, 1, 1)

    assert add(session) == 2

    assert session.room.rounds == 2
    assert together(session, 2, *first)
    assert together(session, 2, *second)
    to_the_bell(session, hands)
    session.steps.next()
    assert (session.run.phase, session.run.round) == ("move", 2)
    assert together(session, 2, *first)
    assert together(session, 2, *second)


def test_one_undo_takes_the_round_away_and_shows_the_closing_again() -> None:
    session = at_the_closing(an_event(8, rounds=2))
    both_wish(session, 1, 0)
    before = session.event
    add(session)

    session.take_back()

    assert session.run.phase == "closing"
    assert session.event.with_(clock=()) == before.with_(clock=())


def test_back_from_the_seats_of_the_rematch_is_the_closing_again() -> None:
    session = at_the_closing(an_event(8, rounds=2))
    both_wish(session, 1, 0)
    before = session.event
    add(session)

    session.steps.back()

    assert session.run.phase == "closing"
    assert session.event.with_(clock=()) == before.with_(clock=())


def test_undo_takes_a_round_away_that_was_added_while_the_last_one_ran() -> None:
    session = a_session(an_event(8, rounds=1))
    session.steps.next()
    session.steps.next()
    both_wish(session, 1, 0)
    before = session.event
    add(session)

    session.take_back()

    assert session.run.phase == "talk"
    assert session.event.with_(clock=()) == before.with_(clock=())
    assert session.room.rounds == 1


def test_a_pairing_changed_by_hand_in_the_rematch_stays_as_the_host_wants_it() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    one, other = both_wish(session, 1, 0)
    add(session)
    third = next(
        key for at in session.event.plan[0].pairings if one not in at.people for key in at.people
    )

    session.people.exchange(4, other, third)
    session.steps.next()

    assert session.run.phase == "talk"
    assert together(session, 4, one, third)


def test_the_end_of_the_evening_follows() -> None:
    session = at_the_closing(an_event(8, rounds=2))
    both_wish(session, 1, 0)
    before = session.timetable.expected_end()
    rematch = session.rematch.propose()

    assert session.timetable.expected_end(rematch.event) - before == timedelta(seconds=546)


def test_after_a_restart_the_seats_are_the_same() -> None:
    hands = Hands()
    session = at_the_closing(an_event(12, rounds=3), hands)
    both_wish(session, 1, 0)
    add(session)
    written = Event.checked(session.event.data())

    again = a_session(written, hands)

    assert again.room.board == session.room.board
    assert not again.plan.stale
    again.steps.next()
    assert again.run.phase == "talk"
    to_the_bell(again, hands)
    again.steps.next()
    assert again.room.phase == "closing"


def test_somebody_absent_at_the_rematch_leaves_the_others_their_seats() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    two = both_wish(session, 1, 0)
    add(session)
    others = next(at for at in session.event.plan[0].pairings if not set(two) & set(at.people))

    session.people.mark_absent(others.people[0])
    session.steps.next()

    assert together(session, 4, *two)


def test_after_an_evening_with_fewer_rounds_than_planned_the_rematch_is_the_next_round() -> None:
    hands = Hands()
    session = a_session(an_event(8, rounds=3), hands)
    session.steps.next()
    session.steps.next()
    to_the_bell(session, hands)
    fewer = session.event.settings.with_(rounds=1)
    session.state.edited_outside(Edited(lambda event: event.with_(settings=fewer)), ())
    session.tick()
    session.steps.next()
    assert session.run.phase == "closing"
    two = both_wish(session, 1, 0)

    assert session.rematch.possible
    assert add(session) == 1

    assert session.run.round == session.room.rounds == 2
    assert together(session, 2, *two)


def test_a_second_rematch_is_for_other_pairs() -> None:
    hands = Hands()
    session = at_the_closing(an_event(12, rounds=3), hands)
    both_wish(session, 1, 0)
    add(session)
    session.steps.next()

    with pytest.raises(RuleError, match="no pair"):
        session.rematch.propose()


def test_two_who_are_kept_apart_after_the_round_was_added_are_separated_silently() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    two = both_wish(session, 1, 0)
    both_wish(session, 1, 1)
    add(session)

    session.people.keep_apart(*two)

    assert not together(session, 4, *two)
    assert not any(name in str(news) for news in session.state.news for name in two)


def test_a_kept_apart_pair_written_by_hand_is_not_counted() -> None:
    session = at_the_closing(an_event(8, rounds=2))
    two = both_wish(session, 1, 0)
    apart = session.event.with_(kept_apart=(KeptApart(people=two, at=START),))
    session.state.put(apart)

    with pytest.raises(RuleError, match="no pair"):
        session.rematch.propose()
