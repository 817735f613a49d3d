"""Tally files: what is admitted, and every fault with its key."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from maturity.files.tally_model import CountedFile, admit_counts, person
from questionnaires import InvalidFile, reference_to
from tests.given.builders import respond, small

Document = dict[str, Any]
Change = Callable[[Document], object]

SOUND: Document = {
    "kind": "tally",
    "schema": 1,
    "round": 1,
    "people": ["00000000000000aa", "00000000000000bb", "00000000000000cc"],
    "questionnaire": reference_to(small()).model_dump(),
    "team": [
        {"id": "endpoint", "respondents": 2, "completed": 1, "asked": 6, "answered": 5},
        {"id": "security", "respondents": 1, "completed": 0, "asked": 3, "answered": 1},
    ],
    "cell": [
        {"question": "ownership.pause", "facet": "owner", "team": "endpoint", "counts": [2, 0, 0, 0, 0, 0, 0]},
        {"question": "control.release", "facet": "needed", "team": "endpoint", "counts": [0, 0, 0, 0, 1, 1]},
        {"question": "risk.attitude", "facet": "position", "team": "endpoint", "counts": [1] + [0] * 5, "dont_know": 1},
        {"question": "risk.attitude", "facet": "position", "team": "security", "counts": [0] * 6, "not_applicable": 1},
    ],
    "difference": [{"question": "control.release", "team": "endpoint", "counts": [0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]}],
    "basis": [{"question": "control.release", "team": "endpoint", "counts": [1, 1]}],
    "flag": [{"question": "risk.attitude", "team": "security", "count": 1}],
}


def changed(change: Change) -> Document:
    document = copy.deepcopy(SOUND)
    change(document)
    return document


def admitted(document: Document) -> CountedFile:
    return admit_counts(document, "t.toml", small())


def faults(change: Change) -> list[tuple[str, str]]:
    """Key and message of every fault with which the changed tally is refused."""
    with pytest.raises(InvalidFile) as refused:
        admitted(changed(change))
    assert {fault.file for fault in refused.value.faults} == {"t.toml"}
    return [(fault.key, fault.message) for fault in refused.value.faults]


def setting(table: str, place: int, **values: object) -> Change:
    """Changes the values of one row."""
    return lambda document: document[table][place].update(values)


def repeating(table: str) -> Change:
    """Writes the first row of a table a second time."""
    return lambda document: document[table].append(document[table][0])


def test_a_sound_tally_is_admitted() -> None:
    counted = admitted(SOUND)
    assert [(team.id, team.respondents) for team in counted.team] == [("endpoint", 2), ("security", 1)]
    assert counted.cell[2].dont_know == 1


def test_a_tally_of_teams_without_answers_is_admitted() -> None:
    kept = ("kind", "schema", "round", "people", "questionnaire", "team")
    assert admitted({key: SOUND[key] for key in kept}).cell == ()


@pytest.mark.parametrize(
    ("table", "place", "values", "key"),
    [
        ("team", 0, {"id": "martians"}, "team[0].id"),
        ("team", 0, {"completed": 3}, "team[0].completed"),
        ("team", 0, {"answered": 7}, "team[0].answered"),
        ("team", 0, {"respondents": 3}, "people"),
        ("team", 0, {"respondents": 10**9}, "people"),
        ("team", 0, {"respondents": 10**9 + 1}, "team[0].respondents"),
        ("team", 0, {"name": "Ann"}, "team[0].name"),
        ("cell", 1, {"question": "control.unheard"}, "cell[1].question"),
        ("cell", 1, {"facet": "today"}, "cell[1].question"),
        ("cell", 1, {"facet": "basis"}, "cell[1].question"),
        ("cell", 1, {"facet": "mood"}, "cell[1].facet"),
        ("cell", 1, {"team": "network"}, "cell[1].team"),
        ("cell", 1, {"team": "network", "counts": [0] * 6}, "cell[1].team"),
        ("cell", 1, {"counts": [0, 0, 1, 1, 0]}, "cell[1].counts"),
        ("cell", 1, {"counts": [0, 0, 1, 1, 0, 0, 0]}, "cell[1].counts"),
        ("cell", 1, {"counts": [2]}, "cell[1].counts"),
        ("cell", 1, {"counts": [0, 0, 0, 0, 3, -1]}, "cell[1].counts[5]"),
        ("cell", 1, {"counts": [0, 0, 0, 0, 10**30, 0]}, "cell[1].counts[4]"),
        ("cell", 1, {"counts": [0, 0, 0, 0, True, 0]}, "cell[1].counts[4]"),
        ("cell", 1, {"counts": [0, 0, 0, 0, 10**9, 0]}, "cell[1]"),
        ("cell", 1, {"dont_know": 1}, "cell[1]"),
        ("cell", 1, {"not_applicable": 1}, "cell[1]"),
        ("cell", 1, {"unanswered": 1}, "cell[1]"),
        ("cell", 1, {"unanswered": -1}, "cell[1].unanswered"),
        ("difference", 0, {"question": "unheard"}, "difference[0].question"),
        ("difference", 0, {"question": "risk.attitude"}, "difference[0].question"),
        ("difference", 0, {"team": "network"}, "difference[0].team"),
        ("difference", 0, {"counts": [1, 1]}, "difference[0].counts"),
        ("difference", 0, {"counts": [0] * 12}, "difference[0].counts"),
        ("difference", 0, {"counts": [3] + [0] * 10}, "difference[0]"),
        ("basis", 0, {"question": "future.approvals"}, "basis[0].question"),
        ("basis", 0, {"team": "network"}, "basis[0].team"),
        ("basis", 0, {"counts": [0, 1, 0]}, "basis[0].counts"),
        ("basis", 0, {"counts": [2, 1]}, "basis[0]"),
        ("flag", 0, {"question": "unheard"}, "flag[0].question"),
        ("flag", 0, {"team": "network"}, "flag[0].team"),
        ("flag", 0, {"count": 2}, "flag[0]"),
        ("flag", 0, {"note": "Finding 7"}, "flag[0].note"),
    ],
)
def test_a_row_that_does_not_fit_is_a_fault_at_its_key(
    table: str, place: int, values: dict[str, object], key: str
) -> None:
    assert key in [found for found, _ in faults(setting(table, place, **values))]


@pytest.mark.parametrize("table", ["team", "cell", "difference", "basis", "flag"])
def test_what_is_counted_a_second_time_is_a_fault(table: str) -> None:
    said = [message for key, message in faults(repeating(table)) if key.startswith(f"{table}[{len(SOUND[table])}]")]
    assert [message for message in said if message.endswith("a second time")]


@pytest.mark.parametrize("key", ["questionnaire", "round", "people", "team"])
def test_a_missing_part_is_named(key: str) -> None:
    assert faults(lambda document: document.pop(key)) == [(key, "is missing; add it")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"people": []},
            ("people", "names 0 people, but the teams have 3"),
        ),
        (
            {"people": ["00000000000000aa"] * 3},
            ("people", "names somebody twice"),
        ),
        ({"round": 0}, ("round", "is 0; the smallest allowed is 1")),
        ({"kind": "results"}, ("kind", 'a file with kind = "tally" was expected; this one says "results"')),
        (
            {"schema": 2},
            ("schema", "is 2, but this version of maturity reads up to 1; update maturity to read this file"),
        ),
    ],
    ids=lambda value: next(iter(value)),
)
def test_a_fault_of_the_whole_file_is_a_sentence(change: dict[str, object], expected: tuple[str, str]) -> None:
    assert faults(lambda document: document.update(change)) == [expected]


def test_a_readable_name_among_the_people_is_refused() -> None:
    assert faults(lambda document: document.update(people=["ann@example.com"] * 3))[0][0] == "people[0]"


def test_a_tally_on_another_questionnaire_is_refused() -> None:
    said = faults(lambda document: document["questionnaire"].update(id="other"))
    assert said == [("questionnaire.id", 'is "other"; this comparison is on "small"')]


def test_a_tally_of_another_version_is_refused_with_what_to_do() -> None:
    said = faults(lambda document: document["questionnaire"].update(fingerprint="another"))
    sentence = "is of another version of the questionnaire; export the tally anew with this one"
    assert said == [("questionnaire.fingerprint", sentence)]


def test_all_faults_come_together() -> None:
    def change(document: Document) -> None:
        document["team"][0]["completed"] = 9
        document["cell"][0]["team"] = "network"
        document["flag"][0]["count"] = 9

    assert [key for key, _ in faults(change)] == ["team[0].completed", "cell[0].team", "flag[0]"]


def test_of_many_faults_alike_only_the_first_are_listed_and_the_others_counted() -> None:
    row = {"question": "un.heard", "team": "endpoint", "count": 1}
    with pytest.raises(InvalidFile) as refused:
        admitted(changed(lambda document: document.update(flag=[row] * 20_000)))
    assert [fault.more for fault in refused.value.faults] == [0] * 19 + [19_980]


@pytest.mark.parametrize("table", ["people", "team", "cell", "difference", "basis", "flag"])
@pytest.mark.parametrize("row", [{}, 1, ""], ids=["table", "number", "text"])
def test_a_hundred_thousand_rows_are_refused_as_one_fault(table: str, row: object) -> None:
    said = faults(lambda document: document.update({table: [row] * 100_000}))
    assert said == [(table, "has more than 20000 entries")]


def test_a_person_is_recognised_without_the_id_showing() -> None:
    respondent = respond("endpoint", {}, respondent="k7m2abcd").respondent
    assert person(respondent) == person(respondent.model_copy(update={"team": "security", "name": "Ann"}))
    assert "k7m2" not in person(respondent)


def test_another_round_is_another_person() -> None:
    respondent = respond("endpoint", {}).respondent
    assert person(respondent) != person(respondent.model_copy(update={"round": 2}))
