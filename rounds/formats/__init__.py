"""Text in, text out: no disk, no screen. `EXPORTS` says in which forms the history leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rounds.domain.event import Event, Note
from rounds.formats import as_csv, as_json, as_markdown


@dataclass(frozen=True)
class Export:
    """One form of the pair history: how it is made, and what its file is called and holds.

    `render(event, notes)` puts only those notes into it that it is given, and none by default.
    """

    render: Callable[[Event, Sequence[Note]], str]
    suffix: str
    media_type: str
    encoding: str = "utf-8"


EXPORTS = {
    "csv": Export(as_csv.render, ".csv", "text/csv", "utf-8-sig"),
    "json": Export(as_json.render, ".json", "application/json"),
    "markdown": Export(as_markdown.render, ".md", "text/markdown"),
}
