"""The file that a new event starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.domain.event import Participant, Settings
from rounds.store.format.templates import template
from rounds.store.reading.read import read

LANGUAGES = pytest.mark.parametrize("language", ["en", "ja"])


@LANGUAGES
def test_a_new_event_is_in_order(tmp_path: Path, language: str) -> None:
    path = tmp_path / "new.toml"
    path.write_text(template(language), encoding="utf-8")
    opened = read(path)

    assert opened.warnings == ()
    assert len(opened.event.participants) == 3


@LANGUAGES
def test_every_setting_is_shown(language: str) -> None:
    shown = template(language)

    assert [name for name in Settings.model_fields if f"{name}" not in shown] == []
    assert [name for name in Participant.model_fields if f"{name} = " not in shown] == []


@LANGUAGES
def test_every_setting_works_as_it_is_shown(tmp_path: Path, language: str) -> None:
    """Every line that is commented out may be used by deleting its #."""
    lines = template(language).splitlines()
    used = [line[2:] if line[:2] == "# " and " = " in line else line for line in lines]
    text = "\n".join(used)
    people = text.index("[[participants]]")
    side = "mentor" if language == "en" else "メンター"
    others = text[people:].replace(
        '\ncompany = "Tidewater', f'\nside = "{side}"\ncompany = "Tidewater'
    )
    others = others.replace('\ncompany = "潮風', f'\nside = "{side}"\ncompany = "潮風')
    others = others.replace('\ncompany = "Atelier', f'\nside = "{side}"\ncompany = "Atelier')
    others = others.replace('\ncompany = "アトリエ', f'\nside = "{side}"\ncompany = "アトリエ')
    others = others.replace("table = 1 ", 'table = "A1" ')
    settings = text[:people].replace("tables = 12 ", 'tables = ["A1"] ')
    (tmp_path / "march.toml").write_text(template(language), encoding="utf-8")
    path = tmp_path / "new.toml"
    path.write_text(settings.replace("rounds check FILE", "") + others, encoding="utf-8")

    event = read(path).event

    assert event.settings.prompts["first_half"]
    assert event.participants[0].staff


@LANGUAGES
def test_a_template_fits_a_terminal(language: str) -> None:
    assert max(len(line) for line in template(language).splitlines()) <= 100
