"""A line of the keys that do something now, the most important first, as many as fit.

A click on one of them does what the key does.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import ActiveBinding
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from rounds.i18n import _
from rounds.text.width import width

GAP = "  "

Key = tuple[str, str]
"""A key and what it does."""

_BOLD, _DIM = Style(bold=True), Style(dim=True)


class KeyLine(Widget, can_focus=False):
    """Shows the keys of some actions, a row for each group; keys that do not fit are in the help.

    The actions of a group are in order of importance; `last` is always shown, at the end of
    the first row. With a row too few the group `spare` is left out.
    """

    DEFAULT_CSS = """
    KeyLine { width: 1fr; height: auto; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(
        self, *groups: tuple[str, ...], last: str = "", spare: tuple[str, ...] | None = None
    ) -> None:
        super().__init__()
        self._groups = groups
        self._last = last
        self._spare = spare
        self._keys: tuple[tuple[Key, ...], ...] = ((),) * len(groups)
        self._active: dict[Key, ActiveBinding] = {}
        self._will_follow = False

    def on_mount(self) -> None:
        """Start following the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self._follow_soon())
        self.call_after_refresh(self.follow)

    def _follow_soon(self) -> None:
        """Follow once, however often the screen says that its keys may have changed."""
        if not self._will_follow:
            self._will_follow = True
            self.call_next(self.follow)

    def on_resize(self) -> None:
        """Show as many keys as the window has room for."""
        self.follow()

    def follow(self) -> None:
        """Show the keys that do something now."""
        self._will_follow = False
        active = self._by_action(self.screen.active_bindings.values())
        known = {action: self._shown(binding) for action, binding in active.items()}
        self._active = {known[action]: binding for action, binding in active.items()}
        last = known.get(self._last)
        keys = tuple(
            self._fitting(
                [known[action] for action in group if action in known],
                None if number else last,
            )
            for number, group in enumerate(self._groups)
        )
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of groups: each has a row."""
        return len(self._groups)

    def _rows(self) -> list[tuple[Key, ...]]:
        all_fit = self.size.height >= len(self._groups)
        return [
            keys
            for group, keys in zip(self._groups, self._keys, strict=True)
            if all_fit or group != self._spare
        ]

    def _fitting(self, wanted: list[Key], last: Key | None) -> tuple[Key, ...]:
        room = self.size.width - (_width(last) + len(GAP) if last else 0)
        kept = []
        for key in wanted:
            if room >= _width(key):
                room -= _width(key) + len(GAP)
                kept.append(key)
        return (*kept, *([last] if last else []))

    def render_line(self, y: int) -> Strip:
        """Return the keys of a group, each in bold before what it does.

        This is painted with nearly every key, and segments are quicker than a text with markup.
        """
        usual = self.rich_style
        bold, dim = usual + _BOLD, usual + _DIM
        segments: list[Segment] = []
        rows = self._rows()
        for key, meaning in rows[y] if y < len(rows) else ():
            segments += [Segment(GAP, usual)] if segments else []
            segments += [Segment(key, bold), Segment(" ", usual), Segment(meaning, dim)]
        return Strip(segments).adjust_cell_length(self.size.width, usual)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        at = event.x - self.content_region.x + self.region.x
        rows = self._rows()
        keys = rows[event.y] if event.y < len(rows) else ()
        for key in keys:
            if 0 <= at < _width(key) and key in self._active:
                active = self._active[key]
                await self.app.run_action(active.binding.action, active.node)
                return
            at -= _width(key) + len(GAP)

    def _by_action(self, bindings: Iterable[ActiveBinding]) -> dict[str, ActiveBinding]:
        found: dict[str, ActiveBinding] = {}
        for active in bindings:
            if active.enabled and active.binding.description:
                found.setdefault(active.binding.action, active)
        return found

    def _shown(self, active: ActiveBinding) -> Key:
        key = active.binding.key_display or self.app.get_key_display(active.binding)
        return (key if len(key) == 1 else key[:1].upper() + key[1:], _(active.binding.description))


def _width(key: Key) -> int:
    return width(key[0]) + 1 + width(key[1])
