"""An evening of hostile text on every screen: not one of its sequences reaches the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rounds.i18n import activate
from rounds.ui.apps.burst_guard import BURST
from tests.breadth import daily
from tests.hostile import TEXTS, arrived, event_file
from tests.hosts import (
    ROUNDS,
    environment_in,
    next_step,
    quit_a_round,
    record_of,
    wait_until_saved,
)
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX"),
]

NASTY = (
    "title",
    "clipboard",
    "screen",
    "c1",
    "bidi",
    "lines",
    "nulls",
    "marks",
    "family",
    "action",
)
ALL = " ".join(TEXTS[name] for name in NASTY)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    yield
    activate("en")


def window(folder: Path, *command: str, columns: int = 80) -> Terminal:
    return Terminal([ROUNDS, *command], environment=environment_in(folder), columns=columns)


def paste(terminal: Terminal, text: str) -> None:
    """Paste as a terminal does, between brackets."""
    os.write(terminal.handle, b"\x1b[200~" + text.encode() + b"\x1b[201~")
    terminal.read(0.15)


def escape(terminal: Terminal, words: str) -> None:
    """Press Escape and wait until the words are gone, and until the next key is no burst."""
    terminal.press("escape")
    while words in terminal.text:
        terminal.wait_for_another_picture()
    terminal.read(3 * BURST)


def harmless(terminal: Terminal) -> None:
    """Look whether nothing hostile has arrived and the program still runs."""
    assert arrived(terminal.raw) == []
    assert terminal.status is None, terminal.text


def test_an_evening_of_hostile_people(tmp_path: Path) -> None:
    path = event_file(tmp_path)
    before = path.read_bytes()
    with window(tmp_path, "stage", str(path)) as room, window(tmp_path, "run", str(path)) as host:
        host.wait_for("28 people expected", "EVIL")
        host.press("c")
        host.wait_for("Check-in")
        host.press("ctrl+a")
        host.wait_for("28 of 28 here")
        host.press("down", "up", "escape")
        host.wait_for("Tonight you will meet")
        host.press("t")
        host.wait_for("Message to the room")
        paste(host, ALL)
        host.press("enter")
        room.wait_for("EVIL")
        harmless(host)

        next_step(host, "Round 1 of 2")
        host.press("]", "]", "[")
        room.wait_for("Round 1 of 2")
        next_step(host, "LISTENS FIRST")
        room.wait_for("LISTENS FIRST")
        host.press("h")
        host.wait_for("The room sees")
        for key, opened in (
            ("e", "Correct the name"),
            ("k", "Enter: choose"),
            ("/", "Number, name or company"),
        ):
            host.press(key)
            host.wait_for(opened)
            harmless(host)
            escape(host, opened)
        host.press("s")
        host.wait_for("B speaks")
        host.press("n")
        host.wait_for("is the projector off?")
        host.press("space")
        host.wait_for("Who are you?")
        host.write("EVIL")
        host.press("enter")
        host.wait_for("Who do you want")
        host.press("enter")
        host.wait_for("for you and the host")
        paste(host, ALL)
        host.press("tab", "tab", "tab")
        host.wait_for("Now one key each")
        host.press("1", "enter")
        host.wait_for("Saved")
        record = wait_until_saved(path, lambda record: record.get("notes"))
        harmless(host)
        harmless(room)
        escape(host, "Enter alone")
        escape(host, "Who do you want")
        host.press("escape")
        host.wait_for("Press Esc again")
        escape(host, "Who are you?")

        quit_a_round(host)
        assert host.wait_for_end() == 0

    assert "EVIL" in record["notes"][0]["purpose"]
    assert not [c for c in record["notes"][0]["purpose"] if c < " " or "\x7f" <= c < "\xa0"]
    assert path.read_bytes().startswith(before.rstrip(b"\n"))


@pytest.mark.slow
def test_a_hostile_name_typed_at_the_door_steers_no_screen(tmp_path: Path) -> None:
    path = event_file(tmp_path)
    with window(tmp_path, "run", str(path)) as host:
        host.wait_for("28 people expected")
        host.press("c")
        host.wait_for("Check-in")
        for name in NASTY:
            paste(host, f"New {name} {TEXTS[name]}")
            if name == "lines":  # several lines may be several people: the host is asked
                host.wait_for("Add them")
                harmless(host)
                escape(host, "Add them")
                continue
            host.wait_for("Add walk-in")
            host.read(0.3)
            host.press("enter", "enter")
            host.wait_for("Enter Here")
            harmless(host)
        record = wait_until_saved(path, lambda r: len(r.get("walk_ins", ())) > len(NASTY) / 2)
        names = "".join(each["name"] for each in record["walk_ins"])
        assert not [c for c in names if c < " " or "\x7f" <= c < "\xa0"]
        escape(host, "Check-in")
        host.press("h")
        host.wait_for("Lobby")
        harmless(host)


@pytest.mark.parametrize("command", daily(1, ["check", "plan", "export"]))
def test_results_on_a_terminal(tmp_path: Path, command: str) -> None:
    path = event_file(tmp_path)
    with window(tmp_path, command, str(path)) as terminal:
        assert terminal.wait_for_end() == 0
        terminal.read_to_the_end()

        assert arrived(terminal.raw) == []


def test_a_hostile_file_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;EVIL\x07\u202e.toml"
    path.write_text('[event]\ntitle = "\\u001b]0;EVIL\\u0007"\n"\\u001b[2J" = "\u202e"\n')
    with window(tmp_path, "check", str(path)) as terminal:
        assert terminal.wait_for_end() == 2
        terminal.read_to_the_end()

        assert arrived(terminal.raw) == []
        assert "Traceback" not in terminal.text


@pytest.mark.wide
def test_half_a_character_in_a_file_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text('[event]\ntitle = "\\ud800"\n')
    with window(tmp_path, "run", str(path), columns=80 + len(str(path))) as terminal:
        assert terminal.wait_for_end() == 2
        terminal.wait_for("mixer.toml:2")


def test_arguments_that_nobody_asked_for(tmp_path: Path) -> None:
    with window(
        tmp_path, "check", "a.toml", TEXTS["title"], TEXTS["c1"], TEXTS["bidi"]
    ) as terminal:
        assert terminal.wait_for_end() == 2
        terminal.read_to_the_end()

        assert arrived(terminal.raw) == []


@pytest.mark.wide
def test_a_hostile_file_name_at_home_and_in_its_line(tmp_path: Path) -> None:
    path = event_file(tmp_path, "[b]\x1b]0;EVIL\x07\u202e[@click=app.quit]x.toml")
    with window(tmp_path, "run", str(path)) as host:
        host.wait_for("28 people expected")
        host.press("ctrl+q")
        assert host.wait_for_end() == 0
        assert arrived(host.raw) == []

    with window(tmp_path) as home:
        home.wait_for("speed networking", "planned")
        home.press("enter")
        home.wait_for("Run the evening", "app.quit]x.toml")
        harmless(home)
        escape(home, "Run the evening")
        home.press("o")
        home.wait_for("Where is the event file?")
        paste(home, ALL)
        home.wait_for("EVIL")
        harmless(home)
        home.press("enter")
        home.wait_for("is not there")
        harmless(home)
        escape(home, "Where is the event file?")
        home.press("ctrl+q")

        assert home.wait_for_end() == 0
        home.read_to_the_end()
        assert arrived(home.raw) == []
        assert "Traceback" not in home.text


@pytest.mark.slow
def test_a_rehearsal_of_hostile_people(tmp_path: Path) -> None:
    path = event_file(tmp_path)
    with window(tmp_path, "rehearse", str(path), "--speed", "600") as terminal:
        terminal.wait_for("Round 2 of 2")
        terminal.wait_for("just the beginning")

        assert arrived(terminal.raw) == []
    assert "rounds" not in record_of(path)
