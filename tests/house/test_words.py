"""One word per thing: the same in the code, on the screens and in the papers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT, texts

OTHER_WORDS = {
    "attendee": "participant",
    "guest": "participant",
    "member": "participant",
    "user": "participant or host",
    "match": "pairing",
    "bye": "rest",
    "half-time": "swap",
}
"""Words that a host must not read, and what is said instead."""

UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|WIP)\b|(?i:lorem ipsum)")
PAPERS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_a_host_reads_one_word_per_thing(word: str) -> None:
    pattern = re.compile(rf"\b{word}(e?s)?\b", re.IGNORECASE)

    found = [f"{said.where}: {said.text!r}" for said in texts() if pattern.search(said.text)]

    assert found == [], f"say {OTHER_WORDS[word]}"


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]

    assert found == []


def test_no_path_of_one_machine_is_written_down() -> None:
    machine = re.compile(r"(?<![\w.~])/(home|Users|root|tmp|work)/\w")

    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if machine.search(line)
    ]

    assert found == []


def test_times_for_people_are_written_as_the_place_writes_them() -> None:
    """Elsewhere are only forms that programs read, and the log of a crash."""
    by_themselves = {
        "formats/history/labels.py",
        "formats/roster/file/workbook.py",
        "store/state/crash_log.py",
    }
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"%H:%M", path.read_text(encoding="utf-8"))
    }

    assert found == by_themselves


def written() -> list[Path]:
    """Return everything that was written for people: the code, the papers, the long texts."""
    suffixes = {".py", ".md", ".po", ".tcss", ".toml"}
    return [
        *(path for path in sorted(PACKAGE.rglob("*")) if path.suffix in suffixes),
        *(ROOT / name for name in PAPERS),
        *sorted((ROOT / "docs").glob("*.md")),
        ROOT / "hatch_build.py",
        ROOT / "pyproject.toml",
    ]
