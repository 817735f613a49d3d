"""Criteria that limits call for which cannot hold together: one answer concerns two questions there."""

from __future__ import annotations

from questionnaires import Answer
from questionnaires.words import Depth, FindingKind
from scoring import recommend
from scoring.fragility.criteria import CriterionFlip, Effect, criteria_fragility
from scoring.fragility.findings import Flip, fragility
from tests.given.builders import Voices, compared, criterion, respond, small, voices_to


def contradiction(lower: str, upper: str) -> str:
    """Another pair of limits as TOML; the small questionnaire has soak and exposure."""
    return f"""
[[contradiction]]
id = "{lower}_exceeds_{upper}"
lower = "risk.{lower}"
upper = "risk.{upper}"
text = "One cannot take longer than the other."
"""


def when(*findings: str, on: str = "risk.*") -> str:
    """The condition of a candidate as TOML."""
    return f"{{ findings = {list(findings)!r}, questions = ['{on}'] }}"


def flips(extra: str, **positions: Voices) -> dict[Effect, CriterionFlip]:
    """By effect, the answer that has it on the one criterion of this candidate."""
    questionnaire = small(extra)
    responses = [
        one for name, said in positions.items() for one in voices_to(questionnaire, f"risk.{name}", position=said)
    ]
    comparison = compared(responses, questionnaire)
    (found,) = recommend(comparison)
    return {flip.effect: flip for flip in criteria_fragility(comparison, [found]).get(found.id, ())}


FIT = criterion("fit", when=when("infeasible_together"))


def test_a_contradiction_calls_for_a_criterion_until_one_answer_ends_it() -> None:
    """Seven days of watching and three days open: with seven open they fit."""
    flip = flips(FIT, soak={"endpoint": 4}, exposure={"security": 4})[Effect.DROPPED]
    assert (flip.change.question, flip.change.before, flip.change.after) == ("risk.exposure", 4, 3)


def test_a_contradiction_that_no_answer_ends_holds() -> None:
    assert flips(FIT, soak={"endpoint": 5}, exposure={"security": 5}) == {}


def test_a_criterion_stays_where_the_gap_ends_and_the_contradiction_does_not() -> None:
    """Endpoint watching for a day instead of none leaves seven days of watching against a day open."""
    either = criterion("either", when=when("far_apart", "infeasible_together", on="risk.soak"))
    assert flips(either, soak={"endpoint": 0, "security": 4}, exposure={"endpoint": 5}) == {}


def test_two_contradictions_with_one_lower_limit_end_with_one_answer() -> None:
    """Three days of watching against a day open and a day for the fleet: with a day of watching both fit."""
    both = FIT + contradiction("soak", "fleet")
    flip = flips(both, soak={"endpoint": 2}, exposure={"endpoint": 5}, fleet={"endpoint": 5})[Effect.DROPPED]
    assert (flip.change.question, flip.change.before, flip.change.after) == ("risk.soak", 2, 1)


def test_two_contradictions_with_one_upper_limit_end_with_one_answer() -> None:
    """A day open against three days of watching and three for the fleet: with three days open both fit."""
    both = FIT + contradiction("fleet", "exposure")
    flip = flips(both, soak={"endpoint": 2}, exposure={"endpoint": 5}, fleet={"endpoint": 4})[Effect.DROPPED]
    assert (flip.change.question, flip.change.before, flip.change.after) == ("risk.exposure", 5, 4)


def test_none_of_several_answers_that_end_a_contradiction_is_said_to_change_the_threshold() -> None:
    """Three days of watching (1, 2, 4) against a day open. 0, 2, 4 is no common position and 1, 1, 4 is a day:
    either ends it. 1, 3, 4 is five days, and the criterion stays."""
    threshold = (
        '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least",'
        ' basis = "ours", sources = ["page"] }'
    )
    fit = criterion("fit", when=when("infeasible_together"), threshold=threshold)
    found = flips(fit, soak={"endpoint": [1, 2, 4]}, exposure={"endpoint": 5})
    assert (found[Effect.THRESHOLD].change.before, found[Effect.THRESHOLD].change.after) == (2, 3)


def each_on(question: str, flips_of: str, **positions: Voices) -> CriterionFlip | None:
    """What would drop the one criterion of a question, of a rule that makes one for each of these."""
    questionnaire = small(flips_of)
    responses = [
        one for name, said in positions.items() for one in voices_to(questionnaire, f"risk.{name}", position=said)
    ]
    comparison = compared(responses, questionnaire)
    criteria = [one for one in recommend(comparison) if one.id.endswith(question)]
    found = criteria_fragility(comparison, criteria)
    return next((flip for flips in found.values() for flip in flips if flip.effect is Effect.DROPPED), None)


WATCHED: Voices = {"endpoint": [2, 2, 2]}
OPEN: Voices = {"operations": [0, 0, 0], "security": 5}


def test_of_one_criterion_for_each_question_only_findings_on_its_own_count() -> None:
    """Three days of watching against a day open: with three open they fit. That the teams are far apart on the days
    open, then as before, calls for the criterion of that question, and not for that of watching."""
    each = when("infeasible_together", "far_apart").replace(" }", ", each = true }")
    flip = each_on("risk.soak", criterion("rule", when=each), soak=WATCHED, exposure=OPEN)
    assert flip is not None
    assert (flip.change.question, flip.change.before, flip.change.after) == ("risk.exposure", 5, 4)


def test_what_is_found_on_a_question_that_a_rule_does_not_cover_does_not_keep_its_criterion() -> None:
    either = criterion("rule", when=when("infeasible_together", "far_apart", on="risk.soak"))
    flip = each_on("rule", either, soak=WATCHED, exposure=OPEN)
    assert flip is not None
    assert flip.change.question == "risk.exposure"


def test_a_contradiction_does_not_keep_a_criterion_that_does_not_wait_for_one() -> None:
    """Endpoint watching for a day instead of none ends the gap, with seven days of watching against a day open."""
    apart = criterion("rule", when=when("far_apart", on="risk.soak"))
    flip = each_on("rule", apart, soak={"endpoint": 0, "security": 4}, exposure={"endpoint": 5})
    assert flip is not None
    assert (flip.change.question, flip.change.after) == ("risk.soak", 1)


def test_a_contradiction_between_other_questions_does_not_keep_a_criterion() -> None:
    rule = criterion("rule", when=when("infeasible_together", on="risk.fleet")) + contradiction("soak", "fleet")
    one_day: Voices = {"endpoint": [5, 5, 5]}
    flip = each_on("rule", rule, soak=WATCHED, exposure=one_day, fleet={"endpoint": 5})
    assert flip is not None
    assert (flip.change.question, flip.change.before, flip.change.after) == ("risk.fleet", 5, 4)


def ends(extra: str, **positions: Voices) -> list[Flip]:
    """What would end the contradictions that are found."""
    questionnaire = small(extra)
    responses = [
        one for name, said in positions.items() for one in voices_to(questionnaire, f"risk.{name}", position=said)
    ]
    flips = fragility(compared(responses, questionnaire))
    return [flip for finding, flip in flips.items() if finding.kind is FindingKind.INFEASIBLE_TOGETHER]


def test_another_pair_of_limits_that_fits_ends_no_contradiction() -> None:
    found = ends(contradiction("soak", "fleet"), soak={"endpoint": 4}, exposure={"security": 4})
    changes = {change for one in found for change in (one.change, *one.others)}
    assert {(one.question, one.before, one.after) for one in changes} == {("risk.exposure", 4, 3)}


def default(question: str, days: int, comparison: str) -> str:
    threshold = (
        f'{{ question = "{question}", default = {days}, unit = "days", comparison = "{comparison}", basis = "ours",'
        ' sources = ["page"] }'
    )
    return criterion(question.removeprefix("risk."), threshold=threshold, priority='"should"')


def test_what_contradicts_a_default_does_so_after_one_step_as_well() -> None:
    """Seven days of watching against three days open by default, and three days open against 14 of watching."""
    nobody: Voices = {"endpoint": "dont_know"}
    assert ends(default("risk.exposure", 3, "at_most"), soak={"endpoint": 4}, exposure=nobody) == []
    assert ends(default("risk.soak", 14, "at_least"), soak=nobody, exposure={"endpoint": 4}) == []


def test_a_limit_that_nobody_was_asked_about_stands_on_its_default() -> None:
    """Five days of watching against three days for the fleet, by default: with three days of watching they fit. The
    days open fit as well, and contradict neither."""
    limits = [("risk.fleet", 3, "at_most"), ("risk.soak", 1, "at_least"), ("risk.exposure", 3, "at_most")]
    questionnaire = small(contradiction("soak", "fleet") + "".join(default(*limit) for limit in limits))
    answers = {"risk.soak": Answer(position=3), "risk.exposure": Answer(position=0)}
    comparison = compared([respond("endpoint", answers, questionnaire=questionnaire, depth=Depth.CORE)], questionnaire)
    assert comparison.question("risk.fleet") is None
    (flip,) = [one for found, one in fragility(comparison).items() if found.kind is FindingKind.INFEASIBLE_TOGETHER]
    assert (flip.change.question, flip.change.before, flip.change.after) == ("risk.soak", 3, 2)
    assert {one.id: one.threshold.infeasible_with for one in recommend(comparison)} == {
        "fleet": (("risk.soak",),),
        "soak": (("risk.fleet",),),
        "exposure": (),
    }
