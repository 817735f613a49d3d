"""Response documents to the small questionnaire, as they come out of a file."""

from __future__ import annotations

import datetime as dt
from typing import Any

from questionnaires import InvalidFile, Questionnaire, Response, admit, reference_to

STARTED = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 11, 21, 9, 14, tzinfo=dt.UTC)


def document(
    questionnaire: Questionnaire, answers: dict[str, dict[str, Any]] | None = None, **respondent: Any
) -> dict[str, Any]:
    """A response to this questionnaire, with these answers and these changes to the respondent."""
    return {
        "kind": "response",
        "schema": 1,
        "questionnaire": reference_to(questionnaire).model_dump(),
        "respondent": {"id": "k7m2", "team": "red", "started": STARTED, "updated": STARTED} | respondent,
        "answers": answers or {},
    }


def response(
    questionnaire: Questionnaire, answers: dict[str, dict[str, Any]] | None = None, **respondent: Any
) -> Response:
    """The same, admitted."""
    return admit(document(questionnaire, answers, **respondent), "red.toml", questionnaire)


def faults(document: dict[str, Any], questionnaire: Questionnaire) -> list[str]:
    """The faults with which a response is refused, as a person reads them; none when it is admitted."""
    try:
        admit(document, "red.toml", questionnaire)
    except InvalidFile as error:
        return [str(fault) for fault in error.faults]
    return []
