"""Which phone belongs to whom: a phone has a secret of its own, and a person has one phone."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping

from rounds.domain.event import PersonKey


class Devices:
    """The phones that have joined, by the hash of the secret that each of them holds."""

    def __init__(self, people: Mapping[str, PersonKey] | None = None) -> None:
        self._people = dict(people or {})

    @property
    def people(self) -> dict[str, PersonKey]:
        """The person of each phone, by the hash of its secret, to be kept on the disk."""
        return dict(self._people)

    @property
    def joined(self) -> frozenset[PersonKey]:
        """Everybody who has a phone here."""
        return frozenset(self._people.values())

    def person(self, secret: str) -> PersonKey | None:
        """Return whose phone holds this secret, None if no phone does."""
        return self._people.get(hashed(secret)) if secret else None

    def add(self, person: PersonKey) -> str:
        """Give a phone to somebody who has none; return the new phone's secret."""
        secret = secrets.token_urlsafe(32)
        self._people[hashed(secret)] = person
        return secret

    def release(self, person: PersonKey) -> bool:
        """Take somebody's phone off; return whether there was one."""
        before = len(self._people)
        self._people = {device: owner for device, owner in self._people.items() if owner != person}
        return len(self._people) < before


def hashed(secret: str) -> str:
    """Return what is kept of a secret. It is long and random, so no salt is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
