"""Small rooms at random with every option that a host can write down, from one seed each."""

from __future__ import annotations

from random import Random
from typing import Any

from rounds.domain.event import Event, Pairing, Round
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
    if rnd.random() < 0.25 and not sides:
        return _held(rnd, event, rnd.randint(1, max(1, rounds // 2)), marked=True)
    return event


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


def _before(rnd: Random, event: Event) -> Event:
    some = [p for p in event.participants if not p.staff and rnd.random() < 0.85]
    people = [{"name": p.name, "company": p.company} for p in some]
    rounds = rnd.randint(1, 2)
    settings = {"title": "Before", "rounds": rounds}
    before = Event.checked({"event": settings, "participants": people})
    return _held(rnd, before, rounds, marked=False)


def _held(rnd: Random, event: Event, rounds: int, *, marked: bool) -> Event:
    """Return the event after some rounds by the circle method: one stays, the others move on."""
    ring: list[str | None] = [p.key for p in event.participants if not p.staff]
    rnd.shuffle(ring)
    ring += [None] * (len(ring) % 2)
    held = []
    for number in range(1, min(rounds, len(ring) - 1) + 1):
        turned = [*ring[:1], *ring[number:], *ring[1:number]]
        half = len(turned) // 2
        pairings: list[Pairing] = []
        resting: list[str] = []
        for one, other in zip(turned[:half], reversed(turned[half:]), strict=True):
            two = [k for k in (one, other) if k is not None and _is_there(event, k, number)]
            if len(two) == 2:
                mark = rnd.choice(MARKS) if marked and rnd.random() < 0.15 else {}
                pairings.append(Pairing(table=len(pairings) + 1, people=tuple(two)).with_(**mark))
            else:
                resting += two
        held.append(Round(number=number, pairings=tuple(pairings), resting=tuple(resting)))
    return begun(event, tuple(held))


def _is_there(event: Event, key: str, number: int) -> bool:
    person = next(p for p in event.participants if p.key == key)
    return (person.from_round or 1) <= number <= (person.until_round or 99)
