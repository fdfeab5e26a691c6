"""What a monkey does in an evening: an evening's script is settled by its seed alone.

Nothing in a script depends on what the program answers, so that a seed repeats an evening
as far as the machine's timing allows.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

from tests.monkey.evening import Evening

GUARD = 1.05
"""Seconds after which Enter is no slip any more."""

What = Literal["write", "wait", "size", "stop", "note", "calm", "window", "second host", "edit"]
End = Literal["quit", "close"] | int
"""How a start ends: by the key for it, with its window, or by a signal."""


ENDS: tuple[End, ...] = (
    *("quit", "quit", "close"),
    *(int(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)),
    *(int(signal.SIGKILL), int(signal.SIGKILL)),
)


@dataclass(frozen=True)
class Act:
    """One thing the monkey does: bytes in one write, a pause, a note, another window ..."""

    what: What
    data: bytes = b""
    number: float = 0
    size: tuple[int, int] = (80, 24)

    def __str__(self) -> str:
        """Return the act as it stands in a log."""
        match self.what:
            case "write":
                return repr(self.data)
            case "note":
                return f"note of {self.number:g}: {self.data.decode()}"
            case "edit":
                return f"edit {self.data!r}"
            case "size":
                return "size {}x{}".format(*self.size)
        return f"{self.what} {self.number:g}"


@dataclass(frozen=True)
class Start:
    """One start of the program: its arguments, what is done, and how it ends."""

    arguments: tuple[str, ...]
    size: tuple[int, int]
    acts: tuple[Act, ...]
    end: End


def write(*parts: str | bytes) -> list[Act]:
    """Return acts of one write for every part."""
    return [Act("write", part if isinstance(part, bytes) else part.encode()) for part in parts]


def wait(seconds: float) -> list[Act]:
    """Return a pause."""
    return [Act("wait", number=seconds)]


UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
ESCAPE = "\x1b"
SINGLE = (
    *"hcntubsml?+-[]. aegixwkpovrdf/1234567890jqy",
    *("\r", "\r", "\r", ESCAPE, ESCAPE, ESCAPE, "\x7f", "\t", "\x1b[Z"),
    *(UP, DOWN, RIGHT, LEFT, "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOQ", "\x1b[3~"),
    *("\x01", "\x03", "\x15", "\x18", "\x17", "\x0b", "\x1a"),
    *"ｈｃｎ？１２３　＋あ漢é",
)
BROKEN: tuple[str | bytes, ...] = (
    "\x1b[", "\x1b[201~", "\x1b[<0;", "\x1b]0;x\x07", "\x1bP1$r\x1b\\", "\x1b[I",
    "\x1b[O", "\x1b[97;5u", "\x1b[99999999999~", "\x1b[1;2R", "\x1b[?1;2c", "\x1bO", "\x00",
    b"\xff\xfe", b"\xe3\x81", b"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", "\x9b1m", "\u202e",
)  # fmt: skip
PASTES = (
    "Tom Walker",
    "Tom Walker\r\nEve Stone\r\n",
    "山田 花子\tやまだ はなこ",
    "[/][@click=app.quit]Bob[/]",
    "a" * 300,
    "\x1b[31mred\x1b[0m",
    "quit\r",
    "= 3\n[[participants]]\nname = 'x'\n",
)


class Monkey:
    """Draws acts for one evening."""

    def __init__(self, seed: int, evening: Evening, *, tame: bool = False) -> None:
        self.chance = Random(f"monkey {seed}")
        self.evening = evening
        self.seed = seed
        self.notes = 0
        self.guests = 0
        self.does = [
            (does, 0 if tame and does in self._HASTY else often) for does, often in self._DOES
        ]

    # -- small parts ---------------------------------------------------------------------

    def name(self) -> str:
        """Return somebody as a host types them: whole, in part, or by number."""
        name = self.chance.choice(self.evening.names)
        return self.chance.choice((name, name.split()[0], name[:2], self.digits()))

    def digits(self) -> str:
        """Return somebody's number."""
        return str(self.chance.randint(1, len(self.evening.names)))

    def stranger(self) -> str:
        """Return the name of somebody who is not on the roster."""
        return self.chance.choice(
            ("Tom Walker", "Eve Stone", "山田 花子 / やまだ はなこ", "Max / mentor", "Zed", "佐藤")
        )

    def answer(self) -> str:
        """Return a key that answers a question."""
        return self.chance.choice(("\r", "\r", "\r", ESCAPE, "1", "y", "\t\r"))

    # -- what a host does ------------------------------------------------------------------

    def step(self) -> list[Act]:
        """Go on, confirmed where that is asked for."""
        twice = self.chance.random() < 0.4
        key = self.chance.choice(("\r", "\r", "\r", RIGHT, "\x1b[6~"))
        return [*wait(GUARD), *write(key), *(wait(0.6) + write(key) if twice else [])]

    def let_time_pass(self) -> list[Act]:
        """Wait for what the clock does."""
        return wait(self.chance.choice((0.3, 1.0, 2.5)))

    def check_in(self) -> list[Act]:
        """Everybody, or some by name, or somebody absent, or somebody new."""
        acts = write("c")
        for _time in range(self.chance.randint(1, 4)):
            match self.chance.randint(0, 5):
                case 0 | 1:
                    acts += write("\x01")
                case 2:
                    acts += write(self.name(), "\r")
                case 3:
                    acts += write(self.name(), "\x18")
                case 4:
                    acts += write(self.stranger(), "\r", "\r")
                case 5:
                    acts += write(self.chance.choice(("\x15", DOWN + DOWN + "\r", UP, "\x1b[6~")))
        return acts + write(ESCAPE, ESCAPE)[: self.chance.randint(1, 2)]

    def begin(self) -> list[Act]:
        """Check people in and go on, most often into the first round."""
        everybody = self.chance.random() < 0.7
        acts = write("c", "\x01", ESCAPE) if everybody else self.check_in()
        steps = self.chance.choice((1, 2, 2, 2))
        return acts + [act for _step in range(steps) for act in wait(GUARD) + write("\r")]

    def choose(self) -> list[Act]:
        """Mark somebody on the console."""
        way = self.chance.randint(0, 3)
        if way == 0:
            return write("/", self.name(), "\r")
        if way == 1:
            return write(*([self.chance.choice((UP, DOWN))] * self.chance.randint(1, 5)))
        return write(self.digits())

    def console(self) -> list[Act]:
        """Do something to somebody."""
        acts = [*write("h"), *self.choose()]
        for _time in range(self.chance.randint(1, 3)):
            acts += self.chance.choice(self._ON_CONSOLE)(self)
            if self.chance.random() < 0.3:
                acts += self.choose()
        return acts + (write(ESCAPE) if self.chance.random() < 0.8 else [])

    def presence(self) -> list[Act]:
        """Here, absent, gone."""
        return write(self.chance.choice("iixgg"))

    def other_person(self) -> list[Act]:
        """Apart, pinned, or in exchanged seats."""
        key = self.chance.choice("kkppw")
        return write(key, self.chance.choice((self.name(), self.digits(), DOWN)), self.answer())

    def mark(self) -> list[Act]:
        """Say what became of a pairing."""
        unlock = ("\x15",) if self.chance.random() < 0.3 else ()
        return write("o", *unlock, self.chance.choice("hsn\t" + ESCAPE))

    def met(self) -> list[Act]:
        """Look at whom somebody meets."""
        return write("v", DOWN, ESCAPE)

    def rename(self) -> list[Act]:
        """Spell a name right."""
        return write("e", self.chance.choice(("x", "\x15New Name", "\x7f\x7fz", "様")), "\r")

    def walk_in(self) -> list[Act]:
        """Add somebody on the console."""
        return write("a", self.stranger(), "\r", ESCAPE)

    def table(self) -> list[Act]:
        """Take a table out of use."""
        return write("f", self.chance.choice(("1", "2", "1=Bar", "B", "99")), "\r", ESCAPE)

    def replan(self) -> list[Act]:
        """Look at another plan, and perhaps take it."""
        return [*write("r"), *wait(0.2), *write(self.answer())]

    def end_on_time(self) -> list[Act]:
        """Look at the ways to end on time, and perhaps take one."""
        return write("d", self.chance.choice(("1", "2", "3", "\r", ESCAPE)), "\r")

    def take_back(self) -> list[Act]:
        """Undo, or one step back, perhaps confirmed."""
        key = self.chance.choice(("u", "u", "\x7f"))
        return [*write(key), *(wait(0.7) + write(key) if self.chance.random() < 0.5 else [])]

    def message(self) -> list[Act]:
        """Say something to the room, or take it away."""
        words = self.chance.choice(("Food is here", "飲み物はあちらです", "", "x" * 90))
        return write("t", words, "\r", ESCAPE)

    def clock(self) -> list[Act]:
        """Pause, go on, more or less time, swap, black, pages, language, sound, keys."""
        key = self.chance.choice(("  ", " ", " ", "+", "-", "---", "s", "b", "b ", "[", "]", "l"))
        return write(key, *self.chance.sample(("m", "?", ESCAPE, "b", " "), 1))

    def note(self) -> list[Act]:
        """Write a note at the laptop."""
        self.notes += 1
        words = self.chance.choice(("knows a pump maker ", "ポンプの会社 ", "", "a" * 60 + " "))
        text = f"{words}{marker(self.seed, self.notes)}"
        return [Act("note", text.encode(), self.chance.randint(1, len(self.evening.names)))]

    # -- what no host does ------------------------------------------------------------------

    def burst(self) -> list[Act]:
        """Several keys in one write."""
        keys = [self.chance.choice(SINGLE) for _key in range(self.chance.randint(2, 12))]
        return write("".join(keys))

    def repeated(self) -> list[Act]:
        """One key twice or more in one write."""
        return write(self.chance.choice(SINGLE) * self.chance.choice((2, 2, 3, 20)))

    def single(self) -> list[Act]:
        """A few keys, one by one."""
        return write(*(self.chance.choice(SINGLE) for _key in range(self.chance.randint(1, 6))))

    def paste(self) -> list[Act]:
        """Text pasted in brackets, or as if typed."""
        text = self.chance.choice(PASTES) * self.chance.choice((1, 1, 1, 5))
        bracketed = self.chance.random() < 0.7
        opened = self.chance.choice(("", "", "c", "t", "h/"))
        return write(opened, f"\x1b[200~{text}\x1b[201~" if bracketed else text)

    def broken(self) -> list[Act]:
        """Bytes that no key sends, and sequences that break off."""
        if self.chance.random() < 0.3:
            return write(self.chance.randbytes(self.chance.randint(1, 12)))
        return write(*self.chance.sample(BROKEN, 2))

    def mouse(self) -> list[Act]:
        """Clicks, wheels and moves, some outside of the window."""
        acts: list[Act] = []
        for _click in range(self.chance.randint(1, 3)):
            button = self.chance.choice((0, 0, 0, 2, 64, 65, 35))
            at = f"{button};{self.chance.randint(1, 90)};{self.chance.randint(1, 30)}"
            acts += write(f"\x1b[<{at}M\x1b[<{at}m")
        return acts

    def resize(self) -> list[Act]:
        """Another size, most often a usable one."""
        sizes = ((80, 24), (60, 20), (120, 40), (200, 50), (30, 10), (5, 3), (1, 1))
        return [Act("size", size=self.chance.choice(sizes))]

    def stop(self) -> list[Act]:
        """The program stopped for a moment, perhaps with keys typed meanwhile."""
        return [Act("stop", self.chance.choice((b"", b"\r", b"hc")), 0.2)]

    def window(self) -> list[Act]:
        """A second window is opened or closed."""
        return [Act("window")]

    def second_host(self) -> list[Act]:
        """A second host opens the same file."""
        return [Act("second host")]

    def edit(self) -> list[Act]:
        """The host saves the file in an editor, with a remark or with somebody more."""
        self.guests += 1
        remark = f"# remark {self.guests}\n"
        side = 'side = "mentor"\n' if b"\nsides = " in self.evening.text else ""
        guest = f'\n[[participants]]\nname = "Guest {self.guests}"\n{side}'
        return [Act("edit", self.chance.choice((remark, guest)).encode())]

    def calm(self) -> list[Act]:
        """Close whatever is open."""
        return [Act("calm")]

    _ON_CONSOLE: tuple[Callable[[Monkey], list[Act]], ...] = (
        presence, presence, presence, other_person, other_person, mark, met, rename, walk_in,
        table, replan, end_on_time,
    )  # fmt: skip
    _DOES: tuple[tuple[Callable[[Monkey], list[Act]], int], ...] = (
        (step, 22), (let_time_pass, 5), (check_in, 10), (console, 22), (take_back, 8),
        (message, 3), (clock, 8), (note, 14), (burst, 12), (repeated, 8), (single, 8),
        (paste, 4), (broken, 4), (mouse, 4), (resize, 4), (stop, 2), (window, 2),
        (second_host, 1), (edit, 2), (calm, 6),
    )  # fmt: skip
    _HASTY = (burst, repeated)

    def acts(self, phrases: int) -> list[Act]:
        """Return what is done in one start: so many phrases of some acts each."""
        does, weights = zip(*self.does, strict=True)
        acts: list[Act] = []
        for phrase in self.chance.choices(does, weights, k=phrases):
            acts += phrase(self)
        return acts


def marker(seed: int, number: int) -> str:
    """Return the word by which a note of an evening is known again."""
    return f"zq{seed}x{number}q"


def script(
    seed: int,
    evening: Evening,
    *,
    starts: int | None = None,
    phrases: int = 25,
    tame: bool = False,
) -> list[Start]:
    """Return all starts of the program, most of them on one file, one after the other."""
    monkey = Monkey(seed, evening, tame=tame)
    chance = monkey.chance
    made = []
    for number in range(starts or chance.randint(1, 4)):
        speed = chance.choice((1, 20, 60, 60, 120, 300))
        what = chance.choices(("run", "demo", "home"), (12, 1, 1))[0] if number else "run"
        arguments = [what, "--mute", *(["--speed", str(speed)] if speed > 1 else [])]
        if what == "run" and chance.random() < 0.3:
            arguments.append("--console")
        if chance.random() < 0.3:
            arguments.append("--calm")
        beginning = monkey.begin() if number == 0 else []
        end = chance.choice(ENDS)
        acts = monkey.acts(chance.randint(phrases // 2, phrases))
        if end == signal.SIGKILL:
            acts += monkey.note()
        made.append(
            Start(
                ("home",) if what == "home" else tuple(arguments),
                chance.choice(((80, 24), (80, 24), (60, 20), (132, 43))),
                (*beginning, *acts),
                end,
            )
        )
    return made
