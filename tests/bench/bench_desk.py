"""Measures the desk of the days after in a pseudo terminal: first picture, key to paint.

    python -m tests.bench.bench_desk [--evenings 10] [--people 60] [--keys 300]

Prints a Markdown table. The start is compared with `rounds run` on one of the same files.
Linux only.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

ROUNDS = 6
STEPS = ("message", "network", "mail", "newsletter", "postcard", "meeting")


def held(path: Path, on: date, people: int) -> Path:
    """Write an evening that was held, with a note of everybody about every partner."""
    lines = ["[event]", f'title = "Chapter evening {on:%B}"', f"date = {on}", f"rounds = {ROUNDS}"]
    names = [f"Person {number:03d}" for number in range(1, people + 1)]
    for number, name in enumerate(names):
        lines += ["[[participants]]", f'name = "{name}"', f'company = "Company {number}"']
        lines += [f'industry = "trade {number % 9}"', f'contact = "p{number}@example.com"']
    lines += ["", "# ======== RECORD ========", ""]
    begin = datetime(on.year, on.month, on.day, 18, tzinfo=timezone(timedelta(hours=9)))
    half = people // 2
    notes: list[str] = []
    for number in range(1, ROUNDS + 1):
        at = begin + timedelta(minutes=10 * number)
        lines += ["[[rounds]]", f"number = {number}", f"started_at = {at.isoformat()}"]
        lines += [f"ended_at = {(at + timedelta(minutes=8)).isoformat()}", "pairings = ["]
        for table in range(half):
            two = names[table], names[half + (table + number) % half]
            lines.append(f'  {{table = {table + 1}, people = ["{two[0]}", "{two[1]}"]}},')
            for by, about in (two, two[::-1]):
                step = STEPS[(table + number) % len(STEPS)]
                moment = at + timedelta(seconds=len(notes) % 400)
                due = on + timedelta(days=(table + number) % 9)
                notes += ["[[notes]]", f"round = {number}", f'by = "{by}"', f'about = "{about}"']
                notes += [f"at = {moment.isoformat()}", 'text = "talked about work"']
                notes += [f'next_step = "{step}"', f"next_step_on = {due}"]
                notes += ["again = true"] if table % 3 else []
        lines.append("]")
    path.write_text("\n".join([*lines, *notes]) + "\n", encoding="utf-8")
    return path


def series(folder: Path, evenings: int, people: int) -> list[Path]:
    """Write so many monthly evenings, the last one two days ago."""
    last = datetime.now().astimezone().date() - timedelta(days=2)
    return [
        held(folder / f"evening-{number:02d}.toml", last - timedelta(days=30 * number), people)
        for number in range(evenings)
    ]
