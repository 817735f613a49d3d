"""Which criteria can change with what is said on some questions, how many at most, and what shows whether they do."""

from __future__ import annotations

from typing import Final

from questionnaires import Questionnaire
from scoring import recommend
from scoring.firmness.hinges import calling, hinges
from tests.given.builders import compared, criterion, small, voices_to

ATTITUDE, SOAK, EXPOSURE, FLEET = "risk.attitude", "risk.soak", "risk.exposure", "risk.fleet"

BY_EXPOSURE: Final = (
    f'{{ question = "{EXPOSURE}", default = 3, unit = "days", comparison = "at_most", basis = "ours",'
    ' sources = ["page"] }'
)
FAR: Final = '{ findings = ["far_apart"], questions = ["risk.*"] }'
EACH: Final = FAR.replace(" }", ", each = true }")


def hinging(
    questionnaire: Questionnaire, *changed: str, called: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], int]]:
    """What hangs on these questions of the one candidate, which some call for already."""
    return [(one.questions, one.most) for one in hinges(questionnaire, {"rule": called}, changed)]


def test_what_is_always_recommended_hangs_on_what_decides_its_threshold_and_its_owner() -> None:
    both = small(criterion("rule", threshold=BY_EXPOSURE, owner='{ task = "ownership.pause" }'))
    for question in (EXPOSURE, "ownership.pause"):
        assert hinging(both, question) == [((EXPOSURE, "ownership.pause"), 1)]
    assert hinging(both, ATTITUDE) == []
    assert hinging(both, ATTITUDE, EXPOSURE) == [((EXPOSURE, "ownership.pause"), 1)]


def test_what_is_not_recommended_yet_hangs_on_any_question_that_may_call_for_it() -> None:
    rule = small(criterion("rule", when=FAR))
    assert hinging(rule, SOAK, FLEET) == [((SOAK, FLEET), 1)]
    assert hinging(rule, "control.release") == []


def test_what_other_questions_call_for_stays_and_one_of_them_is_enough_to_see_it() -> None:
    assert hinging(small(criterion("rule", when=FAR)), SOAK, called=(ATTITUDE, FLEET)) == []
    decided = small(criterion("rule", when=FAR, threshold=BY_EXPOSURE))
    assert hinging(decided, EXPOSURE, called=(ATTITUDE, FLEET)) == [((EXPOSURE, ATTITUDE), 1)]


def test_what_only_these_questions_call_for_may_fall_away() -> None:
    assert hinging(small(criterion("rule", when=FAR)), SOAK, FLEET, called=(SOAK,)) == [((SOAK, FLEET), 1)]


def test_of_a_criterion_for_each_question_as_many_can_change_as_questions_are_changed() -> None:
    assert hinging(small(criterion("rule", when=EACH)), SOAK, FLEET, called=(ATTITUDE,)) == [((SOAK, FLEET), 2)]


def test_of_a_criterion_for_each_question_all_change_with_what_decides_them_all() -> None:
    rule = small(criterion("rule", when=EACH, threshold=BY_EXPOSURE))
    assert hinging(rule, EXPOSURE, called=(ATTITUDE, FLEET)) == [((EXPOSURE, ATTITUDE, FLEET), 3)]


def test_what_calls_for_a_criterion_is_every_question_on_which_what_it_waits_for_is_found() -> None:
    questionnaire = small(criterion("rule", when=FAR) + criterion("each", when=EACH) + criterion("stop"))
    people = [
        one
        for question in (ATTITUDE, SOAK)
        for one in voices_to(questionnaire, question, position={"endpoint": 0, "security": 5})
    ]
    assert calling(recommend(compared(people, questionnaire))) == {
        "rule": (ATTITUDE, SOAK),
        "each": (ATTITUDE, SOAK),
        "stop": (),
    }
