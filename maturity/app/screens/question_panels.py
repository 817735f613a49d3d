"""What stands around a question: the facts after answering, notes and flags, the sections, and the help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from maturity.app.widgets.literal import paragraph, row, stacked
from maturity.pictures.glyphs import FLAG, HERE, bar
from maturity.results.build_facts import facts_on
from maturity.results.questions import Fact
from maturity.rounds.facts import said_by
from maturity.rounds.interview import SectionProgress
from questionnaires import Answer, Question, Questionnaire, label
from questionnaires.words import Facet, Kind

_LONGEST_REMARK = 120
_BAR = 12


def after_answering(questionnaire: Questionnaire, question: Question, answer: Answer, today: dt.date) -> Content:
    """What is documented or offered; shown once a question is answered, and never before."""
    rows = []
    if answer.basis is not None:
        words = label(questionnaire.scale_of(question, Facet.BASIS), answer.basis)
        rows.append(row(("Basis of your need: ", "bold"), words))
    return stacked([*rows, *(fact_row(fact, today) for fact in facts_on(questionnaire, question))])


def fact_row(fact: Fact, today: dt.date) -> Content:
    """What is documented or offered, and who says so."""
    source = said_by(fact, today)
    return row((f"{fact.title}: ", "bold"), fact.text, (f" ({source})" if source else "", "$quiet"))


def remark(answer: Answer) -> Content:
    """Flag and note, on one line."""
    said = [f"{FLAG} flagged"] if answer.flag else []
    if answer.note:
        said.append(f"note: {' '.join(answer.note.split())[:_LONGEST_REMARK]}")
    return row("  ".join(said))


def side_bar(sections: Sequence[SectionProgress], question: Question) -> Content:
    """The sections with their progress, and what the present one asks for."""
    rows = [row(("Sections", "bold $primary")), row()]
    for item in sections:
        is_here = item.section.id == question.section
        rows.append(row((f"{HERE if is_here else ' '} {item.section.title}", "bold" if is_here else "")))
        style = "$success" if item.is_complete else "$accent"
        rows += [row("  ", (bar(item.answered, item.asked, _BAR), style), f" {item.answered}/{item.asked}"), row()]
    if question.phase:
        rows += [row((f"Phase: {question.phase}", "$quiet")), row()]
    rows += [paragraph(item.section.about, "$quiet") for item in sections if item.section.id == question.section]
    return stacked(rows)


def explanation(questionnaire: Questionnaire, question: Question) -> Content:
    """Why a question is asked, the words in it that not everybody knows, and what is no longer asked for."""
    said = f"{question.title} {question.text} {question.help}"
    rows = [paragraph(question.text), paragraph(question.help), row()]
    rows += [row(f"{term.word}: {term.meaning}") for term in questionnaire.terms if term.occurs_in(said)]
    gone = [entry for entry in questionnaire.lapsed if not entry.documented]  # a task is no prerequisite
    if question.kind is Kind.PREREQUISITE and gone:
        rows += [row(), row("No longer asked for:")]
        rows += [row(f"{entry.title}: {entry.reason}") for entry in gone]
    return stacked(rows)
