"""The plan to read: where people sit in each round, and whom each person meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.people.roster import people, shown_names
from rounds.formats.columns import aligned, wrapped
from rounds.i18n import _, listed
from rounds.text.safe import one_line


def render(event: Event, rounds: Sequence[Round], summary: Sequence[str] = ()) -> str:
    """Return the plan as text, below the sentences of `summary`."""
    called = {
        **{key: key for round_ in rounds for key in _everybody(round_)},
        **shown_names(event),
    }
    lines = [one_line(event.settings.title), *(f"  {one_line(line)}" for line in summary), ""]
    for round_ in rounds:
        lines += [*_by_round(round_, called, event.settings.listen_first), ""]
    if rounds:
        lines += [_("Who meets whom"), ""]
        for person in people(event):
            if not person.staff or any(person.key in _everybody(round_) for round_ in rounds):
                path = _path(person.key, rounds, called)
                lines += [f"  {one_line(called[person.key])}", *wrapped(path, indent=4)]
    return "\n".join(lines).rstrip() + "\n"


def _by_round(round_: Round, called: Mapping[PersonKey, str], halves: bool) -> list[str]:
    heading = _("Round {number}").format(number=round_.number)
    if halves:
        heading += "  " + _("{seat} listens first").format(seat=round_.listens_first)
    if round_.started_at is not None:
        heading += "  " + (_("over") if round_.ended_at else _("begun"))
    rows = [
        [str(pairing.table), *(called[key] for key in pairing.people)]
        for pairing in round_.pairings
    ]
    lines = [heading, *aligned(rows)]
    if round_.resting:
        resting = listed([one_line(called[key]) for key in round_.resting])
        lines.append("  " + _("Rests: {people}").format(people=resting))
    return lines


def _path(key: PersonKey, rounds: Sequence[Round], called: Mapping[PersonKey, str]) -> list[str]:
    """Return the number of every round and the people met in it."""
    path = []
    for round_ in rounds:
        met = [
            other
            for pairing in round_.pairings
            if key in pairing.people
            for other in pairing.people
            if other != key
        ]
        if met:
            path.append(f"{round_.number} " + " + ".join(one_line(called[other]) for other in met))
        elif key in round_.resting:
            path.append(f"{round_.number} " + _("rests"))
    return path


def _everybody(round_: Round) -> list[PersonKey]:
    return [*(key for pairing in round_.pairings for key in pairing.people), *round_.resting]
