"""What a meeting costs: the order in which a plan's qualities count.

Rules come first and have no price. Then, each dearer than what follows it: two of one company;
two who met at earlier events, dearer the more recently and the more often; a wish that is not
honoured; two of one industry. What is left to choose among plans of one cost decides
`evenness`: who shares the same-industry meetings, who can help whom, and variety.

A price is large against the next one, not without end: a wish is worth four same-industry meetings.
"""

from __future__ import annotations

from collections.abc import Iterable

COMPANY = 2000
"""Two of one company."""

EARLIER = 200
"""Two who met three events ago. Twice as much for the last event but one, four times as much for
the last one; less and less for those further back."""

LEAST = 112
"""What meeting again costs in any case, however long ago it was: more than two wishes."""

AGAIN = 6
"""More for each further event at which they met."""

WISH, ONLY, MUTUAL = 40, 12, 6
"""A wish that is not honoured. `ONLY` is shared by all wishes of a person of whom none has been
honoured tonight, so that the only wish of one counts for more than one of the many of another;
`MUTUAL` is added where two wish for each other."""

NEWCOMERS, TOO_MANY = 20, 20
"""Two newcomers, and each meeting beyond the limit of an industry, where the host asks for it."""

INDUSTRY = 10
"""Two of one industry; or of two, where the host prefers one."""

NEVER = 10**9
"""Dearer than any evening."""


def earlier(ages: Iterable[int]) -> int:
    """Return the price of meeting again after meetings at events so many events ago, 0 the last."""
    ago = sorted(ages)
    last = ago[0]
    price = EARLIER << (2 - last) if last < 2 else LEAST + (EARLIER - LEAST) * 2 // last
    return price + AGAIN * (len(ago) - 1)


def wish(among: int, *, honoured: bool) -> int:
    """Return the price of missing one wish among so many of a person.

    `honoured` says whether one of them has been honoured tonight.
    """
    return WISH if honoured else WISH + ONLY // max(1, among)
