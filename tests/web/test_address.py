from __future__ import annotations

import socket

import pytest

from rounds.domain.errors import StoreError
from rounds.web import address


def test_the_address_is_that_of_the_way_out_and_never_all_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ways = {"192.0.2.1": "192.168.1.24", "10.42.0.2": "10.42.0.1"}
    monkeypatch.setattr(address, "_towards", ways.get)

    assert address.own_address() == "192.168.1.24"


def test_a_laptop_that_is_a_hotspot_without_internet_is_reached_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(address, "_towards", {"10.42.0.2": "10.42.0.1"}.get)

    assert address.own_address() == "10.42.0.1"


@pytest.mark.parametrize("own", ["127.0.0.1", "169.254.7.7", "0.0.0.0"])
def test_an_address_that_no_phone_reaches_is_none(
    own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(address, "_towards", lambda _other: own)

    assert address.own_address() is None


def test_the_own_address_is_one_of_this_computer() -> None:
    own = address.own_address()

    with socket.socket() as probe:
        probe.bind((own or "127.0.0.1", 0))


def test_a_port_that_cannot_be_had_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "TRIED", 1)
    with address.listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(StoreError, match=f"no port from {port} on is free"):
            address.listening("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "shown"),
    [
        ("192.168.1.24", 8765, "192.168.1.24:8765"),
        ("10.0.0.1", 80, "10.0.0.1"),
        ("::1", 1, "[::1]:1"),
    ],
)
def test_an_address_is_written_as_a_browser_takes_it(host: str, port: int, shown: str) -> None:
    assert address.written(host, port) == shown
