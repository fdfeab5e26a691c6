"""Sentences that can be said in any language.

The domain decides *what* to say; `rounds.i18n.say` puts it into the host's language. A
sentence is therefore a template in English and its values, never a finished text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Sentence:
    """A template with named places, and the values for them.

    A value may be a `Sentence` itself, a `str`, a number, or a list of these (a list is
    joined as the language joins lists). `plural` and `count` choose between two forms.
    `private` says that the room must not read this (see `is_private`), `latest` that as news
    it replaces the news that was marked so before.
    """

    template: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    plural: str | None = None
    count: int = 0
    private: bool = False
    latest: bool = False

    def __str__(self) -> str:
        """Return the English text: for logs and for tests, never for a host."""
        return plain(self)


def sentence(template: str, /, **values: Any) -> Sentence:
    """Return a sentence; the template is the key under which it is translated."""
    return Sentence(template, values)


def counted(singular: str, plural: str, count: int, /, **values: Any) -> Sentence:
    """Return a sentence that counts something; `{count}` is always among its values."""
    return Sentence(singular, {"count": count, **values}, plural, count)


def private(said: Sentence) -> Sentence:
    """Return a sentence marked as private: the room must not read it."""
    return replace(said, private=True)


def latest(said: Sentence) -> Sentence:
    """Return a sentence marked as the latest news about the event file."""
    return replace(said, latest=True)


def is_private(said: Sentence) -> bool:
    """Return whether a sentence, or one within it, is private."""

    def tells(value: Any) -> bool:
        if isinstance(value, list | tuple):
            return any(map(tells, value))
        return isinstance(value, Sentence) and is_private(value)

    return said.private or any(map(tells, said.values.values()))


def with_names(said: Sentence, shown: Mapping[str, str]) -> Sentence:
    """Return a sentence in which other names stand for some: for people who are not named."""

    def word(value: Any) -> Any:
        if isinstance(value, Sentence):
            return with_names(value, shown)
        if isinstance(value, list | tuple):
            return [word(item) for item in value]
        return shown.get(value, value) if isinstance(value, str) else value

    return replace(said, values={name: word(value) for name, value in said.values.items()})


def plain(said: Sentence) -> str:
    """Return the sentence in English."""

    def word(value: Any) -> Any:
        if isinstance(value, Sentence):
            return plain(value)
        if isinstance(value, list | tuple):
            return ", ".join(str(word(item)) for item in value)
        return value

    template = said.plural if said.plural is not None and said.count != 1 else said.template
    return template.format(**{name: word(value) for name, value in said.values.items()})
