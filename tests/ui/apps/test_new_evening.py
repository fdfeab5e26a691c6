"""A host sets up tonight's evening without an editor, from the keyboard or with the mouse."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from rounds.domain.language import Language
from rounds.domain.new_evening.answers import Answers
from rounds.domain.people.private_reports import PrivateReport
from rounds.i18n import using
from rounds.store.reading.read import read
from rounds.store.state.new_evening_draft import draft
from rounds.store.state.recent import recent
from rounds.ui.apps.new_evening import NewEveningApp
from rounds.ui.widgets.option_rows import OptionRows
from rounds.ui.widgets.people_table import PeopleTable
from tests.breadth import daily
from tests.ui.screens.laptop import a_key, all_done, at_once
from tests.ui.window import rows

TODAY = date(2026, 11, 27)

LIST = """\
Name,Company,Industry,RSVP
Ann Lee,Tidewater,finance,yes
Ben O'Neill,Acme,design,yes
Chloé Martin,Atelier Nord,design,no
Dmitri Sato,Kitanomori,hardware,yes
Emi Fischer,Fischer GmbH,logistics,yes
Finn Berg,Bergwerk,mining,yes
"""


class Host:
    """Presses keys and reads the screen."""

    def __init__(self, app: NewEveningApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys; waiting for an idle process after each takes ten times as long."""
        for key in keys:
            at_once(self.app, a_key(key))
            await self.settle()

    async def settle(self) -> None:
        """Let what follows happen, and be painted."""
        for _picture in range(2):
            await all_done()
            await self.pilot.pause(0)
        await all_done()

    async def type(self, *lines: str) -> None:
        """Write lines, each ended with Enter."""
        for line in lines:
            if line:
                field = self.app.screen.focused
                assert isinstance(field, Input)
                field.insert_text_at_cursor(line)
            await self.press("enter")

    async def paste(self, text: str) -> None:
        at_once(self.app, events.Paste(text))
        await self.settle()

    async def choose(self, option: str) -> None:
        rows = self.app.screen.query_one(OptionRows)
        rows.highlighted = rows.get_option_index(option)
        await self.press("enter")
        await self.settle()

    @property
    def seen(self) -> str:
        return "\n".join(row.rstrip() for row in rows(self.app))

    @property
    def step(self) -> str:
        return type(self.app.screen).__name__

    async def until(self, words: str) -> str:
        """Wait until words are on the screen, and return all of it."""
        for _attempt in range(200):
            if words in self.seen:
                return self.seen
            await self.settle()
        raise AssertionError(self.seen)

    async def at(self, step: str) -> None:
        for _attempt in range(200):
            await self.settle()
            if self.step == f"{step}Screen" and self.app.screen.is_mounted:
                await self.settle()
                return
        raise AssertionError(self.seen)


Start = Callable[..., AbstractAsyncContextManager[Host]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    for name in ("STATE", "DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "evening"
    folder.mkdir()
    (folder / "people.csv").write_text(LIST)
    monkeypatch.chdir(folder)

    @asynccontextmanager
    async def begin(
        size: tuple[int, int] = (80, 24),
        language: Language = "en",
        file: str = "",
        reports: Sequence[PrivateReport] = (),
    ) -> AsyncIterator[Host]:
        with using(language):
            app = NewEveningApp(Answers(language=language, file=file), TODAY, reports)
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield Host(app, pilot)

    return begin


async def details(host: Host) -> None:
    await host.at("Details")
    await host.type("Spring Mixer", "5 Dec", "Harbor Hall", "18:30", "8 pm", "", "")
    await host.at("Source")


async def asked_for_names(host: Host) -> None:
    """Go to the line in which names are typed one after the other."""
    await details(host)
    await host.press("t")
    for _turn in range(20):
        await host.settle()
        if host.step == "AskLineDialog":
            break


async def with_people(host: Host) -> None:
    await details(host)
    await host.choose("file-0")
    await host.at("People")


async def test_the_host_is_told_who_was_refused_before_until_that_person_is_left_out(
    start: Start,
) -> None:
    refused = PrivateReport.checked(
        {
            "at": datetime(2026, 5, 14, 20, 0, tzinfo=UTC),
            "about": {"name": "Ben O'NEILL", "company": "ACME Ltd"},
            "by": {"name": "Ann Lee"},
            "happened": "SECRET",
            "decision": "refused",
        }
    )
    async with start(reports=[refused]) as host:
        await with_people(host)
        said = await host.until("in confidence")
        await host.press("down")
        marked = await host.until("Please look")
        await host.press("x")
        left_out = await host.until("Left out")

    about_ben = "Ben O'Neill: 1 report in confidence; you decided not to invite them again"
    assert about_ben in said
    assert f"Please look: {about_ben}" in " ".join(marked.split())
    assert "in confidence" not in left_out
    assert "SECRET" not in said + marked


def written(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text())


@pytest.mark.parametrize("size", [(80, 24), pytest.param((60, 20), marks=pytest.mark.wide)])
async def test_from_a_list_in_the_folder_to_the_commented_file(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size) as host:
        await with_people(host)
        assert "5 people, 1 left out" in host.seen
        await host.press("g")
        await host.at("Outlook")
        said = " ".join(host.seen.split())
        assert "5 people, 5 rounds of 8 minutes, break after 2, ends 19:26, 56 min long" in said
        await host.press("enter")
        await host.at("Written")
        await host.press("c")

    path = Path("2026-12-05-spring-mixer.toml").absolute()
    assert host.app.return_value is not None
    assert host.app.return_value.words == ("check", str(path))
    assert written(path)["event"] == {
        "title": "Spring Mixer",
        "date": date(2026, 12, 5),
        "place": "Harbor Hall",
        "language": "en",
        "rounds": 5,
        "round_minutes": 8,
        "break_after": [2],
        "break_minutes": 10,
        "starts_at": "18:30",
        "ends_at": "20:00",
    }
    names = [person["name"] for person in written(path)["participants"]]
    assert names == ["Ann Lee", "Ben O'Neill", "Dmitri Sato", "Emi Fischer", "Finn Berg"]
    assert "# earlier_events = " in path.read_text()
    assert read(path).warnings == ()
    assert recent() == (path,)
    assert draft() is None


async def test_who_was_left_out_is_shown_with_the_reason_and_can_be_taken_in(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("down", "down")
        assert "Left out: does not come: no" in host.seen
        await host.press("x")

        assert "6 people (2 of 3)" in host.seen


async def test_a_cell_is_put_right(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("down", "right", "enter")
        assert "company of Ben O'Neill" in host.seen
        await host.press("ctrl+u")
        await host.type("Tidewater 潮風")
        await host.settle()

        assert host.app.answers.people[1].values["company"] == "Tidewater 潮風"
        assert "Tidewater 潮風" in host.seen


async def test_a_name_cannot_be_emptied_but_the_person_can_be_left_out(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("enter", "ctrl+u", "enter")
        assert "A name is needed" in host.seen
        await host.press("escape", "x")

        assert not any(row.name == "Ann Lee" for row in host.app.answers.coming)


async def test_a_list_that_is_pasted_is_read_as_a_file_is(start: Start) -> None:
    async with start() as host:
        await details(host)
        await host.paste("氏名\t会社\r田中 愛子\t北の森ラボ\r佐藤 健\t潮風\r")
        await host.at("People")

        assert [row.values for row in host.app.answers.people] == [
            {"name": "田中 愛子", "company": "北の森ラボ"},
            {"name": "佐藤 健", "company": "潮風"},
        ]


async def test_names_are_typed_one_after_the_other(start: Start) -> None:
    async with start() as host:
        await asked_for_names(host)
        for line in ("Ann Lee / Tidewater / finance", "山田 花子／北の森", "Ben"):
            await host.type(line)
            await host.settle()
        await host.press("enter")
        await host.at("People")

        assert [row.values for row in host.app.answers.people] == [
            {"name": "Ann Lee", "company": "Tidewater", "industry": "finance"},
            {"name": "山田 花子", "company": "北の森"},
            {"name": "Ben"},
        ]


@pytest.mark.parametrize(
    "pasted",
    daily(1, ["Name\tCompany\nAnn Lee\tAcme\nBen\tTidewater\n", "Ann Lee / Acme\nBen / Tidewater"]),
)
async def test_a_list_pasted_where_a_name_is_asked_for_is_a_list(start: Start, pasted: str) -> None:
    async with start() as host:
        await asked_for_names(host)
        await host.paste(pasted)
        await host.settle()

        assert [row.values for row in host.app.answers.people] == [
            {"name": "Ann Lee", "company": "Acme"},
            {"name": "Ben", "company": "Tidewater"},
        ]


async def test_a_second_list_asks_whether_it_is_added_or_comes_instead(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("escape")
        await host.at("Source")
        await host.paste("name\nAnn Lee\nGina Rossi\n")
        assert "There is a list of 6 people already" in host.seen
        await host.press("enter")
        await host.at("People")

        assert [row.name for row in host.app.answers.people][5:] == ["Finn Berg", "Gina Rossi"]


async def test_going_back_and_forward_keeps_every_answer(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("x", "g")
        await host.at("Outlook")
        await host.press("right", "down", "left")
        before = host.app.answers
        for step in ("People", "Source", "Details"):
            await host.press("escape")
            await host.at(step)
        assert "Spring Mixer" in host.seen
        await host.press("pagedown")
        await host.at("Source")
        await host.press("g")
        await host.at("People")
        await host.press("g")
        await host.at("Outlook")

        assert host.app.answers == before
        assert "4 people, 4 rounds of 7 minutes" in host.seen


async def test_who_leaves_half_way_is_offered_everything_next_time(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("ctrl+q")
    assert host.app.return_value is None
    async with start() as again:
        assert "An evening is only half set up" in again.seen
        assert "Spring Mixer: 5 people" in again.seen
        await again.press("enter")
        await again.at("Details")

        assert again.app.answers == host.app.answers


async def test_a_draft_is_given_up_only_when_a_new_evening_is_begun(start: Start) -> None:
    async with start() as host:
        await details(host)
        await host.press("ctrl+q")
    async with start() as again:
        await again.press("down", "enter")
        await again.at("Details")
        assert draft() == host.app.answers
        await again.type("Autumn")
        await again.press("ctrl+q")

    assert draft() == Answers(title="Autumn")


async def test_the_draft_is_kept_when_the_window_is_closed(start: Start) -> None:
    async with start() as host:
        await host.at("Details")
        await host.type("Spring")
        host.app.keep(1.0)

        assert draft() == Answers(title="Spring")


async def test_arrows_change_the_evening_and_an_end_that_is_too_late_is_told(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("escape", "escape")
        await host.at("Details")
        await host.press("up", "up", "ctrl+u")
        await host.type("19:00")
        await host.press("pagedown")
        await host.at("Source")
        await host.press("g")
        await host.at("People")
        await host.press("g")
        await host.at("Outlook")
        assert "5 people, 3 rounds of 8 minutes, ends 18:58" in host.seen
        await host.press("right", "down", "right")
        assert "4 rounds of 9 minutes, ends 19:11" in host.seen
        assert "That is 11 minutes after 19:00" in host.seen
        await host.press("down", "right", "right")

        assert "break after 2" in host.seen


async def test_introductions_are_chosen_in_the_form_and_written(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("g")
        await host.at("Outlook")
        assert "introductions     " in host.seen
        at_once(host.app, *map(a_key, ["down"] * 4 + ["right"] * 4))
        await host.settle()

        assert "5 people, introductions of 60 s each, " in host.seen
        await host.press("enter")
        await host.at("Written")
        assert host.app.written is not None
        assert written(host.app.written)["event"]["introductions"] == 60


async def test_more_rounds_than_partners_are_told(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("g")
        await host.at("Outlook")
        await host.press("right", "right")

        assert "Only 5 rounds are possible: after them everybody has met everybody" in (
            " ".join(host.seen.split())
        )


async def test_a_day_that_is_none_is_told_and_keeps_the_host_on_its_line(start: Start) -> None:
    async with start() as host:
        await host.at("Details")
        await host.type("Spring", "the day after")
        await host.press("pagedown")
        await host.settle()

        assert host.step == "DetailsScreen"
        assert "Write the date as 2026-12-05" in host.seen


async def test_what_is_typed_in_one_go_stands_in_the_right_lines(start: Start) -> None:
    async with start() as host:
        await host.at("Details")
        at_once(
            host.app,
            *(events.Key(each, None if each == "enter" else each) for each in ("A", "enter")),
            *(a_key(each) for each in "5.12."),
            *(a_key(each) for each in ("enter", "B", "enter", "7", "p", "m")),
        )
        for _turn in range(5):
            await host.settle()

        answers = host.app.answers
        assert (answers.title, answers.place, answers.starts) == ("A", "B", "7pm")


async def test_an_event_file_is_never_replaced(start: Start) -> None:
    Path("mixer.toml").write_text("mine")
    async with start(file="mixer") as host:
        await host.at("Details")
        await host.press("pagedown")
        await host.settle()

        assert host.step == "DetailsScreen"
        assert "already exists" in host.seen
    assert Path("mixer.toml").read_text() == "mine"


@pytest.mark.parametrize(
    "typed",
    [
        "/",
        *(
            pytest.param(each, marks=pytest.mark.wide)
            for each in ("//", ".", "..", "~", "./", "~nobody-of-that-name", "a/b/c", "x" * 400)
        ),
    ],
)
async def test_a_name_that_no_file_can_have_keeps_the_host_on_its_line(
    start: Start, typed: str
) -> None:
    async with start(file=typed) as host:
        await host.at("Details")
        await host.press("pagedown")
        await host.settle()

        assert host.app.is_running
        assert host.step in {"DetailsScreen", "SourceScreen"}


async def test_a_file_that_is_no_list_is_told_and_another_one_can_be_chosen(start: Start) -> None:
    Path("people.csv").write_text("")
    async with start() as host:
        await details(host)
        await host.choose("file-0")

        assert host.step == "SourceScreen"
        assert "This roster is empty" in host.seen


async def test_a_cell_is_chosen_and_a_value_changed_with_the_mouse(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        for _click in range(2):
            await host.pilot.click(PeopleTable, offset=(8, 2))
            await host.settle()
        assert "name of Ben O'Neill" in host.seen
        await host.press("escape", "g")
        await host.at("Outlook")
        await host.pilot.click("#rounds", offset=(1, 0))
        await host.settle()

        assert "4 rounds of 8 minutes" in host.seen


async def test_hostile_names_are_shown_as_they_are_and_do_nothing(start: Start) -> None:
    async with start() as host:
        await details(host)
        await host.paste("name\n[@click=app.quit]x[/]\n[/]\n=1+1\nA\x1b[2J\u202eB\n")
        await host.at("People")
        await host.settle()

        assert "[@click=app.quit]x[/]" in host.seen
        assert "\x1b" not in host.seen
        assert "\u202e" not in host.seen


@pytest.mark.parametrize("size", [pytest.param((80, 24), marks=pytest.mark.wide), (60, 20)])
async def test_every_step_is_in_japanese(start: Start, size: tuple[int, int]) -> None:
    async with start(size, "ja") as host:
        await host.at("Details")
        await host.type("春の交流会", "12月5日", "港ホール", "18時半", "20:30", "", "")
        await host.at("Source")
        await host.choose("file-0")
        await host.at("People")
        assert "参加者5人、除外1人" in host.seen
        await host.press("g")
        await host.at("Outlook")
        becomes = "5人、5ラウンド（各8分）、第2ラウンドの後に休憩、19:26終了、所要56分"
        assert becomes in "".join(host.seen.split())
        await host.press("enter")
        await host.at("Written")

    assert written(Path("2026-12-05-春の交流会.toml"))["event"]["language"] == "ja"


async def test_two_hundred_people_with_long_names_have_room(start: Start) -> None:
    names = "\n".join(f"{'Long ' * 12}{number},{'Company ' * 9}" for number in range(200))
    async with start((60, 20)) as host:
        await details(host)
        await host.paste(f"name,company\n{names}\n")
        await host.at("People")
        await host.press("end", "pagedown", "pagedown")
        assert "200 people (2 of 3)" in host.seen
        await host.press("g")
        await host.at("Outlook")
        await host.press("enter")
        await host.at("Written")

    assert len(written(Path("2026-12-05-spring-mixer.toml"))["participants"]) == 200


async def test_enter_pressed_twice_answers_one_question(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("g")
        await host.at("Outlook")
        at_once(host.app, a_key("enter"), a_key("enter"))
        await host.at("Written")

        assert host.app.is_running


async def test_what_the_form_shows_in_empty_lines_is_what_the_evening_gets(start: Start) -> None:
    async with start() as host:
        await host.at("Details")
        for shown in ("27 November 2026", "18:30", "20:30"):
            assert shown in host.seen
        await host.press("pagedown")
        await host.at("Source")
        await host.choose("file-0")
        await host.at("People")
        await host.press("g")
        await host.at("Outlook")
        await host.press("enter")
        await host.at("Written")
        assert host.app.written is not None
        event = written(host.app.written)["event"]

    assert event["date"] == TODAY
    assert (event["starts_at"], event["ends_at"]) == ("18:30", "20:30")


async def test_a_dash_says_that_an_evening_has_no_date_and_no_times(start: Start) -> None:
    async with start() as host:
        await host.at("Details")
        await host.type("Spring Mixer", "-", "", "-", "")
        assert "20:30" not in host.seen
        await host.press("pagedown")
        await host.at("Source")
        await host.choose("file-0")
        await host.at("People")
        await host.press("g")
        await host.at("Outlook")
        await host.press("enter")
        await host.at("Written")
        assert host.app.written is not None
        event = written(host.app.written)["event"]

    assert not {"date", "starts_at", "ends_at"} & set(event)


async def test_the_most_rounds_that_are_possible_are_told_at_once(start: Start) -> None:
    async with start() as host:
        await with_people(host)
        await host.press("g")
        await host.at("Outlook")
        assert "5 rounds are the most: after them everybody has met everybody." in host.seen


async def test_the_keys_of_every_step_are_shown_and_nothing_typed_is_lost(start: Start) -> None:
    async with start() as host:
        await host.at("Details")
        await host.type("Spring Mixer")
        for step in ("Source", "People", "Outlook", "Outlook"):
            await host.press("f1")
            assert "Keys on this screen" in host.seen
            assert "Cursor" not in host.seen
            await host.press("escape")
            assert "Keys on this screen" not in host.seen
            if step == "Source":
                await host.press("pagedown")
            elif step == "People":
                await host.choose("file-0")
            elif "Outlook" not in host.step:
                await host.press("g")
            await host.at(step)

        assert host.app.answers.title == "Spring Mixer"
