"""Which criterion one answer would drop or change, worked out by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from questionnaires.words import Facet, FindingKind, Priority
from scoring import Criterion, recommend
from scoring.comparison.thresholds import Origin
from scoring.fragility.changes import Change
from scoring.fragility.criteria import CriterionFlip, Effect, criteria_fragility
from tests.given.builders import Voices, compared, criterion, small, voices_to

PAUSING = '{ task = "ownership.pause" }'
HOURS = (
    '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
    ' basis = "ours", sources = ["page"] }'
)
SOAK = (
    '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least",'
    ' basis = "ours", sources = ["page"] }'
)


def recommended(extra: str, said: dict[str, dict[str, Voices]]) -> tuple[Criterion, tuple[CriterionFlip, ...]]:
    """The one criterion of the small questionnaire with this candidate, after these answers, and what changes it."""
    questionnaire = small(extra)
    responses = [one for question, facets in said.items() for one in voices_to(questionnaire, question, **facets)]
    comparison = compared(responses, questionnaire)
    (found,) = recommend(comparison)
    return found, criteria_fragility(comparison, [found]).get(found.id, ())


def flips(extra: str, **positions: Voices) -> dict[Effect, CriterionFlip]:
    """By effect, the answer on a question of the risk section that has it."""
    _, found = recommended(extra, {f"risk.{name}": {"position": said} for name, said in positions.items()})
    return {flip.effect: flip for flip in found}


def on_releasing(extra: str, **needed: Voices) -> dict[Effect, CriterionFlip]:
    _, found = recommended(extra, {f"control.{name}": {"needed": said} for name, said in needed.items()})
    return {flip.effect: flip for flip in found}


def on_pausing(**owner: str | list[str]) -> dict[Effect, CriterionFlip]:
    _, found = recommended(criterion("stop", owner=PAUSING), {"ownership.pause": {"owner": owner}})
    return {flip.effect: flip for flip in found}


BLOCKED = criterion("blocked", when='{ findings = ["blocker"], questions = ["control.*"] }')
STOP = criterion("stop", threshold=HOURS)


def test_a_must_is_dropped_by_one_answer() -> None:
    must, found = recommended(BLOCKED, {"control.release": {"needed": {"endpoint": 4, "security": 2}}})
    assert must.priority is Priority.MUST
    change = Change("control.release", Facet.NEEDED, "endpoint", 4, 3, 1)
    assert found == (CriterionFlip(Effect.DROPPED, change),)


@pytest.mark.parametrize(
    "needed",
    [{"endpoint": 5}, {"endpoint": [4, 5, 5]}, {"endpoint": 4, "security": 4}],
    ids=["two steps", "two of three", "two teams"],
)
def test_a_must_that_more_than_one_answer_calls_for_holds(needed: Voices) -> None:
    assert on_releasing(BLOCKED, release=needed) == {}


def test_a_criterion_that_two_questions_call_for_holds() -> None:
    """Either need is one step from what can be had, but then the other one still calls for it."""
    assert on_releasing(BLOCKED, release={"endpoint": 4}, minor={"endpoint": 2}) == {}


def test_with_each_every_question_drops_its_own() -> None:
    each = criterion("blocked", when='{ findings = ["blocker"], questions = ["control.*"], each = true }')
    questionnaire = small(each)
    responses = voices_to(questionnaire, "control.release", needed={"endpoint": 4})
    responses += voices_to(questionnaire, "control.minor", needed={"endpoint": 2})
    comparison = compared(responses, questionnaire)
    found = criteria_fragility(comparison, recommend(comparison))
    assert {(identifier, flip.change.question) for identifier, said in found.items() for flip in said} == {
        ("blocked.control.release", "control.release"),
        ("blocked.control.minor", "control.minor"),
    }


def test_one_finding_may_end_while_another_one_still_calls_for_it() -> None:
    """One step makes apart close, or far apart: both are meant."""
    wide = criterion("wide", when='{ findings = ["apart", "close", "far_apart"], questions = ["risk.*"] }')
    assert flips(wide, attitude={"endpoint": 1, "security": 4}) == {}


def test_a_criterion_on_what_nobody_knows_is_not_dropped_by_an_answer() -> None:
    known = criterion("known", when='{ findings = ["unknown", "close"], questions = ["risk.*"] }')
    unsure = ["dont_know", "dont_know"]
    assert flips(known, attitude={"endpoint": [1, *unsure], "security": [3, *unsure]}) == {}


def test_a_criterion_that_is_always_meant_is_never_dropped() -> None:
    assert flips(criterion("stop"), attitude={"endpoint": 1}) == {}


def test_a_threshold_changes_with_the_strictest_answer() -> None:
    """2 days and 8 hours: the stricter stands, and only a step of Security changes it."""
    found = flips(STOP, hours_to_stop={"endpoint": 1, "security": 3})
    assert found.keys() == {Effect.THRESHOLD}
    flip = found[Effect.THRESHOLD]
    assert flip.change == Change("risk.hours_to_stop", Facet.POSITION, "security", 3, 2, 1)
    assert flip.threshold is not None
    assert flip.threshold.value == Decimal(24)


def test_a_threshold_that_two_teams_give_changes_only_to_the_stricter() -> None:
    flip = flips(STOP, hours_to_stop={"endpoint": 1, "security": 1})[Effect.THRESHOLD]
    assert flip.change == Change("risk.hours_to_stop", Facet.POSITION, "endpoint", 1, 2, 1)


def test_a_threshold_at_the_documented_limit_that_two_teams_give_holds() -> None:
    """Stricter than 8 hours cannot be had, and looser is only one of them."""
    assert flips(STOP, hours_to_stop={"endpoint": 3, "security": 3}) == {}


def test_a_threshold_holds_where_one_answer_only_tears_the_only_team() -> None:
    """1 day and 4 hours ask for what cannot be had, and so do 2 days and 4 hours, and 1 day and 1 hour."""
    assert flips(STOP, hours_to_stop={"endpoint": [2, 4]}) == {}


def test_a_threshold_of_two_middle_answers_changes_with_the_stricter_one() -> None:
    """1 day and 8 hours: 8 hours stand as long as one of the two says so, whatever the other says."""
    flip = flips(STOP, hours_to_stop={"endpoint": [2, 3], "security": 0})[Effect.THRESHOLD]
    assert flip.change == Change("risk.hours_to_stop", Facet.POSITION, "endpoint", 3, 2, 2)
    assert flip.threshold is not None
    assert (flip.threshold.value, flip.threshold.origin) == (Decimal(24), Origin.STRICTEST)


def test_a_threshold_that_nobody_was_asked_about_holds() -> None:
    assert flips(STOP, attitude={"endpoint": 1}) == {}


def test_an_owner_on_whom_all_agree_is_open_again_after_one_answer() -> None:
    flip = on_pausing(endpoint="endpoint", security="endpoint")[Effect.OWNER]
    assert flip.change == Change("ownership.pause", Facet.OWNER, "endpoint", 0, 1, 1)
    assert flip.owner is not None
    assert flip.owner.named == "to be agreed: Endpoint or Operations"


def test_an_owner_on_whom_teams_of_three_agree_holds() -> None:
    assert on_pausing(endpoint=["endpoint"] * 3, security=["endpoint"] * 3) == {}


def test_a_role_is_an_owner_whatever_is_answered() -> None:
    assert flips(criterion("stop"), hours_to_stop={"endpoint": 1}) == {}


def test_an_answer_that_drops_a_criterion_is_not_said_to_change_its_threshold() -> None:
    """5 days and no day are apart. With 3 days they are close, and nothing is left to hold; with 7 it holds."""
    watched = criterion(
        "watched", when='{ findings = ["apart", "far_apart"], questions = ["risk.soak"] }', threshold=SOAK
    )
    found = flips(watched, soak={"endpoint": 0, "security": 3})
    assert found[Effect.DROPPED].change == Change("risk.soak", Facet.POSITION, "endpoint", 0, 1, 1)
    assert found[Effect.THRESHOLD].change == Change("risk.soak", Facet.POSITION, "security", 3, 4, 1)


def test_an_answer_that_drops_a_criterion_is_not_said_to_change_its_owner() -> None:
    """Endpoint naming Operations settles it; naming Security leaves it contested no longer, but split."""
    contested = criterion(
        "settled",
        when='{ findings = ["contested", "split"], questions = ["ownership.pause"] }',
        owner=PAUSING,
    )
    _, found = recommended(
        contested, {"ownership.pause": {"owner": {"endpoint": "endpoint", "operations": "operations"}}}
    )
    effects = {flip.effect: flip.change.after for flip in found}
    assert effects == {Effect.DROPPED: 1, Effect.OWNER: 2}


def test_an_answer_that_leaves_the_same_owners_changes_none() -> None:
    """Operations and Endpoint are named before and after if Endpoint names itself; with Security there are three."""
    flip = on_pausing(endpoint="operations", operations="endpoint", security="operations")[Effect.OWNER]
    assert (flip.change.team, flip.change.before, flip.change.after) == ("endpoint", 1, 2)


def test_a_criterion_that_no_answer_changes_is_none_of_the_fragile() -> None:
    questionnaire = small(criterion("sponsored"))
    comparison = compared(voices_to(questionnaire, "risk.attitude", position={"endpoint": 2}), questionnaire)
    assert criteria_fragility(comparison, recommend(comparison)) == {}


def test_who_does_not_know_what_it_wants_keeps_no_criterion_that_waits_for_what_is_not_known() -> None:
    """A question counts as unknown by what is needed, which both teams know."""
    rule = criterion("rule", when='{ findings = ["blocker", "unknown"], questions = ["control.*"] }')
    nobody: Voices = {"endpoint": "dont_know", "security": "dont_know"}
    said = {"control.release": {"needed": {"endpoint": 4, "security": 2}, "wanted": nobody}}
    found, (flip,) = recommended(rule, said)
    assert {finding.kind for finding in found.findings} == {FindingKind.BLOCKER}
    assert (flip.effect, flip.change.facet, flip.change.after) == (Effect.DROPPED, Facet.NEEDED, 3)
