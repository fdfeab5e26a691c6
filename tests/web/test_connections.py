"""Connections that say nothing, too little, or that are too many, at a real socket."""

from __future__ import annotations

import asyncio
import socket
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from random import Random

import httpx
import pytest

from rounds.web import connections, server
from rounds.web.address import listening
from rounds.web.server import PhoneServer
from tests.web.phones import CODE, Hall
from tests.web.test_service import HERE, a_free_port

if sys.platform != "win32":
    import resource

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="127.0.0.2 and the like are Linux'")


@asynccontextmanager
async def serving(hall: Hall) -> AsyncIterator[tuple[str, int]]:
    """A hall whose phones are answered at a socket."""
    made = listening(HERE, a_free_port())
    address: tuple[str, int] = made.getsockname()
    running = PhoneServer(hall.app, made)
    task = asyncio.create_task(running.serve())
    yield address
    running.stop()
    await task


def connect(to: tuple[str, int], by: str = HERE) -> socket.socket:
    made = socket.create_connection(to, source_address=(by, 0))
    made.setblocking(False)
    return made


async def ended(each: socket.socket, seconds: float = 5.0) -> bytes:
    """Return what came before the other side closed the connection."""
    loop, said = asyncio.get_running_loop(), b""
    with suppress(ConnectionError):
        while data := await asyncio.wait_for(loop.sock_recv(each, 4096), seconds):
            said += data
    each.close()
    return said


async def answered(to: tuple[str, int]) -> int:
    async with httpx.AsyncClient(base_url=f"http://{to[0]}:{to[1]}") as phone:
        return (await phone.get(f"/J/{CODE}")).status_code


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /J/",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        b"PUT /api/notes/1/2 HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        b"Content-Type: application/json\r\nContent-Length: 90\r\n\r\n{",
    ],
)
async def test_who_does_not_finish_a_request_is_cut_off(
    begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "WITHIN", 0.2)
    async with serving(Hall()) as to:
        slow = connect(to)
        slow.send(begun.replace(b"{host}", f"{to[0]}:{to[1]}".encode()))

        assert await ended(slow) == b""
        assert await answered(to) == 200


async def test_who_does_not_finish_a_second_request_is_cut_off_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "WITHIN", 0.3)
    async with serving(Hall()) as to:
        slow = connect(to)
        first = f"GET / HTTP/1.1\r\nHost: {to[0]}:{to[1]}\r\n\r\n".encode()
        slow.send(first)
        await asyncio.sleep(0.1)
        began = time.monotonic()
        slow.send(b"GET / HTTP/1.1\r\nX-Slow: ")

        assert (await ended(slow)).count(b"HTTP/1.1 ") == 1
        assert time.monotonic() - began < server.KEEP_ALIVE


async def test_headers_without_end_are_cut_off_before_they_fill_the_memory() -> None:
    async with serving(Hall()) as to:
        endless = connect(to)
        sent = 0
        with suppress(ConnectionError):
            endless.send(b"GET / HTTP/1.1\r\n")
            while sent < 3_000_000:
                with suppress(BlockingIOError):
                    sent += endless.send(b"X-More: " + b"x" * 4000 + b"\r\n")
                await asyncio.sleep(0.001)
        endless.close()

        assert sent < 1_000_000
        assert await answered(to) == 200


async def test_a_request_that_trickles_in_is_cut_off_however_it_hurries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connections, "WITHIN", 0.3)
    async with serving(Hall()) as to:
        slow = connect(to)
        began = time.monotonic()
        with suppress(OSError):
            for letter in b"GET / HTTP/1.1\r\nX: " + b"x" * 500:
                slow.send(bytes([letter]))
                await asyncio.sleep(0.02)
        slow.close()

        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "said",
    [
        b"\x16\x03\x01\x02\x00",
        b"SSH-2.0-x\r\n\r\n",
        b"GET / HTTP/9\r\n\r\n",
        b"\r\n" * 50 + b"x\r\n\r\n",
        b"GET " + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n",
        b"POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : {host}\r\n\r\n",
        b"POST /api/join HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        b"Content-Type: application/json\r\nContent-Length: 5\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET /\xc3\xa9 HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET http://[::1 HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
        b"GET //evil.example HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n",
        b"GET /api/now HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade, close\r\n\r\n",
    ],
)
async def test_what_is_no_request_of_a_phone_gets_no_page(
    said: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    async with serving(Hall()) as to:
        odd = connect(to)
        with suppress(BlockingIOError):
            odd.send(said.replace(b"{host}", f"{to[0]}:{to[1]}".encode()))
        with suppress(OSError):
            odd.shutdown(socket.SHUT_WR)
        answer = await ended(odd)

        assert not answer.startswith(b"HTTP/1.1 2")
        assert b"evil" not in answer
        assert await answered(to) == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("seed", range(3))
async def test_a_changed_request_is_answered_or_cut_off_and_never_a_fault(seed: int) -> None:
    chance, said, faults = Random(seed), set(), []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, told: faults.append(told))
    async with serving(Hall()) as to:
        whole = (
            f"POST /api/join HTTP/1.1\r\nHost: {to[0]}:{to[1]}\r\nOrigin: http://{to[0]}:{to[1]}\r\n"
            'Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{"code":"x"}'
        ).encode()
        for _each in range(60):
            changed = bytearray(whole)
            for _change in range(chance.randint(1, 9)):
                at = chance.randrange(len(changed))
                more = chance.choice([b"", b"\r\n", b"\0", b"A" * 5000, b": ", b"%0d", b"\xff"])
                changed[at : at + chance.randrange(4)] = more
            odd = connect(to)
            with suppress(OSError):
                odd.send(changed)
                odd.shutdown(socket.SHUT_WR)
            said.add((await ended(odd))[:10])

        assert all(answer == b"" or answer == b"HTTP/1.1 4" for answer in said)
        assert faults == []
        assert await answered(to) == 200


async def test_who_opens_too_many_connections_loses_own_ones_and_the_guests_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server, "_allow_connections", lambda: 20)
    async with serving(Hall()) as to:
        guests = [connect(to, f"127.0.0.{10 + number}") for number in range(5)]
        await asyncio.sleep(0.05)
        many = [connect(to, "127.0.0.2") for _each in range(60)]
        await asyncio.sleep(0.2)

        assert await answered(to) == 200
        host = f"{to[0]}:{to[1]}"
        for guest in guests:
            guest.send(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            assert (await ended(guest)).startswith(b"HTTP/1.1 200")
        for each in many:
            each.close()


@pytest.mark.slow
async def test_ten_thousand_connections_do_not_stop_the_clock_of_the_stage() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 12_000), hard))
    late: list[float] = []

    async def beat() -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(0.02)
            late.append(time.monotonic() - began - 0.02)

    beating = asyncio.create_task(beat())
    try:
        async with serving(Hall()) as to:
            flood = await asyncio.create_subprocess_exec(
                sys.executable, "-c", FLOOD, str(to[1]), stdout=asyncio.subprocess.PIPE
            )
            assert flood.stdout is not None
            assert await flood.stdout.readline() == b"10000\n"
            assert await answered(to) == 200
            flood.kill()
            await flood.wait()
    finally:
        beating.cancel()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    late.sort()
    assert late[int(0.99 * len(late))] < 0.3  # a few milliseconds where nothing else runs


FLOOD = """
import resource, socket, sys, time
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 12_000), hard))
held = []
for number in range(10_000):
    try:
        each = socket.socket()
        each.bind((f"127.0.1.{1 + number % 200}", 0))
        each.settimeout(5)
        each.connect(("127.0.0.1", int(sys.argv[1])))
        held.append(each)
    except OSError:
        pass
    held = held[-9_000:]
print(10_000, flush=True)
time.sleep(600)
"""
"""Opens ten thousand connections from two hundred addresses and says nothing."""
