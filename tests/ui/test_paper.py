"""The pages are opened by the desktop, and never by a browser inside the terminal."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from rounds.ui.paper import folder_beside, open_in_browser

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="these systems always have a desktop"
)


def test_without_a_desktop_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert not open_in_browser([Path("list.html")])


def test_on_a_desktop_each_page_is_handed_to_its_opener(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opener = tmp_path / "xdg-open"
    opener.write_text('#!/bin/sh\necho noise\necho "$1" > "$1.opened"\n')
    opener.chmod(0o755)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    before = set(threading.enumerate())

    said = open_in_browser([tmp_path / "list.html", tmp_path / "memo.html"])

    assert said
    for thread in set(threading.enumerate()) - before:
        thread.join()
    assert len([*tmp_path.glob("*.opened")]) == 2


def test_the_folder_lies_beside_the_event_file(tmp_path: Path) -> None:
    assert folder_beside(tmp_path / "april.toml") == tmp_path / "april-print"
