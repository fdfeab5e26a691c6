"""The name of a new event file, as typed or as proposed."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

from rounds.domain.new_evening.answers import Answers
from rounds.domain.new_evening.typed_time import day_typed
from rounds.i18n import language

_LONGEST = 40


def free_name(answers: Answers, today: date) -> str:
    """Return a name made of the day and the title that no file in this folder has."""
    day = day_typed(answers.day, today) or today
    words = re.findall(r"\w+", answers.title)
    stem = "-".join([day.isoformat(), *words])[:_LONGEST].rstrip("-").lower()
    names = (f"{stem}{more}.toml" for more in ("", *(f"-{number}" for number in range(2, 1000))))
    return next((name for name in names if not os.path.lexists(name)), f"{stem}.toml")


def path_typed(answers: Answers, today: date) -> Path:
    """Return the path of the new file; what was typed gets a suffix if it has none."""
    typed = answers.file.strip()
    if not typed:
        return Path(free_name(answers, today)).absolute()
    path = Path(os.path.expanduser(typed)).absolute()
    return path if path.suffix or not path.name.strip(".") else path.with_suffix(".toml")


def month_comes_first() -> bool:
    """Return whether 12/5 is the fifth of December where this computer is."""
    place = next(
        (value for name in ("LC_ALL", "LC_TIME", "LANG") if (value := os.environ.get(name))), ""
    )
    return language() == "ja" or place.startswith(("en_US", "ja"))
