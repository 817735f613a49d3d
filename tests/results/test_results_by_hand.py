"""The figures of the examples, counted again from the files as a facilitator would with pencil and paper."""

from __future__ import annotations

from statistics import median
from typing import Any

import pytest

from questionnaires import builtin
from questionnaires.words import Level
from tests.given.example_results import choices, example_document, example_documents


def facets() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(question, facet) for question in example_document()["question"] for facet in question["facet"]]


def question(identifier: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in example_document()["question"] if item["id"] == identifier)
    return found


def test_counts_are_those_of_the_files() -> None:
    questionnaire = builtin()
    for asked, facet in facets():
        scale = questionnaire.scale_by_id[questionnaire.question_by_id[asked["id"]].scale]
        said = choices(asked["id"], facet["name"])
        options = list(range(6)) if scale.level is Level.ORDINAL else [option.key for option in scale.options]
        for team in facet["team"]:
            mine = said.get(team["id"], [])
            assert team["counts"] == [mine.count(option) for option in options]
            assert team["dont_know"] == mine.count("dont_know")
            assert team["not_applicable"] == mine.count("not_applicable")


def test_positions_are_medians_and_gaps_their_distance() -> None:
    seen = 0
    for asked, facet in facets():
        if asked["kind"] not in ("control", "position", "trajectory"):
            continue
        shared = {}
        for team in facet["team"]:
            numbers = [
                said for said in choices(asked["id"], facet["name"]).get(team["id"], []) if isinstance(said, int)
            ]
            assert team.get("position") == (median(numbers) if numbers else None)
            if team.get("common_position"):
                shared[team["id"]] = median(numbers)
        if len(shared) > 1:
            seen += 1
            assert facet["gap"] == max(shared.values()) - min(shared.values())
        else:
            assert "gap" not in facet
    assert seen > 30


def test_every_team_is_heard_with_the_owners_it_names_most() -> None:
    owners = [option.key for option in builtin().scale_by_id["owner"].options]
    for asked in example_document()["question"]:
        if asked["kind"] != "ownership":
            continue
        named = {}
        for team, said in choices(asked["id"], "owner").items():
            counts = {owner: said.count(owner) for owner in owners if owner in said}
            if counts:
                named[team] = [owner for owner, count in counts.items() if count == max(counts.values())]
        assert asked["named"] == named


@pytest.mark.parametrize(
    ("identifier", "pattern", "because"),
    [
        ("ownership.customer_pause", "contested", {"endpoint": "endpoint", "operations": "operations"}),
        ("ownership.update_strategy", "agreed", {"endpoint": "architecture", "architecture": "architecture"}),
        ("ownership.review_update_reports", "unaware_owner", {"endpoint": "operations", "operations": "endpoint"}),
        ("ownership.lead_when_an_update_breaks", "orphan", {"endpoint": "operations", "operations": "endpoint"}),
        ("ownership.switch_expedited_updates", "split", {"security": "security", "operations": "nobody"}),
        ("ownership.test_business_scenarios", "unconfirmed", {"endpoint": "application_owners"}),
    ],
)
def test_claims_are_those_that_a_reader_of_the_files_sees(
    identifier: str, pattern: str, because: dict[str, str]
) -> None:
    said = choices(identifier, "owner")
    for team, owner in because.items():
        assert max(said[team], key=said[team].count) == owner
    assert question(identifier)["pattern"] == pattern


@pytest.mark.parametrize(
    ("identifier", "facet", "lowest", "highest", "gap"),
    [
        ("risk_appetite.last_ring_days", "position", ("operations", [1]), ("security", [5]), 4),
        ("risk_appetite.exploited_flaw_days", "position", ("operations", [1]), ("security", [5]), 4),
        ("operating_model.ownership", "in_24_months", ("operations", [2]), ("security", [5]), 3),
    ],
)
def test_gaps_are_those_that_a_reader_of_the_files_sees(
    identifier: str, facet: str, lowest: tuple[str, list[int]], highest: tuple[str, list[int]], gap: int
) -> None:
    said = choices(identifier, facet)
    assert said[lowest[0]] == lowest[1]
    assert said[highest[0]] == highest[1]
    found = next(item for item in question(identifier)["facet"] if item["name"] == facet)
    assert (found["gap"], found["band"]) == (gap, "far_apart" if gap > 3 else "apart")


def test_flags_and_bases_are_counted() -> None:
    flagged: dict[str, dict[str, int]] = {}
    for document in example_documents():
        for identifier, answer in document["answers"].items():
            if answer.get("flag"):
                teams = flagged.setdefault(identifier, {})
                team = document["respondent"]["team"]
                teams[team] = teams.get(team, 0) + 1
    assert {item["id"]: item["flags"] for item in example_document()["question"] if "flags" in item} == flagged
    assert question("control.see_what_happened")["bases"]["security"] == {"audit": 1}


def test_progress_is_counted_facet_by_facet() -> None:
    for team in example_document()["team"]:
        mine = [item for item in example_documents() if item["respondent"]["team"] == team["id"]]
        given = [
            key
            for document in mine
            for answer in document["answers"].values()
            for key in answer
            if key not in ("note", "flag", "basis")
        ]
        completed = sum("completed" in document["respondent"] for document in mine)
        assert (team["respondents"], team["completed"], team["answered"]) == (len(mine), completed, len(given))
        assert team["answered"] <= team["asked"]
