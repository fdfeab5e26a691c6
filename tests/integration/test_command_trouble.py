"""Ordinary trouble on the command line: a sentence and an exit status, never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.breadth import daily
from tests.house.source import ROOT

SAMPLES = ROOT / "sample_events"
LONG = "x" * 300

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture(autouse=True)
def mixer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(SAMPLES / "founders_mixer.toml", tmp_path / "mixer.toml"))


def in_a_shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command.replace("rounds", f"{sys.executable} -m rounds"),
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
def test_a_full_disk_behind_the_output_is_told_in_a_sentence() -> None:
    done = in_a_shell("rounds export mixer.toml > /dev/full")

    assert done.returncode == 1
    assert done.stderr == (
        "The result cannot be written: the disk is full. "
        "Free some space on it, or choose another place.\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="this is a POSIX shell's way to close a stream")
@pytest.mark.parametrize(
    ("command", "status", "said"),
    daily(
        1,
        [
            ("rounds check mixer.toml >&-", 0, ""),
            ("rounds run mixer.toml <&-", 1, "needs a terminal"),
            ("rounds plan nowhere.toml 2>&-", 2, ""),
        ],
    ),
)
def test_a_stream_that_the_shell_closed_ends_nothing(command: str, status: int, said: str) -> None:
    done = in_a_shell(command)

    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", LONG],
        ["new", f"{LONG}.toml"],
        ["new", "april.toml", "--from", LONG],
        ["export", "mixer.toml", "--to", f"{LONG}.csv"],
    ],
)
def test_a_name_that_is_too_long_asks_for_a_shorter_one(arguments: list[str], rounds: Run) -> None:
    status, _out, said = rounds(*arguments)

    assert status > 0
    assert said.endswith("the name is too long. Choose a shorter name.\n")


@pytest.mark.parametrize(
    "arguments", [["new", "shut/q.toml"], ["export", "mixer.toml", "--to", "shut/o.csv"]]
)
def test_a_folder_that_may_not_be_entered_asks_for_one_of_the_hosts_own(
    arguments: list[str], rounds: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _shut(monkeypatch)

    status, _out, said = rounds(*arguments)

    assert status == 1
    assert "cannot be written: the file or its folder is read-only" in said
    assert "Choose a folder of your own." in said


def test_trouble_that_nobody_foresaw_is_still_a_sentence(
    rounds: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied", "elsewhere")

    monkeypatch.setattr("rounds.cli.commands.surroundings.folder_remarks", refuse)

    status, _out, said = rounds("check", "mixer.toml")

    assert status == 1
    assert said.startswith("elsewhere cannot be used: the file or its folder is read-only.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_roster_that_would_never_end_is_refused_at_once(rounds: Run) -> None:
    os.mkfifo("pipe")

    for endless in ("pipe", "/dev/zero"):
        status, _out, said = rounds("new", "april.toml", "--from", endless)

        assert (status, said) == (2, f"{endless} is not an ordinary file. Choose another one.\n")
    assert not os.path.exists("april.toml")


def test_what_a_disk_refuses_is_told_in_the_language_of_the_host(rounds: Run) -> None:
    _status, _out, said = rounds("--lang", "ja", "export", "mixer.toml", "--to", "none/o.csv")

    assert said == (
        "none/o.csv に書き込めません：フォルダーがありません。先にフォルダーを作ってください。\n"
    )


def test_the_name_of_an_event_file_may_be_given_without_its_end(rounds: Run) -> None:
    status, _out, said = rounds("check", "mixer")

    assert status == 2
    assert said == "mixer is not there, but mixer.toml is. Use that name.\n"


def test_a_suggested_command_can_be_typed_as_it_stands(rounds: Run) -> None:
    _status, _out, said = rounds("check", "our mixer.toml")

    assert said.endswith("make it with: rounds new 'our mixer.toml'\n")


def test_a_roster_instead_of_an_event_file_is_told_the_way_there(rounds: Run) -> None:
    Path("april.csv").write_text("name\nAiko\nBen\n")

    status, _out, said = rounds("check", "april.csv")

    assert status == 2
    assert said.endswith("from it with: rounds new april.toml --from april.csv\n")


@pytest.mark.parametrize(
    ("name", "from_it"), [("april.xlsx", "april.xlsx"), ("april.ods", "april.xlsx")]
)
def test_a_workbook_instead_of_an_event_file_is_told_the_way_there(
    name: str, from_it: str, rounds: Run
) -> None:
    Path(name).write_bytes(b"PK\x03\x04\x14\0\0\0\0\0")

    status, _out, said = rounds("check", name)

    assert status == 2
    assert said.endswith(f"rounds new april.toml --from {from_it}\n")


def test_a_check_refuses_a_read_only_file_as_the_evening_would(mixer: Path, rounds: Run) -> None:
    mixer.chmod(0o444)

    status, out, _said = rounds("check", "mixer.toml")

    assert status == 1
    assert "- mixer.toml is read-only. Make it writable" in out


def test_a_check_refuses_a_read_only_folder_as_the_evening_would(
    rounds: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: not os.path.isdir(path))

    status, out, _said = rounds("check", "mixer.toml")

    assert status == 1
    assert "- The folder of mixer.toml is read-only. Copy the file" in out


def _shut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the folder `shut` refuse every look into it, also to root."""
    Path("shut").mkdir()
    real = os.stat

    def refuse(path: object, *args: object, **named: object) -> os.stat_result:
        if isinstance(path, str | os.PathLike) and Path(path).parent.name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", refuse)
