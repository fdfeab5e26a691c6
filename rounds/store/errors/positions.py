"""Finding the line of a value in a TOML text.

Only for text that tomllib has accepted, and only used when there is an error to report: so it
may be lax, and never raises.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator

from rounds.store.errors.finding import KeyPath

_TOKEN = r"""(?xs)
      (?:[ \t\r]+|\#[^\n]*)*
      (?: (?P<line>\n)
      | (?P<text>\"{3}(?:\\.|[^\\])*?\"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
      | (?P<sign>[\[\]{}=,.])
      | (?P<bare>[^\s\[\]{}=,.\#"']+)
      | (?P<other>.))"""


def lines(text: str, wanted: Collection[KeyPath] | None = None) -> dict[KeyPath, int]:
    """Return the line, counted from 1, of every table, key and list item of a TOML text.

    With `wanted` the text is only searched until these are found.
    """
    scan = _Scan(text, wanted)
    scan.document()
    return scan.found


def line_of(found: dict[KeyPath, int], path: KeyPath) -> int:
    """Return the line of a value, or of the innermost table around it that is in the text."""
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


_Token = tuple[str, str, int]
"""Its kind, its text and its line."""


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in re.finditer(_TOKEN, text.removeprefix("\ufeff") + "\n"):
        kind = match.lastgroup or ""
        token = match[kind]
        yield kind, token, line
        if kind == "line":
            line += 1
        elif kind == "text":
            line += token.count("\n")
    yield "end", "", line


class _Scan:
    def __init__(self, text: str, wanted: Collection[KeyPath] | None) -> None:
        self.tokens = _tokens(text)
        self.token = next(self.tokens)
        self.place = 0
        self.wanted = None if wanted is None else {*wanted} - {()}
        self.found: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}

    @property
    def done(self) -> bool:
        return self.token[0] == "end" or (self.wanted is not None and not self.wanted)

    def peek(self) -> _Token:
        return self.token

    def take(self) -> None:
        self.token = next(self.tokens, self.token)
        self.place += 1

    def skip_lines(self) -> None:
        while self.peek()[0] == "line":
            self.take()

    def note(self, path: KeyPath, line: int, below: int = 0) -> None:
        for depth in range(below + 1, len(path) + 1):
            self.found.setdefault(path[:depth], line)
            if self.wanted is not None:
                self.wanted.discard(path[:depth])

    def document(self) -> None:
        table: KeyPath = ()
        while not self.done:
            self.skip_lines()
            kind, token, line = self.peek()
            if token == "[" and kind == "sign":
                self.take()
                several = self.peek()[1] == "["
                if several:
                    self.take()
                table = self.resolve(self.key("]"), several)
                self.note(table, line)
                self.take()
                if several:
                    self.take()
            elif kind != "end":
                self.pair(table)

    def resolve(self, names: list[str], several: bool) -> KeyPath:
        path: KeyPath = ()
        for depth, name in enumerate(names, 1):
            path += (name,)
            if several and depth == len(names):
                self.counts[path] = self.counts.get(path, -1) + 1
            if path in self.counts:
                path += (self.counts[path],)
        return path

    def key(self, end: str) -> list[str]:
        names: list[str] = []
        while True:
            kind, token, _line = self.peek()
            if kind in {"end", "line"} or token == end:
                return names
            self.take()
            if kind == "text":
                try:
                    names.append(tomllib.loads("k = " + token)["k"])
                except ValueError:
                    names.append(token)
            elif kind == "bare":
                names.append(token)

    def pair(self, table: KeyPath) -> None:
        line = self.peek()[2]
        path = table + tuple(self.key("="))
        self.note(path, line, len(table))
        if self.peek()[1] == "=":
            self.take()
            self.value(path)

    def value(self, path: KeyPath) -> None:
        _kind, token, line = self.peek()
        self.note(path, line, len(path) - 1)
        if token == "[":
            self.take()
            self.items(path)
        elif token == "{":
            self.take()
            self.inline(path)
        else:
            while self.peek()[0] not in {"end", "line"} and self.peek()[1] not in {",", "]", "}"}:
                self.take()

    def items(self, path: KeyPath) -> None:
        number = 0
        while not self.done:
            self.skip_lines()
            kind, token, _line = self.peek()
            if token == "]" and kind == "sign":
                self.take()
                return
            before = self.place
            if token == ",":
                self.take()
                number += 1
            else:
                self.value((*path, number))
                if self.place == before:
                    self.take()

    def inline(self, path: KeyPath) -> None:
        while not self.done:
            self.skip_lines()
            kind, token, _line = self.peek()
            if token == "}" and kind == "sign":
                self.take()
                return
            before = self.place
            if token == ",":
                self.take()
            else:
                self.pair(path)
                if self.place == before:
                    self.take()
