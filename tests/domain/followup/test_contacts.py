from __future__ import annotations

from rounds.domain.event import Event, KeptApart
from rounds.domain.followup.contacts import again_pairs, again_with, may_reach, not_met, were_there
from rounds.domain.people.roster import RosterIndex
from tests.formats.evenings_held import an_evening_held
from tests.formats.sheets.evenings import BEGAN, with_notes


def the_evening(*notes: dict[str, object], **shared: bool) -> Event:
    """Aiko and Ben met; Chloé and Emi did; Dmitri rested. Each has left a contact."""
    event = an_evening_held()
    people = tuple(
        person.with_(contact=f"{person.name}@x", share_contact=shared.get(person.name, False))
        for person in event.participants
    )
    return with_notes(event.with_(participants=people, notes=()), *notes)


def again(by: str, about: str) -> dict[str, object]:
    return {"by": by, "about": about, "again": True}


AIKO, BEN = "Aiko Tanaka", "Ben O'Neill"


def test_who_wants_to_talk_again_is_told_only_where_both_do() -> None:
    one_sided = the_evening(again(AIKO, BEN))
    mutual = the_evening(again(AIKO, BEN), again(BEN, AIKO))

    assert again_pairs(one_sided) == ()
    assert again_pairs(mutual) == ((AIKO, BEN),)
    assert again_with(mutual, BEN) == {AIKO}


def test_a_mark_of_one_side_changes_nothing_for_anybody() -> None:
    for event in (the_evening(again(AIKO, BEN)), the_evening()):
        roster = RosterIndex(event)

        assert [may_reach(roster, person.key) for person in roster.people] == [()] * 5


def test_a_contact_is_given_to_those_with_whom_it_is_mutual_and_to_nobody_else() -> None:
    roster = RosterIndex(the_evening(again(AIKO, BEN), again(BEN, AIKO)))

    reached = {person.key: may_reach(roster, person.key) for person in roster.people}

    assert reached == {AIKO: (BEN,), BEN: (AIKO,), "Chloé": (), "Dmitri": (), "Emi": ()}


def test_who_shares_the_contact_shares_it_with_everybody_but_those_they_avoid() -> None:
    roster = RosterIndex(the_evening(Dmitri=True))  # Chloé avoids Dmitri

    reached = {person.key: may_reach(roster, person.key) for person in roster.people}

    assert reached == {
        AIKO: ("Dmitri",),
        BEN: ("Dmitri",),
        "Chloé": (),
        "Dmitri": (),
        "Emi": ("Dmitri",),
    }


def test_who_did_not_come_shares_nothing() -> None:
    event = the_evening(Dmitri=True)
    rounds = tuple(round_.with_(resting=()) for round_ in event.rounds)

    roster = RosterIndex(event.with_(rounds=rounds))

    assert "Dmitri" not in were_there(roster)
    assert may_reach(roster, AIKO) == ()


def test_who_was_expected_in_vain_was_not_there_and_who_wrote_a_note_was() -> None:
    event = the_evening({"by": "Dmitri", "about": "Emi"})
    rounds = tuple(
        round_.with_(
            resting=(),
            pairings=tuple(
                pairing.with_(held="no-show") if AIKO in pairing.people else pairing
                for pairing in round_.pairings
            ),
        )
        for round_ in event.rounds
    )

    assert were_there(RosterIndex(event.with_(rounds=rounds))) == ("Chloé", "Dmitri", "Emi")


def test_people_whom_the_host_keeps_apart_are_not_brought_together_afterwards() -> None:
    event = the_evening(again(AIKO, BEN), again(BEN, AIKO))
    apart = KeptApart.checked({"people": [BEN, AIKO], "at": BEGAN})

    roster = RosterIndex(event.with_(kept_apart=(apart,)))

    assert again_pairs(roster.event) == ()
    assert may_reach(roster, AIKO) == ()


def test_who_is_still_to_meet_was_there_and_sat_elsewhere() -> None:
    roster = RosterIndex(the_evening())

    assert not_met(roster, AIKO) == ("Dmitri", "Emi")
    assert not_met(roster, "Dmitri") == (AIKO, BEN, "Emi")  # not Chloé, who avoids him


def test_nobody_has_still_to_meet_those_who_help() -> None:
    event = the_evening()
    people = tuple(person.with_(staff=person.name == "Emi") for person in event.participants)

    assert not_met(RosterIndex(event.with_(participants=people)), AIKO) == ("Dmitri",)
