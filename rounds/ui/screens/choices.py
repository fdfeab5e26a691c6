"""What a host may do with an evening, and what was chosen; the command line carries it out.

A new line in `ACTIONS` is all it takes to offer one more command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from rounds.domain.sentence import Sentence, sentence

Words = Callable[[Path], list[str]]


@dataclass(frozen=True)
class Choice:
    """A command and its arguments, as on a command line.

    `back` says that the host wants to choose again afterwards; what the command `prints` can be
    read before that. `edit` says that the file is to be opened in the host's editor instead.
    """

    words: tuple[str, ...]
    back: bool = False
    prints: bool = True
    edit: Path | None = None


NEW = Choice(("new",))
"""A new evening is to be set up."""


@dataclass(frozen=True)
class Action:
    """One thing to do with an evening: its key, what it is called, and its command.

    Without a command the screen does it by itself. A command that only shows a screen `prints`
    nothing. `at_once` is offered for an evening that was just set up, too.
    """

    name: str
    key: str
    label: Sentence
    command: Words | None = None
    back: bool = True
    prints: bool = True
    at_once: bool = False

    def choice(self, path: Path) -> Choice:
        """Return the choice of this action for an event file."""
        words = tuple(self.command(path) if self.command else ())
        return Choice(words, back=self.back, prints=self.prints)


def _named(command: str) -> Words:
    return lambda path: [command, _argument(path)]


def _argument(path: Path) -> str:
    """Return a path that is never taken for an option."""
    return f"./{path}" if str(path).startswith("-") else str(path)


def after(paths: Iterable[Path]) -> Choice:
    """Return the choice of the desk for the days after, with the evenings of some files."""
    return Choice(("after", *map(_argument, paths)), back=True, prints=False)


def _print(path: Path) -> list[str]:
    return ["print", _argument(path), "--open"]


def _export(path: Path) -> list[str]:
    names = (f"{path.stem}-history{more}.csv" for more in ("", *(f"-{n}" for n in range(2, 1000))))
    to = next((path.with_name(name) for name in names if not path.with_name(name).exists()), path)
    return ["export", _argument(path), "--to", str(to)]


ACTIONS = (
    Action("run", "r", sentence("Run the evening"), _named("run"), back=False, at_once=True),
    Action("check", "c", sentence("Check it"), _named("check"), at_once=True),
    Action("print", "p", sentence("Print the sheets"), _print, at_once=True),
    Action("rehearse", "h", sentence("Rehearse it"), _named("rehearse"), at_once=True),
    Action("add", "a", sentence("Add the new people of a newer list")),
    Action("edit", "e", sentence("Open it in the editor"), at_once=True),
    Action(
        "after", "d", sentence("Open your desk for the days after"), _named("after"), prints=False
    ),
    Action("export", "x", sentence("Write down who met whom (CSV)"), _export),
    Action("sheets", "s", sentence("Write a sheet for each participant"), _named("sheets")),
    Action("start_over", "n", sentence("Start over (the record is kept in a copy)")),
)
"""What can be done with an evening, in the order of the list."""


def actions_for(*, wrong: bool, held: bool) -> tuple[Action, ...]:
    """Return what makes sense for an evening.

    `wrong` says that its file cannot be used as it is, `held` that it has a record.
    """
    if wrong:
        return tuple(each for each in ACTIONS if each.name in {"check", "edit"})
    of_a_record = {"after", "export", "sheets", "start_over"}
    return tuple(each for each in ACTIONS if held or each.name not in of_a_record)
