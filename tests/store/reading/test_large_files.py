"""Files that are too large in one way or another: a host reads a sentence, and soon."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rounds.domain.errors import InputError
from rounds.i18n import say, using
from rounds.store.errors.finding import LOOKED_AT
from rounds.store.event_file import EventFile
from rounds.store.reading.limits import (
    EARLIER,
    LARGEST,
    PEOPLE,
    TABLES,
    WRONG_VALUES,
)
from rounds.store.reading.read import read, read_event
from rounds.store.reading.text_limits import COMMAS, DOTTED, LINES, PARTS
from tests.bench.bench_store import a_note, held_rounds, host_part

SETTINGS = '[event]\ntitle = "Mixer"\n'
TWO = '\n[[participants]]\nname = "Aiko"\n[[participants]]\nname = "Ben"\n'


def people(count: int, more: str = "") -> str:
    return "".join(f'[[participants]]\nname = "P{n}"\n{more}' for n in range(count))


def answer(path: Path, text: str) -> str:
    """Return what a host reads about this text, in English; it is there in Japanese, too."""
    path.write_text(text)
    os.utime(path, (1, 1))
    with pytest.raises(InputError) as fault:
        read(path)
    with using("ja"):
        assert say(fault.value)
    return say(fault.value)


@pytest.mark.parametrize("digits", [20, 5_000, 200_000])
def test_a_number_of_very_many_digits_is_told_with_its_line(mixer: Path, digits: int) -> None:
    said = answer(mixer, f"{SETTINGS}seed = {'7' * digits}\n{TWO}")

    assert said.startswith(f"{mixer}:3: this is not valid TOML")
    assert said.endswith("= a whole number has at most 19 digits")


def test_a_large_hexadecimal_number_is_told(mixer: Path) -> None:
    assert "at most 19 digits" in answer(mixer, f"{SETTINGS}seed = 0x{'f' * 9000}\n{TWO}")


def test_a_long_seed_within_the_limits_is_a_seed(mixer: Path) -> None:
    mixer.write_text(f"{SETTINGS}seed = 1234567890123456789\n{TWO}")

    assert read_event(mixer).settings.seed == 1234567890123456789


def test_too_many_people_are_told_with_the_limit(mixer: Path) -> None:
    assert f"participants: too many: at most {PEOPLE}" in answer(
        mixer, SETTINGS + people(PEOPLE + 1)
    )


def test_too_many_tables_are_told_with_the_limit(mixer: Path) -> None:
    tables = ", ".join(map(str, range(1, TABLES + 2)))
    said = answer(mixer, f"{SETTINGS}tables = [{tables}]\n{TWO}")

    assert f"event.tables: too many: at most {TABLES}" in said


def test_too_many_earlier_events_are_told_with_the_limit(mixer: Path) -> None:
    names = ", ".join(f'"{n}.toml"' for n in range(EARLIER + 1))
    said = answer(mixer, f"{SETTINGS}earlier_events = [{names}]\n{TWO}")

    assert f"event.earlier_events: too many: at most {EARLIER}" in said


def test_too_many_lines_are_told_with_the_limit(mixer: Path) -> None:
    wrong = "".join(f"key{n} = 1\n" for n in range(LINES))

    assert f"at most {LINES} are read" in answer(mixer, SETTINGS + wrong)


def test_of_very_many_wrong_keys_the_first_are_told(mixer: Path) -> None:
    said = answer(mixer, SETTINGS + "".join(f"rounds{n} = 1\n" for n in range(2_000)) + TWO)

    assert said.count("did you mean") == 8
    assert said.endswith("... and 1992 more errors")


def test_of_more_errors_than_are_looked_at_the_first_are_told(mixer: Path) -> None:
    said = answer(mixer, SETTINGS + "".join(f"key{n} = 1\n" for n in range(LOOKED_AT + 1)) + TWO)

    assert said.startswith(f"{mixer}:3: event.key0: not a setting")
    assert said.endswith(f"... and more than {LOOKED_AT - 8} more errors")


def test_where_nearly_every_value_is_wrong_their_number_is_told(mixer: Path) -> None:
    row = "pairings = [" + "{}, " * 900 + "]\n"
    plan = "".join(f"[[plan]]\nnumber = {n}\n{row}" for n in range(60))
    said = answer(mixer, f"{SETTINGS}{TWO}# ======== RECORD ====\n{plan}")

    assert f"more than {WRONG_VALUES} values are wrong" in said


def test_a_round_of_too_many_pairings_is_told_with_the_limit(mixer: Path) -> None:
    row = "pairings = [" + "{}, " * (PEOPLE + 1) + "]\n"
    said = answer(mixer, f"{SETTINGS}{TWO}# ======== RECORD ====\n[[plan]]\nnumber = 1\n{row}")

    assert f"plan[1].pairings: too many: at most {PEOPLE}" in said


def test_wrong_keys_outside_of_every_table_are_told(mixer: Path) -> None:
    said = answer(mixer, "".join(f"rounds{n} = 1\n" for n in range(2_000)) + SETTINGS + TWO)

    assert said.startswith(f"{mixer}:1: rounds0: not a setting")
    assert said.endswith("... and 1992 more errors")


def test_very_long_names_and_wishes_for_nobody_are_told(mixer: Path) -> None:
    long = "x" * 5_000
    said = answer(mixer, SETTINGS + people(300, f'kana = "{long}"\nwishes = ["{long}"]\n'))

    assert "is not on the roster" in said
    assert said.endswith("... and 292 more errors")


def test_a_name_that_is_too_long_is_told_with_the_limit(mixer: Path) -> None:
    long = "x" * 10_001
    said = answer(mixer, SETTINGS + people(2, f'company = "{long}"\n'))

    assert "is too long: at most 10000 characters" in said


def test_a_file_that_is_too_large_is_told_with_the_limit(mixer: Path) -> None:
    assert "at most 4 MB are read" in answer(mixer, SETTINGS + "#" * LARGEST)


def test_a_line_that_is_very_long_is_told(mixer: Path) -> None:
    said = answer(mixer, SETTINGS + "place = " + "= " * 100_000)

    assert said.startswith(f"{mixer}:3: this is not valid TOML")


@pytest.mark.parametrize(
    "header", ["{name} = 1", "[{name}]", "[[{name}]]", "tables = [{{ {name}=1 }}]"]
)
@pytest.mark.parametrize("part", ["a", "'a.b'", '"\\""', '""', "\u212a"])
def test_a_name_of_very_many_parts_is_told_with_its_line(
    mixer: Path, header: str, part: str
) -> None:
    name = " . ".join([part] * 20_000)
    said = answer(mixer, SETTINGS + header.format(name=name))

    assert said.startswith(f"{mixer}:3: a name has at most {PARTS} parts with dots between them")


def test_a_name_of_as_many_parts_as_are_read_is_told_for_what_it_is(mixer: Path) -> None:
    said = answer(mixer, SETTINGS + ".".join("abcdefgh"[:PARTS]) + " = 1\n" + TWO)

    assert said.startswith(f"{mixer}:3: event.a: not a setting")


def test_very_many_names_with_dots_are_told_with_the_limit(mixer: Path) -> None:
    said = answer(mixer, SETTINGS + "".join(f"prompts.a{n} = 1\n" for n in range(DOTTED + 1)))

    assert f"too many names with dots: at most {DOTTED} are read" in said


@pytest.mark.parametrize("value", ["1", "{}"])
def test_a_list_of_very_many_values_is_told_with_the_limit(mixer: Path, value: str) -> None:
    said = answer(mixer, f"{SETTINGS}tables = [{f'{value},' * (COMMAS + 1)}]\n{TWO}")

    assert f"too many values in its lists: at most {COMMAS} are read" in said


DOTS = "a.b.c.d.e.f.g.h = 1.2.3.4.5.6.7.8, "
"""What is no name where it stands in a text or in a remark."""


@pytest.mark.parametrize(
    "row",
    [
        f"title = 'Mixer' # {DOTS}",
        f"title = '{DOTS}'",
        f'title = "{DOTS}"',
        f'title = "\\"{DOTS}"',
        f'title = """\n{DOTS}\n[{DOTS}"""',
        f"title = '''\n{DOTS}\n[{DOTS}'''",
        f'title = """"{DOTS}"""""  # "{DOTS}',
        f"title = ''''{DOTS}''''' # '{DOTS}",
        f'title = """\\"""{DOTS}"""',
        f'title = "Mixer"\nprompts.lobby = ["""{DOTS}"""", "{DOTS}", \'{DOTS}\']',
    ],
)
def test_dots_in_a_text_or_a_remark_are_no_name(mixer: Path, row: str) -> None:
    mixer.write_text(f"[event]\n{row}\n{TWO}")

    assert len(read_event(mixer).participants) == 2


def test_a_missing_quote_before_many_dots_is_told_as_a_missing_quote(mixer: Path) -> None:
    for value in (f'"{DOTS}', f"'{DOTS}", f'"""\n{DOTS}', DOTS):
        assert "this is not valid TOML" in answer(mixer, f"{SETTINGS}place = {value}\n{TWO}")


def test_very_many_commas_and_dots_in_texts_are_read(mixer: Path) -> None:
    row = f'company = "{"a.b,," * 1_600}"\n'
    mixer.write_text(SETTINGS + people(100, row))

    assert len(read_event(mixer).participants) == 100


def test_an_evening_of_a_thousand_people_with_very_many_notes_is_read(mixer: Path) -> None:
    mixer.write_text(host_part(1000))
    file = EventFile.open(mixer)
    notes = tuple(a_note(number) for number in range(12_000))
    file.save(file.event.with_(rounds=held_rounds(1000, 12), notes=notes))
    file.flush(60)
    file.close()

    event = read_event(mixer)
    assert (len(event.rounds), len(event.notes)) == (12, 12_000)


@pytest.mark.parametrize("what", ["/dev/zero", "/dev/stdin", "folder", "loop", "fifo"])
def test_what_is_no_ordinary_file_is_told(tmp_path: Path, what: str) -> None:
    path = Path(what) if what.startswith("/") else tmp_path / what
    if what == "folder":
        path.mkdir()
    if what == "loop":
        path.symlink_to(path)
    if what == "fifo":
        os.mkfifo(path)
    with pytest.raises(InputError):
        read(path)


def test_a_file_that_says_it_is_empty_and_never_ends_is_no_event_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grows.toml"
    path.write_bytes(b"#" * (LARGEST + 2))
    empty = os.stat(tmp_path / "grows.toml")
    monkeypatch.setattr(os, "stat", lambda _path, **_more: empty)
    with pytest.raises(InputError) as fault:
        read(path)

    assert "at most 4 MB are read" in say(fault.value)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "shift_jis", "euc_jp"])
def test_another_encoding_is_told(mixer: Path, encoding: str) -> None:
    mixer.write_bytes((SETTINGS + '[[participants]]\nname = "山田花子"\n').encode(encoding))
    os.utime(mixer, (1, 1))
    with pytest.raises(InputError) as fault:
        read(mixer)

    assert "open it in your editor and save it as UTF-8" in say(fault.value)


def test_two_labels_that_read_alike_are_one_table(mixer: Path) -> None:
    from rounds.domain.planner.plan import make_plan

    change = '[[changes]]\nat = 2026-05-14 18:30:00+09:00\ntables = [1, "1"]\n'
    mixer.write_text(SETTINGS + people(4) + "# ======== RECORD ====\n" + change)
    plan = make_plan(read_event(mixer))

    assert all(len({str(p.table) for p in round_.pairings}) == 2 for round_ in plan.rounds)
