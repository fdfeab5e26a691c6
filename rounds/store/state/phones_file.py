"""What has to outlive a restart of the program about phones: the join code, and who has joined.

It is a small private file in the user's own folder, never a part of the event file. Of a phone it
holds only the hash of its secret, so nobody who reads the file can pass for that phone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from rounds.domain.event import PersonKey
from rounds.store.state.paths import name_for, replace_text, state_folder


class KeptPhones(NamedTuple):
    """The join code, whether it still lets phones in, and the person of each phone by its hash."""

    code: str
    door_open: bool
    people: dict[str, PersonKey]


class PhonesFile:
    """The file of one evening's phones."""

    def __init__(self, event_file: Path, folder: Path | None = None) -> None:
        folder = folder or state_folder() / "phones"
        self._path = folder / f"{name_for(event_file)}.json"

    def read(self) -> KeptPhones | None:
        """Return what was kept last; None if there is nothing, or nothing that can be read."""
        try:
            kept = json.loads(self._path.read_bytes())
            people = {str(device): str(person) for device, person in kept["people"].items()}
            return KeptPhones(str(kept["code"]), kept["door_open"] is True, people)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None

    def write(self, phones: KeptPhones) -> None:
        """Keep this instead of what was kept before; raises `OSError`."""
        kept = {"code": phones.code, "door_open": phones.door_open, "people": phones.people}
        replace_text(self._path, json.dumps(kept))

    def forget_people(self) -> None:
        """Forget who has joined; the code stays, for it may be on paper. Raises `OSError`."""
        if kept := self.read():
            self.write(KeptPhones(kept.code, True, {}))
