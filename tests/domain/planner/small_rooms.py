"""Small rooms at random with every option that a host can write down, from one seed each."""

from __future__ import annotations

from random import Random
from typing import Any

from rounds.domain.event import Event, Pairing, Participant, Round
from tests.domain.planner.any_evening import START, begun

NO_PLACE = {"held": "no-show"}
MARKS: list[dict[str, Any]] = [
    NO_PLACE,
    {"held": "short", "minutes": 1.0},
    {"held": "short", "minutes": 6.0},
    {"held": "held"},
]


def small_room(seed: int) -> Event:
    """Return an evening of 2 to 9 people: parts of it, trios, sides, staff, pins, a series."""
    rnd = Random(f"small room {seed}")
    size = rnd.randint(2, 9)
    names = [f"P{n}" for n in range(size)]
    rounds = rnd.randint(1, max(1, size - 1 + (rnd.random() < 0.2)))
    sides = size > 3 and rnd.random() < 0.25
    settings: dict[str, Any] = {
        "title": "Small",
        "rounds": rounds,
        "seed": rnd.randint(0, 5),
        "odd": rnd.choice(["rest", "rest", "trio"]),
        "same_industry": rnd.choice(["avoid", "avoid", "allow"]),
    }
    if sides:
        settings["sides"] = ["mentor", "mentee"]
    people = [_person(rnd, n, names, rounds, sides=sides) for n in range(size)]
    for n in range(rnd.choice([0, 0, 0, 1, 2])):
        person: dict[str, Any] = {"name": f"S{n}", "staff": True}
        if sides:
            person["side"] = rnd.choice(["mentor", "mentee"])
        if rnd.random() < 0.3:
            person["avoid"] = rnd.sample(names, min(2, size))
        if rnd.random() < 0.2:
            person["until_round"] = rnd.randint(1, rounds)
        people.append(person)
    facts: dict[str, Any] = {"event": settings, "participants": people}
    if rnd.random() < 0.15 and not sides:
        facts["walk_ins"] = [{"name": "W0", "industry": "food", "joined_at": START}]
    if rnd.random() < 0.1 and size > 3:
        facts["pins"] = [
            {"round": rnd.randint(1, rounds), "people": rnd.sample(names, 2), "at": START}
        ]
    if rnd.random() < 0.1 and size > 3:
        facts["kept_apart"] = [{"people": rnd.sample(names, 2), "at": START}]
    event = Event.checked(facts)
    event = event.with_(
        earlier=tuple(_before(rnd, event) for _ in range(rnd.choice([0, 0, 0, 1, 2])))
    )
    return _some_held(rnd, event) if rnd.random() < 0.25 else event


INDUSTRIES = [["bank"], ["bank", "bank", "bank", "law"], ["bank", "law"], ["bank", "law", "food"]]


def trio_room(seed: int) -> Event:
    """Return an evening of 3 to 9 people with trios, staff, parts, few industries, a series."""
    rnd = Random(f"trio room {seed}")
    size = rnd.randint(3, 9)
    names = [f"P{n}" for n in range(size)]
    rounds = rnd.randint(2, max(2, size - 1))
    industries, share = rnd.choice(INDUSTRIES), rnd.choice([0.3, 0.5, 0.8])
    people: list[dict[str, Any]] = []
    for n, name in enumerate(names):
        person: dict[str, Any] = {"name": name}
        if rnd.random() < 0.85:
            person["industry"] = rnd.choice(industries)
        if rnd.random() < 0.25:
            person["company"] = f"C{n // 2}"
        if rnd.random() < 0.3:
            person["wishes"] = [k for k in rnd.sample(names, 2) if k != name]
        if rnd.random() < 0.1:
            person["avoid"] = [k for k in rnd.sample(names, 1) if k != name]
        if rnd.random() < share:
            person["from_round"] = rnd.randint(1, rounds)
        if rnd.random() < share:
            person["until_round"] = rnd.randint(person.get("from_round", 1), rounds)
        people.append(person)
    for n in range(rnd.choice([0, 1, 1, 2, 3])):
        helper: dict[str, Any] = {"name": f"S{n}", "staff": True}
        if rnd.random() < 0.3:
            helper["avoid"] = rnd.sample(names, 2)
        if rnd.random() < 0.4:
            helper["industry"] = rnd.choice(industries)
        if rnd.random() < 0.6:
            helper[rnd.choice(["from_round", "until_round"])] = rnd.randint(1, rounds)
        people.append(helper)
    settings = {"title": "Trios", "rounds": rounds, "seed": rnd.randint(0, 5), "odd": "trio"}
    event = Event.checked({"event": settings, "participants": people})
    series = tuple(_before(rnd, event) for _ in range(rnd.choice([0, 0, 1, 2])))
    event = event.with_(earlier=series)
    return _some_held(rnd, event) if rnd.random() < 0.2 else event


def _person(rnd: Random, n: int, names: list[str], rounds: int, *, sides: bool) -> dict[str, Any]:
    person: dict[str, Any] = {"name": names[n]}
    if rnd.random() < 0.7:
        person["industry"] = rnd.choice(["bank", "bank", "law", "food"])
    if rnd.random() < 0.4:
        person["company"] = f"C{n // 2}"
    if sides:
        person["side"] = rnd.choice(["mentor", "mentee", "mentee"])
    if rnd.random() < 0.25:
        person["wishes"] = [k for k in rnd.sample(names, min(2, len(names))) if k != names[n]]
    if rnd.random() < 0.2:
        some = rnd.sample(names, min(rnd.randint(1, 2), len(names)))
        person["avoid"] = [k for k in some if k != names[n]]
    if rnd.random() < 0.3:
        person["from_round"] = rnd.randint(1, rounds)
    if rnd.random() < 0.3:
        person["until_round"] = rnd.randint(person.get("from_round", 1), rounds)
    if rnd.random() < 0.1:
        person["table"] = rnd.randint(1, 2)
    return person


def dealt(event: Event, rounds: int) -> tuple[Round, ...]:
    """Return rounds by the circle method: what was held must not depend on the planner."""
    people = [p for p in event.participants if not p.staff]
    ring: list[Participant | None] = [*people, *([None] if len(people) % 2 else [])]
    found = []
    for number in range(1, min(rounds, len(ring) - 1) + 1):
        pairings: list[Pairing] = []
        resting: list[str] = []
        for two in zip(ring[: len(ring) // 2], reversed(ring[len(ring) // 2 :]), strict=True):
            here = [
                p.key
                for p in two
                if p and (p.from_round or 1) <= number <= (p.until_round or number)
            ]
            if len(here) == 2:
                pairings.append(Pairing(table=len(pairings) + 1, people=(here[0], here[1])))
            else:
                resting += here
        found.append(Round(number=number, pairings=tuple(pairings), resting=tuple(resting)))
        ring = [*ring[:1], *ring[2:], *ring[1:2]]
    return tuple(found)


def _before(rnd: Random, event: Event) -> Event:
    some = [p for p in event.participants if not p.staff and rnd.random() < 0.85]
    people = [{"name": p.name, "company": p.company} for p in some]
    settings = {"title": "Before", "rounds": rnd.randint(1, 2), "seed": rnd.randint(0, 9)}
    before = Event.checked({"event": settings, "participants": people})
    return begun(before, dealt(before, before.settings.rounds or 1))


def _some_held(rnd: Random, event: Event) -> Event:
    people = sum(not p.staff for p in event.participants)
    wanted = min(event.settings.rounds or 2, people - 1)
    if wanted < 1:
        return event
    event = begun(event, dealt(event, rnd.randint(1, wanted)))
    marked = tuple(
        round_.with_(
            pairings=tuple(
                p.with_(**rnd.choice(MARKS)) if rnd.random() < 0.15 else p for p in round_.pairings
            )
        )
        for round_ in event.rounds
    )
    return event.with_(rounds=marked)
