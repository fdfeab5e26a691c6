"""The host's own editor opens the event file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from rounds.domain.errors import StoreError
from rounds.ui.launch.editor import editor_command, open_in_editor


def test_visual_goes_before_editor_and_may_have_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.setenv("VISUAL", "code --wait")

    assert editor_command(Path("a b.toml")) == ["code", "--wait", "a b.toml"]


def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")

    with pytest.raises(StoreError, match="no-such-editor cannot be started"):
        open_in_editor(Path("a.toml"))


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these have an editor")
def test_without_any_editor_the_host_is_told_how_to_name_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("VISUAL", "EDITOR", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _name: None)

    with pytest.raises(StoreError, match="set EDITOR"):
        open_in_editor(Path("a.toml"))
