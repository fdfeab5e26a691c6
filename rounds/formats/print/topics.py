"""What somebody may be asked about: the first thing of a line, for a badge."""

from __future__ import annotations

import re

_ENDS = re.compile(r"\s*[,、，;；/／|｜・。]\s*|\. | [-–—] ")


def topic(line: str) -> str:
    """Return the first thing that a line names: `packaging` of `packaging, brand books`."""
    return next((part for part in _ENDS.split(line.strip()) if part), "")
