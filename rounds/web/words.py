"""The words of the page that phones show, in the language in force."""

from __future__ import annotations

from rounds.i18n import _


def page_words() -> dict[str, str]:
    """Return every text of the page by the name under which its script looks it up."""
    return {"saved": _("saved")}
