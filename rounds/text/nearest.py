"""The known text that a mistyped one probably means."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from rounds.text.fold import fold


def nearest(typed: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known text that is most like a typed one, None if none is near.

    Spellings that fold alike are as good as equal. `likeness` is the least ratio of letters in
    common, from 0 to 1; of texts that fold alike the first one is meant.
    """
    folded: dict[str, str] = {}
    for text in known:
        folded.setdefault(fold(text), text)
    near = get_close_matches(fold(typed), folded, 1, likeness)
    return folded[near[0]] if near else None


def alike(one: str, other: str, likeness: float) -> bool:
    """Return whether two folded texts have at least this ratio of letters in common."""
    compared = SequenceMatcher(None, one, other)
    return (
        compared.real_quick_ratio() >= likeness
        and compared.quick_ratio() >= likeness
        and compared.ratio() >= likeness
    )
