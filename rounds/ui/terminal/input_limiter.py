"""Cuts what a terminal sends down to what somebody can mean, before it is parsed.

Textual parses input one character at a time, which takes minutes for ten megabytes. Nothing in
this program takes more than a few thousand characters at once. So the rest of a paste is
dropped here, where ten megabytes take a few thousand searches in strings. The same goes for
the pointer's path over the window and for a key that got stuck.
"""

from __future__ import annotations

import re

MOST_PASTED = 5000
"""Characters of one paste that are passed on: more than the longest line takes."""

MOST_STROKES = 128
"""Keys that may come at once: the text of a long phrase from an IME, or a line that lagged."""

STROKES_A_SECOND = 200
"""Keys that may come in a steady stream: several times the rate at which a held key repeats."""

PASTE_BEGINS = "\x1b[200~"
PASTE_ENDS = "\x1b[201~"

_SEQUENCE = re.compile(r"\x1b(?:\[<?[0-9;:?]*[ -/]*[@-~]|O[ -~]|[^\[O]|$)")
_INCOMPLETE = re.compile(r"\x1b(?:\[<?[0-9;:?]{0,40}|O)?\Z")
_POINTER_MOVED = re.compile(
    r"\x1b\[<(?:35|39|43|47|51|55|59|63);-?\d+;-?\d+[Mm]"  # no button: nothing here follows it
    r"|(?:\x1b\[<(?:3[2-9]|[45]\d|6[0-3]);-?\d+;-?\d+M)+"  # a drag: only where it is now counts
    r"(?=\x1b\[<(?:3[2-9]|[45]\d|6[0-3]);-?\d+;-?\d+M)"
)
_COMMANDS = {code: None for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"}


class InputLimiter:
    """Limits a stream of text; `feed` returns the part that a parser should see.

    A paste keeps its first `MOST_PASTED` characters, without those that a parser could take for
    the beginning of a key. More keys at once than anybody presses are a paste from a terminal
    that does not mark pastes: their text is passed on as one, their function keys are dropped.
    """

    def __init__(self) -> None:
        self._in_paste = False
        self._passed_of_paste = 0
        self._held_back = ""
        self._last_passed = ""
        self._allowed_strokes = float(MOST_STROKES)
        self._fed_at = 0.0

    def feed(self, text: str, now: float) -> str:
        """Return what is to be parsed of a text that came at `now`, in seconds."""
        earned = (now - self._fed_at) * STROKES_A_SECOND
        self._allowed_strokes = min(MOST_STROKES, self._allowed_strokes + earned)
        self._fed_at = now
        text, self._held_back = self._held_back + text, ""
        parts: list[str] = []
        while text:
            part, text = self._pasted(text) if self._in_paste else self._typed(text)
            parts.append(part)
        return "".join(parts)

    def overdue(self) -> str:
        """Return what was held back in case it continued, when nothing more has come."""
        if self._in_paste:
            return ""
        text, self._held_back = self._held_back, ""
        self._last_passed = text
        return text

    def _typed(self, text: str) -> tuple[str, str]:
        """Return what to pass on of text outside a paste, and the text that is left."""
        seam = self._last_passed  # a terminal may send even the beginning of a paste in pieces
        begins = (seam + text).find(PASTE_BEGINS)
        if begins >= 0:
            keys, rest = text[: max(0, begins - len(seam))], begins + len(PASTE_BEGINS) - len(seam)
            begin = text[max(0, begins - len(seam)) : rest]
            self._in_paste, self._passed_of_paste, self._last_passed = True, 0, ""
            return self._limited_keys(keys) + begin, text[rest:]
        if len(text) > 1 and (incomplete := _INCOMPLETE.search(text)):
            text, self._held_back = text[: incomplete.start()], incomplete[0]
        self._last_passed = (seam + text)[1 - len(PASTE_BEGINS) :]
        return self._limited_keys(text), ""

    def _limited_keys(self, text: str) -> str:
        """Return keys as they are; more of them than anybody can type become a paste."""
        typed, sequences = text, 0
        if "\x1b" in text:
            text = _POINTER_MOVED.sub("", text)
            typed, sequences = _SEQUENCE.subn("", text)
        strokes = len(typed) + sequences
        if strokes <= self._allowed_strokes:
            self._allowed_strokes -= strokes
            self._passed_of_paste = 0
            return text
        self._allowed_strokes = 0.0
        pasted = self._limited_paste(typed)
        return f"{PASTE_BEGINS}{pasted}{PASTE_ENDS}" if pasted else ""

    def _pasted(self, text: str) -> tuple[str, str]:
        """Return what to pass on of text inside a paste, and the text after the paste."""
        ends = text.find(PASTE_ENDS)
        if ends >= 0:
            self._in_paste = False
            pasted = self._limited_paste(text[:ends]) + PASTE_ENDS
            self._passed_of_paste = 0
            return pasted, text[ends + len(PASTE_ENDS) :]
        for length in range(min(len(text), len(PASTE_ENDS) - 1), 0, -1):
            if PASTE_ENDS.startswith(text[-length:]):
                text, self._held_back = text[:-length], text[-length:]
                break
        return self._limited_paste(text), ""

    def _limited_paste(self, text: str) -> str:
        """Return as much of the text as this paste may still have, without control characters."""
        part = text[: max(0, MOST_PASTED - self._passed_of_paste)]
        self._passed_of_paste += len(part)
        return part.translate(_COMMANDS)
