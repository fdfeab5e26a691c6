"""Event files as nobody means them: samples and evenings under way, changed at random."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from rounds.domain.event import Event
from rounds.store.format.entries import EntryCache, as_data, block
from rounds.store.format.parts import compose, split
from tests.domain.planner.any_evening import any_evening
from tests.house.source import ROOT

SAMPLES = ROOT / "sample_events"
EVENINGS = 12
"""How many of the evenings at random are among the files that are changed."""

ODD_VALUES = (
    b"0", b"1", b"-1", b"2", b"3", b"7", b"40", b"41", b"2000", b"9223372036854775807",
    b"123456789012345678901234567890", b"1.5", b"-0.0", b"1e308", b"nan", b"inf", b"-inf",
    b"true", b"false", b'""', b'" "', b'"A"', b'"3"', b'"1e999"', b'"18:30"', b'"\\u0000"',
    b'"\\u202e[/]"', b'"""\n\n"""', b"'''x'''", "\"\u3042\u3044\"".encode(), b"[]", b"[[]]",
    b"[1, 1, 1]", b'["A", "A"]', b'["A", "B", "C"]', b"[true]", b"{}", b"{ a = 1 }",
    b"[{ table = 1, people = [] }]", b'[{ table = 1, people = ["A", "A"] }]', b"2026-05-14",
    b"0001-01-01", b"9999-12-31", b"18:30:00", b"2026-05-14T18:30:00",
    b"2026-05-14T18:30:00Z", b"0001-01-01T00:00:00+14:00", b"9999-12-31T23:59:59-14:00",
    b"0xff", b"1_000",
)  # fmt: skip
LATER = """\
[[walk_ins]]
name = "Tom Walker"
joined_at = 2026-05-14 18:41:00+09:00

[[attendance]]
person = "P00"
state = "here"
at = 2026-05-14 18:31:00+09:00

[[attendance]]
person = "P01"
state = "left"
at = 2026-05-14 18:59:00+09:00

[[corrections]]
person = "P00"
name = "P Zero"
at = 2026-05-14 18:32:00+09:00

[[kept_apart]]
people = ["P00", "P02"]
at = 2026-05-14 18:33:00+09:00

[[pins]]
round = 3
people = ["P01", "P02"]
at = 2026-05-14 18:33:30+09:00

[[changes]]
at = 2026-05-14 18:34:00+09:00
rounds = 4
round_minutes = 6
tables = ["A", "B", 3]

[[clock]]
phase = "talk"
round = 1
seconds = 480
ends_at = 2026-05-14 18:48:00+09:00
at = 2026-05-14 18:40:00+09:00

[[notes]]
round = 1
by = "P00"
about = "P01"
at = 2026-05-14 18:44:00+09:00
stage = "someday"
reply = "by"
reply_by = 2026-05-20
next_step = "mail"
text = \"\"\"
Two lines,
[[notes]] in one of them.\"\"\"

[[notes]]
round = 1
by = "P01"
about = "P00"
at = 2026-05-14 18:44:30+09:00
purpose = "x"

"""


@dataclass(frozen=True)
class Mutant:
    """A changed file; `name` says from which seed and file it came."""

    name: str
    raw: bytes


def mutants(seed: int, count: int, *, largest: int | None = None) -> Iterator[Mutant]:
    """Yield changed files, the same ones for the same seed; `largest` is in bytes."""
    rnd = Random(seed)
    files = [each for each in originals() if largest is None or len(each[1]) <= largest]
    for number in range(count):
        name, raw = rnd.choice(files)
        for _ in range(rnd.choice((1, 1, 1, 2, 3, 6))):
            raw = rnd.choice(WAYS)(raw, rnd)
        yield Mutant(f"{seed}-{number}-{name}", raw)


@cache
def originals() -> tuple[tuple[str, bytes], ...]:
    """Return the files that are changed, each with a name."""
    found = [(path.stem, path.read_bytes()) for path in sorted(SAMPLES.glob("[!.]*.toml"))]
    for seed in range(EVENINGS):
        found.append((f"evening{seed}", written(any_evening(seed, tight=seed % 3 == 0))))
    return tuple(found)


def written(event: Event) -> bytes:
    """Return an evening under way as a file with entries of every kind in its record."""
    host = block("event", as_data("event", event.settings)).replace("[[event]]", "[event]")
    host += "".join(block("participants", as_data("", each)) for each in event.participants)
    record = "".join(entry.text for entry in EntryCache().entries_of(event).values())
    return compose(split(host.encode()), record + LATER[:-1], "en")


def earlier_files(folder: Path) -> None:
    """Put the earlier event beside the changed files that one of the samples names."""
    name = "chapter_last_month.toml"
    (folder / name).write_bytes((SAMPLES / name).read_bytes())


Way = Callable[[bytes, Random], bytes]


def _flipped(raw: bytes, rnd: Random) -> bytes:
    changed = bytearray(raw or b" ")
    for _ in range(rnd.choice((1, 1, 2, 8))):
        changed[rnd.randrange(len(changed))] ^= 1 << rnd.randrange(8)
    return bytes(changed)


def _cut(raw: bytes, rnd: Random) -> bytes:
    start = rnd.randrange(len(raw) + 1)
    return raw[:start] + (raw[start + rnd.randrange(1, 200) :] if rnd.random() < 0.8 else b"")


def _lines(raw: bytes) -> list[bytes]:
    return raw.split(b"\n")


def _without_line(raw: bytes, rnd: Random) -> bytes:
    lines = _lines(raw)
    del lines[rnd.randrange(len(lines))]
    return b"\n".join(lines)


def _doubled_line(raw: bytes, rnd: Random) -> bytes:
    lines = _lines(raw)
    line = rnd.choice(lines)
    lines.insert(rnd.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _swapped_lines(raw: bytes, rnd: Random) -> bytes:
    lines = _lines(raw)
    one, other = rnd.randrange(len(lines)), rnd.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _doubled_block(raw: bytes, rnd: Random) -> bytes:
    blocks = raw.split(b"\n[[")
    blocks.insert(rnd.randrange(1, len(blocks) + 1), rnd.choice(blocks[1:] or [b"notes]]\n"]))
    return b"\n[[".join(blocks)


def _without_block(raw: bytes, rnd: Random) -> bytes:
    blocks = raw.split(b"\n[[")
    del blocks[rnd.randrange(len(blocks))]
    return b"\n[[".join(blocks)


def _odd_value(raw: bytes, rnd: Random) -> bytes:
    lines = _lines(raw)
    places = [n for n, line in enumerate(lines) if b"=" in line] or [0]
    place = rnd.choice(places)
    key, _, _ = lines[place].partition(b"=")
    lines[place] = key + b"= " + rnd.choice(ODD_VALUES)
    return b"\n".join(lines)


def _odd_inner_value(raw: bytes, rnd: Random) -> bytes:
    """Return the file with one value of an inline table replaced."""
    starts = [n for n in range(len(raw)) if raw.startswith(b" = ", n)]
    if not starts:
        return raw
    start = rnd.choice(starts) + 3
    end = min(
        (e for e in (raw.find(mark, start) for mark in (b",", b"}", b"\n")) if e > 0), default=0
    )
    return raw[:start] + rnd.choice(ODD_VALUES) + raw[max(start, end) :]


def _exchanged_tokens(raw: bytes, rnd: Random) -> bytes:
    words = raw.split(b" ")
    one, other = rnd.randrange(len(words)), rnd.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return b" ".join(words)


def _exchanged_texts(raw: bytes, rnd: Random) -> bytes:
    """Return the file with a text in quotes in another one's place: names in odd places."""
    pieces = raw.split(b'"')
    if len(pieces) < 4:
        return raw
    one, other = (rnd.randrange(1, len(pieces) - 1, 2) for _ in range(2))
    pieces[one] = pieces[other]
    return b'"'.join(pieces)


def _another_number(raw: bytes, rnd: Random) -> bytes:
    digits = [n for n, byte in enumerate(raw) if 48 <= byte <= 57]
    if not digits:
        return raw
    place = rnd.choice(digits)
    return raw[:place] + str(rnd.choice((0, 1, 2, 3, 5, 9, 39, 1000))).encode() + raw[place + 1 :]


def _setting(raw: bytes, rnd: Random) -> bytes:
    """Return the file with another setting of the event."""
    line = rnd.choice(
        (
            b'odd = "trio"', b"rounds = 40", b"rounds = 12", b"rounds = 9", b"tables = 2",
            b'sides = ["mentor", "mentee"]', b'same_industry = "allow"', b'language = "ja"',
            b"seed = -1", b"break_after = [1, 2, 3]", b'starts_at = "23:59"',
            b'earlier_events = ["chapter_last_month.toml"]', b'ends_at = "00:00"',
            b"break_minutes = 120", b"warning_seconds = 0", b"listen_first = false",
        )
    )  # fmt: skip
    key = line.split(b" ")[0]
    lines = [each for each in _lines(raw) if each.split(b" ")[0].split(b"=")[0] != key]
    place = next((n for n, each in enumerate(lines) if each.startswith(b"[event]")), -1)
    lines.insert(place + 1, line)
    return b"\n".join(lines)


def _person(raw: bytes, rnd: Random) -> bytes:
    """Return the file with something more about one person."""
    line = rnd.choice(
        (
            b"from_round = 3", b"until_round = 1", b"staff = true", b"table = 1", b'side = "A"',
            b'avoid = ["P01"]', b'wishes = ["P02"]', b'id = "P00"', b"until_round = 2",
        )
    )  # fmt: skip
    lines = _lines(raw)
    places = [n for n, each in enumerate(lines) if each.startswith(b"[[")]
    if places:
        lines.insert(rnd.choice(places) + 1, line)
    return b"\n".join(lines)


WAYS: tuple[Way, ...] = (
    _flipped, _cut, _without_line, _doubled_line, _swapped_lines, _doubled_block,
    _without_block, _odd_value, _odd_value, _odd_inner_value, _exchanged_tokens,
    _exchanged_texts, _another_number, _another_number, _setting, _person,
)  # fmt: skip
