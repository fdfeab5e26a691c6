"""The line of keys in a dialog or of the notes: a click on one does what the key does."""

from __future__ import annotations

import re

from textual import events

from rounds.text.width import width
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText

_HEAD = re.compile(r"[^:\uff1a]+(?=[:\uff1a])")
_NAMED = re.compile(r"Enter|Escape|Esc|Tab|PgDn|PgUp|F\d+|Ctrl\+\w")
_AS_TEXTUAL_SAYS = {"esc": "escape", "pgdn": "pagedown", "pgup": "pageup"}


def key_named_in(hint: str) -> str | None:
    """Return the key of a hint such as `Enter: choose` or `1: five rounds`, None without one."""
    head = _HEAD.match(hint)
    if head is None:
        return None
    named = _NAMED.search(head[0])
    if named is not None:
        return _AS_TEXTUAL_SAYS.get(named[0].lower(), named[0].lower())
    alone = head[0].strip()
    return alone if len(alone) == 1 else None


class KeyHints(WrappedText):
    """Hints such as `Enter: choose`, with `SEPARATOR` between them, that can be clicked."""

    def on_click(self, event: events.Click) -> None:
        """Press the key of the hint under the pointer."""
        at = event.get_content_offset(self)
        if at is not None and (key := self._key_at(at.x, at.y)):
            self.app.simulate_key(key)

    def _key_at(self, x: int, y: int) -> str | None:
        """Return the key of a hint; a long hint goes on in the rows below its first one."""
        rows = [row.split(SEPARATOR) for row in self.rows_shown()[: y + 1]]
        if len(rows) <= y:
            return None
        left = x
        for hint in rows[y]:
            if 0 <= left < width(hint):
                begun = [hint, *(row[-1] for row in reversed(rows[:y]))]
                return next(filter(None, map(key_named_in, begun)), None)
            left -= width(hint) + width(SEPARATOR)
        return None
