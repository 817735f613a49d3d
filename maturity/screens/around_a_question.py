"""What stands around a question: the facts after answering, notes and flags, the sections, and the help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from textual.content import Content

from maturity.pictures.glyphs import FLAG, HERE, bar
from maturity.walk import SectionProgress, revealed
from questionnaires import Answer, Question, Questionnaire, label
from questionnaires.words import Facet, Kind

Part = str | tuple[str, str]

_LONGEST_REMARK = 120
_BAR = 12


def after_answering(questionnaire: Questionnaire, question: Question, answer: Answer, today: dt.date) -> Content:
    """What is documented or offered; shown once a question is answered, and never before."""
    parts: list[Part] = []
    if answer.basis is not None:
        words = label(questionnaire.scale_of(question, Facet.BASIS), answer.basis)
        parts += [("Basis of your need: ", "bold"), f"{words}\n"]
    for fact in revealed(questionnaire, question, today):
        parts += [(f"{fact.title}: ", "bold"), fact.text]
        parts.append((f" ({fact.source})\n", "$quiet") if fact.source else "\n")
    return Content.assemble(*parts).rstrip() if parts else Content("")


def remark(answer: Answer) -> Content:
    """Flag and note, on one line."""
    said = [f"{FLAG} flagged"] if answer.flag else []
    if answer.note:
        said.append(f"note: {' '.join(answer.note.split())[:_LONGEST_REMARK]}")
    return Content("  ".join(said))


def side_bar(sections: Sequence[SectionProgress], question: Question) -> Content:
    """The sections with their progress, and what the present one asks for."""
    parts: list[Part] = [("Sections\n\n", "bold $primary")]
    for item in sections:
        is_here = item.section.id == question.section
        parts.append((f"{HERE if is_here else ' '} {item.section.title}\n", "bold" if is_here else ""))
        style = "$success" if item.is_complete else "$accent"
        parts += ["  ", (bar(item.answered, item.asked, _BAR), style), f" {item.answered}/{item.asked}\n\n"]
    if question.phase:
        parts.append((f"Phase: {question.phase}\n\n", "$quiet"))
    parts += [(item.section.about, "$quiet") for item in sections if item.section.id == question.section]
    return Content.assemble(*parts)


def explanation(questionnaire: Questionnaire, question: Question) -> str:
    """Why a question is asked, the words in it that not everybody knows, and what is no longer asked for."""
    said = f"{question.title} {question.text} {question.help}"
    terms = "".join(f"\n{term.word}: {term.meaning}" for term in questionnaire.terms if term.occurs_in(said))
    lapsed = ""
    if question.kind is Kind.PREREQUISITE and questionnaire.lapsed:
        entries = "".join(f"\n{entry.title}: {entry.reason}" for entry in questionnaire.lapsed)
        lapsed = f"\n\nNo longer asked for:{entries}"
    return f"{question.text}\n{question.help}\n{terms}{lapsed}"
