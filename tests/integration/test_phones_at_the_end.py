"""However the program ends while phones are connected: at once, saved, and the port is free."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from pathlib import Path

import httpx
import pytest

from rounds.web.address import listening
from tests.hosts import ROUNDS, environment_in, in_a_round, mixer_in, record_of
from tests.prompt import Prompt
from tests.web.test_service import HERE, a_free_port

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(os.name == "nt", reason="signals and terminals of POSIX"),
]

SETTINGS = "rounds = 2\nround_minutes = 5\nphones = true\n"


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, pytest.param(signal.SIGHUP, marks=pytest.mark.slow)]
)
def test_told_to_end_while_phones_write(tmp_path: Path, number: int) -> None:
    path, port = mixer_in(tmp_path, SETTINGS), a_free_port()
    environment = environment_in(tmp_path)
    command = [ROUNDS, "run", str(path), "--address", HERE, "--port", str(port)]
    with Prompt(command, tmp_path / "ended.json", environment=environment) as prompt:
        in_a_round(prompt)
        (kept,) = (Path(environment["XDG_STATE_HOME"]) / "rounds" / "phones").iterdir()
        code = json.loads(kept.read_text())["code"]
        url = f"http://{HERE}:{port}"
        with httpx.Client(base_url=url, headers={"Origin": url}) as phone:
            listed = phone.get("/api/people", headers={"X-Code": code}).json()["people"]
            phone.post("/api/join", json={"code": code, "person": listed[0]["id"]})
            (partner,) = phone.get("/api/notes").json()["partners"]
            body = {"revision": "", "note": {"text": "boats"}}
            saved = phone.put(f"/api/notes/1/{partner['about']}", json=body)
            assert saved.status_code == 200
            half = [socket.create_connection((HERE, port)) for _each in range(20)]
            for each in half:
                each.sendall(b"PUT /api/notes/1/2 HTTP/1.1\r\nContent-Length: 9\r\n\r\n{")
            began = time.monotonic()

            prompt.send(number)

            ended = prompt.ended()
            assert ended.status == 128 + number
            assert time.monotonic() - began < 5  # a second, on a machine that does nothing else
            for each in half:
                each.close()
        if number == signal.SIGTERM:
            assert ended.modes_restored
            assert prompt.still_on() == []
        assert "Traceback" not in prompt.text
    listening(HERE, port).close()
    assert record_of(path)["notes"][0]["text"] == "boats"
