"""However the program ends, the terminal is as it was, the note is there, nothing hangs."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rounds.store.disk.lock import Lock
from tests.hosts import (
    ROUNDS,
    environment_in,
    in_a_round,
    mixer_in,
    open_a_note,
    quit_a_round,
    record_of,
    wait_until_saved,
)
from tests.prompt import LEFT, Prompt

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="signals and terminals of POSIX"),
]

SETTINGS = "rounds = 2\nround_minutes = 5\n"
TYPED = "met her brother in Osaka"


def at_a_prompt(folder: Path, command: Sequence[str], *, columns: int = 80) -> Prompt:
    return Prompt(
        command, folder / "ended.json", columns=columns, environment=environment_in(folder)
    )


def typing_a_note(prompt: Prompt, folder: Path) -> None:
    in_a_round(prompt)
    open_a_note(prompt)
    prompt.wait_for("for you and the host")
    prompt.write(TYPED)
    prompt.wait_for(TYPED)
    while not draft_is_kept(folder):  # the picture may come a moment before it
        prompt.read(0.05)


def draft_is_kept(folder: Path) -> bool:
    drafts = (folder / "xdg_state_home" / "rounds" / "drafts").glob("*.json")
    return any(TYPED in draft.read_text(encoding="utf-8") for draft in drafts)


def the_draft_is_there(folder: Path, path: Path) -> None:
    with at_a_prompt(folder, [ROUNDS, "run", str(path), "--console"]) as prompt:
        prompt.wait_for("Round 1 of 2")
        open_a_note(prompt)
        prompt.wait_for("your draft", TYPED)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)]
)
def test_told_to_end_while_a_note_is_typed(tmp_path: Path, number: int) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        typing_a_note(prompt, tmp_path)

        prompt.send(number)

        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (128 + number, True)
        assert prompt.still_on() == []
        assert "Traceback" not in prompt.text
    assert [round_["number"] for round_ in record_of(path)["rounds"]] == [1]
    Lock(path).release()
    the_draft_is_there(tmp_path, path)


@pytest.mark.slow
def test_hung_up_while_a_note_is_typed(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        typing_a_note(prompt, tmp_path)

        prompt.send(signal.SIGHUP)

        assert prompt.ended().status == 129
    the_draft_is_there(tmp_path, path)


def test_the_window_is_closed_while_a_note_is_typed(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        typing_a_note(prompt, tmp_path)

        prompt.close_window()

        assert prompt.ended().status == 129
    Lock(path).release()
    the_draft_is_there(tmp_path, path)


@pytest.mark.wide
def test_ctrl_c_asks_in_a_round_as_ctrl_q_does(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        in_a_round(prompt)

        prompt.press("ctrl+c")

        prompt.wait_for("Type quit")
        prompt.press("escape")
        prompt.wait_for("LISTENS FIRST")
        prompt.press("ctrl+c")
        quit_a_round(prompt)
        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (0, True)
        assert prompt.still_on() == []


def test_stopped_for_a_moment_it_goes_on_in_the_same_round_at_the_right_second(
    tmp_path: Path,
) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        in_a_round(prompt)
        before = wait_until_saved(path, lambda record: record.get("rounds"))

        prompt.press("ctrl+z")
        prompt.wait_for("stopped, modes restored: True")
        assert prompt.still_on() == []
        prompt.write("fg\n")
        prompt.wait_for("LISTENS FIRST")

        left = (before["clock"][0]["ends_at"] - datetime.now(UTC)).total_seconds()
        prompt.press("space")
        after = wait_until_saved(path, lambda record: "left" in record["clock"][0])
        assert after["rounds"] == before["rounds"]
        assert after["clock"][0]["left"] == pytest.approx(left, abs=1)
        quit_a_round(prompt)
        assert prompt.ended().status == 0


@pytest.mark.wide
def test_told_to_go_on_though_it_never_stopped_it_gives_the_terminal_back(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        in_a_round(prompt)
        last = LEFT["pasting in brackets"][0]  # of what is switched on: from there keys are read
        before = prompt.raw.count(last)

        prompt.send(signal.SIGCONT)  # as after a SIGSTOP, which nobody can take

        while prompt.raw.count(last) == before:
            assert prompt.take(5)
        prompt.wait_for("LISTENS FIRST")
        quit_a_round(prompt)
        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (0, True)
        assert prompt.still_on() == []


@pytest.mark.slow
def test_killed_while_it_is_stopped(tmp_path: Path) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "run", str(path)]) as prompt:
        in_a_round(prompt)
        prompt.press("ctrl+z")
        prompt.wait_for("stopped, modes restored: True")

        prompt.write("kill\n")

        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (143, True)
    assert [round_["number"] for round_ in record_of(path)["rounds"]] == [1]


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGTERM,
        pytest.param(signal.SIGINT, marks=pytest.mark.slow),
        pytest.param(signal.SIGHUP, marks=pytest.mark.slow),
    ],
)
@pytest.mark.wide
def test_the_second_window_is_told_to_end(tmp_path: Path, number: int) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, "stage", str(path)]) as prompt:
        prompt.wait_for("21 people expected")

        prompt.send(number)

        ended = prompt.ended()
        assert ended.status == 128 + number
        if number != signal.SIGHUP:  # then nobody is there to see it
            assert ended.modes_restored
            assert prompt.still_on("mouse") == []


@pytest.mark.parametrize("arguments", [["rehearse"], []])
@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)]
)
@pytest.mark.wide
def test_home_and_rehearsal_are_told_to_end(
    tmp_path: Path, number: int, arguments: list[str]
) -> None:
    path = mixer_in(tmp_path, SETTINGS)
    with at_a_prompt(tmp_path, [ROUNDS, *arguments, *([str(path)] if arguments else [])]) as prompt:
        prompt.wait_for("expected" if arguments else "speed networking")

        prompt.send(number)

        ended = prompt.ended()
        assert (ended.status, ended.modes_restored) == (128 + number, True)
        assert prompt.still_on() == []
