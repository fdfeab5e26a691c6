from __future__ import annotations

import time

import pytest

from rounds.domain.event import Event, Participant
from rounds.domain.people.doubtful_people import remarks
from rounds.domain.people.recognition import near_misses, recognised
from rounds.domain.sentence import plain


def person(name: str, company: str = "", id: str | None = None, kana: str = "") -> Participant:
    return Participant(name=name, company=company, id=id, kana=kana)


def known(tonight: list[Participant], before: list[Participant]) -> list[tuple[str, str]]:
    return sorted(recognised(tonight, before).items())


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (person("Ana Petrov", "Westgate"), person("Ana Petrov", "Northwind")),
        (person("Ana Petrov"), person("Ana Petrov", "Northwind")),
        (person("ａｎａ　petrov", "Westgate"), person("Ana Petrov")),
        (person("青木恵", "株式会社みどり工業"), person("青木 恵", "みどり工業")),
        (person("Ana Novak", id="Ana Petrov"), person("Ana Petrov")),
    ],
)
def test_who_was_here_before_is_recognised_by_the_name_alone(
    now: Participant, then: Participant
) -> None:
    assert known([now, person("Bo")], [then, person("Cy")]) == [(then.key, now.key)]


def test_of_two_namesakes_the_one_of_the_company_is_recognised() -> None:
    before = [person("Ken", "Bakery", "k1"), person("Ken", "Steel", "k2")]

    assert known([person("Ken", "Steel Ltd")], before) == [("k2", "Ken")]


def test_a_name_that_two_people_have_on_either_list_is_nobody_s() -> None:
    one, two = person("Ken", "A", "k1"), person("Ken", "B", "k2")

    assert known([person("Ken", "C")], [one, two]) == []
    assert known([one, two], [person("Ken", "C")]) == []


def test_somebody_with_another_id_is_somebody_else() -> None:
    assert known([person("Ken", id="a")], [person("Ken", id="b")]) == []


def test_a_name_that_was_spelled_otherwise_is_a_near_miss() -> None:
    tonight = [person("Ana Petrova"), person("Lindqvist, Bo"), person("Dan Osei")]
    before = [person("Ana Petrov"), person("Bo Lindqvist"), person("Eli Novak")]

    found = [(each.tonight.name, each.before.name) for each in near_misses(tonight, before)]

    assert found == [("Ana Petrova", "Ana Petrov"), ("Lindqvist, Bo", "Bo Lindqvist")]


def evening(*people: dict[str, str], earlier: tuple[Event, ...] = ()) -> Event:
    return Event.checked({"event": {"title": "April"}, "participants": list(people)}).with_(
        earlier=earlier
    )


def test_the_check_says_how_many_were_recognised_and_names_near_misses() -> None:
    april = evening({"name": "Ana Petrov"}, {"name": "青木 恵"}, {"name": "Bo Lindqvist"})
    event = evening({"name": "Ana Petrova"}, {"name": "青木恵"}, {"name": "Cy"}, earlier=(april,))

    assert [plain(said) for said in remarks(event)] == [
        "1 person was at an earlier evening.",
        'Is Ana Petrova the Ana Petrov of April? If so, add id = "Ana Petrov"',
    ]


def test_the_check_names_what_is_no_name_and_several_people_in_one() -> None:
    event = evening(
        {"name": "1234"}, {"name": "Tom & Sally"}, {"name": "林 誠 他1名"}, {"name": "Bo"}
    )

    assert [plain(said) for said in remarks(event)] == [
        "1234 is not a name: it has no letters.",
        "Tom & Sally looks like several people: write a block for each of them.",
        "林 誠 他1名 looks like several people: write a block for each of them.",
    ]


def test_the_check_names_colleagues_and_companies_that_were_spelled_twice() -> None:
    event = evening(
        {"name": "Ana Petrov", "company": "Northwind Ltd"},
        {"name": "Ana Petrow", "company": "Northwind"},
        {"name": "Bo Lindqvist", "company": "Nortwhind"},
        {"name": "Cy Orr", "company": "Long Branch 11"},
        {"name": "Dee Ray", "company": "Long Branch 111"},
    )

    assert [plain(said) for said in remarks(event)] == [
        "Northwind Ltd and Nortwhind count as two companies. If they are one, spell them alike.",
        "Ana Petrov and Ana Petrow are two people on the roster. If they are one, delete one.",
    ]


def test_numbers_with_the_same_digits_are_two_people() -> None:
    assert remarks(evening({"name": "Person 01"}, {"name": "Person 10"})) == []


def test_the_check_tells_a_backslash_that_became_a_tab() -> None:
    event = evening({"name": "Ana", "company": "North\tools\new"}, {"name": "Bo"})

    assert [plain(said) for said in remarks(event)] == [
        "Ana: there is a tab or a line break in company. For a backslash, write two, or use "
        "single quotes."
    ]


def test_a_roster_of_a_thousand_is_looked_through_in_a_moment() -> None:
    april = evening(*({"name": f"Person{n} Smith", "company": f"Firm {n}"} for n in range(1000)))
    event = evening(
        *({"name": f"Pirson{n} Smith", "company": f"Firm {n}"} for n in range(1000)),
        earlier=(april,),
    )
    begin = time.process_time()

    remarks(event)

    assert time.process_time() - begin < 10
