from __future__ import annotations

import asyncio
from datetime import date

import pytest

from rounds.domain.event import Note, Participant
from rounds.web.note_writer import NoteWriter
from tests.notes import a_note as a_note_of
from tests.web.phones import Hall, a_note, a_note_to_save


async def test_a_note_from_a_phone_is_a_note_like_one_from_the_laptop() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    saved = await phone.put(
        a_note(2),
        json=a_note_to_save(
            text="Likes boats",
            can_do="a contact at the yard",
            stage="problem",
            reply="by",
            reply_by="2026-05-20",
            next_step="mail",
            next_step_on="2026-05-15",
            again=True,
        ),
    )

    (note,) = hall.session.event.notes
    assert saved.status_code == 200
    assert (note.by, note.about, note.round) == ("Person 01", "Person 02", 1)
    assert (note.text, note.stage, note.again) == ("Likes boats", "problem", True)
    assert (note.reply_by, note.next_step_on) == (date(2026, 5, 20), date(2026, 5, 15))


async def test_a_note_is_called_saved_only_when_the_disk_has_it() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    hall.disk.slow = True

    saving = asyncio.create_task(phone.put(a_note(2), json=a_note_to_save(text="Boats")))
    await asyncio.sleep(0.05)
    early = saving.done()
    hall.disk.report()

    assert not early
    assert (await saving).status_code == 200
    assert hall.disk.kept[-1].notes[0].text == "Boats"


async def test_the_notes_of_one_moment_share_a_change() -> None:
    hall = Hall()
    phones = [await hall.joined(number) for number in (1, 2, 3, 4)]
    about = (2, 1, 4, 3)
    before = len(hall.disk.kept)

    answers = await asyncio.gather(
        *(
            phone.put(a_note(other), json=a_note_to_save(text=f"about {other}"))
            for phone, other in zip(phones, about, strict=True)
        )
    )

    assert [answer.status_code for answer in answers] == [200] * 4
    assert len(hall.session.event.notes) == 4
    assert len(hall.disk.kept) - before == 1


async def test_a_note_sent_twice_is_one_note_and_both_times_saved() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    answers = [await phone.put(a_note(2), json=a_note_to_save(text="Boats")) for _twice in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert len(hall.session.event.notes) == 1


async def test_a_note_sent_twice_in_one_moment_is_called_saved_only_when_the_disk_has_it() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    hall.disk.slow = True

    saving = [
        asyncio.create_task(phone.put(a_note(2), json=a_note_to_save(text="Boats")))
        for _twice in range(2)
    ]
    while not hall.session.event.notes:
        await asyncio.sleep(0.005)
    early = [each.done() for each in saving]
    hall.disk.report()

    assert early == [False, False]
    assert [(await each).status_code for each in saving] == [200, 200]
    assert len(hall.session.event.notes) == 1


async def test_what_was_sent_in_the_last_moment_is_kept_when_the_phones_are_switched_off() -> None:
    hall = Hall()
    writer = NoteWriter(hall.session)
    saving = asyncio.create_task(writer.save(a_note_of("Person 01", "Person 02", text="Boats")))
    await asyncio.sleep(0)

    writer.close()

    assert [note.text for note in hall.session.event.notes] == ["Boats"]
    assert writer.written == 1
    assert await saving


async def test_an_older_note_does_not_replace_a_newer_one() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    first = await phone.put(a_note(2), json=a_note_to_save(text="One"))
    second = await phone.put(a_note(2), json=a_note_to_save(first.json()["revision"], text="Two"))

    late = await phone.put(a_note(2), json=a_note_to_save(first.json()["revision"], text="Three"))

    assert (late.status_code, late.json()["error"]) == (409, "stale")
    assert late.json()["note"]["text"] == "Two"
    assert late.json()["revision"] == second.json()["revision"]


async def test_the_partners_come_newest_first_with_the_own_notes() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    await phone.put(a_note(2), json=a_note_to_save(text="Boats"))

    (partner,) = (await phone.get("/api/notes")).json()["partners"]

    assert (partner["round"], partner["number"], partner["name"]) == (1, 2, "Person 02")
    assert partner["note"]["text"] == "Boats"
    assert partner["note"]["stage"] is None


@pytest.mark.parametrize("path", [a_note(3), a_note(2, 2), a_note(1), a_note(99), "/api/notes/1/2"])
async def test_nobody_writes_about_somebody_they_did_not_meet(path: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    answer = await phone.put(path, json=a_note_to_save(text="Boats"))

    assert answer.status_code == 404
    assert hall.session.event.notes == ()


async def test_a_note_that_waits_on_a_phone_is_about_the_same_person_after_one_more_registers() -> (
    None
):
    hall = Hall()
    hall.session.people.add_walk_in("Person 21")
    phone = await hall.joined(1)
    event = hall.session.event
    trio = event.rounds[0].pairings[0].with_(people=("Person 01", "Person 02", "Person 21"))
    pairings = (trio, *event.rounds[0].pairings[1:])
    event = event.with_(rounds=(event.rounds[0].with_(pairings=pairings),))
    hall.session.state.put(event)

    more = (*event.participants, Participant(name="Somebody else"))
    hall.session.state.put(event.with_(participants=more))
    saved = await phone.put(a_note(21), json=a_note_to_save(text="Boats"))

    assert saved.status_code == 200
    assert [note.about for note in hall.session.event.notes] == ["Person 21"]


async def test_one_tap_gives_every_partner_without_a_step_the_usual_one() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    await phone.put(a_note(2), json=a_note_to_save(text="Boats", stage="problem"))

    changed = await phone.post("/api/notes/pattern", json={})
    again = await phone.post("/api/notes/pattern", json={})

    assert (changed.json(), again.json()) == ({"changed": 1}, {"changed": 0})
    assert hall.session.event.notes[0].next_step == "mail"


async def test_the_usual_step_goes_to_the_note_as_it_was_sent_a_moment_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hall = Hall()
    phone = await hall.joined(1)
    first = await phone.put(a_note(2), json=a_note_to_save(text="One", stage="problem"))
    newer = a_note_to_save(first.json()["revision"], text="Two", stage="problem")

    sent, save = asyncio.Event(), NoteWriter.save

    async def saved(writer: NoteWriter, *written: Note) -> bool:
        sent.set()
        return await save(writer, *written)

    monkeypatch.setattr(NoteWriter, "save", saved)
    saving = asyncio.create_task(phone.put(a_note(2), json=newer))
    await sent.wait()
    pattern = await phone.post("/api/notes/pattern", json={})

    assert ((await saving).status_code, pattern.json()) == (200, {"changed": 1})
    (note,) = hall.session.event.notes
    assert (note.text, note.next_step) == ("Two", "mail")


async def test_a_note_about_somebody_whom_the_host_has_moved_can_still_be_changed() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    first = await phone.put(a_note(2), json=a_note_to_save(text="Boats"))
    round_ = hall.session.event.rounds[0]
    others = tuple(each for each in round_.pairings if "Person 01" not in each.people)
    hall.session.state.put(hall.session.event.with_(rounds=(round_.with_(pairings=others),)))

    again = await phone.put(a_note(2), json=a_note_to_save(first.json()["revision"], text="Ships"))

    assert again.status_code == 200
    assert [note.text for note in hall.session.event.notes] == ["Ships"]


async def test_days_that_belong_to_another_choice_are_left_out() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    done = a_note_of("Person 01", "Person 02", next_step="mail", done_on="2026-05-15")
    hall.session.write_note(done)
    steps = []
    for step in ("mail", "message"):
        (partner,) = (await phone.get("/api/notes")).json()["partners"]
        form = a_note_to_save(
            partner["revision"], next_step=step, reply="yes", reply_by="2026-05-20"
        )
        assert (await phone.put(a_note(2), json=form)).status_code == 200
        steps.append((hall.session.event.notes[0].next_step, hall.session.event.notes[0].done_on))

    assert steps == [("mail", date(2026, 5, 15)), ("message", None)]
    assert hall.session.event.notes[0].reply_by is None


async def test_a_disk_that_does_not_take_the_note_is_not_called_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rounds.web.note_writer.PATIENCE", 0.05)
    hall = Hall()
    phone = await hall.joined(1)
    hall.disk.slow = True

    refused = await phone.put(a_note(2), json=a_note_to_save(text="Boats"))
    hall.disk.report()
    again = await phone.put(a_note(2), json=a_note_to_save(text="Boats"))

    assert (refused.status_code, again.status_code) == (503, 200)
    assert refused.json()["say"].startswith("The laptop cannot save this just now.")
