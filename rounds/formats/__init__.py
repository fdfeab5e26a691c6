"""Text forms of events, plans and rosters. `EXPORTS` lists the forms of the pair history."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from rounds.domain.event import Event, Note


class Export(NamedTuple):
    """One form of the pair history: the module that renders it, the suffix and the encoding."""

    module: str
    suffix: str
    encoding: str = "utf-8"

    def render(self, event: Event, notes: Sequence[Note] = (), *, people: bool = False) -> str:
        """Return the history as text, with the given notes and no others.

        With `people` it also has company, industry and purpose of everybody.

        The module is imported here, because the program starts without exporting anything.
        """
        module = import_module(f"rounds.formats.history.{self.module}")
        text: str = module.render(event, notes, people=people)
        return text


EXPORTS = {
    "csv": Export("as_csv", ".csv", "utf-8-sig"),
    "json": Export("as_json", ".json"),
    "markdown": Export("as_markdown", ".md"),
}
