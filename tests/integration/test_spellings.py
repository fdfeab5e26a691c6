"""Wherever two texts are compared, differences of spelling make no difference.

What a spelling is stands in `tests/text/test_fold.py`; here is one test for each place.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rounds.domain.errors import InputError
from rounds.domain.evening.clock import Run
from rounds.domain.evening.free_partners import may_meet
from rounds.domain.evening.tables import table_meant
from rounds.domain.event import Event, Participant
from rounds.domain.people.roster import RosterIndex
from rounds.domain.people.sameness import firm
from rounds.domain.people.typed_name import TypedPerson, typed_person
from rounds.domain.planner.history import met_earlier
from rounds.domain.planner.plan import make_plan
from rounds.domain.views.room_view import room_of
from rounds.formats.plan import assessment, check_report
from rounds.formats.roster.columns.headings import guess, meaning
from rounds.formats.roster.table import read
from rounds.store.disk.nearby import nearby
from rounds.store.reading.read import read_event
from rounds.store.reading.unknown_people import new_person_warnings
from tests.evenings import a_running_round, an_event


def of(*people: dict[str, Any], **settings: Any) -> Event:
    return Event.checked({"event": {"title": "Mixer", **settings}, "participants": people})


@pytest.mark.parametrize(("one", "other"), [("Ａcme", "acme"), ("渡邊商店", "渡辺商店")])
def test_a_company_is_one_however_it_is_written(one: str, other: str) -> None:
    event = of(
        {"name": "Ann", "company": one},
        {"name": "Ben", "company": other},
        {"name": "Cleo", "company": "North"},
        {"name": "Dan", "company": "South"},
        rounds=2,
    )

    pairs = [set(two.people) for round_ in make_plan(event).rounds for two in round_.pairings]

    assert {"Ann", "Ben"} not in pairs
    assert firm(one) == firm(other)


def test_an_industry_is_one_however_it_is_written() -> None:
    event = of(
        {"name": "Ann", "industry": "ＩＴサービス"},
        {"name": "Ben", "industry": "it ｻｰﾋﾞｽ"},
        {"name": "Cleo", "industry": "law"},
        {"name": "Dan", "industry": "Law "},
        rounds=2,
    )

    plan = make_plan(event)
    report = check_report.render(event, assessment.assess(event, plan, plan))

    pairs = [set(two.people) for round_ in plan.rounds for two in round_.pairings]
    assert {"Ann", "Ben"} not in pairs
    assert {"Cleo", "Dan"} not in pairs
    assert "ＩＴサービス 2 (50 %)" in report
    assert "law 2 (50 %)" in report


def an_earlier_evening(*names: str) -> Event:
    earlier = of(*({"name": name, "company": "Ａcme"} for name in names))
    (round_,) = a_running_round().rounds
    pairing = round_.pairings[0].with_(people=names[:2])
    return earlier.with_(rounds=(round_.with_(pairings=(pairing,), resting=()),))


def test_people_of_an_earlier_evening_are_recognised_however_they_are_written() -> None:
    event = of({"name": "渡辺健", "company": "acme"}, {"name": "Zoe", "company": "ACME"})

    met = met_earlier(event.with_(earlier=(an_earlier_evening("渡邊 健", "Zoë"),)))

    assert list(met) == [("Zoe", "渡辺健")]


def test_two_who_differ_by_an_old_kanji_are_recognised_as_they_are_written() -> None:
    names = ("高田 愛", "髙田 愛", "Zoe")
    event = of(*({"name": name, "company": "Ａcme"} for name in names))

    met = met_earlier(event.with_(earlier=(an_earlier_evening("髙田 愛", "Zoe"),)))

    assert list(met) == [("Zoe", "髙田 愛")]


def on_sides(*sides: str) -> Event:
    people = ({"name": f"Person {n}", "side": side} for n, side in enumerate(sides, 1))
    return of(*people, sides=("Mentor", "Mentee"), rounds=2)


def test_a_side_is_one_however_it_is_written() -> None:
    event = on_sides("Mentor", "ＭＥＮＴＯＲ", "mentee", "Mentee")

    plan = make_plan(event)

    assert not may_meet(RosterIndex(event), "Person 1", "Person 2")
    assert may_meet(RosterIndex(event), "Person 1", "Person 3")
    assert room_of(RosterIndex(event), Run()).two_sides
    assert {frozenset(two.people) for two in plan.rounds[0].pairings}.isdisjoint(
        {frozenset({"Person 1", "Person 2"}), frozenset({"Person 3", "Person 4"})}
    )


def test_a_typed_side_is_known_however_it_is_written() -> None:
    typed = "新井 花／あらい はな／ｼﾞｮｳｼ"

    assert typed_person(typed, ("上司", "じょうし")) == TypedPerson(
        "新井 花", kana="あらい はな", side="じょうし"
    )


def test_two_sides_of_one_name_are_refused_however_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "mixer.toml"
    path.write_text('[event]\ntitle = "Mixer"\nsides = ["Café", "CAFE"]\n', encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_event(path)

    assert "the two sides need different names" in str(refused.value)


def test_a_side_in_the_event_file_is_known_however_it_is_written(tmp_path: Path) -> None:
    people = "".join(
        f'[[participants]]\nname = "{name}"\nside = "{side}"\n'
        for name, side in (("Ann", "MENTOR"), ("Ben", "ｍentee"))
    )
    path = tmp_path / "mixer.toml"
    path.write_text(
        f'[event]\ntitle = "Mixer"\nsides = ["mentor", "mentee"]\n{people}', encoding="utf-8"
    )

    assert [person.side for person in read_event(path).participants] == ["MENTOR", "ｍentee"]


@pytest.mark.parametrize("heading", ["ＦＵＬＬ ＮＡＭＥ", "お名前", "ｵ名前", "Full\u200bName"])
def test_a_heading_is_known_however_it_is_written(heading: str) -> None:
    found = meaning(heading)

    assert found is not None
    assert found.field == "name"


def test_the_words_of_a_question_are_known_however_they_are_written() -> None:
    found = guess("返信先の ﾒｰﾙｱﾄﾞﾚｽ を教えてください")

    assert found is not None
    assert found.field == "contact"
    found = guess("お勤めの會社を教えてください")

    assert found is not None
    assert found.field == "company"


def test_a_name_in_a_list_of_a_roster_is_found_however_it_is_written() -> None:
    roster = read("name,avoid\n渡邊 健,Zoe\nZoë,渡辺健\n".encode())

    assert [person["avoid"] for person in roster.people] == [["Zoë"], ["渡邊 健"]]


def test_of_two_spellings_on_a_roster_the_one_that_is_written_is_meant() -> None:
    roster = read("name,avoid\n高田,Zoe\n髙田,\nZoe,高田\n".encode())

    assert roster.people[2]["avoid"] == ["高田"]


def test_roles_of_a_roster_are_two_however_they_are_written() -> None:
    roster = read("name,role\nAnn,Mentor\nBen,ｍentee\nCleo,MENTEE\n".encode())

    assert [person.get("side") for person in roster.people] == ["Mentor", "ｍentee", "MENTEE"]


@pytest.mark.parametrize("typed", ["MIXER", "Mixer.toml", "ｍixer", "mi xer.toml"])
def test_an_event_file_is_found_however_its_name_is_written(tmp_path: Path, typed: str) -> None:
    (tmp_path / "mixer.toml").write_text("", encoding="utf-8")

    assert nearby(tmp_path / typed) == tmp_path / "mixer.toml"


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("bar", "Bar"),
        ("ＢＡＲ", "Bar"),
        ("まど", "マド"),
        ("３", "3"),
        ("１７", "17"),
        ("Balcony", "Balcony"),
    ],
)
def test_a_table_is_known_however_its_label_is_typed(typed: str, label: str) -> None:
    event = an_event(8, tables=["Bar", "マド", 3, "window"])

    assert table_meant(event, typed) == label


def test_of_two_labels_the_one_that_is_typed_exactly_is_meant() -> None:
    event = an_event(8, tables=["A", "a", "b", "c"])

    assert table_meant(event, "a") == "a"


def test_somebody_renamed_in_the_file_is_recognised_by_kana_of_another_kind() -> None:
    before = of({"name": "Sato", "kana": "サトウ"}, {"name": "Zoe"})
    (round_,) = a_running_round().rounds
    pairing = round_.pairings[0].with_(people=("Sato", "Zoe"))
    before = before.with_(rounds=(round_.with_(pairings=(pairing,), resting=()),))
    new = Participant(name="佐藤", kana="さとう")

    after = before.with_(participants=(new, before.participants[1]))
    told = list(new_person_warnings(before, after, known=()))

    assert str(told[0]).startswith("Sato is now 佐藤. Same person?")
