"""The JSON Schemas: sound, named, and with a plain description of every key for whoever fills in a file by hand."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from maturity.cli import main
from maturity.examples import examples
from maturity.schemas import SCHEMAS
from maturity.trees import Tree
from maturity.workspace import to_bytes
from questionnaires.words import SCHEMA
from tests.backup_teams import words_of_updates
from tests.maturity.written_files import faults_by_schema


def properties(schema: Tree) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema by its place, the definitions that it refers to included."""
    for table, part in [("", schema), *schema.get("$defs", {}).items()]:
        for key, found in part.get("properties", {}).items():
            yield f"{table}.{key}", found


def inner_schemas(value: object) -> Iterator[dict[str, Any]]:
    """Every table of a schema, itself included."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from inner_schemas(item)
    elif isinstance(value, list):
        for item in value:
            yield from inner_schemas(item)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_sound_and_names_its_kind(name: str) -> None:
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["kind"]["const"] == name
    assert schema["required"][:2] == ["kind", "schema"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_says_what_it_is_and_of_which_number(name: str) -> None:
    schema = SCHEMAS[name]()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:maturity:{name}:{SCHEMA}"
    assert schema["title"] == f"maturity: {name}, schema {SCHEMA}"
    assert schema["properties"]["schema"]["const"] == SCHEMA
    assert schema["description"].endswith(".")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_property_has_a_description_in_sentences(name: str) -> None:
    found = dict(properties(SCHEMAS[name]()))
    texts = {place: item.get("description", "") for place, item in found.items()}
    assert len(texts) > 10
    assert [place for place, text in texts.items() if not re.fullmatch(r"[A-Z][^\n]{8,160}[.]", text)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_table_has_a_description_and_takes_no_other_keys(name: str) -> None:
    tables = [part for part in inner_schemas(SCHEMAS[name]()) if isinstance(part.get("properties"), dict)]
    assert [part["title"] for part in tables if not part.get("description") or part["additionalProperties"]] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_leads_somewhere(name: str) -> None:
    schema = SCHEMAS[name]()
    named = {part["$ref"] for part in inner_schemas(schema) if isinstance(part.get("$ref"), str)}
    assert named == {f"#/$defs/{key}" for key in schema.get("$defs", {})}


@pytest.mark.parametrize("name", SCHEMAS)
def test_descriptions_speak_of_no_field_of_their_own(name: str) -> None:
    texts = [item["description"] for _, item in properties(SCHEMAS[name]())]
    assert words_of_updates(" ".join(texts).replace("windows-autopatch", "").replace("control.pause_rollout", "")) == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_the_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS[name]()


def test_an_unknown_name_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["schema", "nothing"])
    assert ended.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


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
    assert any(place in fault for fault in faults_by_schema("response", document))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_later_schema_number_does_not_fit(name: str) -> None:
    found = faults_by_schema(name, {"kind": name, "schema": SCHEMA + 1})
    assert f"$.schema: {SCHEMA} was expected" in found
