"""Who asks: the person to whom a phone belongs, and how often it may ask."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request

from rounds.domain.event import PersonKey
from rounds.web.access.devices import Devices
from rounds.web.access.rates import Rate
from rounds.web.answers.evening import Evening
from rounds.web.replies import Refused, address_of

COOKIE = "device"
"""The cookie in which a phone keeps its secret."""


class Callers:
    """Knows by the secret of a phone whose it is.

    A phone may ask 60 times in ten seconds. Those that have not joined are counted by their
    address, which a whole hall may share behind a router.
    """

    def __init__(self, evening: Evening, devices: Devices, clock: Callable[[], float]) -> None:
        self._evening = evening
        self._devices = devices
        self._of_device = Rate(60, 10.0, clock)
        self._of_address = Rate(600, 10.0, clock)

    def person(self, request: Request) -> PersonKey | None:
        """Return whose phone asks; None for a phone that has not joined, or not any more."""
        person = self._devices.person(request.cookies.get(COOKIE, ""))
        return person if person in self._evening.now.roster.by_key else None

    def joined(self, request: Request) -> PersonKey:
        """Return whose phone asks; raises `Refused` for one that has not joined."""
        person = self.person(request)
        if person is None:
            self.stranger(request)
            raise Refused("gone")
        if not self._of_device.use(person):
            raise Refused("busy")
        return person

    def stranger(self, request: Request) -> None:
        """Take note of a request of a phone that has not joined; raises `Refused` for too many."""
        if not self._of_address.use(address_of(request)):
            raise Refused("busy")
