"""JSON Schemas of the files, so that an editor can complete them and a program can check them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from questionnaires.actuals import Actuals
from questionnaires.counts import CountedFile
from questionnaires.loading import TABLES
from questionnaires.model import Head
from questionnaires.response import Response
from questionnaires.words import SCHEMA, FileKind, Gate, Priority

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def _of_model(kind: FileKind, model: type[BaseModel]) -> Schema:
    """The schema of a file that is one model below its first two lines."""
    return _with_head(kind, model.model_json_schema())


def _with_head(kind: FileKind, body: Schema) -> Schema:
    """Adds kind and schema, the first two lines of every file."""
    head = {"kind": {"const": kind.value}, "schema": {"const": SCHEMA}}
    required = ["kind", "schema", *body.get("required", [])]
    properties = {**head, **body["properties"]}
    title = f"maturity: {kind.value}"
    return {"$schema": _DIALECT, **body, "title": title, "properties": properties, "required": required}


def _questionnaire() -> Schema:
    """One file of a questionnaire's folder: any of its tables, none of them required."""
    models: dict[str, type[BaseModel]] = {"questionnaire": Head, **TABLES}
    references, definitions = models_json_schema([(model, "validation") for model in models.values()])
    properties: Schema = {"renamed": {"type": "object", "additionalProperties": {"type": "string"}}}
    for table, model in models.items():
        reference = references[model, "validation"]
        properties[table] = reference if model is Head else {"type": "array", "items": reference}
    body = {"type": "object", "additionalProperties": False, "properties": properties, **definitions}
    return _with_head(FileKind.QUESTIONNAIRE, body)


def _table(*required: str, **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": [*required]}


def _rows(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_TEXT: Final[Schema] = {"type": "string"}
_NUMBER: Final[Schema] = {"type": "number"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_TEXTS: Final[Schema] = _rows(_TEXT)


def _results() -> Schema:
    """The results tree. A key that is not there is a figure that is not defined."""
    finding = _table("kind", "question", "teams", "says", kind=_TEXT, question=_TEXT, teams=_TEXTS, says=_TEXT)
    team_facet = _table(
        "id",
        "counts",
        id=_TEXT,
        counts=_rows(_COUNT),
        dont_know=_COUNT,
        not_applicable=_COUNT,
        unanswered=_COUNT,
        position=_NUMBER,
        spread=_NUMBER,
        common_position={"type": "boolean"},
        evidence=_TEXT,
    )
    facet = _table(
        "name",
        "team",
        name=_TEXT,
        gap=_NUMBER,
        distance=_NUMBER,
        band=_TEXT,
        shape=_TEXT,
        team=_rows(team_facet),
        camps=_rows(_TEXTS),
        agreement=_NUMBER,
    )
    question = _table(
        "id",
        "section",
        "kind",
        "findings",
        "facet",
        id=_TEXT,
        section=_TEXT,
        kind=_TEXT,
        findings=_rows(finding),
        facet=_rows(facet),
        pattern=_TEXT,
        documented={"enum": ["customer", "service"]},
        boundary=_TEXT,
    )
    measure = _table(
        "numerator",
        "denominator",
        "per",
        "report",
        "traps",
        numerator=_TEXT,
        denominator=_TEXT,
        per={"type": "integer", "minimum": 1},
        report=_TEXT,
        traps=_TEXTS,
    )
    because = _table("question", "team", "answer", question=_TEXT, team=_TEXT, answer=_TEXT)
    criterion = _table(
        "id",
        "statement",
        "measure",
        "threshold",
        "unit",
        "comparison",
        "owner",
        "priority",
        "gate",
        "reason",
        "because",
        id=_TEXT,
        statement=_TEXT,
        measure=measure,
        threshold=_NUMBER,
        unit=_TEXT,
        owner=_TEXT,
        reason=_TEXT,
        comparison={"enum": ["at_least", "at_most"]},
        priority={"enum": [word.value for word in Priority]},
        gate={"enum": [word.value for word in Gate]},
        because=_rows(because),
    )
    entry = _table(
        "question",
        "class",
        "reason",
        question=_TEXT,
        reason=_TEXT,
        gap=_NUMBER,
        distance=_NUMBER,
        **{"class": {"enum": ["A", "B", "C", "confirm"]}},
    )
    team = _table("id", "name", "respondents", id=_TEXT, name=_TEXT, respondents=_COUNT, completed=_COUNT)
    section = _table("id", "title", id=_TEXT, title=_TEXT, comparable=_COUNT, not_comparable=_COUNT, median_gap=_NUMBER)
    body = _table(
        "round",
        "questionnaire",
        "conventions",
        "left_out",
        "team",
        "section",
        "question",
        "agenda",
        "criterion",
        round={"type": "integer", "minimum": 1},
        questionnaire=_table("id", "version", "fingerprint"),
        conventions=_table(),
        left_out=_table("files", "unknown", "incomparable"),
        team=_rows(team),
        section=_rows(section),
        question=_rows(question),
        agenda=_rows(entry),
        criterion=_rows(criterion),
        no_common_position=_rows(finding),
        applicability_conflict=_rows(finding),
        flagged=_TEXTS,
    )
    return _with_head(FileKind.RESULTS, body)


SCHEMAS: Final[dict[str, Callable[[], Schema]]] = {
    "response": lambda: _of_model(FileKind.RESPONSE, Response),
    "questionnaire": _questionnaire,
    "results": _results,
    "actuals": lambda: _of_model(FileKind.ACTUALS, Actuals),
    "tally": lambda: _of_model(FileKind.TALLY, CountedFile),
}
"""By the name that `maturity schema` takes."""
