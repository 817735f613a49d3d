"""What results say of a question in words: its verdict, its options, the answers and the figures; by hand."""

from __future__ import annotations

import pytest

from maturity.files.trees import Tree
from maturity.results.build import results
from questionnaires import Answer
from tests.given.builders import Voices, compared, respond, voices
from tests.given.example_results import asked, plain


@pytest.mark.parametrize(
    ("positions", "verdict"),
    [
        ({"endpoint": 1, "security": 1}, {"says": "aligned", "column": "aligned"}),
        ({"endpoint": 1, "security": 3}, {"says": "close", "column": "close"}),
        ({"endpoint": 1, "security": 4}, {"says": "apart", "column": "apart"}),
        ({"endpoint": 0, "security": 5}, {"says": "far apart", "column": "far_apart"}),
        ({"endpoint": 1}, {"says": "one team only"}),
        ({"endpoint": "not_applicable", "security": "not_applicable"}, {"says": "no answer"}),
        ({"endpoint": [0, 5, 0, 5], "security": [0, 5, 0, 5]}, {"says": "close", "column": "close"}),
        ({"endpoint": [0, 5, 0, 5], "security": 0}, {"says": "apart", "column": "apart"}),
        ({"endpoint": [0, 5, 0, 5], "security": "dont_know"}, {"says": "no common position"}),
    ],
)
def test_the_verdict_on_positions_is_their_band_or_why_there_is_none(positions: Voices, verdict: Tree) -> None:
    assert asked("risk.attitude", position=positions)["verdict"] == verdict


@pytest.mark.parametrize(
    ("question", "facets", "verdict"),
    [
        (
            "ownership.pause",
            {"owner": {"endpoint": "endpoint", "security": "security"}},
            {"says": "contested", "column": "far_apart"},
        ),
        (
            "ownership.pause",
            {"owner": {"endpoint": "nobody", "security": "network"}},
            {"says": "no owner", "column": "far_apart"},
        ),
        (
            "ownership.pause",
            {"owner": {"endpoint": "endpoint", "security": "endpoint"}},
            {"says": "agreed", "column": "aligned"},
        ),
        (
            "readiness.licences",
            {"status": {"endpoint": "met", "security": "met"}},
            {"says": "met", "column": "aligned"},
        ),
        (
            "readiness.licences",
            {"status": {"endpoint": "met", "security": "not_met"}},
            {"says": "answers differ", "column": "apart"},
        ),
        # More is needed than can be had: on a question of high impact that outweighs that both agree.
        (
            "control.release",
            {"needed": {"endpoint": 5, "security": 5}, "wanted": {"endpoint": 5, "security": 5}},
            {"says": "blocker", "column": "far_apart"},
        ),
    ],
)
def test_the_verdict_is_the_worst_finding_by_its_name(question: str, facets: dict[str, Voices], verdict: Tree) -> None:
    assert asked(question, **facets)["verdict"] == verdict


def test_the_verdict_where_nobody_knows_says_so() -> None:
    found = asked("risk.attitude", position={"endpoint": "dont_know", "security": "dont_know"})
    assert found["verdict"]["says"] == "mostly unknown"


def test_options_without_an_order_have_the_keys_that_stand_in_a_response() -> None:
    found = asked("ownership.pause", owner={"endpoint": "service"})
    keys = ["endpoint", "operations", "security", "network", "provider", "service", "nobody"]
    assert found["keys"] == keys
    assert "values" not in found
    assert found["facet"][0]["team"][0]["counts"] == [int(key == "service") for key in keys]
    assert asked("readiness.licences", status={"endpoint": "met"})["keys"] == ["met", "partly", "not_met"]


def test_options_that_are_quantities_have_their_values_in_the_unit() -> None:
    found = asked("risk.hours_to_stop", position={"endpoint": 2})
    assert (found["unit"], found["values"]) == ("hours", [72, 48, 24, 8, 4, 1])
    assert "keys" not in found


def test_options_that_are_steps_have_neither_keys_nor_values() -> None:
    assert not {"keys", "values", "unit"} & set(asked("risk.attitude", position={"endpoint": 2}))


@pytest.mark.parametrize(
    ("question", "facets", "words"),
    [
        ("risk.attitude", {"position": {"endpoint": 2}}, "2 “Two”"),
        ("risk.attitude", {"position": {"endpoint": [2, 3]}}, "between 2 “Two” and 3 “Three”"),
        ("risk.attitude", {"position": {"endpoint": [0, 5, 0, 5]}}, "no common position (0 to 5)"),
        ("risk.attitude", {"position": {"endpoint": "dont_know"}}, "don't know"),
        ("risk.attitude", {"position": {"endpoint": "not_applicable"}}, "not applicable"),
        ("risk.hours_to_stop", {"position": {"endpoint": 2}}, "1 day"),
        ("ownership.pause", {"owner": {"endpoint": "service"}}, "The service"),
        ("ownership.pause", {"owner": {"endpoint": ["service", "service", "nobody"]}}, "The service (2 of 3)"),
        ("ownership.pause", {"owner": {"endpoint": ["service", "network"]}}, "Network or The service (1 of 2)"),
        ("control.release", {"needed": {"endpoint": 3}, "wanted": {"endpoint": 1}}, "needs 3 “Three”; wants 1 “One”"),
        (
            "future.approvals",
            {"today": {"endpoint": 1}, "in_24_months": {"endpoint": "dont_know"}},
            "today 1 “One”; in 24 months don't know",
        ),
        ("readiness.licences", {"status": {"endpoint": "partly"}}, "Partly met"),
    ],
)
def test_the_answer_of_a_team_stands_in_words(question: str, facets: dict[str, Voices], words: str) -> None:
    assert asked(question, **facets)["answers"] == {"endpoint": words}


def test_a_team_without_an_answer_has_no_words() -> None:
    people = [
        *voices("risk.attitude", position={"endpoint": 1, "security": 4}),
        respond("operations", {"risk.soak": Answer(position=1)}),
    ]
    document = plain(results(compared(people), ()))
    by_id = {item["id"]: item for item in document["question"]}
    assert by_id["risk.attitude"]["answers"] == {"endpoint": "1 “One”", "security": "4 “Four”"}
    assert by_id["risk.soak"]["answers"] == {"operations": "1 day"}
    assert "answers" not in by_id["risk.exposure"]


def test_figures_that_agree_are_set_against_chance() -> None:
    # Of 36 pairs of answers at random, 6 are the same and 10 are next to each other: within one step, 16 of 36.
    found = asked("risk.attitude", position={"endpoint": 1, "security": 2})
    assert found["facet"][0]["chance"] == 0.4444
    assert found["figures_say"] == [
        "By chance alone, 2 answers would lie this close in 44 of 100 cases.",
        "Whether people differ inside the teams cannot be told: every team gave one answer.",
    ]


def test_figures_of_several_people_say_what_lies_between_the_teams_and_how_far_answers_would_move() -> None:
    # 0 0 and 5 5: nobody differs inside a team, and each answer of one would have to move by five steps.
    found = asked("risk.attitude", position={"endpoint": [0, 0], "security": [5, 5]})
    assert found["figures_say"] == [
        "100 % of the differences lie between the teams, the rest inside them.",
        "To turn the answers of Endpoint into those of Security, each would have to move by 5 steps on average.",
    ]


def test_figures_say_what_counting_people_instead_of_teams_would_hide() -> None:
    found = asked("risk.attitude", position={"endpoint": [0] * 7, "security": 5})
    sentence = "If people counted instead of teams, the answers would look closer: 7 of the 8 are from Endpoint."
    assert sentence in found["figures_say"]
    assert found["facet"][0]["pooled"]["says"] == sentence


@pytest.mark.parametrize(
    ("question", "facets"),
    [
        ("ownership.pause", {"owner": {"endpoint": "endpoint", "security": "security"}}),
        ("risk.attitude", {"position": {"endpoint": 1}}),
    ],
)
def test_what_has_no_figures_says_nothing_about_them(question: str, facets: dict[str, Voices]) -> None:
    assert "figures_say" not in asked(question, **facets)


def test_each_section_has_the_one_question_that_it_asks() -> None:
    document = plain(results(compared([]), ()))
    assert {section["id"]: section["question"] for section in document["section"]} == {
        "ownership": "Who decides?",
        "control": "How much control?",
        "risk": "Which risk?",
        "future": "Where to?",
        "readiness": "Is it in place?",
    }
