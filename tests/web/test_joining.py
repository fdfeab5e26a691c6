from __future__ import annotations

import json
import re

import pytest

from tests.web.phones import CODE, Hall, a_person


async def test_a_phone_that_scanned_the_code_sees_the_names_and_joins_with_its_own() -> None:
    hall = Hall()
    phone = hall.phone()

    page = await phone.get(f"/J/{CODE}")
    names = (await phone.get("/api/people", headers={"X-Code": CODE})).json()["people"]
    joined = await phone.post("/api/join", json={"code": CODE, "person": a_person(3)})

    assert page.status_code == 200
    assert [each["name"] for each in names[:3]] == ["Person 01", "Person 02", "Person 03"]
    assert joined.json() == {"number": 3, "name": "Person 03"}
    assert hall.devices.joined == {"Person 03"}


async def test_the_names_come_with_the_page_but_only_for_the_code_in_force() -> None:
    hall = Hall()
    await hall.joined(2)
    phone = hall.phone()
    pages = [(await phone.get(path)).text for path in (f"/J/{CODE}", "/J/AAAAAAAA", "/")]
    shown = [json.loads(re.findall(r'id="data">(.*?)</script>', each)[0]) for each in pages]

    assert [each["state"] for each in shown] == ["names", "wrong", "ask"]
    assert [(each["name"], each["taken"]) for each in shown[0]["people"][:3]] == [
        ("Person 01", False),
        ("Person 02", True),
        ("Person 03", False),
    ]
    assert not any("Person 0" in each for each in pages[1:])


async def test_a_code_in_small_letters_is_the_code() -> None:
    hall = Hall()

    page = await hall.phone().get(f"/j/{CODE.lower()}")

    assert page.status_code == 200


async def test_a_name_that_has_a_phone_is_not_given_to_a_second_one() -> None:
    hall = Hall()
    await hall.joined(3)
    stranger = hall.phone()

    refused = await stranger.post("/api/join", json={"code": CODE, "person": a_person(3)})
    names = await stranger.get("/api/people", headers={"X-Code": CODE})

    assert (refused.status_code, refused.json()["error"]) == (409, "taken")
    assert [each["number"] for each in names.json()["people"] if each["taken"]] == [3]
    assert any("Person 03" in told for told in hall.told)
    assert "set-cookie" not in refused.headers


async def test_a_phone_that_asks_twice_to_join_as_the_same_person_stays_joined() -> None:
    hall = Hall()
    phone = await hall.joined(3)

    again = await phone.post("/api/join", json={"code": CODE, "person": a_person(3)})
    other = await phone.post("/api/join", json={"code": CODE, "person": a_person(4)})

    assert again.status_code == 200
    assert other.status_code == 409
    assert len(hall.devices.people) == 1


async def test_a_closed_door_keeps_new_phones_out_and_those_that_joined_in() -> None:
    hall = Hall()
    inside = await hall.joined(3)
    hall.door.is_open = False
    late = hall.phone()

    refused = await late.post("/api/join", json={"code": CODE, "person": a_person(4)})

    assert (refused.status_code, refused.json()["error"]) == (423, "closed")
    assert (await inside.get("/api/now")).status_code == 200


async def test_a_closed_door_does_not_tell_whether_a_code_was_right_by_another_answer() -> None:
    hall = Hall()
    hall.door.is_open = False

    refused = await hall.phone().post("/api/join", json={"code": "WRONG", "person": a_person(4)})

    assert refused.json()["error"] == "code"


async def test_a_phone_that_gives_its_name_back_is_out_and_the_name_is_free() -> None:
    hall = Hall()
    phone = await hall.joined(3)
    secret = phone.cookies["device"]

    left = await phone.post("/api/leave", json={})
    phone.cookies.set("device", secret)

    assert left.status_code == 200
    assert (await phone.get("/api/now")).json()["error"] == "gone"
    await hall.joined(3)


async def test_what_is_kept_of_a_phone_is_not_what_it_holds() -> None:
    hall = Hall()
    phone = await hall.joined(3)

    assert list(hall.kept[-1].values()) == ["Person 03"]
    assert phone.cookies["device"] not in hall.kept[-1]


@pytest.mark.parametrize("number", [0, -1, 99, 10**30])
async def test_nobody_joins_as_somebody_who_is_not_on_the_roster(number: int) -> None:
    hall = Hall()

    answer = await hall.phone().post("/api/join", json={"code": CODE, "person": a_person(number)})

    assert answer.status_code in {400, 404}
    assert hall.devices.joined == frozenset()
