"""Why not all rounds are possible, what would help, and what the plan is like: in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rounds.domain.event import Event, Round
from rounds.domain.people.roster import shown_names
from rounds.domain.planner.history import Pair
from rounds.domain.planner.limits.feasibility import Obstacle, causes
from rounds.domain.planner.people import PlannerPeople
from rounds.domain.planner.pins import pinned_pairs, pinned_tables
from rounds.domain.planner.problem import Problem
from rounds.domain.planner.reports.industries import same_industry
from rounds.domain.planner.table_labels import labels
from rounds.domain.sentence import Sentence, counted, private, sentence

NAMED = 10
"""How many people a sentence names before it only counts them."""


def named(event: Event, problem: Problem, group: Sequence[int], limit: int = NAMED) -> Sentence:
    """Return the names of a group, shortened where it is large."""
    names = shown_names(event)
    said = [names[problem.keys[i]] for i in group[:limit]]
    if len(group) <= limit:
        return sentence("{names}", names=said)
    return counted(
        "{names} and {count} more",
        "{names} and {count} more",
        len(group) - limit,
        names=said,
    )


def why_not(event: Event, problem: Problem, block: Obstacle, wanted: int) -> tuple[Sentence, ...]:
    """Return why no more rounds are possible; `wanted` is the number asked for, all in all."""
    possible = problem.sittings[0].number - 1 + block.rounds
    head = (
        sentence("No round can be planned.")
        if possible == 0
        else counted(
            "Only {count} round is possible, not {wanted}.",
            "Only {count} rounds are possible, not {wanted}.",
            possible,
            wanted=wanted,
        )
        if block.proven
        else counted(
            "No plan with {wanted} rounds was found; {count} round is possible.",
            "No plan with {wanted} rounds was found; {count} rounds are possible.",
            possible,
            wanted=wanted,
        )
    )
    return (head, *_reasons(event, problem, block))


def no_more(event: Event, problem: Problem, block: Obstacle) -> tuple[Sentence, ...]:
    """Return why the plan has fewer rounds than would fit into the time."""
    first = problem.sittings[0]
    possible = first.number - 1 + block.rounds
    why = _reasons(event, problem, block)
    if possible == block.rounds - block.start and why == (
        _everybody_has_met(len(first.here), block),
    ):
        return why  # it says how many there are, too
    if not block.proven:
        head = counted(
            "At least {count} round is possible, perhaps more.",
            "At least {count} rounds are possible, perhaps more.",
            possible,
        )
        return (head, *why)
    head = counted(
        "No more than {count} round is possible with these people.",
        "No more than {count} rounds are possible with these people.",
        possible,
    )
    return (head, *why)


def out_of_turn() -> Sentence:
    """Return why some sit in a trio more often than others."""
    return sentence(
        "Some people sit in a trio twice before everybody has once; otherwise there would be "
        "fewer rounds."
    )


def _reasons(event: Event, problem: Problem, block: Obstacle) -> tuple[Sentence, ...]:
    if block.kind == "empty":
        return (_empty(event, problem, block),)
    if block.kind == "person":
        return _person(event, problem, block)
    if block.kind == "trios":
        return (
            counted(
                "In a trio everybody meets two people, so the partners of {count} person "
                "run out sooner.",
                "In a trio everybody meets two people, so the partners of {count} people "
                "run out sooner.",
                len(block.group),
            ),
            *_ruled_out(problem, block.group),
        )
    if block.kind == "search" and not block.proven:
        return (
            sentence(
                "Each condition can be met on its own, but no plan was found that meets all "
                "of them: who has met, who is kept apart and who is there."
            ),
        )
    if block.kind == "search":
        return (
            sentence(
                "Each condition can be met on its own, but not all of them together: who has "
                "met, who is kept apart and who is there."
            ),
        )
    number = problem.sittings[block.rounds].number
    if block.kind == "few":
        return (
            counted(
                "In round {number} these {size} can only meet the same {count} person ({gate}): "
                "{names}.",
                "In round {number} these {size} can only meet the same {count} people ({gate}): "
                "{names}.",
                len(block.gate),
                number=number,
                size=len(block.group),
                gate=named(event, problem, block.gate),
                names=named(event, problem, block.group),
            )
            if block.gate
            else sentence(
                "In round {number} nobody is left for {names} to meet.",
                number=number,
                names=named(event, problem, block.group),
            ),
            *_ruled_out(problem, block.group),
        )
    if block.kind == "groups":
        groups = [
            sentence("({names})", names=named(event, problem, group, 4))
            for group in block.groups[:4]
        ]
        everybody = tuple(i for group in block.groups for i in group)
        said = {"number": number, "count": len(block.groups), "groups": groups}
        return (
            sentence(
                "In round {number} these {count} groups of odd size can only meet among "
                "themselves or {gate}, so somebody stays alone: {groups}.",
                gate=named(event, problem, block.gate),
                **said,
            )
            if block.gate
            else sentence(
                "In round {number} these {count} groups of odd size can only meet among "
                "themselves, so one person in each stays alone: {groups}.",
                **said,
            ),
            *_ruled_out(problem, everybody),
        )
    return _crowded(event, problem, block)


def _crowded(event: Event, problem: Problem, block: Obstacle) -> tuple[Sentence, ...]:
    ruled = _ruled_out(problem, block.group)
    others = {i for sitting in problem.sittings[block.start :] for i in sitting.here}
    if not ruled and problem.side is None:
        return (_everybody_has_met(len(others), block),)
    if not block.gate:
        return (
            counted(
                "{count} person has too few partners left: {names}.",
                "{count} people have too few partners left: {names}.",
                len(block.group),
                names=named(event, problem, block.group),
            ),
            *ruled,
        )
    return (
        counted(
            "{size} people ({names}) can meet only {count} other ({gate}), "
            "too few for so many rounds.",
            "{size} people ({names}) can meet only {count} others ({gate}), "
            "too few for so many rounds.",
            len(block.gate),
            size=len(block.group),
            names=named(event, problem, block.group),
            gate=named(event, problem, block.gate),
        ),
        *ruled,
    )


def _everybody_has_met(people: int, block: Obstacle) -> Sentence:
    return counted(
        "{people} people can meet in at most {count} round without a repeat.",
        "{people} people can meet in at most {count} rounds without a repeat.",
        block.rounds - block.start,
        people=people,
    )


def _empty(event: Event, problem: Problem, block: Obstacle) -> Sentence:
    sitting = problem.sittings[block.rounds]
    if not sitting.here:
        return sentence("Nobody is there in round {number}.", number=sitting.number)
    if len(sitting.here) == 1:
        return sentence(
            "Only {name} is there in round {number}.",
            name=named(event, problem, sitting.here),
            number=sitting.number,
        )
    sides = event.settings.sides or ("", "")
    there = problem.side[sitting.here[0]] if problem.side else 0
    return sentence(
        "Nobody on the side {side} is there in round {number}.",
        side=sides[1 - there],
        number=sitting.number,
    )


def _person(event: Event, problem: Problem, block: Obstacle) -> tuple[Sentence, ...]:
    who = block.group
    rounds = sum(who[0] in sitting.here for sitting in problem.sittings[block.start :])
    ruled = _ruled_out(problem, who)
    others = {i for sitting in problem.sittings[block.start :] for i in sitting.here}
    if not ruled and problem.side is None and len(block.gate) == len(others) - 1:
        return (_everybody_has_met(len(others), block),)
    return (
        counted(
            "{name} has only {count} partner left for {rounds} rounds.",
            "{name} has only {count} partners left for {rounds} rounds.",
            len(block.gate),
            name=named(event, problem, who),
            rounds=rounds,
        ),
        *ruled,
    )


_CAUSES: dict[str, Callable[[int], Sentence]] = {
    "met": lambda n: counted("{count} has already met", "{count} have already met", n),
    "apart": lambda n: private(counted("{count} is kept apart", "{count} are kept apart", n)),
    "earlier": lambda n: counted(
        "{count} met at an earlier event", "{count} met at an earlier event", n
    ),
    "tables": lambda n: counted("{count} keeps another table", "{count} keep another table", n),
    "pins": lambda n: counted("{count} is pinned to a round", "{count} are pinned to a round", n),
}


def _ruled_out(problem: Problem, group: Sequence[int]) -> tuple[Sentence, ...]:
    """Return what takes partners from a group, by rule."""
    found = causes(problem, group)
    said = [words(found[rule]) for rule, words in _CAUSES.items() if found[rule]]
    if not said:
        return ()
    if len(group) == 1:
        return (sentence("Of the others, {causes}.", causes=said),)
    return (sentence("Counting every person's partners, {causes}.", causes=said),)


def warnings(
    event: Event, roster: PlannerPeople, problem: Problem, rounds: Sequence[Round]
) -> tuple[Sentence, ...]:
    """Return what the host should know before the doors open, though the plan holds."""
    last = max((sitting.number for sitting in problem.sittings), default=0)
    found = list(pinned_pairs(roster, last).refused)
    found += pinned_tables(roster, [list(sitting.here) for sitting in problem.sittings]).refused
    most = max((len(round_.pairings) for round_ in rounds), default=0)
    tables = event.in_force.tables
    if tables is not None:
        given = tables if isinstance(tables, int) else len(set(map(str, tables)))
        if given < most:
            extra = labels(tables, most)[given:]
            found.append(
                counted(
                    "Set up {count} more table ({extra}): {pairings} pairings talk at once.",
                    "Set up {count} more tables ({extra}): {pairings} pairings talk at once.",
                    len(extra),
                    pairings=most,
                    extra=[str(label) for label in extra],
                )
            )
    if problem.side is not None and event.settings.sides:
        names = shown_names(event)
        for i in sorted(roster.sideless):
            if any(i in sitting.here for sitting in problem.sittings):
                found.append(
                    sentence(
                        "{name} has no side and is planned as {side}.",
                        name=names[problem.keys[i]],
                        side=event.settings.sides[problem.side[i]],
                    )
                )
    return tuple(found)


def summary(
    event: Event,
    problem: Problem,
    rounds: Sequence[Round],
    pairs: Sequence[Pair],
    met: dict[str, int],
    forced: int,
) -> tuple[Sentence, ...]:
    """Return what the plan is like: how many each meets, who rests, what could not be avoided.

    `pairs` are those that meet in the `rounds`.
    """
    found = [*_meetings(event, met), *_rests(rounds)]
    found += same_industry(problem, pairs, forced)
    firms = sum(problem.company[a] == problem.company[b] for a, b in pairs)
    if firms:
        found.append(
            counted(
                "The plan has {count} pairing within one company.",
                "The plan has {count} pairings within one company.",
                firms,
            )
        )
    again = sum(two in problem.earlier for two in pairs)
    if again:
        found.append(
            counted(
                "{count} pairing has met at an earlier event.",
                "{count} pairings have met at an earlier event.",
                again,
            )
        )
    return tuple(found)


def _meetings(event: Event, met: dict[str, int]) -> list[Sentence]:
    staff = {person.key for person in (*event.participants, *event.walk_ins) if person.staff}
    counts = [times for key, times in met.items() if key not in staff]
    if not counts:
        return []
    least, most = min(counts), max(counts)
    if least == most:
        return [
            counted(
                "Everybody meets {count} person.",
                "Everybody meets {count} different people.",
                most,
            )
        ]
    return [sentence("Everybody meets {least} to {most} different people.", least=least, most=most)]


def _rests(rounds: Sequence[Round]) -> list[Sentence]:
    rests = Counter(key for round_ in rounds for key in round_.resting)
    trios = sum(len(pairing.people) == 3 for round_ in rounds for pairing in round_.pairings)
    found = []
    if rests:
        most = max(rests.values())
        found.append(
            counted(
                "{count} person rests for a round; nobody rests twice.",
                "{count} people rest for a round each; nobody rests twice.",
                len(rests),
            )
            if most == 1
            else counted(
                "{count} person rests, up to {most} rounds.",
                "{count} people rest, up to {most} rounds each.",
                len(rests),
                most=most,
            )
        )
    if trios:
        found.append(
            counted("There is {count} trio.", "There are {count} trios, one in a round.", trios)
        )
    return found
