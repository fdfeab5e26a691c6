"""What the columns of the table of people are called."""

from __future__ import annotations

from rounds.i18n import _


def column_name(field: str) -> str:
    """Return the heading of a field in the language in force."""
    return {
        "name": _("name"),
        "kana": _("reading (kana)"),
        "company": _("company"),
        "industry": _("industry"),
        "purpose": _("purpose"),
        "offers": _("offers"),
        "seeks": _("seeks"),
        "pitch": _("introduction"),
        "contact": _("contact"),
        "remark": _("remark"),
        "side": _("side"),
        "avoid": _("keep apart from"),
        "wishes": _("wishes to meet"),
        "table": _("table"),
        "from_round": _("from round"),
        "until_round": _("until round"),
        "staff": _("staff"),
        "id": _("id"),
    }[field]
