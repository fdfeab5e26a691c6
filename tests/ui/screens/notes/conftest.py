"""What every test of the notes needs."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the drafts of a test to itself."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
