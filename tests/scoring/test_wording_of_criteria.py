"""Thresholds and reasons of criteria in plain sentences."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from scoring.criteria.criteria import recommend
from scoring.wording.criteria import because_sentences, threshold_sentence
from tests.given.builders import compared, criterion, small, voices_to

Named = dict[str, Choice | list[Choice]]

HOURS = small(
    criterion(
        "stop",
        threshold='{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
        ' basis = "documented", sources = ["page"] }',
    )
)


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": 2, "security": 2},
            "Agreed: both teams that answered give this value. Endpoint 1 day; Security 1 day.",
        ),
        (
            {"endpoint": 2, "security": 2, "network": "dont_know", "operations": 2},
            "Agreed: 3 of 4 teams give this value. Endpoint 1 day; Operations 1 day; Security 1 day.",
        ),
        ({"endpoint": 0, "security": 2}, "The strictest of the teams' values. Endpoint 3 days; Security 1 day."),
        (
            {"endpoint": [1, 2], "security": 2},
            "The strictest of the teams' values. Endpoint 1 day; Security 1 day.",
        ),
        (
            {"endpoint": 0, "security": 4, "network": [0, 3]},
            "The documented limit: the strictest value that a team gives is more than the service can promise."
            " Endpoint 3 days; Security 4 hours (stricter than documented as possible); Network 3 days to 8 hours"
            " (no common position; 8 hours counts, the stricter of its middle answers)."
            " The teams are far apart on this: see the agenda.",
        ),
        ({"endpoint": 1}, "Only one team gives a value. Endpoint 2 days."),
        (
            {"endpoint": 4, "security": 5},
            "The documented limit: the strictest value that a team gives is more than the service can promise."
            " Endpoint 4 hours (stricter than documented as possible);"
            " Security 1 hour (stricter than documented as possible).",
        ),
        (
            {"endpoint": [1, 4, 5]},
            "The documented limit: the strictest value that a team gives is more than the service can promise."
            " Endpoint 2 days to 1 hour (no common position; 4 hours counts, the stricter of its middle answers;"
            " stricter than documented as possible).",
        ),
        ({"endpoint": "dont_know"}, "The documented objective of the service; no team gave a value."),
    ],
    ids=[
        "agreed by two",
        "agreed by three",
        "strictest",
        "alike and not agreed",
        "beyond the limit, and a torn team",
        "one team",
        "all beyond the limit",
        "a torn team beyond the limit",
        "nobody knows",
    ],
)
def test_a_threshold_says_where_it_comes_from(position: Named, text: str) -> None:
    comparison = compared(voices_to(HOURS, "risk.hours_to_stop", position=position), HOURS)
    (found,) = recommend(comparison)
    assert threshold_sentence(comparison, found.threshold) == text


def test_a_team_that_left_the_question_open_is_none_of_those_that_answered() -> None:
    people = voices_to(HOURS, "risk.hours_to_stop", position={"endpoint": 2, "security": 2})
    people += voices_to(HOURS, "risk.attitude", position={"network": 1})
    comparison = compared(people, HOURS)
    (found,) = recommend(comparison)
    assert threshold_sentence(comparison, found.threshold) == (
        "Agreed: both teams that answered give this value. Endpoint 1 day; Security 1 day."
    )


def test_a_documented_threshold_that_no_question_asks_for_is_that_of_its_sources() -> None:
    part = '{ default = 24, unit = "hours", comparison = "at_most", basis = "documented", sources = ["page"] }'
    comparison = compared([], small(criterion("stop", threshold=part)))
    (found,) = recommend(comparison)
    assert threshold_sentence(comparison, found.threshold) == "Documented by the sources named below."


def test_a_threshold_that_cannot_hold_says_with_what() -> None:
    part = '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least", basis = "ours", %s }'
    questionnaire = small(criterion("soak", threshold=part % 'sources = ["page"]'))
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4})
    responses += voices_to(questionnaire, "risk.exposure", position={"endpoint": 5})
    comparison = compared(responses, questionnaire)
    (found,) = recommend(comparison)
    text = threshold_sentence(comparison, found.threshold)
    assert text.endswith("Endpoint 7 days. Not settled yet: it cannot hold together with “Days open”, see the agenda.")


def reasons(kind: str, question: str, **facets: Named) -> list[str]:
    questionnaire = small(criterion("some", when=f'{{ findings = ["{kind}"], questions = ["{question}"] }}'))
    comparison = compared(voices_to(questionnaire, question, **facets), questionnaire)
    (found,) = recommend(comparison)
    return because_sentences(comparison, found)


def test_the_reasons_are_a_line_for_each_question() -> None:
    lines = reasons("far_apart", "risk.attitude", position={"endpoint": 0, "security": [4, 5]})
    assert lines == ["Attitude – Endpoint: 0 “Zero”; Security: between 4 “Four” and 5 “Five”"]


def test_a_quantity_is_quoted_without_its_number() -> None:
    lines = reasons("far_apart", "risk.soak", position={"endpoint": 0, "security": [4, 5]})
    assert lines == ["Days of watching – Endpoint: No day; Security: between 7 days and 14 days"]


def test_a_default_of_ours_asks_to_be_confirmed() -> None:
    questionnaire = small(criterion("stop"))
    comparison = compared([], questionnaire)
    (found,) = recommend(comparison)
    assert threshold_sentence(comparison, found.threshold) == (
        "Our suggestion, for want of a published figure: please confirm."
    )


def test_a_torn_team_is_quoted_with_its_range() -> None:
    lines = reasons("no_common_position", "risk.attitude", position={"endpoint": [0, 1, 5]})
    assert lines == ["Attitude – Endpoint: no common position (0 to 5)"]


def test_each_facet_is_quoted_by_its_name() -> None:
    lines = reasons(
        "backwards",
        "future.approvals",
        today={"endpoint": 3},
        in_12_months={"endpoint": "dont_know"},
        in_24_months={"endpoint": 1},
    )
    assert lines == ["Approvals – Endpoint: today 3 “Three”; in 12 months don't know; in 24 months 1 “One”"]


def test_teams_that_do_not_answer_give_no_reason() -> None:
    lines = reasons("unanimous", "risk.taste", position={"endpoint": 1, "operations": 1, "security": "not_applicable"})
    assert lines == ["Taste – Endpoint: 1 “One”; Operations: 1 “One”; Security: not applicable"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (["partly"], "Partly met"),
        (["partly", "partly", "dont_know"], "Partly met (2 of 3)"),
        (["met", "partly", "met"], "Met (2 of 3)"),
        (["met", "partly"], "Met or Partly met (1 of 2)"),
    ],
    ids=["one voice", "one voice and one who does not know", "a majority", "a tie"],
)
def test_a_status_is_quoted_with_its_share_where_the_team_is_not_of_one_voice(status: list[Choice], said: str) -> None:
    lines = reasons("prerequisite_partly", "readiness.licences", status={"endpoint": status})
    assert lines == [f"Licences – Endpoint: {said}"]


@pytest.mark.parametrize(
    ("owners", "said"),
    [
        (["nobody", "nobody"], "Nobody yet"),
        (["nobody", "nobody", "security"], "Nobody yet (2 of 3)"),
        (["nobody", "security"], "Security or Nobody yet (1 of 2)"),
    ],
    ids=["one voice", "a majority", "a tie"],
)
def test_an_owner_is_quoted_with_its_share_where_the_team_is_not_of_one_voice(owners: list[Choice], said: str) -> None:
    lines = reasons("orphan", "ownership.pause", owner={"endpoint": owners, "operations": "nobody"})
    assert lines == [f"Pausing – Endpoint: {said}; Operations: Nobody yet"]
