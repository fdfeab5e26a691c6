"""Rooms close to the number of rounds that is possible: the planner's hardest work."""

from __future__ import annotations

from random import Random
from typing import Any

from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from tests.domain.planner.any_evening import begun


def tight_room(seed: int, smallest: int = 7, largest: int = 21) -> Event:
    """Return a room by chance: mostly odd, trios or rests, people kept apart, an earlier event."""
    rnd = Random(seed)
    size = rnd.randint(smallest, largest)
    size += size % 2 == 0 and rnd.random() < 0.8
    odd = "trio" if rnd.random() < 0.75 else "rest"
    names = [f"P{n:02d}" for n in range(size)]
    sides = rnd.random() < 0.12
    limit = size // 2 if sides else size - 1
    rounds = max(1, min(40, limit - rnd.randint(-1, max(1, size // 3))))
    apart = rnd.choice((0.0, 0.1, 0.4))
    people = []
    for n, name in enumerate(names):
        person: dict[str, Any] = {
            "name": name,
            "industry": rnd.choice(("a", "b", "c", "d", "")),
            "company": rnd.choice(("", "", f"C{n // 3}")),
        }
        if sides:
            person["side"] = rnd.choice(("x", "y"))
        if rnd.random() < 0.3:
            person["wishes"] = rnd.sample(names, 2)
        if rnd.random() < apart:
            person["avoid"] = [k for k in rnd.sample(names, rnd.randint(1, 3)) if k != name]
        if rnd.random() < 0.06:
            person["from_round"] = rnd.randint(1, rounds)
        people.append(person)
    settings = {"title": "Tight", "rounds": rounds, "odd": odd, "seed": seed % 5}
    if sides:
        settings["sides"] = ["x", "y"]
    event = Event.checked({"event": settings, "participants": people})
    if rnd.random() < 0.5:
        settings = {"title": "Before", "rounds": rnd.randint(1, max(1, size // 3)), "odd": odd}
        there = [{k: p[k] for k in ("name", "company")} for p in people if rnd.random() < 0.85]
        before = Event.checked({"event": settings, "participants": there})
        event = event.with_(earlier=(begun(before, make_plan(before).rounds),))
    return event
