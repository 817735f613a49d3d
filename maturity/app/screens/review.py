"""Review: what is open, flagged, unknown, and finish."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.screens.copy import whole_path
from maturity.app.screens.open_response import COPY, Another, Asks, ResponsePage
from maturity.app.screens.profile import ProfileScreen
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import Part, row, stacked
from maturity.files.keeper import Keeper
from maturity.pictures.signs import FLAG, OPEN, bar
from maturity.pictures.widths import width_of
from maturity.results.profile import profile_of
from maturity.rounds.interview import DEPTH_WORDS, is_open, more_to_ask, progress
from maturity.rounds.sitting import Turn
from questionnaires import Question, Questionnaire, name_of, questions_for
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth


class ReviewScreen(ResponsePage):
    """One line for each question that wants another look; Enter opens it."""

    AUTO_FOCUS = ""

    HELP_TEXT = (
        "These questions are open, flagged, or answered with don't know. Enter opens one. Nothing has to be answered: "
        "f finishes as it is. You can come back and change answers later."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "finish", "Finish", tooltip="Mark these answers as finished", id="review-finish"),
        Binding("b", "back", "Questions", tooltip="Go on answering", id="review-questions"),
        Binding("m", "more", "More", tooltip="Go on with the questions of the next larger set", id="review-more"),
        Binding("p", "profile", "Profile", tooltip="See what your team says, by itself", id="review-profile"),
        *COPY,
        Binding(
            "escape",
            "leave",
            "Leave",
            tooltip="Back to the list, once everything is saved",
            key_display="esc",
            id="review-leave",
        ),
    ]

    DEFAULT_CSS = """
    ReviewScreen {
        #review { padding: 1 2; }
        Choices { height: 1fr; margin: 1 0; }
    }
    """

    def __init__(
        self, keeper: Keeper, questionnaire: Questionnaire, questions: Another, turn: Turn, asks: Asks | None = None
    ) -> None:
        super().__init__(keeper, questionnaire, questions)
        self.turn = turn
        self.asks = asks
        self.wanting: list[Question] = []

    def body(self) -> Iterable[Widget]:
        yield Vertical(
            Static("", id="headline", classes="title"),
            Static("", id="progress"),
            Choices(markup=False),
            Static("", id="advice"),
            id="review",
        )

    def on_mount(self) -> None:
        self.show()

    def show(self) -> None:
        """Everything, with the line marked that one was on; where it is gone, the one that followed it."""
        questionnaire, response = self.questionnaire, self.response
        questions = questions_for(response, questionnaire)
        at = self.marked or self.turn.at
        rows = []
        self.wanting = []
        for question in questions:
            reasons = self._reasons(question)
            if reasons:
                self.wanting.append(question)
                rows.append(Option(row(f"{question.title:<37} ", (", ".join(reasons), "$accent"))))
        options = self.query_one(Choices)
        options.clear_options()
        options.add_options(rows)
        options.display = bool(rows)
        if rows:
            order = [question.id for question in questions]
            since = order.index(at) if at in order else 0
            followers = (place for place, one in enumerate(self.wanting) if order.index(one.id) >= since)
            options.highlighted = next(followers, len(rows) - 1)
            options.focus()
        else:
            self.set_focus(None)
        sections = [item for item in progress(questionnaire, response) if item.asked]
        width = max((17, *(len(item.section.title) for item in sections)))
        lines = [
            row(
                f"{item.section.title:<{width}} {bar(item.answered, item.asked, 14)} {item.answered:>3} of {item.asked}"
            )
            for item in sections
        ]
        self.query_one("#progress", Static).update(stacked(lines))
        self.show_state()
        self.refresh_bindings()

    @property
    def marked(self) -> str | None:
        """The question of the line that one is on."""
        place = self.query_one(Choices).highlighted
        return self.wanting[place].id if place is not None and place < len(self.wanting) else None

    @property
    def is_finished(self) -> bool:
        """Whether the answers are marked as finished, and that is saved."""
        return self.response.respondent.completed is not None and self.keeper.is_saved

    def show_state(self) -> None:
        self.query_one("#headline", Static).update(row(self._headline()))
        self.query_one("#advice", Static).update(self._advice(self.is_finished))
        team = self.questionnaire.team_by_id[self.response.respondent.team].label
        if self.keeper.is_for_reading:
            self.say_where(f"{team} · review", "open elsewhere · for reading")
        elif self.is_finished:
            self.say_kept(f"{team} · review", "", "finished")
        else:
            self.say_kept(f"{team} · review", "not finished · ", "saved")

    def _headline(self) -> str:
        questions = questions_for(self.response, self.questionnaire)
        still_open = sum(is_open(question, self.response) for question in questions)
        state = "Finished. Thank you." if self.is_finished else ("" if still_open else "Everything is answered.")
        left = f"{still_open} of {len(questions)} questions are open." if still_open else ""
        return f"{state} {left}".strip()

    def _reasons(self, question: Question) -> list[str]:
        answer = self.response.answer(question.id)
        reasons = [f"{OPEN} open"] if is_open(question, self.response) else []
        choices = [answer.choice(facet) for facet in question.facets]
        reasons += ["don't know"] if DONT_KNOW in choices else []
        reasons += ["not applicable"] if NOT_APPLICABLE in choices else []
        reasons += ["no basis for the need"] if answer.wants_basis and answer.basis is None else []
        reasons += [f"{FLAG} flagged"] if answer.flag else []
        reasons += ["with a note"] if answer.note else []
        return reasons

    def _advice(self, finished: bool) -> Content:
        if finished:
            said = row("Change an answer, and it counts as not finished again.")
        else:
            said = row("Press ", self._key("review-finish", "f"), " to finish as it is.")
        rows = [said]
        if (more := self.more) is not None and not self.keeper.is_for_reading:
            words = f" to go on: {DEPTH_WORDS[more[0]]}, {more[1]} more."
            rows.append(row("Press ", self._key("review-more", "m"), words))
        return stacked([*rows, row(), *self._where()])

    def _key(self, name: str, usual: str) -> Part:
        return (self.key_name(name, usual), "bold $accent")

    def _where(self) -> Iterable[Content]:
        """The path on one line, so that it can be copied whole; one that is too long has a page of its own."""
        path = whole_path(self.keeper.path)
        copy = self._key("response-copy", "w")
        if width_of(path) <= self.size.width - 4:
            words = "Hand this one file to whoever compares; "
            yield row((words, "$quiet"), copy, (" saves a copy elsewhere.", "$quiet"))
            yield row(path)
        else:
            yield row(("Hand this one file to whoever compares; ", "$quiet"), copy)
            yield row(("shows its path whole, and saves a copy elsewhere. It is called ", "$quiet"))
            yield row(name_of(self.keeper.path.name))

    def on_resize(self) -> None:
        self.show_state()

    @property
    def more(self) -> tuple[Depth, int] | None:
        """The next larger set, and how many questions more it asks."""
        return more_to_ask(self.questionnaire, self.response)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.keeper.is_for_reading and action in ("finish", "back", "open", "more"):
            return False
        if action == "more":
            return self.more is not None
        if action == "finish":
            return not self.is_finished
        if action == "open":
            return bool(self.wanting)
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        if (at := self.marked) is not None and not self.keeper.is_for_reading:
            self._as_oneself(lambda: self._answer(at=at))

    def action_back(self) -> None:
        self._as_oneself(self._answer)

    def _as_oneself(self, change: Callable[[], None]) -> None:
        """Whoever only looks at somebody else's answers changes none of them by accident."""

        def go_on() -> None:
            self.asks = None
            change()

        if self.asks is None:
            change()
        else:
            self.asks(go_on)

    def _answer(self, at: str | None = None, *, only_open: bool = False) -> None:
        self.turn_over(Turn(self.turn.sitting, at, only_open))

    def action_finish(self) -> None:
        self._as_oneself(self._finish)

    def _finish(self) -> None:
        self.keep(self.response.completed(clock.now()))
        self.show()

    def action_more(self) -> None:
        """On with the next larger set, from one open question to the next: the others are answered already."""
        self._as_oneself(self._more)

    def _more(self) -> None:
        if self.more is not None:
            self.keep(self.response.deepened(self.more[0], clock.now()))
            self._answer(only_open=True)

    def action_profile(self) -> None:
        self.app.push_screen(ProfileScreen(profile_of(self.questionnaire, self.response)))
