"""Every file that the tool writes fits its schema, and the tool reads it back."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.files.examples import examples
from maturity.files.gathering import gather
from maturity.files.tallies import tally_bytes
from maturity.files.tally_model import admit_counts
from maturity.files.trees import Tree
from maturity.files.workspace import to_bytes
from maturity.results.model import Results, read_results
from maturity.results.writing import to_json, to_toml
from maturity.rounds.round import Round, round_of
from questionnaires import Answer, Questionnaire, Response, admit, builtin, load, parse
from questionnaires.actuals import read_actuals
from questionnaires.loading import assemble
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE
from scoring import compare, recommend, tally
from scoring.comparison.rounds import movement
from scoring.counts.carrying import carry
from tests.given.backup_teams import FIELD, answered, backups
from tests.given.builders import SMALL, respond, small
from tests.given.rounds import both_rounds, handed_in
from tests.given.written_files import everything, faults_by_schema, filled_in, tally_of, with_figures

EXAMPLES = tuple(examples())


def examples_twice(folder: Path) -> Path:
    """The examples, answered in two rounds alike."""
    again = [one.model_copy(update={"respondent": one.respondent.model_copy(update={"round": 2})}) for one in EXAMPLES]
    handed_in(folder, [*EXAMPLES, *again])
    return folder


def fits_and_reads_back(computed: Results) -> None:
    """Holds for results, as TOML and as JSON."""
    as_json: Tree = json.loads(to_json(computed))
    as_toml = to_toml(computed).encode()
    assert faults_by_schema("results", as_json) == []
    assert faults_by_schema("results", tomllib.loads(as_toml.decode())) == []
    found = read_results(parse(as_toml, "results.toml"), "results.toml")
    assert read_results(as_json, "results.json") == found == computed
    # Nothing is lost or changed on the way but kind and schema, which are checked before.
    again = found.model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert {"kind": "results", "schema": 1, **again} == as_json


@pytest.mark.parametrize("response", EXAMPLES, ids=lambda one: one.respondent.id)
def test_responses(response: Response) -> None:
    data = to_bytes(response)
    assert faults_by_schema("response", tomllib.loads(data.decode())) == []
    assert admit(parse(data, "a.toml"), "a.toml", builtin()).answers == response.answers


def test_results_of_the_examples(tmp_path: Path) -> None:
    handed_in(tmp_path, EXAMPLES)
    found = round_of(gather([tmp_path], builtin()), builtin(), 1).results()
    assert (found.movement, found.carried, found.gate) == (None, None, None)
    assert not {"movement", "carried", "gate"} & set(json.loads(to_json(found)))
    fits_and_reads_back(found)


def test_results_of_the_examples_with_movement_what_is_carried_and_the_gate(tmp_path: Path) -> None:
    gathered = gather([examples_twice(tmp_path)], builtin())
    found = with_figures(round_of(gathered, builtin(), 2, 1, carrying=True)).results()
    assert {"movement", "carried", "gate"} <= set(json.loads(to_json(found)))
    fits_and_reads_back(found)


@pytest.mark.parametrize("carrying", [False, True])
def test_results_of_a_second_round(tmp_path: Path, carrying: bool) -> None:
    found = round_of(gather([both_rounds(tmp_path)], small()), small(), 2, 1, carrying=carrying)
    fits_and_reads_back(found.results())
    fits_and_reads_back(everything().results())


def test_results_of_another_field(tmp_path: Path) -> None:
    found = round_of(gather([answered(tmp_path / "answers")], backups()), backups(), 1)
    fits_and_reads_back(with_figures(found).results())


def test_results_of_nobody(tmp_path: Path) -> None:
    empty = compare(small(), tally(small(), []), 1)
    fits_and_reads_back(Round(empty, recommend(empty), tally(small(), []), (), (), ("bad.toml",)).results())


def anybody(chance: Random, number: int) -> list[Response]:
    """What several teams might say to the small questionnaire in a round: anything at all."""
    people = []
    for place, team in enumerate(team.id for team in small().teams for _ in range(chance.choice([0, 1, 3]))):
        said: dict[str, Answer] = {}
        for question in small().questions:
            scale = small().scale_of(question)
            options = [*(scale.choice(option) for option in range(len(scale.options))), DONT_KNOW, NOT_APPLICABLE, None]
            facets: dict[str, Any] = {facet.value: chance.choice(options) for facet in question.facets}
            basis = "law" if facets.get("needed") in (4, 5) else None
            said[question.id] = Answer(**facets, basis=basis, flag=chance.random() < 0.2)
        one = respond(team, said, respondent=f"{team}{place}")
        people.append(one.model_copy(update={"respondent": one.respondent.model_copy(update={"round": number})}))
    return people


@settings(max_examples=4)
@given(seed=st.integers(0, 2**32), carrying=st.booleans())
def test_results_of_any_answers(seed: int, carrying: bool) -> None:
    chance = Random(seed)
    earlier, later = (tally(small(), anybody(chance, number)) for number in (1, 2))
    whole, carried = carry(earlier, later, 1) if carrying else (later, None)
    comparison = compare(small(), whole, 2)
    moved = movement(small(), earlier, later, 1)
    fits_and_reads_back(Round(comparison, recommend(comparison), later, (), (), (), moved, carried).results())


def test_the_template_of_the_gate_empty_and_filled_in(tmp_path: Path) -> None:
    handed_in(tmp_path, EXAMPLES)
    for found in (everything(), round_of(gather([tmp_path], builtin()), builtin(), 1)):
        filled = filled_in(found)
        assert faults_by_schema("actuals", filled) == []
        read = read_actuals(filled, "pilot.toml")
        assert read.actual
        assert all(actual.is_measured for actual in read.actual)


@pytest.mark.parametrize("questionnaire", [small(), builtin()], ids=["small", "examples"])
def test_tallies(questionnaire: Questionnaire, tmp_path: Path) -> None:
    folder = both_rounds(tmp_path) if questionnaire is small() else examples_twice(tmp_path)
    counted = tally_of(round_of(gather([folder], questionnaire), questionnaire, 2))
    assert faults_by_schema("tally", counted) == []
    assert admit_counts(parse(tally_bytes(counted), "a.toml"), "a.toml", questionnaire).round == 2


@pytest.mark.parametrize(
    "folder",
    [Path(str(resources.files("questionnaires"))) / "autopatch", FIELD, SMALL],
    ids=["windows-autopatch", "another field", "small"],
)
def test_questionnaires_file_by_file(folder: Path) -> None:
    paths = [folder] if folder.is_file() else sorted(folder.glob("*.toml"))
    assert paths
    for path in paths:
        assert faults_by_schema("questionnaire", tomllib.loads(path.read_text(encoding="utf-8"))) == [], path.name
    assert (assemble([(SMALL.name, SMALL.read_bytes())]) if folder == SMALL else load(folder)).questions
