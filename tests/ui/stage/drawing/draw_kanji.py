"""Draws `rounds/ui/stage/drawing/kanji_ja.txt` again, with the fonts of this machine.

python tests/ui/stage/drawing/draw_kanji.py

Noto Sans CJK is under the SIL Open Font License, which leaves pictures made with a font free.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

SIGNS = (
    "ようこそ休憩一時停止交代ありがとございました参加され目的を聞てみょどんなきっかけ"
    "で今のお仕事に？最近は話触ら、自分ず人頼方紹介る助すめ何相手礼伝え役立日出会「」"
    "。ち次連絡週間以内名刺換ぞ初割互知商談後"
)
"""Those of the headings and of the lines of advice."""
FINE = 32
TARGET = Path(__file__).parents[4] / "rounds/ui/stage/drawing/kanji_ja.txt"


def main() -> None:
    """Write one line per sign: the sign, then its rows as hexadecimal numbers."""
    scale = 16
    size = FINE * scale
    font = ImageFont.truetype("NotoSansCJK-Bold.ttc", round(size * 1.06))
    lines = []
    for sign in dict.fromkeys(SIGNS):
        image = Image.new("L", (size, size), 0)
        middle = (size / 2, size * 0.865)
        ImageDraw.Draw(image).text(middle, sign, font=font, fill=255, anchor="ms")
        small = image.resize((FINE, FINE), Image.Resampling.BOX)
        dots = small.tobytes()
        rows = [
            sum(1 << (FINE - 1 - x) for x in range(FINE) if dots[y * FINE + x] > 110)
            for y in range(FINE)
        ]
        lines.append(sign + " " + "".join(f"{row:0{FINE // 4}x}" for row in rows))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
