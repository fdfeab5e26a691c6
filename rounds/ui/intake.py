"""What a terminal sends, cut down to what somebody can mean, before it is parsed.

Textual parses input one character at a time, ten megabytes in minutes. Nothing in this program
takes more than a few thousand characters at once, so the rest of a paste is dropped here, where
ten megabytes are a few thousand searches in strings. The same holds for the pointer's way over
the window and for a key that got stuck.
"""

from __future__ import annotations

import re

MOST_PASTED = 5000
"""Characters of one paste that are passed on: more than the longest line takes."""

MOST_STROKES = 128
"""Keys that may come at once: the text of a long phrase from an IME, or a line that lagged."""

STROKES_A_SECOND = 200
"""Keys that may come all the time: several times what a held key repeats."""

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


class Intake:
    """Cuts a stream of text; `feed` returns what a parser is to see.

    A paste keeps its first `MOST_PASTED` characters and none that a parser could take for the
    begin of a key. More keys at once than anybody presses are a paste whose terminal did not
    say so: their text is passed on as one, their function keys are dropped.
    """

    def __init__(self) -> None:
        self._pasting = False
        self._taken = 0
        self._held = ""
        self._passed = ""
        self._strokes = float(MOST_STROKES)
        self._at = 0.0

    def feed(self, text: str, now: float) -> str:
        """Return what is to be parsed of a text that came at a time, in seconds."""
        self._strokes = min(MOST_STROKES, self._strokes + (now - self._at) * STROKES_A_SECOND)
        self._at = now
        text, self._held = self._held + text, ""
        parts: list[str] = []
        while text:
            part, text = self._in_a_paste(text) if self._pasting else self._outside(text)
            parts.append(part)
        return "".join(parts)

    def overdue(self) -> str:
        """Return what was held back in case it went on, once nothing more came."""
        if self._pasting:
            return ""
        text, self._held = self._held, ""
        self._passed = text
        return text

    def _outside(self, text: str) -> tuple[str, str]:
        """Return what to pass on of the keys, and what follows them."""
        seam = self._passed  # a terminal may send even the begin of a paste bit by bit
        begins = (seam + text).find(PASTE_BEGINS)
        if begins >= 0:
            keys, rest = text[: max(0, begins - len(seam))], begins + len(PASTE_BEGINS) - len(seam)
            begin = text[max(0, begins - len(seam)) : rest]
            self._pasting, self._taken, self._passed = True, 0, ""
            return self._keys(keys) + begin, text[rest:]
        if len(text) > 1 and (incomplete := _INCOMPLETE.search(text)):
            text, self._held = text[: incomplete.start()], incomplete[0]
        self._passed = (seam + text)[1 - len(PASTE_BEGINS) :]
        return self._keys(text), ""

    def _keys(self, text: str) -> str:
        """Return the keys, or as pasted text what nobody can have typed."""
        typed, sequences = text, 0
        if "\x1b" in text:
            text = _POINTER_MOVED.sub("", text)
            typed, sequences = _SEQUENCE.subn("", text)
        strokes = len(typed) + sequences
        if strokes <= self._strokes:
            self._strokes -= strokes
            self._taken = 0
            return text
        self._strokes = 0.0
        pasted = self._share(typed)
        return f"{PASTE_BEGINS}{pasted}{PASTE_ENDS}" if pasted else ""

    def _in_a_paste(self, text: str) -> tuple[str, str]:
        """Return what to pass on of pasted text, and what follows the paste."""
        ends = text.find(PASTE_ENDS)
        if ends >= 0:
            self._pasting = False
            pasted = self._share(text[:ends]) + PASTE_ENDS
            self._taken = 0
            return pasted, text[ends + len(PASTE_ENDS) :]
        for length in range(min(len(text), len(PASTE_ENDS) - 1), 0, -1):
            if PASTE_ENDS.startswith(text[-length:]):
                text, self._held = text[:-length], text[-length:]
                break
        return self._share(text), ""

    def _share(self, text: str) -> str:
        """Return what there is still room for."""
        share = text[: max(0, MOST_PASTED - self._taken)]
        self._taken += len(share)
        return share.translate(_COMMANDS)
