"""Commands as a host types them, in the test's own process."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rounds.cli.main import main
from rounds.i18n import Customs, activate, follow

Run = Callable[..., tuple[int, str, str]]


_DATA = tempfile.TemporaryDirectory(prefix="rounds-tests-")


def pytest_configure() -> None:
    """Have times and dates written in one way, whatever the custom of the developer's country.

    What the developer's own guests said in confidence is read by no test.
    """
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["XDG_DATA_HOME"] = _DATA.name


def pytest_unconfigure() -> None:
    _DATA.cleanup()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return how many processes share the tests: none for tests that were named.

    The whole suite waits for terminals half of its time, so there is one process more than there
    are processors. What the environment says about it goes first.
    """
    if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS"):
        return None
    if config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return 0
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that mostly wait first, so that none of them is left for the end."""
    items.sort(key=lambda item: item.get_closest_marker("terminal") is None)


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Words, times and dates in English, here and afterwards, whatever a command was asked for."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    yield
    activate("en")
    follow(Customs())


@pytest.fixture
def rounds(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; what is returned is its exit status, its stdout and its stderr."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
