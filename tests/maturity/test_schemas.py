"""The JSON Schemas accept every file we write and refuse what the reader refuses."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from maturity.cli import main
from maturity.examples import examples
from maturity.gathering import gather
from maturity.gating import template
from maturity.schemas import SCHEMAS
from maturity.tallying import people_in, tally_document
from maturity.trees import Tree
from maturity.workspace import file_name, to_bytes
from questionnaires import builtin
from scoring import compare, recommend, tally


def plain(value: Any) -> Any:
    """A TOML document as JSON would hold it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def faults(name: str, document: Tree) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name]())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(plain(document))]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_sound_and_names_its_kind(name: str) -> None:
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["kind"] == {"const": name}
    assert schema["required"][:2] == ["kind", "schema"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_the_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS[name]()


def test_an_unknown_name_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["schema", "nothing"])
    assert ended.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_responses_fit_their_schema(tmp_path: Path) -> None:
    for response in examples():
        (tmp_path / file_name(response)).write_bytes(to_bytes(response))
    for file in gather([tmp_path], builtin()).files:
        assert faults("response", tomllib.loads(file.path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"needed": 6}, "needed"),
        ({"note": 3}, "note"),
        ({"colour": "red"}, "colour"),
        ({"flag": "yes"}, "flag"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(change: Tree, place: str) -> None:
    document: Tree = tomllib.loads(to_bytes(next(iter(examples()))).decode())
    document["answers"]["control.pause_rollout"] |= change
    assert any(place in fault for fault in faults("response", document))


def test_the_built_in_questionnaire_fits_its_schema_file_by_file() -> None:
    folder = resources.files("questionnaires") / "autopatch"
    for entry in folder.iterdir():
        if entry.name.endswith(".toml"):
            assert faults("questionnaire", tomllib.loads(entry.read_text(encoding="utf-8"))) == [], entry.name


def test_results_actuals_and_tallies_fit_their_schemas(tmp_path: Path) -> None:
    responses = list(examples())
    comparison = compare(builtin(), tally(builtin(), responses), 1)
    output = tmp_path / "results.toml"
    for response in responses:
        (tmp_path / file_name(response)).write_bytes(to_bytes(response))
    assert main(["export", str(tmp_path), "-o", str(output)]) == 0
    assert faults("results", tomllib.loads(output.read_text(encoding="utf-8"))) == []
    assert faults("actuals", tomllib.loads(template(comparison, recommend(comparison)))) == []
    counted = tally_document(builtin(), tally(builtin(), responses), people_in(responses), 1)
    assert faults("tally", counted) == []


def test_results_without_a_threshold_do_not_fit(tmp_path: Path) -> None:
    for response in examples():
        (tmp_path / file_name(response)).write_bytes(to_bytes(response))
    output = tmp_path / "out.json"
    assert main(["export", str(tmp_path), "-o", str(output)]) == 0
    document = json.loads(output.read_text(encoding="utf-8"))
    del document["criterion"][0]["threshold"]
    assert faults("results", document) == ["$.criterion[0]: 'threshold' is a required property"]
