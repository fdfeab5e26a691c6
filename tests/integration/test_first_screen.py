"""The first screen after a command that was chosen on it."""

from __future__ import annotations

import io
from argparse import Namespace
from pathlib import Path

import pytest

from rounds.cli import chosen
from rounds.cli.commands import home, new
from rounds.i18n import language, using
from rounds.ui.screens.choices import Choice

EVENING = """\
[event]
title = "交流会"
language = "ja"

[[participants]]
name = "森 さくら"

[[participants]]
name = "林 誠"
"""


def test_the_first_screen_keeps_its_language_after_the_check_of_an_evening_in_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mixer.toml"
    file.write_text(EVENING, encoding="utf-8")
    choices = [Choice(("check", str(file)), back=True), None]
    spoken = []

    def choose() -> Choice | None:
        spoken.append(language())
        return choices.pop(0)

    monkeypatch.setattr(home, "choose", choose)
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    with using("en"):
        home.home(Namespace(chosen_language=None))

    assert "参加者" in capsys.readouterr().out
    assert spoken == ["en", "en"]


def test_after_a_command_that_prints_nothing_the_list_is_there_again_without_another_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choices = [Choice(("after", "mixer.toml"), back=True, prints=False), None]
    monkeypatch.setattr(home, "choose", lambda: choices.pop(0))
    monkeypatch.setattr(chosen, "run_command", lambda _asked: 0)
    monkeypatch.setattr("sys.stdin", None)  # nothing is read from it

    assert home.home(Namespace(chosen_language=None)) == 0


@pytest.mark.parametrize("status", [129, 130, 143])
def test_a_program_that_is_told_to_end_does_not_come_back_with_a_question(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], status: int
) -> None:
    choices = [Choice(("rehearse", "mixer.toml"), back=True)]
    monkeypatch.setattr(home, "choose", lambda: choices.pop(0))
    monkeypatch.setattr(new, "set_up", lambda _file, _language: Choice(("demo",), back=True))
    monkeypatch.setattr(chosen, "run_command", lambda _asked: status)
    monkeypatch.setattr(new, "in_a_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", None)  # nothing is read from it
    asked = Namespace(chosen_language=None, file=None, language=None, roster=None, template=False)

    assert home.home(asked) == status
    assert new.new(asked) == status
    assert capsys.readouterr().err == ""
