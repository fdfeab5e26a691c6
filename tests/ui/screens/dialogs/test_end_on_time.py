from __future__ import annotations

from tests.evenings import an_event
from tests.ui.screens.laptop import into_the_round, laptop


async def test_the_break_is_left_out_by_a_digit_and_comes_back_with_u() -> None:
    event = an_event(
        10, rounds=4, starts_at="18:00", ends_at="19:10", break_after=[2], break_minutes=10
    )
    async with laptop(event) as host:
        await into_the_round(host)
        await host.press("h", "d")
        asked = "\n".join(await host.picture())
        await host.press("3")
        left_out = host.session.event.in_force.break_after
        await host.press("u")

        assert "3: without the break, 4 rounds in all, 8 min each, ends 19:07" in asked
        assert left_out == ()
        assert host.session.event.in_force.break_after == (2,)


async def test_fewer_rounds_are_one_digit_away_at_any_time() -> None:
    async with laptop(an_event(12, rounds=6)) as host:
        await host.press("d")
        before_doors = "\n".join(await host.picture())
        await host.press("escape")
        await into_the_round(host)
        await host.press("d", "2")

        assert "1: 5 rounds in all, 8 min each" in before_doors
        assert host.session.event.in_force.rounds == 4
        assert len(host.session.event.plan) == 3


async def test_introductions_that_take_too_long_can_be_shortened_for_those_still_to_come() -> None:
    event = an_event(10, rounds=2, introductions=60, starts_at="18:30", ends_at="18:55")
    async with laptop(event) as host:
        host.session.people.check_in_all()
        await host.press("enter", "d")
        asked = " ".join("\n".join(await host.picture()).split())
        digit = asked[asked.index(": introductions of 30 s each, 2 rounds in all") - 1]
        await host.press(digit)
        shortened = host.session.event.in_force.introductions
        await host.wait(2)
        await host.press("enter")

        assert shortened == 30
        assert host.session.run.seconds == 30
        await host.press("u", "u")
        await host.wait(2)
        await host.press("u")
        assert host.session.event.in_force.introductions == 60


async def test_shorter_introductions_are_offered_before_the_doors_open() -> None:
    async with laptop(an_event(6, rounds=3, introductions=90)) as host:
        await host.press("d")

        assert "1: introductions of 45 s each, 3 rounds in all" in "\n".join(await host.picture())
        await host.press("1")
        assert host.session.event.in_force.introductions == 45
        assert host.session.event.in_force.rounds == 3


async def test_after_the_introductions_none_are_shortened() -> None:
    async with laptop(an_event(6, rounds=3, introductions=60)) as host:
        await host.press("enter", "s")
        await host.wait(1)
        await host.press("s", "d")

        assert "introductions" not in "\n".join(await host.picture())
