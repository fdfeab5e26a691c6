"""Commands as a host types them, in the test's own process, and a real browser for pages."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rounds.cli.main import main
from rounds.i18n import Customs, activate, follow
from tests.chromium import Browser, chromium

Run = Callable[..., tuple[int, str, str]]


def pytest_configure() -> None:
    """Have times and dates written in one way, whatever the custom of the developer's country.

    What the developer's own guests said in confidence is read by no test. Bytecode is kept:
    the tests start the program a hundred times.
    """
    gc.disable()  # until everything is imported, see below
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["XDG_DATA_HOME"] = folder = tempfile.mkdtemp(prefix="rounds-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Return how many processes share the tests: none for tests that were named.

    The whole suite waits for terminals half of its time, so there are two processes more than
    there are processors. What the environment says about it goes first.
    """
    if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS"):
        return None
    if config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return 0
    return (os.cpu_count() or 1) + 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests that mostly wait first, so that none of them is left for the end.

    They stand together, so that one process has nearly all of them, and there is one browser.
    """

    def rank(item: pytest.Item) -> int:
        first = ("chromium", "terminal")
        return next((at for at, name in enumerate(first) if item.get_closest_marker(name)), 2)

    items.sort(key=rank)


def pytest_collection_finish() -> None:
    """Keep the hundreds of modules and thousands of tests out of every later search for garbage."""
    gc.freeze()
    gc.set_threshold(50_000, 5, 10)  # a screen that goes leaves tens of thousands of objects
    gc.enable()


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


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser for all tests of pages; they are skipped where none is installed, but not in CI."""
    program = chromium()
    if program is None:
        if os.environ.get("CI") == "true" and sys.platform == "linux":
            pytest.fail("Chromium is needed here: install it, or name it in CHROMIUM")
        pytest.skip("no Chromium is installed (CHROMIUM names one that is not on the PATH)")
    running = Browser(program, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()
