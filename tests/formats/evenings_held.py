"""An evening that was held in part, for the tests of what leaves it."""

from __future__ import annotations

from rounds.domain.event import Event


def an_evening_held(**settings: object) -> Event:
    """Return an event with a round held, one broken off, one to come, and two notes."""
    return Event.checked(
        {
            "event": {"title": "Test Mixer", "date": "2026-05-14", "language": "en", **settings},
            "participants": [
                {"name": "Aiko Tanaka", "company": "Kitanomori", "industry": "hardware"},
                {"name": "Ben O'Neill", "company": "Tidewater", "contact": "ben@example.org"},
                {"name": "Chloé", "avoid": ["Dmitri"]},
                {"name": "Dmitri", "company": "=2+3"},
                {"name": "Emi"},
            ],
            "rounds": [
                {
                    "number": 1,
                    "started_at": "2026-05-14T18:30:00+09:00",
                    "ended_at": "2026-05-14T18:38:00+09:00",
                    "listens_first": "B",
                    "pairings": [
                        {"table": 1, "people": ["Aiko Tanaka", "Ben O'Neill"]},
                        {"table": 2, "people": ["Chloé", "Emi"], "held": "short", "minutes": 2.5},
                    ],
                    "resting": ["Dmitri"],
                },
                {
                    "number": 2,
                    "started_at": "2026-05-14T18:40:00+09:00",
                    "listens_first": "A",
                    "pairings": [
                        {"table": 1, "people": ["Aiko Tanaka", "Chloé"]},
                        {"table": 2, "people": ["Ben O'Neill", "Emi"], "held": "no-show"},
                    ],
                    "resting": ["Dmitri"],
                },
            ],
            "plan": [
                {
                    "number": 3,
                    "listens_first": "B",
                    "pairings": [{"table": "Anchor", "people": ["Aiko Tanaka", "Dmitri", "Emi"]}],
                    "resting": [],
                }
            ],
            "notes": [
                {
                    "round": 1,
                    "by": "Aiko Tanaka",
                    "about": "Ben O'Neill",
                    "at": "2026-05-14T18:36:02+09:00",
                    "text": "=SECRET of Aiko",
                    "stage": "someday",
                    "next_step": "mail",
                    "next_step_on": "2026-05-15",
                },
                {
                    "round": 1,
                    "by": "Ben O'Neill",
                    "about": "Aiko Tanaka",
                    "at": "2026-05-14T18:37:00+09:00",
                    "text": "SECRET of Ben",
                    "again": True,
                },
            ],
        }
    )
