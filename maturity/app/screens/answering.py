"""Answering: one question at a time, updated in place; every answer is on disk before the next shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Static

from maturity import clock
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.note import NoteDialog
from maturity.app.screens.page import Page
from maturity.app.screens.question_panels import after_answering, explanation, remark, side_bar
from maturity.app.widgets.literal import paragraph, row, stacked
from maturity.app.widgets.scale_choice import ScaleChoice, Shown
from maturity.app.widgets.top_bar import TopBar
from maturity.files.gathering import ResponseFile
from maturity.files.saving import NotSavedError
from maturity.files.workspace import ChangedElsewhereError, Workspace
from maturity.pictures.glyphs import CHOSEN, FLAG, OPEN, bar
from maturity.rounds.interview import (
    facets_to_ask,
    first_open_facet,
    is_open,
    not_applicable,
    progress,
    same_as_above,
    starting_place,
)
from questionnaires import Choice, Question, Response, questions_for
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet

_PROMPTS = {
    Facet.OWNER: "Who decides today, and answers when it breaks? One team.",
    Facet.NEEDED: "How much control do we need? Below it we could not sign off.",
    Facet.WANTED: "How much control do we want? What we would choose.",
    Facet.BASIS: "What asks for a need this high? Enter skips.",
    Facet.POSITION: "Which comes closest?",
    Facet.TODAY: "Where are we today?",
    Facet.IN_12_MONTHS: "Where should we be in 12 months?",
    Facet.IN_24_MONTHS: "Where should we be in 24 months?",
    Facet.STATUS: "Is it met?",
}


class AnsweringScreen(Page):
    """The question, why it is asked, and its scale."""

    HELP_TEXT = (
        "Press the digit of an option to choose it; the next column follows by itself. Enter goes to the next "
        "question. Every answer is saved at once, so you can leave at any time. Don't know and not applicable are "
        "good answers."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next", tooltip="Go on to the next question"),
        Binding("b,backspace,pageup", "back", "Back", tooltip="Go back to the question before"),
        Binding("pagedown", "next", "Next", show=False, tooltip="Go on to the next question"),
        Binding("d", f"state('{DONT_KNOW}')", "Don't know", tooltip="Answer: we do not know"),
        Binding("a", f"state('{NOT_APPLICABLE}')", "N/a", tooltip="Answer: this does not apply to us"),
        Binding("s", "same", "Same", tooltip="Name the same owner as at the question above"),
        Binding("n", "note", "Note", tooltip="Write a note on this question"),
        Binding("f", "flag", "Flag", tooltip="Flag this question: we want to discuss it"),
        Binding("x,delete", "clear", "Clear", show=False, tooltip="Take back the answer of this column"),
        Binding("o", "overview", "List", tooltip="See all questions and jump to one"),
        Binding("g", "next_open", "Next open", show=False, tooltip="Go to the next question without an answer"),
        Binding("escape,q", "leave", "Leave", tooltip="Leave; everything is saved", key_display="esc"),
    ]

    DEFAULT_CSS = """
    AnsweringScreen {
        #sections { width: 27; height: 100%; padding: 1 1; background: $surface; display: none; }
        #ask { padding: 0 1; }
        #strip { height: 1; color: $quiet; padding: 0 1; }
        #question { text-style: bold; padding: 0 1; margin: 0 0 0 0; }
        #why { color: $quiet; padding: 0 1; max-height: 4; }
        #prompt { color: $accent; padding: 0 1; }
        #scroll { height: 1fr; min-height: 3; }
        #after { height: auto; max-height: 9; padding: 0 1; background: $surface; display: none; }
        #remark { height: auto; max-height: 2; padding: 0 1; color: $warning; display: none; }
        &.-wide {
            #sections { display: block; }
            #strip { display: none; }
            #question { margin: 1 0 0 0; }
            #why { margin: 0 0 1 0; }
        }
    }
    """

    def __init__(self, workspace: Workspace, file: ResponseFile, at: str | None = None) -> None:
        """With `at`, one question that a review sent here: Enter leads back to the review."""
        super().__init__()
        self.workspace = workspace
        self.questionnaire = workspace.questionnaire
        self.file = file
        self.questions = questions_for(file.response, self.questionnaire)
        self.place = starting_place(self.questions, file.response)
        if at is not None:
            self.place = next((i for i, question in enumerate(self.questions) if question.id == at), self.place)
        self.active = 0
        self.is_saved = True
        self.is_warned = False
        self.is_from_review = at is not None
        self._works: tuple[bool | None, ...] = ()

    @property
    def response(self) -> Response:
        return self.file.response

    @property
    def question(self) -> Question:
        return self.questions[self.place]

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static("", id="sections"),
            Vertical(
                Static("", id="strip"),
                Static("", id="question"),
                Static("", id="why"),
                Static("", id="prompt"),
                VerticalScroll(ScaleChoice(self.choose, self.turn_to, id="scale"), id="scroll", can_focus=False),
                Static("", id="remark"),
                Static("", id="after"),
                id="ask",
            ),
        )

    def on_mount(self) -> None:
        self.go_to(self.place)
        self.query_one(ScaleChoice).focus()

    def on_resize(self) -> None:
        self.set_class(self.size.width >= 100, "-wide")

    # Moving

    def go_to(self, place: int) -> None:
        """Shows a question, and remembers it on disk as the place to come back to."""
        place = min(max(0, place), len(self.questions) - 1)
        self.is_from_review = self.is_from_review and place == self.place
        self.place = place
        self.is_warned = False
        if self.response.respondent.at != self.question.id:
            self.keep(self.response.at(self.question.id, clock.now()))
        open_facet = first_open_facet(self.question, self.response)
        facets = facets_to_ask(self.question, self.response)
        self.active = facets.index(open_facet) if open_facet else len(facets)
        self.show()

    def action_next(self) -> None:
        """Enter on a line that the arrows led to chooses it; otherwise it goes on."""
        scale = self.query_one(ScaleChoice)
        if scale.has_moved:
            scale.action_choose()
        elif self.is_half_answered and not self.is_warned:
            self.is_warned = True
            self.show()
        elif self.is_from_review:
            self.review()
        elif self.place + 1 < len(self.questions):
            self.go_to(self.place + 1)
        else:
            self.review()

    @property
    def is_half_answered(self) -> bool:
        """Some columns have an answer and others do not."""
        answer = self.response.answer(self.question.id)
        given = [answer.choice(facet) is not None for facet in self.question.facets]
        return any(given) and not all(given)

    def action_back(self) -> None:
        self.go_to(self.place - 1)

    def action_next_open(self) -> None:
        places = [*range(self.place + 1, len(self.questions)), *range(self.place + 1)]
        found = next((place for place in places if is_open(self.questions[place], self.response)), None)
        if found is None:
            self.review()
        else:
            self.go_to(found)

    def review(self) -> None:
        """The end of the questions: what is open, flagged, unknown, and finish."""
        from maturity.app.screens.review import ReviewScreen

        self.app.switch_screen(ReviewScreen(self.workspace, self.file))

    def action_overview(self) -> None:
        lines = []
        for question in self.questions:
            answer = self.response.answer(question.id)
            mark = OPEN if is_open(question, self.response) else CHOSEN
            flag = f" {FLAG} flagged" if answer.flag else ""
            title = self.questionnaire.section_by_id[question.section].title
            lines.append(row((f"{mark} ", "$accent"), f"{question.title:<38}", (f"{title}{flag}", "$quiet")))

        def jump(place: int | None) -> None:
            if place is not None:
                self.go_to(place)

        done = f"{CHOSEN} answered, {OPEN} open, {FLAG} flagged"
        self.app.push_screen(ChooseDialog("All questions", done, lines, self.place), jump)

    def action_leave(self) -> None:
        if not self.is_saved:
            self.keep(self.response)
        if self.is_saved:
            self.dismiss_or_pop()

    def dismiss_or_pop(self) -> None:
        self.app.pop_screen()

    # Answering

    def turn_to(self, index: int) -> None:
        """Goes to another of the columns on screen."""
        asked = facets_to_ask(self.question, self.response)
        self.active = asked.index(self.shown_facets()[index])
        self.show()

    def on_scale_choice_moved(self, message: ScaleChoice.Moved) -> None:
        """The terminal's own cursor stands on the line, where screen readers look for it."""
        message.stop()
        scale = self.query_one(ScaleChoice)
        self.app.cursor_position = Offset(scale.region.x + 1, scale.region.y + message.line)

    def choose(self, facet: Facet, choice: Choice) -> None:
        """Saves a choice, then moves to the next column, or shows what is documented."""
        self.keep(self.response.with_choice(self.question.id, facet, choice, clock.now()))
        self.is_warned = False
        facets = facets_to_ask(self.question, self.response)
        following = facets.index(facet) + 1
        self.active = min(following, len(facets))
        self.show()

    def action_state(self, choice: str) -> None:
        """Don't know is about one column; what does not apply to us is about all that are still open."""
        facet = self.current_facet()
        if choice == NOT_APPLICABLE and facet is not Facet.BASIS:
            self.keep(not_applicable(self.question, facet, self.response, clock.now()))
            self.is_warned = False
            self.active = len(self.question.facets)
            self.show()
        else:
            self.choose(facet, choice)

    def action_same(self) -> None:
        above = same_as_above(self.questions, self.place, self.response)
        if above is not None:
            self.choose(Facet.OWNER, above)

    def action_clear(self) -> None:
        facet = self.current_facet()
        self.keep(self.response.with_choice(self.question.id, facet, None, clock.now()))
        facets = facets_to_ask(self.question, self.response)
        self.active = min(self.active, len(facets) - 1)
        self.show()

    def action_flag(self) -> None:
        flag = not self.response.answer(self.question.id).flag
        self.keep(self.response.with_flag(self.question.id, flag, clock.now()))
        self.show()

    def action_note(self) -> None:
        question = self.question

        def save(text: str) -> None:
            self.keep(self.response.with_note(question.id, text, clock.now()))
            self.show()

        self.app.push_screen(NoteDialog(question.text, self.response.answer(question.id).note, save))

    def keep(self, response: Response) -> None:
        """Holds the response in memory and on disk; what cannot be saved is said and tried again with the next key."""
        self.file = ResponseFile(self.file.path, response, self.file.digest)
        try:
            self.file = self.workspace.save(self.file)
            self.is_saved = True
        except NotSavedError as error:
            self.is_saved = False
            self.notify(str(error), severity="error")
        except ChangedElsewhereError as error:
            self._keep_both(error)
        self.show_state()

    def _keep_both(self, error: ChangedElsewhereError) -> None:
        try:
            self.file = self.workspace.keep_both(self.file)
        except NotSavedError as refused:
            self.is_saved = False
            self.notify(str(refused), severity="error")
            return
        self.is_saved = True
        self.notify(
            f"{error} Both were kept: the other version lies beside it as .bak.", severity="warning", markup=False
        )

    # Showing

    def current_facet(self) -> Facet:
        facets = facets_to_ask(self.question, self.response)
        return facets[min(self.active, len(facets) - 1)]

    def shown_facets(self) -> tuple[Facet, ...]:
        """The facets on the scale that is shown: the basis has a scale of its own."""
        return (Facet.BASIS,) if self.current_facet() is Facet.BASIS and self.is_asking else self.question.facets

    @property
    def is_asking(self) -> bool:
        """Whether a column still waits, as opposed to a question that is answered."""
        return self.active < len(facets_to_ask(self.question, self.response))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "same":
            return same_as_above(self.questions, self.place, self.response) is not None
        if action == "back":
            return self.place > 0
        return True

    def show(self) -> None:
        """Everything about the question, in place."""
        question, answer = self.question, self.response.answer(self.question.id)
        facets = self.shown_facets()
        scale = self.questionnaire.scale_of(question, facets[0])
        active = (
            facets.index(self.current_facet()) if self.is_asking and self.current_facet() in facets else len(facets)
        )
        self.query_one("#scale", ScaleChoice).shown = Shown(
            question.id, scale, facets, tuple(answer.choice(facet) for facet in facets), active
        )
        self.query_one("#question", Static).update(paragraph(question.text))
        self.query_one("#why", Static).update(paragraph(question.help))
        self.query_one("#why").display = self.is_asking or self.has_class("-wide")
        self.query_one("#prompt", Static).update(self._prompt())
        after = row()
        if not self.is_asking and not is_open(question, self.response):
            after = after_answering(self.questionnaire, question, answer, clock.now().date())
        self._show_if_any("#after", after)
        self._show_if_any("#remark", remark(answer))
        self.show_state()
        works = tuple(self.check_action(action, ()) for action in ("same", "back"))
        if works != self._works:  # a new footer for every key would cost more than all the rest
            self._works = works
            self.refresh_bindings()

    def _prompt(self) -> Content:
        if not self.is_asking and self.is_half_answered:
            return row(("Partly answered. ", "$warning"), "← and → move between the columns.")
        if not self.is_asking:
            last = self.is_from_review or self.place + 1 == len(self.questions)
            return row(("Answered. ", "$success"), "Enter goes to the " + ("review." if last else "next question."))
        if self.is_warned:
            return row(("▲ Only partly answered. ", "$warning"), "Choose, or Enter again to leave it open.")
        return row(_PROMPTS[self.current_facet()])

    def show_state(self) -> None:
        """Where one is in the whole, and whether everything is on disk."""
        sections = progress(self.questionnaire, self.response)
        done, whole = sum(s.answered for s in sections), sum(s.asked for s in sections)
        team = self.questionnaire.team_by_id[self.response.respondent.team].label
        state = f"{done} of {whole} answered · {'saved' if self.is_saved else f'{FLAG} NOT SAVED'}"
        number = self.response.respondent.round
        again = f" · round {number}" if number > 1 else ""
        self.say_where(f"{team}{again} · question {self.place + 1} of {len(self.questions)}", state)
        self.query_one(TopBar).alarming = not self.is_saved
        here = self.question.section
        current = next(item for item in sections if item.section.id == here)
        phase = f" · {self.question.phase}" if self.question.phase else ""
        count = f"{bar(current.answered, current.asked, 12)} {current.answered}/{current.asked}"
        self.query_one("#strip", Static).update(row(f"{current.section.title}{phase}  {count}"))
        self.query_one("#sections", Static).update(side_bar(sections, self.question))

    def _show_if_any(self, selector: str, content: Content) -> None:
        """Shows a part of the screen only when it has something to say."""
        part = self.query_one(selector, Static)
        part.display = bool(content.plain)
        part.update(content)

    def help_text(self) -> Content:
        """Help starts with why this question is asked."""
        return stacked([explanation(self.questionnaire, self.question), row(), paragraph(self.HELP_TEXT)])
