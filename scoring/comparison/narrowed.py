"""A questionnaire with some of its questions: comparing it costs what these cost, and no more."""

from __future__ import annotations

from collections.abc import Collection

from questionnaires import Candidate, Questionnaire


def narrowed(
    questionnaire: Questionnaire,
    questions: Collection[str] | None = None,
    candidates: tuple[Candidate, ...] | None = None,
) -> Questionnaire:
    """The questionnaire with these questions and candidates alone; None keeps all that there are.

    Where questions are left out, so are the contradictions with them, and all sections: nothing is summed up.
    """
    parts: dict[str, object] = {}
    if candidates is not None:
        parts["candidates"] = candidates
    if questions is not None:
        all_ = questionnaire.contradictions
        parts["questions"] = tuple(question for question in questionnaire.questions if question.id in questions)
        parts["contradictions"] = tuple(one for one in all_ if all(name in questions for name in one.questions))
        parts["sections"] = ()
    whole = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_construct(**whole | parts)  # a copy would keep the index of all questions
