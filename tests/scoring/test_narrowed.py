"""A questionnaire narrowed to some of its questions has what belongs to these, and nothing else."""

from __future__ import annotations

import pytest

from scoring.comparison.narrowed import narrowed
from tests.given.builders import criterion, small


@pytest.mark.parametrize(
    ("questions", "pairs"),
    [(["risk.soak", "risk.exposure"], 1), (["risk.soak"], 0), (["risk.exposure"], 0)],
    ids=["both", "lower", "upper"],
)
def test_a_contradiction_stays_where_both_its_questions_do(questions: list[str], pairs: int) -> None:
    part = narrowed(small(), questions)
    assert [question.id for question in part.questions] == questions
    assert (len(part.contradictions), part.sections, part.scales) == (pairs, (), small().scales)


def test_without_questions_or_candidates_to_keep_all_stay() -> None:
    whole = small(criterion("first") + criterion("second"))
    part = narrowed(whole, candidates=whole.candidates[:1])
    assert part.candidates == whole.candidates[:1]
    assert (part.questions, part.sections) == (whole.questions, whole.sections)
    assert narrowed(whole, ["risk.soak"]).candidates == whole.candidates
