"""What was answered, remembered beside the app: every choice, note and flag as it was given, person by person."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from maturity.files.workspace import to_bytes
from questionnaires import Response
from questionnaires.words import BASIS_FROM

Who = tuple[str, int]
Answers = dict[str, dict[str, Any]]


class Memory:
    """Hears of each answer where it is made, and knows nothing of how it is kept."""

    def __init__(self) -> None:
        self.answers: dict[Who, Answers] = {}
        self.given = 0

    def read(self, folder: Path) -> None:
        """Begins with what lies in the folder."""
        for who, answers in responses_below(folder):
            self.answers[who] = answers

    def give(self, response: Response, question: str, key: str, value: object) -> None:
        """One thing said of one question; None and what is empty take it back."""
        self.given += 1
        who = (response.respondent.id, response.respondent.round)
        if who not in self.answers:  # the example, which the app has just written itself
            self.answers[who] = tomllib.loads(to_bytes(response).decode()).get("answers", {})
        answers = self.answers[who]
        answer = answers.setdefault(question, {})
        answer[key] = value
        needed = answer.get("needed")
        if not isinstance(needed, int) or needed < BASIS_FROM:
            answer["basis"] = None
        for name in [name for name, given in answer.items() if given is None or given is False or given == ""]:
            del answer[name]
        if not answer:
            del answers[question]

    @contextmanager
    def listening(self) -> Iterator[None]:
        """While this lasts, every answer that is made in this process is heard."""
        real = {name: getattr(Response, name) for name in ("with_choice", "with_note", "with_flag")}

        def with_choice(response: Response, question: str, facet: Any, choice: Any, now: Any) -> Response:
            self.give(response, question, facet.value, choice)
            made: Response = real["with_choice"](response, question, facet, choice, now)
            return made

        def with_note(response: Response, question: str, note: str, now: Any) -> Response:
            self.give(response, question, "note", note)
            made: Response = real["with_note"](response, question, note, now)
            return made

        def with_flag(response: Response, question: str, flag: bool, now: Any) -> Response:
            self.give(response, question, "flag", flag)
            made: Response = real["with_flag"](response, question, flag, now)
            return made

        with (
            patch.object(Response, "with_choice", with_choice),
            patch.object(Response, "with_note", with_note),
            patch.object(Response, "with_flag", with_flag),
        ):
            yield

    def differences(self, folder: Path) -> list[str]:
        """What the files hold otherwise than it was given."""
        found = dict(responses_below(folder))
        return [
            f"{who}, {question}: {found.get(who, {}).get(question)} on disk, {answers.get(question)} was given"
            for who, answers in self.answers.items()
            for question in sorted({*answers, *found.get(who, {})})
            if answers.get(question) != found.get(who, {}).get(question)
        ]


def responses_below(folder: Path) -> Iterator[tuple[Who, Answers]]:
    for path in sorted(folder.rglob("*.toml")):
        try:
            document = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if document.get("kind") == "response":
            respondent = document["respondent"]
            yield (respondent["id"], respondent.get("round", 1)), document.get("answers", {})
