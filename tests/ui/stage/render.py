"""Pictures of the stage as PNG, for looking at them and for the README.

python tests/ui/stage/render.py FOLDER [WIDTHxHEIGHT ...]
writes one sheet of all phases per size and language.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))

from rounds.formats.qr import LOWER_HALF
from rounds.text.width import clusters, width
from rounds.ui.stage.drawing.canvas import Canvas
from rounds.ui.stage.drawing.palette import ALL
from rounds.ui.stage.scenes import scene
from tests.ui.stage.evenings import PHASES, Language, room

FONTS = {
    False: ("DejaVuSansMono.ttf", "Menlo.ttc", "consola.ttf"),
    True: ("DejaVuSansMono-Bold.ttf", "Menlo.ttc", "consolab.ttf"),
}
WIDE_FONTS = {
    False: ("NotoSansCJK-Regular.ttc", "YuGothR.ttc", "Hiragino Sans GB.ttc"),
    True: ("NotoSansCJK-Bold.ttc", "YuGothB.ttc", "Hiragino Sans GB.ttc"),
}


def picture(canvas: Canvas, cell: int = 10) -> Image.Image:
    """Return the canvas as an image, `cell` pixels for the width of a cell."""
    image = Image.new("RGB", (canvas.width * cell, canvas.height * cell * 2), "#000000")
    draw = ImageDraw.Draw(image)
    for y, row in enumerate(canvas.rows()):
        x = 0
        for text, name in row:
            style = ALL[name]
            for cluster in clusters(text):
                cells = width(cluster)
                left, top = x * cell, y * cell * 2
                right = (x + cells) * cell - 1
                draw.rectangle((left, top, right, top + cell * 2 - 1), fill=style.background)
                if cluster == LOWER_HALF:  # terminals draw it by themselves, without gaps
                    half = (left, top + cell, right, top + cell * 2 - 1)
                    draw.rectangle(half, fill=style.text)
                elif cluster.strip():
                    names = WIDE_FONTS if cells == 2 else FONTS
                    middle = left + cells * cell / 2
                    font = _font(names[style.bold], round(cell * 1.62))
                    at = (middle, top + cell * 1.55)
                    draw.text(at, cluster, font=font, fill=style.text, anchor="ms")
                x += cells
    return image


@cache
def _font(names: tuple[str, ...], size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    for name in names:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def sheet(canvases: list[Canvas], across: int = 2, cell: int = 6) -> Image.Image:
    """Return several pictures side by side, as a contact sheet."""
    images = [picture(canvas, cell) for canvas in canvases]
    wide, high = images[0].size
    rows = -(-len(images) // across)
    whole = Image.new("RGB", (across * (wide + 8), rows * (high + 8)), "#6c6c6c")
    for number, image in enumerate(images):
        whole.paste(image, (number % across * (wide + 8), number // across * (high + 8)))
    return whole


def main(folder: Path, sizes: list[tuple[int, int]]) -> None:
    """Write the sheets."""
    folder.mkdir(parents=True, exist_ok=True)
    languages: tuple[Language, ...] = ("en", "ja")
    for columns, rows in sizes:
        for language in languages:
            canvases = [
                scene(*room(phase, language), columns, rows, clock="19:42") for phase in PHASES
            ]
            sheet(canvases, 3).save(folder / f"stage-{columns}x{rows}-{language}.png")


if __name__ == "__main__":
    chosen = sys.argv[2:] or ["60x20", "80x24", "120x36"]
    pairs = [tuple(map(int, size.split("x"))) for size in chosen]
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"), [(w, h) for w, h in pairs])
