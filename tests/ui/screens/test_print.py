"""Printing from the console, while the evening goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from rounds.background.at_once import PlannerAtOnce
from rounds.domain.planner.result import Plan
from rounds.formats.print.kinds import SHEETS
from tests.breadth import daily
from tests.evenings import a_session, an_event
from tests.ui.screens.laptop import Laptop, laptop

pytestmark = pytest.mark.usefixtures("no_desktop")


@pytest.fixture
def no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser opens in the middle of the tests."""
    monkeypatch.setattr("rounds.ui.screens.print.open_in_browser", lambda _paths: False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mixer.toml"


async def printed(host: Laptop, folder: Path) -> list[str]:
    """Return the files that are there once the screen has reported."""
    while not host.words("told") or host.words("told").startswith("Looking"):
        await asyncio.sleep(0.01)
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def test_enter_prints_the_usual_sheets_beside_the_event_file(file: Path) -> None:
    async with laptop(an_event(6), file=file) as host:
        await host.press("ctrl+p", "enter")

        assert await printed(host, file.with_name("mixer-print")) == [
            f"mixer-{sheet}.html" for sheet in ("list", "memo", "reception", "tables")
        ]
        assert "mixer-print" in host.words("told")
        assert "Open it in a browser and print it there." in host.words("told")


async def test_the_plan_on_paper_is_that_of_the_screen(file: Path) -> None:
    async with laptop(an_event(6), file=file) as host:
        await host.press("ctrl+p", *["down"] * len(SHEETS), "enter")
        await printed(host, file.with_name("mixer-print"))
        on_paper = host.session.event.plan
        host.session.people.check_in_all()
        await host.press("escape")
        await host.wait(2)
        await host.press("enter")

        assert host.session.event.plan == on_paper
        assert host.session.run.phase == "move"


class SlowPlanner(PlannerAtOnce):
    """Finds a first plan at once and looks for a better one a while."""

    looks = 5

    def best(self) -> Plan | None:
        found = super().best()
        self.looks -= found is not None
        return found and found._replace(final=self.looks < 0)


async def test_no_plan_is_printed_that_a_better_one_may_replace(file: Path) -> None:
    planner = SlowPlanner()
    session = a_session(an_event(6), planner=planner)
    async with laptop(session, file=file) as host:
        await host.press("ctrl+p", *["down"] * len(SHEETS), "enter")
        while "mixer-print" not in host.words("told"):
            await asyncio.sleep(0.01)

        assert planner.looks < 0
        assert session.event.plan
        assert session.plan.board.settled


async def test_p_changes_the_size_of_the_paper(file: Path) -> None:
    async with laptop(an_event(4), file=file) as host:
        await host.press("ctrl+p")
        before = host.words("paper")

        await host.press("p", "down", "enter")

        assert (before, host.words("paper")) == ("Paper: A4", "Paper: Letter")
        await printed(host, file.with_name("mixer-print"))
        page = file.with_name("mixer-print") / "mixer-list.html"
        assert "size: 215.9mm 279.4mm" in page.read_text(encoding="utf-8")


async def test_a_folder_that_cannot_be_made_is_told_and_the_evening_goes_on(file: Path) -> None:
    file.with_name("mixer-print").write_text("in the way")
    async with laptop(an_event(4), file=file) as host:
        await host.press("ctrl+p", "enter")
        await printed(host, file.with_name("nothing"))

        assert "cannot be written" in host.words("told")
        await host.press("escape")
        assert host.screen == "ConsoleScreen"


async def test_nobody_to_pair_is_told(file: Path) -> None:
    event = an_event(2, rounds=1)
    async with laptop(event, file=file) as host:
        for person in event.participants:
            host.session.people.mark_absent(person.key)
        await host.press("ctrl+p", "enter")

        assert await printed(host, file.with_name("mixer-print"))


async def test_a_click_prints_the_row_under_the_pointer(file: Path) -> None:
    async with laptop(an_event(4), file=file) as host:
        await host.press("ctrl+p")
        await host.click("PickList", (4, 1 + SHEETS.index("badges")))

        assert await printed(host, file.with_name("mixer-print")) == ["mixer-badges.html"]


async def test_a_rehearsal_prints_nothing() -> None:
    async with laptop(an_event(4)) as host:
        await host.press("ctrl+p")

        assert host.screen == "ConsoleScreen"


@pytest.mark.parametrize("language", daily(1, ["en", "ja"]))
@pytest.mark.parametrize("size", [(80, 24), pytest.param((60, 20), marks=pytest.mark.wide)])
async def test_every_choice_is_seen_in_a_small_window(
    file: Path, language: str, size: tuple[int, int]
) -> None:
    async with laptop(an_event(4), size=size, language=language, file=file) as host:
        await host.press("ctrl+p")

        shown = await host.everything()
        wanted = {
            "en": ["Participant list", "Name badges", "Personal cards", "The plan on paper"],
            "ja": ["参加者一覧", "名札", "個人カード", "組み合わせ表（予備）"],
        }
        assert [words for words in wanted[language] if words not in shown] == []
