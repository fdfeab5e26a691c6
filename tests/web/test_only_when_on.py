from __future__ import annotations

import subprocess
import sys

HEAVY = (
    *("starlette", "uvicorn", "httptools", "anyio", "segno"),
    *("rounds.web.answering", "rounds.web.app", "rounds.web.service"),
)


def loaded(program: str) -> str:
    """Return which of the heavy parts a program has loaded at its end."""
    code = f"import sys\n{program}\nprint('loaded:', sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def test_an_evening_without_phones_starts_without_a_server() -> None:
    assert "loaded: []" in loaded(
        "import rounds.cli.commands.run, rounds.ui.screens.stage, rounds.ui.screens.console.screen"
    )


def test_the_heavy_parts_that_this_looks_for_exist() -> None:
    assert f"loaded: {sorted(HEAVY)}" in loaded(
        "import rounds.web.answering, rounds.web.service, rounds.formats.qr as qr; qr.qr_rows('A')"
    )
