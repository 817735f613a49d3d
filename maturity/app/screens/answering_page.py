"""A question as it is looked at, with its scale: what is chosen there is saved, and then shown, in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from maturity import clock
from maturity.app.screens.earlier_panel import earlier_rows
from maturity.app.screens.open_response import Another, ResponsePage
from maturity.app.screens.question_panels import after_answering, remark, section_rule, side_bar, what_next
from maturity.app.widgets.literal import paragraph, row, stacked
from maturity.app.widgets.question_sheet import Around, QuestionSheet, SideRows
from maturity.app.widgets.scale_choice import ChoiceView
from maturity.files.keeper import Keeper
from maturity.pictures.signs import bar
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.interview import progress
from maturity.rounds.sitting import Turn
from maturity.rounds.undo_words import put_in_place_of
from questionnaires import Choice, Question, Questionnaire
from questionnaires.words import Facet

_LOW: Final = 32
"""Rows of the terminal below which facts take less room where an earlier round is told of."""


class AnsweringPage(ResponsePage):
    """The question, why it is asked, and its scale; without the keys."""

    DEFAULT_CSS = """
    AnsweringPage {
        #sections { display: none; }
        &.-wide #sections { display: block; }
    }
    """

    def __init__(self, keeper: Keeper, questionnaire: Questionnaire, review: Another, turn: Turn) -> None:
        super().__init__(keeper, questionnaire, review)
        self.interview = begin_interview(questionnaire, keeper.response, clock.now(), turn)

    @property
    def question(self) -> Question:
        return self.interview.question

    def body(self) -> Iterable[Widget]:
        yield Horizontal(SideRows(id="sections"), QuestionSheet(self.choose, self.turn_to, id="scale"))

    @property
    def sheet(self) -> QuestionSheet:
        return self.query_one(QuestionSheet)

    def on_mount(self) -> None:
        self.go(self.interview)
        self.sheet.focus()

    def on_resize(self) -> None:
        self.set_class(self.is_wide, "-wide")
        self.call_after_refresh(self.show)

    @property
    def is_wide(self) -> bool:
        """Whether the sections have room beside the question."""
        return self.size.width >= 100

    def go(self, interview: Interview, said: Content | None = None) -> None:
        """Saves what an event has led to, and shows it, with what is `said` of it; an answer that took the place of
        another says so, for a digit is quickly pressed."""
        before = self.interview
        self.take(interview)
        if interview.is_at_review:
            self.review()
            return
        self._say(said or self._said_of(before, interview))
        self.show()

    def take(self, interview: Interview) -> None:
        """Saves what an event has led to; nothing is shown."""
        self.interview = interview
        if interview.response is not self.keeper.response or not self.keeper.is_saved:
            self.keep(interview.response)

    def turn_to(self, column: int) -> None:
        """Goes to another of the columns on screen."""
        self.go(self.interview.turn_to(column))

    def choose(self, facet: Facet, choice: Choice) -> None:
        """Saves a choice, then moves to the next column, or shows what is documented."""
        self.go(self.interview.choose(facet, choice, clock.now()))

    def review(self) -> None:
        """The end of the questions: what is open, flagged, unknown, and finish. Whoever came from there is led back to
        the same line."""
        interview = self.interview
        self.turn_over(Turn(interview.sitting, interview.question.id if interview.is_from_review else None))

    def show(self) -> None:
        """Everything about the question, in place; or the rule of its section, before the first one."""
        section = self.interview.rule_to_read
        if section is not None:
            # The sheet keeps the focus without a scale: the next digit is about the first question, never about this.
            self.sheet.tell(None, Around(rule=section_rule(section), prompt=what_next(self.interview)))
        else:
            self.sheet.tell(self._view(), self._around())
        self.show_state()
        self.refresh_bindings()

    def _view(self) -> ChoiceView:
        """The scale with what is chosen on it, and what was in an earlier round."""
        interview, question, answer = self.interview, self.question, self.response.answer(self.question.id)
        facets, mine = interview.shown_facets, interview.earlier_answer
        return ChoiceView(
            question.id,
            self.questionnaire.scale_of(question, facets[0]),
            facets,
            tuple(answer.choice(facet) for facet in facets),
            interview.shown_active,
            tuple(mine.answer.choice(facet) for facet in facets) if mine else (),
            mine.round if mine else 0,
        )

    def _around(self) -> Around:
        interview, question, answer = self.interview, self.question, self.response.answer(self.question.id)
        told = earlier_rows(interview)
        # Who has answered it before knows why it is asked: question, scale and what was said stay in sight together.
        tells_why = self.is_wide or (interview.is_asking and interview.earlier_answer is None)
        after = row()
        if interview.tells_facts:
            after = after_answering(self.questionnaire, question, answer, clock.today())
        return Around(
            paragraph(question.text),
            paragraph(question.help) if tells_why else row(),
            self._what_next(),
            earlier=stacked(told),
            remark=remark(answer),
            after=after,
            # Facts give way: the scale and what was said stay in sight.
            rows_after=5 if told and self.size.height < _LOW else 9,
        )

    def _what_next(self) -> Content:
        return what_next(self.interview, self.key_name("answering-same", "s"), self.key_name("answering-undo", "u"))

    def show_state(self) -> None:
        """Where one is in the whole, and whether everything is on disk."""
        sections = progress(self.questionnaire, self.response)
        done, whole = sum(s.answered for s in sections), sum(s.asked for s in sections)
        team = self.questionnaire.team_by_id[self.response.respondent.team].label
        number = self.response.respondent.round
        again = f" · round {number}" if number > 1 else ""
        place = f"question {self.interview.place + 1} of {len(self.interview.questions)}"
        self.say_kept(f"{team}{again} · {place}", f"{done} of {whole} answered · ", "saved")
        here = self.question.section
        current = next(item for item in sections if item.section.id == here)
        phase = f" · {self.question.phase}" if self.question.phase else ""
        count = f"{bar(current.answered, current.asked, 12)} {current.answered}/{current.asked}"
        sheet, side = self.sheet, self.query_one(SideRows)
        sheet.is_wide = self.is_wide
        sheet.strip = row(f"{current.section.title}{phase}  {count}")
        side.words = side_bar(sections, self.question)
        sheet.draw()
        side.draw()

    def _said_of(self, before: Interview, after: Interview) -> Content:
        was = put_in_place_of(before, after)
        undo = (self.key_name("answering-undo", "u"), "bold")
        return row(("▲ It was answered: ", "$warning"), f"{was}. ", undo, " takes the change back.") if was else row()

    def _say(self, words: Content) -> None:
        """One line on what the last key did, until the next."""
        self.sheet.said = words
