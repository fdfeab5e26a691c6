"""Event files from a seed: small and large evenings, in both languages, of every kind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

_FIRST = (
    *("Aiko", "Ben", "Chloé", "Dmitri", "Eva", "Farid", "Grace", "Hugo", "Ines", "Jonas"),
    *("Kofi", "Lena", "Mateo", "Nadia", "Oscar", "Priya", "Quinn", "Rosa", "Sven", "Tara"),
    *("Ugo", "Vera", "Wei", "Ximena", "Yusuf", "Zoë", "Anna", "Björn", "Carla", "Dan"),
)
_LAST = ("Tanaka", "O'Neill", "Martin", "Sato", "van der Berg", "Åkesson", "Li", "García-López")
_FAMILY = (
    ("青木", "あおき"),
    ("池田", "いけだ"),
    ("上野", "うえの"),
    ("江口", "えぐち"),
    ("小川", "おがわ"),
    ("加藤", "かとう"),
    ("髙橋", "たかはし"),
    ("渡邉", "わたなべ"),
)
_GIVEN = (("美咲", "みさき"), ("健太", "けんた"), ("さくら", "さくら"), ("大輔", "だいすけ"))
_INDUSTRIES = ("hardware", "law", "health", "finance", "retail")


@dataclass(frozen=True)
class Evening:
    """An event file as its host wrote it, and what its monkey needs to know of it."""

    text: bytes
    names: tuple[str, ...]
    language: str


def make_evening(seed: int) -> Evening:
    """Return the evening of a seed: 2 to 30 people, often few."""
    chance = Random(f"evening {seed}")
    language = chance.choice(("en", "ja"))
    count = chance.choice((chance.randint(2, 6), chance.randint(5, 12), chance.randint(2, 30)))
    people = _people(chance, language, count)
    sides = chance.random() < 0.2 and count >= 4
    lines = [
        "# written by hand",
        "[event]",
        f'title = "Evening {seed}"',
        f'language = "{language}"',
        *_settings(chance, count),
    ]
    if sides:
        lines.append('sides = ["mentor", "mentee"]')
    for at, (name, kana) in enumerate(people):
        lines += ["", "[[participants]]", f"name = {json.dumps(name, ensure_ascii=False)}"]
        if kana:
            lines.append(f'kana = "{kana}"')
        if sides:
            lines.append(f'side = "{("mentor", "mentee")[at % 2]}"')
        lines += _wishes(chance, [name for name, _kana in people], at)
    end = chance.choice(("\n", "\n", "\n", "\r\n"))
    text = end.join(lines) + chance.choice((end, end, ""))
    return Evening(text.encode(), tuple(name for name, _kana in people), language)


def _people(chance: Random, language: str, count: int) -> list[tuple[str, str]]:
    if language == "ja":
        every = [
            (f"{family} {given}", f"{read} {called}")
            for family, read in _FAMILY
            for given, called in _GIVEN
        ]
    else:
        every = [(f"{first} {chance.choice(_LAST)}", "") for first in _FIRST]
    return chance.sample(every, count)


def _settings(chance: Random, count: int) -> list[str]:
    lines = [
        f"round_minutes = {chance.choice((5, 5, 6, 8, 10))}",
        f"move_seconds = {chance.choice((15, 60, 120))}",
        f"seed = {chance.randint(1, 999)}",
    ]
    if chance.random() < 0.7:
        lines.append(f"rounds = {chance.randint(1, max(1, min(8, count - 1)))}")
    some = {
        f"break_after = {sorted(chance.sample((1, 2, 3, 4), chance.randint(1, 2)))}": 0.5,
        f"break_minutes = {chance.choice((1, 5, 10))}": 0.5,
        'odd = "trio"': 0.35,
        'same_industry = "allow"': 0.3,
        "listen_first = false": 0.2,
        f"warning_seconds = {chance.choice((0, 30, 120))}": 0.3,
        'tables = [3, "B", 2, "Bar", 1]': 0.15,
        'starts_at = "18:30"\nends_at = "20:30"': 0.3,
        'prompts.lobby = ["Come in"]': 0.2,
        "introductions = 15": 0.2,
    }
    return lines + [line for line, share in some.items() if chance.random() < share]


def _wishes(chance: Random, names: list[str], at: int) -> list[str]:
    lines = [f'industry = "{chance.choice(_INDUSTRIES)}"']
    others = [name for name in names if name != names[at]]
    if len(names) > 4 and chance.random() < 0.15:
        lines.append(f"avoid = [{json.dumps(chance.choice(others), ensure_ascii=False)}]")
    elif chance.random() < 0.1:
        lines.append(f"wishes = [{json.dumps(chance.choice(others), ensure_ascii=False)}]")
    if chance.random() < 0.06:
        lines.append(f"table = {chance.randint(1, 3)}")
    if chance.random() < 0.06:
        lines.append(f"from_round = {chance.randint(1, 3)}")
    elif chance.random() < 0.06:
        lines.append(f"until_round = {chance.randint(1, 3)}")
    if at > 1 and chance.random() < 0.04:  # the first two at least are guests
        lines.append("staff = true")
    if chance.random() < 0.3:
        lines.append(
            f'company = "{chance.choice(("Kitanomori Labs", "池田工務店", "Blake & Co"))}"'
        )
    return lines
