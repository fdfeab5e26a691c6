"""The rematch round from the console: a key, a question in numbers, and neutral seats."""

from __future__ import annotations

import pytest

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.planner.result import Plan
from tests.evenings import a_session, an_event
from tests.session.test_rematch import at_the_closing, both_wish, wish
from tests.ui.screens.laptop import laptop


async def test_the_host_reads_how_many_pairs_sit_together_again_and_adds_the_round() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    two = both_wish(session, 1, 0)
    one, other = session.event.rounds[0].pairings[1].people
    wish(session, one, other)
    async with laptop(session) as host:
        await host.press("R")
        await host.until("ChooseDialog")
        asked = await host.everything()
        await host.press("down", "enter")
        await host.until("ConsoleScreen")

        assert "Add round 4 as a rematch round?" in asked
        assert "1 pair in which both would like to talk again sits together." in asked
        assert not any(name in asked.split("Add round")[1] for name in two)
        assert session.run.phase == "move"
        assert host.words("told").startswith("4 rounds, ends ")


async def test_the_first_answer_leaves_the_evening_closed() -> None:
    session = at_the_closing(an_event(12, rounds=3))
    both_wish(session, 1, 0)
    before = session.event
    async with laptop(session) as host:
        await host.press("R")
        await host.until("ChooseDialog")
        await host.press("enter")
        await host.until("ConsoleScreen")

        assert session.event is before


async def test_wishes_of_one_alone_are_offered_as_if_there_were_none() -> None:
    said = []
    for again in (False, True):
        session = at_the_closing(an_event(12, rounds=3))
        for pairing in session.event.rounds[0].pairings[:2]:
            one, other = pairing.people
            wish(session, one, other, again=again)
        async with laptop(session) as host:
            await host.press("R")
            said.append(await host.everything())

    assert said[0] == said[1]
    assert "no pair in which both would like to talk again" in said[0]


class SlowToBegin(PlannerAtOnce):
    """Finds its first plan only when it is asked for the third time."""

    asked = 0

    def best(self) -> Plan | None:
        self.asked += 1
        return super().best() if self.asked > 6 else None


async def test_after_a_restart_the_question_waits_for_the_seats() -> None:
    held = at_the_closing(an_event(12, rounds=3))
    both_wish(held, 1, 0)
    async with laptop(a_session(held.event, planner=SlowToBegin())) as host:
        await host.press("R")
        await host.until("ChooseDialog")

        assert "1 pair in which" in await host.everything()


async def test_before_the_last_round_the_key_says_when_it_works() -> None:
    async with laptop(an_event(12, rounds=3)) as host:
        await host.press("enter", "R")

        assert host.words("told") == (
            "A rematch round can be added from the seats of the last round on."
        )


@pytest.mark.parametrize(("size", "language"), [((80, 24), "en"), ((60, 20), "ja")])
async def test_the_room_sees_a_round_like_any_other(size: tuple[int, int], language: str) -> None:
    session = at_the_closing(an_event(12, rounds=3))
    session.language = "ja" if language == "ja" else "en"
    both_wish(session, 1, 0)
    session.rematch.add(session.rematch.propose())
    async with laptop(session, console=False, size=size) as host:
        shown = await host.everything()

    assert "Person 12" in shown
    assert not any(word in shown for word in ("again", "rematch", "再会", "もう一度"))
