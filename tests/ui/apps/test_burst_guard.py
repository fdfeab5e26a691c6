"""Two quick keys are one: whatever arrives at once takes one screen away, or opens one."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.binding import ActiveBinding
from textual.message import Message
from textual.screen import Screen

from rounds.i18n import LANGUAGES
from rounds.ui.apps.burst_guard import BURST, DOUBLE
from rounds.ui.screens.base import Dialog
from rounds.ui.screens.black import BlackScreen
from rounds.ui.screens.check_in import CheckInScreen
from rounds.ui.screens.console.screen import ConsoleScreen
from rounds.ui.screens.dialogs.ask_line import AskLineDialog
from rounds.ui.screens.dialogs.mark_pairing import MarkPairingDialog
from rounds.ui.screens.dialogs.message import MessageDialog
from rounds.ui.screens.dialogs.welcome import WelcomeDialog
from rounds.ui.screens.help import KeysScreen
from rounds.ui.screens.notes.screen import NotesScreen
from rounds.ui.screens.stage import StageScreen
from tests.breadth import daily
from tests.evenings import an_event
from tests.ui.screens.laptop import Laptop, a_key, into_the_round, laptop
from tests.ui.screens.openings import OPENINGS, every_screen, keys_of

TIMES = {"en": (2,), "ja": (3, 20)}
"""How often a key arrives at once, in which language."""

ANY_KEY = {BlackScreen, WelcomeDialog, ConsoleScreen}
"""Screens of which every key is tested elsewhere: any takes them away, or most open one."""

EVERY_DAY = {MessageDialog}
"""The screens of which every key is tested in every run."""

KINDS = {AskLineDialog, BlackScreen, CheckInScreen, ConsoleScreen, MessageDialog, NotesScreen}
"""One screen of each kind: those whose keys that take them away are tested in every run."""

STOPS = "ctrl+z"
"""The key that stops the process."""


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


class BusyDialog(MessageDialog):
    """Something that keeps the program busy before it goes."""

    until = 0.0

    def action_cancel(self) -> None:
        while Message().time <= self.until:
            pass
        super().action_cancel()


def test_every_screen_that_a_key_takes_away_is_tested_here() -> None:
    assert every_screen() == set(OPENINGS)


def standing(host: Laptop) -> tuple[object, ...]:
    """Return what a slip must not change: where the evening is, and what lies on the stage."""
    run = host.session.run
    return (run.phase, run.round, run.paused, host.session.black, stack(host))


def stack(host: Laptop) -> list[str]:
    return [type(screen).__name__ for screen in host.app.screen_stack]


async def into(host: Laptop, kind: type[Screen[Any]]) -> tuple[tuple[object, ...], list[object]]:
    """Open a screen; return what was there before, and where its answers will go."""
    answers: list[object] = []
    opening = OPENINGS[kind]
    if kind is not ConsoleScreen and not isinstance(host.app.screen, ConsoleScreen):
        await host.press("h")
    before = standing(host)
    host.app.push_screen(opening.make(host.session, answers.append), answers.append)
    await host.settle()
    if opening.typed:
        await host.type(opening.typed)
    return before, answers


async def back_to(host: Laptop, depth: int) -> None:
    """Dismiss whatever lies over the first `depth` screens."""
    while len(host.app.screen_stack) > depth:
        host.app.screen.dismiss(None)
        await host.settle()


def click_in_the_middle() -> list[events.Event]:
    at = (None, 40, 12, 0, 0, 1, False, False, False, 40, 12)
    return [events.MouseDown(*at), events.MouseUp(*at)]


def answered(kind: type[Screen[Any]], answers: list[object]) -> bool:
    """Return whether the answer came once; a line is taken before the dialog says it is done."""
    return answers in ([None], ["Pam", None]) if kind is AskLineDialog else len(answers) == 1


def bursts(key: str, language: str) -> Iterator[list[events.Event]]:
    """Yield what arrives at once: the key again and again, and other things behind it."""
    for times in TIMES[language]:
        yield [a_key(key) for _ in range(times)]
    others = ("b", "pageup", "space", "s", "plus", "x", "enter", "escape")
    if language == LANGUAGES[0]:
        yield [a_key(key), *click_in_the_middle(), events.Paste("b\nb\n"), *map(a_key, others)]


@pytest.mark.parametrize("language", daily(1, LANGUAGES))
@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, id=kind.__name__, marks=[] if kind in KINDS else pytest.mark.wide)
        for kind in OPENINGS
    ],
)
async def test_what_arrives_at_once_takes_one_screen_away_and_does_nothing_else(
    kind: type[Screen[Any]], language: str
) -> None:
    wrong = []
    async with laptop(an_event(6), console=False, language=language) as host:
        await into_the_round(host)
        for key in OPENINGS[kind].keys:
            for burst in bursts(key, language):
                before, answers = await into(host, kind)
                await host.burst(*burst)
                if standing(host) != before or not answered(kind, answers):
                    wrong.append((burst, standing(host), answers))

        assert wrong == []
        assert host.app.is_running


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, id=kind.__name__, marks=[] if kind in EVERY_DAY else pytest.mark.wide)
        for kind in OPENINGS
        if kind not in ANY_KEY
    ],
)
async def test_whatever_key_is_pressed_at_once_what_lies_beneath_stays(
    kind: type[Screen[Any]],
) -> None:
    wrong = []
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        for key in set(keys_of(kind)) - {*OPENINGS[kind].keys, STOPS}:
            await into(host, kind)
            beneath = stack(host)[:-1]
            await host.burst(*(a_key(key) for _ in range(20)))
            stays = stack(host)[: len(beneath)] == beneath and len(stack(host)) <= len(beneath) + 2
            if not stays:
                wrong.append((key, stack(host)))
            await back_to(host, 2)

        assert wrong == []


ASK_TWICE = {"k"}
"""Keys that open their screen at the second press, so two at once are meant."""


def openers(host: Laptop) -> list[str]:
    """Return the keys that open another screen over the one in view."""
    return [key for key, active in host.app.screen.active_bindings.items() if opens(host, active)]


def opens(host: Laptop, active: ActiveBinding) -> bool:
    """Return whether what is bound to a key lays a screen over the one in view."""
    name = active.binding.action.split("(")[0]
    node = host.app if name.startswith("app.") else active.node
    action = getattr(type(node), f"action_{name.removeprefix('app.')}", None)
    source = inspect.getsource(inspect.unwrap(action)) if action else ""
    return any(word in source for word in (".open(", ".ask(", "_other(", "action_leave()"))


@pytest.mark.parametrize("times", daily(1, [2, 20]))
@pytest.mark.parametrize(
    "kind",
    daily(1, [StageScreen, ConsoleScreen, MarkPairingDialog, CheckInScreen]),
    ids=lambda kind: kind.__name__,
)
async def test_a_key_pressed_at_once_opens_one_screen(kind: type[Screen[Any]], times: int) -> None:
    wrong = []
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        if kind is not StageScreen:
            await into(host, kind)
        if kind is ConsoleScreen:
            await host.mark("Person 01")
        here = stack(host)
        for key in set(openers(host)) - ASK_TWICE:
            await host.press(key)
            once = stack(host)
            await back_to(host, len(here))
            await host.burst(*(a_key(key) for _ in range(times)))
            if stack(host) != once:
                wrong.append((key, once, stack(host)))
            await back_to(host, len(here))

        assert wrong == []


async def test_the_keys_that_open_a_screen_are_found() -> None:
    async with laptop(an_event(6), console=False) as host:
        await into_the_round(host)
        on_the_stage = set(openers(host))
        await host.press("h")

        assert {"h", "b", "c", "n", "t", "question_mark", "ctrl+q"} <= on_the_stage
        assert {"a", "e", "w", "k", "p", "o", "v", "f", "r", "d"} <= set(openers(host))


async def test_a_name_sent_twice_is_one_walk_in() -> None:
    async with laptop(an_event(6)) as host:
        await host.press("a")
        await host.type("Pam")
        await host.burst(*(a_key("enter") for _ in range(20)))

        assert [person.name for person in host.session.event.walk_ins] == ["Pam"]
        assert host.screen == "ConsoleScreen"


async def test_a_double_press_of_a_clicker_brings_the_picture_back_and_goes_no_step_back() -> None:
    async with laptop(an_event(6), console=False) as host:
        host.session.people.check_in_all()
        await host.press("enter")
        await host.wait(60)
        await host.press("b")
        first, second = a_key("pageup"), a_key("pageup")
        await host.burst(first)
        second.time = first.time + DOUBLE * 0.9
        host.app.post_message(second)
        await host.settle()

        assert host.screen == "StageScreen"
        assert host.session.run.phase == "move"


async def test_another_key_pressed_soon_after_the_picture_came_back_is_heard() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("b")
        first, second = a_key("b"), a_key("h")
        await host.burst(first)
        second.time = first.time + BURST * 2
        host.app.post_message(second)
        await host.settle()

        assert host.screen == "ConsoleScreen"


async def test_what_waited_while_the_program_was_busy_does_nothing_on_the_next_screen() -> None:
    async with laptop(an_event(6)) as host:
        host.app.push_screen(BusyDialog(""))
        await host.settle()
        escape, pressed_meanwhile = a_key("escape"), a_key("c")
        pressed_meanwhile.time = BusyDialog.until = escape.time + 2 * BURST
        host.app.post_message(escape)
        host.app.post_message(pressed_meanwhile)
        await host.settle()

        assert host.screen == "ConsoleScreen"


async def test_after_a_burst_the_next_key_works() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.press("b")
        await host.burst(*(a_key("pagedown") for _ in range(20)))
        await host.press("c")

        assert host.screen == "CheckInScreen"


async def test_the_first_of_two_answers_counts() -> None:
    answers: list[object] = []
    async with laptop(an_event(6)) as host:
        dialog: Dialog[Any] = MessageDialog("")
        host.app.push_screen(dialog, answers.append)
        await host.settle()
        dialog.dismiss("first")
        dialog.dismiss("second")
        await host.settle()

        assert answers == ["first"]
        assert host.screen == "ConsoleScreen"


async def test_a_screen_told_to_go_beneath_another_goes_after_it() -> None:
    answers: list[object] = []
    async with laptop(an_event(6)) as host:
        dialog: Dialog[Any] = MessageDialog("")
        host.app.push_screen(dialog, answers.append)
        host.app.push_screen(KeysScreen(dict))
        await host.settle()
        dialog.dismiss("said")
        await host.settle()
        covered = host.screen
        await host.press("escape")

        assert covered == "KeysScreen"
        assert host.screen == "ConsoleScreen"
        assert answers == ["said"]


async def test_keys_behind_the_one_that_quits_do_not_move_the_evening() -> None:
    async with laptop(an_event(6), console=False) as host:
        host.session.people.check_in_all()
        await host.burst(a_key("ctrl+q"), a_key("enter"), a_key("b"))

        assert host.session.run.phase == "lobby"
        assert not host.session.black


async def test_letters_typed_behind_the_key_of_the_check_in_are_no_name() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.burst(*(a_key("c") for _ in range(3)))

        assert isinstance(host.app.screen, CheckInScreen)
        assert not host.app.screen.query_one("#line").value  # type: ignore[attr-defined]


async def test_a_burst_that_switches_the_projector_dark_leaves_it_dark() -> None:
    async with laptop(an_event(6), console=False) as host:
        await host.burst(*(a_key("b") for _ in range(20)))

        assert isinstance(host.app.screen, BlackScreen)
        assert host.session.black
