"""An independent checker of plans; it shares no code with the planner.

It knows the rules as a host would write them down, counts what is broken, and prices what is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rounds.domain.event import Event, Participant, Round


@dataclass
class Verdict:
    """What is broken, and the price of what is not."""

    broken: list[str] = field(default_factory=list)
    out_of_turn: list[str] = field(default_factory=list)
    company: int = 0
    industry: int = 0
    earlier: int = 0
    earlier_price: int = 0
    wishes_missed: int = 0
    off_balance: int = 0
    kept_roles: int = 0
    moves: int = 0
    fewest_moves: int = 0

    wishes_price: int = 0
    earlier_steps: int = 0

    @property
    def cost(self) -> int:
        return 2000 * self.company + self.earlier_price + 10 * self.industry + self.wishes_price

    @property
    def old_cost(self) -> int:
        """The cost in the prices of versions before 0.4.0, to compare with their plans."""
        return (
            1000 * self.company
            + 100 * self.earlier_steps
            + 10 * self.industry
            + 3 * self.wishes_missed
        )


def two(a: str, b: str) -> frozenset[str]:
    return frozenset((a, b))


def check(event: Event, rounds: Sequence[Round]) -> Verdict:
    """Return what is wrong with a plan: rounds begun first, then the planned ones."""
    return Facts(event, rounds).verdict()


class Facts:
    """What is true of an event, read independently."""

    def __init__(self, event: Event, rounds: Sequence[Round]) -> None:
        self.event, self.rounds = event, rounds
        self.people: dict[str, Participant] = {
            (p.id or p.name): p for p in (*event.participants, *event.walk_ins)
        }
        self.result = Verdict()
        self.begun = len(event.rounds)

    def bad(self, text: str) -> None:
        self.result.broken.append(text)

    # -- the facts -------------------------------------------------------------------------

    def there(self, number: int) -> set[str]:
        state = {key: "expected" for key in self.people}
        state.update({p.id or p.name: "here" for p in self.event.walk_ins})
        for entry in sorted(self.event.attendance, key=lambda entry: entry.at):
            state[entry.person] = entry.state
        walk_ins = {p.id or p.name for p in self.event.walk_ins}
        checking = any(
            entry.state == "here" and entry.person not in walk_ins
            for entry in self.event.attendance
        )
        wanted = {"here"} if checking else {"here", "expected"}
        return {
            key
            for key, p in self.people.items()
            if not p.staff
            and state[key] in wanted
            and (p.from_round or 1) <= number <= (p.until_round or 99)
        }

    def staff(self) -> set[str]:
        gone = {e.person for e in self.event.attendance if e.state in ("absent", "left")}
        return {key for key, p in self.people.items() if p.staff and key not in gone}

    def named(self, name: str) -> list[str]:
        if name in self.people:
            return [name]
        return [key for key, p in self.people.items() if p.name == name]

    def held(self, event: Event) -> list[tuple[int, frozenset[str]]]:
        minutes = event.settings.round_minutes
        return [
            (round_.number, two(a, b))
            for round_ in event.rounds
            for p in round_.pairings
            for a, b in combinations(p.people, 2)
            if p.held != "no-show"
            and not (p.held == "short" and p.minutes is not None and 2 * p.minutes < minutes)
        ]

    def earlier_ages(self) -> dict[frozenset[str], list[int]]:
        """How many events ago two met, the last one first."""
        found: dict[frozenset[str], list[int]] = {}
        for age, event in enumerate(reversed(self.event.earlier)):
            same = self.recognised(event)
            for now in {
                frozenset(same[key] for key in met if key in same) for _n, met in self.held(event)
            }:
                if len(now) == 2:
                    found.setdefault(now, []).append(age)
        return found

    def earlier_pairs(self) -> dict[frozenset[str], int]:
        """What it costs that two meet again."""
        return {
            pair: (800, 400, 112 + 176 // max(1, ages[0]))[min(2, ages[0])] + 6 * (len(ages) - 1)
            for pair, ages in self.earlier_ages().items()
        }

    def wish_prices(self) -> dict[tuple[str, str], int]:
        """What it costs that a wish is not honoured: who wishes, for whom."""
        met = {pair for _n, pair in self.held(self.event)}
        found = {}
        for key, p in self.people.items():
            others = {k for name in p.wishes for k in self.named(name)} - {key}
            done = any(two(key, other) in met for other in others)
            for other in others:
                found[key, other] = 40 if done else 40 + 12 // len(others)
        return found

    def recognised(self, event: Event) -> dict[str, str]:
        found = {}
        for p in (*event.participants, *event.walk_ins):
            for key, q in self.people.items():
                if (p.id and p.id == q.id) or (
                    not (p.id and q.id) and (p.name, p.company) == (q.name, q.company)
                ):
                    found[p.id or p.name] = key
        return found

    # -- the rules -------------------------------------------------------------------------

    def verdict(self) -> Verdict:
        if tuple(self.rounds[: self.begun]) != self.event.rounds:
            self.bad("a round that has begun was changed")
        met = {pair: number for number, pair in self.held(self.event)}
        apart = {
            two(key, other)
            for key, p in self.people.items()
            for name in p.avoid
            for other in self.named(name)
            if other != key
        } | {two(*entry.people) for entry in self.event.kept_apart}
        self.earlier = self.earlier_pairs()
        self.ages = self.earlier_ages()
        self.turns = self.turns_before()
        for place, round_ in enumerate(self.rounds[self.begun :], self.begun):
            if round_.number != place + 1:
                self.bad(f"round {round_.number} stands at place {place + 1}")
            self.check_places(round_)
            for p in round_.pairings:
                for a, b in combinations(p.people, 2):
                    self.check_pair(round_, a, b, met, apart)
            self.check_tables(round_)
            self.check_rests(round_)
        self.check_pins()
        self.count_wishes(set(met))
        self.count_roles()
        self.count_moves()
        return self.result

    def check_places(self, round_: Round) -> None:
        there = self.there(round_.number)
        placed = Counter([k for p in round_.pairings for k in p.people] + list(round_.resting))
        for key, times in placed.items():
            if times > 1:
                self.bad(f"round {round_.number}: {key} has {times} places")
            if key not in there and key not in self.staff():
                self.bad(f"round {round_.number}: {key} is not there")
        for key in there - set(placed):
            self.bad(f"round {round_.number}: {key} has no place")
        helpers = set(placed) - there
        if helpers and (len(helpers) > 1 or len(there) % 2 == 0):
            self.bad(f"round {round_.number}: staff without need")
        if helpers & set(round_.resting):
            self.bad(f"round {round_.number}: staff rest")

    def check_pair(
        self,
        round_: Round,
        a: str,
        b: str,
        met: dict[frozenset[str], int],
        apart: set[frozenset[str]],
    ) -> None:
        pair, one, other = two(a, b), self.people[a], self.people[b]
        if pair in met:
            self.bad(f"round {round_.number}: {a} and {b} met in round {met[pair]}")
        met[pair] = round_.number
        if pair in apart:
            self.bad(f"round {round_.number}: {a} and {b} are kept apart")
        if self.event.settings.sides and one.side and one.side == other.side:
            self.bad(f"round {round_.number}: {a} and {b} are on one side")
        result = self.result
        result.company += bool(one.company) and one.company == other.company
        if self.event.settings.same_industry == "avoid":
            result.industry += bool(one.industry) and one.industry == other.industry
        if pair in self.earlier:
            result.earlier += 1
            result.earlier_price += self.earlier[pair]
            result.earlier_steps += [4, 2, 1][min(self.ages[pair][0], 2)]

    def check_tables(self, round_: Round) -> None:
        for label, times in Counter(str(p.table) for p in round_.pairings).items():
            if times > 1:
                self.bad(f"round {round_.number}: {times} pairings at table {label}")
        wanted = Counter(
            str(self.people[k].table)
            for k in self.there(round_.number)
            if self.people[k].table is not None
        )
        pinned = {k for pin in self.event.pins if pin.round == round_.number for k in pin.people}
        for p in round_.pairings:
            for key in p.people:
                table = self.people[key].table
                if key in pinned and pinned & set(p.people) - {key}:
                    continue  # the host put these two together, wherever they keep a table
                if table is not None and wanted[str(table)] == 1 and str(table) != str(p.table):
                    self.bad(f"round {round_.number}: {key} is not at table {table}")

    def turns_before(self) -> Counter[str]:
        trio = self.event.settings.odd == "trio" and not self.event.settings.sides
        found: Counter[str] = Counter()
        for event in (*self.event.earlier, self.event):
            same = self.recognised(event)
            for round_ in event.rounds:
                aside = (
                    [k for p in round_.pairings if len(p.people) == 3 for k in p.people]
                    if trio
                    else round_.resting
                )
                found.update(same[k] for k in aside if k in same)
        return found

    def check_rests(self, round_: Round) -> None:
        settings = self.event.settings
        there = self.there(round_.number)
        seated = [k for p in round_.pairings for k in p.people]
        helped = bool(set(seated) & self.staff())
        threes = [k for p in round_.pairings if len(p.people) == 3 for k in p.people]
        free = there - {
            k for pin in self.event.pins if pin.round == round_.number for k in pin.people
        }
        if settings.sides:
            first = sum(self.people[k].side == settings.sides[0] for k in there)
            forced = abs(len(there) - 2 * first) - helped
        elif settings.odd == "trio" and len(free) >= 3:
            forced = 0
        else:
            forced = 0 if helped else len(there) % 2
        if len(round_.resting) != forced:
            self.bad(f"round {round_.number}: {len(round_.resting)} rest, {forced} must")
        if threes and (settings.odd != "trio" or settings.sides or len(threes) > 3):
            self.bad(f"round {round_.number}: a trio too many")
        if threes and (len(there) % 2 == 0 or helped):
            self.bad(f"round {round_.number}: a trio in an even room")
        aside = threes if threes else list(round_.resting)
        for key in aside:
            peers = {
                k
                for k in free - set(aside)
                if not settings.sides or self.people[k].side == self.people[key].side
            }
            if peers and self.turns[key] > min(self.turns[k] for k in peers):
                (self.result.out_of_turn.append if threes else self.bad)(
                    f"round {round_.number}: {key} is aside again before others were"
                )
        self.turns.update(aside)

    def check_pins(self) -> None:
        for pin in self.event.pins:
            for round_ in self.rounds[self.begun :]:
                if round_.number == pin.round and not any(
                    set(pin.people) <= set(p.people) for p in round_.pairings
                ):
                    self.bad(f"round {pin.round}: {pin.people} are pinned and do not meet")

    # -- the rest --------------------------------------------------------------------------

    def count_wishes(self, met: set[frozenset[str]]) -> None:
        around = set().union(*(self.there(round_.number) for round_ in self.rounds[self.begun :]))
        prices = self.wish_prices()
        missed = [
            (key, other)
            for key, other in prices
            if two(key, other) not in met
            and (key in around or (self.people[key].staff and key in self.staff()))
        ]
        self.result.wishes_missed = len(missed)
        mutual = sum((other, key) in missed for key, other in missed) // 2
        self.result.wishes_price = sum(prices[wish] for wish in missed) + 6 * mutual

    def count_roles(self) -> None:
        roles: dict[str, list[int]] = {}
        new: set[str] = set()
        for place, round_ in enumerate(self.rounds):
            for p in round_.pairings:
                if p.held == "no-show":
                    continue
                for seat, key in zip("AB", p.people, strict=False):
                    role = int(seat == round_.listens_first)
                    if place >= self.begun and roles.get(key):
                        self.result.kept_roles += roles[key][-1] == role
                    roles.setdefault(key, []).append(role)
                    if place >= self.begun:
                        new.add(key)
        for key in sorted(new):
            found = roles[key]
            self.result.off_balance += max(0, abs(2 * sum(found) - len(found)) - len(found) % 2)

    def count_moves(self) -> None:
        for before, after in zip(self.rounds, self.rounds[1:], strict=False):
            if after.number <= self.begun:
                continue
            was = {k: str(p.table) for p in before.pairings for k in p.people}
            now = {k: str(p.table) for p in after.pairings for k in p.people}
            self.result.moves += sum(now[k] != was[k] for k in now if k in was)
            self.result.fewest_moves += fewest_moves(before, after)


def fewest_moves(before: Round, after: Round) -> int:
    """Return how few people can change tables: a largest matching of old tables and pairings."""
    was = {k: n for n, p in enumerate(before.pairings) for k in p.people}
    wants = [[was[k] for k in p.people if k in was] for p in after.pairings]
    holder: dict[int, int] = {}

    def place(k: int, tried: set[int]) -> bool:
        for table in wants[k]:
            if table not in tried:
                tried.add(table)
                if table not in holder or place(holder[table], tried):
                    holder[table] = k
                    return True
        return False

    kept = sum(place(k, set()) for k in range(len(wants)))
    return sum(len(want) for want in wants) - kept
