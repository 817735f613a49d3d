"""The JSON Schemas: sound, named, and with a plain description of every key for whoever fills in a file by hand."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from importlib import resources
from typing import Any, Final

import pytest
import tomli_w
from jsonschema import Draft202012Validator

from maturity.cli import main
from maturity.cli.kinds import KINDS
from maturity.files import schemas
from maturity.files.examples import examples
from maturity.files.schemas import schema_text
from maturity.files.tally_model import admit_counts
from maturity.files.trees import Tree
from maturity.files.workspace import to_bytes
from maturity.results.model import read_results
from questionnaires import InvalidFile, admit
from questionnaires.actuals import read_actuals
from questionnaires.loading import assemble
from questionnaires.words import SCHEMA, FileKind
from tests.given.backup_teams import words_of_updates
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.files import response_text
from tests.given.schemas import made
from tests.given.written_files import everything, faults_by_schema, filled_in, tally_of, whole_results

NAMES: Final = tuple(KINDS)


def schema_of(name: str) -> Tree:
    found: Tree = json.loads(schema_text(name))
    return found


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


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_sound_and_names_its_kind(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["kind"]["const"] == name
    assert schema["required"][:2] == ["kind", "schema"]


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_says_what_it_is_and_of_which_number(name: str) -> None:
    schema = schema_of(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:maturity:{name}:{SCHEMA}"
    assert schema["title"] == f"maturity: {name}, schema {SCHEMA}"
    assert schema["properties"]["schema"]["const"] == SCHEMA
    assert schema["description"].endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_every_property_has_a_description_in_sentences(name: str) -> None:
    found = dict(properties(schema_of(name)))
    texts = {place: item.get("description", "") for place, item in found.items()}
    assert len(texts) > 2
    assert [place for place, text in texts.items() if not re.fullmatch(r"[A-Z][^\n]{8,160}[.]", text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_description_and_takes_no_other_keys(name: str) -> None:
    tables = [part for part in inner_schemas(schema_of(name)) if isinstance(part.get("properties"), dict)]
    assert [part["title"] for part in tables if not part.get("description") or part["additionalProperties"]] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name: str) -> None:
    schema = schema_of(name)
    named = {part["$ref"] for part in inner_schemas(schema) if isinstance(part.get("$ref"), str)}
    assert named == {f"#/$defs/{key}" for key in schema.get("$defs", {})}


@pytest.mark.parametrize("name", NAMES)
def test_descriptions_speak_of_no_field_of_their_own(name: str) -> None:
    texts = [item["description"] for _, item in properties(schema_of(name))]
    assert words_of_updates(" ".join(texts).replace("windows-autopatch", "").replace("control.pause_rollout", "")) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_the_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == schema_text(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_that_ships_is_the_one_of_the_models(name: str) -> None:
    assert schema_text(name) == made(name), "python -m tests.given.schemas writes it anew"


def test_every_kind_of_file_can_be_checked() -> None:
    assert set(NAMES) == set(FileKind)


def test_nothing_ships_as_a_schema_but_those_of_the_kinds() -> None:
    shipped = {entry.name for entry in resources.files(schemas).iterdir() if entry.name.endswith(".json")}
    assert shipped == {f"{name}.json" for name in NAMES}


def test_a_schema_is_printed_where_there_are_no_sources(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_sources(_model: object) -> str:
        raise OSError("could not get source code")

    monkeypatch.setattr("inspect.getsource", without_sources)
    said = command("schema", "response")
    assert (said.code, said.messages) == (0, [])
    assert json.loads(said.out)["title"] == "maturity: response, schema 1"


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


FREE: Final = "Read this:\nall is well"


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("response", {"answers": {FREE: {}}}),
        ("response", {"answers": {"a" * 900: {}}}),
        ("response", {"answers": {"ownership.pause": {"owner": FREE}}}),
        *(("response", {"respondent": {key: FREE}}) for key in ("team", "at", "started", "id")),
        ("response", {"respondent": {"only": [FREE]}}),
        *(("response", {"respondent": {key: "0001-01-01T00:00:00Z"}}) for key in ("started", "updated", "completed")),
        *(("response", {"questionnaire": {key: FREE}}) for key in ("id", "version", "fingerprint")),
        *(("response", {"questionnaire": {"scales": scales}}) for scales in ({FREE: "0a"}, {"basis": FREE})),
        *(("tally", {table: {FREE: 1}}) for table in ("unknown", "incomparable")),
        ("tally", {"flag": [{"question": FREE, "team": "endpoint", "count": 1}]}),
        ("tally", {"flag": [{"question": "risk.attitude", "team": FREE, "count": 1}]}),
        *(("actuals", {"actual": [{"criterion": "stop", key: "12"}]}) for key in ("numerator", "denominator")),
        *(("actuals", {"actual": [{"criterion": "stop", key: FREE}]}) for key in ("criterion", "ring", "by", "report")),
        ("actuals", {"actual": [{"criterion": "stop", "numerator": 10**9 + 1}]}),
        ("actuals", {"actual": [{"criterion": "stop", "date": "0001-01-01"}]}),
        ("actuals", {"pilot": {"rings": [FREE]}}),
        ("actuals", {"pilot": {"questionnaire": FREE}}),
        *(("results", {"left_out": {table: {FREE: 1}}}) for table in ("unknown", "incomparable")),
        *(("results", {"questionnaire": {key: FREE}}) for key in ("id", "version", "fingerprint", "title")),
        ("results", {"left_out": {"files": [FREE]}}),
        ("results", {"made_by": {"maturity": FREE}}),
        ("questionnaire", {"renamed": {FREE: "a.b"}}),
        ("questionnaire", {"section": [{"title": FREE}]}),
    ],
)
def test_what_no_reader_takes_fits_no_schema(name: str, change: Tree) -> None:
    document = deepcopy(sound(name))
    wrong = faults_by_schema(name, merged(document, change))
    assert set(wrong) - set(faults_by_schema(name, document))
    readers: dict[str, Callable[[Tree], object]] = {
        "response": lambda found: admit(found, "a.toml", small()),
        "tally": lambda found: admit_counts(found, "a.toml", small()),
        "actuals": lambda found: read_actuals(found, "a.toml"),
        "results": lambda found: read_results(found, "a.toml"),
        "questionnaire": lambda found: assemble([("a.toml", tomli_w.dumps(found).encode())]),
    }
    with pytest.raises(InvalidFile):
        readers[name](merged(document, change))


BOUNDS: Final[dict[str, tuple[set[str], ...]]] = {
    "integer": ({"minimum", "maximum"},),
    "number": ({"minimum", "maximum"},),
    "string": ({"maxLength"}, {"pattern"}, {"enum"}, {"const"}, {"format"}),
    "array": ({"maxItems"},),
    "object": ({"maxProperties"}, {"properties"}),
}
"""By type, the keys of which one set has to stand beside it."""


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_holds_is_bounded(name: str) -> None:
    typed = [part for part in inner_schemas(schema_of(name)) if isinstance(part.get("type"), str)]
    assert len(typed) > 2
    assert [part for part in typed if not any(keys <= set(part) for keys in BOUNDS.get(part["type"], (set(),)))] == []


def sound(name: str) -> Tree:
    """A file of a kind that fits its schema; of a questionnaire, one without tables."""
    match name:
        case "response":
            return tomllib.loads(response_text("endpoint"))
        case "tally":
            return tally_of(everything())
        case "actuals":
            return filled_in(everything())
        case "results":
            return whole_results()
        case _:
            return {"kind": "questionnaire", "schema": 1}


def merged(first: Tree, second: Tree) -> Tree:
    """The first tree with what the second says in place or besides; lists are replaced."""
    inner = {key: merged(first[key], value) for key, value in second.items() if isinstance(first.get(key), dict)}
    return first | second | inner


@pytest.mark.parametrize("name", NAMES)
def test_a_later_schema_number_does_not_fit(name: str) -> None:
    found = faults_by_schema(name, {"kind": name, "schema": SCHEMA + 1})
    assert f"$.schema: {SCHEMA} was expected" in found
