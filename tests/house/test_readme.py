"""What the README promises is what is checked."""

from __future__ import annotations

import re

import pytest

from tests.house.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks() -> list[str]:
    """Return the README's fenced shell commands."""
    return [
        block.strip()
        for block in re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
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


@pytest.mark.parametrize("name", re.findall(r"\]\((?!https?:|#)([^)]+)\)", README))
def test_what_the_readme_links_to_is_there(name: str) -> None:
    assert (ROOT / name.split("#")[0]).exists()
