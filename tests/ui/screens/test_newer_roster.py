"""A newer list read on the console while the evening runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.ui.screens import newer_roster
from tests.ui.screens.laptop import laptop
from tests.ui.screens.test_check_in import guests


@pytest.fixture
def mixer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(newer_roster, "usual_folders", lambda: (tmp_path,))
    (tmp_path / "newer.csv").write_text(
        "Name,Company,RSVP\nAna Silva,Northwind,no\nGus Hall,Steel,yes\n", encoding="utf-8"
    )
    file = tmp_path / "mixer.toml"
    people = "".join(
        f'\n[[participants]]\nname = "{each.name}"\n' for each in guests().participants
    )
    file.write_text(f'[event]\ntitle = "Mixer"\n{people}', encoding="utf-8")
    return file


async def test_the_new_people_of_a_newer_list_are_added_after_a_question(mixer: Path) -> None:
    before = mixer.read_text(encoding="utf-8")
    async with laptop(guests(), file=mixer) as host:
        await host.press("A")
        await host.until("ChooseDialog")
        await host.press("enter")
        while "Gus Hall" not in await host.everything():
            pass

        shown = await host.everything()
        assert "1 new person: Gus Hall." in shown
        assert "Cancelled since: Ana Silva" in shown
        await host.press("down", "enter")
        while mixer.read_text(encoding="utf-8") == before:
            await host.everything()

    assert mixer.read_text(encoding="utf-8") == (
        before + '\n[[participants]]\nname    = "Gus Hall"\ncompany = "Steel"\n'
    )


async def test_where_the_room_reads_along_nobody_is_named_who_does_not_come(mixer: Path) -> None:
    (mixer.parent / "newer.csv").write_text(
        "Name,RSVP,Avoid\nAna Silva,no,\nTommy Lee,yes,Anita Berg\nAnita Berg,yes,\n"
        "Gus Hall,yes,\n",
        encoding="utf-8",
    )
    async with laptop(guests(), file=mixer, console=False) as host:
        await host.press("h", "A")
        await host.until("ChooseDialog")
        await host.press("enter")
        while "Gus Hall" not in await host.everything():
            pass
        shown = "\n".join(await host.picture())

    assert "1 new person: Gus Hall." in shown
    assert "1 person has cancelled." in shown
    assert "Cancelled since" not in shown
    assert "keep apart" not in shown


async def test_a_list_that_is_looked_at_changes_nothing(mixer: Path) -> None:
    before = mixer.read_bytes()
    async with laptop(guests(), file=mixer) as host:
        await host.press("A")
        await host.until("ChooseDialog")
        await host.press("enter")
        while "Gus Hall" not in await host.everything():
            pass
        await host.press("escape")
        await host.until("ConsoleScreen")

    assert mixer.read_bytes() == before


async def test_in_a_rehearsal_nobody_is_added() -> None:
    async with laptop(guests()) as host:
        await host.press("A")
        await host.settle()

        assert "In a rehearsal nobody is added." in await host.everything()
