"""What the fields of the event file may hold, and what a host is told otherwise."""

from __future__ import annotations

from typing import Annotated, Literal

from rounds.domain.rules import Between, Length, Line, Matching, Otherwise
from rounds.domain.sentence import sentence

_TIME = sentence('must be a time in quotes, for example "18:30"')

Language = Literal["en", "ja"]
OneLine = Annotated[str, Line()]
Named = Annotated[str, Line(empty=False)]
ClockTime = Annotated[str, Matching(r"([01]?\d|2[0-3]):[0-5]\d", _TIME), Otherwise(_TIME)]
RoundNumber = Annotated[int, Between(1, 40)]
TableLabel = Annotated[
    Named | Annotated[int, Between(1, 99_999)],
    Otherwise(sentence("must be a number or a label")),
]
Tables = Annotated[
    Annotated[int, Between(1, 2000)] | tuple[TableLabel, ...],
    Otherwise(sentence("must be a number, or a list of labels")),
]
Sides = Annotated[
    tuple[Named, Named],
    Otherwise(sentence('must be two names, for example ["mentor", "mentee"]')),
]
RoundMinutes = Annotated[
    float,
    Between(
        5,
        10,
        below=sentence(
            "in less than 5 minutes nobody remembers anybody: plan fewer, longer rounds"
        ),
        above=sentence("after 10 minutes a talk wanders off: plan more, shorter rounds"),
    ),
]
RecordedRound = Annotated[int, Between(0, 999)]
Minutes = Annotated[float, Between(0, 99_999)]
Seconds = Annotated[float, Between(-999_999, 999_999)]
Seed = Annotated[int, Between(-(2**63), 2**63 - 1)]
Together = Annotated[tuple[str, ...], Length(2, 3, sentence("must be two people, or three"))]
Two = Annotated[tuple[str, str], Otherwise(sentence("must be two people"))]
