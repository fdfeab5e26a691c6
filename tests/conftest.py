"""Commands as a host types them, in the test's own process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rounds.cli import main
from rounds.i18n import activate

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Words in English, here and afterwards, whatever a command was asked for."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    yield
    activate("en")


@pytest.fixture
def rounds(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; what is returned is its exit status, its stdout and its stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
