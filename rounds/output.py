"""How the commands speak: results to stdout, messages to stderr, faults in sentences."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rounds.domain.errors import InputError, RoundsError, RuleError, StoreError
from rounds.domain.sentence import Sentence, sentence
from rounds.i18n import say


def show(text: str, encoding: str = "utf-8") -> None:
    """Print a result: safe on a terminal, byte for byte into a file or a pipe."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        from rounds.formats.safe_text import many_lines

        sys.stdout.write(many_lines(text))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(encoding, "replace"))


def tell(message: Sentence | RoundsError | str) -> None:
    """Write a message, which may have several lines, to stderr."""
    from rounds.formats.safe_text import many_lines

    sys.stderr.write(many_lines(say(message)) + "\n")
    sys.stderr.flush()


def replace_missing_letters() -> None:
    """Let no letter that a terminal lacks end the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def shown(path: Path) -> str:
    """Return a path as it can be shown."""
    from rounds.formats.safe_text import one_line

    return one_line(str(path))


def bytes_of(path: Path) -> bytes:
    """Return what is in a file the host named; InputError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise InputError(
            "{file} cannot be read: {reason}.", file=shown(path), reason=_reason(fault)
        ) from fault


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a disk that refuses into a fault."""
    try:
        yield
    except OSError as fault:
        raise StoreError(
            "{file} cannot be written: {reason}.", file=shown(path), reason=_reason(fault)
        ) from fault


def _reason(fault: OSError) -> str:
    return fault.strerror or str(fault)


def in_a_terminal() -> bool:
    """Return whether somebody sits in front of us."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def terminal_needed() -> None:
    """Refuse where nobody sits in front of us."""
    if not in_a_terminal():
        raise RuleError("This command needs a terminal: start it in a window of its own.")


def terminal_remarks() -> Iterator[Sentence]:
    """Yield what stands in the stage's way in this terminal."""
    if not sys.stdout.isatty():
        return
    wide, high = os.get_terminal_size(sys.stdout.fileno())
    if wide < 80 or high < 24:
        yield sentence(
            "This terminal has {wide} columns and {high} lines; the stage needs 80 and 24.",
            wide=wide,
            high=high,
        )
    if "utf" not in (sys.stdout.encoding or "").lower():
        yield sentence("This terminal does not show every letter: set it to UTF-8.")
    if os.environ.get("TERM") in {"dumb", "unknown"}:
        yield sentence("This terminal cannot draw (TERM is {name}).", name=os.environ["TERM"])
