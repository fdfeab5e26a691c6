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
        """Press the key under the pointer."""
        at = event.get_content_offset(self)
        rows = self.rows_shown()
        if at is None or at.y >= len(rows):
            return
        left = at.x
        for hint in rows[at.y].split(SEPARATOR):
            if 0 <= left < width(hint) and (key := key_named_in(hint)):
                self.app.simulate_key(key)
            left -= width(hint) + width(SEPARATOR)
