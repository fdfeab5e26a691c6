"""Opens an event file in the editor of the host."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from rounds.domain.errors import StoreError
from rounds.text.safe import source_line


def editor_command(path: Path) -> list[str]:
    """Return the command that opens a file: $VISUAL, $EDITOR, or what the system opens it with.

    It is empty where there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        if words := shlex.split(os.environ.get(name, ""), posix=os.name != "nt"):
            return [*words, str(path)]
    if sys.platform == "win32":
        return ["notepad", str(path)]
    if sys.platform == "darwin":
        return ["open", "-t", str(path)]
    shown = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if shown and shutil.which("xdg-open"):
        return ["xdg-open", str(path)]
    editor = next(filter(shutil.which, ("nano", "vim", "vi")), None)
    return [editor, str(path)] if editor else []


def open_in_editor(path: Path) -> None:
    """Open a file in the host's editor and wait as long as that takes; raises `StoreError`."""
    command = editor_command(path.absolute())
    name = source_line(command[0] if command else "")
    if not command:
        raise StoreError("No editor was found: set EDITOR to one.")
    try:
        subprocess.run(command, check=True)
    except OSError as fault:
        raise StoreError("The editor {name} cannot be started.", name=name) from fault
    except subprocess.CalledProcessError as fault:
        raise StoreError("The editor {name} reported a fault.", name=name) from fault
