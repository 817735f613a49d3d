"""Limits that cannot hold together: whose answers are concerned, and which defaults stand where nobody answers."""

from __future__ import annotations

import pytest

from questionnaires.words import FindingKind
from tests.given.builders import Voices, compared, criterion, small, voices_to

SOAK, EXPOSURE = "risk.soak", "risk.exposure"
COMPARISON = {SOAK: "at_least", EXPOSURE: "at_most"}
NO_ANSWER: Voices = {"endpoint": "dont_know"}


def default(question: str, days: int, when: str = "{ always = true }") -> str:
    """A criterion on a limit as TOML, with the days that stand where nobody answers."""
    threshold = (
        f'{{ question = "{question}", default = {days}, unit = "days", comparison = "{COMPARISON[question]}",'
        ' basis = "ours", sources = ["page"] }'
    )
    name = f"{question.removeprefix('risk.')}_{days}"
    return criterion(name, threshold=threshold, when=when, statement='"After {threshold}."')


def concerned(extra: str, soak: Voices, exposure: Voices) -> tuple[str, ...] | None:
    """Whose answers contradict each other; None where nothing is found."""
    questionnaire = small(extra)
    responses = voices_to(questionnaire, SOAK, position=soak) + voices_to(questionnaire, EXPOSURE, position=exposure)
    # Somebody is heard even where nobody knows anything of the limits.
    responses += voices_to(questionnaire, "risk.attitude", position={"network": 1})
    item = compared(responses, questionnaire).question(SOAK)
    assert item is not None
    found = item.finding(FindingKind.INFEASIBLE_TOGETHER)
    return found.teams if found else None


def test_a_team_whose_own_value_fits_what_the_others_ask_for_is_not_concerned() -> None:
    """Of 14 and 7 days of watching against 7 days open, 7 days fit; so do 14 days open against 14 of watching."""
    assert concerned("", {"endpoint": 5, "operations": 4}, {"security": 3}) == ("endpoint", "security")
    assert concerned("", {"endpoint": 5}, {"security": 3, "operations": 2}) == ("endpoint", "security")


def test_an_answer_contradicts_the_default_of_the_other_limit() -> None:
    assert concerned(default(EXPOSURE, 3), {"endpoint": 4}, NO_ANSWER) == ("endpoint",)
    assert concerned(default(SOAK, 14), NO_ANSWER, {"endpoint": 3}) == ("endpoint",)


@pytest.mark.parametrize("days", [(3, 14), (14, 3)], ids=str)
def test_of_several_defaults_the_one_that_leaves_least_room_counts(days: tuple[int, int]) -> None:
    open_for = default(EXPOSURE, days[0]) + default(EXPOSURE, days[1])
    assert concerned(open_for, {"endpoint": 4, "operations": 5}, NO_ANSWER) == ("endpoint", "operations")
    assert concerned(open_for, {"endpoint": 4}, NO_ANSWER) == ("endpoint",)
    watched = default(SOAK, days[0]) + default(SOAK, days[1])
    assert concerned(watched, NO_ANSWER, {"endpoint": 3, "operations": 5}) == ("endpoint", "operations")
    assert concerned(watched, NO_ANSWER, {"endpoint": 3}) == ("endpoint",)


def test_the_default_of_a_criterion_that_waits_for_a_finding_contradicts_nothing() -> None:
    waits = '{ findings = ["far_apart"], questions = ["risk.exposure"] }'
    assert concerned(default(EXPOSURE, 3, waits), {"endpoint": 4}, NO_ANSWER) is None
