"""Says which of the evening's rules a plan breaks.

For plans that a host changed by hand, and to tell whether a plan made before still holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from rounds.domain.event import Event, PersonKey, Round
from rounds.domain.people.roster import shown_names
from rounds.domain.planner import history
from rounds.domain.planner.history import Pair, pair
from rounds.domain.planner.people import PlannerPeople, seed_of
from rounds.domain.planner.pins import pinned_pairs, pinned_tables
from rounds.domain.sentence import Sentence, counted, private, sentence


def broken_rules(event: Event, rounds: Sequence[Round]) -> tuple[Sentence, ...]:
    """Return what the planned rounds break; rounds that have begun are facts and break nothing."""
    begun = {round_.number for round_ in event.rounds}
    planned = [round_ for round_ in rounds if round_.number not in begun]
    check = _Check(event, PlannerPeople(event, seed_of(event)), planned)
    return tuple(check.found())


class _Check:
    def __init__(self, event: Event, roster: PlannerPeople, planned: Sequence[Round]) -> None:
        self.event, self.roster, self.planned = event, roster, planned
        self.names = shown_names(event)
        here = [roster.here(round_.number) for round_ in planned]
        self.tables = pinned_tables(roster, here).kept
        last = max((round_.number for round_ in planned), default=0)
        pinned = pinned_pairs(roster, last)
        self.pins, self.rematches = pinned.kept, pinned.rematches
        self.turns = Counter(history.earlier_rests(event, trios=False))
        self.turns.update(history.rests_in(event.rounds))

    def name(self, key: PersonKey) -> str:
        return self.names.get(key, key)

    def found(self) -> Iterator[Sentence]:
        met = dict(history.met_tonight(self.event))
        for round_ in self.planned:
            yield from self._places(round_)
            yield from self._meetings(round_, met)
            yield from self._tables(round_)
            yield from self._rests(round_)
            for pairing in round_.pairings:
                met.update((two, round_.number) for two in history.pairs_of(pairing))

    def _places(self, round_: Round) -> Iterator[Sentence]:
        seated = [key for pairing in round_.pairings for key in pairing.people]
        here = {self.roster.people[i].key for i in self.roster.here(round_.number)}
        there = here | {self.roster.people[i].key for i in self.roster.staff}
        for key, times in Counter([*seated, *round_.resting]).items():
            said = {"name": self.name(key), "number": round_.number}
            if key not in there:
                yield sentence("{name} is not there in round {number}.", **said)
            elif times > 1:
                yield sentence("{name} has two places in round {number}.", **said)
        for key in sorted(here.difference(seated, round_.resting)):
            yield sentence(
                "{name} has no place in round {number}.", name=self.name(key), number=round_.number
            )

    def _meetings(self, round_: Round, met: dict[tuple[str, str], int]) -> Iterator[Sentence]:
        roster = self.roster
        for pairing in round_.pairings:
            for two in history.pairs_of(pairing):
                a, b = (roster.index.get(key, -1) for key in two)
                said = {
                    "one": self.name(two[0]),
                    "other": self.name(two[1]),
                    "number": round_.number,
                }
                if two in met and not self._again(round_, a, b):
                    yield sentence(
                        "{one} and {other} meet in round {number}, "
                        "but they already meet in round {before}.",
                        before=met[two],
                        **said,
                    )
                if a < 0 or b < 0:
                    continue
                if pair(a, b) in roster.apart:
                    yield private(
                        sentence(
                            "{one} and {other} meet in round {number}, but they are kept apart.",
                            **said,
                        )
                    )
                if roster.side is not None and roster.side[a] == roster.side[b]:
                    yield sentence(
                        "{one} and {other} meet in round {number}, but they are on the same side.",
                        **said,
                    )
        for a, b in self.pins.get(round_.number, ()):
            wanted = {roster.people[a].key, roster.people[b].key}
            if not any(wanted <= set(pairing.people) for pairing in round_.pairings):
                yield sentence(
                    "{one} and {other} are pinned to round {number}, but do not meet there.",
                    one=self.name(roster.people[a].key),
                    other=self.name(roster.people[b].key),
                    number=round_.number,
                )

    def _again(self, round_: Round, a: int, b: int) -> bool:
        """Return whether two people are meant to meet again in this round."""
        rematch = round_.number in self.rematches
        return rematch and pair(a, b) in self.pins.get(round_.number, ())

    def _tables(self, round_: Round) -> Iterator[Sentence]:
        for label, times in Counter(str(pairing.table) for pairing in round_.pairings).items():
            if times > 1:
                yield sentence(
                    "Two pairings are at table {table} in round {number}.",
                    table=label,
                    number=round_.number,
                )
        seated = {
            self.roster.index[key]: str(pairing.table)
            for pairing in round_.pairings
            for key in pairing.people
            if key in self.roster.index
        }
        together = {i for two in self.pins.get(round_.number, ()) for i in two}
        holders: set[str] = set()
        for i in sorted(i for i in seated if i in self.tables):
            wanted, key = self.tables[i], self.roster.people[i].key
            if wanted not in holders:
                holders.add(wanted)
                if wanted != seated[i] and i not in together:
                    yield sentence(
                        "{name} keeps table {table}, but is at another one in round {number}.",
                        name=self.name(key),
                        table=wanted,
                        number=round_.number,
                    )

    def _rests(self, round_: Round) -> Iterator[Sentence]:
        event, roster = self.event, self.roster
        here = roster.here(round_.number)
        seated = {
            roster.index[key] for p in round_.pairings for key in p.people if key in roster.index
        }
        helped = bool(seated.intersection(roster.helpers(round_.number)))
        trio = event.settings.odd == "trio" and roster.side is None
        threes = [key for p in round_.pairings if len(p.people) == 3 for key in p.people]
        if roster.side is None:
            pinned = 2 * len(self.pins.get(round_.number, ()))
            forced = 0 if trio and len(here) - pinned >= 3 else len(here) % 2
        else:
            ones = sum(roster.side[i] for i in here)
            forced = abs(len(here) - 2 * ones)
        more = len(round_.resting) - max(0, forced - helped)
        if not more and not helped and not threes and self._could_help(round_):
            more = 1
        if more > 0 and round_.number in self.rematches and self._are_left_over(round_):
            return
        if more > 0:
            yield counted(
                "{count} person more than necessary rests in round {number}.",
                "{count} people more than necessary rest in round {number}.",
                more,
                number=round_.number,
            )
        if threes and (not trio or len(threes) > 3 or (len(here) + helped) % 2 == 0):
            yield sentence("There is a trio too many in round {number}.", number=round_.number)
        # Taking turns in the trio is given up where it would cost rounds, and in a rematch round
        # somebody may rest out of turn because nobody new is left for them.
        if trio or round_.number in self.rematches:
            return
        peers = self._peers(round_, here, list(round_.resting))
        for key in round_.resting:
            if peers and self.turns[key] > min(self.turns[other] for other in peers):
                yield sentence(
                    "{name} rests again in round {number} before others have rested.",
                    name=self.name(key),
                    number=round_.number,
                )
        self.turns.update(round_.resting)

    def _could_help(self, round_: Round) -> bool:
        """Return whether somebody who rests could sit with staff instead."""
        return any(
            self._may_meet(i, helper)
            for i in self._resting(round_)
            for helper in self.roster.helpers(round_.number)
        )

    def _are_left_over(self, round_: Round) -> bool:
        """Return whether no two who rest could sit together instead."""
        return not any(self._may_meet(i, j) for i, j in combinations(self._resting(round_), 2))

    def _resting(self, round_: Round) -> list[int]:
        return [self.roster.index[key] for key in round_.resting if key in self.roster.index]

    def _may_meet(self, i: int, j: int) -> bool:
        roster = self.roster
        return (
            pair(i, j) not in self.known
            and (i not in self.tables or j not in self.tables)
            and (roster.side is None or roster.side[i] != roster.side[j])
        )

    @cached_property
    def known(self) -> set[Pair]:
        """Who has met, is planned to meet, or is kept apart."""
        roster = self.roster
        planned = {
            pair(roster.index[a], roster.index[b])
            for other in self.planned
            for pairing in other.pairings
            for a, b in history.pairs_of(pairing)
            if a in roster.index and b in roster.index
        }
        return roster.met | roster.apart | planned

    def _peers(self, round_: Round, here: list[int], aside: list[PersonKey]) -> list[PersonKey]:
        """Return those who could have rested instead: of the same side, not pinned, not staff."""
        roster = self.roster
        pinned = {i for two in self.pins.get(round_.number, ()) for i in two}
        sides = (
            {roster.side[roster.index[k]] for k in aside if k in roster.index}
            if (roster.side is not None)
            else set()
        )
        return [
            roster.people[i].key
            for i in here
            if i not in pinned
            and not roster.people[i].staff
            and roster.people[i].key not in aside
            and (roster.side is None or roster.side[i] in sides)
        ]
