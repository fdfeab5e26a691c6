"""How soon the page is usable after the scan: `python -m tests.bench.bench_first_page`.

Chromium as a slow phone: its processor slowed down, its network with the delay and the width of a
bad one, nothing kept from an earlier visit. Usable is the moment when all names are painted, or,
on a phone that has joined, the own seat.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from tests.chromium import Browser, chromium
from tests.evenings import an_event
from tests.phone import Phone
from tests.web.browser.evening import joined, start_round
from tests.web.wifi import Wifi

NETWORKS = {
    "the hall's Wi-Fi": (10, 20_000),
    "crowded Wi-Fi": (60, 4_000),
    "fast 3G": (150, 1_600),
    "fast 3G of the browser's tools": (562, 1_440),
}
"""Milliseconds until an answer begins, and kilobits a second."""

_WATCH = """
const look = () => {
  if (!document.querySelector(".rows li, .now")) return requestAnimationFrame(look);
  requestAnimationFrame(() => setTimeout(() => { window.usableAfter = performance.now(); }));
};
requestAnimationFrame(look);
"""


def _visit(phone: Phone, address: str) -> float:
    phone.open(address)
    assert phone.waits_for("window.usableAfter", 30), phone.text
    return float(phone.value("window.usableAfter"))


def _row(browser: Browser, wifi: Wifi, network: str, slower: int, times: int) -> str:
    took: dict[str, list[float]] = {"names": [], "again": []}
    for number in range(times):
        phone = Phone(browser, fresh=True)
        phone.like_a_slow_one(slower, *NETWORKS[network])
        phone.on_each_page(_WATCH)
        took["names"].append(_visit(phone, wifi.address))
        joined(phone, wifi, f"Person {number + 1:02d}")
        phone.open("about:blank")
        took["again"].append(_visit(phone, wifi.address))
        phone.close()
        wifi.do(lambda hall: [hall.devices.release(each) for each in hall.devices.joined])
    figures = (f"{statistics.median(each):5.0f} {max(each):5.0f}" for each in took.values())
    return f"{network:<32}{slower:>2}x   " + "    ".join(figures)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--slower", type=int, default=6, help="how many times")
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    program = chromium()
    if program is None:
        sys.stderr.write("Chromium is needed (CHROMIUM names one that is not on the PATH)\n")
        return 2
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(program, Path(profile))
        wifi = Wifi(an_event(given.people))
        start_round(wifi)
        sys.stdout.write("ms, median and longest             first visit    has joined\n")
        for network in NETWORKS:
            sys.stdout.write(_row(browser, wifi, network, given.slower, given.times) + "\n")
            sys.stdout.flush()
        wifi.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
