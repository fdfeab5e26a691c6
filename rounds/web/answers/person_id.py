"""By what phones name a person in what they send."""

from __future__ import annotations

import hashlib

from rounds.domain.event import PersonKey


def person_id(key: PersonKey) -> str:
    """Return a word for a person that stays the same for the whole evening.

    The number on the roster does not: a participant who is added to the host's part of the file
    moves everybody who came without registration. What waits on a phone would then be about
    somebody else.
    """
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:10]
