"""What would follow, on counts made up at random: cells in every state, limits that exclude each other, and criteria
that come, go and count each question by itself. Against comparing, recommending and counting everything anew."""

from __future__ import annotations

from random import Random
from types import MappingProxyType
from typing import Final

import pytest

from questionnaires import Question, Questionnaire
from questionnaires.decisions import Outcome
from questionnaires.words import Facet, Level
from scoring import Distribution, Tally, recommend
from scoring.counts.tally import Progress
from scoring.decisions.settled import NOTHING_SETTLED, Settled
from scoring.whatif.followed import Followed
from scoring.whatif.supposing import Supposing, moved_to, with_decision
from tests.given.answers_moved import TEAMS
from tests.given.builders import Voices, compared, criterion, small, voices, voices_to
from tests.given.counted_criteria import share
from tests.given.decided import decided, parked, some_decisions
from tests.given.every_kind_of_criterion import CONTRADICTION, CRITERIA, when
from tests.scoring.test_shares_that_leave_no_room import TOGETHER
from tests.scoring.test_what_if_against_brute_force import DAYS, tried

EACH: Final = share(
    "each",
    'computed = { questions = ["risk.*"], without = ["far_apart"] }',
    when=when("infeasible_together", "far_apart", on="risk.*", each=True),
)
QUESTIONNAIRE: Final = small(
    CRITERIA
    + CONTRADICTION
    + TOGETHER
    + criterion("fast", threshold=DAYS.format("fleet", 14), priority='"should"')
    + criterion("shut", threshold=DAYS.format("exposure", 30))
    + share("watched", 'computed = { questions = ["risk.soak", "control.minor"], without = ["infeasible_together"] }')
    + share(
        "clear",
        'computed = { questions = ["control.*"], without = ["blocker"] }',
        when=when("contested", on="ownership.*"),
    )
    + EACH
)
SETS: Final = [
    ["risk.soak", "risk.exposure", "risk.fleet"],
    ["risk.soak", "risk.exposure", "risk.fleet", "risk.hours_to_stop"],
    ["ownership.pause", "ownership.deploy", "risk.soak"],
    ["control.release", "control.minor", "future.approvals"],
    ["readiness.licences", "ownership.pause", "control.unclear"],
]


def some_counts(questionnaire: Questionnaire, questions: list[str], chance: Random) -> Tally:
    """Two or three teams of one to three people, of whom many say nothing that is an option."""
    teams = chance.sample(TEAMS, chance.randint(2, 3))
    cells = {
        (question, facet, team): _cell(questionnaire, questionnaire.question_by_id[question], chance)
        for question in questions
        for facet in questionnaire.question_by_id[question].facets
        for team in teams
        if chance.random() < 0.9
    }
    return Tally(MappingProxyType({team: Progress(1, 0, 1, 1) for team in teams}), MappingProxyType(cells))


def _cell(questionnaire: Questionnaire, question: Question, chance: Random) -> Distribution:
    scale = questionnaire.scale_by_id[question.scale]
    row = [0] * (len(scale.options) + 3)
    likely = range(6) if scale.level is Level.ORDINAL else range(3)
    for _ in range(chance.randint(1, 3)):
        place = chance.choice(likely) if chance.random() < 0.6 else len(scale.options) + chance.randrange(3)
        row[place] += 1
    return Distribution(tuple(row[:-3]), *row[-3:])


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("questions", SETS, ids=" ".join)
def test_what_follows_is_what_follows_when_all_is_compared_anew(questions: list[str], seed: int) -> None:
    chance = Random(seed)
    for share_decided in (0.0, 0.3):
        counted = some_counts(QUESTIONNAIRE, questions, chance)
        tried(QUESTIONNAIRE, counted, some_decisions(QUESTIONNAIRE, chance, share_decided), chance, 8)


# One cell


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Distribution((1, 0, 2), 1, 1, 1), Distribution((0, 3, 0), 1, 1, 1)),
        (Distribution((0, 0, 0), 3, 3, 3), Distribution((0, 1, 0), 3, 3, 2)),
        (Distribution((0, 0, 0), 3, 3, 0), Distribution((0, 1, 0), 2, 3, 0)),
        (Distribution((0, 0, 0), 0, 3, 0), Distribution((0, 1, 0), 0, 2, 0)),
    ],
    ids=["answers", "somebody unanswered", "somebody who does not know", "nobody whom it concerns"],
)
def test_all_answers_move_and_where_there_is_none_one_person_gives_it(
    before: Distribution, after: Distribution
) -> None:
    assert moved_to(before, 1) == after


def test_a_decision_takes_the_place_of_what_stands_on_its_facet_and_of_nothing_else() -> None:
    soak, fleet = parked("risk.soak", Facet.POSITION, "made1"), parked("risk.fleet", Facet.POSITION, "made2")
    today, later = (
        parked("future.approvals", Facet.TODAY, "made3"),
        parked("future.approvals", Facet.IN_24_MONTHS, "made4"),
    )
    before = Settled((soak, fleet, today, later))
    entry = decided("risk.soak", Facet.POSITION, Outcome(option=1), "other")
    assert with_decision(before, entry) == Settled((fleet, today, later, entry))
    stage = decided("future.approvals", Facet.TODAY, Outcome(option=1), "other")
    assert with_decision(before, stage) == Settled((soak, fleet, later, stage))
    assert with_decision(NOTHING_SETTLED, entry) == Settled((entry,))


# One supposition


def following(question: str, move: dict[str, int], **limits: Voices) -> Followed:
    """What would follow of another limit."""
    responses = [
        one for name, said in limits.items() for one in voices_to(QUESTIONNAIRE, f"risk.{name}", position=said)
    ]
    comparison = compared(responses, QUESTIONNAIRE)
    return Supposing(comparison, recommend(comparison)).supposed(question, Facet.POSITION, move)


def test_nothing_follows_for_a_question_that_nobody_was_asked() -> None:
    comparison = compared(voices("risk.attitude", position={"security": 1}))
    assert comparison.question("risk.taste") is None
    found = Supposing(comparison, recommend(comparison)).supposed("risk.taste", Facet.POSITION, {"security": 3})
    assert found == Followed(None, (), (), (), (0, 0), (), ())


def test_criteria_of_single_questions_are_named_with_them_and_counted_in_order() -> None:
    """Seven days of watching become fourteen, and with sixty for the fleet too many as well."""
    one = {"endpoint": 4}
    found = following("risk.soak", {"endpoint": 5}, soak=one, exposure={"endpoint": 3}, fleet={"endpoint": 3})
    assert [(change.criterion, change.title) for change in found.counts] == [
        ("watched", "A criterion"),
        ("each.risk.exposure", "A criterion: Days open"),
        ("each.risk.soak", "A criterion: Days of watching"),
    ]
    assert [change.after.settled for change in found.counts[1:] if change.after] == [("risk.exposure",), ("risk.soak",)]
    assert [one.id for one in found.conflicts] == ["soak_exceeds_exposure"]


def test_of_limits_that_exclude_each_other_only_those_of_the_question_stay() -> None:
    fleet = {"endpoint": 0}
    found = following("risk.fleet", {"endpoint": 1}, soak={"endpoint": 5}, exposure={"endpoint": 5}, fleet=fleet)
    assert [one.id for one in found.conflicts_left] == ["fleet_exceeds_exposure"]
    assert [one.id for one in found.conflicts_gone] == ["days_leave_no_room"]
    assert found.conflicts == ()


def test_a_must_that_comes_was_none_before_and_one_that_is_tied_is_none_after() -> None:
    found = following(
        "risk.soak", {"endpoint": 5}, soak={"endpoint": 3}, exposure={"endpoint": 3}, fleet={"endpoint": 5}
    )
    musts = {one.id: one.is_must for one in found.criteria}
    assert musts["fit"] == (False, False)
    assert musts["fit_each.risk.soak"] == (False, True)
    assert musts["shut"] == (True, False)
    assert "stop" not in musts
