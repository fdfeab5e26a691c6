"""What guests tell the host in confidence: typed at the laptop, read by the host alone."""

from __future__ import annotations

import asyncio

import pytest

from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, laptop
from tests.ui.screens.notes.breaks import in_the_break

ANN, BEN = "Person 01", "Person 02"
SECRET = "SECRETHAPPENED"


async def pick(host: Laptop, name: str) -> None:
    await host.until("ChoosePersonDialog")
    await host.type(name)
    await host.press("enter")


async def tell(host: Laptop, wish: str) -> None:
    """Tell that Person 02 came too close."""
    await pick(host, BEN)
    await host.until("AskLineDialog")
    await host.type(SECRET)
    await host.press("enter")
    await host.until("ChooseDialog")
    await host.press(wish)


async def kept(host: Laptop, reports: int = 1) -> None:
    while len(host.session.reports.undecided) < reports:
        await host.settle()


async def test_a_guest_tells_it_in_the_notes_without_a_name() -> None:
    async with in_the_break(8) as host:
        host.app.projector = True
        await host.press("n", "enter", "f3")
        await tell(host, "l")
        await host.until("ChooseDialog")
        await host.press("w")
        await kept(host)

        (report,) = host.session.reports.undecided
        assert (report.about.name, report.happened, report.by) == (BEN, SECRET, None)
        assert host.screen == "NotesScreen"
        assert "The host will read it." in await host.everything()


async def test_whoever_wants_to_be_kept_apart_is_asked_for_a_name() -> None:
    async with in_the_break(8) as host:
        host.app.projector = True
        await host.press("n", "enter", "f3")
        await tell(host, "k")
        await pick(host, ANN)
        await kept(host)

        by = host.session.reports.undecided[0].by
        assert by is not None
        assert by.name == ANN


async def test_where_the_room_reads_along_nothing_is_asked_or_shown() -> None:
    async with in_the_break(8) as host:
        await host.press("n", "enter", "f3")

        assert host.screen == "NotesScreen"
        assert "tell the host in person" in await host.everything()


async def test_escape_gives_it_up_and_keeps_nothing() -> None:
    async with laptop(an_event()) as host:
        await host.press("j")
        await host.until("ChooseDialog")
        await host.press("e")
        await pick(host, BEN)
        await host.until("AskLineDialog")
        await host.type(SECRET)
        await host.press("escape")
        await host.until("ConsoleScreen")

        assert host.session.reports.undecided == ()


@pytest.mark.parametrize("language", ["en", pytest.param("ja", marks=pytest.mark.wide)])
async def test_the_console_shows_a_number_and_the_host_keeps_two_apart(language: str) -> None:
    async with laptop(an_event(), language=language) as host:
        host.session.reports.tell(BEN, SECRET, "keep_apart", ANN)
        await host.wait(1)
        seen = await host.everything()
        assert ("1 new report" if language == "en" else "新しいご相談1件") in seen
        assert SECRET not in seen

        await host.press("j")
        await host.until("ChooseDialog")
        assert SECRET not in await host.everything()
        await host.press("down", "enter")
        await host.settle()
        await host.until("ChooseDialog")
        assert SECRET in await host.everything()
        await host.press("k")
        await host.until("ConsoleScreen")

        assert set(host.session.event.kept_apart[0].people) == {ANN, BEN}
        assert host.session.reports.undecided == ()
        await host.wait(11)
        seen = await host.everything()
        assert not any(word in seen for word in ("new report", "ご相談", SECRET))


async def test_a_person_reported_before_is_marked_in_numbers_and_only_for_the_host() -> None:
    async with laptop(an_event()) as host:
        host.session.reports.tell(BEN, SECRET, "listen", ANN)
        host.session.reports.decide(host.session.reports.undecided[0], "refused")
        await host.wait(1)
        await host.press("2")
        await host.wait(1)

        assert host.words("told") == (
            "2 Person 02, Company 02 | 1 report in confidence; you decided not to invite them again"
        )


async def test_the_key_does_nothing_on_a_console_that_the_room_sees() -> None:
    async with laptop(an_event(), console=False) as host:
        host.session.reports.tell(BEN, SECRET, "listen", None)
        await host.press("h", "j")
        await host.wait(1)

        assert host.screen == "ConsoleScreen"
        assert "report" not in await host.everything()


async def test_everybody_is_greeted_one_after_the_other() -> None:
    async with laptop(an_event(4)) as host:
        await host.press("y")
        assert "Person 01 is greeted. 3 people to greet" in host.words("told")
        await host.press("Y")
        assert host.marked == BEN
        await host.press("y", "Y", "y", "Y", "y")
        assert "You have greeted everybody." in host.words("told")

        await host.press("u")
        assert len(host.session.event.greeted) == 3


LEFT_ALONE = "rounds.ui.screens.in_confidence.UNATTENDED"


async def test_a_line_that_somebody_left_is_taken_off_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with laptop(an_event()) as host:
        await host.press("j")
        await host.until("ChooseDialog")
        monkeypatch.setattr(LEFT_ALONE, 0.5)
        await host.press("e")
        await pick(host, BEN)
        await host.until("ConsoleScreen")

        assert host.session.reports.undecided == ()


@pytest.mark.parametrize("dialog", ["ChooseDialog", "ChoosePersonDialog"])
async def test_a_question_that_somebody_left_is_taken_off_the_screen(
    dialog: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with laptop(an_event()) as host:
        monkeypatch.setattr(LEFT_ALONE, 0.5 if dialog == "ChooseDialog" else 60.0)
        await host.press("j")
        await host.until("ChooseDialog")
        if dialog == "ChoosePersonDialog":
            monkeypatch.setattr(LEFT_ALONE, 0.5)
            await host.press("e")
            await host.until(dialog)
            await host.type("2")
        await host.until("ConsoleScreen")


async def test_the_text_of_a_report_does_not_stay_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rounds.ui.screens.in_confidence.UNATTENDED_READING", 0.5)
    async with laptop(an_event()) as host:
        host.session.reports.tell(BEN, SECRET, "listen", None)
        await host.press("j")
        await host.until("ChooseDialog")
        await host.press("down", "enter")
        await host.until("ConsoleScreen")

        assert SECRET not in await host.everything()
        assert len(host.session.reports.undecided) == 1


async def test_whoever_is_still_writing_is_not_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    async with laptop(an_event()) as host:
        await host.press("j")
        await host.until("ChooseDialog")
        monkeypatch.setattr(LEFT_ALONE, 1.0)
        await host.press("e")
        await pick(host, BEN)
        await host.until("AskLineDialog")
        for _letter in range(8):
            await host.type("x")
            await asyncio.sleep(0.2)

        assert host.screen == "AskLineDialog"
