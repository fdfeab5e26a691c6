"""The plan for a spreadsheet: one row per pairing, and one per person who rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rounds.domain.event import PersonKey, Round
from rounds.formats.history.as_csv import table
from rounds.i18n import _


def render(rounds: Sequence[Round], called: Mapping[PersonKey, str], halves: bool = True) -> str:
    """Return the plan as CSV; `called` maps keys to names."""
    rows = [
        [_("round"), _("table"), _("seat A"), _("seat B"), _("seat C"), _("listens first")],
    ]
    for round_ in rounds:
        for pairing in round_.pairings:
            seats = [called.get(key, key) for key in pairing.people]
            first = seats[0 if round_.listens_first == "A" else 1] if halves else ""
            rows.append(
                [str(round_.number), str(pairing.table), *seats, *[""] * (3 - len(seats)), first]
            )
        rows += [
            [str(round_.number), _("rests"), called.get(key, key), "", "", ""]
            for key in round_.resting
        ]
    return table(rows)
