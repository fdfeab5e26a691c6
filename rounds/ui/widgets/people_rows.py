"""The rows of the lists of people: on the console, at the door, and to choose somebody from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from rounds.domain.evening.clock import Run
from rounds.domain.event import PersonKey, Round
from rounds.domain.people.roster import RosterIndex, State
from rounds.domain.views import seats
from rounds.domain.views.room import place_name
from rounds.i18n import _
from rounds.text.safe import one_line
from rounds.text.width import cut, width
from rounds.ui.widgets.people_list import Column, Row, Tone

WIDE = 64
"""Cells from which a list has room for the company."""

NARROW = 42
"""Cells below which the state shares a column with the seat."""

PHONE = "*"
"""The mark of somebody who has joined with a phone."""

STATES: tuple[State, ...] = ("here", "expected", "absent", "left")
_GONE = frozenset({"absent", "left"})

_Columns = tuple[tuple[Column, ...], Callable[[PersonKey], tuple[str, ...]]]
"""Columns, and what stands in them for somebody."""


def state_name(state: State) -> str:
    """Return a state of presence in the host's language."""
    names = {
        "here": _("here"),
        "expected": _("expected"),
        "absent": _("absent"),
        "left": _("left"),
    }
    return names[state]


def _state_now(
    key: PersonKey, known: Mapping[PersonKey, State], to_check_in: Collection[PersonKey]
) -> str:
    """Return the state of somebody, who may have joined with a phone and wait to be checked in."""
    return _("joined") if key in to_check_in else state_name(known[key])


def _tones(roster: RosterIndex) -> dict[State, Tone]:
    """Return the brightness of each state: dim are those who do not take part."""
    taking_part = {"here"} if roster.checked_in else {"here", "expected"}
    return {state: "plain" if state in taking_part else "dim" for state in STATES}


def _state_width() -> int:
    return max(width(state_name(state)) for state in STATES)


def seat_names(round_: Round | None) -> dict[PersonKey, str]:
    """Return everybody's place in a round, in words: the table and the seat, or the rest."""
    if round_ is None:
        return {}
    found = {key: _("rest") for key in round_.resting}
    for pairing in round_.pairings:
        if pairing.held == "no-show":
            continue
        for key, seat in zip(pairing.people, "ABC", strict=False):
            found[key] = place_name(str(pairing.table), seat)
    return found


def _shown(
    roster: RosterIndex, unnamed: Collection[PersonKey]
) -> tuple[dict[PersonKey, str], dict[PersonKey, str]]:
    """Return the names and the companies, empty for those in `unnamed`."""
    return (
        {key: "" if key in unnamed else name for key, name in roster.names.items()},
        {key: "" if key in unnamed else each.company for key, each in roster.by_key.items()},
    )


def _seat_column(title: str, placed: Mapping[PersonKey, str], least: int, most: int) -> Column:
    """Return a column of `least` to `most` cells, as wide as the longest seat in it."""
    widest = max((width(seat) for seat in placed.values()), default=0)
    return Column(title, max(least, min(widest, most)))


def _filled_column(title: str, placed: Mapping[PersonKey, str]) -> Column:
    """Return a column that is no wider than its title and what is in it, at most 8 cells."""
    widest = max(map(width, placed.values()), default=0)
    return Column(title, min(8, max(width(title), widest)))


def _seat_fitted(seat: str, column: Column) -> str:
    """Return a seat cut to the column; the letter stays, the label of the table is cut."""
    if width(seat) <= column.width or seat[-1] not in "ABC":
        return seat
    return cut(one_line(seat[:-1]), column.width - 1) + seat[-1]


def _with_phone(number: int, has_joined: bool, joined: Collection[PersonKey]) -> str:
    """Return a number with the mark of a phone, or a blank where others have one."""
    return f"{number}{PHONE if has_joined else ' ' if joined else ''}"


def evening_list(
    roster: RosterIndex,
    run: Run,
    keys: Iterable[PersonKey],
    width: int,
    unnamed: Collection[PersonKey] = (),
    *,
    joined: Collection[PersonKey] = (),
    to_check_in: Collection[PersonKey] = (),
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return the columns and rows of the console: number, name, state, seats now and next.

    The people in `unnamed` have only their number. Those in `joined` have a phone here, which
    is marked beside the number; `to_check_in` is who of them waits to be checked in.
    """
    numbers, known = roster.numbers, roster.states
    names, companies = _shown(roster, unnamed)
    marked = {key: _with_phone(number, key in joined, joined) for key, number in numbers.items()}
    said = {key: _state_now(key, known, to_check_in) for key in known}
    idle = {key: _("staff") for key, person in roster.by_key.items() if person.staff}
    bright = _tones(roster)
    under_way, following = (
        {key: seat for key, seat in seat_names(round_).items() if known.get(key) not in _GONE}
        for round_ in seats.now_and_next(roster.event, run)
    )
    if width < NARROW:
        at_hand = {
            key: under_way.get(key) or (idle.get(key, "") if known[key] == "here" else said[key])
            for key in known
        }
        columns, cells = _narrow(at_hand, following)
    else:
        firm = companies if width >= WIDE else None
        columns, cells = _with_states((width - 30) // 2, firm, said, idle, under_way, following)
    number = Column("", len(str(len(numbers))) + bool(joined), right=True)
    return (number, Column(_("Name")), *columns), tuple(
        Row(key, (marked[key], names[key], *cells(key)), bright[known[key]]) for key in keys
    )


def _narrow(at_hand: Mapping[PersonKey, str], following: Mapping[PersonKey, str]) -> _Columns:
    """Return the seats, or the state where there is no seat, now and next."""
    beside = {key: text for key, text in at_hand.items() if following.get(key)}
    now = _filled_column(_("Now"), beside if following else at_hand)
    after = _filled_column(_("Next"), following)
    columns = (*([now] if any(at_hand.values()) else ()), *([after] if following else ()))

    def cells(key: PersonKey) -> tuple[str, ...]:
        """Return the seats; a state may take the place of the next seat where there is none."""
        places = [_seat_fitted(at_hand[key], now)] if now in columns else []
        if following.get(key):
            places.append(_seat_fitted(following[key], after))
        return tuple(places)

    return columns, cells


def _with_states(
    for_company: int,
    companies: Mapping[PersonKey, str] | None,
    said: Mapping[PersonKey, str],
    idle: Mapping[PersonKey, str],
    under_way: Mapping[PersonKey, str],
    following: Mapping[PersonKey, str],
) -> _Columns:
    """Return the companies unless they are None, the states, and the seats now and next."""
    now = _seat_column(_("Now"), under_way, 6, 10)
    after = _seat_column(_("Next"), following, 6, 10)
    firm = [Column(_("Company"), for_company)] if companies is not None else []

    def cells(key: PersonKey) -> tuple[str, ...]:
        return (
            *([companies[key]] if companies is not None else []),
            said[key],
            _seat_fitted(under_way.get(key, ""), now) or idle.get(key, ""),
            _seat_fitted(following.get(key, ""), after),
        )

    return (*firm, Column(_("State"), _state_width()), now, after), cells


def door_list(
    roster: RosterIndex,
    keys: Iterable[PersonKey],
    width: int,
    unnamed: Collection[PersonKey] = (),
    to_check_in: Collection[PersonKey] = (),
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return the columns and rows at the door: number, name, company, state.

    Those in `to_check_in` have joined with a phone and wait to be checked in.
    """
    numbers, known = roster.numbers, roster.states
    names, companies = _shown(roster, unnamed)
    columns = (
        Column("", len(str(len(numbers))), right=True),
        Column(_("Name")),
        Column(_("Company"), max(8, (width - 12) * 2 // 5)),
        Column(_("State"), _state_width()),
    )
    return columns, tuple(
        Row(
            key,
            (str(numbers[key]), names[key], companies[key], _state_now(key, known, to_check_in)),
            "strong" if known[key] == "here" else "dim",
        )
        for key in keys
    )


def choice_list(
    roster: RosterIndex,
    round_: Round | None,
    keys: Iterable[PersonKey],
    width: int,
    unnamed: Collection[PersonKey] = (),
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    """Return the columns and rows to choose somebody from: number, name, and seat or company."""
    numbers, known = roster.numbers, roster.states
    names, companies = _shown(roster, unnamed)
    places = seat_names(round_)
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
                _seat_fitted(places.get(key, ""), detail) if round_ else companies[key],
            ),
            "dim" if known[key] in {"absent", "left"} else "plain",
        )
        for key in keys
    )
