"""What was taken back, and what an answer took the place of, on one line."""

from __future__ import annotations

from textual.content import Content

from maturity.app.widgets.literal import row, within
from maturity.rounds.answering import Interview
from maturity.rounds.interview import in_words
from questionnaires import Answer
from questionnaires.words import Facet
from scoring.wording.words import FACET_WORDS

_LONGEST = 40
"""Characters of an answer that is said on one line with another."""


def taken_back(before: Interview) -> Content:
    """What the last change was, before it is taken back, and what stands again; nothing without a change."""
    if not before.sitting.changes:
        return row()
    last = before.sitting.changes[-1]
    said = _differences(before, last.question, before.response.answer(last.question), last.before)
    return row(("Took back: ", "bold"), said)


def put_in_place_of(before: Interview, after: Interview, undo_key: str) -> Content:
    """Which answer has taken the place of another, and the key that takes that back; nothing where none did."""
    if len(after.sitting.changes) <= len(before.sitting.changes):
        return row()
    last = after.sitting.changes[-1]
    changed = last.overwrote(after.response.answer(last.question))
    if not changed:
        return row()
    said = "; ".join(_column(after, last.question, facet, last.before) for facet in changed)
    return row(("▲ It was answered: ", "$warning"), f"{said}. ", (undo_key, "bold"), " takes the change back.")


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
        return f"the note is “{within(again.note, _LONGEST)}” again."
    return "the note."


def _column(interview: Interview, question: str, facet: Facet, answer: Answer) -> str:
    """An answer in one column, in the words of its scale; the column too, where there are several."""
    asked = interview.questionnaire.question_by_id[question]
    words = in_words(interview.questionnaire.scale_of(asked, facet), answer.choice(facet))
    said = f"“{within(words.rstrip('.'), _LONGEST)}”"
    return said if asked.facets == (facet,) else f"{FACET_WORDS[facet]} {said}"
