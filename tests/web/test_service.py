"""The phones of an evening on a real socket: on and off, restarts, what the host decides."""

from __future__ import annotations

import asyncio
import socket
import stat
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from rounds.store.state.phones_file import PhonesFile
from rounds.web.address import listening
from rounds.web.service import PhoneService
from tests.evenings import a_session
from tests.web.phones import a_person

HERE = "127.0.0.1"


async def until(seen: object, seconds: float = 10.0) -> None:
    """Wait until a function returns something true."""
    assert callable(seen)
    ends = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < ends
        await asyncio.sleep(0.01)


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


def a_service(folder: Path, address: str = HERE, port: int = 0) -> PhoneService:
    file = PhonesFile(folder / "mixer.toml", folder / "phones")
    return PhoneService(a_session(), file, address=address, port=port or a_free_port())


@asynccontextmanager
async def switched_on(service: PhoneService) -> AsyncIterator[httpx.AsyncClient]:
    """Phones that are on, and a browser that knows their address."""
    service.switch_on()
    await until(lambda: service.state.on or service.state.trouble)
    url = f"http://{service.state.address}"
    async with httpx.AsyncClient(base_url=url, headers={"Origin": url}) as phone:
        yield phone
    await service.switch_off()


async def test_the_code_on_the_screen_opens_the_page(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    async with switched_on(service) as phone:
        page = await phone.get(service.state.url.lower())

        assert page.status_code == 200
        assert service.state.visited
        assert service.state.url == service.state.url.upper()


async def test_after_a_restart_phones_are_still_joined_and_the_code_is_the_same(
    tmp_path: Path,
) -> None:
    first = a_service(tmp_path)
    async with switched_on(first) as phone:
        code = first.state.code
        await phone.post("/api/join", json={"code": code, "person": a_person(2)})
        device = phone.cookies["device"]
        assert first.state.joined == {"Person 02"}

    second = a_service(tmp_path)
    async with switched_on(second) as phone:
        phone.cookies.set("device", device)

        assert second.state.code == code
        assert (await phone.get("/api/now")).json()["me"]["number"] == 2


async def test_what_is_kept_can_be_read_by_the_host_alone(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    async with switched_on(service) as phone:
        await phone.post("/api/join", json={"code": service.state.code, "person": a_person(2)})
        (file,) = (tmp_path / "phones").iterdir()

        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert phone.cookies["device"] not in file.read_text()


async def test_an_evening_that_is_started_over_keeps_its_code_and_nobody_s_phone(
    tmp_path: Path,
) -> None:
    first = a_service(tmp_path)
    async with switched_on(first) as phone:
        code = first.state.code
        await phone.post("/api/join", json={"code": code, "person": a_person(2)})
        first.open_door(False)
        file = PhonesFile(tmp_path / "mixer.toml", tmp_path / "phones")
        await until(lambda: (kept := file.read()) and not kept.door_open)

    file.forget_people()

    later = a_service(tmp_path)
    async with switched_on(later):
        assert later.state.joined == frozenset()
        assert (later.state.code, later.state.door_open) == (code, True)


async def test_a_released_phone_is_out_and_the_name_is_free(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    async with switched_on(service) as phone:
        await phone.post("/api/join", json={"code": service.state.code, "person": a_person(2)})
        service.release("Person 02")

        assert (await phone.get("/api/now")).status_code == 401
        assert service.state.joined == frozenset()


async def test_a_new_code_makes_the_old_one_worthless_and_leaves_the_joined_in(
    tmp_path: Path,
) -> None:
    service = a_service(tmp_path)
    async with switched_on(service) as phone:
        old = service.state.code
        await phone.post("/api/join", json={"code": old, "person": a_person(2)})
        service.new_code()

        assert (await phone.get("/api/now")).status_code == 200
        assert (await phone.get(f"/J/{old}")).status_code == 200  # the page may be loaded again
        phone.cookies.clear()
        assert (await phone.get(f"/J/{old}")).status_code == 403
        assert (await phone.get(f"/J/{service.state.code}")).status_code == 200


async def test_a_port_that_is_taken_makes_way_for_the_next_one(tmp_path: Path) -> None:
    port = a_free_port()
    with listening(HERE, port):
        service = a_service(tmp_path, port=port)
        async with switched_on(service):
            assert service.state.on
            assert service.state.address != f"{HERE}:{port}"


async def test_an_address_of_another_computer_is_named_and_the_evening_goes_on(
    tmp_path: Path,
) -> None:
    service = a_service(tmp_path, address="192.0.2.77")
    service.switch_on()
    await until(lambda: service.state.trouble)

    assert not service.state.on
    assert "192.0.2.77" in str(service.state.trouble)


async def test_before_phones_were_ever_on_a_key_changes_nothing_that_was_kept(
    tmp_path: Path,
) -> None:
    first = a_service(tmp_path)
    async with switched_on(first) as phone:
        await phone.post("/api/join", json={"code": first.state.code, "person": a_person(2)})
    kept = next((tmp_path / "phones").iterdir()).read_text()

    again = a_service(tmp_path)
    again.new_code()
    again.open_door(False)
    again.release("Person 02")
    await asyncio.sleep(0.05)

    assert next((tmp_path / "phones").iterdir()).read_text() == kept


async def test_a_fault_of_the_server_is_told_and_the_evening_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("rounds.web.service.listening", lambda *_: 1 / 0)
    service = a_service(tmp_path)
    service.switch_on()
    await until(lambda: service.state.trouble)

    assert "fault in Rounds" in str(service.state.trouble)
    assert "ZeroDivisionError" in (tmp_path / "rounds" / "crash.log").read_text()


async def test_phones_that_were_let_down_can_be_switched_on_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = a_service(tmp_path, address="")
    with monkeypatch.context() as without:
        without.setattr("rounds.web.service.own_address", lambda: None)
        service.switch_on()
        await until(lambda: service.state.trouble)
        await asyncio.sleep(0)
    monkeypatch.setattr("rounds.web.service.own_address", lambda: HERE)

    async with switched_on(service) as phone:
        assert (await phone.get("/")).status_code == 200
        assert service.state.trouble is None


async def test_switched_on_again_while_it_still_stops_it_is_on(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    async with switched_on(service):
        stopping = asyncio.create_task(service.switch_off())
        await asyncio.sleep(0)
        service.switch_on()
        await stopping
        await until(lambda: service.state.on)
        async with httpx.AsyncClient(base_url=f"http://{service.state.address}") as phone:
            assert (await phone.get("/")).status_code == 200


async def test_without_a_network_the_host_hears_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rounds.web.service.own_address", lambda: None)
    service = a_service(tmp_path, address="")
    service.switch_on()
    await until(lambda: service.state.trouble)

    assert "hotspot" in str(service.state.trouble)


async def test_switched_off_and_on_again_it_answers_at_the_same_place(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    async with switched_on(service):
        before = service.state.url
    async with switched_on(service) as phone:
        assert service.state.url == before
        assert (await phone.get("/")).status_code == 200


async def test_it_leaves_within_a_second_whatever_the_phones_are_doing(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    async with switched_on(service) as phone:
        await phone.get("/")  # it accepts connections
        host, _colon, port = service.state.address.partition(":")
        half = f"PUT /api/notes/1/2 HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 99\r\n\r\n{{"
        open_ones = [socket.create_connection((host, int(port))) for _each in range(30)]
        for each in open_ones[:20]:
            each.sendall(half.encode())
        await asyncio.sleep(0.1)
        began = time.monotonic()
        await service.switch_off()
        took = time.monotonic() - began
        for each in open_ones:
            each.close()

        assert took < 1.0
        listening(HERE, int(port)).close()
