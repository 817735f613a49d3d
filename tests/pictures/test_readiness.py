"""Readiness: what each team says of each prerequisite, and who can do something about it."""

from __future__ import annotations

import pytest

from maturity.pictures.answers import answers
from maturity.pictures.readiness import readiness
from maturity.pictures.shapes import Ink, Line, Square
from tests.given.builders import CONCERNING, Voices, small, voices_to
from tests.given.example_results import example_results
from tests.given.matrices import asked, results_of
from tests.given.pictured import crowd_results


def row(status: Voices) -> Line:
    """The row of a prerequisite of which the teams say this; it concerns the network team first."""
    found = results_of(voices_to(small(CONCERNING), "readiness.reach", status=status), small(CONCERNING))
    return next(line for line in readiness(found).rows if line.id == "readiness.reach")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (["met"], Square("●", "met", Ink.ALIGNED)),
        (["partly"], Square("◐", "partly", Ink.APART)),
        (["not_met"], Square("○", "not met", Ink.FAR_APART)),
        (["met", "not_met"], Square("◇●/○", "said equally often", Ink.QUIET)),
        (["dont_know"], Square("?", "don't know", Ink.QUIET)),
        (["met", "dont_know", "dont_know"], Square("●?", "met, most don't know", Ink.ALIGNED)),
        (["met", "dont_know"], Square("●", "met", Ink.ALIGNED)),
        (["not_applicable"], Square("n/a", "does not apply", Ink.QUIET)),
    ],
)
def test_what_a_team_says_has_a_sign_and_a_word_and_doubt_is_seen(said: list[str], shown: Square) -> None:
    assert row({"endpoint": [*said]}).squares[1] == shown


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ({"endpoint": "met"}, Square("NET", "Network, not heard", Ink.QUIET)),
        ({"endpoint": "met", "network": "dont_know"}, Square("NET", "Network, don't know", Ink.QUIET)),
        ({"endpoint": "met", "network": "partly"}, Square("NET", "Network", Ink.PLAIN)),
    ],
)
def test_who_can_fix_it_is_named_and_whether_that_team_has_spoken(status: Voices, shown: Square) -> None:
    assert row(status).squares[-1] == shown


def test_where_nobody_is_concerned_first_nobody_is_named() -> None:
    matrix = readiness(asked("readiness.licences", status={"endpoint": "met"}))
    assert matrix.rows[0].squares[-1] == Square("–", "nobody named", Ink.QUIET)


def test_the_verdict_stands_first() -> None:
    assert row({"endpoint": "met", "network": "not_met"}).squares[0] == Square("▅", "answers differ", Ink.APART)
    assert row({"endpoint": "met", "security": "met"}).squares[0].says == "met, not confirmed"


def test_it_is_told_with_all_counts_and_whose_word_is_missing() -> None:
    assert readiness(example_results()).says == (
        "4 prerequisites: partly met 2, answers differ 1, mostly unknown 1. "
        "On 2 the team whom it concerns first has no answer."
    )
    assert readiness(results_of([])).says == "No prerequisite was put to anybody, so there is nothing to show."
    assert readiness(results_of([])).rows == ()


def test_the_sheet_has_the_same_rows_with_counts() -> None:
    sheet = readiness(example_results()).sheet
    assert sheet.heads == (
        "Prerequisite",
        "Verdict",
        "Endpoint",
        "Operations",
        "Security",
        "Architecture",
        "Who can fix it",
    )
    assert sheet.rows[2] == (
        "Network endpoints",
        "mostly unknown",
        "Partly met (1 of 3) (1 answer; 2 don't know)",
        "don't know (0 answers; 1 don't know)",
        "not asked",
        "not asked",
        "Network, not heard",
    )


def test_the_legend_explains_every_sign() -> None:
    for found in (example_results(), crowd_results(7, 3)):
        matrix = readiness(found)
        keys = {key.sign[0] for key in matrix.legend}
        fixing = len(matrix.heads) - 1
        assert {one.sign[0] for line in matrix.rows for one in line.squares[:fixing]} <= keys


def test_a_team_without_an_answer_says_in_words_why_it_has_none() -> None:
    found = example_results().question_by_id
    settings = answers(example_results(), found["readiness.no_conflicting_policies"])
    assert [(key.sign, key.says) for key in settings.legend[2:]] == [
        ("–", "not asked: Security"),
        ("□", "has not answered: Architecture"),
    ]
    assert [square.sign for square in settings.rows[0].squares] == ["2", "·", "□"]
    endpoints = answers(example_results(), found["readiness.network_endpoints"])
    assert endpoints.legend[-1].says == "Network, whom it concerns first, has not been heard"
