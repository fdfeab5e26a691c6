"""What is left over in the environment is refused in a sentence, before any window opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.breadth import daily
from tests.hosts import ROUNDS, SAMPLES, environment_in
from tests.terminal import Terminal

pytestmark = pytest.mark.terminal

UNUSABLE = {
    "TEXTUAL_DRIVER": ("nowhere.at:all", "os:path", "nocolon"),
    "TEXTUAL_COLOR_SYSTEM": ("millions", ""),
    "TEXTUAL_LOG": ("/nowhere/at/all.log",),
}


def start(folder: Path, words: str, **variables: str) -> Terminal:
    shutil.copy(SAMPLES / "founders_mixer.toml", folder / "mixer.toml")
    command = words.replace("FILE", str(folder / "mixer.toml")).split()
    return Terminal([ROUNDS, *command], environment={**environment_in(folder), **variables})


@pytest.mark.parametrize(
    ("name", "value"),
    daily(1, [(name, value) for name, values in UNUSABLE.items() for value in values]),
)
def test_a_value_that_textual_cannot_use_is_named_with_what_to_do(
    tmp_path: Path, name: str, value: str
) -> None:
    with start(tmp_path, "stage FILE", **{name: value}) as window:
        assert window.wait_for_end() == 2
        window.read_to_the_end()

        assert f"{name} is set to '{value}'" in window.text
        assert f"(unset {name})" in window.text.replace("\n", "")
        assert "Traceback" not in window.text


@pytest.mark.parametrize("words", ["run FILE", "rehearse FILE", "demo", ""])
@pytest.mark.wide
def test_every_command_that_opens_a_window_refuses_it(tmp_path: Path, words: str) -> None:
    with start(tmp_path, words, TEXTUAL_DRIVER="nowhere") as window:
        assert window.wait_for_end() == 2
        window.read_to_the_end()

        assert "TEXTUAL_DRIVER" in window.text
        assert "Traceback" not in window.text


@pytest.mark.wide
def test_it_is_said_in_the_hosts_language(tmp_path: Path) -> None:
    with start(tmp_path, "--lang ja run FILE", TEXTUAL_DRIVER="nowhere") as window:
        assert window.wait_for_end() == 2
        window.read_to_the_end()

        assert "unset TEXTUAL_DRIVER" in window.text
        assert "ください" in window.text


@pytest.mark.wide
def test_a_driver_that_is_set_to_nothing_is_none(tmp_path: Path) -> None:
    with start(tmp_path, "stage FILE", TEXTUAL_DRIVER="") as window:
        window.wait_for("21 people expected")
