"""Which page of the board is shown: pages turn by themselves, and the host may choose one."""

from __future__ import annotations

from rounds.domain.views.room import Room

PAGE_SECONDS = 8.0
"""How long a page is shown."""
CHOSEN_SECONDS = 20.0
"""How long a page stays that the host chose."""


def page_at(room: Room, now: float, pages: int) -> int:
    """Return the page to show, from 0: for a while the chosen one, else the next in turn."""
    return turn_at(room, now) % max(1, pages)


def turn_at(room: Room, now: float) -> int:
    """Return how many times a page has been turned so far."""
    if room.page is None:
        return max(0, int((now - room.board_since) // PAGE_SECONDS))
    idle = now - room.page_chosen_at - CHOSEN_SECONDS
    return room.page if idle < 0 else room.page + 1 + int(idle // PAGE_SECONDS)
