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
            ("<<<<<<< HEAD", "merge conflict"),
            ("=======", "merge conflict"),
            (">>>>>>> branch", "merge conflict"),
            ("　rounds = 8", "full-width space"),
            ("rounds　= 8", "full-width space"),
            ("rounds =　8", "full-width space"),
            ("place = Harbor Hall", "text needs quotes"),
            ('place = "Harbor Hall', "the closing quote is missing"),
            ('place = """Harbor Hall', "the closing quote is missing"),
            ("place =", "the value after = is missing"),
            ("round minutes = 8", "has no spaces"),
            ("rounds = 8 seed = 1", "one setting per line"),
            ("回数 = 8", "settings have English names"),
            ("// six rounds", "a comment starts with #"),
            ("[event.prompts", "[ needs ] at the end"),
            ("rounds = 1\nrounds = 2", "this name is used twice"),
            ("[[participants]", "[[ needs ]] at the end"),
        ],
    )
    def test_the_usual_slips_have_a_hint(self, line: str, hint: str) -> None:
        said = answer(SETTINGS + line + "\n" + PEOPLE)

        assert said.split("\n")[-1].startswith("       = ")
        assert hint in said.split("\n")[-1]

    @pytest.mark.parametrize("depth", [60, 480, 5_000])
    @pytest.mark.parametrize("ends", ["[]", "{}"])
    def test_lists_within_lists_without_end_are_told(self, depth: int, ends: str) -> None:
        opening = "[" if ends == "[]" else "{a = "
        deep = f"x = {opening * depth}1{ends[1] * depth}\n"

        said = answer(SETTINGS + deep)

        assert said.startswith("mixer.toml:3: this is not valid TOML\n     3 | x = ")
        assert said.endswith("= too many lists within lists: write them side by side")

    def test_a_list_left_open_is_shown_where_it_was_left(self) -> None:
        said = answer(SETTINGS + 'tables = ["A", "B"\nseed = 3\n')

        assert said.startswith("mixer.toml:3:")

    def test_people_in_single_brackets_are_told_to_double_them(self) -> None:
        twice = '[participants]\nname = "Aiko"\n[participants]\nname = "Ben"\n'

        assert "mixer.toml:5:" in answer(SETTINGS + twice)
        assert "each person needs double brackets" in answer(SETTINGS + twice)
        assert "each person needs double brackets" in answer(
            SETTINGS + twice.split('[participants]\nname = "Ben')[0]
        )

    def test_the_caret_stands_below_the_slip_in_wide_text(self) -> None:
        said = answer(SETTINGS + 'place = "港ホール" 8\n').split("\n")

        assert said[2].index("^") == said[1].index("8") + len("港ホール")

    def test_a_very_long_line_is_shown_around_the_slip(self) -> None:
        said = answer(SETTINGS + f'place = "{"x" * 5000}" 8\n').split("\n")

        assert len(said[1]) < 130
        assert said[1][said[2].index("^")] == "8"

    def test_nothing_in_the_file_steers_the_terminal(self) -> None:
        said = answer(SETTINGS + 'place = "a\x1b[2Jb\u202ec"\n')

        assert "\x1b" not in said
        assert "\u202e" not in said


@pytest.mark.usefixtures("folder")
class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_a_file_saved_as_utf_16_is_called_by_its_name(self, encoding: str) -> None:
        assert "the file is UTF-16" in answer((SETTINGS + PEOPLE).encode(encoding))

    def test_a_file_saved_as_shift_jis_is_called_by_its_name(self) -> None:
        said = answer(('[event]\ntitle = "港の会"\n' + PEOPLE).encode("cp932"))

        assert said.startswith("mixer.toml:2: the file is not UTF-8 (it looks like Shift_JIS)")
        assert 'title = "港の会"' in said
        assert said.endswith("save it as UTF-8")

    def test_a_file_in_any_other_encoding_is_shown_where_it_begins(self) -> None:
        assert "the file is not UTF-8" in answer(SETTINGS.encode() + b'place = "\xff\xfe\x80"')

    @pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    @pytest.mark.parametrize("last", ["", "\n"])
    def test_bom_windows_line_ends_and_no_last_line_end_are_fine(
        self, before: bytes, line_end: str, last: str
    ) -> None:
        text = (HOST.rstrip("\n") + last).replace("\n", line_end)
        Path("mixer.toml").write_bytes(before + text.encode())

        assert len(read_event("mixer.toml").participants) == 4


@pytest.mark.usefixtures("folder")
class TestWrongValues:
    @pytest.mark.parametrize(
        ("line", "said", "said_in_japanese"),
        [
            ("rouns = 8", "event.rouns: not a setting", "そのような設定はありません"),
            ("rounds = 99", "event.rounds: must be 40 or less", "40 以下にしてください"),
            ("round_minutes = 4", "event.round_minutes: must be 5 or more", "5 以上にしてください"),
            ("rounds = 2.5", "event.rounds: must be a whole number", "整数にしてください"),
            ('rounds = "six"', "event.rounds: must be a whole number", "整数にしてください"),
            ("place = 3", 'event.place: must be text in quotes: "..."', "引用符で囲んだ文字"),
            ("starts_at = 18:30:00", "event.starts_at: must be a time in quotes", "時刻に"),
            ('starts_at = "25:00"', "event.starts_at: must be a time in quotes", "時刻に"),
            ('date = "May 14"', "event.date: must be a date", "日付に"),
            ('language = "fr"', 'event.language: must be one of "en", "ja"', "どれかに"),
            ('odd = "skip"', 'event.odd: must be one of "rest", "trio"', "どれかに"),
            ('tables = "many"', "event.tables: must be a number, or a list", "数か、名前の一覧"),
            ('tables = ["A", "A"]', "event.tables[2]: two tables are called A", "2つあります"),
            ('sides = ["one"]', "event.sides: must be two names", "2つの名前に"),
            ("break_after = 3", "event.break_after: must be a list", "一覧に"),
            ('listen_first = "maybe"', "event.listen_first: must be true or false", "true か"),
            ('prompts = "Hello"', "event.prompts: must be a table", "表に"),
        ],
    )
    def test_a_wrong_setting_is_said_with_its_line(
        self, line: str, said: str, said_in_japanese: str
    ) -> None:
        text = SETTINGS + line + "\n" + PEOPLE

        assert answer(text).startswith(f"mixer.toml:3: {said}")
        assert said_in_japanese in answer(text, "ja")

    @pytest.mark.parametrize(
        ("line", "hint", "hint_in_japanese"),
        [
            ("break_after = 2", "write it in brackets: [2]", "角かっこに入れて"),
            ('earlier_events = "a.toml"', 'write it in brackets: ["a.toml"]', "角かっこ"),
            ('ends_at = "24:00"', 'write "23:59", or "00:00" for midnight', "夜中の0時"),
            ('ends_at = "25:30"', 'write "01:30": it is taken as the next day', "翌日"),
            ("prompts = {\n  lobby = [],\n}", "write what is in braces on one line", "1行"),
            ("place = 'Ben's Bakery'", "an apostrophe ends text in '...'", "アポストロフィ"),
        ],
    )
    def test_the_hint_says_what_to_write(self, line: str, hint: str, hint_in_japanese: str) -> None:
        text = SETTINGS + line + "\n" + PEOPLE

        assert f"= {hint}" in answer(text)
        assert hint_in_japanese in answer(text, "ja")

    def test_a_near_miss_is_named(self) -> None:
        assert answer(SETTINGS + "rouns = 8\n" + PEOPLE).endswith("= did you mean rounds?")
        assert answer(SETTINGS + "rouns = 8\n" + PEOPLE, "ja").endswith("= rounds のことですか")

    def test_every_error_is_told_in_the_order_of_the_file(self) -> None:
        said = answer(
            '[event]\nrouns = 8\n\n[[participants]]\ncompany = "Labs"\n'
            '[[participants]]\nname = "Ben"\navoid = ["Nobody"]\ntabel = 3\n'
        )

        assert [line for line in said.split("\n") if line.startswith("mixer")] == [
            "mixer.toml:1: event.title: missing",
            "mixer.toml:2: event.rouns: not a setting",
            "mixer.toml:4: participants[1].name: missing",
            "mixer.toml:8: participants[2].avoid[1]: Nobody is not on the roster",
            "mixer.toml:9: participants[2].tabel: not a setting",
        ]

    def test_eight_errors_are_enough_at_once(self) -> None:
        said = answer(SETTINGS + "".join(f"wrong{n} = 1\n" for n in range(11)) + PEOPLE)

        assert said.count("not a setting") == 8
        assert said.endswith("... and 3 more errors")

    @pytest.mark.parametrize(
        ("people", "said"),
        [
            (
                '[[participants]]\nname = "Ken"\n[[participants]]\nname = "Ken"\n',
                "mixer.toml:6: participants[2].name: Ken is on the roster twice (first on line 4)",
            ),
            (
                '[[participants]]\nname = "Ken"\nid = "x"\n[[participants]]\nname = "x"\n',
                "mixer.toml:7: participants[2].name: x is on the roster twice (first on line 5)",
            ),
            (
                '[[participants]]\nname = "  "\n' + PEOPLE,
                "mixer.toml:4: participants[1].name: must not be empty",
            ),
            (
                '[[participants]]\nname = "\u200b"\n' + PEOPLE,
                "mixer.toml:4: participants[1].name: must not be empty",
            ),
            (
                PEOPLE + 'wishes = ["Aikko"]\n',
                "mixer.toml:8: participants[2].wishes[1]: Aikko is not on the roster",
            ),
            (
                PEOPLE + 'wishes = ["industry:law"]\navoid = ["industry:law"]\n',
                "mixer.toml:9: participants[2].avoid[1]: industry:law is not on the roster",
            ),
            ("", "mixer.toml:1: participants: at least two participants are needed"),
            (
                '[[participants]]\nname = "Ken"\n',
                "mixer.toml:3: participants: at least two participants are needed",
            ),
            (
                PEOPLE + "table = 0\n",
                "mixer.toml:8: participants[2].table: must be 1 or more",
            ),
            (
                PEOPLE + 'table = "Window"\n',
                "mixer.toml:8: participants[2].table: there is no table Window",
            ),
            (
                PEOPLE + "from_round = 3\nuntil_round = 2\n",
                "mixer.toml:9: participants[2].until_round: Ben would leave (round 2) before "
                "arriving (round 3)",
            ),
        ],
    )
    def test_what_does_not_fit_together_on_the_roster_is_told(self, people: str, said: str) -> None:
        assert answer(SETTINGS + people).split("\n")[0] == said

    def test_two_of_one_name_are_told_apart_by_id(self) -> None:
        twins = '[[participants]]\nname = "Ken"\nid = "a"\n[[participants]]\nname = "Ken"\n'
        said = answer(SETTINGS + twins + 'id = "b"\navoid = ["Ken"]\n')

        assert said.endswith("= use the id instead of the name: a, b")

    def test_sides_need_everybody_on_one_of_them(self) -> None:
        said = answer(SETTINGS + 'sides = ["mentor", "mentee"]\n' + PEOPLE + 'side = "mentr"\n')

        assert "mixer.toml:6: participants[1].name: Aiko has no side" in said
        assert "mixer.toml:9: participants[2].side: mentr is neither of the two sides" in said
        assert said.endswith("= did you mean mentor?")

    def test_a_pinned_table_is_among_the_tables(self) -> None:
        labels = answer(SETTINGS + 'tables = ["A", 2]\n' + PEOPLE + 'table = "C"\n')
        number = answer(SETTINGS + "tables = 5\n" + PEOPLE + "table = 6\n")

        assert labels.endswith("= the tables are A, 2")
        assert number.endswith("= the tables are 1 to 5")

    def test_prompts_are_for_scenes_of_the_stage(self) -> None:
        near = answer(SETTINGS + 'prompts.first_haf = ["Hello"]\n' + PEOPLE)
        far = answer(SETTINGS + 'prompts.greeting = ["Hello"]\n' + PEOPLE)

        assert near.startswith("mixer.toml:3: event.prompts.first_haf: not a scene of the stage")
        assert near.endswith("= did you mean first_half?")
        assert "the scenes are lobby, introductions, move, listen_first" in far

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
