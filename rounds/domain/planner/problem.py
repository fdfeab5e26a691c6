"""The evening as small integers: who is there in which round, what is ruled out, what is dear.

People are numbered in the order of the roster. A person who does not sit in a pair (a rest, or
a place in a trio) sits on a *chair*: a number above all people, one for each level of rest
(see `rests`), so that "rests for the first time" is a meeting like any other, and "never twice"
holds for it as for any pair.

Prices of a meeting, in this order of importance: same company 1000; met at an earlier event
100 (twice as much for the time before last, four times for last time); same industry 10; every
wish not honoured 3.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.people.roster import people, present, staff
from rounds.domain.planner import history
from rounds.domain.planner.budget import Budget
from rounds.domain.planner.history import pair
from rounds.domain.planner.rests import turns
from rounds.text.fold import fold

COMPANY, EARLIER, INDUSTRY, WISH = 1000, 100, 10, 3
NEVER = 10**7
"""Dearer than any evening."""

Pair = tuple[int, int]
RULES = ("met", "earlier", "apart", "tables", "pins")
"""What can rule a pair out; `sides` is the only rule that is not a list of pairs."""


@dataclass(frozen=True)
class Sitting:
    """One round to be planned.

    `here` are the people the search places, `pinned` the pairs the host has already put
    together (not in `here`), `aside` a fair choice of who rests or sits in the trio, each
    with the chair; `may` are those among whom that choice was made.
    """

    number: int
    here: tuple[int, ...]
    pinned: tuple[Pair, ...] = ()
    may: tuple[int, ...] = ()
    aside: tuple[tuple[int, int], ...] = ()
    trio: bool = False


@dataclass(frozen=True)
class Problem:
    """Everything the search needs to know.

    `closed` lists by rule the pairs that must not meet; `earlier` prices those of earlier
    events, which are closed too unless `forgiving`. `wishes` counts the wishes that can
    still be honoured, `missed` is the price of missing all that are not honoured yet.
    """

    keys: tuple[PersonKey, ...]
    sittings: tuple[Sitting, ...]
    company: tuple[int, ...]
    industry: tuple[int, ...]
    side: tuple[int, ...] | None
    closed: Mapping[str, frozenset[Pair]]
    earlier: Mapping[Pair, int]
    forgiving: bool
    wishes: Mapping[Pair, int]
    missed: int
    chairs: int
    counts: tuple[int, ...]
    levels: tuple[int, ...]
    industry_price: int
    tables: Mapping[int, str]
    seed: int

    @property
    def size(self) -> int:
        """How many people are on the roster; the first chair has this number."""
        return len(self.keys)

    def ruled_out(self) -> set[Pair]:
        """Return the pairs that no plan may contain."""
        return {met for rule in RULES if self.in_force(rule) for met in self.closed[rule]}

    def in_force(self, rule: str) -> bool:
        """Return whether a rule closes pairs (meetings of earlier events may only be dear)."""
        return not (rule == "earlier" and self.forgiving)

    def facing(self, a: int, b: int) -> bool:
        """Return whether two people may face each other as far as sides go."""
        return self.side is None or self.side[a] != self.side[b]

    def pairs_in(self, rounds: Sequence[Round]) -> list[Pair]:
        """Return who meets whom in these rounds."""
        index = {key: i for i, key in enumerate(self.keys)}
        return [
            pair(index[a], index[b])
            for round_ in rounds
            for pairing in round_.pairings
            for a, b in history.pairs_of(pairing)
        ]

    def prices(self) -> list[list[int]]:
        """Return the price of every meeting, people and chairs; lists of one length."""
        size, chairs = self.size, self.chairs
        rows: dict[tuple[int, int], list[int]] = {}
        out: list[list[int]] = []
        for i in range(size):
            kind = self.industry[i], self.side[i] if self.side else 0
            if kind not in rows:
                row = [self.industry_price if kind[0] == other else 0 for other in self.industry]
                if self.side:
                    row = [
                        NEVER if kind[1] == other else price
                        for other, price in zip(self.side, row, strict=True)
                    ]
                rows[kind] = row + [0] * chairs
            out.append(rows[kind][:])
        out.extend([0] * (size + chairs) for _ in range(chairs))
        self._add_people(out)
        self._add_chairs(out)
        for i in range(size):
            out[i][i] = -100 * NEVER  # an exchange with somebody absent is never cheap
        return out

    def _add_people(self, out: list[list[int]]) -> None:
        teams: dict[int, list[int]] = defaultdict(list)
        for i, firm in enumerate(self.company):
            for j in teams[firm]:
                out[i][j] += COMPANY
                out[j][i] += COMPANY
            teams[firm].append(i)
        for (a, b), times in self.wishes.items():
            out[a][b] -= WISH * times
            out[b][a] -= WISH * times
        if self.forgiving:
            for (a, b), weight in self.earlier.items():
                out[a][b] += EARLIER * weight
                out[b][a] += EARLIER * weight

    def _add_chairs(self, out: list[list[int]]) -> None:
        size = self.size
        may = {i for sitting in self.sittings if sitting.aside for i in sitting.may}
        for c, level in enumerate(self.levels):
            for i in range(size):
                if i not in may or self.counts[i] > level:
                    out[i][size + c] = out[size + c][i] = NEVER
        for c in range(size, size + self.chairs):
            for d in range(size, size + self.chairs):
                out[c][d] = 100 * NEVER


def seed_of(event: Event, seed: int | None = None) -> int:
    """Return the seed of the plan: the one asked for, the host's, else one from the roster."""
    if seed is not None:
        return seed
    if event.settings.seed is not None:
        return event.settings.seed
    return zlib.crc32("\n".join(person.key for person in people(event)).encode())


class PlannerPeople:
    """What of the roster does not change from round to round; shared by all problems."""

    def __init__(self, event: Event, seed: int) -> None:
        self.event = event
        self.seed = seed
        self.budget = Budget()
        self.people = people(event)
        self.index = {person.key: i for i, person in enumerate(self.people)}
        self.named: dict[str, list[int]] = defaultdict(list)
        for i, person in enumerate(self.people):
            self.named[person.name].append(i)
        for original in (*event.participants, *event.walk_ins):
            if original.key in self.index and self.index[original.key] not in self.named.get(
                original.name, ()
            ):
                self.named[original.name].append(self.index[original.key])
        self.side, self.sideless = self._sides()
        self.met = self._pairs(history.met_tonight(event))
        self.earlier = {
            pair(self.index[a], self.index[b]): weight
            for (a, b), weight in history.met_earlier(event).items()
        }
        self.apart = self._pairs(entry.people for entry in event.kept_apart) | {
            pair(i, j)
            for i, person in enumerate(self.people)
            for name in person.avoid
            for j in self.find(name)
            if i != j
        }
        self.staff = [self.index[key] for key in staff(event)]
        self.first = max((round_.number for round_ in event.rounds), default=0) + 1
        draw = Random(seed).random
        self.lot = [draw() for _ in self.people]

    def find(self, name: str) -> list[int]:
        """Return whom a name in a list of wishes or of people to avoid means."""
        found = self.index.get(name)
        return [found] if found is not None else self.named.get(name, [])

    def here(self, number: int) -> list[int]:
        """Return who is to be placed in a round: the participants, and staff where it is odd."""
        found = [self.index[key] for key in present(self.event, number)]
        if len(found) % 2 and (helper := self._helper(found, number)) is not None:
            found.append(helper)
        return found

    def _helper(self, found: list[int], number: int) -> int | None:
        short = None
        if self.side is not None:
            ones = sum(self.side[i] for i in found)
            short = 1 if 2 * ones < len(found) else 0
        free = [
            i
            for i in self.staff
            if (self.people[i].from_round or 1) <= number
            and (self.people[i].until_round or number) >= number
            and (self.side is None or i in self.sideless or self.side[i] == short)
        ]
        if not free:
            return None
        helper = free[(number - 1) % len(free)]
        if self.side is not None and short is not None and helper in self.sideless:
            self.side[helper] = short
            self.sideless.discard(helper)
        return helper

    def _sides(self) -> tuple[list[int] | None, set[int]]:
        names = self.event.settings.sides
        if names is None:
            return None, set()
        wanted = {fold(name): k for k, name in enumerate(names)}
        found = [wanted.get(fold(person.side), -1) for person in self.people]
        without = {i for i, side in enumerate(found) if side < 0}
        for i in sorted(without):
            found[i] = 1 if found.count(1) < found.count(0) else 0
        return found, without

    def _pairs(self, keys: Iterable[tuple[PersonKey, PersonKey]]) -> set[Pair]:
        return {
            pair(self.index[a], self.index[b])
            for a, b in keys
            if a in self.index and b in self.index and a != b
        }


def labelled(values: Iterable[str]) -> tuple[int, ...]:
    """Return a number for every distinct text; an empty text is like no other."""
    known: dict[str, int] = {}
    out = []
    for place, value in enumerate(values):
        text = fold(value)
        out.append(known.setdefault(text, len(known)) if text else -1 - place)
    return tuple(out)


def build_problem(
    roster: PlannerPeople, last: int, *, without: frozenset[str] = frozenset(), strict: bool = False
) -> Problem:
    """Return the problem of planning the rounds up to number `last`.

    `without` names rules that do not hold (`earlier`: meetings of earlier events are only
    dear; `turns`: whose turn it is to sit in a trio matters no more, but nobody sits on the
    same of its three chairs twice). With `strict` the choice of who rests is made once and
    for all.
    """
    from rounds.domain.planner.pins import pinned_pairs, pinned_tables

    numbers = range(roster.first, last + 1)
    here = [roster.here(number) for number in numbers]
    side = None if "sides" in without else roster.side
    tables = {} if "tables" in without else pinned_tables(roster, here).kept
    pins = {} if "pins" in without else pinned_pairs(roster, last).kept
    free = [
        [i for i in now if all(i not in met for met in pins.get(number, ()))]
        for number, now in zip(numbers, here, strict=True)
    ]
    closed = {
        "met": frozenset(roster.met),
        "earlier": frozenset(roster.earlier),
        "apart": frozenset() if "apart" in without else frozenset(roster.apart),
        "tables": frozenset(
            pair(a, b) for a, x in tables.items() for b, y in tables.items() if a < b and x != y
        ),
        "pins": frozenset(met for pairs in pins.values() for met in pairs),
    }
    forgiving = "earlier" in without
    shut = set().union(*(closed[rule] for rule in RULES if not (rule == "earlier" and forgiving)))
    wishes, missed = _wishes(roster, here, shut, closed["pins"], side)
    trio = roster.event.settings.odd == "trio" and side is None and "odd" not in without
    places, may = _beside(free, side, trio=trio)
    counts = _counts(roster, trio=trio)
    aside = turns(counts, may, places, lambda i: (roster.lot[i],))
    if trio and "turns" in without:
        counts = [0] * len(counts)
        aside = [[(i, seat) for seat, (i, _level) in enumerate(each)] for each in aside]
    levels = sorted({level for each in aside for _i, level in each})
    chair = {level: len(roster.people) + c for c, level in enumerate(levels)}
    if strict:
        may = [[i for i, _level in each] for each in aside]
    return Problem(
        keys=tuple(person.key for person in roster.people),
        sittings=tuple(
            Sitting(
                number,
                tuple(now),
                tuple(sorted(pins.get(number, ()))),
                tuple(among),
                tuple((i, chair[level]) for i, level in out),
                trio and len(out) == 3,
            )
            for number, now, among, out in zip(numbers, free, may, aside, strict=True)
        ),
        company=labelled(person.company for person in roster.people),
        industry=labelled(person.industry for person in roster.people),
        side=None if side is None else tuple(side),
        closed=closed,
        earlier=roster.earlier,
        forgiving=forgiving,
        wishes=wishes,
        missed=missed,
        chairs=len(levels),
        counts=tuple(counts),
        levels=tuple(levels),
        industry_price=INDUSTRY if roster.event.settings.same_industry == "avoid" else 0,
        tables=tables,
        seed=roster.seed,
    )


def _wishes(
    roster: PlannerPeople,
    here: list[list[int]],
    shut: set[Pair],
    pinned: frozenset[Pair],
    side: list[int] | None,
) -> tuple[dict[Pair, int], int]:
    """Return the wishes that can be honoured yet, and the price of all not honoured yet."""
    around = set().union(*here) if here else set()
    groups = [set(now) for now in {tuple(now): None for now in here}]
    wanted: Counter[Pair] = Counter()
    missed = 0
    for i, person in enumerate(roster.people):
        for j in dict.fromkeys(j for name in person.wishes for j in roster.find(name)):
            met = pair(i, j)
            if i == j or met in roster.met or met in pinned or i not in around:
                continue
            missed += WISH
            if (
                met not in shut
                and (side is None or side[i] != side[j])
                and any(i in group and j in group for group in groups)
            ):
                wanted[met] += 1
    return dict(wanted), missed


def _beside(
    free: list[list[int]], side: list[int] | None, *, trio: bool
) -> tuple[list[int], list[list[int]]]:
    """Return for every round how many do not sit in a pair, and among whom."""
    places, may = [], []
    for now in free:
        if side is not None:
            ones = [i for i in now if side[i]]
            others = [i for i in now if not side[i]]
            places.append(abs(len(ones) - len(others)))
            may.append(ones if len(ones) > len(others) else others)
        else:
            odd = len(now) % 2
            places.append(3 if odd and trio and len(now) >= 3 else odd)
            may.append(now)
    return places, may


def _counts(roster: PlannerPeople, *, trio: bool) -> list[int]:
    """Return how often each person rested (or sat in a trio) so far, earlier evenings included.

    Somebody who is new among people who rested often starts one behind them: first in turn,
    but not evening after evening for what the others had before.
    """
    event = roster.event
    tonight = history.trios_in(event.rounds) if trio else history.rests_in(event.rounds)
    before = history.earlier_rests(event, trios=trio)
    known = [before[key] for key in history.regulars(event) if key in roster.index]
    floor = max(0, min(known, default=0) - 1)
    return [max(before[person.key], floor) + tonight[person.key] for person in roster.people]
