"""The second window on the projector, while the host works on the laptop."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from rounds.ui.apps.burst_guard import DOUBLE
from tests.hosts import ROUNDS, environment_in, mixer_in, next_step, quit_a_round
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

SETTINGS = "rounds = 2\nround_minutes = 5\n"


def test_the_projector_follows_the_host_and_goes_on_without_one(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, SETTINGS)
    before = path.read_bytes()
    host_command = [ROUNDS, "run", str(path), "--console", "--mute"]

    with Terminal([ROUNDS, "stage", str(path)], environment=home) as projector:
        projector.wait_for("21 people expected")
        assert path.read_bytes() == before
        with Terminal(host_command, environment=home) as host:
            host.wait_for("Aiko Tanaka")
            host.press("enter")
            projector.wait_for("Round 1 of 2", "Name > table")
            next_step(host)
            projector.wait_for("LISTENS FIRST")
            host.signal(signal.SIGKILL)
            host.wait_for_end()

        for _second in range(3):
            projector.wait_for_another_picture()
        with Terminal(host_command, environment=home) as host:
            host.wait_for("Round 1 of 2")
            host.press("s")
            projector.wait_for("Build on what you just heard")
            host.press("b")
            while projector.text.strip():
                projector.wait_for_another_picture()
            host.read(DOUBLE + 0.1)
            host.press("b")
            projector.wait_for("SPEAKS")
            quit_a_round(host)
            assert host.wait_for_end() == 0
        projector.press("ctrl+q")
        projector.wait_for("Press again")
        projector.press("ctrl+q")

        assert projector.wait_for_end() == 0


def test_a_second_host_is_turned_away_with_a_sentence(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, SETTINGS)

    with Terminal([ROUNDS, "run", str(path)], environment=home) as host:
        host.wait_for("21 people expected")
        link = tmp_path / "link.toml"
        link.symlink_to(path)
        with Terminal([ROUNDS, "run", str(link)], environment=home) as second:
            assert second.wait_for_end() == 1
            assert "Traceback" not in second.text
            assert str(host.pid) in second.text


@pytest.mark.wide
def test_the_other_commands_read_the_file_while_the_evening_runs(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    path = mixer_in(tmp_path, SETTINGS)

    with Terminal([ROUNDS, "run", str(path), "--mute"], environment=home) as host:
        host.wait_for("21 people expected")
        answers = {
            words: subprocess.run(
                [ROUNDS, *words.split(), str(path)],
                capture_output=True,
                text=True,
                env={**os.environ, **home},
                check=False,
            )
            for words in ("check", "plan", "export --format json")
        }
        host.press("ctrl+q")
        assert host.wait_for_end() == 0

    assert {words: done.returncode for words, done in answers.items()} == dict.fromkeys(answers, 0)
    assert all(done.stdout for done in answers.values())


@pytest.mark.wide
def test_two_sessions_of_one_host_find_each_other_and_the_console_says_so(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    path = mixer_in(tmp_path, SETTINGS)
    host_command = [ROUNDS, "run", str(path), "--console", "--mute"]

    with Terminal(host_command, environment=home) as host:
        host.wait_for("No projector window")
        with Terminal(
            [ROUNDS, "stage", str(path)], environment={**home, "XDG_RUNTIME_DIR": str(elsewhere)}
        ) as projector:
            projector.wait_for("21 people expected")
            host.wait_for("Projector window: connected")
            host.press("enter")
            projector.wait_for("Round 1 of 2")
        host.wait_for("No projector window")


@pytest.mark.wide
def test_a_window_of_another_login_or_on_a_copy_says_what_to_do(tmp_path: Path) -> None:
    home = environment_in(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    path = mixer_in(tmp_path, SETTINGS)
    copy = tmp_path / "copy.toml"
    copy.write_bytes(path.read_bytes())

    with Terminal([ROUNDS, "run", str(path), "--mute"], environment=home) as host:
        host.wait_for("21 people expected")
        with (
            Terminal(
                [ROUNDS, "stage", str(path)], environment=environment_in(other)
            ) as unreachable,
            Terminal([ROUNDS, "stage", str(copy)], environment=home) as alone,
        ):
            unreachable.wait_for("open on this computer", "the same login")
            alone.wait_for("rounds run copy.toml")
