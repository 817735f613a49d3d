"""Notes as text: read only when somebody asks for them, and never a part of results."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.report_of_criteria import WIDTH, wrapped
from questionnaires import Questionnaire, Response, answers_for


def notes_text(questionnaire: Questionnaire, responses: Iterable[Response], width: int = WIDTH) -> str:
    """Every note by question, with the team that wrote it; people are not named."""
    answers = [(response.respondent.team, answers_for(response, questionnaire)) for response in responses]
    lines = ["", "Notes", "=====", ""]
    for question in questionnaire.questions:
        for team in questionnaire.teams:
            for name, given in answers:
                note = given[question.id].note if name == team.id and question.id in given else ""
                if note:
                    words = f"{question.title} – {team.label}: “{' '.join(note.split())}”"
                    lines += wrapped(words, width, "  - ")
    return "\n".join(lines) + "\n"
