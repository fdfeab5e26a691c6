"""What the host is told about one person: arrived, added without a side, gone from a partner."""

from __future__ import annotations

from rounds.domain.evening.rounds import sits_at
from rounds.domain.event import Participant, PersonKey, Round
from rounds.domain.people.private_reports import in_short
from rounds.domain.people.roster import RosterIndex
from rounds.domain.views.seats import table_and_partners
from rounds.i18n import _, listed, say
from rounds.text.safe import one_line
from rounds.text.width import cut
from rounds.ui.screens.program import Program, mirrored
from rounds.ui.widgets.people_rows import seat_names


def left_alone(
    roster: RosterIndex, before: Round | None, after: Round | None, gone: PersonKey, *, seated: bool
) -> str:
    """Return what happens to the partner of somebody who is gone; empty where nobody is alone.

    Before people are `seated`, the board shows that a partner who is alone rests.
    """
    names = roster.names
    sat = table_and_partners(before, gone)
    if before is None or sits_at(before, gone) is None or sat is None or len(sat[1]) != 1:
        return ""
    (partner,) = sat[1]
    now = table_and_partners(after, partner)
    new = now[1] - {gone} if now else set()
    if not new and not seated:
        return _("{name} rests in this round: join them, or ask staff.").format(name=names[partner])
    if not new:
        return _("{name} is alone at table {table}: join them, or ask staff.").format(
            name=names[partner], table=sat[0]
        )
    return _("{name} joins {partner} at table {table}.").format(
        name=names[new.pop()], partner=names[partner], table=sat[0]
    )


def arrival(roster: RosterIndex, key: PersonKey) -> str:
    """Return the template that says that somebody has arrived; `name` is to be filled in."""
    if roster.states[key] == "here":
        return _("{name} is here")
    return _("{name} counts as here (nobody is checked in)")


def seat_and_partners(roster: RosterIndex, round_: Round | None, key: PersonKey) -> str:
    """Return somebody's seat in a round and who sits there, too; empty without a place."""
    seat = seat_names(round_).get(key, "")
    at = None if round_ is None else sits_at(round_, key)
    if round_ is None or at is None:
        return seat
    partners = [roster.names[other] for other in round_.pairings[at].people if other != key]
    return _("{seat} with {names}").format(seat=seat, names=listed(partners))


def described(roster: RosterIndex, key: PersonKey) -> str:
    """Return somebody's number, name, reading and company, which tell people of one name apart."""
    person = roster.by_key[key]
    words = {
        (True, True): _("{number} {name} ({kana}) {company}"),
        (True, False): _("{number} {name} ({kana})"),
        (False, True): _("{number} {name}, {company}"),
        (False, False): "{number} {name}",
    }[bool(person.kana), bool(person.company)]
    return words.format(
        number=roster.numbers[key],
        name=person.name,
        kana=person.kana,
        company=person.company,
    )


def introduced(person: Participant | None) -> list[str]:
    """Return what somebody wrote for those they meet: who they are, what they offer and look for.

    The contact is not among it: who gets that is decided after the evening.
    """
    if person is None:
        return []
    lines = [
        listed([word for word in (person.company, person.industry) if word]),
        _("Purpose: {text}").format(text=person.purpose) if person.purpose else "",
        _("Offers: {text}").format(text=person.offers) if person.offers else "",
        _("Looks for: {text}").format(text=person.seeks) if person.seeks else "",
    ]
    return [line for line in lines if line]


def remark(program: Program, key: PersonKey, limit: int) -> str:
    """Return what the host alone should know of somebody, such as an allergy; cut to `limit` cells.

    Reports of earlier evenings are counted, too. Empty where the room reads along.
    """
    if mirrored(program):
        return ""
    session = program.session
    history = session.reports.history(key)
    said = [say(in_short(history))] if history else []
    own = one_line(session.state.roster.by_key[key].remark)
    return cut(" | ".join([*said, *([own] if own else [])]), limit)


def side_missing(roster: RosterIndex, key: PersonKey, undo: str) -> str:
    """Return how to add a walk-in again with a side; empty where no side is missing.

    `undo` is the key that takes the walk-in back.
    """
    sides = roster.event.settings.sides
    if sides is None or roster.by_key[key].side:
        return ""
    return _(
        "No side was given: {key} undoes it, then type name / {one} or name / {other}."
    ).format(key=undo, one=sides[0], other=sides[1])
