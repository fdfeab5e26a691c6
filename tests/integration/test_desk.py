"""The desk of the days after in the real program, driven by keys."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from rounds.store.reading.read import read_event
from tests.hosts import ROUNDS, environment_in
from tests.integration.test_sheets import written
from tests.terminal import Terminal
from tests.ui.screens.after.a_desk import HELD, a_note, an_evening

pytestmark = pytest.mark.terminal

WORDS = {
    "en": ("for the host only", "Dear Ben Cole", "Press", "Nothing is due."),
    "ja": ("主催者専用", "Ben Cole 様", "Enter：送った", "期日の来るものはありません。"),
}


def evenings_in(folder: Path) -> list[Path]:
    """Write two evenings; at the last one Ann wanted to mail Ben."""
    mail = a_note("Ann Lee", "Ben Cole", next_step="mail", next_step_on="2026-05-15")
    april = written(an_evening(held=HELD.replace(month=4)), folder / "april.toml")
    return [written(an_evening(mail), folder / "may.toml"), april]


@pytest.mark.parametrize("language", ["en", pytest.param("ja", marks=pytest.mark.wide)])
def test_a_step_is_sent_done_undone_and_done_again_by_keys_and_is_in_the_file(
    tmp_path: Path, language: str
) -> None:
    title, letter, _sent, nothing = WORDS[language]
    files = evenings_in(tmp_path)
    broken = tmp_path / "broken.toml"
    broken.write_text("[event\n", encoding="utf-8")
    held = read_event(files[0]).rounds
    before = files[0].read_text(encoding="utf-8").split("# ====")[0]
    command = [ROUNDS, "--lang", language, "after", *map(str, [*files, broken])]

    with Terminal(command, environment=environment_in(tmp_path)) as desk:
        desk.wait_for(title, "broken.toml", "Ben Cole")
        desk.press("c")
        desk.wait_for(letter)
        copied = desk.raw.split(b"\x1b]52;c;")[1].split(b"\x07")[0]
        desk.press("enter")
        desk.wait_for(nothing)
        desk.press("u")
        desk.wait_for("Ben Cole")
        desk.press("d")
        desk.wait_for(nothing)
        desk.press("q")

        assert desk.wait_for_end() == 0

    assert base64.b64decode(copied).decode().startswith(letter)
    after = read_event(files[0])
    assert after.notes[0].done_on is not None
    assert after.rounds == held
    assert files[0].read_text(encoding="utf-8").startswith(before)


@pytest.mark.wide
def test_the_desk_does_not_open_while_the_room_sees_the_evening_on_this_screen(
    tmp_path: Path,
) -> None:
    file, _april = evenings_in(tmp_path)
    home = environment_in(tmp_path)

    with Terminal([ROUNDS, "run", str(file), "--mute"], environment=home) as host:
        host.wait_for("May Mixer")
        with Terminal([ROUNDS, "after", str(file)], environment=home) as desk:
            assert desk.wait_for_end() == 1
            assert "may.toml is running" in desk.text.replace("\n", "")
