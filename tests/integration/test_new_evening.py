"""From the list that a host has to tonight's evening and its printed list, in a real terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.formats.roster.workbooks import Page, workbook
from tests.hosts import ROUNDS, environment_in, record_of
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX"),
]

PEOPLE = Page(
    [
        ["氏名", "会社名", "業種", "出欠"],
        ["田中 愛子", "北の森ラボ", "製造", "出席"],
        ["佐藤 健", "潮風キャピタル", "金融", "出席"],
        ["鈴木 花", "アトリエ北", "デザイン", "欠席"],
        ["高橋 誠", "高橋運輸", "物流", "出席"],
        ["伊藤 葵", "青葉薬局", "医療", "出席"],
    ]
)


def at_home(folder: Path) -> dict[str, str]:
    """Return the environment of a host whose files lie in `folder`."""
    downloads = folder / "Downloads"
    downloads.mkdir()
    (downloads / "参加者.xlsx").write_bytes(workbook({"名簿": PEOPLE}))
    own = environment_in(folder) | {"HOME": str(folder), "XDG_DOWNLOAD_DIR": str(downloads)}
    return own | {"DISPLAY": "", "WAYLAND_DISPLAY": ""}


def enter(terminal: Terminal, *words: str) -> None:
    """Press Enter once it is no second half of a double press, and wait for words."""
    terminal.read(0.4)
    terminal.press("enter")
    terminal.wait_for(*words)


def test_from_a_workbook_to_the_printed_list_without_an_editor(tmp_path: Path) -> None:
    file = tmp_path / "tonight.toml"

    with Terminal([ROUNDS, "--lang", "ja"], environment=at_home(tmp_path)) as terminal:
        terminal.wait_for("新しい会")
        terminal.press("n")
        terminal.wait_for("会場（1/3）")
        for line in ("春の交流会", "12月5日", "港ホール", "18時半", "20:00", "", str(file)):
            terminal.write(line)
            terminal.press("enter")
        terminal.wait_for("参加者.xlsx")
        enter(terminal, "参加者4人、除外1人")
        terminal.press("g")
        terminal.wait_for("4人、3ラウンド（各8分）、18:58終了")
        enter(terminal, "会の準備ができました")
        terminal.press("p")
        terminal.wait_for("Enter で続けます。")
        enter(terminal, "春の交流会", "4人", "予定")
        terminal.press("q")

        assert terminal.wait_for_end() == 0

    names = ["田中 愛子", "佐藤 健", "高橋 誠", "伊藤 葵"]
    assert [person["name"] for person in record_of(file)["participants"]] == names
    printed = (tmp_path / "tonight-print" / "tonight-list.html").read_text(encoding="utf-8")
    assert all(name in printed for name in names)
    assert "鈴木 花" not in printed


@pytest.mark.wide
def test_who_closes_the_window_half_way_is_asked_whether_to_go_on(tmp_path: Path) -> None:
    environment = at_home(tmp_path)
    with Terminal([ROUNDS, "new"], environment=environment) as terminal:
        terminal.wait_for("1 of 3")
        terminal.write("Spring Mixer")
        terminal.press("enter")
        terminal.signal(15)
        terminal.wait_for_end()

    with Terminal([ROUNDS, "new"], environment=environment) as terminal:
        terminal.wait_for("half set up", "Spring Mixer: 0 people")
        terminal.press("enter")
        terminal.wait_for("1 of 3", "Spring Mixer")
