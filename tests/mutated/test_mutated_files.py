"""No file can end the program: whatever is in it, the answer is a result or a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rounds.i18n import using
from tests.breadth import daily
from tests.mutated.answers import answer, untranslated
from tests.mutated.files import Mutant, earlier_files, mutants

MOST_SECONDS = 2.0
SMALL = 9_000
"""The size of files that are planned at once, for the tests of every day."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a changed file is put, beside the earlier event that some of them name."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    folder = tmp_path / "evening"
    folder.mkdir()
    earlier_files(folder)
    return folder / "mixer.toml"


def put(path: Path, mutant: Mutant) -> None:
    path.write_bytes(mutant.raw)
    os.utime(path, (1, 1))  # nobody is just writing it


def faults(path: Path, files: Iterator[Mutant]) -> Iterator[str]:
    """Yield what else than an answer a changed file leads to."""
    for mutant in files:
        put(path, mutant)
        try:
            said = answer(path)
        except Exception as fault:
            yield f"{mutant.name}: {fault!r}"
        else:
            yield from (f"{mutant.name}: only in English: {each}" for each in untranslated(said))


@pytest.mark.parametrize(("seed", "count"), daily(1, [(0, 15), (0, 40), (4, 120)]))
def test_a_changed_file_is_answered_with_a_result_or_a_sentence(
    desk: Path, seed: int, count: int
) -> None:
    with using("ja"):
        assert list(faults(desk, mutants(seed, count, largest=SMALL))) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_thousands_of_changed_files_are_answered(desk: Path, seed: int) -> None:
    with using("ja"):
        assert list(faults(desk, mutants(seed, 5000))) == []


@pytest.mark.slow
def test_a_changed_file_is_answered_soon(desk: Path) -> None:
    late: list[str] = []
    for mutant in mutants(3, 1000):
        put(desk, mutant)

        def timed(what: str, seconds: float, name: str = mutant.name) -> None:
            if seconds > MOST_SECONDS:
                late.append(f"{name}: {what} took {seconds:.1f} s")

        answer(desk, timed)

    assert late == []
