"""The kinds of sheets: what can be printed, what is printed usually, what needs a plan."""

from __future__ import annotations

from collections.abc import Iterable

from rounds.i18n import _

SHEETS = ("list", "reception", "badges", "cards", "memo", "tables", "pitch", "plan")
"""Everything that can be printed; each has a template of its name."""

USUAL = ("list", "reception", "memo", "tables")
"""What is printed if the host asks for nothing special."""

_PLANNED = frozenset({"cards", "memo", "tables", "plan"})


def needs_plan(sheets: Iterable[str]) -> bool:
    """Return whether rounds or tables stand on any of these sheets."""
    return not _PLANNED.isdisjoint(sheets)


def heading(sheet: str) -> str:
    """Return what a sheet is called."""
    return {
        "list": _("Participant list"),
        "reception": _("Check-in sheet"),
        "badges": _("Name badges"),
        "cards": _("Personal cards"),
        "memo": _("Memo sheets"),
        "tables": _("Table signs"),
        "pitch": _("Sheets for the one-minute introduction"),
        "plan": _("The plan on paper"),
    }[sheet]
