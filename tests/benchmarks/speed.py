"""How long things take, as ratios within one run: `python -m uv run python -m tests.benchmarks.speed`.

Absolute times depend on the machine; ratios hold. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from maturity.files.workspace import to_bytes
from maturity.reports.outline import text
from maturity.results.build import results
from questionnaires import Questionnaire, Respondent, Response, admit, builtin, parse, reference_to
from questionnaires.words import DONT_KNOW, Depth, Level
from scoring import compare, recommend, tally
from scoring.firmness.missing import most_missed
from scoring.firmness.musts import firmness
from scoring.fragility.findings import fragility

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


def median_of(work: Callable[[], object]) -> float:
    """Seconds, the median of several runs."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def process(*arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def main() -> None:
    questionnaire = builtin()
    chance = random.Random(2026)
    teams = [team.id for team in questionnaire.teams[:TEAMS]]
    responses = [
        response(questionnaire, team, place * RESPONDENTS + number, chance)
        for place, team in enumerate(teams)
        for number in range(RESPONDENTS)
    ]
    files = [to_bytes(made) for made in responses]
    counted = tally(questionnaire, responses)
    comparison = compare(questionnaire, counted, 1)
    criteria = recommend(comparison)
    tree = results(comparison, criteria)
    alike = [
        response(questionnaire, team, place * RESPONDENTS + number, chance, of_one_mind=True)
        for place, team in enumerate(teams)
        for number in range(RESPONDENTS)
    ]
    of_teams = compare(questionnaire, tally(questionnaire, alike), 1)

    def read() -> list[Response]:
        return [admit(parse(data, "response"), "response", questionnaire) for data in files]

    reading = median_of(read)
    rows = [
        (f"read {len(files)} files of {len(files[0]) // 1024} KiB", reading),
        ("count them", median_of(lambda: tally(questionnaire, responses))),
        ("compare the counts", median_of(lambda: compare(questionnaire, counted, 1))),
        ("fragility, teams of one mind", median_of(lambda: fragility(of_teams))),
        ("fragility, answers at random", median_of(lambda: fragility(comparison))),
        ("recommend criteria", median_of(lambda: recommend(comparison))),
        ("how firm the musts are", median_of(lambda: firmness(comparison, criteria))),
        ("whose answer is missing most", median_of(lambda: most_missed(comparison, criteria))),
        ("the results tree", median_of(lambda: results(comparison, criteria))),
        ("the text", median_of(lambda: text(tree, dt.date(2026, 11, 21)))),
    ]
    for name, seconds in rows:
        sys.stdout.write(f"{name:<34}{seconds * 1000:>9.1f} ms {seconds / reading:>8.3f} of reading\n")
    bare = median_of(process("-c", "pass"))
    for name, work in (
        ("maturity --version", process("-m", "maturity", "--version")),
        ("load the questionnaire", process("-c", "from questionnaires import builtin; builtin()")),
        ("import the app", process("-c", "import maturity.app.app")),
    ):
        seconds = median_of(work)
        sys.stdout.write(f"{name:<34}{seconds * 1000:>9.1f} ms {seconds / bare:>8.1f} × bare Python\n")


if __name__ == "__main__":
    main()
