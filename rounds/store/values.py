"""Wrong values in an event file, said in plain words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from rounds.domain.event import RECORD, Participant, Settings
from rounds.domain.invalid import Fault, Invalid
from rounds.domain.sentence import Sentence, sentence
from rounds.domain.value import key_names
from rounds.store.diagnostics import visible
from rounds.store.where import Path

Finding = tuple[Path, Sentence, Sentence | None]
"""Where, what, and perhaps what to do."""


def findings(wrong: Invalid) -> list[Finding]:
    """Return what is wrong with the values of a document."""
    return [(fault.place, fault.said, fault.hint or _hint(fault)) for fault in wrong.faults]


def _hint(fault: Fault) -> Sentence | None:
    if fault.kind == "unknown":
        return did_you_mean(str(fault.place[-1]), _names(fault.place))
    if fault.place == ("event",) and fault.kind == "missing":
        return sentence("add a block [event] with a title")
    return None


def _names(path: Path) -> Iterable[str]:
    """Return the settings that exist where an unknown one was found."""
    match path:
        case ("event", _):
            return key_names(Settings)
        case ("participants", _, _):
            return key_names(Participant)
        case (_,):
            return ("event", "participants", *RECORD)
        case _:
            return ()


def did_you_mean(word: str, words: Iterable[str]) -> Sentence | None:
    """Return a question about the nearest known word, None where none is near."""
    near = difflib.get_close_matches(word.lower(), list(words), 1, 0.6)
    return sentence("did you mean {word}?", word=visible(near[0])) if near else None


def shown_path(path: Path) -> str:
    """Return a place as a host would name it: people and other blocks are counted from 1."""
    shown = ""
    for part in path:
        shown += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if shown else part
    return visible(shown)
