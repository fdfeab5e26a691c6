"""What people get out of a plan: wishes honoured, fits brought together, and each one's share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.planner import history
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.people import PlannerPeople, seed_of


@dataclass(frozen=True)
class Share:
    """What one person gets: people met, their industries, rests, and turns to listen first."""

    met: int
    industries: int
    same_industry: int
    rests: int
    listened_first: int


@dataclass(frozen=True)
class Outcome:
    """How many wishes were typed, how many of them can be honoured, and how many are; how many
    pairs could help each other, and how many of them meet; and everybody's share by key.

    Wishes and fits are possible where nothing keeps the two apart: no rule, no side, and no round
    in which only one of them is there.
    """

    wishes_asked: int
    wishes_possible: int
    wishes_honoured: int
    fits_possible: int
    fits_honoured: int
    per_person: dict[PersonKey, Share]


def outcome(event: Event, rounds: Sequence[Round]) -> Outcome:
    """Return what people get out of these rounds, begun and planned."""
    return _Count(PlannerPeople(event, seed_of(event)), rounds).outcome()


def meetings_by_industry(roster: PlannerPeople, rounds: Sequence[Round]) -> list[Counter[int]]:
    """Return for everybody how many people of each industry they meet."""
    found: list[Counter[int]] = [Counter() for _ in roster.people]
    for a, b in _Count(roster, rounds).met:
        found[a][roster.industry[b]] += 1
        found[b][roster.industry[a]] += 1
    return found


class _Count:
    def __init__(self, roster: PlannerPeople, rounds: Sequence[Round]) -> None:
        self.roster, self.rounds = roster, rounds
        self.met = set(roster.met)
        self.here: dict[int, set[int]] = defaultdict(set)
        self.rests: Counter[int] = Counter()
        self.listened: Counter[int] = Counter()
        begun, index = len(roster.event.rounds), roster.index
        for place, round_ in enumerate(rounds):
            for key in round_.resting:
                if key in index:
                    self.rests[index[key]] += 1
                    self.here[index[key]].add(round_.number)
            for pairing in round_.pairings:
                seated = [index.get(key, -1) for key in pairing.people]
                for i in seated:
                    self.here[i].add(round_.number)
                if place >= begun:
                    self.met.update(
                        pair(index[a], index[b])
                        for a, b in history.pairs_of(pairing)
                        if a in index and b in index
                    )
                elif pairing.held == "no-show":
                    continue
                if roster.event.settings.listen_first:
                    self.listened[seated["AB".index(round_.listens_first)]] += 1

    def outcome(self) -> Outcome:
        roster, here = self.roster, set(self.here)
        asked = list(self._wishes())
        fits = {pair(*two) for two in roster.fits}
        partners: dict[int, list[int]] = defaultdict(list)
        for a, b in self.met:
            partners[a].append(b)
            partners[b].append(a)
        return Outcome(
            wishes_asked=len(asked),
            wishes_possible=sum(any(map(self._possible, wish)) for wish in asked),
            wishes_honoured=sum(not self.met.isdisjoint(wish) for wish in asked),
            fits_possible=sum(map(self._possible, fits)),
            fits_honoured=len(fits & self.met),
            per_person={
                person.key: self._share(i, partners[i])
                for i, person in enumerate(roster.people)
                if i in here
            },
        )

    def _wishes(self) -> Iterator[tuple[Pair, ...]]:
        """Yield each wish as the meetings of which any one honours it."""
        for i in sorted(self.here.keys() - {-1}):
            for j in self.roster.wishes[i]:
                yield (pair(i, j),)
            for group in self.roster.groups[i]:
                yield tuple(pair(i, j) for j in sorted(group))

    def _possible(self, two: Pair) -> bool:
        if two in self.met:
            return True
        a, b = two
        roster = self.roster
        return (
            two not in roster.apart
            and two not in roster.earlier
            and (roster.side is None or roster.side[a] != roster.side[b])
            and not self.here[a].isdisjoint(self.here[b])
        )

    def _share(self, i: int, partners: Sequence[int]) -> Share:
        industry = self.roster.industry
        return Share(
            met=len(partners),
            industries=len({industry[j] for j in partners if industry[j] >= 0}),
            same_industry=sum(industry[j] == industry[i] for j in partners),
            rests=self.rests[i],
            listened_first=self.listened[i],
        )
