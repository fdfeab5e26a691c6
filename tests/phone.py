"""A phone: a tab of a real browser that keeps its own cookies and storage.

Taps and keys go through the browser's own input, so what cannot be tapped is not tapped.
"""

from __future__ import annotations

import base64
import json
from contextlib import suppress
from typing import Any

from tests.chromium import Browser, PageGone, Tab

_WATCH_THE_TAP = """
window.tapped = false;
addEventListener("mousedown", (down) => {
  addEventListener("click", (click) => { window.tapped = click.target === down.target; },
    { capture: true, once: true });
}, { capture: true, once: true });
"""
"""Notes whether a tap begins and ends on the same thing; on a new page nothing is noted."""

_WAIT = """
new Promise((done) => {{
  const until = Date.now() + {milliseconds};
  const look = () => {{
    let found = false;
    try {{ found = ({expression}); }} catch (fault) {{ found = false; }}
    if (found || Date.now() > until) done(Boolean(found)); else setTimeout(look, 20);
  }};
  look();
}})
"""

_PLACE = """
(() => {{
  const fits = (element) => element.offsetParent !== null && !element.disabled
    && (element.ariaLabel || element.innerText || "").trim().includes({words});
  const all = [...document.querySelectorAll("button, a, label, summary")].filter(fits);
  const found = all.sort((one, other) => one.innerText.length - other.innerText.length)[0];
  if (!found) return null;
  found.scrollIntoView({{block: "center"}});
  const box = found.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}})()
"""


class Phone:
    """A phone that a participant holds; a `fresh` one has never been used."""

    def __init__(
        self, browser: Browser, width: int = 360, height: int = 640, *, fresh: bool = False
    ) -> None:
        self._tab: Tab = browser.new_tab(fresh=fresh)
        self._tab.ask("Runtime.enable")
        self._tab.ask("Log.enable")
        self._tab.ask("Network.enable")
        self.turn(width, height)

    def turn(self, width: int, height: int, scale: float = 2) -> None:
        """Give the phone another size of screen."""
        self._tab.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=True,
        )

    def speak(self, language: str) -> None:
        """Set the language of the phone."""
        self._tab.ask("Network.setExtraHTTPHeaders", headers={"Accept-Language": language})

    def refuse_cookies(self) -> None:
        """Let the browser's pages keep no cookies."""
        self._tab.ask("Emulation.setDocumentCookieDisabled", disabled=True)

    def open(self, address: str) -> None:
        """Go to an address, as after scanning a code."""
        self._tab.open(address)

    def value(self, expression: str) -> Any:
        """Return what a JavaScript expression is on the page."""
        found = self._tab.ask(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in found:
            raise AssertionError(found["exceptionDetails"])
        return found["result"].get("value")

    @property
    def text(self) -> str:
        """Everything that is to be read on the page."""
        return str(self.value("document.body.innerText"))

    def sees(self, words: str, seconds: float = 8) -> bool:
        """Return whether words are to be read on the page, at the latest after some seconds."""
        return self.waits_for(f"document.body.innerText.includes({json.dumps(words)})", seconds)

    def waits_for(self, expression: str, seconds: float = 8) -> bool:
        """Return whether an expression becomes true within some seconds, here or on a new page."""
        wait = _WAIT.format(expression=expression, milliseconds=seconds * 1000)
        with suppress(PageGone):
            return bool(self.value(wait))
        return bool(self.value(wait))

    def tap(self, words: str) -> None:
        """Tap what has these words on it; it may have to come first.

        Who taps while a list is drawn again does so once more.
        """
        place = _PLACE.format(words=json.dumps(words))
        for _again in range(3):
            assert self.waits_for(f"{place} !== null"), f"nothing says {words!r}: {self.text}"
            x, y = self.value(place)
            self.value(_WATCH_THE_TAP)
            for kind in ("mousePressed", "mouseReleased"):
                self._tab.ask(
                    "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
                )
            with suppress(PageGone):
                if self.value("window.tapped === false"):
                    continue
            return
        raise AssertionError(f"the tap on {words!r} is always lost")

    def focus(self, selector: str) -> None:
        """Put the cursor into a field."""
        assert self.waits_for(f"document.querySelector({json.dumps(selector)})")
        self.value(f"document.querySelector({json.dumps(selector)}).focus()")

    def type(self, text: str) -> None:
        """Type a text where the cursor is."""
        self._tab.ask("Input.insertText", text=text)

    def compose(self, text: str) -> None:
        """Compose a text with an input method; `type` with the final text ends it."""
        self._tab.ask(
            "Input.imeSetComposition", text=text, selectionStart=len(text), selectionEnd=len(text)
        )

    def key(self, name: str) -> None:
        """Press a key by its name."""
        code = {"Enter": 13, "Tab": 9}[name]
        more = {"text": "\r"} if name == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self._tab.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=name,
                code=name,
                windowsVirtualKeyCode=code,
                **(more if kind == "keyDown" else {}),
            )

    def network(self, *, there: bool) -> None:
        """Lose the network, or have it back."""
        self._tab.ask(
            "Network.emulateNetworkConditions",
            offline=not there,
            latency=0,
            downloadThroughput=-1,
            uploadThroughput=-1,
        )

    def like_a_slow_one(self, slower: int, delay: int, kilobits: int) -> None:
        """Slow down its processor so many times, its network by ms of delay and to kilobits/s."""
        self._tab.ask("Emulation.setCPUThrottlingRate", rate=slower)
        self._tab.ask(
            "Network.emulateNetworkConditions",
            offline=False,
            latency=delay,
            downloadThroughput=kilobits * 125,
            uploadThroughput=kilobits * 125,
        )

    def on_each_page(self, script: str) -> None:
        """Run a script at the beginning of each page that is opened."""
        self._tab.ask("Page.addScriptToEvaluateOnNewDocument", source=script)

    def picture(self) -> bytes:
        """Return what the screen shows, as a PNG."""
        made = self._tab.ask("Page.captureScreenshot", format="png")
        return base64.b64decode(made["data"])

    @property
    def faults(self) -> list[str]:
        """What the browser complained about: errors of the script, forbidden contents."""
        return [
            json.dumps(message["params"])
            for message in self._tab.heard
            if message["method"] == "Runtime.exceptionThrown"
            or (
                message["method"] == "Log.entryAdded"
                and message["params"]["entry"]["source"] not in {"network"}
                and message["params"]["entry"]["level"] == "error"
            )
        ]

    def close(self) -> None:
        """Put the phone away."""
        self._tab.close()
