"""Makes the front of the built-in questionnaire: `python -m tests.given.front` writes it where it ships."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import questionnaires.front
from maturity.files.documents import json_text
from maturity.files.workspace import to_bytes
from questionnaires import Questionnaire, builtin
from questionnaires.front import Front
from questionnaires.words import RESERVED, Depth, Facet
from tests.given.builders import respond


def made() -> str:
    """The front as the questionnaire has it now."""
    return json_text(asdict(front_of(builtin())))


def front_of(whole: Questionnaire) -> Front:
    """What the first screen needs of a questionnaire."""
    teams = {team.id: team.label for team in whole.teams}
    kinds = {question.id: question.kind.value for question in whole.questions}
    asked = {team: dict(_asked_of(team, whole)) for team in teams}
    nobody = to_bytes(respond(next(iter(teams)), {}, questionnaire=whole)).decode()
    written = nobody[: nobody.index('id = "', nobody.index("[respondent]"))]
    return Front(whole.head.title, written, teams, kinds, asked, _choices(whole))


def _asked_of(team: str, whole: Questionnaire) -> Iterator[tuple[str, str]]:
    for question in whole.questions:
        least = next((depth for depth in Depth if question.is_asked_of(team, depth)), None)
        if least is not None:
            yield question.id, least.value


def _choices(whole: Questionnaire) -> dict[str, list[str]]:
    """All questions have the same choices on a facet: of an ordinal scale the places, of any other its keys."""
    found: dict[str, list[str]] = {}
    for question in whole.questions:
        for facet in (*question.facets, *((Facet.BASIS,) if Facet.NEEDED in question.facets else ())):
            scale = whole.scale_of(question, facet)
            places = range(len(scale.options))
            choices = [json.dumps(choice) for choice in (*map(scale.choice, places), *sorted(RESERVED))]
            assert found.setdefault(facet.value, choices) == choices, f"{question.id} has other choices"
    return found


def main() -> None:
    """Writes it beside the code that reads it."""
    Path(questionnaires.front.__file__).with_name("front.json").write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
