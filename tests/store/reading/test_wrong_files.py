"""What a host reads when the file is wrong: line, caret and hint, in both languages."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from rounds.domain.errors import InputError
from rounds.i18n import say, using
from rounds.store.event_file import EventFile
from rounds.store.reading.read import read, read_event
from tests.store.desk import HOST, a_round, at

SETTINGS = '[event]\ntitle = "Mixer"\n'
PEOPLE = '\n[[participants]]\nname = "Aiko"\n[[participants]]\nname = "Ben"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(text: str | bytes, language: str = "en") -> str:
    """Return what a host reads about a file with this text."""
    path = Path("mixer.toml")
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    os.utime(path, (1, 1))  # nobody is just writing it
    with pytest.raises(InputError) as fault, using(language):
        read_event(path)
    with using(language):
        return say(fault.value)


@pytest.mark.usefixtures("folder")
class TestNotToml:
    def test_a_slip_is_shown_with_its_line_a_caret_and_a_hint(self) -> None:
        assert answer(SETTINGS + "\n[[participants]]\nname = “Aiko”\n") == (
            "mixer.toml:5: this is not valid TOML\n"
            "     5 | name = “Aiko”\n"
            "       |        ^\n"
            '       = curly or full-width quotes: use the plain quote " on both sides'
        )

    def test_a_slip_is_shown_in_japanese_too(self) -> None:
        assert answer(SETTINGS + 'place = "港" rounds = 3\n', "ja") == (
            "mixer.toml:3: TOML として読めません\n"
            '     3 | place = "港" rounds = 3\n'
            "       |              ^\n"
            "       = 設定は1行に1つです"
        )

    @pytest.mark.parametrize(
        ("line", "hint"),
        [
            ("place = “Hall”", "curly or full-width quotes"),
            ("place = ‘Hall’", "curly or full-width quotes"),
            ("place = ＂Hall＂", "curly or full-width quotes"),
            ("place = 「港」", "curly or full-width quotes"),
            ("rounds ＝ 8", "full-width equals sign"),
            ("rounds = ８", "full-width digits"),
            ("rounds = 1８", "full-width digits"),
            ("rounds: 8", "use = instead of :"),
            ("rounds：8", "use = instead of :"),
            ("listen_first = True", "write true or false"),
            ("listen_first = yes", "write true or false"),
            ("starts_at = 18:30", 'a time needs quotes: "18:30"'),
            ("date = 2026/05/14", "a date looks like 2026-05-14"),
            ("date = 14.05.2026", "a date looks like 2026-05-14"),
            ("date = 2026年5月14日", "a date looks like 2026-05-14"),
            ("round_minutes = 5m", "without a unit"),
            ("round_minutes = 5分", "without a unit"),
            ("round_minutes = 08", "without a leading zero"),
            ('tables = ["A" "B"]', "a comma or a closing bracket is missing"),
            ('tables = ["A", "B"\nseed = 3', "a comma or a closing bracket is missing"),
            ("tables = ［1, 2］", "full-width brackets"),
            ("tables = [1，2]", "full-width comma"),
            (
                'earlier_events = ["C:\\Users\\host\\march.toml"]',
                "a backslash starts an escape code",
            ),
            ("        assert "the scenes are lobby, introductions, move, listen_first, first_half" in far

    def test_an_earlier_event_that_is_not_there_is_told(self) -> None:
        said = answer(SETTINGS + 'earlier_events = ["march.toml"]\n' + PEOPLE)

        assert said.startswith("mixer.toml:3: event.earlier_events[1]: there is no file march.toml")

    def test_an_earlier_event_that_is_wrong_is_told_with_the_reason(self) -> None:
        Path("march.toml").write_text("[event]\n")
        said = answer(SETTINGS + 'earlier_events = ["march.toml"]\n' + PEOPLE)

        assert "march.toml cannot be used" in said
        assert "march.toml:1: event.title: missing" in said

    def test_a_setting_outside_of_its_table_is_shown_its_place(self) -> None:
        assert "= put it below the line [event]" in answer('title = "x"\n' + SETTINGS + PEOPLE)

    def test_the_record_does_not_belong_above_the_marker(self) -> None:
        said = answer(SETTINGS + "[[notes]]\nround = 1\n" + PEOPLE + "# ======== RECORD ====\n")

        assert "notes: belongs to the record" in said
        assert "move it there, and delete nothing" in said

    def test_a_walk_in_who_is_on_the_roster_too_is_told(self) -> None:
        said = answer(
            SETTINGS + PEOPLE + "# ======== RECORD ====\n[[walk_ins]]\n"
            'name = "Ben"\njoined_at = 2026-05-14 18:30:00+09:00\n'
        )

        assert said.startswith(
            "mixer.toml:7: participants[2].name: Ben is already among the walk-ins"
        )


class TestNoFile:
    def test_a_file_that_is_not_there_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"mixer\.toml is not there"):
            read_event(tmp_path / "mixer.toml")

    def test_a_folder_is_not_taken_for_the_event_file_in_it(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="is a folder"):
            read_event(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
    def test_a_fifo_does_not_hang(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "mixer.toml")

        with pytest.raises(InputError, match="is not an ordinary file"):
            read_event(tmp_path / "mixer.toml")

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read_is_told(self, mixer: Path) -> None:
        mixer.chmod(0)

        with pytest.raises(InputError, match="may not be read"):
            read_event(mixer)

    def test_a_name_that_no_system_takes_is_told(self) -> None:
        with pytest.raises(InputError, match="cannot be read"):
            read_event("mixer\0.toml")


class TestReading:
    def test_somebody_no_longer_on_the_roster_is_a_warning(self, mixer: Path) -> None:
        text = mixer.read_text() + "\n# ======== RECORD\n[[rounds]]\nnumber = 1\n"
        text += "started_at = 2026-05-14 18:40:00+00:00\npairings = [\n"
        text += '    { table = 1, people = ["Aiko Tanaka", "Emi Fischer"] },\n]\n'
        mixer.write_text(text)

        opened = read(mixer)

        assert [str(warning) for warning in opened.warnings] == [
            "Emi Fischer is in the record but not on the roster: what was recorded stays."
        ]
        assert opened.event.rounds[0].pairings[0].people == ("Aiko Tanaka", "Emi Fischer")

    def test_earlier_events_come_oldest_first(self, mixer: Path) -> None:
        for name, day in (("b", 12), ("a", 13), ("c", 11)):
            mixer.with_name(f"{name}.toml").write_text(
                SETTINGS + f'date = 2026-03-{day}\nearlier_events = ["gone.toml"]\n' + PEOPLE
            )
        listed = 'earlier_events = ["a.toml", "b.toml", "c.toml"]'
        mixer.write_text(HOST.replace("rounds         = 3", listed))

        found = [event.settings.date for event in read_event(mixer).earlier]

        assert [day.day for day in found if day] == [11, 12, 13]

    def test_earlier_events_without_dates_keep_their_order(self, mixer: Path) -> None:
        for name in "ba":
            mixer.with_name(f"{name}.toml").write_text(SETTINGS.replace("Mixer", name) + PEOPLE)
        listed = 'earlier_events = ["b.toml", "a.toml"]'
        mixer.write_text(HOST.replace("rounds         = 3", listed))

        assert [event.settings.title for event in read_event(mixer).earlier] == ["b", "a"]

    def test_a_name_typed_with_loose_accents_is_the_same_name(self, mixer: Path) -> None:
        mixer.write_text(HOST.replace('Dmitri Sato"]', 'Chloe\u0301 Martin"]'))

        assert read_event(mixer).participants[1].avoid == ("Chloé Martin",)

    def test_inline_people_are_people(self, mixer: Path) -> None:
        mixer.write_text('participants = [ { name = "A" }, { name = "B" } ]\n' + SETTINGS)

        assert [person.name for person in read_event(mixer).participants] == ["A", "B"]

    def test_times_are_read_as_they_were_written(self, mixer: Path) -> None:
        mixer.write_text(
            HOST
            + "# ======== RECORD\n[[rounds]]\nnumber = 1\nstarted_at = 2026-05-15 03:40:00+09:00\n"
            'pairings = [\n    { table = 1, people = ["Aiko Tanaka", "Ben O\'Neill"] },\n'
            '    { table = 2, people = ["Chloé Martin", "Dmitri Sato"] },\n]\n'
        )

        assert read_event(mixer).rounds == (a_round(1),)
        assert read_event(mixer).rounds[0].started_at == at(10)


def test_a_wrong_file_is_refused_before_anything_is_written(mixer: Path) -> None:
    mixer.write_text("[event]\n")
    os.utime(mixer, (1, 1))

    with pytest.raises(InputError):
        EventFile.open(mixer)

    assert [each.name for each in mixer.parent.iterdir()] == ["mixer.toml"]
    assert stat.S_ISREG(mixer.stat().st_mode)
