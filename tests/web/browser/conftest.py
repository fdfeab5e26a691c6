"""A hall with a real server, and phones that are tabs of a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.chromium import Browser
from tests.evenings import an_event
from tests.phone import Phone
from tests.web.browser.evening import start_round
from tests.web.wifi import Wifi


@pytest.fixture
def wifi() -> Iterator[Wifi]:
    """A hall of six in their first round."""
    here = Wifi(an_event(6))
    start_round(here)
    yield here
    here.close()


@pytest.fixture
def take(browser: Browser) -> Iterator[Callable[..., Phone]]:
    """Takes phones out of pockets; each is put back, and must not have complained."""
    taken: list[Phone] = []

    def one(width: int = 360, height: int = 640, language: str = "en") -> Phone:
        phone = Phone(browser, width, height)
        phone.speak(language)
        taken.append(phone)
        return phone

    yield one
    faults = [fault for phone in taken for fault in phone.faults]
    for phone in taken:
        phone.close()
    assert faults == []
