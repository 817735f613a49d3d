"""Results of many shapes for pictures: the example with a pilot's figures, and rounds of any teams and people."""

from __future__ import annotations

import datetime as dt
from functools import cache
from random import Random
from typing import Any, Final

from maturity.results.build import results
from maturity.results.model import Results
from questionnaires import Answer, Question, Questionnaire, Response, builtin
from questionnaires.actuals import read_actuals
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from scoring import compare, recommend, tally
from scoring.criteria.counting import counts
from scoring.criteria.gate import judge
from scoring.fragility.fragile import UNKNOWN
from tests.given.builders import respond
from tests.given.example_results import example_comparison

MEASURED: Final = dt.date(2026, 12, 4)
TODAY: Final = dt.date(2026, 12, 15)


def entry(criterion: str, numerator: int, denominator: int = 1, **parts: Any) -> dict[str, Any]:
    """A figure as it stands in a file; what is one thing has no denominator to speak of."""
    said = {"criterion": criterion, "numerator": numerator, "denominator": denominator, "date": MEASURED, "by": "Kim"}
    return said | parts


def figures(rings: tuple[str, ...]) -> list[dict[str, Any]]:
    """Figures of two cycles, of which some fail; every ring but the first passes in the first cycle alone."""
    current = [
        entry("currency_per_ring", 90 + 7 * ((cycle == 1) is (place > 0)), 100, ring=ring, cycle=cycle)
        for cycle in (1, 2)
        for place, ring in enumerate(rings)
    ]
    return [
        *current,
        entry("not_ready", 2, 500),
        entry("coverage", 3),
        entry("failed_installs", 5, 100, cycle=1),
        entry("failed_installs", 1, 100, cycle=2),
        entry("stop_rule", 1, 1, cycle=2),
        entry("pause_drill", 9),
        entry("recovery_drill", 30),
        entry("tickets_against_before", 104, 100),
    ]


@cache
def measured_results(rings: tuple[str, ...] = ("Test", "Ring1")) -> Results:
    """The example with figures of a pilot, of which some fail and some are missing."""
    comparison, criteria = example_comparison(), recommend(example_comparison())
    document = {
        "kind": "actuals",
        "schema": 1,
        "pilot": {"questionnaire": "windows-autopatch", "round": 1, "rings": list(rings)},
        "actual": figures(rings),
        "waiver": [{"criterion": "business_scenarios", "by": "Sam", "until": TODAY, "reason": "The list is late."}],
    }
    judgement = judge(criteria, read_actuals(document, "pilot.toml"), TODAY, counts=counts(comparison, criteria))
    return results(comparison, criteria, judgement=judgement)


@cache
def crowd_results(teams: int, people: int, seed: int = 1, questionnaire: Questionnaire | None = None) -> Results:
    """So many teams of so many people each, who answer the built-in questionnaire by chance, the same one each time.

    How much rests on few answers takes most of the time, and no picture shows it.
    """
    chosen = questionnaire or builtin()
    chance = Random(seed)
    responses = [
        _response(chosen, team.id, f"{team.id.replace('_', '')}{number:04}", chance)
        for team in chosen.teams[:teams]
        for number in range(people)
    ]
    comparison = compare(chosen, tally(chosen, responses), 1)
    return results(comparison, recommend(comparison), fragile=UNKNOWN)


def _response(questionnaire: Questionnaire, team: str, name: str, chance: Random) -> Response:
    answers = {
        question.id: _answer(questionnaire, question, chance)
        for question in questionnaire.questions
        if (not question.asked or team in question.asked) and chance.random() < 0.9
    }
    return respond(team, answers, questionnaire=questionnaire, respondent=name)


def _answer(questionnaire: Questionnaire, question: Question, chance: Random) -> Answer:
    said: dict[str, Any] = {}
    for facet in question.facets:
        if chance.random() < 0.1:
            said[facet.value] = chance.choice([DONT_KNOW, NOT_APPLICABLE])
            continue
        scale = questionnaire.scale_of(question, facet)
        said[facet.value] = scale.choice(min(len(scale.options) - 1, int(chance.triangular(0, len(scale.options), 2))))
    needed = said.get(Facet.NEEDED.value)
    if isinstance(needed, int) and needed >= 4:
        basis = questionnaire.scale_by_id["basis"]
        said[Facet.BASIS.value] = basis.choice(chance.randrange(len(basis.options)))
    return Answer(**said)
