"""The last lines on the terminal after the evening was left: the file, and how to go on."""

from __future__ import annotations

import os
from pathlib import Path

from rounds.i18n import _
from rounds.store.disk.nearby import shell_quoted
from rounds.text.safe import one_line


def farewell(path: Path, *, held: bool) -> str:
    """Return lines whose commands work as they stand; `held` says that people met."""
    file = str(path)
    said = [_("Saved in {file}.").format(file=one_line(file))]
    if one_line(file) == file:  # otherwise no command that can be shown would find it
        said.append(_("Continue: {command}").format(command=_command("run", file)))
        if held:
            export = _command("export", file, "--to", _free_name())
            said.append(_("Who met whom: {command}").format(command=export))
    return "\n".join(said)


def _command(what: str, file: str, *more: str) -> str:
    file = os.path.join(os.curdir, file) if file.startswith("-") else file
    return " ".join(["rounds", what, shell_quoted(file), *more])


def _free_name() -> str:
    names = ("history.csv", *(f"history-{number}.csv" for number in range(2, 1000)))
    return next((name for name in names if not Path(name).exists()), names[0])
