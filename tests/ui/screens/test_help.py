"""The help: the keys of the screen at hand and a page about the evening, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rounds.i18n import LANGUAGES, activate, using
from rounds.store.state.first_start import welcome_needed
from rounds.text.width import width
from rounds.ui.apps.evening import RoundsApp
from rounds.ui.screens.dialogs.ask_line import AskLineDialog
from rounds.ui.screens.dialogs.choose_person import ChoosePersonDialog
from rounds.ui.screens.dialogs.mark_pairing import MarkPairingDialog
from rounds.ui.screens.dialogs.welcome import WelcomeDialog
from rounds.ui.screens.help import KeysScreen, guide, paragraphs, shown_key
from rounds.ui.screens.stage import StageScreen
from tests.breadth import daily
from tests.evenings import Hands, a_session
from tests.ui.screens.laptop import press
from tests.ui.window import rows


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    yield
    activate("en")


def everything(app: RoundsApp) -> list[str]:
    return rows(app)


async def test_the_question_mark_shows_the_keys_of_the_stage_and_closes_them_again() -> None:
    app = RoundsApp(a_session())
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")
        seen = "\n".join(everything(app))
        await press(pilot, "question_mark")

        assert "Next step" in seen
        assert "Message to the room" in seen
        assert isinstance(app.screen, StageScreen)


async def test_the_help_changes_its_language_while_it_is_read() -> None:
    hands = Hands()
    app = RoundsApp(a_session(hands=hands))
    async with app.run_test() as pilot:
        await press(pilot, "question_mark", "l")
        hands.move(1)
        await press(pilot, "l")
        await pilot.pause()

        seen = "\n".join(everything(app))
        assert "この画面のキー" in seen
        assert "会場へのお知らせ" in seen
        assert "Next step" not in seen


async def test_a_question_over_the_console_shows_its_keys_too() -> None:
    session = a_session()
    app = RoundsApp(session, console=True)
    async with app.run_test() as pilot:
        person = session.event.participants[0].key
        app.push_screen(MarkPairingDialog(session.event, person, rounds=(), locked=()))
        await pilot.pause()
        await press(pilot, "question_mark")
        seen = " ".join("\n".join(everything(app)).split())
        await press(pilot, "question_mark")

        assert "h Held" in seen
        assert isinstance(app.screen, MarkPairingDialog)


async def test_the_search_for_a_person_shows_its_keys_before_anything_is_typed() -> None:
    session = a_session()
    app = RoundsApp(session, console=True)
    async with app.run_test() as pilot:
        app.push_screen(ChoosePersonDialog("Whom?", session.event))
        await pilot.pause()
        await press(pilot, "question_mark")
        seen = " ".join("\n".join(everything(app)).split())

        assert "Enter Accept" in seen
        assert "Up Down Choose" in seen
        assert "Move cursor" not in seen


async def test_a_question_tells_that_its_line_is_full() -> None:
    app = RoundsApp(a_session())
    async with app.run_test(notifications=True) as pilot:
        app.push_screen(AskLineDialog("The right spelling", lambda _line: None, "x" * 200))
        await pilot.pause()
        await press(pilot, "y")
        await pilot.pause()

        assert "This line is full" in "\n".join(everything(app))


async def test_keys_that_do_nothing_now_are_not_listed() -> None:
    app = RoundsApp(a_session())
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")

        seen = "\n".join(everything(app))
        assert "Pause" not in seen  # nothing runs yet
        assert "Focus" not in seen


async def test_a_key_pressed_in_the_help_does_nothing_to_the_evening() -> None:
    session = a_session()
    app = RoundsApp(session)
    async with app.run_test() as pilot:
        await press(pilot, "question_mark", "space", "b", "m", "ctrl+q")

        assert not session.muted
        assert not session.black
        assert isinstance(app.screen, StageScreen)


@pytest.mark.parametrize("language", daily(1, LANGUAGES))
async def test_everything_fits_a_small_window_and_can_be_read_to_its_end(language: str) -> None:
    app = RoundsApp(a_session(language=language))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "question_mark")
        await pilot.pause()
        seen: list[str] = everything(app)
        for _ in range(6):
            await press(pilot, "space", "space")
            seen += everything(app)

        last = guide(58).plain.split("\n")[-1]
        assert any(last in line for line in seen)
        assert all(width(line) <= 60 for line in seen)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [58, 76])
def test_the_page_about_the_evening_is_wrapped_to_the_window(language: str, cells: int) -> None:
    with using(language):
        lines = guide(cells).plain.split("\n")

    assert max(width(line) for line in lines) <= cells


def test_a_line_that_goes_on_is_joined_without_a_blank_in_japanese() -> None:
    assert paragraphs("- 名簿に\n  ない方\n- one\n  two") == ["- 名簿にない方", "- one two"]


def test_keys_are_named_as_on_the_keyboard() -> None:
    named = [shown_key(key) for key in ("ctrl+q", "question_mark", "pagedown", "f2", "n")]

    assert named == ["Ctrl+Q", "?", "PgDn", "F2", "n"]


async def test_the_welcome_is_closed_by_any_key_and_does_not_come_back() -> None:
    session = a_session()
    app = RoundsApp(session)
    async with app.run_test() as pilot:
        needed = welcome_needed()
        app.push_screen(WelcomeDialog())
        await pilot.pause()
        await press(pilot, "m")

        assert needed
        assert not welcome_needed()
        assert not session.muted
        assert isinstance(app.screen, StageScreen)


async def test_the_help_opens_over_the_stage_only() -> None:
    app = RoundsApp(a_session())
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")

        assert isinstance(app.screen, KeysScreen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_of_the_second_window_and_where_names_are_corrected(language: str) -> None:
    with using(language):
        page = " ".join(guide(76).plain.split())

    assert "rounds stage" in page
    assert {"en": "h, then e", "ja": "h、e の順"}[language] in page


async def test_the_help_lists_no_key_in_another_language() -> None:
    session = a_session()
    session.choose_language("ja")
    app = RoundsApp(session)
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")
        await pilot.pause()
        seen = "\n".join(everything(app))

    assert "Copy" not in seen
    assert "次へ" in seen
