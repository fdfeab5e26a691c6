"""The plan to read: by round, who sits where; by person, whom each one meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.people.roster import people, shown_names
from rounds.formats.columns import aligned, wrapped
from rounds.i18n import _, listed
from rounds.text.safe import one_line


def render(event: Event, rounds: Sequence[Round], summary: Sequence[str] = ()) -> str:
    """Return the plan as text; `summary` are the planner's own sentences about it."""
    called = {
        **{key: key for each in rounds for key in _everybody(each)},
        **shown_names(event),
    }
    lines = [one_line(event.settings.title), *(f"  {one_line(line)}" for line in summary), ""]
    for each in rounds:
        lines += [*_by_round(each, called, event.settings.listen_first), ""]
    if rounds:
        lines += [_("Whom each one meets"), ""]
        for person in people(event):
            if not person.staff or any(person.key in _everybody(each) for each in rounds):
                path = _path(person.key, rounds, called)
                lines += [f"  {one_line(called[person.key])}", *wrapped(path, indent=4)]
    return "\n".join(lines).rstrip() + "\n"


def _by_round(each: Round, called: Mapping[PersonKey, str], halves: bool) -> list[str]:
    heading = _("Round {number}").format(number=each.number)
    if halves:
        heading += "  " + _("{seat} listens first").format(seat=each.listens_first)
    if each.started_at is not None:
        heading += "  " + (_("over") if each.ended_at else _("begun"))
    rows = [
        [str(pairing.table), *(called[key] for key in pairing.people)] for pairing in each.pairings
    ]
    lines = [heading, *aligned(rows)]
    if each.resting:
        resting = listed([one_line(called[key]) for key in each.resting])
        lines.append("  " + _("Rests: {people}").format(people=resting))
    return lines


def _path(key: PersonKey, rounds: Sequence[Round], called: Mapping[PersonKey, str]) -> list[str]:
    """Return whom this person meets in each round, with its number."""
    path = []
    for each in rounds:
        met = [
            other
            for pairing in each.pairings
            if key in pairing.people
            for other in pairing.people
            if other != key
        ]
        if met:
            path.append(f"{each.number} " + " + ".join(one_line(called[other]) for other in met))
        elif key in each.resting:
            path.append(f"{each.number} " + _("rests"))
    return path


def _everybody(each: Round) -> list[PersonKey]:
    return [*(key for pairing in each.pairings for key in pairing.people), *each.resting]
