"""Criteria that limits call for which cannot hold together: one answer concerns two questions there."""

from __future__ import annotations

from scoring import recommend
from scoring.fragility.criteria import CriterionFlip, Effect, criteria_fragility
from tests.given.builders import Voices, compared, criterion, small, voices_to


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
