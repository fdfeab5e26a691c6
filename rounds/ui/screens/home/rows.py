"""The list of evenings as text: title, day, people, how far each is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rounds.i18n import _, ngettext, shown_day
from rounds.store.state.summaries import Summary
from rounds.text.safe import one_line
from rounds.text.width import cut, width

_GAP = "  "
_LEAST = 12
"""The least cells of a title; in a narrower window it stands alone."""


def rows(found: Sequence[Summary], today: date, cells: int) -> list[str]:
    """Return a row of at most `cells` cells for each evening."""
    table = [
        (shown(each.day, today), people(each.people) if each.title else "", state(each))
        for each in found
    ]
    wide = [max((width(line[place]) for line in table), default=0) for place in range(3)]
    room = cells - sum(wide) - 3 * len(_GAP)
    if room < _LEAST:
        return [cut(name(each), max(1, cells)) for each in found]
    lines = []
    for each, line in zip(found, table, strict=True):
        title = cut(name(each), room)
        padded = [title + " " * (room - width(title))]
        padded += [text + " " * (wide[place] - width(text)) for place, text in enumerate(line)]
        lines.append(_GAP.join(padded).rstrip())
    return lines


def name(found: Summary) -> str:
    """Return the title of an evening, the name of its file where there is none."""
    return one_line(found.title or short(found.path))


def about(found: Summary, today: date) -> str:
    """Return day, people, state and file of an evening in one line."""
    day = shown(found.day, today)
    known = [day, people(found.people) if found.title else "", state(found), short(found.path)]
    return _GAP.join(one_line(each) for each in known if each)


def people(count: int) -> str:
    """Return a number of people in words."""
    return ngettext("{count} person", "{count} people", count).format(count=count)


def state(found: Summary) -> str:
    """Return how far an evening is, in a word; of one that is over what is due by today."""
    if found.due and found.standing == "finished":
        return ngettext("{count} due today", "{count} due today", found.due).format(count=found.due)
    return {
        "planned": _("planned"),
        "running": _("running"),
        "finished": _("finished"),
        "wrong": _("to be corrected"),
    }[found.standing]


def shown(day: date | None, today: date) -> str:
    """Return a day, with its year if that is not this year."""
    if day is None:
        return ""
    return shown_day(day) if day.year == today.year else day.isoformat()


def short(path: Path) -> str:
    """Return a path that begins with ~ where it can."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except ValueError:
        return str(path)
