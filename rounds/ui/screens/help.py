"""The keys of the screen from which help was opened, and a page about the evening."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from rounds.i18n import _, language
from rounds.text.width import width
from rounds.text.wrap import wrapped
from rounds.ui.screens.base import RoundsScreen
from rounds.ui.widgets.key_line import Key

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("time", frozenset({"step", "back", "pause", "extend", "swap", "undo"})),
    (
        "room",
        frozenset({"page", "black", "message", "mute", "language", "open('console')", "stage"}),
    ),
)
"""Groups of actions; all other actions come after them."""

HIDDEN = frozenset(
    {"help", "scroll", "suspend_process", "focus_next", "focus_previous", "copy_text"}
)
"""Actions that get no line here."""

_MOVES = ("cursor_", "page_", "scroll_", "first", "last")
"""What actions begin with that move within a list or a table, as everywhere."""

_PLAIN = {
    "escape": "Esc",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "slash": "/",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "backspace": "Backspace",
    "delete": "Delete",
    "space": "Space",
    "enter": "Enter",
    "tab": "Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
}


class KeysScreen(RoundsScreen):
    """What each key does now; Escape or ? closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "close", "Close", key_display="Esc"),
        Binding("down,j", "scroll(1)", "Down", show=False),
        Binding("up,k", "scroll(-1)", "Up", show=False),
        Binding("pagedown,space", "scroll(10)", "Page down", show=False),
        Binding("pageup,b", "scroll(-10)", "Page up", show=False),
        Binding("l", "app.language", "English / Japanese", show=False),
        Binding("ctrl+q,ctrl+c", "close", show=False, priority=True),
    ]

    def __init__(
        self,
        bindings: Callable[[], Mapping[str, ActiveBinding]],
        more: Callable[[], Sequence[Key]] = tuple,
    ) -> None:
        super().__init__()
        self._keys = bindings
        self._more = more

    def compose(self) -> ComposeResult:
        """The keys, the page, and how to close it."""
        yield Label(id="title")
        with VerticalScroll(can_focus=False):
            yield Static(id="list")
            yield Static(id="page")
        yield Label(id="foot")

    def on_mount(self) -> None:
        """Show the keys and the page."""
        self.show()

    def on_resize(self) -> None:
        """One column of keys or two, as there is room."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the keys and the page in the host's language."""
        self.query_one("#title", Label).update(Content(_("Keys on this screen")))
        self.query_one("#list", Static).update(
            key_list(self._keys(), self._more(), cells=self.size.width - 2)
        )
        self.query_one("#page", Static).update(guide(min(76, self.size.width - 2)))
        self.query_one("#foot", Label).update(
            Content(_("Up, Down, Space: read on   Esc or ?: close"))
        )

    def action_close(self) -> None:
        """Go back to the screen before."""
        self.dismiss()

    def action_scroll(self, by: int) -> None:
        """Scroll by this many lines."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def described(bindings: Mapping[str, ActiveBinding], more: Sequence[Key]) -> dict[str, list[Key]]:
    """Return (keys, what they do) of each group; keys that do the same share a line."""
    lines: dict[str, list[Key]] = {"time": [], "room": [], "rest": []}
    seen: dict[str, tuple[str, int]] = {}
    for active in bindings.values():
        binding = active.binding
        whole = binding.action.removeprefix("app.").removeprefix("screen.")
        action = whole.split("(", 1)[0]
        if (
            not binding.description
            or action in HIDDEN
            or not active.enabled
            or action.startswith(_MOVES)
        ):
            continue
        if isinstance(active.node, Input) and action not in {"submit", "clear_line"}:
            continue  # known from other programs
        key = shown_key(binding.key)
        words = _(binding.tooltip or binding.description)
        known = seen.get(words)
        if known:
            group, at = known
            keys, words = lines[group][at]
            if key not in keys.split("  "):
                lines[group][at] = (f"{keys}  {key}", words)
            continue
        group = next((name for name, actions in GROUPS if {action, whole} & actions), "rest")
        seen[words] = (group, len(lines[group]))
        lines[group].append((key, words))
    lines["rest"] += more
    return lines


def shown_key(key: str) -> str:
    """Return a key as it is printed on a keyboard."""
    parts = key.split("+")
    if len(parts) == 1:
        return _PLAIN.get(key, key.upper() if len(key) > 1 else key)
    words = [part.capitalize() if len(part) > 1 else part.upper() for part in parts]
    return "+".join(words)


def key_list(
    bindings: Mapping[str, ActiveBinding], more: Sequence[Key] = (), *, cells: int
) -> Content:
    """Return the keys by group, in two columns where they fit."""
    titles = {
        "time": _("Running the evening"),
        "room": _("What the room sees and hears"),
        "rest": _("More"),
    }
    blocks = []
    groups = {name: entries for name, entries in described(bindings, more).items() if entries}
    for group, entries in groups.items():
        lead = max(width(keys) for keys, _words in entries)
        rows = [f"  {keys}{' ' * (lead - width(keys))}  {words}" for keys, words in entries]
        if len(groups) > 1:
            blocks.append(Content.styled(titles[group], "bold"))
        blocks.extend(Content(row) for row in _columns(rows, cells))
        blocks.append(Content(""))
    return Content("\n").join(blocks)


def _columns(rows: list[str], cells: int) -> list[str]:
    """Return rows in two columns, read down, where the widest one fits twice."""
    widest = max(width(row) for row in rows)
    if len(rows) < 4 or 2 * widest + 2 > cells:
        return rows
    half = -(-len(rows) // 2)
    left, right = rows[:half], [*rows[half:], ""]
    return [
        (one + " " * (widest + 2 - width(one)) + other).rstrip()
        for one, other in zip(left, right, strict=False)
    ]


def guide(cells: int) -> Content:
    """Return the page about the evening, wrapped; its headings are bold."""
    text = (resources.files("rounds") / "texts" / "help" / f"{language()}.md").read_text("utf-8")
    lines: list[Content] = []
    for line in paragraphs(text):
        if line.startswith("#"):
            lines.append(Content.styled(line.lstrip("#").strip(), "bold"))
            continue
        lead = "- " if line.startswith("- ") else ""
        broken = wrapped(line.removeprefix(lead), cells - len(lead))
        lines += [
            Content((" " * len(lead) if at else lead) + part) for at, part in enumerate(broken)
        ]
    return Content("\n").join(lines)


def paragraphs(text: str) -> list[str]:
    """Return a simple Markdown page as lines that any width may wrap.

    A line that continues the one before is joined to it, in Japanese without a blank.
    """
    joined: list[str] = []
    for line in text.strip().split("\n"):
        begins = not line or line[0] in "-#" or not joined or not joined[-1]
        if begins:
            joined.append(line)
        else:
            wide = width(line.strip()[0]) == 2 or width(joined[-1][-1]) == 2
            joined[-1] += ("" if wide else " ") + line.strip()
    return [
        line
        for line, before in zip(joined, ["", *joined], strict=False)
        if line or not before.startswith("##")
    ]
