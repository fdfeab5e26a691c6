"""The phones of the participants, as the host's screens see them."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from rounds.domain.event import PersonKey
from rounds.domain.sentence import Sentence


class PhonesState(NamedTuple):
    """How the phones are doing.

    `url` is what the QR code says, in capitals, empty until phones can join; `address` is the
    part of it that people type, and `code` the join code. `notes` counts the notes that came
    from phones since the start of the program. `visited` says that any phone has opened the page.
    `trouble` is why phones are off though the host wants them.
    """

    on: bool = False
    url: str = ""
    address: str = ""
    code: str = ""
    door_open: bool = True
    joined: frozenset[PersonKey] = frozenset()
    notes: int = 0
    visited: bool = False
    trouble: Sentence | None = None


class Phones(Protocol):
    """What the host can do about phones. The listeners of the session are told of each change."""

    @property
    def state(self) -> PhonesState:
        """How the phones are doing now."""

    def switch_on(self) -> None:
        """Let phones join, in the loop that runs; `state` says how it went."""

    async def switch_off(self) -> None:
        """Stop answering phones, within a second."""

    def new_code(self) -> None:
        """Replace the join code; phones that have joined stay."""

    def open_door(self, is_open: bool) -> None:
        """Let further phones join or not; phones that have joined stay."""

    def release(self, person: PersonKey) -> None:
        """Take the phone of somebody off, so that another one can join under that name."""
