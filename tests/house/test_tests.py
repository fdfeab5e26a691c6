"""How the tests themselves are kept."""

from __future__ import annotations

import re

from tests.house.source import ROOT


def test_a_test_in_a_terminal_is_marked_as_one() -> None:
    files = {path: path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")}

    unmarked = [
        str(path.relative_to(ROOT))
        for path, text in files.items()
        if re.search(r"\b(Terminal|Prompt)\(\[", text) and "pytest.mark.terminal" not in text
    ]

    assert unmarked == []
