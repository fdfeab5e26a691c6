"""Renders the pictures of the README from the real program in a pseudo terminal.

    python -m tests.pictures.make [FOLDER] [--sizes 60x20 80x24 120x36] [--all]

Without --all only the README's own sheets are written (80x24, into tests/pictures). With it
every phase in both languages at every size, as contact sheets to look at.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from time import monotonic

import pyte
from PIL import Image, ImageDraw, ImageFont

from rounds.steady_clock import wall
from rounds.text.width import width
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
SAMPLES = {"en": "founders_mixer.toml", "ja": "kouryukai.toml"}
NARROW = ("DejaVuSansMono{bold}.ttf", "Menlo.ttc", "consola.ttf")
WIDE = ("NotoSansCJK{weight}.ttc", "YuGothR.ttc", "Hiragino Sans GB.ttc")
ANSWERED_WITHIN = 2.0
"""Seconds to wait for words to change after a key; digits are painted, and do not count."""

NAMED = {
    "black": "000000", "red": "cd0000", "green": "00cd00", "brown": "cdcd00",
    "blue": "0000ee", "magenta": "cd00cd", "cyan": "00cdcd", "white": "e5e5e5",
}  # fmt: skip


@cache
def _font(wide: bool, bold: bool, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name in WIDE if wide else NARROW:
        try:
            exact = name.format(
                bold="-Bold" if bold else "", weight="-Bold" if bold else "-Regular"
            )
            return ImageFont.truetype(exact, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def _colour(name: str, default: str) -> str:
    return "#" + (default if name == "default" else NAMED.get(name, name))


def picture(screen: pyte.Screen, cell: int = 8) -> Image.Image:
    """Return a terminal's screen as an image, `cell` pixels for the width of a cell."""
    image = Image.new("RGB", (screen.columns * cell, screen.lines * cell * 2), "#000000")
    draw = ImageDraw.Draw(image)
    for y in range(screen.lines):
        for x in range(screen.columns):
            each = screen.buffer[y][x]
            text, back = _colour(each.fg, "e5e5e5"), _colour(each.bg, "000000")
            if each.reverse:
                text, back = back, text
            if not each.data:  # the second half of a wide character
                continue
            cells = max(1, width(each.data))
            left, top = x * cell, y * cell * 2
            draw.rectangle((left, top, left + cells * cell - 1, top + cell * 2 - 1), fill=back)
            if each.data.strip():
                font = _font(cells == 2, each.bold, round(cell * 1.6))
                at = (left + cells * cell / 2, top + cell * 1.55)
                draw.text(at, each.data, font=font, fill=text, anchor="ms")
    return image


def sheet(images: list[Image.Image], across: int = 2) -> Image.Image:
    """Return several pictures of one size side by side."""
    wide, high = images[0].size
    rows = -(-len(images) // across)
    whole = Image.new("RGB", (across * (wide + 8) - 8, rows * (high + 8) - 8), "#6c6c6c")
    for number, image in enumerate(images):
        whole.paste(image, (number % across * (wide + 8), number // across * (high + 8)))
    return whole


def in_the_evening() -> None:
    """Choose a time zone in which it is evening, so that the pictures tell likely times."""
    ahead = 18 - datetime.now(UTC).hour
    os.environ["TZ"] = f"Evening{-ahead:+d}"
    time.tzset()


def now_in(sample: str) -> str:
    """Return a sample evening that begins now, so that its pictures tell likely times."""
    now = wall()
    told = {
        "date": now.date().isoformat(),
        "starts_at": f'"{now:%H:%M}"',
        "ends_at": f'"{now + timedelta(minutes=90):%H:%M}"',
    }
    for name, value in told.items():
        sample = re.sub(rf"(?m)^({name} *= *).*$", rf"\g<1>{value}", sample)
    return sample


def evening(language: str, columns: int, rows: int, folder: Path) -> dict[str, Image.Image]:
    """Run a sample through its phases; return a picture of each."""
    path = folder / SAMPLES[language]
    sample = (ROOT / "sample_events" / SAMPLES[language]).read_text(encoding="utf-8")
    path.write_text(now_in(sample), encoding="utf-8")
    state = folder / "state" / "rounds"
    state.mkdir(parents=True, exist_ok=True)
    (state / "welcomed").touch()
    environment = {"XDG_STATE_HOME": str(state.parent), "XDG_RUNTIME_DIR": str(folder)}
    seen: dict[str, Image.Image] = {}
    with Terminal(
        [sys.executable, "-m", "rounds", "run", str(path), "--mute"],
        columns=columns,
        rows=rows,
        environment=environment,
    ) as terminal:

        def press(*keys: str, pause: float = 0.4) -> None:
            for key in keys:
                before, until = terminal.text, monotonic() + ANSWERED_WITHIN
                terminal.press(key)
                while terminal.text == before and monotonic() < until:
                    terminal.read(0.05)
                terminal.read(pause)

        def see(name: str) -> None:
            seen[name] = picture(terminal.screen)

        def start() -> None:
            terminal.wait_for_another_picture()
            terminal.read(1.5)

        def steps() -> list[tuple[str, Callable[[], None]]]:
            return [
                ("lobby", start),
                ("check-in", lambda: press("c", "ctrl+a")),
                ("move", lambda: press("escape", "enter", pause=1.2)),
                ("listen first", lambda: press("enter", pause=1.2)),
                ("first half", lambda: terminal.read(7)),
                ("console", lambda: press("h", pause=0.8)),
                ("swap", lambda: press("escape", "s", pause=0.7)),
                ("second half", lambda: terminal.read(5.5)),
                ("paused", lambda: press("space")),
                ("last minute", lambda: press("space", *["-"] * 6, pause=0.2)),
                ("end", lambda: press("-", "-", "-", pause=0.8)),
                ("notes", lambda: press("n", "space", "1", "4", "enter", "enter")),
            ]

        for name, reach in steps():
            reach()
            see(name)
        os.write(terminal.handle, b"\x11")
        terminal.read(0.5)
    return seen


def main() -> None:
    """Write the sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--sizes", nargs="*", default=["60x20", "80x24", "100x30", "120x36"])
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    in_the_evening()
    options.folder.mkdir(parents=True, exist_ok=True)
    sizes = options.sizes if options.all else ["80x24"]
    for size in sizes:
        columns, rows = map(int, size.split("x"))
        for language in SAMPLES:
            with tempfile.TemporaryDirectory() as name:
                seen = evening(language, columns, rows, Path(name))
            if options.all:
                sheet(list(seen.values()), 3).save(options.folder / f"{size}-{language}.png")
                continue
            ending = "" if language == "en" else f"-{language}"
            stage = [seen[each] for each in ("move", "first half", "swap", "last minute")]
            sheet(stage).save(options.folder / f"stage{ending}.png", optimize=True)
            host = [seen["console"], seen["notes"]]
            sheet(host).save(options.folder / f"host{ending}.png", optimize=True)


if __name__ == "__main__":
    main()
