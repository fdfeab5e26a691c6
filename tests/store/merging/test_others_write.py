"""Editors, other programs and the host's own hand at the file while the evening runs."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from rounds.domain.days_after import Introduction
from rounds.domain.followup import introductions
from rounds.domain.people import roster
from rounds.store.reading.read import read_event
from tests.store.desk import HOST, Desk, a_round, at, here, host_part, note, notes_in, walk_in

CHANGED = HOST.replace('Spring Founders Mixer"', 'Summer Mixer"')


@pytest.fixture
def desk(mixer: Path) -> Desk:
    found = Desk(mixer)
    found.add_note(note(1))
    return found


def in_place(path: Path, text: str) -> None:
    """Save as vim, nano and VS Code do: the same file, emptied and written again."""
    with path.open("r+b") as file:
        file.truncate(0)
        file.write(text.encode())


def by_rename(path: Path, text: str) -> None:
    """Save as most other editors do: a new file takes the old one's place."""
    new = path.with_name("mixer.toml.new")
    new.write_bytes(text.encode())
    os.replace(new, path)


SAVES = pytest.mark.parametrize("save", [in_place, by_rename])


@SAVES
def test_the_hosts_edit_is_in_force_and_the_notes_stay(desk: Desk, save: object) -> None:
    text = desk.path.read_text().replace(HOST, CHANGED)
    save(desk.path, text)  # type: ignore[operator]
    desk.look()

    assert desk.event.settings.title == "Summer Mixer"
    assert desk.path.read_text() == text
    assert desk.said == "Your changes to mixer.toml are in effect."


@SAVES
def test_an_old_buffer_saved_over_newer_notes_loses_none_of_them(desk: Desk, save: object) -> None:
    buffer = desk.path.read_text()
    desk.save(rounds=(a_round(1),), attendance=(here("Aiko Tanaka"),))
    desk.add_note(note(2))
    save(desk.path, buffer.replace(HOST, CHANGED))  # type: ignore[operator]
    desk.look()

    assert host_part(desk.path) == host_part(desk.path).replace(HOST, CHANGED)
    assert notes_in(desk.path) == [note(1).text, note(2).text]
    assert read_event(desk.path).rounds == (a_round(1),)
    assert "3 entries of the record were missing from mixer.toml and were put back" in desk.said


def test_an_old_buffer_does_not_bring_back_what_the_evening_left_behind(desk: Desk) -> None:
    desk.save(
        rounds=(a_round(1),), plan=(a_round(2), a_round(3)), attendance=(here("Ben O'Neill"),)
    )
    buffer = desk.path.read_text()
    ended = a_round(1, ended_at=at(18))
    desk.save(rounds=(ended, a_round(2)), plan=(a_round(3),), attendance=())
    in_place(desk.path, buffer)
    desk.look()

    found = read_event(desk.path)
    assert found.rounds == (ended, a_round(2))
    assert found.plan == (a_round(3),)
    assert found.attendance == ()


def test_an_old_buffer_from_before_the_first_note_costs_nothing(mixer: Path) -> None:
    buffer = mixer.read_text()
    desk = Desk(mixer)
    desk.add_note(note(1))
    in_place(mixer, buffer)
    desk.look()

    assert notes_in(mixer) == [note(1).text]
    assert host_part(mixer).startswith(HOST)


def test_an_edit_and_a_note_at_the_same_time_are_both_kept(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text().replace(HOST, CHANGED))
    desk.add_note(note(2))

    assert notes_in(desk.path) == [note(1).text, note(2).text]
    assert host_part(desk.path).startswith(CHANGED)
    assert desk.event.settings.title == "Summer Mixer"


def test_a_broken_host_part_keeps_its_bytes_while_notes_go_on(desk: Desk) -> None:
    broken = HOST.replace("rounds         = 3", "rounds         = ")
    in_place(desk.path, desk.path.read_text().replace(HOST, broken))
    desk.look()
    desk.add_note(note(2))

    text = desk.path.read_text()
    assert text.startswith(broken)
    assert note(2).text in text
    assert desk.event.settings.rounds == 3
    assert "mixer.toml:6: this is not valid TOML: the value after = is missing" in desk.said
    assert "(the last good settings stay in effect)" in desk.said


def test_a_mended_host_part_is_in_force_again(desk: Desk) -> None:
    whole = desk.path.read_text()
    in_place(desk.path, whole.replace("rounds         = 3", "rounds         = "))
    desk.look()
    in_place(desk.path, whole.replace("rounds         = 3", "rounds         = 2"))
    desk.look()

    assert desk.event.settings.rounds == 2


def test_a_setting_that_does_not_fit_is_said_with_its_line(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text().replace('Dmitri Sato"]', 'Nobody"]'))
    desk.look()
    desk.add_note(note(2))

    assert "mixer.toml:14: participants[2].avoid[1]: Nobody is not on the roster" in desk.said
    assert '["Nobody"]' in desk.path.read_text()
    assert notes_in_text(desk.path) == 2


def notes_in_text(path: Path) -> int:
    return path.read_text().count("[[notes]]")


@SAVES
def test_a_participant_typed_into_the_roster_joins(desk: Desk, save: object) -> None:
    text = desk.path.read_text().replace(HOST, HOST + '\n[[participants]]\nname = "Emi Fischer"\n')
    save(desk.path, text)  # type: ignore[operator]
    desk.look()

    assert [person.name for person in desk.event.participants][-1] == "Emi Fischer"
    assert desk.path.read_text() == text


def test_a_participant_typed_at_the_very_end_joins_and_stays(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text() + '\n[[participants]]\nname = "Emi Fischer"\n')
    desk.look()
    desk.add_note(note(2))

    found = read_event(desk.path)
    assert [person.name for person in found.participants][-1] == "Emi Fischer"
    assert notes_in(desk.path) == [note(1).text, note(2).text]


def test_a_participant_removed_from_the_very_end_is_gone(desk: Desk) -> None:
    without = desk.path.read_text()
    in_place(desk.path, without + '\n[[participants]]\nname = "Emi Fischer"\n')
    desk.look()
    in_place(desk.path, without)
    desk.look()

    assert len(read_event(desk.path).participants) == len(desk.event.participants) == 4


def test_a_participant_removed_in_mid_round_keeps_the_history(desk: Desk) -> None:
    desk.save(rounds=(a_round(1),))
    removed = HOST.replace('[[participants]]\nname = "Chloé Martin"\n', "")
    in_place(desk.path, desk.path.read_text().replace(HOST, removed))
    desk.look()

    assert "Chloé Martin is in the record but not on the roster" in desk.said
    assert read_event(desk.path).rounds == (a_round(1),)
    assert len(desk.event.participants) == 3


def test_a_deleted_marker_line_comes_back(desk: Desk) -> None:
    whole = desk.path.read_text()
    lines = whole.splitlines(keepends=True)
    in_place(desk.path, "".join(line for line in lines if "RECORD" not in line))
    desk.look()

    assert "# ======== RECORD in mixer.toml was put back" in desk.said
    assert host_part(desk.path).rstrip() == HOST.rstrip()
    assert notes_in(desk.path) == [note(1).text]
    assert desk.path.read_text().count("[[notes]]") == 1


def test_a_damaged_record_is_written_anew_and_the_damage_kept(desk: Desk) -> None:
    damaged = desk.path.read_text().replace('by = "Aiko', "by = Aiko")
    in_place(desk.path, damaged)
    desk.look()

    assert notes_in(desk.path) == [note(1).text]
    assert desk.path.with_name("mixer.toml.damaged").read_text() == damaged
    assert "kept as mixer.toml.damaged" in desk.said


def test_a_note_cut_off_at_a_line_end_gets_its_text_back(desk: Desk) -> None:
    desk.add_note(note(2))
    whole = desk.path.read_bytes()
    in_place(desk.path, whole.decode().rpartition("text = ")[0])
    desk.look()

    assert desk.path.read_bytes() == whole


def test_what_can_still_be_read_in_a_damaged_record_is_taken_over(desk: Desk) -> None:
    half = desk.path.read_text()[:-20]
    typed = '\n[[notes]]\nround = 2\nby = "Ben O\'Neill"\nabout = "Aiko Tanaka"\n'
    in_place(desk.path, half + typed + 'at = 2026-05-14 18:50:00+00:00\ntext = "By hand."\n')
    desk.look()

    assert notes_in(desk.path) == [note(1).text, "By hand."]


def test_an_entry_that_makes_no_sense_is_no_reason_to_drop_the_others(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text() + '\n[[attendance]]\nperson = "Ben O\'Neill"\n')
    desk.add_note(note(2))

    assert notes_in(desk.path) == [note(1).text, note(2).text]
    assert desk.path.with_name("mixer.toml.damaged").exists()


@pytest.mark.parametrize("encoding", ["utf-16", "cp932"])
def test_a_file_saved_in_another_encoding_is_kept_beside_the_last_text(
    desk: Desk, encoding: str
) -> None:
    desk.add_note(note(2, "港で会いましょう"))
    before = desk.path.read_bytes()
    theirs = before.decode().replace("Chloé", "Chloe").encode(encoding)
    desk.path.write_bytes(theirs)
    desk.look()
    desk.add_note(note(3))

    assert desk.path.read_bytes().startswith(before)
    assert desk.path.with_name("mixer.toml.damaged").read_bytes() == theirs
    assert "Save it as UTF-8" in desk.said


@pytest.mark.parametrize("rest", ["", "\n\n", " "])
def test_an_emptied_file_gets_its_text_back(desk: Desk, rest: str) -> None:
    before = desk.path.read_bytes()
    in_place(desk.path, rest)
    desk.look()

    assert desk.path.read_bytes() == before
    assert "was emptied by another program" in desk.said


def test_an_emptied_host_part_gets_its_text_back(desk: Desk) -> None:
    before = desk.path.read_bytes()
    in_place(desk.path, before.decode().removeprefix(HOST))
    desk.look()

    assert desk.path.read_bytes() == before


def test_an_edit_that_leaves_size_and_time_alone_is_noticed(desk: Desk) -> None:
    times = (desk.path.stat().st_atime_ns, desk.path.stat().st_mtime_ns)
    in_place(desk.path, desk.path.read_text().replace("Spring Founders", "Autumn Founders"))
    os.utime(desk.path, ns=times)
    desk.add_note(note(2))

    assert desk.event.settings.title == "Autumn Founders Mixer"
    assert "Autumn Founders" in host_part(desk.path)


def test_a_file_that_is_gone_is_written_again(desk: Desk) -> None:
    before = desk.path.read_bytes()
    os.rename(desk.path, desk.path.with_name("elsewhere.toml"))
    desk.look()

    assert desk.path.read_bytes() == before
    assert desk.said == "mixer.toml had disappeared: it was written again in the same place."


def test_a_note_typed_into_the_file_is_taken_over(desk: Desk) -> None:
    typed = '\n[[notes]]\nround = 2\nby = "Ben O\'Neill"\nabout = "Aiko Tanaka"\n'
    typed += 'at = 2026-05-14 18:50:00+00:00\ntext = "By hand."\n'
    in_place(desk.path, desk.path.read_text() + typed)
    desk.look()
    desk.add_note(note(3))

    assert [each.text for each in desk.event.notes] == [note(1).text, "By hand.", note(3).text]
    assert notes_in(desk.path) == [note(1).text, "By hand.", note(3).text]


def test_a_note_changed_in_the_file_is_taken_over_and_back_again(desk: Desk) -> None:
    before = desk.path.read_text()
    in_place(desk.path, before.replace(note(1).text, "Better words."))
    desk.look()
    changed = [each.text for each in desk.event.notes]
    in_place(desk.path, before)
    desk.look()

    assert changed == ["Better words."]
    assert [each.text for each in desk.event.notes] == [note(1).text]


def test_words_the_session_has_gone_back_to_can_be_put_back_in_the_file_too(desk: Desk) -> None:
    desk.save(notes=(note(1, "Other words."),))
    desk.save(notes=(note(1),))
    before = desk.path.read_text()
    in_place(desk.path, before.replace(note(1).text, "Better words."))
    desk.look()
    in_place(desk.path, before)
    desk.look()

    assert [each.text for each in desk.event.notes] == [note(1).text]


def test_a_note_changed_in_the_file_outlives_its_removal_here(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text().replace(note(1).text, "Better words."))
    desk.save(notes=())

    assert notes_in(desk.path) == ["Better words."]


def test_of_two_versions_of_a_note_the_later_one_holds(desk: Desk) -> None:
    before = desk.path.read_text()
    in_place(desk.path, before.replace(note(1).text, "From the file."))
    desk.save(notes=(note(1, "From the screen.", minutes=7),))

    assert notes_in(desk.path) == ["From the screen."]


def test_two_changes_of_one_round_are_both_kept(desk: Desk) -> None:
    desk.save(rounds=(a_round(1),))
    text = desk.path.read_text()
    in_place(desk.path, text.replace('"Dmitri Sato"] },', '"Dmitri Sato"], held = "short" },'))
    desk.save(rounds=(a_round(1, ended_at=at(18)),))

    [found] = read_event(desk.path).rounds
    assert found.ended_at == at(18)
    assert found.pairings[1].held == "short"


def test_where_both_changed_the_same_of_a_round_the_sessions_word_holds(desk: Desk) -> None:
    desk.save(rounds=(a_round(1, minutes=8.5),))
    in_place(desk.path, desk.path.read_text().replace("minutes = 8.5", "minutes = 5.5"))

    desk.save(rounds=(a_round(1, minutes=7.5),))

    assert [round_.minutes for round_ in read_event(desk.path).rounds] == [7.5]


def test_what_the_session_took_back_stays_away(desk: Desk) -> None:
    desk.save(attendance=(here("Aiko Tanaka"), here("Ben O'Neill")))
    in_place(desk.path, desk.path.read_text().replace(HOST, CHANGED))
    desk.save(attendance=(here("Ben O'Neill"),))

    assert read_event(desk.path).attendance == (here("Ben O'Neill"),)


def test_what_other_programs_keep_in_the_file_survives(desk: Desk) -> None:
    added = '\n[badge_printer]\npaper = "A7"\n\n[[badges]]\nname = "Aiko"\ncolours = ["red"]\n'
    text = desk.path.read_text().replace("round = 1\n", 'round = 1\nmood = "sunny"\n')
    in_place(desk.path, text + added)
    desk.add_note(note(2))
    desk.save(walk_ins=(walk_in("Tom Walker"),))

    text = desk.path.read_text()
    assert all(line in text for line in added.split("\n"))
    assert 'mood = "sunny"' in text


def test_what_other_programs_keep_comes_back_after_an_old_buffer_was_saved(desk: Desk) -> None:
    buffer = desk.path.read_text()
    in_place(desk.path, buffer + '\n[badge_printer]\npaper = "A7"\n')
    desk.look()
    in_place(desk.path, buffer.replace(HOST, CHANGED))

    desk.look()

    assert '[badge_printer]\npaper = "A7"' in desk.path.read_text()


def test_of_two_new_notes_written_in_the_same_second_the_sessions_own_is_kept(desk: Desk) -> None:
    typed = """
[[notes]]
round = 2
by = "Aiko Tanaka"
about = "Ben O'Neill"
at = 2026-05-14 18:32:00+00:00
text = "Typed by hand."
"""
    in_place(desk.path, desk.path.read_text() + typed)

    desk.add_note(note(2, "Written here."))

    assert notes_in(desk.path) == [note(1).text, "Written here."]


def test_an_editor_that_is_still_writing_is_waited_for(desk: Desk) -> None:
    whole = desk.path.read_bytes()
    file = desk.path.open("r+b")
    file.truncate(0)
    glances = 0

    def finish_on_the_second_glance(_seconds: float) -> None:
        nonlocal glances
        glances += 1
        if glances == 2:
            file.write(whole.replace(HOST.encode(), CHANGED.encode()))
            file.close()

    desk.pause = finish_on_the_second_glance
    desk.add_note(note(2))

    assert host_part(desk.path).startswith(CHANGED)
    assert notes_in(desk.path) == [note(1).text, note(2).text]
    assert "emptied" not in desk.said


def test_an_editor_that_writes_too_late_is_heard_all_the_same(desk: Desk) -> None:
    """Truncated, a pause of many seconds, a note saved meanwhile: then the editor's text."""
    whole = desk.path.read_bytes()
    with desk.path.open("r+b") as editor:
        editor.truncate(0)
        editor.flush()
        desk.add_note(note(2))
        editor.write(whole.replace(HOST.encode(), CHANGED.encode()))
    desk.look()

    assert host_part(desk.path).startswith(CHANGED)
    assert notes_in(desk.path) == [note(1).text, note(2).text]
    assert desk.event.settings.title == "Summer Mixer"


def test_what_was_saved_while_an_editor_was_late_can_be_taken_back_for_good(desk: Desk) -> None:
    """The late text is an old one: it says nothing about what the file holds since then."""
    whole = desk.path.read_bytes()
    with desk.path.open("r+b") as editor:
        editor.truncate(0)
        editor.flush()
        desk.save(attendance=(here("Aiko Tanaka"),))
        with_attendance = desk.path.read_bytes()
        editor.write(whole)
    desk.look()
    desk.save(attendance=())

    in_place(desk.path, with_attendance.decode())
    desk.look()

    assert desk.event.attendance == ()


def test_a_saved_file_is_not_written_again_for_the_hosts_edit(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text().replace(HOST, CHANGED))
    inode = desk.path.stat().st_ino
    desk.look()

    assert desk.path.stat().st_ino == inode


def test_bom_and_windows_line_ends_are_kept(mixer: Path) -> None:
    theirs = b"\xef\xbb\xbf" + HOST.replace("\n", "\r\n").encode()
    mixer.write_bytes(theirs)
    desk = Desk(mixer)
    desk.add_note(note(1, "one\ntwo"))

    found = mixer.read_bytes()
    assert found.startswith(theirs + b"\r\n# ======== RECORD")
    assert b"\n" not in found.replace(b"\r\n", b"")
    assert notes_in(mixer) == ["one\ntwo"]


def test_a_file_without_a_last_line_end_gets_one(mixer: Path) -> None:
    mixer.write_bytes(HOST.rstrip("\n").encode())
    Desk(mixer).add_note(note(1))

    assert mixer.read_bytes().startswith(HOST.encode() + b"\n# ======== RECORD")


def rewritten(desk: Desk, old: str, new: str) -> None:
    """The host corrects the file in an editor and saves it."""
    in_place(desk.path, desk.path.read_text().replace(old, new))
    desk.look()


def test_a_name_corrected_in_the_file_says_how_the_person_stays_the_same(desk: Desk) -> None:
    desk.save(attendance=(here("Chloé Martin"),))

    rewritten(desk, 'name = "Chloé Martin"', 'name = "Chloe Martin"')

    advice = 'Chloé Martin is now Chloe Martin. Same person? Add id = "Chloé Martin"'
    assert advice in desk.said
    assert "not on the roster" not in desk.said


def test_the_id_that_was_advised_makes_it_the_same_person_at_once(desk: Desk) -> None:
    desk.save(attendance=(here("Chloé Martin"),), rounds=(a_round(1),))
    rewritten(desk, 'name = "Chloé Martin"', 'name = "Chloe Martin"')

    rewritten(desk, 'name = "Chloe Martin"', 'name = "Chloe Martin"\nid = "Chloé Martin"')

    assert roster.by_key(desk.event)["Chloé Martin"].name == "Chloe Martin"
    assert roster.states(desk.event)["Chloé Martin"] == "here"
    assert desk.messages[-1].template == "Your changes to {file} are in effect."


def test_a_new_person_in_the_place_of_another_is_no_corrected_name(desk: Desk) -> None:
    desk.save(attendance=(here("Chloé Martin"),))

    rewritten(desk, 'name = "Chloé Martin"', 'name = "Tom Walker"')

    assert "Chloé Martin is in the record but not on the roster" in desk.said
    assert "Same person" not in desk.said


def test_the_same_reading_makes_it_the_same_person_however_the_name_is_written(desk: Desk) -> None:
    rewritten(desk, 'name = "Chloé Martin"', 'name = "渡邉"\nkana = "わたなべ"')
    desk.save(attendance=(here("渡邉"),))

    rewritten(desk, 'name = "渡邉"', 'name = "ワタナベ二郎"')

    assert "渡邉 is now ワタナベ二郎" in desk.said


def test_what_is_wrong_in_a_bad_edit_comes_with_what_to_do(desk: Desk) -> None:
    rewritten(desk, "rounds         = 3", "rounds         = ３")

    assert desk.said == (
        "mixer.toml:6: this is not valid TOML: full-width digits: use 0 to 9 "
        "(the last good settings stay in effect)"
    )


def test_a_bad_edit_taken_back_is_in_force_again(desk: Desk) -> None:
    rewritten(desk, "rounds         = 3", "rounds         = ３")

    rewritten(desk, "rounds         = ３", "rounds         = 3")

    assert str(desk.messages[-1]) == "Your changes to mixer.toml are in effect."


def test_what_was_never_in_the_file_is_not_said_to_be_missing_from_it(desk: Desk) -> None:
    in_place(desk.path, desk.path.read_text().replace(HOST, CHANGED))

    desk.add_note(note(2))

    assert desk.said == "Your changes to mixer.toml are in effect."


def test_a_round_typed_behind_later_ones_is_in_its_place(desk: Desk) -> None:
    desk.save(rounds=(a_round(2),))
    typed = "\n[[rounds]]\nnumber = 1\nstarted_at = 2026-05-14 18:40:00+00:00\n"
    in_place(desk.path, desk.path.read_text() + typed)

    desk.look()

    assert [round_.number for round_ in desk.event.rounds] == [1, 2]


INTRODUCTION = Introduction(
    people=("Aiko Tanaka", "Ben O'Neill"),
    noted_on=date(2026, 5, 14),
    purpose="Aiko needs a pump by July, and Ben builds them.",
)


def test_an_introduction_typed_during_the_evening_is_adopted(desk: Desk) -> None:
    typed = (
        '\n[[introductions]]\npeople = ["Aiko Tanaka", "Ben O\'Neill"]\n'
        'noted_on = 2026-05-14\npurpose = "Aiko needs a pump by July."\nmood = "good"\n'
    )
    in_place(desk.path, desk.path.read_text() + typed)
    desk.look()

    assert [each.purpose for each in desk.event.introductions] == ["Aiko needs a pump by July."]
    assert 'mood = "good"' in desk.path.read_text()


def test_answers_that_both_sides_write_at_once_are_all_kept(desk: Desk) -> None:
    desk.save(introductions=(INTRODUCTION,))
    text = desk.path.read_text()
    day = date(2026, 5, 15)
    event = introductions.answer(desk.event, INTRODUCTION, "Aiko Tanaka", "yes", day)
    desk.event = event
    line = 'purpose = "Aiko needs a pump by July, and Ben builds them."\n'
    typed = line + 'answers = [{ person = "Ben O\'Neill", answer = "yes" }]\n'
    in_place(desk.path, text.replace(line, typed))
    desk.file_sync.sync(desk.event)

    (one,) = read_event(desk.path).introductions
    assert introductions.standing(one) == "agreed"
    assert desk.event.introductions == (one,)


def test_a_wrong_introduction_typed_during_the_evening_is_kept_in_a_copy(desk: Desk) -> None:
    typed = '\n[[introductions]]\npeople = ["Aiko Tanaka"]\nnoted_on = 2026-05-14\n'
    in_place(desk.path, desk.path.read_text() + typed)
    desk.look()

    assert desk.event.introductions == ()
    assert "is kept as" in desk.said
    copies = [path.read_text() for path in desk.path.parent.iterdir() if path != desk.path]
    assert any('people = ["Aiko Tanaka"]' in text for text in copies)
