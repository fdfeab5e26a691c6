"""What a host hears of wishes, fits and shares."""

from __future__ import annotations

from rounds.domain.planner.plan import make_plan
from rounds.domain.planner.reports.outcome import Share, outcome
from rounds.domain.planner.reports.why_this_pair import why_together
from rounds.domain.sentence import is_private
from tests.domain.planner.test_prices import evening, held, met, plain


def test_wishes_are_counted_as_asked_possible_and_honoured() -> None:
    people = plain("ABCDEF")
    people["A"]["wishes"] = ["B", "C"]
    people["B"] = {"wishes": ["D"], "avoid": ["D"]}
    people["E"]["wishes"] = ["industry:navy"]
    event = evening(people, rounds=1)

    found = outcome(event, make_plan(event).rounds)

    assert (found.wishes_asked, found.wishes_possible, found.wishes_honoured) == (4, 2, 1)


def test_a_wish_for_somebody_who_has_left_before_is_not_possible() -> None:
    people = plain("ABCD")
    people["A"] = {"wishes": ["B"], "until_round": 1}
    people["B"]["from_round"] = 2
    event = evening(people, rounds=2)

    found = outcome(event, make_plan(event).rounds)

    assert (found.wishes_asked, found.wishes_possible) == (1, 0)


def test_each_persons_share_counts_what_was_held_and_what_is_planned() -> None:
    people = plain("ABCDE")
    for name in "ABC":
        people[name]["industry"] = "bank"
    event = evening(people, rounds=2)
    first = held("ABCDE", "AB CD").rounds[0].with_(resting=("E",))
    event = event.with_(rounds=(first,))
    plan = make_plan(event)

    shares = outcome(event, plan.rounds).per_person

    assert set(shares) == set("ABCDE")
    assert shares["E"].rests == 1
    assert shares["A"].same_industry == 1 + ("AC" in met(plan))
    assert all(share.met == sum(name in two for two in met(plan)) for name, share in shares.items())
    assert sum(share.listened_first for share in shares.values()) == 4


def test_a_no_show_is_nobody_met_and_no_turn_to_listen() -> None:
    event = evening(plain("ABCD"), rounds=1)
    (round_,) = held("ABCD", "AB CD").rounds
    gone = round_.pairings[0].with_(held="no-show")
    event = event.with_(rounds=(round_.with_(pairings=(gone, *round_.pairings[1:])),))

    assert outcome(event, event.rounds).per_person["A"] == Share(0, 0, 0, 0, 0)


def test_the_host_is_told_of_wishes_that_rules_forbid_and_the_room_is_not() -> None:
    people = plain("ABCD")
    people["A"] = {"wishes": ["B"], "side": "x"}
    people["B"] = {"avoid": ["A"], "side": "y"}
    people["C"] = {"wishes": ["A"], "side": "x"}
    people["D"] = {"wishes": ["industry:navy"], "side": "y"}

    remarks = make_plan(evening(people, rounds=1, sides=["x", "y"])).remarks

    assert [str(said) for said in remarks] == [
        "A wishes to meet B, but the two are kept apart.",
        "C wishes to meet A, but both are on the same side.",
        "D wishes to meet somebody from navy, but there is nobody else.",
    ]
    assert all(map(is_private, remarks))


def test_why_two_meet_says_what_one_seeks_and_the_other_offers() -> None:
    people = plain("ABCD")
    people["A"] = {"seeks": "a pump supplier."}
    people["B"] = {"offers": "pumps"}
    people["C"] = {"industry": "pumps"}
    people["D"] = {"company": "Pumps Ltd"}
    event = evening(people, rounds=1)

    def said(other: str) -> str:
        return str(why_together(event, 1, "A", other)[0])

    assert said("B") == "A seeks a pump supplier; B offers pumps."
    assert said("C") == "A seeks a pump supplier; C is in the industry pumps."
    assert said("D") == "A seeks a pump supplier; D is from Pumps Ltd."


def test_why_two_of_one_industry_meet_says_how_such_meetings_are_shared() -> None:
    people = plain("ABCD")
    for name in "ABC":
        people[name]["industry"] = "bank"
    event = evening(people, rounds=3)
    event = event.with_(plan=make_plan(event).rounds)
    number = next(r.number for r in event.plan for p in r.pairings if set(p.people) == set("AB"))

    said = [str(each) for each in why_together(event, number, "A", "B")]

    assert "Such meetings are shared out tonight: A 2, B 2, nobody more than 2." in said


def test_why_explains_a_wish_for_anybody_of_an_industry_and_a_preference() -> None:
    people = plain("ABCD")
    people["A"] = {"wishes": ["industry:bank"]}
    people["B"] = {"industry": "bank"}
    people["C"] = {"industry": "bank"}
    event = evening(people, rounds=1, same_industry="prefer")

    assert "A wish brings them together." in map(str, why_together(event, 1, "A", "B"))
    assert "Both are in the industry bank, as you prefer." in map(
        str, why_together(event, 1, "B", "C")
    )


def test_what_somebody_typed_is_quoted_safely_and_briefly() -> None:
    people = plain("AB")
    people["A"] = {"seeks": "pumps \x1b[31m " + "and more " * 100}
    people["B"] = {"offers": "pumps"}

    said = str(why_together(evening(people, rounds=1), 1, "A", "B")[0])

    assert "\x1b" not in said
    assert len(said) < 100
