"""Puts sheets into a folder, from where the browser prints them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from rounds.domain.event import Event
from rounds.domain.followup.series import Series
from rounds.domain.views.room import JoinByPhone
from rounds.formats.print import met_matrix
from rounds.formats.print.pages import render
from rounds.store.disk.own_file import write_own

_MARK = b'<meta name="generator" content="Rounds">'


def folder_beside(file: Path) -> Path:
    """Return the folder for the sheets of an event file."""
    return file.absolute().with_name(f"{file.stem}-print")


def write_sheets(
    event: Event,
    sheets: Sequence[str],
    folder: Path,
    stem: str,
    paper: str,
    join: JoinByPhone | None = None,
) -> list[Path]:
    """Write sheets, one file for each, in place of those printed before; return the files.

    Cards and table signs have a QR code if phones can `join`.
    Raises `StoreError` where that is impossible.
    """
    paths = []
    for sheet in dict.fromkeys(sheets):
        path = folder / f"{stem}-{sheet}.html"
        write_own(path, render(sheet, event, paper=paper, join=join).encode(), _MARK)
        paths.append(path)
    return paths


def write_matrix(series: Series, path: Path, paper: str) -> None:
    """Write the page of who has met whom over several evenings in place of an earlier one.

    Raises `StoreError` where that is impossible.
    """
    write_own(path, met_matrix.render(series, paper=paper).encode(), _MARK)


def open_in_browser(paths: Sequence[Path]) -> bool:
    """Open files with the system's own program for them; return whether there is one.

    Nothing that it says reaches the terminal, which may show the evening.
    """
    if sys.platform == "win32":
        try:
            for path in paths:
                os.startfile(path)
        except OSError:
            return False
        return True
    opener = _opener()
    try:
        for path in paths if opener else ():
            _started([str(opener), str(path)])
    except OSError:
        return False
    return opener is not None


def _started(command: list[str]) -> None:
    """Start a program in its own session, away from our terminal, and wait for it beside us."""
    program = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    Thread(target=program.wait, daemon=True).start()


def _opener() -> str | None:
    if sys.platform == "darwin":
        return shutil.which("open")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None  # without a desktop it would be a browser in this very terminal
    return shutil.which("xdg-open")
