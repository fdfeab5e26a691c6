from __future__ import annotations

from typing import Any

import httpx

from tests.evenings import an_event
from tests.web.phones import Hall, a_note


def a_hall(people: int = 7, **settings: Any) -> Hall:
    return Hall(an_event(people, **settings))


async def now(phone: httpx.AsyncClient) -> dict[str, Any]:
    said: dict[str, Any] = (await phone.get("/api/now")).json()
    return said


def shown(said: dict[str, Any], at: int) -> dict[str, Any]:
    """Return the scene that a page shows at a moment."""
    due = [each for each in said["scenes"] if each["from"] is None or each["from"] <= at]
    scene: dict[str, Any] = due[-1]
    return scene


async def test_in_the_lobby_a_phone_says_that_the_seat_will_come() -> None:
    hall = a_hall()
    said = await now(await hall.joined(1))

    assert (said["phase"], said["seat"]) == ("lobby", None)
    assert said["scenes"][0]["line"] == "Your table and seat appear here."


async def test_at_the_move_a_phone_says_where_to_go_and_who_sits_there() -> None:
    hall = a_hall()
    hall.session.steps.next()
    pairing = hall.session.event.plan[0].pairings[0]
    numbers = hall.session.state.roster.numbers

    said = await now(await hall.joined(numbers[pairing.people[1]]))

    assert said["seat"]["place"] == f"{pairing.table}B"
    assert [each["name"] for each in said["seat"]["with"]] == [pairing.people[0]]
    assert said["seat"]["with"][0]["company"] == "Company " + pairing.people[0][-2:]


async def test_in_the_introductions_a_phone_says_whose_turn_it_is_and_who_comes_next() -> None:
    hall = a_hall(introductions=60)
    hall.session.steps.next()

    told = [(await now(await hall.joined(number)))["scenes"][0] for number in (1, 2, 3)]
    japanese = (await now(await hall.joined(4, **{"Accept-Language": "ja"})))["scenes"][0]
    hall.session.steps.next()
    later = (await now(await hall.joined(5)))["scenes"][0]

    assert [each["headline"] for each in told] == ["You speak", "You are next", "Person 01"]
    assert told[1]["line"] == "Person 01 speaks now."
    assert (japanese["headline"], later["headline"]) == ("Person 01", "Person 02")


async def test_the_two_at_a_table_are_told_opposite_parts_in_every_scene() -> None:
    hall = a_hall()
    hall.session.steps.next()
    hall.session.steps.next()
    one, other = hall.session.event.rounds[0].pairings[0].people
    numbers = hall.session.state.roster.numbers
    first, second = [await now(await hall.joined(numbers[each])) for each in (one, other)]

    told = {
        scene["name"]: {scene["headline"], second["scenes"][at]["headline"]}
        for at, scene in enumerate(first["scenes"])
    }

    assert told["listen_first"] == {"You listen first", "You speak first"}
    assert told["first_half"] == told["second_half"] == {"You listen", "You speak"}
    assert first["scenes"][1]["headline"] != first["scenes"][3]["headline"]


async def test_the_scenes_turn_when_the_stage_turns() -> None:
    hall = a_hall()
    hall.session.steps.next()
    hall.session.steps.next()
    said = await now(await hall.joined(1))

    for _second in range(8 * 60 + 20):
        at = round(hall.hands.now * 1000)
        assert shown(said, at)["name"] == hall.session.state.scene
        hall.hands.move(1)


async def test_in_a_trio_the_third_one_listens_and_asks_in_both_halves() -> None:
    hall = a_hall(7, odd="trio")
    hall.session.steps.next()
    hall.session.steps.next()
    trio = next(two for two in hall.session.event.rounds[0].pairings if len(two.people) == 3)

    said = await now(await hall.joined(hall.session.state.roster.numbers[trio.people[2]]))

    told = {scene["name"]: scene["headline"] for scene in said["scenes"]}
    assert told["listen_first"] == told["first_half"] == told["second_half"]
    assert told["first_half"] == "You listen and ask"


async def test_where_the_host_took_time_away_the_swap_is_still_shown_before_the_last_minute() -> (
    None
):
    hall = a_hall(6)
    hall.session.steps.next()
    hall.session.steps.next()
    hall.session.steps.extend(-7 * 60)
    said = await now(await hall.joined(1))

    for _second in range(80):
        at = round(hall.hands.now * 1000)
        assert shown(said, at)["name"] == hall.session.state.scene
        hall.hands.move(1)


async def test_a_paused_clock_stands_still_on_the_phone() -> None:
    hall = a_hall()
    hall.session.steps.next()
    hall.session.steps.next()
    hall.hands.move(60)
    hall.session.steps.pause_or_resume()

    said = await now(await hall.joined(1))

    assert (said["paused"], said["deadline"]) == (True, None)
    assert said["left"] == hall.session.state.remaining()
    assert said["scenes"][0]["headline"] == "Paused"


async def test_whoever_rests_is_told_what_to_do_meanwhile() -> None:
    hall = a_hall(7)
    hall.session.steps.next()
    (resting,) = hall.session.event.plan[0].resting

    said = await now(await hall.joined(hall.session.state.roster.numbers[resting]))

    assert said["seat"] == {"rest": "Time for your notes, a coffee, or a word with the host."}


async def test_a_phone_speaks_the_language_that_was_chosen_on_it() -> None:
    hall = a_hall()
    phone = await hall.joined(1, **{"Accept-Language": "ja-JP,ja;q=0.9,en;q=0.8"})

    japanese = await now(phone)
    phone.cookies.set("lang", "en")
    english = await now(phone)

    assert (japanese["language"], english["language"]) == ("ja", "en")
    assert japanese["scenes"][0]["headline"] != english["scenes"][0]["headline"]


async def test_a_phone_that_has_the_latest_is_told_no_more_than_that() -> None:
    hall = a_hall()
    phone = await hall.joined(1)
    tag = (await phone.get("/api/now")).headers["etag"]

    hall.hands.move(2)
    same = await phone.get("/api/now", headers={"If-None-Match": tag})
    hall.session.steps.next()
    other = await phone.get("/api/now", headers={"If-None-Match": tag})

    assert (same.status_code, same.content) == (304, b"")
    assert same.headers["x-time"] == str(round(hall.hands.now * 1000))
    assert other.json()["phase"] == "move"


async def test_what_somebody_else_writes_is_no_news_for_a_phone() -> None:
    hall = Hall()
    one, other = await hall.joined(1), await hall.joined(3)
    tag = (await one.get("/api/now")).headers["etag"]

    await other.put(a_note(4), json={"revision": "", "note": {"text": "SECRET"}})
    same = await one.get("/api/now", headers={"If-None-Match": tag})

    assert same.status_code == 304
