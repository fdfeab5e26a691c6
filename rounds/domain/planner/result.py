"""What planning results in: the rounds, what they cost, and what was not possible and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from rounds.domain.event import PersonKey, Round
from rounds.domain.sentence import Sentence

Rule = Literal["rounds", "apart", "tables", "pins", "sides", "odd", "turns", "leaves"]
"""What can be given up to make more rounds possible."""


class Proposal(NamedTuple):
    """What relaxing one rule would give; `accept` marks the one to take with one key."""

    rule: Rule
    says: Sentence
    rounds_possible: int
    accept: bool = False


class Infeasible(NamedTuple):
    """Why not all rounds are possible, and how many are, those held included.

    `proven` is False where a better plan was not found, but not ruled out either.
    """

    rounds_possible: int
    why: tuple[Sentence, ...]
    proposals: tuple[Proposal, ...] = ()
    proven: bool = True

    @property
    def says(self) -> tuple[Sentence, ...]:
        """Why, and what the host could do."""
        return (*self.why, *(proposal.says for proposal in self.proposals))


class Qualities(NamedTuple):
    """How many of the planned meetings are of a kind that is avoided where it can be.

    `again` counts those of people who met at an earlier event, `missed` the wishes that could be
    honoured and are not, `unmatched` the people who meet nobody whom they can help or who can help
    them, though they could.
    """

    colleagues: int = 0
    again: int = 0
    missed: int = 0
    same_industry: int = 0
    unmatched: int = 0


class Plan(NamedTuple):
    """The rounds begun, unchanged, and those planned, with what a host wants to know of them.

    `warnings` are of the moment, `remarks` about wishes and limits that no plan can do justice to.
    `met_per_person` counts the different people each will have met in the end; `cost` is the
    price of the planned rounds, `least_cost` what no plan can beat. `work` counts the points that
    the searches took (see `budget`). `level` counts the plans that were found before this one,
    and `final` says that no better one is looked for. `gain` says what it has that the plan so
    far, or else the first one found, did not have.
    """

    rounds: tuple[Round, ...]
    met_per_person: Mapping[PersonKey, int] = {}
    warnings: tuple[Sentence, ...] = ()
    remarks: tuple[Sentence, ...] = ()
    infeasible: Infeasible | None = None
    summary: tuple[Sentence, ...] = ()
    cost: int = 0
    least_cost: int = 0
    work: int = 0
    level: int = 0
    final: bool = True
    qualities: Qualities = Qualities()
    gain: Sentence | None = None

    @property
    def best_possible(self) -> bool:
        """Whether no plan can be better: not in the number of rounds, nor in what they cost."""
        proven = self.infeasible is None or self.infeasible.proven
        return self.final and proven and self.cost <= self.least_cost
