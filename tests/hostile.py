"""Text that wants to steer a terminal or a screen, an evening made of it, and who looks for it."""

from __future__ import annotations

import re
import unicodedata
from codecs import getincrementaldecoder
from pathlib import Path

import tomli_w

TEXTS = {
    "closing tag": "[/] Ann [/b] EVIL",
    "action": "[@click=app.quit]Bob EVIL[/]",
    "style": "[bold red on white]EVIL",
    "open tag": "[EVIL",
    "template": "{count} {0} %s %(name)s EVIL",
    "clipboard": "\x1b]52;c;RVZJTA==\x07EVIL one",
    "title": "\x1b]0;EVIL title\x07EVIL two",
    "screen": "\x1b[4242;4242H\x1b[2J\x1bcEVIL three",
    "device": "\x1bP1;2|EVIL\x1b\\EVIL four",
    "c1": "\x9b4242;4242H\x9d0;EVIL title\x9c EVIL five",
    "bidi": "EVIL \u202egnp.exe\u2066\u2067\u061c\u200f six",
    "hidden": "EVIL\u200b\u200c\u2060\ufeff\xad\u180e seven",
    "lines": "EVIL\u2028eight\u2029and\x85more\nlines\r\n\tof\x0bit\x0call",
    "nulls": "EVIL\x00nine\x08\x08\x7f\x0e\x0f",
    "marks": "E" + "\u0301\u0323\u20dd" * 20 + "VIL ten",
    "long": "EVIL " + "abcdefghi " * 990,
    "long word": "EVIL" + "W" * 9_990,
    "family": "👩\u200d👩\u200d👧\u200d👦👩🏽\u200d🚀🏴\u200d☠\ufe0f EVIL",
    "flags": "🇯🇵🇩🇪🇯 🏴\U000e0067\U000e0062\U000e007f EVIL",
    "kana": "ｱｲｺ ﾀﾅｶﾞ ﾊﾟﾋﾟ EVIL",
    "kanji": "髙﨑\U00020bb7野家 葛\U000e0100城 EVIL",
    "arabic": "שלום עולם مرحبا EVIL",
    "thai": "กำ้ EVIL นี้ \u0e33",
    "private": "EVIL\ue000\U000f0000\ufffe eleven",
    "formula": '=HYPERLINK("http://evil")&EVIL',
    "marker": "# ======== RECORD EVIL \"\"\" ''' \\",
    "keycaps": "1\ufe0f\u20e3 ❤\ufe0f ☎\ufe0e EVIL",
    "invisible": "\u3164\u115f EVIL \U000e0041\U000e007f",
}


def event_file(folder: Path, name: str = "mixer.toml") -> Path:
    """Return an event file whose every text is hostile, and whose first round may begin."""
    texts = list(TEXTS.values())
    people = [
        {
            "name": text,
            "company": texts[index - 1],
            "industry": texts[index - 2],
            "purpose": texts[index - 3],
            "offers": texts[index - 4],
            "seeks": texts[index - 5],
            "pitch": texts[index - 6],
            "contact": texts[index - 7],
            "kana": texts[index - 8],
        }
        for index, text in enumerate(texts)
    ]
    event = {
        "title": TEXTS["title"],
        "place": TEXTS["clipboard"],
        "rounds": 2,
        "round_minutes": 5,
        "tables": [f"{index}{text[:90]}" for index, text in enumerate(texts)],
        "prompts": {
            phase: [TEXTS["screen"], TEXTS["c1"], TEXTS["bidi"], TEXTS["long"]]
            for phase in ("lobby", "listen_first", "first_half", "swap", "second_half", "end")
        },
    }
    path = folder / name
    path.write_text(tomli_w.dumps({"event": event, "participants": people}), encoding="utf-8")
    return path


_CSI = r"\x1b\[[0-?]*[ -/]*[@-~]"
_OWN = re.compile(_CSI + r"|\x1b(?:\(B|[78=>])|\x1b\]22;[a-z]*\x07")
"""What the program itself sends: cursor, colours, modes, the mouse's shape."""

_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*)?\Z")

_BIDI = {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}


def arrived(raw: bytes | bytearray) -> list[str]:
    """Return what reached a terminal and must not: nothing, if the program is harmless."""
    decode = getincrementaldecoder("utf-8")().decode
    text = _UNFINISHED.sub("", decode(bytes(raw)))  # a lone surrogate fails here
    found = [each for each in _OWN.findall(text) if "4242" in each]
    plain = _OWN.sub("", text)
    found += [ascii(plain[max(0, at - 20) : at + 20]) for at, c in enumerate(plain) if _steers(c)]
    found += re.findall("[\u0300-\u036f\u20d0-\u20ff]{5,}", plain)
    return found[:10]


def _steers(c: str) -> bool:
    if c in "\r\n\x07":
        return False
    return (
        unicodedata.category(c) in {"Cc", "Cs", "Co", "Zl", "Zp"}
        or unicodedata.bidirectional(c) in _BIDI
        or c in "\u200b\u2060\ufeff\xad\u061c\u200e\u200f"
    )
