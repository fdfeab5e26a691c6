"""The trial before doors open: does a phone reach the laptop, and if not, what then?"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import httpx
import pytest
import zxingcpp

from rounds.cli.commands import phone_trial
from rounds.cli.commands.phone_trial import trial
from rounds.store.state.phones_file import PhonesFile
from rounds.ui.launch.code_lines import code_lines
from tests.evenings import an_event
from tests.web.phones import a_person
from tests.web.test_service import HERE, a_free_port

URL = "HTTP://192.168.1.24:8765/J/K7QX2M9D"


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def never() -> bool:
    return False


async def joining(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Return the address and the code as soon as they are printed."""
    said = ""
    while not (found := re.search(r"Phones: (\S+), code (\w+) (\w+)", said)):
        await asyncio.sleep(0.01)
        said += capsys.readouterr().err
    return found[1], found[2] + found[3]


async def test_a_phone_that_opens_the_page_ends_the_trial_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, port = tmp_path / "mixer.toml", a_free_port()
    tried = asyncio.create_task(trial(an_event(4), path, HERE, port, ended=never, seconds=20))
    address, code = await joining(capsys)
    origin = f"http://{address}"
    async with httpx.AsyncClient(base_url=origin, headers={"Origin": origin}) as phone:
        joined = await phone.post("/api/join", json={"code": code, "person": a_person(1)})
        page = await phone.get(f"/J/{code}")

    assert await tried
    assert (joined.status_code, page.status_code) == (200, 200)
    assert "A phone has opened the page: phones work here." in capsys.readouterr().err
    kept = PhonesFile(path).read()
    assert kept is not None
    assert (kept.code, kept.people) == (code, {})  # that of the evening, and nobody has joined it


async def test_without_any_phone_the_host_reads_what_it_may_be_and_what_then(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mixer.toml"

    assert not await trial(an_event(4), path, HERE, a_free_port(), ended=lambda: True)

    said = capsys.readouterr().err
    assert "does not answer itself" not in said
    for cause in ("another network", "firewall", "keeps its devices apart", "hotspot", "memo"):
        assert cause in said


async def test_a_laptop_in_no_network_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rounds.web.service.own_address", lambda: None)

    assert not await trial(an_event(4), tmp_path / "mixer.toml", None, a_free_port(), ended=never)

    assert "this computer is in no network" in capsys.readouterr().err


async def test_a_firewall_that_stops_even_the_laptop_itself_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phone_trial, "_answers_itself", lambda _address: False)

    await trial(an_event(4), tmp_path / "mixer.toml", HERE, a_free_port(), ended=lambda: True)

    assert "a firewall or a security program blocks it" in capsys.readouterr().err


def test_a_camera_reads_the_code_that_is_printed() -> None:
    halves = [half for line in code_lines(URL) for half in zip(*pixels(line), strict=True)]
    lines = [b"".join(bytes([shade]) * 4 for shade in half) * 4 for half in halves]
    wide = len(halves[0]) * 4
    image = memoryview(b"".join(lines)).cast("B", (len(lines) * 4, wide))

    assert [code.text for code in zxingcpp.read_barcodes(image, try_invert=False)] == [URL]


def pixels(line: str) -> list[tuple[int, int]]:
    """Return the shades of the upper and the lower half of each cell of a coloured line."""
    shade, cells, ink, paper = {"16": 0, "231": 255}, [], 0, 0
    for colours, text in re.findall(r"\x1b\[([\d;]+)m([^\x1b]*)", line):
        if found := re.fullmatch(r"38;5;(\d+);48;5;(\d+)", colours):
            ink, paper = shade[found[1]], shade[found[2]]
        cells += [(paper, paper if cell == " " else ink) for cell in text]
    return cells
