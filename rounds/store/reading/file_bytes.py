"""The bytes of an event file, or a sentence that says why there are none."""

from __future__ import annotations

import os
import stat

from rounds.domain.errors import InputError
from rounds.store.disk.nearby import nearby, shell_quoted
from rounds.store.disk.os_errors import reason, remedy
from rounds.store.reading.limits import LARGEST, MEGABYTES
from rounds.text.safe import source_line


def event_file_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of an event file; where there is none, suggest a file or a command."""
    try:
        return file_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        name = source_line(os.fspath(path))
        if near := nearby(path):
            raise InputError(
                "{file} is not there, but {near} is. Use that name.",
                file=name,
                near=source_line(os.fspath(near)),
            ) from None
        raise InputError(
            "{file} is not there. Check the name, or make it with: {command}",
            file=name,
            command=f"rounds new {shell_quoted(path)}",
        ) from None


def roster_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file that is read once; raises `InputError` where there is none."""
    try:
        return file_bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        name = source_line(os.fspath(path))
        raise InputError("{file} is not there. Check the name.", file=name) from None


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file; raises `InputError` for a folder, a device or a huge file.

    `FileNotFoundError` and `NotADirectoryError` are left to the caller, which knows what the
    file was wanted for.
    """
    name = source_line(os.fspath(path))
    try:
        found = os.stat(path)
        if stat.S_ISDIR(found.st_mode):
            raise InputError("{file} is a folder. Choose a file in it.", file=name)
        if not stat.S_ISREG(found.st_mode):
            raise InputError("{file} is not an ordinary file. Choose another one.", file=name)
        with open(path, "rb") as file:
            raw = file.read(LARGEST + 1)  # a file may say that it is empty, and may grow
        if len(raw) > LARGEST:
            raise InputError(
                "{file} is far too large: at most {most} MB are read. Choose another file.",
                file=name,
                most=MEGABYTES,
            )
        return raw
    except (FileNotFoundError, NotADirectoryError):
        raise
    except PermissionError:
        raise InputError(
            "You have no permission to read {file}. Change its permissions.", file=name
        ) from None
    except OSError as fault:
        raise InputError(
            "{file} cannot be read: {reason}. {remedy}",
            file=name,
            reason=reason(fault),
            remedy=remedy(fault),
        ) from None
    except ValueError:  # a NUL in the name
        raise InputError(
            "{file} cannot be read: no file can have such a name.", file=name
        ) from None
