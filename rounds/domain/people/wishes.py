"""What a host may write among somebody's wishes: a person, or anybody of an industry."""

from __future__ import annotations

import unicodedata

from rounds.domain.event import Participant

_OF_INDUSTRY = ("industry", "業種", "業界")


def wished_industry(wish: str) -> str | None:
    """Return the industry of a wish such as `industry:finance`, None if it names a person."""
    kind, colon, industry = unicodedata.normalize("NFKC", wish).partition(":")
    if colon and kind.strip().casefold() in _OF_INDUSTRY and industry.strip():
        return industry.strip()
    return None


def wished_industries(person: Participant) -> list[str]:
    """Return the industries of which somebody wishes to meet anybody, as they are written."""
    return [found for wish in person.wishes if (found := wished_industry(wish)) is not None]
