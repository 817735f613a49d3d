"""One question as the room sees it: what is asked, where everybody stands, the scale, and what would follow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from maturity.app.background import latest_of
from maturity.app.screens.detail import People, team_answers
from maturity.app.screens.page import Page
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_panel import TalkPanel
from maturity.app.screens.talk_words import hidden, shown, since, status_rows
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.literal import paragraph, row
from maturity.app.widgets.pages import Entry
from maturity.app.widgets.scale_choice import ScaleChoice
from maturity.app.widgets.top_bar import TopBar
from maturity.pictures.signs import FLAG
from maturity.reports.glossary import words_of
from maturity.results.questions import QuestionResults
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_talk import revealed, talk_of
from questionnaires import Choice, Question
from questionnaires.words import Facet

WIDE: Final = 110
"""Columns from which on the scale has room beside it for what would follow."""
TALL: Final = 34
"""Rows from which on the picture stays in sight while the room decides."""
_AGAIN: Final = 1.0
"""Seconds after which what could not be saved is tried again."""
_TICK: Final = 10.0
"""Seconds after which the clock is looked at again; it shows minutes."""


class TalkLines(LinesView, inherit_bindings=False):
    """Lines whose letters are left to the talk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False, tooltip="One line up"),
        Binding("down", "move(1)", "Down", show=False, tooltip="One line down"),
        Binding("pagedown,space", "page(1)", "Page down", show=False, tooltip="One page down"),
        Binding("pageup", "page(-1)", "Page up", show=False, tooltip="One page up"),
    ]


class TalkPage(Page):
    """The parts of the screen, without the keys."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - declared for instances by Textual
    VERTICAL_BREAKPOINTS = [(0, "-low"), (TALL, "-tall")]  # noqa: RUF012 - as above

    DEFAULT_CSS = """
    TalkPage {
        /* What is typed and what the keys do is at the bottom, so that notices stand at the top. */
        ToastRack { dock: top; align: right top; margin: 1 0 0 0; }
        Toast { margin: 0; padding: 0 1; }
        #question { padding: 0 1; max-height: 3; text-style: bold; }
        #status { padding: 0 1; max-height: 6; }
        #body { height: 1fr; }
        #two { height: 1fr; display: none; layout: vertical; }
        #left { height: 12; }
        #who { height: 1; padding: 0 1; }
        #scroll { height: 1fr; }
        #beside { height: 1fr; border-top: solid $border-blurred; }
        #prompt { height: 1; padding: 0 1; background: $surface; }
        &.-hidden #question { margin: 1 0; }
        &.-scale #two, &.-asking #two { display: block; }
        &.-scale #body, &.-asking #body { display: none; }
        &.-asking #left { display: none; }
        &.-few #left { height: 9; }
        &.-wide #two { layout: horizontal; }
        &.-wide #left { width: 1fr; height: 100%; }
        &.-wide #beside { width: 1fr; height: 100%; border-top: none; border-left: solid $border-blurred; }
        &.-tall.-scale #body, &.-tall.-asking #body { display: block; }
        &.-tall #left { height: 14; }
        &.-tall.-wide #two { height: 16; }
        &.-asking #beside { border: none; }
    }
    """

    def __init__(self, room: Room, question: str) -> None:
        super().__init__()
        self.room = room
        self.about = question
        self.mode = Mode.HIDDEN
        self._waits = False

    def help_words(self) -> Iterable[tuple[str, str]]:
        return words_of(self.room.results)

    def body(self) -> Iterable[Widget]:
        yield Static("", id="question", markup=False)
        yield Static("", id="status", markup=False)
        yield TalkLines(id="body")
        with_scale = VerticalScroll(
            ScaleChoice(self.choose, self.turn_to, self.put, id="scale"), id="scroll", can_focus=False
        )
        yield Container(
            Vertical(Static("", id="who", markup=False), with_scale, id="left"),
            Vertical(LinesView(id="follows"), id="beside"),
            id="two",
        )
        yield TalkPanel()
        yield Static("", id="prompt", markup=False)

    def choose(self, facet: Facet, choice: Choice) -> None:
        """A digit was pressed on the scale, or Space."""

    def put(self, place: int) -> None:
        """The arrows led to an option."""

    def turn_to(self, column: int) -> None:
        """Another stage of the scale is wanted."""

    @property
    def lines(self) -> LinesView:
        return self.query_one("#body", LinesView)

    @property
    def follows(self) -> LinesView:
        return self.query_one("#follows", LinesView)

    @property
    def scale(self) -> ScaleChoice:
        return self.query_one(ScaleChoice)

    @property
    def panel(self) -> TalkPanel:
        return self.query_one(TalkPanel)

    # What is talked about

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self.room.workshop

    @property
    def question(self) -> Question:
        """The question, as the questionnaire asks it."""
        return self.workshop.questionnaire.question_by_id[self.about]

    @property
    def item(self) -> QuestionResults | None:
        """What was computed of it; None where nobody was asked."""
        return self.room.results.question_by_id.get(self.about)

    @property
    def is_revealed(self) -> bool:
        """Whether positions are shown; where nobody was asked there is nothing to hide."""
        return self.about in self.room.revealed or self.item is None

    # Showing

    def on_mount(self) -> None:
        self.follows.can_focus = False
        self.set_interval(_TICK, self.show_state)
        self.begin()

    def begin(self) -> None:
        """Shows the question as it is left: hidden until somebody revealed it."""
        self.room.visit(self.about)
        self.enter(Mode.SHOWN if self.is_revealed else Mode.HIDDEN)
        self.query_one("#question", Static).update(paragraph(self.question.text))

    def enter(self, mode: Mode) -> None:
        """What the next key is about; everything on the screen follows from it."""
        self.mode = mode
        self.app.clear_notifications()  # what was said of the step before is done with
        self.room.settle()
        self.set_class(mode is Mode.HIDDEN, "-hidden")
        self.set_class(mode.is_at_scale, "-scale")
        self.set_class(mode is Mode.FILLING, "-asking")
        if not mode.is_asking:
            self.panel.close()
        if mode in (Mode.HIDDEN, Mode.SHOWN):
            self.lines.show(self.told)
            self.set_focus(self.lines)
        elif mode.is_at_scale:
            self.set_focus(self.scale)
        self.show_words()

    def told(self) -> Iterable[Entry]:
        """All that may be seen of the question now."""
        workshop, item, results = self.workshop, self.item, self.room.results
        if item is None or not self.is_revealed:
            return (Entry("", tuple(hidden(talk_of(results, self.question, workshop.hangs(self.about))))),)
        told = revealed(results, item, workshop.today, is_solved=workshop.is_solved(self.about))
        said = (*shown(results, item, told), *team_answers(results, self.people(), item))
        return (*since(self.room, self.about), Entry("", said))

    def people(self) -> People:
        """What people said besides, folded away unless p was pressed."""
        return People(self.workshop.round.notes, self.room.are_people_shown)

    def try_later(self) -> None:
        """What could not be saved is tried again by itself, and with the next key."""
        if not self.room.is_saved and not self._waits:
            self._waits = True
            self.set_timer(_AGAIN, self._try_again)

    def _try_again(self) -> None:
        self._waits = False
        if self.room.settle() and self.mode in (Mode.HIDDEN, Mode.SHOWN):
            self.look_again()
        self.show_words()
        self.try_later()

    def look_again(self) -> None:
        """Works out beside the screen what follows from what was settled, and shows it."""
        self.run_worker(self._worked_out(), group="reading", exclusive=True)

    async def _worked_out(self) -> None:
        async for results in latest_of(room.worked_out() for room in (self.room,)):
            self.room.results = results
            if self.is_there and self.mode in (Mode.HIDDEN, Mode.SHOWN):
                self.lines.show(self.told)
                self.show_words()

    def show_words(self) -> None:
        """Where one is, what became of the question, and what can be pressed now."""
        if not self.is_there:
            return
        self.show_state()
        status = status_rows(self.room, self.about, self.size.width - 2, self.key_name("plan-set", "s"))
        line = self.query_one("#status", Static)
        line.display = bool(status.plain)
        line.update(status)
        self.query_one("#prompt", Static).update(self.prompt())
        self.refresh_bindings()

    def prompt(self) -> Content:
        """What can be pressed now, in a sentence."""
        return row()

    def show_state(self) -> None:
        """How long the room has talked, and whether everything is on disk; only the top line is drawn for it."""
        if not self.is_there:
            return
        items = self.workshop.items
        item = self.workshop.item(self.about)
        place = f"workshop · {item.number if item else '–'} of {len(items)} · {self.question.title}"
        minutes = self.room.minutes_on(self.about)
        is_saved = self.room.is_saved
        self.say_where(place, f"{minutes} min · {'saved' if is_saved else f'{FLAG} NOT SAVED'}")
        self.query_one(TopBar).alarming = not is_saved
