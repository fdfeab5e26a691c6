"""The two sizes of paper, and the cutting grids of badges that are sold for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paper:
    """A sheet of paper; all lengths are in millimetres.

    Ten badges are printed on a sheet, two beside each other: `badge_width` by `badge_height`, the
    first one `badge_left` from the left edge and `badge_top` from the upper one, without gaps.
    `memos` is how many rounds a memo sheet has room for.
    """

    name: str
    width: float
    height: float
    badge_width: float
    badge_height: float
    badge_left: float
    badge_top: float
    memos: int


PAPERS = {
    # Business cards to tear off, as A-one 51002 and others have them: 91 x 55 mm.
    "a4": Paper("A4", 210, 297, 91, 55, 14, 11, memos=7),
    # As Avery 5371 and others have them: 3.5 x 2 inches.
    "letter": Paper("Letter", 215.9, 279.4, 88.9, 50.8, 19.05, 12.7, memos=6),
}
