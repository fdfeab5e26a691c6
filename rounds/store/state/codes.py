"""The four-digit codes with which participants keep their notes from others at the laptop.

Only a hash is kept, in a small private file of its own: never in the event file or an export.
It keeps honest people out, not the host, who can read the file of the evening.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from contextlib import suppress
from pathlib import Path

from rounds.domain.event import Event, PersonKey, starts
from rounds.store.state.paths import replace_text, state_folder

DIGITS = 4
_ROUNDS = 20_000
_KEPT_FOR = 30 * 24 * 3600
"""Seconds after which a code that was not used is deleted."""


class Codes:
    """The codes of one evening."""

    def __init__(self, event: Event) -> None:
        began = starts(event)
        self._evening = began.isoformat() if began else ""
        self._folder = state_folder() / "codes"

    def has(self, person: PersonKey) -> bool:
        """Return whether somebody has chosen a code."""
        return self._path(person).exists()

    def choose(self, person: PersonKey, code: str) -> None:
        """Keep somebody's code; raises `OSError`."""
        self._delete_old()
        salt = secrets.token_hex(16)
        replace_text(self._path(person), json.dumps({"salt": salt, "hash": _hash(code, salt)}))

    def fits(self, person: PersonKey, code: str) -> bool:
        """Return whether this is somebody's code; nothing fits a file that cannot be read."""
        try:
            kept = json.loads(self._path(person).read_bytes())
            return hmac.compare_digest(str(kept["hash"]), _hash(code, str(kept["salt"])))
        except (OSError, ValueError, LookupError, TypeError):
            return False

    def clear(self, person: PersonKey) -> None:
        """Forget somebody's code; raises `OSError`."""
        self._path(person).unlink(missing_ok=True)

    def _path(self, person: PersonKey) -> Path:
        named = json.dumps([self._evening, person])
        return self._folder / f"{hashlib.sha256(named.encode()).hexdigest()[:32]}.json"

    def _delete_old(self) -> None:
        oldest = time.time() - _KEPT_FOR
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.stat().st_mtime < oldest:
                    path.unlink()


def _hash(code: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", code.encode(), salt.encode(), _ROUNDS).hex()
