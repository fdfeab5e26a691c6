"""The roster as lines of a list: who, in which state, sitting where now and next."""

from __future__ import annotations

from collections.abc import Iterable

from rounds.domain.evening.clock import Run
from rounds.domain.evening.rounds import current, sits_at
from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.fields import TableLabel
from rounds.domain.people.roster import RosterIndex, State
from rounds.domain.views.room import place_name
from rounds.i18n import _
from rounds.text.safe import one_line
from rounds.text.width import cut, width
from rounds.ui.widgets.people_list import Column, Row, Tone

WIDE = 64
"""Cells from which a list has room for the company."""

NARROW = 42
"""Cells below which the state shares a column with the seat."""


STATES: tuple[State, ...] = ("here", "expected", "absent", "left")


def state_name(state: State) -> str:
    """Return a state of presence in the host's language."""
    names = {
        "here": _("here"),
        "expected": _("expected"),
        "absent": _("absent"),
        "left": _("left"),
    }
    return names[state]


def _tones(roster: RosterIndex) -> dict[State, Tone]:
    """Return how bright each state is shown: where nobody checks in, everybody takes part."""
    taking_part = {"here"} if roster.checked_in else {"here", "expected"}
    return {state: "plain" if state in taking_part else "dim" for state in STATES}


def _state_width() -> int:
    return max(width(state_name(state)) for state in STATES)


def seats(round_: Round | None) -> dict[PersonKey, str]:
    """Return where everybody sits in a round: the table and the seat, or that they rest."""
    if round_ is None:
        return {}
    found = {key: _("rest") for key in round_.resting}
    for pairing in round_.pairings:
        if pairing.held == "no-show":
            continue
        for key, seat in zip(pairing.people, "ABC", strict=False):
            found[key] = place_name(str(pairing.table), seat)
    return found


def _seat_column(title: str, placed: dict[PersonKey, str], least: int, most: int) -> Column:
    """Return a column in which the seats of a round can be read, as far as there is room."""
    widest = max((width(seat) for seat in placed.values()), default=0)
    return Column(title, max(least, min(widest, most)))


def _seat_fitted(seat: str, column: Column) -> str:
    """Return a seat that keeps its letter where the label of the table is too long."""
    if width(seat) <= column.width or seat[-1] not in "ABC":
        return seat
    return cut(one_line(seat[:-1]), column.width - 1) + seat[-1]


def now_and_next(event: Event, run: Run) -> tuple[Round | None, Round | None]:
    """Return the round that is under way and the one to come."""
    following = current(event, run.round if run.phase == "move" else run.round + 1)
    return current(event, run.round) if run.phase == "talk" else None, following


def at_hand(event: Event, run: Run) -> Round | None:
    """Return the round that is announced or runs."""
    return current(event, run.round) if run.phase in {"move", "talk"} else None


def sits_with(round_: Round | None, key: PersonKey) -> tuple[TableLabel, set[PersonKey]] | None:
    """Return somebody's table in a round and who is there too; None for who does not sit."""
    pairings = [] if round_ is None else list(round_.pairings)
    return next(
        (
            (pairing.table, {other for other in pairing.people if other != key})
            for pairing in reversed(pairings)
            if key in pairing.people
        ),
        None,
    )


def left_alone(
    roster: RosterIndex, before: Round | None, after: Round | None, gone: PersonKey
) -> str:
    """Return what becomes of the partner of somebody who is gone; empty where all is well."""
    names = roster.names
    sat = sits_with(before, gone)
    if before is None or sits_at(before, gone) is None or sat is None or len(sat[1]) != 1:
        return ""
    (partner,) = sat[1]
    now = sits_with(after, partner)
    new = now[1] - {gone} if now else set()
    if not new:
        return _("{name} is alone at table {table}: join them, or ask staff.").format(
            name=names[partner], table=sat[0]
        )
    return _("{name} joins {partner} at table {table}.").format(
        name=names[new.pop()], partner=names[partner], table=sat[0]
    )


def arrival(roster: RosterIndex, key: PersonKey) -> str:
    """Return what is said of somebody who has come, with a place for the name."""
    if roster.states[key] == "here":
        return _("{name} is here")
    return _("{name} counts as here: nobody is checked in tonight")


def described(roster: RosterIndex, key: PersonKey) -> str:
    """Return what tells somebody from people of the same name: number, reading and company."""
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


def side_missing(roster: RosterIndex, key: PersonKey, undo: str) -> str:
    """Return how the host gives somebody just added a side; empty where none is missing.

    `undo` is the key that takes the walk-in back.
    """
    sides = roster.event.settings.sides
    if sides is None or roster.by_key[key].side:
        return ""
    return _(
        "No side was given: {key} takes it back, then type name / {one} or name / {other}."
    ).format(key=undo, one=sides[0], other=sides[1])


def evening_list(
    roster: RosterIndex, run: Run, keys: Iterable[PersonKey], width: int
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return columns and lines for the console: number, name, state, seats now and next."""
    names, numbers, known = roster.names, roster.numbers, roster.states
    under_way, following = (seats(round_) for round_ in now_and_next(roster.event, run))
    people = roster.by_key
    idle = {key: _("staff") for key, person in people.items() if person.staff}
    state_width = _state_width()
    number = Column("", len(str(len(numbers))), right=True)
    name = Column(_("Name"))
    bright = _tones(roster)
    gone = {key for key, state in known.items() if state in {"absent", "left"}}
    under_way, following = (
        {key: seat for key, seat in each.items() if key not in gone}
        for each in (under_way, following)
    )
    if width < NARROW:
        now_width = max(4, min(8, state_width))
        now, after = Column(_("Now"), now_width), _seat_column(_("Next"), following, 5, 8)
        return (number, name, now, after), tuple(
            Row(
                key,
                (
                    str(numbers[key]),
                    names[key],
                    _seat_fitted(under_way.get(key, ""), now)
                    or (idle.get(key, "") if known[key] == "here" else state_name(known[key])),
                    _seat_fitted(following.get(key, ""), after),
                ),
                bright[known[key]],
            )
            for key in keys
        )
    wide = width >= WIDE
    now = _seat_column(_("Now"), under_way, 6, 10)
    after = _seat_column(_("Next"), following, 6, 10)
    columns = (
        number,
        name,
        *([Column(_("Company"), (width - 30) // 2)] if wide else []),
        Column(_("State"), state_width),
        now,
        after,
    )
    return columns, tuple(
        Row(
            key,
            (
                str(numbers[key]),
                names[key],
                *([people[key].company] if wide else []),
                state_name(known[key]),
                _seat_fitted(under_way.get(key, ""), now) or idle.get(key, ""),
                _seat_fitted(following.get(key, ""), after),
            ),
            bright[known[key]],
        )
        for key in keys
    )


def door_list(
    roster: RosterIndex, keys: Iterable[PersonKey], width: int
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return columns and lines for the door: number, name, company, state."""
    names, numbers, known = roster.names, roster.numbers, roster.states
    people = roster.by_key
    columns = (
        Column("", len(str(len(numbers))), right=True),
        Column(_("Name")),
        Column(_("Company"), max(8, (width - 12) * 2 // 5)),
        Column(_("State"), _state_width()),
    )
    return columns, tuple(
        Row(
            key,
            (str(numbers[key]), names[key], people[key].company, state_name(known[key])),
            "strong" if known[key] == "here" else "dim",
        )
        for key in keys
    )


def choice_list(
    roster: RosterIndex, round_: Round | None, keys: Iterable[PersonKey], width: int
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return columns and lines for choosing somebody: number, name, and seat or company."""
    names, numbers, known = roster.names, roster.numbers, roster.states
    people = roster.by_key
    places = seats(round_)
    number = Column("", len(str(len(numbers))), right=True)
    detail = (
        _seat_column(_("Seat"), places, 6, 12)
        if round_
        else Column(_("Company"), max(8, width * 2 // 5))
    )
    return (number, Column(_("Name")), detail), tuple(
        Row(
            key,
            (
                str(numbers[key]),
                names[key],
                _seat_fitted(places.get(key, ""), detail) if round_ else people[key].company,
            ),
            "dim" if known[key] in {"absent", "left"} else "plain",
        )
        for key in keys
    )
