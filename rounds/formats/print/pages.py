"""Renders one kind of sheet for an evening as a page of HTML that needs nothing else.

Whatever people typed is made safe on its way into a page: markup is escaped, and characters that
are invisible or turn the direction of writing are left out. A page runs no scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from rounds.domain.event import Event
from rounds.domain.people import pitches
from rounds.domain.views.room import JoinByPhone, in_halves
from rounds.formats.print import memo_choices, topics
from rounds.formats.print.evening import Place, evening
from rounds.formats.print.fit import LINE_HEIGHT, fitting_size
from rounds.formats.print.kinds import heading
from rounds.formats.print.papers import PAPERS
from rounds.formats.qr import qr_picture
from rounds.i18n import _, language, listed, ngettext
from rounds.text.safe import one_line

Part = TypeVar("Part")


def render(sheet: str, event: Event, *, paper: str = "a4", join: JoinByPhone | None = None) -> str:
    """Return a sheet of `kinds.SHEETS` in the language in force, for a paper of `PAPERS`.

    The rounds are those of the event. `join` is how phones join the evening: cards and table signs
    have the QR code.
    """
    return page(
        sheet,
        heading=heading(sheet),
        evening=evening(event),
        paper=paper,
        join=join,
        join_code=in_halves(join.code) if join else "",
        qr_picture=qr_picture(join.url) if join else "",
        choices=memo_choices.rows(),
    )


def page(template: str, *, paper: str, **values: object) -> str:
    """Return a page of a template in the language in force, for a paper of `PAPERS`."""
    made: str = (
        _environment()
        .get_template(f"{template}.html")
        .render(paper=PAPERS[paper], language=language(), listed=listed, **values)
    )
    return made


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.globals.update(
        _=_,
        ngettext=ngettext,
        fit=fitting_size,
        topic=topics.topic,
        length_in_words=length_in_words,
    )
    made.filters["pages"] = pages
    made.filters["fitting"] = _fitting
    return made


def _safe(value: object) -> object:
    """Return a value as it may stand in a page; markup that a template made stays as it is."""
    return one_line(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def length_in_words(text: str) -> str:
    """Return how long a text is: Japanese in characters, any other in words."""
    found = pitches.length(text)
    if found.characters:
        said = ngettext("{count} character", "{count} characters", found.count)
    else:
        said = ngettext("{count} word", "{count} words", found.count)
    return said.format(count=found.count)


def _fitting(place: Place, room: float, height: float) -> float:
    """Return the size at which the line of a place fits on a card."""
    words = _("Round {number}").format(number=place.round)
    return fitting_size(f"{words} {place.words}", room, height * LINE_HEIGHT, height)


def pages(parts: Sequence[Part], most: int) -> Iterator[Sequence[Part]]:
    """Yield parts in pages of at most `most`, all of about the same number."""
    count = max(1, -(-len(parts) // most))
    for page in range(count):
        yield parts[page * len(parts) // count : (page + 1) * len(parts) // count]
