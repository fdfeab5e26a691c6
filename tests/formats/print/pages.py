"""Evenings whose pages are looked at, and pages without their markup."""

from __future__ import annotations

from html.parser import HTMLParser

from rounds.domain.event import Event
from rounds.domain.planner.plan import make_plan
from rounds.text.safe import one_line


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()
        self._skipped = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        self._skipped = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._skipped = False

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.words.append(data)


def words_and_tags(page: str) -> tuple[str, set[str]]:
    """Return what can be read on a page, its blanks single, and the tags that it is made of."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return " ".join(" ".join(reader.words).split()), reader.tags


def words(page: str) -> str:
    """Return what can be read on a page."""
    return words_and_tags(page)[0]


def shown(text: str) -> str:
    """Return a text as a page shows it."""
    return one_line(text)


def planned(event: Event) -> Event:
    """Return an event with the plan that its file would hold."""
    return event.with_(plan=make_plan(event).rounds)


def an_evening(people: int, **settings: object) -> Event:
    """Return a planned evening whose every word can be told from every other one."""
    numbers = range(1, people + 1)
    return planned(
        Event.checked(
            {
                "event": {
                    "title": "Harbour Mixer",
                    "starts_at": "18:30",
                    "rounds": min(3, people - 1),
                    "break_after": [2],
                    "seed": 1,
                    **settings,
                },
                "participants": [
                    {
                        "name": f"Name{n:03} Featherstonehaugh",
                        "kana": f"Reading{n:03}",
                        "company": f"Company{n:03} Ltd",
                        "purpose": f"Purpose{n:03} is to find a pump supplier",
                        "offers": f"Offer{n:03}, and a test bench to borrow",
                        "seeks": f"Wish{n:03}, and people who build factories",
                        "contact": f"secret{n:03}@example.com",
                    }
                    for n in numbers
                ],
            }
        )
    )
