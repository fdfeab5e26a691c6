from __future__ import annotations

from rounds.domain.event import Event
from rounds.session.session import Session
from rounds.ui.rehearsal import Autopilot, NoDisk, SetClocks, timeline
from tests.evenings import START, an_event


def lines(event: Event) -> list[str]:
    return list(timeline(event))


def test_a_rehearsal_tells_the_whole_evening_at_its_own_times() -> None:
    told = lines(an_event(6, rounds=2, starts_at="18:30", ends_at="20:30", break_after=[1]))

    assert [line.split("  ")[0] for line in told[:6]] == [
        "18:30:00",
        "18:31:00",
        "18:35:06",
        "18:38:06",
        "18:39:06",
        "18:39:11",
    ]
    assert "listens first" in told[1]
    assert "Break" in told[5]


def test_a_rehearsal_ends_with_the_numbers_of_the_evening() -> None:
    told = lines(an_event(6, rounds=5))

    assert "Pairings held: 15" in told
    assert "Each met 5 to 5 others" in told


def test_a_rehearsal_says_who_rests() -> None:
    told = lines(an_event(5, rounds=1))

    assert any(line.strip().startswith("rest: Person") for line in told)


def test_a_rehearsal_begins_with_the_doors_closed_whatever_the_record_holds() -> None:
    clocks = SetClocks(START)
    session = Session(an_event(4, rounds=1), NoDisk(), steady=clocks.steady, wall=clocks.wall)
    pilot = Autopilot(0.0)
    while not pilot(session):
        clocks.now += 10
        session.tick()

    again = lines(session.event)

    assert "Rounds: 1" in again
