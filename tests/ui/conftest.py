"""What the tests of the screens share, so that hundreds of them start the program quickly."""

from __future__ import annotations

from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet

from rounds.ui.apps import evening

_READ: dict[object, Any] = {}
_read_anew = Stylesheet._parse_rules


def _read_once(sheet: Stylesheet, *source: Any, **more: Any) -> Any:
    """Return the rules of a style sheet, read once in this process."""
    variables = sheet._variables
    known = (source, tuple(more.items()), tuple(variables), tuple(variables.values()))
    if known not in _READ:
        _READ[known] = _read_anew(sheet, *source, **more)
    return _READ[known]


@pytest.fixture(autouse=True, scope="package")
def programs_start_quickly() -> Any:
    """Keep what Textual read of the styles, and leave the garbage to Python."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _read_once)
        patch.setattr(evening, "settle_down", lambda: None)
        yield
