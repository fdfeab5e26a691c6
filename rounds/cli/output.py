"""How the commands speak: results to stdout, messages to stderr, faults in sentences."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rounds.domain.errors import InputError, RoundsError, RuleError, StoreError
from rounds.domain.sentence import Sentence, sentence
from rounds.i18n import say


def show(text: str, encoding: str = "utf-8") -> None:
    """Print a result: safe on a terminal, byte for byte into a file or a pipe."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        from rounds.text.safe import many_lines

        sys.stdout.write(many_lines(text))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(encoding, "replace"))


def tell(message: Sentence | RoundsError | str) -> None:
    """Write a message, which may have several lines, to stderr."""
    from rounds.text.safe import many_lines

    with suppress(OSError):  # nobody hears it: the exit status still says how it went
        sys.stderr.write(many_lines(say(message)) + "\n")
        sys.stderr.flush()


def make_ready() -> None:
    """Have all three streams, and let no letter that a terminal lacks end the program."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # the shell closed it; what is opened takes its place
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def drop_the_rest() -> None:
    """Let what is still to be printed go nowhere, so that the end of the program is quiet."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def path_text(path: Path) -> str:
    """Return a path as it can be shown."""
    from rounds.text.safe import one_line

    return one_line(str(path))


def bytes_of(path: Path) -> bytes:
    """Return what is in a file the host named; InputError where it cannot be read."""
    from rounds.store.reading.file_bytes import file_bytes

    try:
        return file_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError("{file} is not there. Check the name.", file=path_text(path)) from None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a disk that refuses into a fault."""
    try:
        yield
    except OSError as fault:
        raise refused(fault, path) from fault


def refused(fault: OSError, path: Path | None = None) -> StoreError:
    """Return what a disk refuses as a fault: what, why, and what to do about it."""
    from rounds.store.disk.os_errors import reason, remedy

    name = path or fault.filename
    if name is None:  # standard output is the only file without a name
        return StoreError(
            "The result cannot be written: {reason}. {remedy}",
            reason=reason(fault),
            remedy=remedy(fault),
        )
    return StoreError(
        "{file} cannot be written: {reason}. {remedy}"
        if path
        else "{file} cannot be used: {reason}. {remedy}",
        file=path_text(Path(os.fsdecode(name))),
        reason=reason(fault),
        remedy=remedy(fault),
    )


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
