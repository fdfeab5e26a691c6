"""What the tests of the screens share, so that hundreds of them start the program quickly."""

from __future__ import annotations

from typing import Any

import pytest
from textual import _wait
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.app import App
from textual.css import stylesheet
from textual.css.match import _check_selectors
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen

from rounds.ui.apps import evening
from tests.ui.screens.laptop import all_done

_READ: dict[object, Any] = {}
_read_anew = Stylesheet._parse_rules


def _read_once(sheet: Stylesheet, *source: Any, **more: Any) -> Any:
    """Return the rules of a style sheet, read once in this process."""
    variables = sheet._variables
    known = (source, tuple(more.items()), tuple(variables), tuple(variables.values()))
    if known not in _READ:
        _READ[known] = _read_anew(sheet, *source, **more)
    return _READ[known]


def _last_selector_first(selectors: Any, path: Any) -> bool:
    """Return whether selectors match a widget; most of them do not fit the widget itself."""
    return selectors[-1].check(path[-1]) and _check_selectors(selectors, path)


_pause = Pilot.pause
_paint = Compositor.render_update
_leave = Screen._on_screen_suspend
_shut_down = App._shutdown


async def _pause_until_all_is_done(pilot: Pilot[Any], delay: float | None = None) -> None:
    """Pause; a pause ends with a new layout, and what waits for that happens, too.

    On a busy machine the clock may have gone on meanwhile, which can need another layout.
    """
    await _pause(pilot, delay)
    await all_done()
    for _again in range(10):
        if not pilot.app.screen._layout_required:
            return
        pilot.app.screen._on_timer_update()
        await all_done()


def _paint_later(
    self: Compositor, full: bool = False, screen_stack: Any = None, simplify: bool = False
) -> Any:
    """Paint whole pictures only; of every change in between no test sees anything."""
    if full:
        return _paint(self, True, screen_stack, simplify)
    visible_screen_stack.set(screen_stack or [])
    self._dirty_regions.clear()
    return None


def _paint_now(screen: Screen[Any]) -> None:
    screen._compositor.render_update(full=True, screen_stack=screen.app._background_screens)


def _paint_and_leave(screen: Screen[Any]) -> None:
    if screen not in screen.app.screen_stack:  # closed, not covered
        _paint_now(screen)
    _leave(screen)


async def _paint_and_shut_down(app: App[Any]) -> None:
    try:
        if app.is_running and app._exception is None:
            _paint_now(app.screen)
    finally:
        await _shut_down(app)


@pytest.fixture(autouse=True, scope="package")
def programs_start_quickly() -> Any:
    """Keep what Textual read of the styles, and leave the garbage to Python.

    A screen is painted when it is closed, when the program ends and when a test looks at it: what
    cannot be painted is still found, and a quarter of the time goes into pictures nobody sees.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _read_once)
        patch.setattr(stylesheet, "_check_selectors", _last_selector_first)
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # by identity, in C
        patch.setattr(Compositor, "render_update", _paint_later)
        patch.setattr(Screen, "_on_screen_suspend", _paint_and_leave)
        patch.setattr(App, "_shutdown", _paint_and_shut_down)
        patch.setattr(Pilot, "pause", _pause_until_all_is_done)
        patch.setattr(_wait, "SLEEP_GRANULARITY", 0.005)  # a pause takes a quarter of its time
        patch.setattr(_wait, "SLEEP_IDLE", 0.0005)
        patch.setattr(evening, "settle_down", lambda: None)
        yield
