"""Takes rows apart that name several people: Company, Participant 1, Participant 2."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rounds.formats.roster.columns.fields import NAMES
from rounds.formats.roster.columns.headings import meaning
from rounds.formats.roster.people.row import Line

_NUMBERED = re.compile(r"(\D*?)\s*#?([1-9１-９])(?!\d)\s*(\D*)")
_ONES_OWN = (*NAMES, "kana", "contact")
"""What belongs to one person, not to everybody in a row."""

Blocks = dict[int, dict[str, int]]
"""The columns of each numbered person, by the heading without its number."""


def numbered_people(
    texts: Sequence[str], below: Sequence[Line]
) -> tuple[list[Line], list[str]] | None:
    """Return the rows with one person each, and the headings of the names; None for other tables.

    `texts` are the headings; the first row returned holds those of one person. Who stands in a
    row without a number comes as well if the numbers begin with 2, if those with a number are
    guests, or if there is nobody with one.
    """
    blocks = _blocks(texts)
    first, *others = blocks.values() or ({},)
    named = [base for base in first if (means := meaning(base)) and means.field in NAMES]
    if not named or not others or any(each.keys() != first.keys() for each in others):
        return None
    places = {place for block in blocks.values() for place in block.values()}
    shared = [at for at in range(len(texts)) if at not in places]
    own = {
        base: at
        for base in first
        for at in shared
        if (here := meaning(texts[at])) and (there := meaning(base)) and here.field == there.field
    }
    joins = min(blocks) > 1 or any((m := meaning(base)) and m.owner == "guest" for base in named)
    people = [own] if joins else []
    common = [at for at in shared if (m := meaning(texts[at])) is None or m.field not in _ONES_OWN]
    main = [texts[own[base]] if joins and base in own else base for base in first]
    found: list[Line] = [(0, [*(texts[at] for at in common), *main])]
    for row, cells in below:
        cells = [*cells, *[""] * (len(texts) - len(cells))]
        lines = [
            [cells[block[base]] if base in block else "" for base in first]
            for block in (*people, *blocks.values())
        ]
        filled = [line for line in lines if any(line)]
        filled = filled or [[cells[own[base]] if base in own else "" for base in first]]
        found += [(row, [*(cells[at] for at in common), *line]) for line in filled if any(line)]
    return found, [texts[block[named[0]]] for block in blocks.values()]


def _blocks(texts: Sequence[str]) -> Blocks:
    """Return the numbered columns by number; nothing if the numbers do not follow each other."""
    found: Blocks = {}
    for at, text in enumerate(texts):
        if numbered := _NUMBERED.fullmatch(text.strip()):
            base = f"{numbered[1]} {numbered[3]}".strip()
            if base and base not in (block := found.setdefault(int(numbered[2]), {})):
                block[base] = at
    numbers = sorted(found)
    in_turn = len(numbers) > 1 and numbers == [*range(numbers[0], numbers[-1] + 1)]
    return {n: found[n] for n in numbers} if in_turn and numbers[0] < 3 else {}
