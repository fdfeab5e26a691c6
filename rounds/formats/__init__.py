"""Text in, text out: no disk, no screen. `EXPORTS` says in which forms the history leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from rounds.domain.event import Event, Note


@dataclass(frozen=True)
class Export:
    """One form of the pair history: the module that makes it, and what its file is called."""

    module: str
    suffix: str
    encoding: str = "utf-8"

    def render(self, event: Event, notes: Sequence[Note] = ()) -> str:
        """Return the history as text, with only those notes that are given: by default none.

        The module is imported only now: this package is on the way to the first picture.
        """
        text: str = import_module(f"rounds.formats.history.{self.module}").render(event, notes)
        return text


EXPORTS = {
    "csv": Export("as_csv", ".csv", "utf-8-sig"),
    "json": Export("as_json", ".json"),
    "markdown": Export("as_markdown", ".md"),
}
