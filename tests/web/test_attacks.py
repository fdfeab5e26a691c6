"""What a stranger on the Wi-Fi, or a page in a guest's browser, tries: all of it in memory."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import httpx
import pytest

from rounds.web.access.join_code import ALPHABET, new_code
from tests.evenings import an_event
from tests.hostile import TEXTS
from tests.web.phones import CODE, SERVER, Hall, a_note, a_note_to_save, a_person

NOTE = a_note_to_save(text="Boats")


async def save(phone: httpx.AsyncClient, body: Any = NOTE, **headers: str) -> int:
    """Save a note with other headers than the usual ones; return the status."""
    return (await phone.put(a_note(2), json=body, headers=headers)).status_code


# -- forged requests -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "https://192.168.1.24:8765", "http://192.168.1.24"],
)
async def test_a_page_of_another_site_cannot_write_a_guest_s_note(origin: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    assert await save(phone, Origin=origin) == 403
    assert hall.session.event.notes == ()


async def test_a_request_that_names_no_origin_cannot_write() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    del phone.headers["Origin"]

    assert await save(phone) == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "192.168.1.24", "localhost"])
async def test_a_name_that_points_to_the_laptop_does_not_reach_it(host: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    read = await phone.get("/api/notes", headers={"Host": host})
    written = await save(phone, Host=host, Origin=f"http://{host}")

    assert (read.status_code, written) == (421, 421)


async def test_an_address_of_version_six_is_known_as_browsers_write_it() -> None:
    phone = Hall().phone()
    phone.base_url = httpx.URL("http://[fd00::24]:8765")

    assert (await phone.get("/api/now")).json()["error"] == "gone"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
async def test_a_form_of_another_site_is_no_request(kind: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    assert await save(phone, **{"Content-Type": kind}) == 415


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"])
async def test_only_the_usual_methods_are_known(method: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    assert (await phone.request(method, a_note(2))).status_code == 405


async def test_another_site_may_not_read_or_show_anything() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    for path in ("/", f"/J/{CODE}", "/api/now", "/api/notes", "/nowhere"):
        headers = (await phone.get(path, headers={"Origin": "http://evil.example"})).headers
        assert "access-control-allow-origin" not in headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"


async def test_the_browser_obeys_no_script_and_no_style_but_those_of_the_page() -> None:
    hall = Hall()
    page = await hall.phone().get(f"/J/{CODE}")
    rules = dict(
        rule.strip().split(" ", 1) for rule in page.headers["content-security-policy"].split(";")
    )

    for tag, rule in (('<script type="module">', "script-src"), ("<style>", "style-src")):
        content = page.text.partition(tag)[2].partition(f"</{rule.removesuffix('-src')}>")[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


# -- other people's names and notes ------------------------------------------------------------


async def test_a_device_that_was_made_up_is_nobody_s() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    (kept,) = hall.devices.people
    for secret in ("", "x", "Person 01", kept, phone.cookies["device"][:-1], "é" * 9, "a" * 4000):
        headers = {"Cookie": f"device={secret}".encode()}
        answer = await hall.phone().request("GET", "/api/notes", headers=headers)  # type: ignore[arg-type]
        assert answer.status_code == 401


async def test_two_devices_in_one_request_are_not_two_people() -> None:
    hall = Hall()
    one, other = await hall.joined(1), await hall.joined(3)
    await other.put(a_note(4), json=a_note_to_save(text="SECRET"))

    both = f"device={one.cookies['device']}; device=x; person=3; number=3"
    answer = await hall.phone().get("/api/notes?person=3&number=3", headers={"Cookie": both})

    assert "SECRET" not in answer.text


async def test_a_stolen_number_does_not_write_in_somebody_else_s_name() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    body = {**NOTE, "by": "Person 03", "person": a_person(3)}
    answer = await phone.put(a_note(2), json=body)
    inside = await phone.put(
        a_note(2), json={"revision": "", "note": {"by": "Person 03", "about": "Person 04"}}
    )

    assert (answer.status_code, inside.status_code) == (400, 400)
    assert hall.session.event.notes == ()


async def test_who_photographed_the_code_cannot_take_a_name_that_is_taken() -> None:
    hall = Hall()
    for number in range(1, 8):
        await hall.joined(number)
    stranger = hall.phone("192.168.1.66")

    answers = [
        await stranger.post("/api/join", json={"code": CODE, "person": a_person(number)})
        for number in range(1, 8)
    ]

    assert {answer.status_code for answer in answers} == {409}
    assert {each for told in hall.told for each in [told] if "second phone" in each}


async def test_nobody_takes_the_names_of_a_whole_hall_at_once() -> None:
    hall = Hall(an_event(60))
    for number in range(1, 61):
        await hall.phone("192.168.1.66").post(
            "/api/join", json={"code": CODE, "person": a_person(number)}
        )
    guest = await hall.phone("192.168.1.7").post(
        "/api/join", json={"code": CODE, "person": a_person(60)}
    )

    assert len(hall.devices.joined) == 31
    assert guest.status_code == 200


async def test_after_a_new_code_the_photograph_is_worth_nothing() -> None:
    hall = Hall()
    hall.door.code = new_code()
    stranger = hall.phone()

    page = await stranger.get(f"/J/{CODE}")
    names = await stranger.get("/api/people", headers={"X-Code": CODE})
    joined = await stranger.post("/api/join", json={"code": CODE, "person": a_person(1)})

    assert [each.status_code for each in (page, names, joined)] == [403, 403, 403]
    assert "Person" not in page.text + names.text


# -- guesses and floods --------------------------------------------------------------------------


async def test_codes_are_guessed_ten_times_a_minute_and_then_not_even_the_right_one_is_told() -> (
    None
):
    hall = Hall()
    thief = hall.phone("192.168.1.66")

    tried = [(await thief.get(f"/J/{new_code()}")).status_code for _each in range(11)]
    right = await thief.post("/api/join", json={"code": CODE, "person": a_person(1)})
    guest = await hall.phone("192.168.1.67").get(f"/J/{CODE}")
    hall.hands.move(61)
    later = await thief.get(f"/J/{CODE}")

    assert tried == [403] * 10 + [429]
    assert (right.status_code, guest.status_code, later.status_code) == (429, 200, 200)


async def test_without_the_code_nobody_learns_who_is_on_the_roster() -> None:
    hall = Hall()
    stranger = hall.phone("192.168.1.66")

    answers = [
        await stranger.post("/api/join", json={"code": "WRONGWRO", "person": a_person(number)})
        for number in (1, 99)
    ]

    assert [answer.json()["error"] for answer in answers] == ["code", "code"]


async def test_every_way_to_try_a_code_counts() -> None:
    hall = Hall()
    thief = hall.phone("192.168.1.66")
    for _each in range(4):
        await thief.get("/J/22222222")
        await thief.get("/api/people", headers={"X-Code": "22222222"})
        await thief.post("/api/join", json={"code": "22222222", "person": a_person(1)})

    assert (await thief.get("/api/people", headers={"X-Code": CODE})).status_code == 429


def test_a_code_is_not_guessed_in_an_evening() -> None:
    assert len(ALPHABET) ** 8 > 10**11
    assert not set("01OILU") & set(ALPHABET)
    assert len({new_code() for _each in range(200)}) == 200


async def test_a_phone_that_asks_without_end_is_slowed_down_and_the_others_are_not() -> None:
    hall = Hall()
    mad, other = await hall.joined(1), await hall.joined(2)

    statuses = [(await mad.get("/api/now")).status_code for _each in range(80)]
    calm = await other.get("/api/now")
    hall.hands.move(10)
    again = await mad.get("/api/now")

    assert statuses.count(429) >= 15
    assert (calm.status_code, again.status_code) == (200, 200)


async def test_a_flood_of_strangers_from_one_address_is_refused_cheaply() -> None:
    hall = Hall()
    mad = hall.phone("192.168.1.66")

    statuses = [(await mad.get("/api/now")).status_code for _each in range(620)]

    assert statuses[:600] == [401] * 600
    assert set(statuses[601:]) == {429}


async def test_the_host_is_not_flooded_with_news_about_one_name() -> None:
    hall = Hall()
    await hall.joined(1)
    stranger = hall.phone("192.168.1.66")
    for _each in range(30):
        await stranger.post("/api/join", json={"code": CODE, "person": a_person(1)})

    assert sum("Person 01" in told for told in hall.told) == 1


# -- too much, too strange -----------------------------------------------------------------------


@pytest.mark.parametrize("letters", [8_192, 100_000])
async def test_a_body_that_is_too_large_is_refused(letters: int) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    assert await save(phone, a_note_to_save(text="x" * letters)) == 413


async def test_a_large_body_that_says_it_is_small_is_refused() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    async def pieces() -> Any:
        for _each in range(20):
            yield b"x" * 1000

    headers = {"Content-Type": "application/json"}
    answer = await phone.put(a_note(2), content=pieces(), headers=headers)

    assert answer.status_code == 413


async def test_a_request_that_says_how_large_it_is_is_refused_unread() -> None:
    hall = Hall()
    phone = await hall.joined(1)
    read = []

    async def pieces() -> Any:
        read.append(True)
        yield b"x" * 9_000

    headers = {"Content-Type": "application/json", "Content-Length": "9000"}
    answer = await phone.put(a_note(2), content=pieces(), headers=headers)

    assert (answer.status_code, read) == (413, [])


async def test_a_note_may_have_four_thousand_letters_in_all_its_lines() -> None:
    hall = Hall()
    phone = await hall.joined(1)

    fits = await save(phone, a_note_to_save(text="x" * 2000, purpose="y" * 2000))
    too_long = await save(phone, a_note_to_save(text="x" * 2001, purpose="y" * 2000))

    assert (fits, too_long) == (200, 413)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"1",
        b"\xff\xfe",
        b'{"revision": "", "note": {}}x',
        b'{"revision": 1, "note": {}}',
        b'{"revision": "", "note": {"text": 1}}',
        b'{"revision": "", "note": {"stage": "client"}}',
        b'{"revision": "", "note": {"again": "yes"}}',
        b'{"revision": "", "note": {"reply_by": "tomorrow"}}',
        b'{"revision": "", "note": {"next_step_on": 99999999999}}',
        b'{"revision": "", "note": {"text": NaN}}',
        b'{"revision": "", "note": {"done_on": "2026-05-14"}}',
        b"[" * 4000,
        b'{"a":' * 1500,
    ],
)
async def test_what_is_no_note_is_refused_and_no_fault(body: bytes) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    headers = {"Content-Type": "application/json"}
    answer = await phone.put(a_note(2), content=body, headers=headers)

    assert answer.status_code == 400
    assert answer.json()["error"] == "bad"
    assert hall.session.event.notes == ()


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/page_files.py",
        "/page/index.html",
        "/index.html",
        "/scripts/start.js",
        "/app.js",
        "/J/",
        "/api",
        "/api/notes/1",
        "/api/notes/1/2/3",
        "/api/notes/one/2",
        "/api/notes/-1/2",
        "/mixer.toml",
        "/\u202e",
    ],
)
async def test_paths_lead_nowhere_but_to_the_routes(path: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    answer = await phone.get(path)

    assert answer.status_code in {403, 404}
    assert "location" not in answer.headers
    assert "root:" not in answer.text


@pytest.mark.parametrize("text", [text[:200] for text in TEXTS.values()], ids=TEXTS)
async def test_hostile_text_comes_in_safe_and_stays_data(text: str) -> None:
    hall = Hall()
    one = await hall.joined(1)

    status = await save(one, a_note_to_save(text=text, purpose=text, can_do=text))
    notes = await one.get("/api/notes")

    assert status == 200
    assert notes.headers["content-type"] == "application/json"
    kept = hall.session.event.notes[0].text
    assert notes.json()["partners"][0]["note"]["text"] == kept
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in kept)


@pytest.mark.parametrize(
    "day", ["9999-12-31", "0001-01-01", "1999-12-31", "3000-01-01", "20260520"]
)
async def test_a_day_with_which_nobody_can_reckon_is_refused(day: str) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    statuses = {
        await save(phone, a_note_to_save(reply="by", reply_by=day)),
        await save(phone, a_note_to_save(next_step="mail", next_step_on=day)),
    }

    assert statuses == {400}
    assert hall.session.event.notes == ()


@pytest.mark.parametrize(
    "body",
    [
        b'{"revision":"","note":{"text":"a","text":"b"},"revision":"x"}',
        b'{"revision":"","note":{"again":' + b"9" * 5000 + b"}}",
        b'{"revision":"","note":{"text":"\\ud800"}}',
        b"[" * 4000,
        b'\xef\xbb\xbf{"revision":"","note":{}}',
    ],
    ids=["a key twice", "a huge number", "half a character", "deep", "a byte order mark"],
)
async def test_a_body_that_readers_understand_differently_changes_nothing(body: bytes) -> None:
    hall = Hall()
    phone = await hall.joined(1)

    answer = await phone.put(a_note(2), content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code in {400, 409}
    assert hall.session.event.notes == ()


async def test_a_title_that_is_markup_is_text_on_the_page() -> None:
    hall = Hall()
    title = '</title><script src="//evil.example/x.js"></script>'
    event = hall.session.event
    hall.session.state.put(event.with_(settings=event.settings.with_(title=title)))

    page = await hall.phone().get(f"/J/{CODE}")

    assert '<script src="//evil' not in page.text
    assert SERVER not in page.text
