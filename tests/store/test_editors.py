"""Real editors at the file while it is open."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rounds.store.event_file import EventFile
from tests.store.desk import HOST, HURRY, Listener, host_part, note, notes_in

VIM = ["vim", "-N", "-u", "NONE", "-i", "NONE", "-es"]
EDITORS = {
    "vim in place": [*VIM, "-c", "set backupcopy=yes"],
    "vim by rename": [*VIM, "-c", "set backupcopy=no"],
    "vim with a backup": [*VIM, "-c", "set backup backupcopy=auto"],
}
CHANGED = HOST.replace("The doors open at six", "The doors open at seven")


def begin_ed(path: Path) -> Callable[[], None]:
    """Open the file in ed now; calling the result changes and saves it."""
    editor = subprocess.Popen(
        ["ed", "-s", str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert editor.stdin
    assert editor.stdout
    editor.stdin.write("1p\n")
    editor.stdin.flush()
    editor.stdout.readline()

    def save() -> None:
        editor.communicate("2s/six/seven/\nw\nq\n", timeout=10)

    return save


def run_vim(command: Sequence[str], path: Path) -> None:
    """Change and save the file with vim."""
    change = ["-c", "2s/six/seven/", "-c", "w!", "-c", "q!", str(path)]
    subprocess.run([*command, *change], check=True, timeout=10, stdin=subprocess.DEVNULL)


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
@pytest.mark.parametrize("editor", EDITORS)
def test_vim_saves_while_notes_are_written(mixer: Path, editor: str) -> None:
    file = EventFile.open(mixer, pace=HURRY)
    heard = Listener(file.event)
    file.report_to(heard)
    file.save(file.event.with_(notes=(note(1),)))
    file.flush(10)
    run_vim(EDITORS[editor], mixer)
    file.save(file.event.with_(notes=(note(1), note(2))))

    assert file.close()
    assert host_part(mixer) == CHANGED + "\n"
    assert notes_in(mixer) == [note(1).text, note(2).text]


@pytest.mark.skipif(shutil.which("ed") is None, reason="ed is not installed")
def test_a_buffer_that_was_opened_long_ago(mixer: Path) -> None:
    file = EventFile.open(mixer, pace=HURRY)
    heard = Listener(file.event)
    file.report_to(heard)
    file.save(file.event.with_(notes=(note(1),)))
    file.flush(10)
    save_in_ed = begin_ed(mixer)
    file.save(file.event.with_(notes=(note(1), note(2))))
    file.flush(10)
    save_in_ed()

    assert heard.hears(lambda: heard.messages)
    assert file.close()
    assert host_part(mixer) == CHANGED + "\n"
    assert notes_in(mixer) == [note(1).text, note(2).text]
