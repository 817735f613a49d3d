"""Answering: one question at a time, updated in place; every answer is on disk before the next shows."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from maturity import clock
from maturity.app.screens.answering_page import AnsweringPage
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.earlier_panel import earlier_help
from maturity.app.screens.open_response import COPY
from maturity.app.screens.question_panels import answer_words, explanation
from maturity.app.widgets.literal import fitted, paragraph, row, stacked
from maturity.pictures.signs import CHOSEN, FLAG, OPEN
from maturity.rounds.interview import is_open
from maturity.rounds.undo_words import taken_back
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE


class AnsweringScreen(AnsweringPage):
    """The keys at a question; which of them work depends on where one is."""

    HELP_TEXT = (
        "Press the digit of an option to choose it; the next column follows by itself. Enter goes to the next "
        "question. Every answer is saved at once, and the top line says so; you can leave at any time. Don't know and "
        "not applicable are good answers."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", "Next", tooltip="Go on to the next question", id="answering-next"),
        *COPY,  # where a file has gone, what brings it back must not be left out for want of room
        Binding("b,backspace,pageup", "back", "Back", tooltip="Go back to the question before", id="answering-back"),
        Binding("u", "undo", "Undo", tooltip="Take back the last answer, then the one before", id="answering-undo"),
        Binding(
            "pagedown", "next(False)", "Next", show=False, tooltip="Go on to the next question", id="answering-leaf"
        ),
        Binding("d", f"state('{DONT_KNOW}')", "Don't know", tooltip="Answer: we do not know", id="answering-dont-know"),
        Binding(
            "a",
            f"state('{NOT_APPLICABLE}')",
            "N/a",
            tooltip="Answer: this does not apply to us",
            id="answering-not-applicable",
        ),
        Binding(
            "s", "same", "Same", show=False, tooltip="Name the same owner as at the question above", id="answering-same"
        ),
        Binding("n", "note", "Note", tooltip="Write a note on this question", id="answering-note"),
        Binding("f", "flag", "Flag", tooltip="Flag this question: we want to discuss it", id="answering-flag"),
        Binding(
            "x,delete",
            "clear",
            "Clear",
            show=False,
            tooltip="Take back the answer of this column",
            id="answering-clear",
        ),
        Binding("o", "overview", "List", tooltip="See all questions and jump to one", id="answering-list"),
        Binding(
            "g", "next_open", "Open", tooltip="Go to the next question without an answer", id="answering-next-open"
        ),
        Binding(
            "escape",
            "to_review",
            "Review",
            tooltip="Back to the review you came from",
            key_display="esc",
            id="answering-leave",
        ),
        Binding(
            "escape",
            "leave",
            "Leave",
            tooltip="Leave, once everything is saved",
            key_display="esc",
            id="answering-leave",
        ),
    ]

    def help_text(self) -> Content:
        """Help starts with why this question is asked."""
        told = [row(), paragraph(earlier_help())] if self.interview.earlier_answer else []
        return stacked([explanation(self.questionnaire, self.question), row(), paragraph(self.HELP_TEXT), *told])

    # Moving

    def action_next(self, confirms: bool = True) -> None:
        """Enter on a line that the arrows led to chooses it; otherwise it goes on. Leafing through confirms nothing of
        an earlier round."""
        scale = self.sheet
        if scale.has_moved:
            scale.action_choose()
        else:
            self.go(self.interview.next(clock.now(), confirms=confirms))

    def action_back(self) -> None:
        self.go(self.interview.back(clock.now()))

    def action_next_open(self) -> None:
        self.go(self.interview.next_open(clock.now()))

    def action_to_review(self) -> None:
        self.review()

    def action_overview(self) -> None:
        lines = []
        for question in self.interview.questions:
            answer = self.response.answer(question.id)
            mark = OPEN if is_open(question, self.response) else CHOSEN
            flag = f"{FLAG} " if answer.flag else ""
            said = f"{flag}{answer_words(self.questionnaire, question, answer) or 'open'}"
            lines.append(row((f"{mark} ", "$accent"), fitted(question.title, 34), (f"  {fitted(said, 32)}", "$quiet")))

        def jump(place: int | None) -> None:
            if place is not None:
                self.go(self.interview.jump(place, clock.now()))

        done = f"{CHOSEN} answered, {OPEN} open, {FLAG} flagged"
        self.app.push_screen(ChooseDialog("All questions", done, lines, self.interview.place), jump)

    # Answering

    def action_state(self, choice: str) -> None:
        self.go(self.interview.state(choice, clock.now()))

    def action_same(self) -> None:
        self.go(self.interview.same(clock.now()))

    def action_clear(self) -> None:
        self.go(self.interview.clear(clock.now()))

    def action_undo(self) -> None:
        """The last change of this sitting, as it was before, at its question."""
        before = self.interview
        self.go(before.undo(clock.now()), row(("Took back: ", "bold"), taken_back(before)))

    def action_flag(self) -> None:
        self.go(self.interview.flag(clock.now()))

    def action_note(self) -> None:
        """However often a note is saved while it is typed, it is one change, from what was there before."""
        begun, question = self.interview, self.question

        def take(text: str) -> None:
            self.take(begun.note(question.id, text, clock.now()))
            self.call_later(self.show)  # where the app is about to end there is nothing to show it on

        note = self.response.answer(question.id).note
        from maturity.app.screens.note import NoteDialog  # with a field of several lines, which takes its time

        self.app.push_screen(NoteDialog(question.text, note, take))

    # What works

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "same":
            return self.interview.rule_to_read is None and self.interview.same_as_above is not None
        if action == "undo":
            return bool(self.interview.sitting.changes)
        if action == "to_review":
            return self.interview.is_from_review
        if action == "leave":
            return not self.interview.is_from_review
        if action == "back":
            return self.interview.place > 0
        if action in ("state", "note", "flag", "clear"):
            return self.interview.rule_to_read is None
        return super().check_action(action, parameters)
