"""A marker line that an edit put into another place: nothing of either part is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from rounds.domain.errors import InputError
from rounds.i18n import say
from rounds.store.event_file import EventFile
from rounds.store.format.parts import MARKER_START
from rounds.store.reading.read import read, read_event
from tests.store.desk import HOST, Desk, a_round, here, note, notes_in

TOLD = "The line # ======== RECORD in mixer.toml was not between your part and the record"


@pytest.fixture
def desk(mixer: Path) -> Desk:
    found = Desk(mixer)
    found.save(rounds=(a_round(1),), attendance=(here("Ben O'Neill"),), notes=(note(1),))
    return found


def moved(path: Path, before: str | None) -> str:
    """Move the marker line above the first line that begins so, or to the end; return the text."""
    lines = path.read_text().splitlines(keepends=True)
    (marker,) = [line for line in lines if line.startswith(MARKER_START)]
    lines.remove(marker)
    place = len(lines)
    if before is not None:
        place = next(n for n, line in enumerate(lines) if line.startswith(before))
    text = "".join([*lines[:place], marker, *lines[place:]])
    path.write_text(text)
    return text


PLACES = pytest.mark.parametrize("before", [None, "[[notes]]", "# Spring", "[event]", "[[part"])


@PLACES
def test_a_marker_line_in_another_place_is_put_back_at_the_start(
    desk: Desk, state: Path, before: str | None
) -> None:
    whole, event = desk.path.read_text(), desk.event
    text = moved(desk.path, before)
    file = EventFile.open(desk.path)
    file.save(file.event)
    file.flush(5)
    file.close()

    assert file.event == event
    assert say(file.warnings[0]).startswith(TOLD)
    assert parts_of(desk.path.read_text()) == parts_of(whole)
    assert text.encode() in [copy.read_bytes() for copy in state.rglob("copies/*/*.toml")]


@PLACES
def test_a_marker_line_moved_while_the_evening_runs_is_put_back(
    desk: Desk, state: Path, before: str | None
) -> None:
    whole, event = desk.path.read_text(), desk.event
    text = moved(desk.path, before)
    desk.look()

    assert desk.event == event
    assert TOLD in desk.said
    assert parts_of(desk.path.read_text()) == parts_of(whole)
    assert text.encode() in [copy.read_bytes() for copy in state.rglob("copies/*/*.toml")]


def parts_of(text: str) -> tuple[str, str]:
    """Return the host's part and the record; blank lines where they meet do not count."""
    host, _, record = text.partition(MARKER_START)
    return host.rstrip("\n"), record.partition("\n")[2].strip("\n")


def test_a_file_with_a_byte_order_mark_keeps_it(desk: Desk) -> None:
    text = moved(desk.path, "# Spring")
    desk.path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    desk.look()

    assert desk.path.read_bytes().startswith(b"\xef\xbb\xbf" + HOST.encode())
    assert notes_in(desk.path) == [note(1).text]


def test_the_hosts_people_between_entries_of_the_record_are_no_reason_to_delete_any(
    desk: Desk,
) -> None:
    moved(desk.path, None)
    text = desk.path.read_text().replace("[[notes]]", '[[participants]]\nname = "Eve"\n\n[[notes]]')
    desk.path.write_text(text)
    with pytest.raises(InputError) as fault:
        read(desk.path)

    assert "move it there, and delete nothing" in say(fault.value)
    assert "delete it here" not in say(fault.value)


def test_people_typed_below_the_marker_line_are_still_people(mixer: Path) -> None:
    desk = Desk(mixer)
    desk.save(attendance=(here("Ben O'Neill"),))
    mixer.write_text(mixer.read_text() + '\n[[participants]]\nname = "Eve"  # at the end\n')

    assert [each.name for each in read_event(mixer).participants][-1] == "Eve"
