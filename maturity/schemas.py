"""JSON Schemas of the files, so that an editor can complete them and a program can check them."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from questionnaires.actuals import Actuals
from questionnaires.counts import CountedFile
from questionnaires.loading import TABLES
from questionnaires.model import Head
from questionnaires.response import Response
from questionnaires.words import SCHEMA, FileKind

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


def _results() -> Schema:
    """The schema of results, kept as a file: they are computed, so no model of theirs is ever read."""
    written = (resources.files("maturity") / "results.schema.json").read_text(encoding="utf-8")
    schema: Schema = json.loads(written)
    return schema


SCHEMAS: Final[dict[str, Callable[[], Schema]]] = {
    "response": lambda: _of_model(FileKind.RESPONSE, Response),
    "questionnaire": _questionnaire,
    "results": _results,
    "actuals": lambda: _of_model(FileKind.ACTUALS, Actuals),
    "tally": lambda: _of_model(FileKind.TALLY, CountedFile),
}
"""By the name that `maturity schema` takes."""
