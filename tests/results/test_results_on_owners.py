"""What results hold of who owns a task besides its pattern: the minority inside teams, and owners without an answer."""

from __future__ import annotations

import pytest

from maturity.results.model import read_results
from tests.given.builders import CONCERNING, Voices, small
from tests.given.example_results import asked, example_document


@pytest.mark.parametrize(
    ("owner", "pattern", "minority"),
    [
        ({"endpoint": ["endpoint", "endpoint", "nobody"], "security": "endpoint"}, "agreed", {"people": 1, "of": 4}),
        ({"endpoint": "endpoint", "security": "endpoint"}, "agreed", {"people": 0, "of": 2}),
        (
            {"endpoint": "security", "operations": ["security", "security", "network"], "security": "endpoint"},
            "unaware_owner",
            {"people": 2, "of": 5},
        ),
        ({"endpoint": "endpoint", "security": "security"}, "contested", None),
        ({"endpoint": ["endpoint", "endpoint", "nobody"]}, None, None),
    ],
)
def test_the_people_who_do_not_name_the_one_owner_are_counted(
    owner: Voices, pattern: str | None, minority: dict[str, int] | None
) -> None:
    found = asked("ownership.pause", owner=owner)
    assert (found.get("pattern"), found.get("minority")) == (pattern, minority)


@pytest.mark.parametrize(
    ("owner", "sentences"),
    [
        ({"endpoint": ["endpoint", "endpoint", "nobody"], "security": "endpoint"}, []),
        (
            {"endpoint": "security", "operations": ["security", "security", "network"], "security": "endpoint"},
            ["2 of 5 people do not name Security."],
        ),
        (
            {"endpoint": "network", "operations": "network", "security": "provider"},
            ["1 of 3 people does not name Network."],
        ),
        ({"endpoint": "endpoint", "security": "security"}, []),
    ],
    ids=["in the finding already", "unaware owner", "a dissent", "several owners"],
)
def test_where_the_finding_does_not_say_it_the_figures_do(owner: Voices, sentences: list[str]) -> None:
    assert asked("ownership.pause", owner=owner).get("figures_say", []) == sentences


@pytest.mark.parametrize(
    ("owner", "absent"),
    [
        ({"endpoint": "security", "operations": "security"}, {"security": "unheard"}),
        ({"endpoint": "security", "operations": "security", "security": "dont_know"}, {"security": "dont_know"}),
        ({"endpoint": "security", "operations": "security", "security": "security"}, None),
        ({"endpoint": "security"}, None),
    ],
)
def test_an_owner_that_has_no_answer_is_held_with_the_reason(owner: Voices, absent: dict[str, str] | None) -> None:
    assert asked("ownership.pause", owner=owner).get("absent") == absent


def test_whom_a_prerequisite_concerns_first_is_held() -> None:
    questionnaire = small(CONCERNING)
    assert asked("readiness.reach", questionnaire, status={"endpoint": "met"})["concerns"] == "network"
    assert "concerns" not in asked("readiness.licences", questionnaire, status={"endpoint": "met"})


def test_results_without_these_keys_can_still_be_read() -> None:
    document = example_document()
    for question in document["question"]:
        for key in ("minority", "absent", "concerns"):
            question.pop(key, None)
    assert read_results(document, "results.toml").question[0].absent == {}
