"""A copy of a file that cannot be used, kept beside it."""

from __future__ import annotations

from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.store.disk.atomic import Disk, write_whole


def keep_damaged(path: Path, raw: bytes, mode: int, disk: Disk) -> Path | None:
    """Keep these bytes as `NAME.damaged`; return the copy, None where the disk refuses."""
    for number in range(1, 100):
        copy = path.with_name(f"{path.name}.damaged" + (f"-{number}" if number > 1 else ""))
        try:
            if copy.exists() and copy.read_bytes() == raw:
                return copy
            write_whole(copy, raw, mode=mode, disk=disk)
        except StoreError:
            continue
        except OSError:
            return None
        return copy
    return None
