"""Teams whose people are far apart take part in a comparison: a dispute does not vanish because one side is torn.

On questions of the built-in questionnaire, as the teams of a pilot would answer them.
"""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import Choice, builtin
from questionnaires.words import FindingKind
from scoring import Comparison, QuestionComparison
from scoring.conventions import AgendaClass, Band
from scoring.fragility.findings import fragility
from scoring.wording.changes import flip_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, voices_to

F = FindingKind
RELEASE: Final = "risk_appetite.release_button"
HOURS: Final = "risk_appetite.hours_to_stop"

Said = dict[str, Choice | list[Choice]]

TORN_BEFORE: Final[Said] = {"endpoint": 1, "security": 1, "operations": 5}
TORN_AFTER: Final[Said] = {"endpoint": 1, "security": 1, "operations": [5, 2]}
TWO_TORN: Final[Said] = {"endpoint": [0, 5], "security": [0, 5]}
SAME_ANSWER_DK: Final[Said] = {
    "endpoint": 1,
    "security": 1,
    "operations": "dont_know",
    "architecture": "not_applicable",
}
THRESHOLD_HALF: Final[Said] = {"endpoint": 0, "security": [4, 5]}


def comparison_of(question: str, said: Said) -> Comparison:
    return compared(voices_to(builtin(), question, position=said), builtin())


def question_of(comparison: Comparison, question: str) -> QuestionComparison:
    item = comparison.question(question)
    assert item is not None
    return item


def sentences(question: str, said: Said) -> dict[FindingKind, str]:
    """By kind, each finding as it is told."""
    comparison = comparison_of(question, said)
    return {one.kind: finding_sentence(comparison, one) for one in question_of(comparison, question).findings}


def urgency(question: str, said: Said) -> tuple[AgendaClass, Band] | None:
    """The class and the column of the one question on the agenda; None where there is nothing to discuss."""
    entries = comparison_of(question, said).agenda.entries
    return (entries[0].agenda_class, entries[0].column) if entries else None


def test_a_team_that_stands_alone_with_one_voice_is_far_apart() -> None:
    assert urgency(RELEASE, TORN_BEFORE) == (AgendaClass.A, Band.FAR_APART)
    assert sentences(RELEASE, TORN_BEFORE) == {
        F.FAR_APART: "Far apart: 4 steps between Endpoint and Security (1 “Go, unless a severe incident”) and"
        " Operations (5 “Hold until each ring is signed”).",
        F.LONE_DISSENTER: "Operations stands alone against Endpoint and Security.",
    }


def test_a_second_voice_that_tears_the_team_leaves_the_dispute_on_the_agenda() -> None:
    """Both people of Operations are further up than everybody else."""
    assert urgency(RELEASE, TORN_AFTER) == (AgendaClass.B, Band.APART)
    assert sentences(RELEASE, TORN_AFTER) == {
        F.APART: "Apart: 2.5 steps between Endpoint and Security (1 “Go, unless a severe incident”) and Operations"
        " (between 3 “Hold until reports are read” and 4 “Hold until our tests pass”); 1 to 4 steps, depending on where"
        " Operations (2 to 5) settles.",
        F.SPREAD: "Spread out: Operations has no common position.",
        F.NO_COMMON_POSITION: "No common position inside Operations (2 answers from 2 to 5).",
    }


def test_teams_that_are_all_torn_are_close_at_best_and_on_the_agenda() -> None:
    """The four of them want 72 hours and 4, and the middle answers are the same, of nobody."""
    assert urgency(HOURS, TWO_TORN) == (AgendaClass.C, Band.CLOSE)
    found = sentences(HOURS, TWO_TORN)
    assert found[F.CLOSE] == (
        "Close: both teams that answered have the same middle answer; 0 to 5 steps, depending on where Endpoint"
        " (72 hours to 4 hours) and Security (72 hours to 4 hours) settle."
    )
    assert not found.keys() & {F.ALIGNED, F.UNANIMOUS, F.NOT_COMPARABLE}


@pytest.mark.parametrize("security", [[0, 5], [1, 4], [0, 4]], ids=str)
def test_equal_middle_answers_are_never_called_spread_out(security: list[Choice]) -> None:
    found = sentences(RELEASE, {"endpoint": [0, 5], "security": security})
    assert found[F.SPREAD] == "Spread out: Endpoint and Security have no common position."


def test_the_same_answer_is_said_of_those_who_gave_it() -> None:
    """Operations does not know, and to Architecture it does not apply."""
    found = sentences(RELEASE, SAME_ANSWER_DK)
    assert found[F.ALIGNED] == "Aligned: 2 of 4 teams give the same answer."
    assert "every" not in " ".join(found.values())


def test_where_a_torn_team_settles_does_not_matter_between_two_that_are_further_apart() -> None:
    found = sentences(RELEASE, {"endpoint": 0, "operations": [1, 4], "security": 5})
    assert found[F.FAR_APART].endswith("wherever Operations (1 to 4) settles.")


def test_a_position_between_two_quantities_is_told_in_their_unit() -> None:
    assert sentences(HOURS, THRESHOLD_HALF)[F.FAR_APART] == (
        "Far apart: 4.5 steps between Endpoint (72 hours) and Security (between 8 hours and 4 hours)."
    )


def test_what_tears_a_team_is_not_offered_as_what_calms_a_question() -> None:
    """1 instead of 2 tears Endpoint, and leaves 2.5 steps to Network; 1 instead of 0 of Network leaves 2."""
    assert (
        flip_of(F.APART, {"endpoint": [2, 4], "network": 0})
        == "If Network said 1 instead of 0, this would read “close”."
    )


def test_what_tears_a_team_is_said_to_where_nothing_else_would_end_a_finding() -> None:
    assert flip_of(F.ALIGNED, {"endpoint": [2, 4], "network": 3}) == (
        "If one of the 2 people of Endpoint said 1 instead of 2, this would read “close”,"
        " and Endpoint would have no common position."
    )


def flip_of(kind: FindingKind, said: Said) -> str:
    """What one answer would make of the finding of this kind."""
    comparison = comparison_of(RELEASE, said)
    finding = question_of(comparison, RELEASE).finding(kind)
    assert finding is not None
    return flip_sentence(comparison, fragility(comparison), finding)
