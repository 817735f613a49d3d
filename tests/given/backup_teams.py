"""The questionnaire of another field, on backups, and the answers of its three teams: as typed, and as saved."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from maturity.files.workspace import file_name, to_bytes
from questionnaires import Answer, Questionnaire, load
from tests.given.builders import respond

FIELD: Final = Path(__file__).parent / "another_field"
TEAMS: Final = ("database", "platform", "application")
TITLES: Final = (
    "Deciding to restore",
    "Testing a restore",
    "Deleting old copies",
    "Hours until data is back",
    "A copy at a second site",
)

SAID: Final[Mapping[str, Mapping[str, Mapping[str, Any]]]] = {
    "database": {
        "responsibility.restore_decision": {"owner": "database"},
        "responsibility.restore_test": {"owner": "database"},
        "recovery.deletion": {"needed": 4, "wanted": 5, "basis": "law"},
        "recovery.hours_to_restore": {"position": 2},
        "recovery.second_site": {"status": "partly"},
    },
    "platform": {
        "responsibility.restore_decision": {"owner": "platform"},
        "responsibility.restore_test": {"owner": "backup_service"},
        "recovery.deletion": {"needed": 2, "wanted": 3},
        "recovery.hours_to_restore": {"position": 3},
        "recovery.second_site": {"status": "met"},
    },
    "application": {
        "responsibility.restore_decision": {"owner": "database"},
        "responsibility.restore_test": {"owner": "nobody"},
        "recovery.deletion": {"needed": 5, "wanted": 5, "basis": "audit"},
        "recovery.hours_to_restore": {"position": 5},
        "recovery.second_site": {"status": "dont_know"},
    },
}
"""By team and question: they disagree on each of the five."""

TYPED: Final[Mapping[str, tuple[str, ...]]] = {
    "database": ("1", "1", "451", "2", "2"),
    "platform": ("2", "5", "23", "3", "1"),
    "application": ("1", "6", "552", "5", "d"),
}
"""The same answers question by question, as a person types them: a key for each facet."""

_OTHER_FIELD: Final = re.compile(
    r"autopatch|windows|microsoft|intune|entra\b|patch|\bupdates?\b|\bdevices?\b|\bendpoint", re.IGNORECASE
)


@cache
def backups() -> Questionnaire:
    return load(FIELD)


def words_of_updates(text: str) -> list[str]:
    """The words in a text that belong to Windows updates and have no place in talk about backups."""
    return sorted({found.lower() for found in _OTHER_FIELD.findall(text)})


def answered(folder: Path, questionnaire: Questionnaire | None = None) -> Path:
    """A folder with the finished answers of the three teams."""
    folder.mkdir(parents=True, exist_ok=True)
    for team, said in SAID.items():
        answers = {question: Answer(**answer) for question, answer in said.items()}
        response = respond(
            team, answers, questionnaire=questionnaire or backups(), completed=True, respondent=f"{team}1"
        )
        (folder / file_name(response)).write_bytes(to_bytes(response))
    return folder
