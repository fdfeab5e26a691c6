"""The evening as it is printed: who comes, in the order of the board, and where they sit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from rounds.domain.event import Event, Participant, PersonKey, Round, Settings
from rounds.domain.people.roster import RosterIndex
from rounds.domain.planner.fits import fits
from rounds.domain.planner.table_labels import labels
from rounds.domain.timetable import clock_time, introducing, rounds_in_time, start_of_round
from rounds.domain.views.room import place_name
from rounds.formats.plan.assessment import day_of
from rounds.i18n import _, shown_date, shown_time, written_time
from rounds.text.reading_order import order_keys

_SEATS = ("A", "B", "C")


@dataclass(frozen=True)
class Place:
    """Somebody's place in one round; `table` is None for a rest.

    `listens` says that this person listens first, `partners` are the keys of the others there, and
    `helpful` says that one of them can help this person, or be helped.
    """

    round: int
    table: str | None = None
    seat: str = ""
    partners: tuple[PersonKey, ...] = ()
    listens: bool = False
    helpful: bool = False

    @property
    def hint(self) -> str:
        """What to know of this round beyond the place, empty for nothing."""
        if self.helpful:
            return (
                _("you listen first; you can help each other")
                if self.listens
                else _("you can help each other")
            )
        return _("you listen first") if self.listens else ""

    @property
    def name(self) -> str:
        """The place as the board names it, empty for a rest."""
        return "" if self.table is None else place_name(self.table, self.seat)

    @property
    def words(self) -> str:
        """The place as somebody reads it who has never seen the board."""
        if self.table is None:
            return _("rest")
        return _("table {table}, seat {seat}").format(table=self.table, seat=self.seat)


@dataclass(frozen=True)
class Person:
    """One person on paper: the number on the board, what the roster says, and the places.

    `name` is as it is written; `called` tells namesakes apart.
    """

    number: int
    called: str
    profile: Participant
    places: tuple[Place, ...]

    @property
    def name(self) -> str:
        """The name as it is written."""
        return self.profile.name

    @property
    def has_aims(self) -> bool:
        """Whether there is anything to read about this person's evening."""
        profile = self.profile
        return bool(profile.purpose or profile.offers or profile.seeks)

    @property
    def takes_part(self) -> bool:
        """Whether this person talks tonight; a helper may have no seat."""
        return not self.profile.staff or bool(self.places)


@dataclass(frozen=True)
class Evening:
    """All that any sheet needs. `everybody` are in the order of the board, without the absent.

    `introducing` people introduce themselves before the first round, if the settings say so.
    """

    settings: Settings
    introducing: int
    rounds: tuple[Round, ...]
    everybody: tuple[Person, ...]
    numbers: dict[PersonKey, int]
    names: dict[PersonKey, str]

    @property
    def participants(self) -> tuple[Person, ...]:
        """Those who talk tonight."""
        return tuple(person for person in self.everybody if person.takes_part)

    @property
    def day(self) -> str:
        """The date in words, empty if the host gave none."""
        return shown_date(self.settings.date) if self.settings.date else ""

    @property
    def hours(self) -> str:
        """From when to when, as far as the host said."""
        times = (self.settings.starts_at, self.settings.ends_at)
        return " - ".join(written_time(time) for time in times if time)

    @property
    def round_numbers(self) -> tuple[int, ...]:
        """The number of each round; without a plan, of those that the host wants."""
        if self.rounds:
            return tuple(round_.number for round_ in self.rounds)
        wanted = self.settings.rounds or rounds_in_time(self.settings, self.introducing)
        return tuple(range(1, wanted + 1))

    @property
    def tables(self) -> tuple[str, ...]:
        """The label of each table at which anybody sits, in the order of the host's tables."""
        used = {str(two.table) for round_ in self.rounds for two in round_.pairings}
        most = max((len(round_.pairings) for round_ in self.rounds), default=0)
        known = [str(label) for label in labels(self.settings.tables, most)]
        if not isinstance(self.settings.tables, tuple):
            known = [label for label in known if label in used]
        return (*known, *sorted(used.difference(known)))

    @property
    def has_trios(self) -> bool:
        """Whether three sit at any table."""
        return any(len(two.people) > 2 for round_ in self.rounds for two in round_.pairings)

    def starts(self, number: int) -> str:
        """Return when a round begins by the timetable, empty if the host gave no time."""
        if self.settings.starts_at is None:
            return ""
        opens = clock_time(self.settings.starts_at, day_of(self.settings))
        begins = opens + timedelta(seconds=start_of_round(self.settings, number, self.introducing))
        return shown_time(begins.time())

    def called(self, keys: Iterable[PersonKey]) -> list[str]:
        """Return people's numbers with their names."""
        return [f"{self.numbers.get(key, '')} {self.names.get(key, key)}".strip() for key in keys]

    def numbers_of(self, keys: Iterable[PersonKey]) -> list[str]:
        """Return people's numbers, or the name of somebody who has none (any more)."""
        return [str(self.numbers.get(key, key)) for key in keys]

    def break_follows(self, number: int) -> bool:
        """Return whether there is a break between this round and another one."""
        return number in self.settings.break_after and number < self.round_numbers[-1]


def evening(event: Event) -> Evening:
    """Return an event as it is printed, with the rounds that are in its file."""
    roster = RosterIndex(event)
    rounds = tuple(sorted((*event.rounds, *event.plan), key=lambda round_: round_.number))
    places: dict[PersonKey, list[Place]] = {person.key: [] for person in roster.people}
    helpful = {
        frozenset((roster.people[i].key, roster.people[j].key)) for i, j in fits(roster.people)
    }
    for round_ in rounds:
        for key, place in _places(round_, event.settings.listen_first, helpful):
            places.setdefault(key, []).append(place)
    coming = [
        Person(roster.numbers[person.key], roster.names[person.key], person, tuple(found))
        for person in roster.people
        if roster.states[person.key] != "absent"
        for found in [places[person.key]]
    ]
    orders = order_keys([(person.called, person.profile.kana, person.number) for person in coming])
    paired = sorted(zip(orders, coming, strict=True), key=lambda pair: pair[0])
    return Evening(
        event.in_force,
        introducing(event),
        rounds,
        tuple(person for _order, person in paired),
        roster.numbers,
        roster.names,
    )


def _places(
    round_: Round, halves: bool, helpful: set[frozenset[PersonKey]]
) -> Iterator[tuple[PersonKey, Place]]:
    for pairing in round_.pairings:
        if pairing.held == "no-show":
            continue
        for key, seat in zip(pairing.people, _SEATS, strict=False):
            others = tuple(other for other in pairing.people if other != key)
            listens = halves and seat == round_.listens_first
            can_help = any(frozenset((key, other)) in helpful for other in others)
            yield key, Place(round_.number, str(pairing.table), seat, others, listens, can_help)
    for key in round_.resting:
        yield key, Place(round_.number)
