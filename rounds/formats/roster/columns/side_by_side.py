"""Finds lists that stand side by side on one sheet, each with the same headings."""

from __future__ import annotations

from collections.abc import Sequence

from rounds.formats.roster.columns.fields import NAMES
from rounds.formats.roster.columns.heading_row import Headings
from rounds.formats.roster.people.row import Line


def side_by_side(headings: Headings, rows: Sequence[Line]) -> tuple[list[Line], int] | None:
    """Return the rows of such lists one below the other, and how many lists; None if it is one."""
    texts = headings.texts
    names = [
        at for at, each in enumerate(headings.meanings) if each is not None and each.field in NAMES
    ]
    alike = [at for at in names if texts[at] == texts[names[0]]]
    if len(alike) < 2:
        return None
    step, first = alike[1] - alike[0], alike[0]
    starts = [at - first for at in alike]
    blocks = [_without_end(texts[start : start + step]) for start in starts]
    ends_there = not any(texts[starts[-1] + step :])
    if first >= step or starts != [n * step for n in range(len(starts))]:
        return None
    if not ends_there or any(block != blocks[0] for block in blocks):
        return None
    top, below = rows[: headings.rows], rows[headings.rows :]
    found = [(row, cells[:step]) for row, cells in top]
    for start in starts:
        end = None if start == starts[-1] else start + step
        parts = ((row, _without_end(cells[start:end])) for row, cells in below)
        found += [(row, cells) for row, cells in parts if any(cells)]
    return found, len(starts)


def _without_end(cells: Sequence[str]) -> list[str]:
    """Return cells without the empty ones at the end."""
    filled = [at for at, cell in enumerate(cells) if cell]
    return list(cells[: filled[-1] + 1]) if filled else []
