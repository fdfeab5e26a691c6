"""An entry of the record that somebody doubled by copy and paste."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rounds.i18n import say, using
from rounds.store.reading.read import read, read_event
from tests.store.desk import Desk, a_round, at, here, note, notes_in, walk_in


@pytest.fixture
def desk(mixer: Path) -> Desk:
    found = Desk(mixer)
    found.save(
        rounds=(a_round(1),),
        plan=(a_round(2),),
        attendance=(here("Ben O'Neill", 1),),
        walk_ins=(walk_in("Tom Walker"),),
        notes=(note(1),),
    )
    return found


def block(path: Path, kind: str) -> str:
    """Return the first block of a kind."""
    found = re.search(rf"^\[\[{kind}\]\]\n.*?(?=^\[\[|\Z)", path.read_text(), re.M | re.S)
    assert found
    return found.group().strip("\n") + "\n"


def pasted(path: Path, text: str) -> None:
    path.write_text(path.read_text() + "\n" + text)


KINDS = pytest.mark.parametrize("kind", ["notes", "rounds", "plan", "attendance", "walk_ins"])


@KINDS
def test_an_entry_pasted_twice_while_the_evening_runs_is_one_entry(desk: Desk, kind: str) -> None:
    before, event = desk.path.read_text(), desk.event
    pasted(desk.path, block(desk.path, kind))
    desk.look()

    assert desk.event == event
    assert desk.path.read_text() == before
    assert desk.said == "One entry of the record was in mixer.toml twice: the later one counts."


@KINDS
def test_an_entry_that_is_twice_in_the_file_at_the_start_is_one_entry(
    desk: Desk, kind: str
) -> None:
    pasted(desk.path, block(desk.path, kind))
    opened = read(desk.path)

    assert getattr(opened.event, kind) == getattr(desk.event, kind)
    assert [say(each) for each in opened.warnings] == [
        "One entry of the record was in mixer.toml twice: the later one counts."
    ]


def test_of_two_notes_the_later_one_counts_wherever_it_stands(desk: Desk) -> None:
    text = block(desk.path, "notes")
    later = text.replace(" 18:31:00", " 18:39:00").replace("What was", "More was")
    assert later != text
    desk.path.write_text(desk.path.read_text().replace(text, later + "\n" + text))

    assert [each.text for each in read_event(desk.path).notes] == ["More was said in round 1."]

    desk.look()

    assert notes_in(desk.path) == ["More was said in round 1."]


@pytest.mark.parametrize("first", [True, False])
def test_of_two_notes_of_one_time_the_changed_one_counts(desk: Desk, first: bool) -> None:
    text = block(desk.path, "notes")
    changed = text.replace("What was", "More was")
    both = (changed, text) if first else (text, changed)
    desk.path.write_text(desk.path.read_text().replace(text, "\n".join(both)))
    desk.look()

    assert notes_in(desk.path) == ["More was said in round 1."]


def test_two_changes_of_one_second_are_both_kept(desk: Desk) -> None:
    pasted(
        desk.path,
        f"[[changes]]\nat = {at(3)}\nrounds = 2\n\n[[changes]]\nat = {at(3)}\ntables = 4\n",
    )
    opened = read(desk.path)

    assert (opened.event.in_force.rounds, opened.event.in_force.tables) == (2, 4)
    assert not opened.warnings


def test_what_is_twice_is_told_in_japanese_too(desk: Desk) -> None:
    pasted(desk.path, block(desk.path, "notes") + "\n" + block(desk.path, "rounds"))
    with using("ja"):
        said = [say(each) for each in read(desk.path).warnings]

    assert said == [
        "mixer.toml の記録に同じ項目が2つ以上あるものが2件ありました。新しいほうを使います。"
    ]
