"""An event file in a folder of its own, and a state folder that is nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.desk import HOST


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes long, unless it is asked for with -m."""
    if not config.option.markexpr:
        here = Path(__file__).parent
        slow = [
            item for item in items if item.get_closest_marker("slow") and here in item.path.parents
        ]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
    return folder / "rounds"


@pytest.fixture
def mixer(tmp_path: Path) -> Path:
    folder = tmp_path / "evening"
    folder.mkdir()
    path = folder / "mixer.toml"
    path.write_bytes(HOST.encode())
    return path
