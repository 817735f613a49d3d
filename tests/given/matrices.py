"""Results that are drawn as matrices: of a few answers, and of a file that holds whatever one may hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle

from maturity.pictures.agreement import agreement, apart, columns, distances
from maturity.pictures.exit_criteria import exit_criteria
from maturity.pictures.ownership import Only, ownership
from maturity.pictures.readiness import readiness
from maturity.pictures.shapes import Matrix
from maturity.results.build import results
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires import Questionnaire, Response
from questionnaires.words import Kind
from tests.given.builders import Voices, compared, voices
from tests.given.example_results import example_results

TITLES = (
    "[bold red]Markup[/] [@click=app.quit]here[/]"[:40],
    "更新を誰が決めるかを問う質問の題名です",
    "من يقرر متى يتوقف النشر في المؤسسة",
    "Honorificabilitudinitatibusunbrokenwords",
    "<script>alert(1)</script>|`x`|=1+1",
)
"""What a stranger may call a question, a section or a team."""


def results_of(responses: Iterable[Response], questionnaire: Questionnaire | None = None) -> Results:
    """What is found of these responses, without criteria."""
    return results(compared(responses, questionnaire), ())


def asked(question: str, **facets: Voices) -> Results:
    """What is found of what people of several teams say on one question of the small questionnaire."""
    return results_of(voices(question, **facets))


def matrices(found: Results) -> list[Matrix]:
    """Every matrix that these results are drawn as."""
    return [
        agreement(found),
        *(agreement(found, part.id) for part in found.section),
        columns(found),
        apart(found),
        *(distances(found, part.id) for part in found.section),
        ownership(found),
        *(ownership(found, only) for only in Only),
        readiness(found),
        exit_criteria(found),
    ]


def strange() -> Results:
    """The examples as a stranger's file could hold them: every title another's, and no list as long as it should be."""
    found = example_results()
    titles = cycle(TITLES)
    questions = [_strange(item, next(titles)) for item in found.question]
    sections = [part.model_copy(update={"title": next(titles), "question": "? " * 100}) for part in found.section[1:]]
    teams = [team.model_copy(update={"name": next(titles)}) for team in found.team]
    known = found.questionnaire.model_copy(update={"teams": {"endpoint": TITLES[1]}, "codes": {"gone": "END"}})
    conventions = found.conventions.model_copy(update={"agenda": {}})
    changes = {
        "question": tuple(questions),
        "section": tuple(sections),
        "team": tuple(teams),
        "questionnaire": known,
        "conventions": conventions,
    }
    return found.model_copy(update=changes)


def _strange(item: QuestionResults, title: str) -> QuestionResults:
    """One facet more than its kind has, and options without a label, key or value."""
    other = {Kind.OWNERSHIP: Kind.POSITION, Kind.POSITION: Kind.PREREQUISITE, Kind.PREREQUISITE: Kind.OWNERSHIP}
    changes = {
        "title": title,
        "kind": other.get(item.kind, item.kind),
        "facet": (*item.facet, item.facet[0])[:3],
        "scale": item.scale[:2],
        "keys": item.keys[:1],
        "values": item.values[:1],
        "verdict": None,
        "concerns": "somebody_else",
        "phase": title,
        "named": {team: ("unheard_of", *owners) for team, owners in item.named.items()},
    }
    return item.model_copy(update=changes)
