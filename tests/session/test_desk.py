"""The desk: several evenings in memory, changes that reach the disk, and those that do not."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

import pytest

from rounds.domain.errors import InputError, StoreError
from rounds.domain.event import Event
from rounds.domain.people import greetings
from rounds.domain.sentence import sentence
from rounds.session.desk import Desk
from tests.ui.screens.after.a_desk import HELD, NOW, MemoryFiles, an_evening

MAY = Path("may.toml")
GREETED = sentence("greeted")


def a_desk(*events: Event | InputError) -> tuple[Desk, MemoryFiles]:
    names = (MAY, Path("april.toml"), Path("june.toml"))
    files = MemoryFiles(dict(zip(names, events, strict=False)))
    desk = Desk(files, lambda: NOW)
    desk.look()
    come_to_rest(desk)
    return desk, files


def come_to_rest(desk: Desk) -> None:
    """Take in reports until everything is read and written."""
    until = monotonic() + 20
    while monotonic() < until:
        desk.take_in_reports()
        if not (desk.reading or desk.saving):
            return
        sleep(0.002)
    raise AssertionError("the desk does not come to rest")


def look_again(desk: Desk, files: MemoryFiles) -> None:
    """Let the desk see that somebody else has written a file."""
    before = desk.events[0]
    files.new.add(MAY)
    until = monotonic() + 20
    while desk.events[0] is before and monotonic() < until:
        desk.look()
        desk.take_in_reports()
        sleep(0.002)


def greet(event: Event) -> Event:
    return greetings.greet(event, "Ann Lee", NOW)


def test_evenings_stand_in_the_order_of_their_days() -> None:
    desk, _files = a_desk(an_evening(), an_evening(held=HELD.replace(month=4)))

    assert [str(each.path) for each in desk.evenings] == ["april.toml", "may.toml"]


def test_a_broken_file_among_several_is_told_and_the_others_open() -> None:
    desk, _files = a_desk(an_evening(), InputError("april.toml, line 3: no quotes."))

    assert [str(each.path) for each in desk.evenings] == ["may.toml"]
    assert [str(InputError(said)) for said in desk.news] == ["april.toml, line 3: no quotes."]


def test_what_is_doubtful_in_a_file_is_told_when_it_is_opened_and_not_again() -> None:
    files = MemoryFiles({MAY: an_evening()}, warnings=(sentence("line 9: a misspelt name"),))
    desk = Desk(files, lambda: NOW)
    desk.look()
    come_to_rest(desk)
    told = len(desk.news)
    files.events[MAY] = greet(files.of())
    look_again(desk, files)

    assert (told, len(desk.news)) == (1, 1)


def test_without_one_file_that_can_be_read_the_desk_does_not_open() -> None:
    files = MemoryFiles({MAY: InputError("line 3"), Path("april.toml"): InputError("line 4")})

    with pytest.raises(InputError, match="line 3"):
        Desk(files).open()


def test_a_change_is_seen_at_once_and_written_beside() -> None:
    desk, files = a_desk(an_evening())

    desk.change(desk.evenings[0], GREETED, greet)

    assert len(desk.events[0].greeted) == 1
    assert desk.saving
    come_to_rest(desk)
    assert len(files.of().greeted) == 1


def test_a_change_that_changes_nothing_is_not_written_and_leaves_nothing_to_undo() -> None:
    desk, files = a_desk(an_evening())

    desk.change(desk.evenings[0], GREETED, lambda event: event)

    assert files.written == []
    assert not desk.can_take_back


def test_undo_takes_the_last_change_of_any_evening_back_in_its_file() -> None:
    desk, files = a_desk(an_evening(), an_evening(held=HELD.replace(month=4)))
    desk.change(desk.evenings[1], GREETED, greet)
    desk.change(desk.evenings[0], GREETED, greet)

    desk.take_back()
    come_to_rest(desk)

    assert len(files.of("may.toml").greeted) == 1
    assert files.of("april.toml").greeted == ()


def test_a_change_that_the_disk_refuses_is_taken_out_and_the_host_is_told() -> None:
    desk, files = a_desk(an_evening())
    files.refuses = StoreError("may.toml is already open in another program.")

    desk.change(desk.evenings[0], GREETED, greet)
    come_to_rest(desk)

    assert desk.events[0].greeted == ()
    assert not desk.can_take_back
    assert len(desk.news) == 1


def test_after_a_refusal_the_changes_of_the_other_evenings_can_still_be_taken_back() -> None:
    desk, files = a_desk(an_evening(), an_evening(held=HELD.replace(month=4)))
    april, may = desk.evenings
    desk.change(april, GREETED, greet)
    come_to_rest(desk)
    files.refuses = StoreError("may.toml is already open in another program.")
    desk.change(may, GREETED, greet)
    come_to_rest(desk)
    files.refuses = None

    desk.take_back()
    come_to_rest(desk)

    assert files.of("april.toml").greeted == ()


def test_what_somebody_else_wrote_is_there_after_the_next_look_and_the_hosts_change_stays() -> None:
    desk, files = a_desk(an_evening())
    files.events[MAY] = greetings.greet(files.of(), "Ben Cole", NOW)
    desk.change(desk.evenings[0], GREETED, greet)
    come_to_rest(desk)

    assert {entry.person for entry in desk.events[0].greeted} == {"Ann Lee", "Ben Cole"}

    files.events[MAY] = greetings.greet(files.of(), "Eva Sato", NOW)
    look_again(desk, files)
    assert {entry.person for entry in desk.events[0].greeted} >= {"Eva Sato", "Ann Lee"}


def test_what_was_not_touched_is_the_very_same_object_after_the_file_was_read_again() -> None:
    desk, files = a_desk(an_evening())
    participants = desk.events[0].participants
    files.events[MAY] = an_evening().with_(greeted=greet(an_evening()).greeted)
    look_again(desk, files)

    assert desk.events[0].greeted
    assert desk.events[0].participants is participants


def test_closing_waits_for_the_disk() -> None:
    desk, files = a_desk(an_evening())
    desk.change(desk.evenings[0], GREETED, greet)

    assert desk.close()
    assert len(files.of().greeted) == 1


def test_a_fault_of_the_program_in_the_desks_thread_is_not_swallowed() -> None:
    desk, files = a_desk(an_evening())
    files.refuses = ZeroDivisionError()  # type: ignore[assignment]
    desk.change(desk.evenings[0], GREETED, greet)

    with pytest.raises(ZeroDivisionError):
        come_to_rest(desk)
