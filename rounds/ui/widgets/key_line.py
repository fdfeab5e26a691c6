"""One line of keys that do something now, the most needed first, never wider than the window."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.binding import ActiveBinding
from textual.content import Content
from textual.widget import Widget

GAP = "  "


class KeyLine(Widget, can_focus=False):
    """Shows the keys of some actions; what does not fit is left to the help.

    `actions` come in the order of need, `last` is always shown, at the right end.
    """

    DEFAULT_CSS = """
    KeyLine { width: 1fr; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, *actions: str, last: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._actions = actions
        self._last = last
        self._shown: tuple[tuple[str, str], ...] = ()

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.follow())
        self.call_after_refresh(self.follow)

    def on_resize(self) -> None:
        """Show as many keys as the window has room for."""
        self.follow()

    def follow(self) -> None:
        """Look again which keys do something."""
        known = self._by_action(self.screen.active_bindings.values())
        room = self.size.width
        last = known.get(self._last)
        if last:
            room -= _width(last) + len(GAP)
        kept = []
        for action in self._actions:
            key = known.get(action)
            if key and room >= _width(key):
                room -= _width(key) + len(GAP)
                kept.append(key)
        shown = (*kept, *([last] if last else []))
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def render(self) -> Content:
        """Return the keys, each in bold before what it does."""
        return Content(GAP).join(
            [Content.assemble((key, "bold"), " ", (meaning, "dim")) for key, meaning in self._shown]
        )

    def _by_action(self, bindings: Iterable[ActiveBinding]) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for active in bindings:
            binding = active.binding
            if active.enabled and binding.description:
                key = binding.key_display or self.app.get_key_display(binding)
                key = key if len(key) == 1 else key[:1].upper() + key[1:]
                found.setdefault(binding.action, (key, binding.description))
        return found


def _width(key: tuple[str, str]) -> int:
    return cell_len(key[0]) + 1 + cell_len(key[1])
