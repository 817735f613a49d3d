"""What stands around a question: the facts after answering, notes and flags, the sections, and the help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from maturity.app.widgets.literal import Part, paragraph, row, stacked, within
from maturity.pictures.signs import BEFORE, FLAG, HERE, bar
from maturity.rounds.answering import Interview
from maturity.rounds.interview import SectionProgress, in_words
from maturity.rounds.prompts import ASKS, COLUMNS, Prompt
from questionnaires import Answer, Question, Questionnaire, Section, label
from questionnaires.words import Facet, Kind
from scoring.wording.words import FACET_WORDS

if TYPE_CHECKING:
    from maturity.results.questions import Fact

_LONGEST_REMARK = 120
_LONGEST_OWNER = 30
_BAR = 12


def what_next(interview: Interview, same_key: str = "s", undo_key: str = "u") -> Content:
    """What the respondent has chosen, in words, and is told to do next; `same_key` names the same owner as above, and
    `undo_key` takes back what was chosen just now."""
    match interview.prompt:
        case Prompt.RULE_FIRST:
            mine = [question for question in interview.questions if question.section == interview.question.section]
            first = "its one question" if len(mine) == 1 else f"the first of its {len(mine)} questions"
            if interview.question is not mine[0]:
                first = f"question {mine.index(interview.question) + 1} of its {len(mine)}"
            return row("Read this first. ", ("Enter", "bold"), f" goes to {first}.")
        case Prompt.HALF_ANSWERED:
            return row(("Partly answered. ", "$warning"), "← and → move between the columns.")
        case Prompt.LEFT_HALF_OPEN:
            return row(("▲ Only partly answered. ", "$warning"), "Choose, or Enter again to leave it open.")
        case Prompt.ANSWERED:
            return _chosen(interview, "Enter goes to the next question", undo_key)
        case Prompt.ANSWERED_NEXT_OPEN:
            return _chosen(interview, "Enter goes to the next open question", undo_key)
        case Prompt.ANSWERED_LAST:
            return _chosen(interview, "Enter goes to the review", undo_key)
        case Prompt.ASKED_AGAIN:
            return _asked_again(interview, same_key)
        case Prompt.ASKED:
            return row(ASKS[interview.facet], *_same_again(interview, same_key))


def _asked_again(interview: Interview, same_key: str) -> Content:
    """What Enter confirms, on one line; the round is named where nothing else has to be said."""
    number = interview.earlier_answer.round if interview.earlier_answer else 0
    rest = "the rest of " if interview.is_half_answered else ""
    yours, change = f"{BEFORE} your answer of round {number}", "a digit changes it."
    if same := _same_again(interview, same_key):
        return row(("Enter", "bold"), f" confirms {BEFORE}, {change}", *same)
    if interview.facet is Facet.BASIS:
        return row("What asks for a need this high? ", ("Enter", "bold"), f" confirms {BEFORE} yours, {change}")
    return row(("Enter", "bold"), f" confirms {rest}{yours}, {change}")


def _chosen(interview: Interview, follows: str, undo_key: str) -> Content:
    """What is chosen, what Enter does, and how it is taken back where it was chosen in this sitting."""
    changes = interview.sitting.changes
    can_undo = bool(changes) and changes[-1].question == interview.question.id
    undo: list[Part] = [", ", (undo_key, "bold"), " takes it back."] if can_undo else ["."]
    return row((f"Chosen: {chosen_words(interview)}. ", "$success"), follows, *undo)


def _same_again(interview: Interview, key: str) -> list[Part]:
    """Which owner the key of *same as above* names, where there is one."""
    above = interview.same_as_above
    if above is None or interview.facet is not Facet.OWNER:
        return []
    words = in_words(interview.questionnaire.scale_of(interview.question, Facet.OWNER), above)
    return [" ", (key, "bold"), f": {within(words, _LONGEST_OWNER)} again."]


def chosen_words(interview: Interview) -> str:
    """What is chosen in each column, in the words of the scale: `24 hours`, or `need: …; want: …`."""
    question = interview.question
    return answer_words(interview.questionnaire, question, interview.response.answer(question.id), is_open_said=True)


def answer_words(
    questionnaire: Questionnaire, question: Question, answer: Answer, *, is_open_said: bool = False
) -> str:
    """The same of any answer; of what is open only where that is to be said."""
    said = {
        facet: in_words(questionnaire.scale_of(question, facet), answer.choice(facet))
        for facet in question.facets
        if is_open_said or answer.choice(facet) is not None
    }
    if len(set(said.values())) == 1 and (len(said) == len(question.facets)):
        return next(iter(said.values())).rstrip(".")
    return "; ".join(f"{COLUMNS.get(facet, FACET_WORDS[facet])}: {words}" for facet, words in said.items()).rstrip(".")


def after_answering(questionnaire: Questionnaire, question: Question, answer: Answer, today: dt.date) -> Content:
    """What is documented or offered; shown once a question is answered, and never before."""
    rows = []
    if answer.basis is not None:
        words = label(questionnaire.scale_of(question, Facet.BASIS), answer.basis)
        rows.append(row(("Basis of your need: ", "bold"), words))
    from maturity.results.build_facts import facts_on
    from maturity.rounds.facts import each_once

    return stacked([*rows, *(fact_row(fact, today) for fact in each_once(facts_on(questionnaire, question)))])


def fact_row(fact: Fact, today: dt.date) -> Content:
    """What is documented or offered, and who says so."""
    from maturity.rounds.facts import said_by

    source = said_by(fact, today)
    return row((f"{fact.title}: ", "bold"), fact.text, (f" ({source})" if source else "", "$quiet"))


def remark(answer: Answer) -> Content:
    """Flag and note, on one line."""
    said = [f"{FLAG} flagged"] if answer.flag else []
    if answer.note:
        said.append(f"note: {' '.join(answer.note.split())[:_LONGEST_REMARK]}")
    return row("  ".join(said))


def side_bar(sections: Sequence[SectionProgress], question: Question) -> list[Content]:
    """The sections with their progress, and what the present one asks for."""
    rows = [row(("Sections", "bold $primary")), row()]
    for item in (one for one in sections if one.asked):
        is_here = item.section.id == question.section
        rows.append(row((f"{HERE if is_here else ' '} {item.section.title}", "bold" if is_here else "")))
        style = "$success" if item.is_complete else "$accent"
        rows += [row("  ", (bar(item.answered, item.asked, _BAR), style), f" {item.answered}/{item.asked}"), row()]
    if question.phase:
        rows += [row((f"Phase: {question.phase}", "$quiet")), row()]
    rows += [paragraph(item.section.about, "$quiet") for item in sections if item.section.id == question.section]
    return rows


def section_rule(section: Section) -> Content:
    """What a section asks as a whole, and what to think of before answering."""
    title = row((f"Section: {section.title}", "bold $primary"))
    return stacked([title, paragraph(section.question, "bold"), row(), paragraph(section.about)])


def explanation(questionnaire: Questionnaire, question: Question) -> Content:
    """Why a question is asked, the rule of its section, words not everybody knows, and what is no longer asked for."""
    said = f"{question.title} {question.text} {question.help}"
    section = questionnaire.section_by_id[question.section]
    rows = [paragraph(question.text, "bold"), paragraph(question.help), row()]
    rows += [section_rule(section), row()]
    rows += [row(f"{term.word}: {term.meaning}") for term in questionnaire.terms if term.occurs_in(said)]
    gone = [entry for entry in questionnaire.lapsed if not entry.documented]  # a task is no prerequisite
    if question.kind is Kind.PREREQUISITE and gone:
        rows += [row(), row("No longer asked for:")]
        rows += [row(f"{entry.title}: {entry.reason}") for entry in gone]
    return stacked(rows)
