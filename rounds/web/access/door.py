"""The door: whether a phone may join, by the code that the host shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from rounds.web.access.join_code import same_code
from rounds.web.access.rates import Rate

WRONG_CODES, IN_SECONDS = 10, 60.0
"""How many wrong codes an address may try in which time."""

Refusal = Literal["code", "closed", "busy"]


class Door:
    """The join code in force, and whether it lets anybody in.

    A wrong code counts against the address it came from. After too many, even the right code is
    refused for a while, so that no answer tells whether a guess was right.
    """

    def __init__(self, code: str, clock: Callable[[], float]) -> None:
        self.code = code
        self.is_open = True
        self._wrong = Rate(WRONG_CODES, IN_SECONDS, clock)

    def refusal(self, typed: str, address: str) -> Refusal | None:
        """Return why this code does not let a phone in from an address, None if it does."""
        if not self._wrong.allows(address):
            return "busy"
        if not same_code(typed, self.code):
            self._wrong.use(address)
            return "code"
        return None if self.is_open else "closed"
