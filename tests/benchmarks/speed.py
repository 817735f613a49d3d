"""How long each step from files to a report takes, beside bare `tomllib` on the same files.

`python -m uv run python -m tests.benchmarks --only speed`
"""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Callable, Iterator

from maturity.files.workspace import to_bytes
from maturity.reports.outline import text
from maturity.results.build import results
from questionnaires import Questionnaire, Respondent, Response, admit, builtin, parse, reference_to
from questionnaires.words import DONT_KNOW, Depth, Level
from scoring import compare, recommend, tally
from scoring.firmness.missing import most_missed
from scoring.firmness.musts import firmness
from scoring.fragility.findings import fragility
from tests.benchmarks.table import Row, Yardstick, median_of

TEAMS = 5
RESPONDENTS = 15
RUNS = 7


def response(
    questionnaire: Questionnaire, team: str, number: int, chance: random.Random, *, of_one_mind: bool = False
) -> Response:
    """A full response with every facet answered at random, one in twenty with don't know.

    `of_one_mind` keeps the people of a team near its own view: at most a step from it, seven in ten on its owner.
    """
    views = random.Random(team)
    moment = dt.datetime(2026, 11, 21, 9, tzinfo=dt.UTC)
    made = Response(
        questionnaire=reference_to(questionnaire),
        respondent=Respondent(
            id=f"resp{number:04d}", team=team, depth=Depth.FULL, started=moment, updated=moment, completed=moment
        ),
    )
    for question in questionnaire.asked_of(team, Depth.FULL):
        scale = questionnaire.scale_by_id[question.scale]
        options = len(scale.options)
        for facet in question.facets:
            place, view = chance.randrange(options), views.randrange(options)
            if of_one_mind and scale.level is Level.NOMINAL:
                place = view if chance.random() < 0.7 else place
            elif of_one_mind:
                place = min(options - 1, max(0, view + chance.choice((-1, 0, 0, 0, 1))))
            choice = scale.choice(place) if chance.random() > 0.05 else DONT_KNOW
            made = made.with_choice(question.id, facet, choice, moment)
    return made


def responses(questionnaire: Questionnaire, *, of_one_mind: bool) -> list[Response]:
    """Of some teams, from every person everything."""
    chance = random.Random(2026)
    return [
        response(questionnaire, team.id, place * RESPONDENTS + number, chance, of_one_mind=of_one_mind)
        for place, team in enumerate(questionnaire.teams[:TEAMS])
        for number in range(RESPONDENTS)
    ]


def steps(questionnaire: Questionnaire, files: list[bytes]) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything that is done to these files, a step at a time."""

    def read() -> list[Response]:
        return [admit(parse(data, "response"), "response", questionnaire) for data in files]

    people = read()
    counted = tally(questionnaire, people)
    comparison = compare(questionnaire, counted, 1)
    criteria = recommend(comparison)
    found = results(comparison, criteria)
    of_teams = compare(questionnaire, tally(questionnaire, responses(questionnaire, of_one_mind=True)), 1)
    yield f"read {len(files)} files of {len(files[0]) // 1024} KiB", read
    yield "count them", lambda: tally(questionnaire, people)
    yield "compare the counts", lambda: compare(questionnaire, counted, 1)
    yield "fragility, teams of one mind", lambda: fragility(of_teams)
    yield "fragility, answers at random", lambda: fragility(comparison)
    yield "recommend criteria", lambda: recommend(comparison)
    yield "how firm the musts are", lambda: firmness(comparison, criteria)
    yield "whose answer is missing most", lambda: most_missed(comparison, criteria)
    yield "the results", lambda: results(comparison, criteria)
    yield "the text", lambda: text(found, dt.date(2026, 11, 21))


def rows() -> Iterator[Row]:
    """Each step beside bare `tomllib`."""
    questionnaire = builtin()
    files = [to_bytes(made) for made in responses(questionnaire, of_one_mind=False)]
    texts = [data.decode() for data in files]
    bare = Yardstick("bare tomllib on the files", median_of(lambda: [tomllib.loads(data) for data in texts], RUNS))
    for name, work in steps(questionnaire, files):
        yield bare.row(name, median_of(work, RUNS))
