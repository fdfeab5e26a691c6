"""How commands speak: results go to stdout, messages to stderr, errors are sentences."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rounds.domain.errors import RoundsError, RuleError, StoreError
from rounds.domain.sentence import Sentence
from rounds.i18n import say
from rounds.store.disk.os_errors import reason, remedy
from rounds.text.safe import many_lines, one_line


def show(text: str, encoding: str = "utf-8") -> None:
    """Print a result: made safe on a terminal, byte for byte into a file or a pipe."""
    if sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
        sys.stdout.write(many_lines(text))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode(encoding, "replace"))


def tell(message: Sentence | RoundsError | str) -> None:
    """Write a message, which may have several lines, to stderr."""
    with suppress(OSError):  # stderr is closed: the exit status still tells how it went
        sys.stderr.write(many_lines(say(message)) + "\n")
        sys.stderr.flush()


def prepare_streams() -> None:
    """Open the standard streams that the shell closed, and let all of them replace letters.

    Afterwards a letter that the terminal cannot show does not end the program.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def discard_output() -> None:
    """Discard buffered output, so that the program exits quietly."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def path_text(path: Path) -> str:
    """Return a path as it may be shown."""
    return one_line(str(path))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise a StoreError that names this file if writing fails in the block."""
    try:
        yield
    except OSError as error:
        raise store_error(error, path) from error


def store_error(error: OSError, path: Path | None = None) -> StoreError:
    """Return an error of the disk for the host: what failed, why, and what to do about it."""
    name = path or error.filename
    if name is None:  # standard output is the only file without a name
        return StoreError(
            "The result cannot be written: {reason}. {remedy}",
            reason=reason(error),
            remedy=remedy(error),
        )
    return StoreError(
        "{file} cannot be written: {reason}. {remedy}"
        if path
        else "{file} cannot be used: {reason}. {remedy}",
        file=path_text(Path(os.fsdecode(name))),
        reason=reason(error),
        remedy=remedy(error),
    )


def in_a_terminal() -> bool:
    """Return whether input and output are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def require_terminal() -> None:
    """Raise a RuleError unless input and output are a terminal."""
    if not in_a_terminal():
        raise RuleError("This command needs a terminal: start it in a terminal window.")
