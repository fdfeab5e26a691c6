"""Simulated phones: they join, poll and save notes, and measure how long each answer takes.

A process of its own (see `bench_phones`), so that what it needs itself is not counted.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Coroutine
from typing import Any


class Phone:
    """One phone on one connection that stays open; `took` is filled with seconds of answers."""

    def __init__(self, host: str, port: int, number: int) -> None:
        self.number = number
        self.partner = (0, "")
        self.revision = ""
        self.tag = ""
        self.took: dict[str, list[float]] = {"poll": [], "save": []}
        self.refused = 0
        self._at = f"{host}:{port}"
        self._to = (host, port)
        self._from = f"127.0.{1 + number // 200}.{1 + number % 200}"
        self._cookie = ""
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._turn = asyncio.Lock()

    async def ask(
        self, method: str, path: str, body: dict[str, Any] | None = None, *more: str
    ) -> tuple[int, dict[str, str], Any]:
        """Send a request; return status, headers and what the answer says."""
        data = b"" if body is None else json.dumps(body).encode()
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self._at}", *more]
        if self._cookie:
            lines.append(f"Cookie: {self._cookie}")
        if body is not None:
            lines += [f"Origin: http://{self._at}", "Content-Type: application/json"]
            lines += [f"Content-Length: {len(data)}"]
        request = "\r\n".join(lines).encode() + b"\r\n\r\n" + data
        async with self._turn:
            for _twice in range(2):
                try:
                    return await self._exchange(request)
                except (ConnectionError, asyncio.IncompleteReadError):
                    self._open = None  # it was closed while nothing was asked
        raise ConnectionError(path)

    async def _exchange(self, request: bytes) -> tuple[int, dict[str, str], Any]:
        if self._open is None:
            self._open = await asyncio.open_connection(*self._to, local_addr=(self._from, 0))
        reader, writer = self._open
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {
            name.lower(): value for name, _colon, value in (line.partition(": ") for line in head)
        }
        said = await reader.readexactly(int(headers.get("content-length", "0")))
        return int(head[0].split()[1]), headers, json.loads(said) if said else None

    async def join(self, code: str) -> None:
        """Join, and learn whom the note is about."""
        _status, _headers, said = await self.ask("GET", "/api/people", None, f"X-Code: {code}")
        (me,) = (each["id"] for each in said["people"] if each["number"] == self.number)
        body = {"code": code, "person": me}
        status, headers, said = await self.ask("POST", "/api/join", body)
        assert status == 200, said
        self._cookie = headers["set-cookie"].partition(";")[0]
        _status, _headers, said = await self.ask("GET", "/api/notes")
        for partner in said["partners"][:1]:
            self.partner = partner["round"], partner["about"]
            self.revision = partner["revision"]

    async def poll(self) -> None:
        """Ask what is now."""
        began = time.perf_counter()
        status, headers, _said = await self.ask(
            "GET", "/api/now", None, f"If-None-Match: {self.tag}"
        )
        self.took["poll"].append(time.perf_counter() - began)
        self.refused += status not in {200, 304}
        self.tag = headers.get("etag", "")

    async def save(self) -> None:
        """Save a note that is a little longer each time."""
        text = f"note {len(self.took['save'])} of {self.number} " + "about the pumps " * 4
        body = {"revision": self.revision, "note": {"text": text, "stage": "problem"}}
        number, about = self.partner
        began = time.perf_counter()
        status, _headers, said = await self.ask("PUT", f"/api/notes/{number}/{about}", body)
        self.took["save"].append(time.perf_counter() - began)
        self.refused += status != 200
        self.revision = said.get("revision", self.revision)


async def every(seconds: float, for_seconds: float, act: Any) -> None:
    """Do something again and again, beginning at a random moment of the first turn."""
    rnd = random.Random()
    await asyncio.sleep(rnd.uniform(0, seconds))
    ends = time.monotonic() + for_seconds
    while (began := time.monotonic()) < ends:
        await act()
        await asyncio.sleep(max(0.0, seconds * rnd.uniform(0.9, 1.1) - (time.monotonic() - began)))


def milliseconds(took: list[float]) -> list[float]:
    """Return the median, the 95th percentile and the longest of some times."""
    took.sort()
    places = took[len(took) // 2], took[int(0.95 * len(took))], took[-1]
    return [round(1000 * seconds, 1) for seconds in places]


async def load(address: str, code: str, phones: int, seconds: float) -> None:
    """Join, then poll and save for a while, then save all at once; print what was measured."""
    host, _colon, port = address.partition(":")
    made = [Phone(host, int(port), number) for number in range(1, phones + 1)]
    for at in range(0, phones, 20):
        await asyncio.gather(*(phone.join(code) for phone in made[at : at + 20]))
    say({"joined": phones})
    writers = [phone for phone in made if phone.partner != (0, "")]
    turns: list[Coroutine[Any, Any, None]] = [every(3.0, seconds, phone.poll) for phone in made]
    turns += [every(2.0, seconds, phone.save) for phone in writers]
    await asyncio.gather(*turns)
    took = {
        kind: milliseconds([each for phone in made for each in phone.took[kind]])
        for kind in ("poll", "save")
    }
    asked = sum(len(times) for phone in made for times in phone.took.values())
    say({"took": took, "asked": asked, "refused": sum(phone.refused for phone in made)})
    await asyncio.gather(*(phone.poll() for phone in made))  # every connection is open again
    began = time.perf_counter()
    await asyncio.gather(*(phone.save() for phone in writers))
    say({"at_once": round(time.perf_counter() - began, 3), "writers": len(writers)})
    for _turn in range(3):
        await asyncio.sleep(2)
        await asyncio.gather(*(phone.poll() for phone in made))
    say({"connected": phones})
    await asyncio.to_thread(sys.stdin.readline)


def say(what: dict[str, Any]) -> None:
    """Print a line for the process that measures."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(load(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
