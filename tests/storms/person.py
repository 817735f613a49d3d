"""A person who knows what they answered: presses keys, and remembers what each of them means.

FileModel from the help of the screen, not from the code behind it: a digit chooses and moves to the next column, Enter
goes on, and goes on from a question that is half answered only the second time.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from questionnaires import Question, Questionnaire
from questionnaires.words import BASIS_FROM, DONT_KNOW, Depth, Facet, Level
from tests.storms.sitting import Sitting

Answers = dict[str, dict[str, Any]]

WHERE: Final = re.compile(r"question (\d+) of (\d+)")
NOT_SAVED: Final = "NOT SAVED"
SAVED: Final = re.compile(r"· saved\b")


class Person:
    """Someone of one team at the core questions."""

    def __init__(self, questionnaire: Questionnaire, team: str, seed: int) -> None:
        self.chance = random.Random(seed)
        self.questionnaire = questionnaire
        self.questions: tuple[Question, ...] = questionnaire.asked_of(team, Depth.CORE)
        self.answers: Answers = {}
        self.at = 0
        self.column = 0
        self.is_warned = False

    @property
    def question(self) -> Question:
        return self.questions[self.at]

    def columns(self) -> tuple[Facet, ...]:
        needed = self.answers.get(self.question.id, {}).get(Facet.NEEDED.value)
        is_high = isinstance(needed, int) and needed >= BASIS_FROM
        return (*self.question.facets, Facet.BASIS) if is_high else self.question.facets

    def arrive(self, place: int) -> None:
        """Comes to a question, on its first open column."""
        self.at = min(max(place, 0), len(self.questions) - 1)
        self.is_warned = False
        given = self.answers.get(self.question.id, {})
        columns = self.columns()
        self.column = next((i for i, facet in enumerate(columns) if facet.value not in given), len(columns))

    def next_key(self) -> str:
        """What to press now: mostly an answer, then on; now and then something else."""
        if self.column >= len(self.columns()):
            key = "enter" if self.at + 1 < len(self.questions) else "b"
            return self.chance.choices((key, "f", "b"), (8, 1, 1))[0]
        digits = self._digits(self.columns()[self.column])
        return self.chance.choices((self.chance.choice(digits), "d", "f", "enter", "b"), (20, 2, 1, 1, 1))[0]

    def pressed(self, key: str) -> None:
        """What the key means, by what the help says."""
        given = self.answers.get(self.question.id, {})
        if key == "enter":
            is_half = any(f.value in given for f in self.question.facets) and not all(
                f.value in given for f in self.question.facets
            )
            if is_half and not self.is_warned:
                self.is_warned = True
            elif self.at + 1 < len(self.questions):
                self.arrive(self.at + 1)
        elif key == "b":
            if self.at:
                self.arrive(self.at - 1)
        elif key == "f":
            self._set("flag", None if given.get("flag") else True)
        else:
            self._choose(key)

    def _choose(self, key: str) -> None:
        facet = self.columns()[min(self.column, len(self.columns()) - 1)]
        if key != "d" and key not in self._digits(facet):
            return
        scale = self.questionnaire.scale_of(self.question, facet)
        choice = DONT_KNOW if key == "d" else scale.choice(self._digits(facet).index(key))
        self._set(facet.value, choice)
        if facet is Facet.NEEDED and Facet.BASIS not in self.columns():
            self._set(Facet.BASIS.value, None)
        self.is_warned = False
        self.column = min(self.columns().index(facet) + 1, len(self.columns()))

    def write(self, note: str) -> None:
        """Writes a note on the question."""
        self._set("note", note)

    def _digits(self, facet: Facet) -> tuple[str, ...]:
        scale = self.questionnaire.scale_of(self.question, facet)
        if scale.level is Level.ORDINAL:
            return tuple(str(place) for place in range(len(scale.options)))
        return tuple("1234567890"[: len(scale.options)])

    def _set(self, key: str, value: object) -> None:
        given = self.answers.setdefault(self.question.id, {})
        if value is None:
            given.pop(key, None)
        else:
            given[key] = value
        if not given:
            del self.answers[self.question.id]

    def complete(self, answers: Mapping[str, Mapping[str, Any]]) -> int:
        """How many of the questions have an answer in every column."""
        return sum(
            all(facet.value in answers.get(question.id, {}) for facet in question.facets) for question in self.questions
        )

    def remembered(self) -> Answers:
        return deepcopy(self.answers)


def says_saved(sitting: Sitting) -> bool:
    """Whether the line at the top says that everything is saved."""
    top = sitting.screen.rows[0]
    return NOT_SAVED not in top and SAVED.search(top) is not None


def place_on(sitting: Sitting) -> int | None:
    """The number of the question on the screen, from 0; None where no question shows."""
    found = WHERE.search(sitting.screen.rows[0])
    return int(found[1]) - 1 if found else None


def answers_in(path: Path) -> Answers | None:
    """The answers of a response file; None where it is no whole one."""
    try:
        document = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if document.get("kind") != "response":
        return None
    answers: Answers = document.get("answers", {})
    return answers


def held(folder: Path) -> list[Answers]:
    """The answers of every response file below a folder, whatever it is called."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".log", ".pyc")]
    return [answers for path in sorted(files) if (answers := answers_in(path)) is not None]


def holds(folder: Path, wanted: Mapping[str, Any]) -> bool:
    """Whether one of the files holds exactly these answers."""
    return any(answers == wanted for answers in held(folder))
