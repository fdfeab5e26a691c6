"""The languages that Rounds speaks."""

from typing import Literal

Language = Literal["en", "ja"]
