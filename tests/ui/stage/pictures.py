"""Pictures in plain text, kept beside the tests.

ROUNDS_PICTURES=update pytest tests/ui writes them anew; look before you accept.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "pictures"


def kept(name: str, now: str, folder: Path = FOLDER) -> str:
    """Return the picture as it was kept under a name; on request `now` is kept first."""
    file = folder / f"{name}.txt"
    if os.environ.get("ROUNDS_PICTURES") == "update":
        folder.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8") if file.exists() else ""


def album(pictures: dict[str, list[str]]) -> str:
    """Return several pictures as one text, each under its name."""
    parts = []
    for name, lines in pictures.items():
        parts.append(f"[{name}]\n" + "\n".join(f"|{line}" for line in lines) + "\n")
    return "\n".join(parts)
