from __future__ import annotations

from typing import Any

from tests.web.phones import Hall, a_person


def told(**changed: Any) -> dict[str, Any]:
    return {
        "about": a_person(2),
        "what": "Would not stop selling",
        "wish": "act",
        "named": False,
        **changed,
    }


async def test_a_phone_tells_the_host_something_in_confidence_without_a_name() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    answer = await phone.post("/api/report", json=told())

    (report,) = hall.session.reports.undecided
    assert answer.status_code == 200
    assert (report.about.name, report.happened) == ("Person 02", "Would not stop selling")
    assert (report.wish, report.by) == ("act", None)


async def test_with_the_name_of_who_tells_it_only_if_that_is_wanted() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    await phone.post("/api/report", json=told(wish="keep_apart", named=True))

    (report,) = hall.session.reports.undecided
    assert report.by is not None
    assert report.by.name == "Person 01"


async def test_what_cannot_be_acted_on_is_refused_with_its_reason() -> None:
    phone = await Hall().joined(1, **{"Accept-Language": "ja"})

    for report, reason in (
        (told(wish="keep_apart"), "主催者があなたのお名前を知る必要があります"),
        (told(about=a_person(1)), "ご自分のお名前です"),
        (told(what=" "), "ひと言で書いてください"),
    ):
        answer = await phone.post("/api/report", json=report)

        assert answer.status_code == 400
        assert reason in answer.json()["say"]


async def test_nobody_reads_a_report_on_a_phone_and_nobody_floods_the_host() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    answers = [(await phone.post("/api/report", json=told())).status_code for _ in range(7)]

    assert answers == [200] * 5 + [429] * 2
    for address in ("/api/now", "/api/list", "/api/notes", "/api/people", "/api/report"):
        assert "selling" not in (await phone.get(address)).text


async def test_a_phone_that_has_not_joined_tells_nothing() -> None:
    hall = Hall()

    answer = await hall.phone().post("/api/report", json=told())

    assert answer.status_code == 401
    assert hall.session.reports.undecided == ()
