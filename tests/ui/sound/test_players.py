"""The players of the system, and the files that they play."""

from __future__ import annotations

import array
import sys
import wave
from pathlib import Path
from typing import get_args

import pytest

from rounds.ui.sound.players import FOLDER, Sound, play
from tests.ui.sound.render import RATE, SILENCE, samples_of


def samples_in(path: Path) -> array.array[int]:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        samples = array.array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


@pytest.mark.parametrize("sound", get_args(Sound))
def test_every_sound_begins_with_a_silence_and_is_short(sound: Sound) -> None:
    samples = samples_in(FOLDER / f"{sound}.wav")

    silent = round(RATE * SILENCE)
    assert not any(samples[:silent])
    assert max(samples[silent:]) > 20_000
    assert 0.5 < len(samples) / RATE < 2.5


@pytest.mark.parametrize("sound", get_args(Sound))
def test_the_files_are_what_the_script_renders(sound: Sound) -> None:
    rendered = samples_of(sound)

    samples = samples_in(FOLDER / f"{sound}.wav")

    assert len(samples) == len(rendered)
    # Another machine's sine may differ in its last digit.
    assert all(abs(one - other) <= 1 for one, other in zip(samples, rendered, strict=True))


def players(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Make a machine that has exactly these players."""
    for name, script in scripts.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="the players of Linux")


@needs_linux
def test_a_player_that_fails_leaves_it_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    players(
        tmp_path, monkeypatch, **{"pw-play": "exit 1", "aplay": f'echo "$@" > {tmp_path}/heard'}
    )

    used = play("end")

    assert used == "aplay"
    assert (tmp_path / "heard").read_text().split() == ["-q", str(FOLDER / "end.wav")]


@needs_linux
def test_a_player_that_shouts_is_not_heard_on_our_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    players(tmp_path, monkeypatch, paplay="echo loud; echo louder >&2")

    play("end")

    assert capfd.readouterr() == ("", "")
