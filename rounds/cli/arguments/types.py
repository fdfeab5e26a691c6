"""What the words after an option may be; wrong ones are refused in a sentence."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from rounds.i18n import _, listed

NOTES = ("none", "mine", "all")
SHEETS = ("list", "reception", "badges", "cards", "memo", "tables", "pitch", "plan")
PAPERS = ("a4", "letter")
FORMATS = ("csv", "json", "markdown")


def speed(text: str) -> float:
    """Return a factor for the clocks."""
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not 1 <= speed <= 100_000:
        raise argparse.ArgumentTypeError(_("a number from 1 to 100000 is needed"))
    return speed


def port(text: str) -> int:
    """Return the number of a port."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 65_535:
        return int(text)
    raise argparse.ArgumentTypeError(_("a port is a number from 1 to 65535"))


def sheet(text: str) -> str:
    """Return the name of a kind of sheet."""
    if text in SHEETS:
        return text
    near = get_close_matches(text.lower(), SHEETS, 1, 0.6)
    raise argparse.ArgumentTypeError(
        _("{word} is not among what can be printed: did you mean {near}?").format(
            word=text, near=near[0]
        )
        if near
        else _("{word} is not among what can be printed: {sheets}").format(
            word=text, sheets=listed([*SHEETS])
        )
    )


def notes(text: str) -> tuple[str, str]:
    """Return whose notes are asked for, and the name after `mine`."""
    which, _blank, name = text.partition(" ")
    if which not in NOTES or bool(name.strip()) != (which == "mine"):
        raise argparse.ArgumentTypeError(_("write none, all, or mine and a name"))
    return which, name.strip()
