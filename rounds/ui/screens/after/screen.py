"""The host's desk: tabs over all evenings that were opened. It is for the host alone."""

from __future__ import annotations

from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

from rounds.i18n import _, joined, ngettext, say
from rounds.ui.screens.after.again_tab import AgainTab
from rounds.ui.screens.after.desk_program import DeskProgram
from rounds.ui.screens.after.due_tab import DueTab
from rounds.ui.screens.after.introductions.tab import IntroductionsTab
from rounds.ui.screens.after.people_tab import PeopleTab
from rounds.ui.screens.after.referrals.tab import ReferralsTab
from rounds.ui.screens.after.reports_tab import ReportsTab
from rounds.ui.screens.after.summary_tab import SummaryTab
from rounds.ui.screens.after.tab import DeskTab, DeskTold, MarkMoved
from rounds.ui.screens.base import BaseScreen
from rounds.ui.widgets.key_line import KeyLine
from rounds.ui.widgets.tab_line import TabLine
from rounds.ui.widgets.wrapped_text import SEPARATOR, WrappedText

TABS: tuple[type[DeskTab], ...] = (
    DueTab,
    PeopleTab,
    AgainTab,
    IntroductionsTab,
    ReferralsTab,
    ReportsTab,
    SummaryTab,
)
"""The tabs in their order."""

TAB_KEYS = ("stop_finding", *dict.fromkeys(key for tab in TABS for key in tab.KEYS))
"""The keys of all tabs; those of the open one are shown."""


class AfterScreen(BaseScreen[None]):
    """The tabs, the open one, what is told of its marked row, and the keys."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(str(place), f"tab({place - 1})", "Tab", show=False)
            for place in range(1, len(TABS) + 1)
        ),
        Binding("right,tab", "turn(1)", "Next tab", show=False),
        Binding("left,shift+tab", "turn(-1)", "Tab before", show=False),
        Binding("u", "take_back", "Undo"),
        Binding("escape,q,ctrl+q,ctrl+c", "leave", "Quit", key_display="q"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
        self._at = 0
        self._told = ""
        self._all_read = False

    @property
    def desk_program(self) -> DeskProgram:
        """The program this screen runs in."""
        return cast("DeskProgram", self.app)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return blank lines: nothing of the screen itself is seen, its parts cover it."""
        return [Strip.blank(crop.width)] * crop.height

    def compose(self) -> ComposeResult:
        """Title, tabs, the open tab, what is told of its marked row, the keys."""
        self._tabs = [kind(self.desk_program) for kind in TABS]
        yield WrappedText(id="title", fixed=True)
        yield TabLine()
        yield Container(*self._tabs, id="tabs")
        yield WrappedText(id="about", fixed=True)
        yield KeyLine(TAB_KEYS, ("find", "take_back"), last="leave")

    def on_mount(self) -> None:
        """Open the first tab."""
        self.action_tab(0)

    def on_resize(self) -> None:
        """Give the columns their new widths."""
        self.call_after_refresh(self.show)

    @property
    def tab(self) -> DeskTab:
        """The tab that is open."""
        return self._tabs[self._at]

    def take_in(self) -> None:
        """Show what has changed; the first reading of many files is shown as a whole."""
        desk = self.desk_program.desk
        if desk.reading:
            self.show_title()
            return
        if not self._all_read:
            self._all_read = True
            self.run_worker(desk.series.get, thread=True)  # before somebody asks for it
            self.call_after_refresh(self.tab.list.mark, None)
        self.show()

    def look(self) -> None:
        """Show soon what was told in confidence while the desk is open."""
        for tab in self._tabs:
            tab.look()

    # -- showing -------------------------------------------------------------------------------

    def show(self) -> None:
        """Put the desk into the open tab."""
        program = self.desk_program
        self.show_title()
        self.tab.show()
        self.query_one(TabLine).show([tab.title() for tab in self._tabs], self._at)
        if program.desk.news:
            self._told = joined([say(news) for news in program.desk.news])
            program.desk.news.clear()
        self._show_about()

    def show_title(self, *, saving: bool = False) -> None:
        """Show how many evenings are on the desk, and whether a change waits for the disk."""
        desk = self.desk_program.desk
        count = len(desk.evenings)
        said = ngettext("{count} evening", "{count} evenings", count).format(count=count)
        if desk.reading:
            said = _("reading the files ...")
        waits = _("saving ...") if saving else ""
        title = (_("The days after: for the host only"), said, waits)
        self.query_one("#title", WrappedText).say(SEPARATOR.join(filter(None, title)))

    def _show_about(self) -> None:
        about = self.query_one("#about", WrappedText)
        about.set_class(bool(self._told), "-told")
        about.say(*([self._told] if self._told else self.tab.about()))

    def tell(self, message: str) -> None:
        """Show one line to the host until the next key."""
        self._told = message
        self._show_about()

    @on(DeskTold)
    def _told_by_a_tab(self, message: DeskTold) -> None:
        message.stop()
        self.tell(message.said)

    @on(MarkMoved)
    def _mark_moved(self, message: MarkMoved) -> None:
        message.stop()
        self._show_about()
        self.refresh_bindings()

    def on_key(self) -> None:
        """Take away what was told last."""
        if self._told:
            self._told = ""
            self._show_about()

    # -- keys ----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "take_back":
            return self.desk_program.desk.can_take_back and not self.tab.finding
        return True

    @on(TabLine.Chosen)
    def _chosen(self, message: TabLine.Chosen) -> None:
        message.stop()
        self.action_tab(message.place)

    def action_turn(self, by: int) -> None:
        """Open the next tab, or the one before."""
        self.action_tab((self._at + by) % len(self._tabs))

    def action_tab(self, place: int) -> None:
        """Open a tab."""
        if self.tab.finding:
            self.tab.action_stop_finding()
        self._at = place
        for tab in self._tabs:
            tab.display = tab is self.tab
        self.tab.focus()
        self.tab.opened()
        self.show()  # at once: the next key may follow quickly

    def action_take_back(self) -> None:
        """Undo the last change."""
        what = self.desk_program.desk.take_back()
        if what is not None:
            self.tell(_("Undone: {what}").format(what=say(what)))

    def action_leave(self) -> None:
        """Leave the desk; what was changed is saved."""
        self.desk_program.exit()
