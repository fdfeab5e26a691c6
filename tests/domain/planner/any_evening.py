"""Evenings at random: small rooms with every rule the planner knows, from one seed each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan

START = datetime(2026, 5, 14, 18, 30, tzinfo=UTC)
TOPICS = ["pumps", "web design", "tax advice", "ポンプ"]
INDUSTRIES = ["insurance", "insurance", "finance", "health", ""]


def any_evening(seed: int, *, tight: bool = False) -> Event:
    """Return an evening with some of the rules, by chance; `tight` ones are often impossible."""
    rnd, words = Random(seed), Random(f"words {seed}")
    size = rnd.randint(2, 9 if tight else 16)
    names = [f"P{n:02d}" for n in range(size)]
    sides = rnd.random() < 0.25 and size > 3
    rounds = rnd.randint(1, size if tight else max(1, size // 2))
    people = []
    for n, name in enumerate(names):
        person: dict[str, Any] = {
            "name": name,
            "industry": rnd.choice(INDUSTRIES),
            "company": rnd.choice(["", "", f"C{n // 3}"]),
        }
        if sides:
            person["side"] = "mentor" if rnd.random() < 0.45 else "mentee"
        if rnd.random() < 0.3:
            person["wishes"] = rnd.sample(names, min(2, size))
        if rnd.random() < (0.4 if tight else 0.15):
            person["avoid"] = [k for k in rnd.sample(names, min(3, size)) if k != name]
        if rnd.random() < 0.08:
            person["from_round"] = rnd.randint(1, rounds)
        if rnd.random() < 0.08:
            person["until_round"] = rnd.randint(person.get("from_round", 1), rounds)
        if rnd.random() < 0.06:
            person["table"] = rnd.randint(1, 3)
        if words.random() < 0.4:
            person["seeks"] = words.choice(TOPICS)
        if words.random() < 0.4:
            person["offers"] = words.choice(TOPICS)
        people.append(person)
    if rnd.random() < 0.2:
        people.append({"name": "Host", "staff": True})
    event = Event.checked(
        {
            "event": {
                "title": "Any evening",
                "rounds": rounds,
                "odd": "trio" if rnd.random() < 0.25 else "rest",
                "seed": seed % 7,
                "tables": rnd.choice([None, None, size, ["A", "B", 7]]),
                **({"sides": ["mentor", "mentee"]} if sides else {}),
            },
            "participants": people,
        }
    )
    if rnd.random() < 0.4:
        event = event.with_(earlier=(an_earlier_evening(rnd, event),))
    if not tight and rnd.random() < 0.2:
        event = event.with_(pins=_pins(rnd, names, rounds))
    if rnd.random() < 0.35:
        event = some_rounds_held(event, rnd)
    return event


def an_earlier_evening(rnd: Random, event: Event) -> Event:
    """Return an earlier evening at which some of the same people met."""
    people = [person for person in event.participants if rnd.random() < 0.8]
    before = Event.checked(
        {
            "event": {"title": "Before", "rounds": rnd.randint(1, 2), "seed": 5},
            "participants": [{"name": p.name, "company": p.company} for p in people],
        }
    )
    return begun(before, make_plan(before).rounds)


def begun(event: Event, rounds: tuple[Any, ...]) -> Event:
    """Return the event with these rounds held and over."""
    at = START
    held = []
    for round_ in rounds:
        held.append(round_.with_(started_at=at, ended_at=at + timedelta(minutes=8)))
        at += timedelta(minutes=10)
    return event.with_(rounds=tuple(held))


def some_rounds_held(event: Event, rnd: Random) -> Event:
    """Return the event after some of its rounds, with people who left and came meanwhile."""
    plan = make_plan(event)
    held = rnd.randint(0, len(plan.rounds))
    event = begun(event, plan.rounds[:held]).with_(plan=plan.rounds[held:])
    marked = []
    marks: list[dict[str, Any]] = [
        {"held": "no-show"},
        {"held": "short", "minutes": 1.0},
        {"held": "short", "minutes": 6.0},
    ]
    for round_ in event.rounds:
        pairings = tuple(
            p.with_(**rnd.choice(marks)) if rnd.random() < 0.1 else p for p in round_.pairings
        )
        marked.append(round_.with_(pairings=pairings))
    attendance = [
        {"person": p.key, "state": "left", "at": START + timedelta(minutes=30)}
        for p in event.participants
        if not p.staff and rnd.random() < 0.1
    ]
    late = [
        {"name": f"W{n}", "joined_at": START, "industry": "health"}
        for n in range(rnd.randint(0, 2) if event.settings.sides is None else 0)
    ]
    return Event.checked(
        {
            **event.data(),
            "rounds": [each.data() for each in marked],
            "attendance": attendance,
            "walk_ins": late,
        }
    ).with_(earlier=event.earlier)


def _pins(rnd: Random, names: list[str], rounds: int) -> tuple[Any, ...]:
    from rounds.domain.event import Pin

    a, b = rnd.sample(names, 2)
    return (Pin.checked({"round": rnd.randint(1, rounds), "people": (a, b), "at": START}),)
