"""What is wrong in an event file: `file:line: message`, the line, a caret and a hint."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from rounds.domain.errors import InputError
from rounds.domain.sentence import Sentence, counted, sentence
from rounds.text.safe import source_line
from rounds.text.width import width

SHOWN = 8
"""How many errors are shown at once."""

_ROOM = 100


class FileError(NamedTuple):
    """One error in a file; `text` is the line it is on, `column` is counted from 1."""

    file: str
    line: int
    message: Sentence
    text: str = ""
    column: int | None = None
    hint: Sentence | None = None

    @property
    def summary(self) -> Sentence:
        """The first line alone: file, line and message."""
        return Sentence(
            "{file}:{line}: {message}",
            {"file": source_line(self.file), "line": self.line, "message": self.message},
        )

    @property
    def in_short(self) -> Sentence:
        """The first line and what to do."""
        if self.hint is None:
            return self.summary
        return Sentence("{summary}: {hint}", {"summary": self.summary, "hint": self.hint})

    @property
    def sentence(self) -> Sentence:
        """Everything about this error, on up to four lines."""
        text, column = _window(self.text.rstrip("\r\n"), self.column)
        template = "{summary}\n{number:>6} | {text}"
        values: dict[str, Any] = {
            "summary": self.summary,
            "number": self.line,
            "text": source_line(text),
        }
        if column is not None:
            template += "\n{margin:>7}| {caret}"
            values |= {"margin": "", "caret": " " * width(source_line(text[: column - 1])) + "^"}
        if self.hint is not None:
            template += "\n{margin:>7}= {hint}"
            values |= {"margin": "", "hint": self.hint}
        return Sentence(template, values)


class WrongFile(InputError):
    """A file that cannot be used, with every error found in it, in the order of the file."""

    def __init__(self, problems: Iterable[FileError], *, complete: bool = True) -> None:
        """Collect the errors; the sentence shows the first ones and counts the rest.

        `complete` is false where the file has more errors than were looked at.
        """
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        blocks = [problem.sentence for problem in self.problems[:SHOWN]]
        rest = len(self.problems) - len(blocks)
        if rest and not complete:
            blocks.append(sentence("... and more than {count} more errors", count=rest))
        elif rest:
            blocks.append(
                counted("... and {count} more error", "... and {count} more errors", rest)
            )
        values = {f"part{number}": each for number, each in enumerate(blocks)}
        super().__init__(Sentence("\n".join(f"{{{name}}}" for name in values), values))


def _window(text: str, column: int | None) -> tuple[str, int | None]:
    """Return the part of a long line that matters, and where the caret stands in it."""
    if len(text) <= _ROOM:
        return text, column
    start = max(0, (column or 1) - _ROOM * 2 // 3)
    cut = text[start : start + _ROOM]
    before, after = "..." if start else "", "..." if start + _ROOM < len(text) else ""
    return before + cut + after, column and column - start + len(before)
