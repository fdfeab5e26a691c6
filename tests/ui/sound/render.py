"""Renders the three sounds of a round into the package: python -m tests.ui.sound.render."""

from __future__ import annotations

import array
import io
import math
import sys
import wave

from rounds.ui.sound.players import FOLDER, Sound

RATE = 11_025
"""Samples per second: the highest overtone is at 1,568 Hz."""

SILENCE = 0.3
"""Seconds before the first tone: an HDMI output that was asleep swallows the start of a sound."""

TONES: dict[Sound, tuple[tuple[float, float, float], ...]] = {
    "warning": ((0.0, 660, 0.5),),
    "swap": ((0.0, 523, 0.35), (0.25, 784, 0.6)),
    "end": ((0.0, 784, 0.5), (0.35, 659, 0.5), (0.7, 523, 1.1)),
}
"""The tones of each sound: start in seconds, frequency in Hz, length in seconds."""


def samples_of(sound: Sound) -> array.array[int]:
    """Return a sound as 16-bit samples."""
    tones = TONES[sound]
    length = SILENCE + max(start + seconds for start, _pitch, seconds in tones)
    mixed = [0.0] * math.ceil(RATE * length)
    for start, pitch, seconds in tones:
        first = round(RATE * (SILENCE + start))
        for step in range(min(round(RATE * seconds), len(mixed) - first)):
            t = step / RATE
            # A soft attack and a low overtone: heard in a full room, and no click.
            loudness = min(1.0, t / 0.008) * math.exp(-3.2 * t / seconds)
            tone = math.sin(2 * math.pi * pitch * t)
            overtone = 0.35 * math.sin(4 * math.pi * pitch * t) * math.exp(-6 * t / seconds)
            mixed[first + step] += loudness * (tone + overtone)
    peak = max(map(abs, mixed))
    return array.array("h", (round(28_000 * value / peak) for value in mixed))


def as_wav(samples: array.array[int]) -> bytes:
    """Return samples as a WAV file of one channel."""
    if sys.byteorder == "big":
        samples = array.array("h", samples)
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


if __name__ == "__main__":
    for sound in TONES:
        (FOLDER / f"{sound}.wav").write_bytes(as_wav(samples_of(sound)))
