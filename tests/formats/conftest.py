"""A browser for the tests of pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

from tests.chromium import Browser, chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = chromium()
    if program is None:
        if os.environ.get("CI") == "true" and sys.platform == "linux":
            pytest.fail("Chromium is needed here: install it, or name it in CHROMIUM")
        pytest.skip("no Chromium is installed (CHROMIUM names one that is not on the PATH)")
    running = Browser(program, tmp_path_factory.mktemp("profile"))
    yield running
    running.close()
