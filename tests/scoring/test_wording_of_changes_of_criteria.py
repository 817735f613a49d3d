"""What one answer would change of a criterion, in plain sentences."""

from __future__ import annotations

import pytest

from scoring import recommend
from scoring.fragility.criteria import criteria_fragility
from scoring.wording.changes import criterion_flip_sentence
from tests.given.builders import Voices, compared, criterion, small, voices_to

HOURS = (
    '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
    ' basis = "ours", sources = ["page"] }'
)
BLOCKED = '{ findings = ["blocker"], questions = ["control.*"] }'


def criterion_sentences(question: str, facet: str, said: Voices, **parts: str) -> list[str]:
    questionnaire = small(criterion("some", **parts))
    comparison = compared(voices_to(questionnaire, question, **{facet: said}), questionnaire)
    (found,) = recommend(comparison)
    flips = criteria_fragility(comparison, [found]).get(found.id, ())
    return [criterion_flip_sentence(comparison, flip) for flip in flips]


@pytest.mark.parametrize(
    ("needed", "text"),
    [
        ({"endpoint": 4}, "If Endpoint needed 3 instead of 4 on “Releasing”, this criterion would fall away."),
        (
            {"endpoint": [3, 4]},
            "If one of the 2 people of Endpoint needed 2 instead of 3 on “Releasing”, this criterion would fall away.",
        ),
    ],
)
def test_a_criterion_that_is_dropped_falls_away(needed: Voices, text: str) -> None:
    assert criterion_sentences("control.release", "needed", needed, when=BLOCKED) == [text]


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": 0},
            "If Endpoint said 2 days instead of 3 days on “Hours to stop”, the threshold would be 48 hours.",
        ),
        (
            {"endpoint": [1, 1, 2]},
            "If one of the 3 people of Endpoint said 1 day instead of 2 days on “Hours to stop”,"
            " the threshold would be 24 hours.",
        ),
    ],
)
def test_a_threshold_is_said_with_its_unit(position: Voices, text: str) -> None:
    assert criterion_sentences("risk.hours_to_stop", "position", position, threshold=HOURS) == [text]


@pytest.mark.parametrize(
    ("owner", "text"),
    [
        (
            {"endpoint": "endpoint", "security": "endpoint"},
            "If Endpoint named Operations instead of itself on “Pausing”,"
            " the owner would read “to be agreed: Endpoint or Operations”.",
        ),
        (
            {"endpoint": "nobody"},
            "If Endpoint named itself instead of Nobody yet on “Pausing”, the owner would read “Endpoint”.",
        ),
        (
            {"endpoint": ["endpoint", "security"]},
            "If one of the 2 people of Endpoint named Operations instead of Endpoint on “Pausing”,"
            " the owner would read “to be agreed: Operations or Security”.",
        ),
    ],
)
def test_an_owner_is_said_as_it_would_read(owner: Voices, text: str) -> None:
    part = '{ task = "ownership.pause" }'
    assert criterion_sentences("ownership.pause", "owner", owner, owner=part) == [text]


def test_a_time_stands_before_the_question() -> None:
    text = criterion_sentences(
        "future.approvals",
        "today",
        {"endpoint": 1, "security": 3},
        when='{ findings = ["baseline_dispute"], questions = ["future.*"] }',
    )
    assert text == ["If Endpoint said 2 instead of 1 for today on “Approvals”, this criterion would fall away."]
