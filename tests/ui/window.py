"""What the window of a program shows now."""

from __future__ import annotations

from typing import Any

from textual._context import visible_screen_stack
from textual.app import App
from textual.strip import Strip


def strips(app: App[Any]) -> list[Strip]:
    """Return the rows of the window as Textual paints them."""
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_strips()


def rows(app: App[Any]) -> list[str]:
    """Return the rows of the window as text, each as wide as the window."""
    return ["".join(segment.text for segment in strip) for strip in strips(app)]
