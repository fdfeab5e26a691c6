"""What can be done about an entry: the host chooses one way from a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rounds.domain.event import Event
from rounds.domain.sentence import Sentence
from rounds.i18n import _, say
from rounds.session.desk import Evening
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.questions import line, which


@dataclass(frozen=True)
class Way:
    """One thing that can be done: a message to send, a change to note, or both.

    With both, the change is noted if the host says that the message was sent. A way that has to
    `ask` something first goes on with what `then` makes of the answer, which may be empty.
    """

    label: Sentence
    change: Callable[[Event], Event] | None = None
    message: Callable[[], str] | None = None
    ask: Sentence | None = None
    then: Callable[[str], Way] | None = None


async def take_a_way(
    program: DeskProgram, evening: Evening, question: str, about: str, ways: Sequence[Way]
) -> str:
    """Offer what can be done and do what is chosen; return what was noted, "" for nothing.

    Raises what the change raises.
    """
    offered = [(str(place), say(way.label)) for place, way in enumerate(ways, 1)]
    at = await which(program, question, offered, about)
    if at is None:
        return ""
    way = ways[at]
    return await go(program, evening, way)


async def go(program: DeskProgram, evening: Evening, way: Way) -> str:
    """Show the message of a way and note its change; return what was noted, "" for nothing."""
    if way.ask is not None and way.then is not None:
        answer = await line(program, say(way.ask), needed=False)
        return "" if answer is None else await go(program, evening, way.then(answer))
    if way.message is not None:
        sent = _("Enter: sent") if way.change is not None else ""
        if not await program.ask("text", say(way.label), way.message(), True, sent):
            return ""
    if way.change is None:
        return ""
    program.desk.change(evening, way.label, way.change)
    return say(way.label)
