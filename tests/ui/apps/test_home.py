"""What `rounds` alone shows: the evenings opened last, and what can be done with each."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from rounds.i18n import using
from rounds.store.disk.lock import Lock
from rounds.ui.apps.home import HomeApp
from rounds.ui.screens.choices import Choice
from rounds.ui.widgets.option_rows import OptionRows
from tests.breadth import daily
from tests.hosts import SAMPLES
from tests.ui.screens.laptop import a_key, at_once, press
from tests.ui.window import rows

RECENT = tuple(Path(f"an-evening-whose-name-is-long-{number}.toml") for number in range(4))


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def mixer(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "founders_mixer.toml", tmp_path / "mixer.toml"))


@pytest.fixture
def held(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "chapter_last_month.toml", tmp_path / "held.toml"))


def lines(app: App[Any]) -> list[str]:
    return [row.rstrip() for row in rows(app)]


def seen(app: App[Any]) -> str:
    return "\n".join(lines(app))


async def read(pilot: Pilot[Any]) -> None:
    """Wait until the files of the list are read."""
    for _attempt in range(300):
        await pilot.pause(0.01)
        if not any(work.group == "summaries" for work in pilot.app.workers):
            return
    raise AssertionError("the files are not read")


async def choose(pilot: Pilot[Any], option: str) -> None:
    rows = pilot.app.screen.query_one(OptionRows)
    rows.highlighted = rows.get_option_index(option)
    await press(pilot, "enter")
    while pilot.app.is_running and not seen(pilot.app).strip():
        await pilot.pause()  # until what opens is painted


async def picture(size: tuple[int, int], language: str = "en") -> list[str]:
    with using(language):
        app = HomeApp(RECENT)
        async with app.run_test(size=size) as pilot:
            await read(pilot)
            return lines(app)


async def test_in_a_low_window_every_row_between_title_and_keys_is_a_choice() -> None:
    found = await picture((40, 10))

    assert found[0].startswith(" Rounds: speed")
    assert all("an-evening" in line for line in found[1:5])
    assert "New evening" in found[5]
    assert "Try it" in found[7]


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_in_the_smallest_window_the_choices_begin_below_one_line_of_title(
    language: str,
) -> None:
    found = await picture((20, 6), language)

    assert found[0].startswith(" Rounds")
    assert "an-evening" in found[1]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "21 people  planned"), ("ja", "21人  予定")]
)
async def test_an_evening_is_shown_with_title_day_people_and_how_far_it_is(
    mixer: Path, language: str, words: str
) -> None:
    with using(language):
        app = HomeApp((mixer,))
        async with app.run_test(size=(80, 24)) as pilot:
            await read(pilot)

            assert "Spring Founders Mixer" in seen(app)
            assert "2026-05-14" in seen(app) or "14 May" in seen(app) or "5月14日" in seen(app)
            assert words in seen(app)


@pytest.mark.parametrize("language", ["en", "ja"])
async def test_in_a_small_window_an_evening_still_has_its_day_people_and_how_far_it_is(
    mixer: Path, language: str
) -> None:
    with using(language):
        app = HomeApp((mixer,))
        async with app.run_test(size=(60, 20)) as pilot:
            await read(pilot)
            row = next(line for line in lines(app) if "Spring" in line)

    assert row.endswith({"en": "planned", "ja": "予定"}[language])


async def test_an_evening_that_was_held_is_finished_and_one_in_another_window_runs(
    mixer: Path, held: Path
) -> None:
    lock = Lock(mixer)
    app = HomeApp((mixer, held))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        found = lines(app)
    lock.release()

    assert next(line for line in found if "Founders" in line).endswith("running")
    assert next(line for line in found if line.endswith("finished"))


async def test_a_file_with_a_mistake_is_offered_for_checking_and_correcting_only(
    mixer: Path,
) -> None:
    mixer.write_text("[event]\ntitle = 3 o'clock\n")
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        assert "to be corrected" in seen(app)

        await choose(pilot, "at-0")

        assert "Check it" in seen(app)
        assert "editor" in seen(app)
        assert "Run the evening" not in seen(app)


@pytest.mark.parametrize(
    ("key", "command"),
    daily(2, [("r", "run"), ("c", "check"), ("h", "rehearse"), ("enter", "run")]),
)
async def test_the_chosen_evening_is_run_checked_or_rehearsed_by_one_key(
    mixer: Path, key: str, command: str
) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")
        await press(pilot, key)

    assert app.return_value is not None
    assert app.return_value.words == (command, str(mixer))
    assert app.return_value.back is (command != "run")


async def test_the_sheets_for_the_tables_are_printed_in_the_browser(mixer: Path) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")
        await press(pilot, "p")

    assert app.return_value is not None
    assert app.return_value.words == ("print", str(mixer), "--open")


async def test_a_newer_list_is_chosen_for_an_evening(mixer: Path) -> None:
    newer = mixer.with_name("newer.csv")
    newer.write_text("Name\nAnn Lee\n")
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")
        await press(pilot, "a")
        while "newer.csv" not in seen(app):
            await pilot.pause()
        await press(pilot, "enter")

    assert app.return_value is not None
    assert app.return_value.words == ("add", str(mixer), "--from", str(newer))


async def test_who_met_whom_is_written_beside_the_event_file(held: Path) -> None:
    held.with_name("held-history.csv").touch()
    app = HomeApp((held,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")
        await press(pilot, "x")

    assert app.return_value is not None
    assert app.return_value.words == (
        *("export", str(held), "--to"),
        str(held.with_name("held-history-2.csv")),
    )


async def test_an_evening_starts_over_only_after_a_question(held: Path) -> None:
    before = held.read_bytes()
    app = HomeApp((held,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")
        await press(pilot, "n", "enter")
        unchanged = held.read_bytes()
        await choose(pilot, "at-0")
        await press(pilot, "n", "down", "enter")
        await read(pilot)

        assert unchanged == before
        assert "The record so far is kept in ~/held-" in seen(app)
        assert "planned" in seen(app)

    (copy,) = (path for path in held.parent.glob("held-*.toml"))
    assert copy.read_bytes() == before


async def test_an_evening_that_runs_elsewhere_does_not_start_over(held: Path) -> None:
    lock = Lock(held)
    app = HomeApp((held,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")
        await press(pilot, "n", "down", "enter")

        assert "is already open" in seen(app)
    lock.release()


async def test_an_evening_without_a_record_offers_neither_an_export_nor_to_start_over(
    mixer: Path,
) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")

        assert "Start over" not in seen(app)
        assert "CSV" not in seen(app)
        assert "Write a sheet" not in seen(app)


@pytest.mark.parametrize("typed", ["x" * 300, "~nobody-of-that-name/mixer.toml"])
async def test_a_path_that_cannot_be_is_told_where_it_can_be_typed_again(typed: str) -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(pilot, "open")
        app.screen.query_one(Input).value = typed
        await press(pilot, "enter")

        assert "is not there" in seen(app)


async def test_a_file_that_was_typed_is_offered_with_what_can_be_done(mixer: Path) -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        app.screen.query_one(Input).value = "mixer"
        await press(pilot, "enter")
        await read(pilot)

        assert "Spring Founders Mixer" in seen(app)
        assert "Run the evening" in seen(app)


async def test_an_evening_is_chosen_by_a_click(mixer: Path) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await pilot.click(OptionRows, offset=(5, 1))
        await pilot.pause()

        assert "Run the evening" in seen(app)


async def test_of_two_choices_made_at_once_the_first_counts() -> None:
    app = HomeApp(())
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.screen.query_one(OptionRows)
        rows.highlighted = rows.get_option_index("demo")
        at_once(app, *map(a_key, ("enter", "enter", "down", "enter")))
        await pilot.pause()

    assert app.return_value == Choice(("demo",))


async def test_hostile_titles_are_shown_as_they_are(mixer: Path) -> None:
    title = "[@click=app.quit]x[/] \\u001b[2J"
    mixer.write_text(mixer.read_text().replace("Spring Founders Mixer", title))
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await choose(pilot, "at-0")

        assert "[@click=app.quit]x[/]" in seen(app)
        assert "\x1b" not in seen(app)


async def test_the_list_is_there_before_the_files_are_read(mixer: Path) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)):
        options = app.screen.query_one(OptionRows)

        assert options.option_count == 5
    assert os.path.exists(mixer)


async def test_a_recent_evening_says_how_much_is_due_today_and_d_opens_the_desk_with_all_of_them(
    mixer: Path, held: Path
) -> None:
    note = 'by = "Aiko Tanaka"\nabout = "Ben Carter"\nat = 2026-01-01 19:00:00+00:00\n'
    step = 'next_step = "mail"\nnext_step_on = 2026-01-02\n'
    held.write_text(held.read_text() + f"\n[[notes]]\nround = 1\n{note}{step}")
    app = HomeApp((mixer, held))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        found = seen(app)
        await press(pilot, "d")

    assert "1 due today" in found
    assert app.return_value == Choice(("after", str(held)), back=True, prints=False)


async def test_without_an_evening_that_was_held_no_desk_is_offered(mixer: Path) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await press(pilot, "d")

        assert "The days after" not in seen(app)
        assert app.is_running


@pytest.mark.parametrize("keys", [("question_mark",), ("f1",), ("o", "f1")])
async def test_the_keys_are_shown_on_the_first_screen_too(
    mixer: Path, keys: tuple[str, ...]
) -> None:
    app = HomeApp((mixer,))
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)

        await pilot.press(*keys)
        assert "Keys on this screen" in seen(app)

        await pilot.press("l", "escape")
        assert "Keys on this screen" not in seen(app)
