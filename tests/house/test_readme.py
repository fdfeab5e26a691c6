"""What the README promises is what is checked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from rounds.domain.clock import Scene
from tests.house.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str = "sh") -> list[str]:
    """Return the README's fenced blocks, its shell commands unless others are asked for."""
    return [
        block.strip()
        for block in re.findall(rf"^```{kind}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    ]


def test_one_command_installs_and_runs_an_evening() -> None:
    assert "pip install . && rounds demo" in blocks()


def test_the_check_runs_the_command_of_the_readme_letter_for_letter() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    between = re.search(r"^# README >\n(.*?)^# < README", script, re.DOTALL | re.MULTILINE)

    assert between is not None
    assert between.group(1).strip() in blocks()
    assert "pytest" in between.group(1)


def test_every_command_the_readme_shows_is_one() -> None:
    from rounds.cli import COMMANDS

    shown = set(re.findall(r"^rounds (\w+)", "\n".join(blocks()), re.MULTILINE))

    assert shown <= COMMANDS.keys()


def test_there_is_an_event_file_to_copy() -> None:
    assert [block for block in blocks("toml") if "[event]" in block]


@pytest.mark.parametrize("block", [block for block in blocks("toml") if "[event]" in block])
def test_an_event_file_that_was_copied_from_the_readme_is_fine(
    block: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from rounds.cli import main

    mixer = tmp_path / "mixer.toml"
    mixer.write_text(block, encoding="utf-8")

    status = main(["check", str(mixer)])

    said = capsys.readouterr()
    assert (status, said.err) == (0, "")
    assert "only" not in said.out.lower()


def test_every_exit_status_is_explained() -> None:
    from rounds.cli import INTERRUPTED
    from rounds.ui.programs import FAILED

    said = README[README.index("Exit status") :].split("\n\n")[0]

    by_signals = {128 + number for number in (1, 15)}  # the window closed, told to end
    assert {int(number) for number in re.findall(r"\d+", said)} == {
        *(0, 1, 2, FAILED, INTERRUPTED),
        *by_signals,
    }


def test_the_readme_names_every_scene_for_which_there_may_be_prompts() -> None:
    (row,) = re.findall(r"^\| `prompts` \|.*$", README, re.MULTILINE)

    assert {*get_args(Scene)} <= {*re.findall(r"[a-z_]+", row)}


@pytest.mark.parametrize("name", re.findall(r"\]\((?!https?:|#)([^)]+)\)", README))
def test_what_the_readme_links_to_is_there(name: str) -> None:
    assert (ROOT / name.split("#")[0]).exists()
