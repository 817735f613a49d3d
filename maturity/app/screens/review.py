"""Review: what is open, flagged, unknown, and finish."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.screens.answering import AnsweringScreen
from maturity.app.screens.page import Page
from maturity.app.screens.profile import ProfileScreen
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import row, stacked
from maturity.files.gathering import ResponseFile
from maturity.files.saving import NotSavedError
from maturity.files.workspace import ChangedElsewhereError, Workspace
from maturity.pictures.glyphs import FLAG, OPEN, bar
from maturity.results.profile import profile_of
from maturity.rounds.interview import is_open, progress
from questionnaires import Question, questions_for
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE


class ReviewScreen(Page):
    """One line for each question that wants another look; Enter opens it."""

    AUTO_FOCUS = ""

    HELP_TEXT = (
        "These questions are open, flagged, or answered with don't know. Enter opens one. Nothing has to be answered: "
        "f finishes as it is. You can come back and change answers later."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "finish", "Finish", tooltip="Mark these answers as finished"),
        Binding("b", "back", "Back to questions", tooltip="Go on answering"),
        Binding("p", "profile", "Your profile", tooltip="See what your team says, by itself"),
        Binding("escape,q", "leave", "Leave", tooltip="Back to the list; everything is saved", key_display="esc"),
    ]

    DEFAULT_CSS = """
    ReviewScreen {
        #review { padding: 1 2; }
        Choices { height: 1fr; margin: 1 0; }
    }
    """

    def __init__(self, workspace: Workspace, file: ResponseFile) -> None:
        super().__init__()
        self.workspace = workspace
        self.file = file
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
        questionnaire, response = self.workspace.questionnaire, self.file.response
        questions = questions_for(response, questionnaire)
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
            options.highlighted = 0
            options.focus()
        else:
            self.set_focus(None)
        is_open_count = sum(is_open(question, response) for question in questions)
        finished = response.respondent.completed is not None
        state = "Finished. Thank you." if finished else ("Everything is answered." if not is_open_count else "")
        left = f"{is_open_count} of {len(questions)} questions are open." if is_open_count else ""
        self.query_one("#headline", Static).update(row(f"{state} {left}".strip()))
        sections = progress(questionnaire, response)
        width = max(17, *(len(item.section.title) for item in sections))
        lines = [
            row(
                f"{item.section.title:<{width}} {bar(item.answered, item.asked, 14)} {item.answered:>3} of {item.asked}"
            )
            for item in sections
        ]
        self.query_one("#progress", Static).update(stacked(lines))
        self.query_one("#advice", Static).update(self._advice(finished))
        team = questionnaire.team_by_id[response.respondent.team].label
        self.say_where(f"{team} · review", "finished" if finished else "not finished · saved")
        self.refresh_bindings()

    def _reasons(self, question: Question) -> list[str]:
        answer = self.file.response.answer(question.id)
        reasons = [f"{OPEN} open"] if is_open(question, self.file.response) else []
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
            said = row("Press ", ("f", "bold $accent"), " to finish as it is.")
        where = ("Your answers are one file. Hand it to whoever compares:", str(self.file.path))
        return stacked([said, row(), *(row((words, "$quiet")) for words in where)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "finish":
            return self.file.response.respondent.completed is None
        return bool(self.wanting) if action == "open" else True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        place = self.query_one(Choices).highlighted
        if place is not None and self.wanting:
            self.app.switch_screen(AnsweringScreen(self.workspace, self.file, self.wanting[place].id))

    def action_back(self) -> None:
        self.app.switch_screen(AnsweringScreen(self.workspace, self.file))

    def action_finish(self) -> None:
        finished = ResponseFile(self.file.path, self.file.response.completed(clock.now()), self.file.digest)
        try:
            self.file = self.workspace.save(finished)
        except NotSavedError as error:
            self.notify(str(error), severity="error")
        except ChangedElsewhereError as error:
            self._keep_both(finished, error)
        self.show()

    def _keep_both(self, finished: ResponseFile, error: ChangedElsewhereError) -> None:
        try:
            self.file = self.workspace.keep_both(finished)
        except NotSavedError as refused:
            self.notify(str(refused), severity="error")
        else:
            self.notify(f"{error} Both were kept.", severity="warning")

    def action_profile(self) -> None:
        self.app.push_screen(ProfileScreen(profile_of(self.workspace.questionnaire, self.file.response)))

    def action_leave(self) -> None:
        self.app.pop_screen()
