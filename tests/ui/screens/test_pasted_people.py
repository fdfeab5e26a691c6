"""Several lines pasted where a name is asked for: walk-ins, after a question."""

from __future__ import annotations

from textual import events

from rounds.domain.people import roster
from tests.ui.screens.laptop import Laptop, into_the_round, laptop
from tests.ui.screens.test_check_in import guests, here

THREE = "Gus Hall\tNorthwind\r\nHana Mori\n\nIvo Kral / Steel / metal\n"


async def paste(host: Laptop, text: str) -> None:
    await host.burst(events.Paste(text))


async def test_three_pasted_lines_at_the_door_are_three_walk_ins_after_a_question() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await paste(host, THREE)
        await host.until("ChooseDialog")

        assert here(host.session) == []
        await host.press("down", "enter")
        await host.until("CheckInScreen")

        found = host.session.event.walk_ins
        assert [(each.name, each.company, each.industry) for each in found] == [
            ("Gus Hall", "Northwind", ""),
            ("Hana Mori", "", ""),
            ("Ivo Kral", "Steel", "metal"),
        ]
        assert host.words("told") == "3 walk-ins are here: Gus Hall, Hana Mori, Ivo Kral"


async def test_a_question_that_is_not_answered_adds_nobody() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await paste(host, THREE)
        await host.until("ChooseDialog")
        await host.press("enter")
        await host.until("CheckInScreen")

        assert host.session.event.walk_ins == ()


async def test_who_is_on_the_roster_already_is_not_added_again() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await paste(host, "ana silva\nGus Hall\n")
        await host.until("ChooseDialog")
        await host.press("down", "enter")
        await host.until("CheckInScreen")
        await paste(host, "Ana Silva\nGus Hall\n")
        await host.settle()

        assert [each.name for each in host.session.event.walk_ins] == ["Gus Hall"]
        assert host.words("told") == "They are all on the roster already: Ana Silva, Gus Hall"


async def test_one_pasted_line_is_typed_as_it_was() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await paste(host, "Gus Hall\n")

        assert host.screen == "CheckInScreen"
        assert host.session.event.walk_ins == ()


async def test_lines_pasted_into_the_console_s_question_are_one_step_that_can_be_undone() -> None:
    async with laptop(guests()) as host:
        await into_the_round(host)
        await host.press("a")
        await host.until("AskLineDialog")
        await paste(host, "Gus Hall\nHana Mori\n")
        await host.until("ChooseDialog")
        await host.press("down", "enter")
        await host.until("ConsoleScreen")

        assert [each.name for each in host.session.event.walk_ins] == ["Gus Hall", "Hana Mori"]
        states = roster.states(host.session.event)
        assert [states[name] for name in ("Gus Hall", "Hana Mori")] == ["here", "here"]
        host.session.take_back()
        assert host.session.event.walk_ins == ()


async def test_a_list_from_a_chat_brings_neither_its_total_nor_who_cancelled() -> None:
    async with laptop(guests()) as host:
        await host.press("c")
        await paste(host, "1. Gus Hall\n・青木 恵様\n【欠席】辻 四郎\n合計 3名\n")
        await host.until("ChooseDialog")
        await host.press("down", "enter")
        await host.until("CheckInScreen")

        assert [each.name for each in host.session.event.walk_ins] == ["Gus Hall", "青木 恵"]

        await paste(host, "合計 3名\n----\n")
        await host.settle()

        assert host.words("told") == "These lines name nobody who comes: 合計 3名, ----"
