"""What was taken back, and what an answer took the place of, in words that fit on one line."""

from __future__ import annotations

from typing import Final

from maturity.rounds.answering import Interview
from maturity.rounds.interview import in_words
from questionnaires import Answer, one_line
from questionnaires.words import Facet
from scoring.wording.words import FACET_WORDS

_LONGEST: Final = 40
"""Characters of an answer that is said on one line with another."""


def taken_back(before: Interview) -> str:
    """What the last change was, before it is taken back, and what stands again; nothing without a change."""
    if not before.sitting.changes:
        return ""
    last = before.sitting.changes[-1]
    return _differences(before, last.question, before.response.answer(last.question), last.before)


def put_in_place_of(before: Interview, after: Interview) -> str:
    """The answer that another has taken the place of; nothing where none has."""
    if len(after.sitting.changes) <= len(before.sitting.changes):
        return ""
    last = after.sitting.changes[-1]
    changed = last.overwrote(after.response.answer(last.question))
    return "; ".join(_column(after, last.question, facet, last.before) for facet in changed)


def _differences(interview: Interview, question: str, now: Answer, again: Answer) -> str:
    """What goes, and what stands again in its place."""
    columns = [facet for facet in Facet if now.choice(facet) != again.choice(facet)]
    if columns:
        gone = [_column(interview, question, facet, now) for facet in columns if now.choice(facet) is not None]
        back = [_column(interview, question, facet, again) for facet in columns if again.choice(facet) is not None]
        stands = f"{'; '.join(back)} stands again" if back else "it is open again"
        return f"{'; '.join(gone)}; {stands}." if gone else f"{stands}."
    if now.flag != again.flag:
        return "the flag." if now.flag else "it is flagged again."
    if again.note:
        return f"the note is “{one_line(again.note, _LONGEST)}” again."
    return "the note."


def _column(interview: Interview, question: str, facet: Facet, answer: Answer) -> str:
    """An answer in one column, in the words of its scale; the column too, where there are several."""
    asked = interview.questionnaire.question_by_id[question]
    words = in_words(interview.questionnaire.scale_of(asked, facet), answer.choice(facet))
    said = f"“{one_line(words.rstrip('.'), _LONGEST)}”"
    return said if asked.facets == (facet,) else f"{FACET_WORDS[facet]} {said}"
