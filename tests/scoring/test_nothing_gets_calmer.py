"""What no answer may do: calm a question by moving away, loosen a limit by asking for more, worsen what it agrees with.

Each is tried on whole comparisons, before and after.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from questionnaires import Questionnaire, Response
from questionnaires.words import DONT_KNOW, Direction, Facet
from scoring import Comparison, compare, recommend, tally
from scoring.comparison.facets import FacetComparison
from scoring.comparison.sections import column_for
from scoring.conventions import BAND_ORDER, Band, band
from scoring.measures import median
from tests.given.answers_moved import TEAMS, People, people, responses_of
from tests.given.builders import compared_on, criterion, small, voices_to
from tests.given.published import counted

Positions = Mapping[str, Sequence[int]]
"""By team, the options that its people chose on one question."""


def threshold(question: str, unit: str, comparison: str) -> str:
    """The threshold of a candidate as TOML."""
    return (
        f'{{ question = "{question}", default = 3, unit = "{unit}", comparison = "{comparison}",'
        ' basis = "ours", sources = ["page"] }'
    )


def found_on(question: str, *kinds: str) -> str:
    """The condition of a candidate as TOML."""
    listed = ", ".join(f'"{kind}"' for kind in kinds)
    return f'{{ findings = [{listed}], questions = ["{question}"], each = true }}'


PAUSING: Final = '{ task = "ownership.pause" }'
QUESTIONNAIRE: Final = small(
    "".join(
        [
            criterion("stop", threshold=threshold("risk.hours_to_stop", "hours", "at_most"), owner=PAUSING),
            criterion("soak", threshold=threshold("risk.soak", "days", "at_least")),
            criterion("open", threshold=threshold("risk.exposure", "days", "at_most")),
            criterion("blocked", when=found_on("control.*", "blocker", "exposed", "comfort", "offer_unknown")),
            criterion("settled", when=found_on("ownership.*", "contested", "split", "orphan"), owner=PAUSING),
            criterion("bounded", when=found_on("ownership.*", "boundary_claimed", "boundary_expected")),
            criterion("wide", when=found_on("risk.*", "apart", "far_apart", "no_common_position")),
            criterion("fit", when=found_on("risk.*", "infeasible_together")),
            criterion("headed", when=found_on("future.*", "baseline_dispute", "direction_dispute", "pace_dispute")),
        ]
    )
)
LIMITS: Final = ("risk.hours_to_stop", "risk.soak", "risk.exposure")
EVERY_KIND: Final = ("ownership.pause", "ownership.deploy", "control.release", "risk.attitude", "future.approvals")


def on_attitude(said: Positions) -> FacetComparison:
    facet = compared_on("risk.attitude", position=said).facet(Facet.POSITION)
    assert facet is not None
    return facet


def urgency(found: Band | None) -> int:
    """The place of a band from calm to urgent; below all of them where nothing is compared."""
    return -1 if found is None else BAND_ORDER.index(found)


def comparison_of(responses: Sequence[Response], questionnaire: Questionnaire = QUESTIONNAIRE) -> Comparison:
    return compare(questionnaire, tally(questionnaire, responses), 1)


ANSWERS: Final = st.dictionaries(
    st.sampled_from(TEAMS), st.lists(st.integers(0, 5), min_size=1, max_size=4), min_size=2, max_size=3
)


MANY: Final = 3 * settings().max_examples
"""Of comparisons of one question, which take little time; few of them have a team at the edge of being torn."""


def moves(said: Positions, ways: Sequence[int]) -> Iterator[tuple[str, int, int, Positions]]:
    """Every answer moved by one of these steps: its team, from where, by how much, and what is then said."""
    for team, options in said.items():
        for place, option in enumerate(options):
            for way in ways:
                if 0 <= option + way <= 5:
                    yield team, option, way, {**said, team: [*options[:place], option + way, *options[place + 1 :]]}


def leads_away(said: Positions, team: str, option: int, way: int) -> bool:
    """Whether all answers of other teams lie on the other side or at the same option, and the middle of its own too."""
    middle = median(counted(said[team]))
    assert middle is not None
    others = [answer for name, answers in said.items() if name != team for answer in answers]
    return (middle - option) * way <= 0 and all((answer - option) * way <= 0 for answer in others)


@settings(max_examples=MANY)
@given(ANSWERS)
def test_an_answer_that_moves_away_from_all_other_teams_calms_no_facet(said: Positions) -> None:
    before = on_attitude(said)
    for team, option, way, moved in moves(said, (-1, 1)):
        if leads_away(said, team, option, way):
            after = on_attitude(moved)
            assert urgency(after.band) >= urgency(before.band), moved
            assert set(before.torn) <= set(after.torn), moved


def test_the_middle_answers_count_and_not_where_a_torn_team_could_come_nearest() -> None:
    """Operations at 2 and 4 has a position, 3 steps away: apart. With 5 instead of 4 it is torn. By its answer that is
    nearest, which did not move, two steps would be left, and the question close."""
    before = on_attitude({"endpoint": [0], "operations": [2, 4]})
    after = on_attitude({"endpoint": [0], "operations": [2, 5]})
    assert (before.band, after.band) == (Band.APART, Band.FAR_APART)
    assert after.least is not None
    assert urgency(band(after.least)) < urgency(before.band)


@settings(max_examples=MANY)
@given(ANSWERS)
def test_a_further_voice_that_agrees_with_its_team_worsens_no_facet(said: Positions) -> None:
    before = on_attitude(said)
    for team, answers in said.items():
        middle = median(counted(answers))
        if middle is not None and middle.denominator == 1:
            after = on_attitude({**said, team: [*answers, int(middle)]})
            assert urgency(after.band) <= urgency(before.band), team
            assert set(after.torn) <= set(before.torn), team


@pytest.mark.parametrize("question", LIMITS)
@given(ANSWERS)
def test_an_answer_that_asks_for_more_loosens_no_threshold(question: str, said: Positions) -> None:
    before = thresholds(question, said)
    for _, _, _, moved in moves(said, (1, 2)):
        after = thresholds(question, moved)
        assert after.keys() == before.keys()
        assert all(after[name] >= before[name] for name in before), moved


def thresholds(question: str, said: Positions) -> dict[str, Fraction]:
    """By criterion that is always recommended, its threshold after these answers, the more the stricter."""
    found = {}
    for one in recommend(comparison_of(voices_to(QUESTIONNAIRE, question, position=said))):
        if one.candidate.when.always:
            sign = 1 if one.threshold.comparison is Direction.AT_LEAST else -1
            found[one.id] = sign * Fraction(one.threshold.value)
    return found


def bands(comparison: Comparison) -> dict[str, object]:
    return {
        f"{item.question.id} {facet.facet}": (facet.band, facet.gap, facet.least, facet.most)
        for item in comparison.questions
        for facet in item.facets
        if facet.gap is not None
    }


def patterns(comparison: Comparison) -> dict[str, object]:
    return {item.question.id: item.claims.pattern for item in comparison.questions if item.claims}


def columns(comparison: Comparison) -> dict[str, object]:
    return {item.question.id: column_for(item) for item in comparison.questions}


def criteria(comparison: Comparison) -> dict[str, object]:
    return {
        one.id: (one.statement, one.threshold.value, one.threshold.origin, one.owner.origin, one.owner.keys, one.gate)
        for one in recommend(comparison)
    }


@given(people(QUESTIONNAIRE, (*EVERY_KIND, *LIMITS), most=3))
def test_a_team_that_says_only_dont_know_changes_no_band_and_no_criterion(some: People) -> None:
    silent = next((team for team in TEAMS if team not in {team for team, _ in some}), None)
    assume(silent is not None)
    questions = [QUESTIONNAIRE.question_by_id[name] for name in (*EVERY_KIND, *LIMITS)]
    said = {question.id: {facet.value: DONT_KNOW for facet in question.facets} for question in questions}
    before = comparison_of(responses_of(QUESTIONNAIRE, some))
    after = comparison_of(responses_of(QUESTIONNAIRE, [*some, (str(silent), said)]))
    assert bands(after) == bands(before)
    assert patterns(after) == patterns(before)
    assert criteria(after) == criteria(before)


@pytest.mark.parametrize("way", ["another order", "everybody twice"])
@given(people(QUESTIONNAIRE, (*EVERY_KIND, *LIMITS, "readiness.licences"), most=3), st.randoms(use_true_random=False))
def test_neither_the_order_of_people_nor_everybody_twice_changes_anything(
    way: str, some: People, chance: Random
) -> None:
    other = [*some, *some] if way == "everybody twice" else chance.sample(list(some), len(some))
    before, after = (comparison_of(responses_of(QUESTIONNAIRE, one)) for one in (some, other))
    assert bands(after) == bands(before)
    assert patterns(after) == patterns(before)
    assert columns(after) == columns(before)
    assert criteria(after) == criteria(before)
