"""What the saved exports beside the answers tell: read in the background, and gone through line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.app.background import latest_of
from maturity.app.screens.figures_rows import Line, kind_id, lines_of
from maturity.app.screens.page import Page
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import paragraph, row
from maturity.exports.source import Progress, Stopped
from maturity.files.saving import NotSavedError
from maturity.reports.criteria import counted
from maturity.reports.figures import occasion_words
from maturity.rounds.filling_folder import Beside, FolderFilled, Named, OpenKind, fill_beside
from questionnaires import Fault, name_of, one_line

_AROUND: Final = 4
"""Columns beside a line: both margins, and the scrollbar."""
_LOOKS_EVERY: Final = 0.25
"""Seconds between two looks at how far reading is."""


@dataclass(slots=True)
class Sitting:
    """Who signs, for as long as the app is open."""

    name: str = ""


class Figures(Choices):
    """The list, whose Enter accepts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Accept", tooltip="Add what is ticked to the pilot's figures"),
    ]


class FiguresView(Page):
    """Reads in a thread, says how far it is, and shows what came out; the keys are those of `FiguresPage`."""

    DEFAULT_CSS = """
    FiguresView {
        #lead { padding: 0 1; height: auto; max-height: 4; }
        Figures { height: 1fr; padding: 0 1; }
        #about { height: auto; max-height: 9; border-top: solid $border-blurred; padding: 0 1; }
        #about { scrollbar-size-vertical: 1; }
    }
    """

    def __init__(self, beside: Beside, sitting: Sitting, tell: Callable[[], None]) -> None:
        """`tell` is called when figures were written."""
        super().__init__()
        self.beside = beside
        self.sitting = sitting
        self.tell = tell
        self.named = Named()
        self.found: FolderFilled | None = None
        self.ticked: set[str] = set()
        self.unticked: set[tuple[str, str | None]] = set()
        """Criterion and ring of what somebody does not want, whatever is read anew."""
        self.lines: dict[str, Line] = {}
        self.reading = ""
        """Which file is read, and how far; empty where nothing is."""
        self.is_on_kind = False
        """Whether the mark was on a file that may be several reports, so that the key was shown."""
        self.run = 0
        """Which reading is wanted: another one makes those before it stop; leaving makes all stop."""

    def body(self) -> Iterable[Widget]:
        yield Static("", id="lead", markup=False)
        yield Figures(markup=False)
        with_about = VerticalScroll(Static("", id="words", markup=False), id="about")
        with_about.can_focus = False
        yield with_about

    def on_mount(self) -> None:
        self.set_interval(_LOOKS_EVERY, self._say_how_far)
        self.query_one(Figures).focus()
        self.read()

    def on_resize(self) -> None:
        if self.found is not None:
            self.draw()

    # Reading

    def read(self) -> None:
        """Reads the files, as they are now."""
        self.run += 1
        self.reading = "looking for exports…"
        self._say()
        self._read()

    @work(group="reading", exclusive=True)
    async def _read(self) -> None:
        try:
            async for found in latest_of(self._filled()):
                if self.is_there:
                    self.reading = ""
                    self._show(found)
        except Stopped:  # another reading, or nobody, waits by now
            return
        except (NotSavedError, OSError) as error:
            self.reading = ""
            said = str(error) if isinstance(error, NotSavedError) else f"cannot be listed: {error.strerror}"
            self._show(FolderFilled(None, None, (), (Fault(name_of(self.beside.folder), "", said),)))

    def _filled(self) -> Iterator[FolderFilled]:
        yield fill_beside(self.beside, self.named, self._telling)

    def _telling(self, name: str) -> Progress:
        """Hears in the thread that reads how far it is."""
        run = self.run

        def tell(done: int, size: int) -> None:
            if self.run != run:
                raise Stopped
            self.reading = f"reading {one_line(name, 24)} {done * 100 // max(size, 1)} %"

        return tell

    def _say_how_far(self) -> None:
        if self.reading:
            self._say()

    # What is shown

    def _show(self, found: FolderFilled) -> None:
        self.found = found
        new = found.filled.ready if found.filled is not None else ()
        self.ticked = {one.id for one in new if (one.criterion, one.ring) not in self.unticked}
        self.draw()

    def draw(self) -> None:
        assert self.found is not None
        self.lines = {line.id: line for line in lines_of(self.found, self.ticked, self.size.width - _AROUND)}
        options = [Option(line.words, id=line.id, disabled=line.about is None) for line in self.lines.values()]
        self.query_one(Figures).replace_by(options)
        self._say()
        self._say_about()
        self.refresh_bindings()

    def _say(self) -> None:
        found, rows = self.found, []
        if found is not None and found.filled is not None:
            rows.append(f"{occasion_words(found.filled)}.")
        if found is not None and found.at is not None and self.ticked:
            figures = counted(len(self.ticked), "figure", "figures")
            rows.append(f"Enter adds {figures} to {name_of(found.at.path.name)}; nothing is written before.")
        elif found is not None and not self.reading:
            rows.append(self._nothing(found))
        self.query_one("#lead", Static).update(paragraph(" ".join(rows)))
        self.say_where("figures from exports", self.reading or self._state())

    def _nothing(self, found: FolderFilled) -> str:
        if found.faults:
            return "Nothing can be filled before what is named here is mended."
        if found.filled is None and any(one.chosen is None for one in found.kinds):
            return "It is open which report a file is; say so with w on its line."
        if found.filled is None:
            return (
                "No export lies beside the answers. Save the reports and the list of the pilot there, as .csv or .zip, "
                "and press r."
            )
        return "Nothing is ticked." if found.filled.new else "There is nothing new to write."

    def _state(self) -> str:
        filled = self.found.filled if self.found is not None else None
        return f"{len(self.ticked)} of {len(filled.new)} ticked" if filled is not None else ""

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._say_about()
        if self.is_on_kind != (self.open_kind is not None):
            self.refresh_bindings()
        self.is_on_kind = self.open_kind is not None

    @property
    def open_kind(self) -> OpenKind | None:
        """The file of the marked line, where it may be several reports."""
        kinds = self.found.kinds if self.found is not None else ()
        return next((one for one in kinds if kind_id(one) == self.marked), None)

    def _say_about(self) -> None:
        line = self.lines.get(self.marked)
        words = line.about if line is not None else None
        self.query_one("#about").display = words is not None
        self.query_one("#words", Static).update(words if words is not None else row())

    @property
    def marked(self) -> str:
        options = self.query_one(Figures)
        if options.highlighted is None:
            return ""
        return options.get_option_at_index(options.highlighted).id or ""
