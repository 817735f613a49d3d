"""The results of a round: whole, rounded, without empty keys, and without what a respondent said in confidence."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from maturity.files.saving import NotSavedError
from maturity.reports.outline import text
from maturity.results.build import results
from maturity.results.model import read_results
from maturity.results.values import Figure, rounded
from maturity.results.writing import export_results, to_json, to_toml
from questionnaires import Answer, builtin
from questionnaires.words import Depth
from scoring import recommend
from tests.given.builders import compared, respond
from tests.given.commands import Command
from tests.given.example_results import (
    every_value,
    example_document,
    example_documents,
    example_results,
    plain,
    with_dates_as_text,
)
from tests.given.files import put, response_text


def test_toml_reads_back_as_it_was_computed() -> None:
    found = example_results()
    assert read_results(tomllib.loads(to_toml(found)), "results.toml") == found


def test_json_reads_back_as_it_was_computed() -> None:
    found = example_results()
    assert read_results(json.loads(to_json(found)), "results.json") == found


def test_json_holds_what_toml_does() -> None:
    assert json.loads(to_json(example_results())) == with_dates_as_text(example_document())


def test_kind_and_schema_come_first() -> None:
    assert to_toml(example_results()).splitlines()[:2] == ['kind = "results"', "schema = 1"]


def test_every_number_has_at_most_four_digits_after_the_point() -> None:
    numbers = [value for value in every_value(example_document()) if isinstance(value, float)]
    assert numbers
    assert all(round(value, 4) == value and not value.is_integer() for value in numbers)


@pytest.mark.parametrize(
    ("value", "shown"), [(Fraction(1, 3), 0.3333), (Fraction(2, 3), 0.6667), (Fraction(4, 2), 2), (Fraction(7, 2), 3.5)]
)
def test_numbers_are_rounded_to_four_digits(value: Fraction, shown: float) -> None:
    assert rounded(value) == shown
    assert isinstance(TypeAdapter(Figure).dump_python(rounded(value)), int) is (value.denominator == 1)


def test_no_key_stands_without_a_value() -> None:
    assert None not in list(every_value(example_document()))


def test_every_question_that_anybody_was_asked_is_there_once_and_in_order() -> None:
    questionnaire = builtin()
    teams = {document["respondent"]["team"] for document in example_documents()}
    asked = {question.id for team in teams for question in questionnaire.asked_of(team, Depth.CORE)}
    found = [question["id"] for question in example_document()["question"]]
    assert found == [question.id for question in questionnaire.questions if question.id in asked]


def test_every_question_has_its_facets_and_each_team_its_counts() -> None:
    for question in example_document()["question"]:
        assert question["facet"]
        for facet in question["facet"]:
            assert facet["name"]
            for team in facet["team"]:
                counted = sum(team["counts"]) + team["dont_know"] + team["not_applicable"] + team["unanswered"]
                assert len(team["counts"]) == len(question["scale"])
                assert counted == {"endpoint": 3}.get(team["id"], 1)


def test_every_agenda_entry_says_why() -> None:
    tree = example_document()
    known = {question["id"]: question for question in tree["question"]}
    assert tree["agenda"]
    for entry in tree["agenda"]:
        assert entry["reason"].endswith(".")
        kinds = {finding["kind"] for finding in known[entry["question"]]["findings"]}
        assert set(entry["findings"]) <= kinds


def test_every_criterion_can_be_measured_and_says_why() -> None:
    criteria = example_document()["criterion"]
    assert len({item["id"] for item in criteria}) == len(criteria) > 10
    for item in criteria:
        texts = [item["statement"], item["reason"], item["evidence"], item["unit"], item["owner"]]
        measure = item["measure"]
        texts += [item["threshold_says"], measure["numerator"], measure["report"]]
        assert ("denominator" in measure) != ("entry" in measure)
        assert all(texts), item["id"]
        assert isinstance(item["threshold"], int | float)
        assert item["comparison"] in ("at_least", "at_most")
        assert item["source"]


def test_a_criterion_from_findings_names_the_answers_behind_it() -> None:
    tree = example_document()
    questions = {question["id"] for question in tree["question"]}
    teams = {team["id"] for team in tree["team"]}
    triggered = [item for item in tree["criterion"] if "findings" in item]
    assert triggered
    for item in triggered:
        assert item["because"], item["id"]
        assert item["because_says"], item["id"]
        assert {reason["question"] for reason in item["because"]} <= questions
        assert {reason["team"] for reason in item["because"]} <= teams
        assert all(reason["answer"] for reason in item["because"])


def test_at_most_ten_musts_hold_the_pilot_besides_those_that_findings_call_for() -> None:
    musts = [
        item for item in example_document()["criterion"] if (item["priority"], item["gate"]) == ("must", "leave_pilot")
    ]
    always = [item for item in musts if not item.get("findings")]
    assert 0 < len(always) <= 10
    assert len(always) < len(musts)
    assert {"not_ready", "found_settled"} <= {item["id"] for item in always}


def test_what_is_not_defined_has_no_key() -> None:
    comparison = compared(
        [
            respond("endpoint", {"risk.attitude": Answer(position=1)}),
            respond("security", {"risk.soak": Answer(position=1)}),
        ]
    )
    tree = plain(results(comparison, recommend(comparison)))
    attitude = next(question for question in tree["question"] if question["id"] == "risk.attitude")
    endpoint, security = attitude["facet"][0]["team"]
    assert not {"gap", "band", "shape", "camps"} & set(attitude["facet"][0])
    assert (endpoint["position"], endpoint["counts"]) == (1, [0, 1, 0, 0, 0, 0])
    assert "spread" not in endpoint
    assert not {"position", "spread", "common_position"} & set(security)
    assert security["unanswered"] == 1


def test_names_and_notes_of_respondents_go_nowhere(command: Command, own: Path, place: Path) -> None:
    answers = {"risk.attitude": Answer(position=1, note="Between ourselves: zebra.", flag=True)}
    put(place / "round" / "a.toml", response_text("endpoint", answers, "resp1", name="Ingrid Wolkenstein"))
    put(place / "round" / "b.toml", response_text("security", answers, "resp2", name="Ingrid Wolkenstein"))
    said = [command("-q", own, "compare", "round"), command("-q", own, "compare", "--json", "round")]
    said.append(command("-q", own, "export", "round", "-o", "results.toml"))
    written = "".join(item.out + item.err for item in said) + Path("results.toml").read_text(encoding="utf-8")
    for secret in ("zebra", "Wolkenstein", "Ingrid", "resp1", "resp2"):
        assert secret not in written


def test_no_note_of_the_examples_leaves_its_file() -> None:
    notes = [
        answer["note"]
        for document in example_documents()
        for answer in document["answers"].values()
        if "note" in answer
    ]
    assert notes
    found = example_results()
    written = text(found, dt.date(2026, 11, 21)) + to_toml(found) + to_json(found)
    assert not [note for note in notes if note in written or json.dumps(note)[1:-1] in written]


@pytest.mark.parametrize("spoilt", [{"round": 0}, {"question": ()}])
@pytest.mark.parametrize("name", ["results.toml", "results.json"])
def test_what_would_not_read_back_is_not_written(tmp_path: Path, name: str, spoilt: dict[str, object]) -> None:
    target = tmp_path / name
    with pytest.raises(NotSavedError, match="would not read back as it was computed; nothing was written"):
        export_results(example_results().model_copy(update=spoilt), target)
    assert not target.exists()
