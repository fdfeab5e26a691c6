"""A wish to talk again that only one of two has: its author and the host alone ever read it."""

from __future__ import annotations

import pytest

from rounds.domain.event import Event
from rounds.domain.followup.series import Series
from rounds.formats import EXPORTS
from rounds.formats.history.lists import render as listed
from rounds.formats.print import met_matrix
from rounds.formats.print.kinds import SHEETS
from rounds.formats.print.pages import render as printed
from rounds.formats.sheets import as_html
from rounds.formats.sheets.sheet import Sheets
from rounds.formats.summary import as_text
from rounds.session.session import Session
from tests.evenings import an_event
from tests.session.test_rematch import at_the_closing, both_wish, wish


def an_evening(*, again: bool) -> tuple[Session, set[str]]:
    """Return an evening with one mutual wish, and who wrote notes beside it that wish it or not."""
    session = at_the_closing(an_event(13, rounds=4))
    both_wish(session, 1, 0)
    authors = set()
    for round_ in session.event.rounds[1:]:
        one, other = round_.pairings[1].people
        wish(session, one, other, round_.number, again=again)
        authors.add(one)
    return session, authors


def what_others_read(event: Event, authors: set[str]) -> dict[str, str]:
    """Return all that leaves an evening but the sheets and notes of the authors."""
    series, sheets = Series([event]), Sheets(event)
    return {
        "summary": as_text(series, people=True),
        "matrix": met_matrix.render(series),
        **{f"export {name}": form.render(event, ()) for name, form in EXPORTS.items()},
        **{f"again {name}": listed("again", name, event) for name in EXPORTS},
        **{f"print {sheet}": printed(sheet, event) for sheet in SHEETS},
        **{
            f"sheet of {key}": as_html.render(sheets.sheet(key))
            for key in sheets.people
            if key not in authors
        },
    }


@pytest.mark.parametrize("rematch", [False, True])
def test_a_wish_of_one_alone_changes_nothing_that_others_read(rematch: bool) -> None:
    found = []
    for again in (False, True):
        session, authors = an_evening(again=again)
        if rematch:
            session.rematch.add(session.rematch.propose())
        found.append(what_others_read(session.event, authors))

    assert found[0] == found[1]
    assert len(found[0]) > 20
