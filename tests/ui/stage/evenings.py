"""Rooms for the pictures: every phase, both languages, from three people to two hundred."""

from __future__ import annotations

from typing import Literal

from rounds.domain.event import Seat
from rounds.domain.timetable import LEAD_IN
from rounds.domain.views.room import BoardEntry, Room

Language = Literal["en", "ja"]

FIRST = (
    "Aiko",
    "Ben",
    "Chiara",
    "Daniel",
    "Emma",
    "Farid",
    "Grace",
    "Hiroshi",
    "Ines",
    "Jonas",
    "Kaori",
    "Liam",
    "Mei",
    "Nadia",
    "Olivia",
    "Priya",
    "Quentin",
    "Rosa",
    "Samuel",
    "Tomoko",
    "Ursula",
    "Victor",
    "Wanda",
    "Xavier",
    "Yuki",
    "Zoe",
)
LAST = (
    "Garcia",
    "Sato",
    "Smith",
    "Yamamoto",
    "Takahashi",
    "Kobayashi",
    "Rossi",
    "Nguyen",
    "Kato",
    "Mueller",
    "Jones",
    "Nakamura",
    "Okafor",
    "Lindqvist",
    "Papadopoulos",
    "Silva",
    "Weber",
)
FAMILY = (
    "佐藤:さとう",
    "鈴木:すずき",
    "高橋:たかはし",
    "田中:たなか",
    "伊藤:いとう",
    "渡辺:わたなべ",
    "山本:やまもと",
    "中村:なかむら",
    "小林:こばやし",
    "加藤:かとう",
    "吉田:よしだ",
    "佐々木:ささき",
    "長谷川:はせがわ",
    "五十嵐:いがらし",
    "林:はやし",
    "森:もり",
    "勅使河原:てしがわら",
)
GIVEN = (
    "愛子:あいこ",
    "大輔:だいすけ",
    "翔太:しょうた",
    "由美子:ゆみこ",
    "健太:けんた",
    "さくら:さくら",
    "凛:りん",
    "拓海:たくみ",
    "美咲:みさき",
    "蓮:れん",
    "結衣:ゆい",
    "悠斗:ゆうと",
    "陽菜:ひな",
)


def board(
    count: int, language: Language = "en", moving: bool = False, trio: bool = False
) -> tuple[BoardEntry, ...]:
    """Return a board of `count` people; when moving, seat A stays and an odd one rests."""
    entries: list[BoardEntry] = []
    for number in range(1, count + 1):
        if language == "en":
            name = f"{FIRST[number * 7 % 26]} {LAST[number * 5 % 17]}"
            reading = ""
        else:
            family, family_read = FAMILY[number * 5 % 17].split(":")
            given, given_read = GIVEN[number * 7 % 13].split(":")
            name, reading = f"{family} {given}", f"{family_read} {given_read}"
        last = count % 2 == 1 and number == count
        seat: Seat | Literal["C"] | None = "A" if number % 2 else "B"
        if last:
            seat = "C" if trio else None
        entries.append(
            BoardEntry(
                number=number,
                name=name,
                reading=reading,
                company="Acme",
                table=None if last and not trio else str((number - (1 if last else 0) + 1) // 2),
                seat=seat,
                stays=moving and number % 2 == 1 and not last,
            )
        )
    return tuple(entries)


def _introduction(language: Language, people: int) -> dict[str, object]:
    english = language == "en"
    this, following = board(2, language)
    return {
        "name": this.name,
        "company": "Kitanomori Labs" if english else "北の森ラボ株式会社",
        "about": "find a pump supplier" if english else "ポンプの仕入れ先を探したい",
        "number": people - 1,
        "count": people,
        "following": following.name,
    }


def room(
    phase: str = "first_half",
    language: Language = "en",
    people: int = 21,
    *,
    trio: bool = False,
    **changes: object,
) -> tuple[Room, float]:
    """Return a room and the moment at which it shows a picture."""
    english = language == "en"
    base: dict[str, object] = {
        "language": language,
        "title": "Spring Founders Mixer" if english else "春の異業種交流会",
        "place": "Harbour Hall, 2nd floor" if english else "港ホール 2階",
        "date": "2026-04-21",
        "round": 2,
        "rounds": 6,
        "seconds": 480.0,
        "listens_first": "B",
        "here": max(2, people - 3),
        "expected": people,
        "meets": min(6, people - 1),
        "others": people - 1,
        "starts_at": "19:00",
        "board": board(people, language, moving=True, trio=trio),
    }
    clocks: dict[str, dict[str, object]] = {
        "lobby": {"phase": "lobby", "round": 0, "begins_at": 300.0, "board": ()},
        "lobby_at": {"phase": "lobby", "round": 0, "board": ()},
        "introduction": {
            "phase": "introductions",
            "round": 0,
            "seconds": 60.0,
            "ends_at": 38.0,
            "board": (),
            "introduction": _introduction(language, people),
        },
        "introduction_over": {
            "phase": "introductions",
            "round": 0,
            "seconds": 60.0,
            "ends_at": -12.0,
            "board": (),
            "introduction": _introduction(language, people),
        },
        "move": {"phase": "move", "seconds": 75.0, "ends_at": 62.0},
        "first_move": {
            "phase": "move",
            "round": 1,
            "seconds": 75.0,
            "ends_at": 62.0,
            "board": board(people, language, trio=trio),
        },
        "sit_down": {"phase": "move", "seconds": 75.0, "ends_at": -3.0},
        "listen_first": {"phase": "talk", "ends_at": 480.0 + LEAD_IN - 1},
        "first_half": {"phase": "talk", "ends_at": 299.0},
        "swap": {"phase": "talk", "ends_at": 240.0},
        "second_half": {"phase": "talk", "ends_at": 188.0},
        "last_minute": {"phase": "talk", "ends_at": 48.0},
        "end": {"phase": "talk", "ends_at": 0.0, "after": "break"},
        "over": {"phase": "talk", "ends_at": -23.0, "after": "move"},
        "break": {"phase": "break", "seconds": 600.0, "ends_at": 421.0, "after": "move"},
        "closing": {
            "phase": "closing",
            "round": 6,
            "held_pairings": 58,
            "talked": max(2, people - 3),
            "board": (),
        },
        "paused": {"phase": "talk", "left": 299.0},
        "message": {
            "phase": "talk",
            "ends_at": 299.0,
            "message": "The fire alarm was a test. Please go on."
            if english
            else "火災報知器はテストでした。どうぞ続けてください。",
        },
        "black": {"phase": "talk", "ends_at": 299.0, "black": True},
    }
    return Room.checked({**base, **clocks[phase], **changes}), 0.0


PHASES = (
    "lobby",
    "lobby_at",
    "introduction",
    "introduction_over",
    "first_move",
    "move",
    "sit_down",
    "listen_first",
    "first_half",
    "swap",
    "second_half",
    "last_minute",
    "end",
    "over",
    "break",
    "closing",
    "paused",
    "message",
    "black",
)
"""Every picture there is, by the name under which it is kept."""
