"""The file that a new event starts from, one per language."""

from __future__ import annotations

from importlib import resources


def template(language: str) -> str:
    """Return the commented starting file in a language (English where there is none)."""
    name = "ja.toml" if language == "ja" else "en.toml"
    return (resources.files("rounds") / "texts" / "templates" / name).read_text(encoding="utf-8")
