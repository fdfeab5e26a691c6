"""Actions that put a question to the host and wait for the answer.

    @asks
    async def action_leave(self) -> None:
        if await self.program.ask("leave"):
            self.program.leave()

Such an action reads downward. It must not hold up the other messages of its screen, so it runs
beside them; while one waits, no second one begins.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.dom import DOMNode

Node = TypeVar("Node", bound=DOMNode)
Parameters = ParamSpec("Parameters")

_GROUP = "asking"


def asks(
    action: Callable[Concatenate[Node, Parameters], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Node, Parameters], None]:
    """Return the action as one that starts at once and does not hold up its screen."""

    @wraps(action)
    def start(node: Node, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> None:
        if not any(work.group == _GROUP and not work.is_finished for work in node.workers):
            node.run_worker(action(node, *args, **kwargs), group=_GROUP)

    return start
