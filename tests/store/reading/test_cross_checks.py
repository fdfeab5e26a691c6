from __future__ import annotations

from pathlib import Path

from rounds.store.reading.read import read_event


def test_somebody_may_come_for_a_single_round(mixer: Path) -> None:
    mixer.write_text(mixer.read_text() + "from_round = 2\nuntil_round = 2\n")

    assert read_event(mixer).participants[-1].until_round == 2


def test_one_participant_and_one_walk_in_are_two_who_can_meet(mixer: Path) -> None:
    mixer.write_text(
        '[event]\ntitle = "Mixer"\n\n[[participants]]\nname = "Ann"\n\n# ======== RECORD\n\n'
        '[[walk_ins]]\nname = "Tom"\njoined_at = 2026-05-14 18:30:00+00:00\n'
    )

    event = read_event(mixer)

    assert [person.name for person in (*event.participants, *event.walk_ins)] == ["Ann", "Tom"]


def test_staff_need_no_side_in_an_evening_of_two_sides(mixer: Path) -> None:
    people = [("Ann", 'side = "mentor"'), ("Bob", 'side = "mentee"'), ("Eva", "staff = true")]
    mixer.write_text(
        '[event]\ntitle = "Mixer"\nsides = ["mentor", "mentee"]\n'
        + "".join(f'[[participants]]\nname = "{name}"\n{more}\n' for name, more in people)
    )

    assert read_event(mixer).participants[-1].staff
