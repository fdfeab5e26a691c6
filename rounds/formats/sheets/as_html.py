"""A participant's own sheet as a page that prints, and that reads well on a phone."""

from __future__ import annotations

from rounds.formats.history.labels import stage_name, step_name
from rounds.formats.print.pages import page
from rounds.formats.sheets import texts
from rounds.formats.sheets.addresses import link
from rounds.formats.sheets.sheet import Sheet
from rounds.i18n import _, shown_date, shown_day


def render(sheet: Sheet, paper: str = "a4") -> str:
    """Return the sheet as HTML that needs nothing else, for a paper of `PAPERS`."""
    return page(
        "sheet",
        paper=paper,
        heading=_("My sheet"),
        evening={
            "settings": sheet.settings,
            "day": shown_date(sheet.held) if sheet.held else "",
            "hours": "",
        },
        sheet=sheet,
        texts=texts,
        shown_day=shown_day,
        stage_name=stage_name,
        step_name=step_name,
        link=link,
    )
