"""What the README and the pages in docs/ promise is what is checked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from rounds.domain.evening.clock import Scene
from rounds.domain.event import Event, Participant, Settings
from tests.house.source import ROOT, called, modules

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def page(name: str) -> str:
    """Return the text of a page, such as `docs/keys.md`."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(kind: str = "sh", name: str = "README.md") -> list[str]:
    """Return a page's fenced blocks: the README's shell commands unless others are asked for."""
    return [
        block.strip()
        for block in re.findall(rf"^```{kind}\n(.*?)^```", page(name), re.DOTALL | re.MULTILINE)
    ]


def event_files() -> list[str]:
    """Return every whole event file that somebody might copy from a page."""
    shown = [block for path in PAGES for block in blocks("toml", str(path.relative_to(ROOT)))]
    return [block for block in shown if "[event]" in block]


def section(text: str, heading: str) -> str:
    """Return what stands under a heading of a page, up to the next one."""
    return text[text.index(f"\n## {heading}") + 1 :].split("\n## ")[0]


def test_one_command_installs_and_runs_an_evening() -> None:
    assert "pip install . && rounds demo" in blocks()


def test_the_check_runs_the_command_of_the_readme_letter_for_letter() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    between = re.search(r"^# README >\n(.*?)^# < README", script, re.DOTALL | re.MULTILINE)

    assert between is not None
    assert between.group(1).strip() in blocks()
    assert "pytest" in between.group(1)


def test_the_text_that_a_newcomer_changes_in_the_first_hour_is_in_the_program() -> None:
    wanted = re.search(r"git grep -n '(.+)' rounds", page("CONTRIBUTING.md"))

    assert wanted is not None
    found = [path for path in modules() if wanted.group(1) in path.read_text(encoding="utf-8")]
    assert len(found) == 1


def test_every_command_the_readme_shows_is_one() -> None:
    from rounds.cli.command_table import COMMANDS

    shown = set(re.findall(r"^rounds (\w+)", "\n".join(blocks()), re.MULTILINE))

    assert shown <= COMMANDS.keys()


def test_there_is_an_event_file_to_copy() -> None:
    assert [block for block in blocks("toml") if "[event]" in block]


@pytest.mark.parametrize("block", event_files())
def test_an_event_file_that_was_copied_from_a_page_is_fine(
    block: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from rounds.cli.main import main

    mixer = tmp_path / "mixer.toml"
    mixer.write_text(block, encoding="utf-8")

    status = main(["check", str(mixer)])

    said = capsys.readouterr()
    assert (status, said.err) == (0, "")
    assert "only" not in said.out.lower()


def test_every_exit_status_is_explained() -> None:
    from rounds.cli.main import INTERRUPTED
    from rounds.ui.apps.shutdown import FAILED

    said = section(page("docs/commands.md"), "Exit status")

    by_signals = {128 + number for number in (1, 15)}  # the window closed, told to end
    assert {int(number) for number in re.findall(r"^\| (\d+)", said, re.MULTILINE)} == {
        *(0, 1, 2, FAILED, INTERRUPTED),
        *by_signals,
    }


def commands() -> list[str]:
    from rounds.cli.command_table import COMMANDS

    return [name for name in COMMANDS if name not in {"home", "help", "bench"}]


@pytest.mark.parametrize("command", commands())
def test_every_option_of_a_command_is_explained(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from rounds.cli.main import main

    with pytest.raises(SystemExit):
        main(["--lang", "en", command, "--help"])

    options = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help", "--lang"}
    explained = section(page("docs/commands.md"), f"rounds {command}")
    assert options - set(re.findall(r"--[a-z]+", explained)) == set()


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("in `[event]`", set(Settings.__annotations__)),
        ("in `[[participants]]`", set(Participant.__annotations__)),
    ],
)
def test_every_setting_of_an_event_file_is_explained(heading: str, fields: set[str]) -> None:
    text = page("docs/event-file.md")

    table = text[text.index(f"| {heading}") :].split("\n\n")[0]

    explained = {
        name
        for row in re.findall(r"^\| (`[a-z_`, ]+`)", table, re.MULTILINE)
        for name in re.findall(r"[a-z_]+", row)
    }
    assert explained | {"id"} == fields | {"id"}


def test_every_table_of_the_record_is_explained() -> None:
    ours = set(Event.__annotations__) - {"settings", "participants", "earlier"}

    explained = re.findall(r"`\[\[([a-z_]+)\]\]`", page("docs/event-file.md"))

    assert ours - set(explained) == set()


def test_the_page_of_the_file_names_every_scene_for_which_there_may_be_prompts() -> None:
    (row,) = re.findall(r"^\| `prompts` \|.*$", page("docs/event-file.md"), re.MULTILINE)

    assert {*get_args(Scene)} <= {*re.findall(r"[a-z_]+", row)}


SIGNS = {
    "full_stop": ".", "slash": "/", "plus": "+", "minus": "-", "equals_sign": "=",
    "question_mark": "?", "left_square_bracket": "[", "right_square_bracket": "]",
    "pageup": "PageUp", "pagedown": "PageDown",
}  # fmt: skip
"""Keys whose name in the code is not the one on the keyboard."""


def keys() -> Iterator[tuple[str, str]]:
    """Yield every key that the program shows, as a page writes it, and where it stands."""
    for path, module in modules().items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and called(node) == "Binding" and _is_shown(node):
                for key in str(ast.literal_eval(node.args[0])).split(","):
                    yield _as_written(key), f"{path.relative_to(ROOT)}:{node.lineno}"


def _is_shown(binding: ast.Call) -> bool:
    return not any(
        given.arg == "show" and ast.literal_eval(given.value) is False for given in binding.keywords
    )


def _as_written(key: str) -> str:
    if len(key) == 1:
        return key
    return SIGNS.get(key) or "+".join(part.capitalize() for part in key.split("+"))


def test_every_key_is_on_the_page_of_the_keys() -> None:
    written = set(re.findall(r"`([^`]+)`", page("docs/keys.md")))

    missing = [f"{where}: {key}" for key, where in keys() if key not in written]

    assert missing == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (path, name)
        for path in [*PAGES, *ROOT.glob("*.md")]
        for name in re.findall(
            r"\]\((?!https?:|#)([^)#]+)[^)]*\)", path.read_text(encoding="utf-8")
        )
    ],
)
def test_what_a_page_links_to_is_there(path: Path, name: str) -> None:
    assert (path.parent / name).exists()
