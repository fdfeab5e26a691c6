"""Who has met whom over the evenings of a series, as a table on paper.

It shows what happened and nothing else: two people who are kept apart look like any two who have
not met, and who would like to talk again is not in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rounds.domain.followup.due import held_on
from rounds.domain.followup.series import Series
from rounds.formats.print.pages import page
from rounds.i18n import _, shown_date
from rounds.text.reading_order import order_keys

COLUMNS = 30
"""How many people stand beside each other on a sheet of either paper, in columns of 4 mm."""


def render(series: Series, *, paper: str = "a4") -> str:
    """Return the table as a page of HTML, for a paper of `PAPERS`, in the language in force.

    There is a row and a column for everybody who came to one of the evenings, in the order of a
    phone book.
    """
    everybody = series.people
    keys = order_keys([(one.profile.name, one.profile.kana, one.person) for one in everybody])
    people = [
        one for _key, one in sorted(zip(keys, everybody, strict=True), key=lambda two: two[0])
    ]
    latest = series.evenings[-1].event
    days = [day for evening in series.evenings if (day := held_on(evening.event))]
    return page(
        "met_matrix",
        paper=paper,
        heading=_("Who has met whom"),
        evening={
            "settings": latest.settings,
            "day": _from_to(days),
            "hours": "",
        },
        people=people,
        met=series.have_met,
        columns=COLUMNS,
    )


def _from_to(days: Sequence[date]) -> str:
    """Return the first and the last day of a series, oldest first, "" where nobody knows any."""
    if len(set(days)) < 2:
        return shown_date(days[0]) if days else ""
    return _("{first} to {last}").format(first=shown_date(days[0]), last=shown_date(days[-1]))
