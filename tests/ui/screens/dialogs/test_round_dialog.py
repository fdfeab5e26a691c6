"""Questions about one of several rounds: Tab goes from one to the next, Ctrl+F asks for more."""

from __future__ import annotations

from rounds.ui.widgets.wrapped_text import WrappedText
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, into_the_round, laptop
from tests.ui.screens.notes.breaks import held


def keys(host: Laptop) -> str:
    """Return what the dialog says of its keys."""
    return host.app.screen.query_one(".keys", WrappedText).said


async def test_tab_goes_through_the_rounds_of_a_question_and_begins_again() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "w")
        first = host.words("round")
        await host.press("tab")
        second = host.words("round")
        await host.press("tab")

        assert (first, second) == ("In round 2", "In round 1, which is running")
        assert host.words("round") == "In round 2"


async def test_an_exchange_begins_with_the_next_round_and_leaves_those_who_talk_alone() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        before = host.session.event.rounds
        await host.press("1", "w", "enter")

        assert "Round 2:" in host.words("told")
        assert host.session.event.rounds == before


async def test_an_exchange_is_made_in_the_round_that_tab_has_chosen() -> None:
    async with laptop(an_event(6)) as host:
        await into_the_round(host)
        await host.press("1", "w", "tab", "enter")

        assert "Round 1:" in host.words("told")


async def test_finished_rounds_are_asked_about_only_after_they_are_unlocked() -> None:
    async with laptop(held(an_event(8), 2)) as host:
        await host.press("1", "o")
        locked = host.words("known")
        await host.press("s")
        still_asked = host.screen
        await host.press("ctrl+f", "ctrl+f")
        latest = host.words("who")
        await host.press("tab")

        assert locked == "The finished rounds are locked."
        assert still_asked == "MarkPairingDialog"
        assert latest.startswith("Round 2: Person 01")
        assert host.words("who").startswith("Round 1: Person 01")


async def test_a_mark_belongs_to_the_round_that_tab_has_chosen() -> None:
    async with laptop(held(an_event(8), 2)) as host:
        await host.press("1", "o", "ctrl+f", "ctrl+f", "tab", "s")

        first, second = host.session.event.rounds
        assert "short" in [pairing.held for pairing in first.pairings]
        assert "short" not in [pairing.held for pairing in second.pairings]
        assert host.words("told") == "Round 1, Person 01: short"


async def test_a_question_names_only_the_keys_that_do_something() -> None:
    async with laptop(held(an_event(8), 2)) as host:
        await host.press("1", "o")
        before = keys(host)
        await host.press("ctrl+f")
        asked = keys(host)
        await host.press("ctrl+f")
        unlocked = keys(host)
        await host.press("ctrl+f", "ctrl+f")

        assert before == "Esc: cancel | Ctrl+F: finished rounds"
        assert asked == "Esc: cancel | Change what is already over? Ctrl+F again: yes"
        assert unlocked == "Esc: cancel | Tab: other round"
        assert keys(host) == unlocked


async def test_with_a_single_round_tab_changes_nothing() -> None:
    async with laptop(held(an_event(8), 1)) as host:
        await host.press("1", "o", "ctrl+f", "ctrl+f")
        before = host.words("who")
        await host.press("tab")

        assert before.startswith("Round 1: Person 01")
        assert host.words("who") == before
        assert keys(host) == "Esc: cancel"
