"""Makes the JSON Schemas of the files, by which an editor completes and explains them and a program checks them.

`python -m tests.given.schemas` writes them where they ship; a test says when that was forgotten.
"""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core.core_schema import DictSchema, ModelSchema

from maturity.cli.kinds import KINDS
from maturity.files import schemas
from maturity.files.documents import json_text
from questionnaires.largest import MOST_ENTRIES
from questionnaires.loading import TABLES
from questionnaires.model import Head
from questionnaires.words import SCHEMA, FileKind

Schema = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


class _Explained(GenerateJsonSchema):
    """Adds to each property what the docstring below its field says.

    Pydantic can keep these docstrings itself, but reads the sources for them at every start of the program.
    """

    def model_schema(self, schema: ModelSchema) -> Schema:
        found = super().model_schema(schema)
        for part in reversed(schema["cls"].__mro__):
            if issubclass(part, BaseModel) and part is not BaseModel:
                for field, says in _docstrings(part).items():
                    name = part.model_fields[field].alias or field
                    found["properties"][name].setdefault("description", says)
        return found

    def dict_schema(self, schema: DictSchema) -> Schema:
        """What a pattern for keys leaves out, the reader refuses."""
        found = super().dict_schema(schema)
        return found | {"additionalProperties": False} if "patternProperties" in found else found


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """By field, the string that stands below it in the source."""
    (body,) = (part.body for part in ast.parse(inspect.getsource(model)).body if isinstance(part, ast.ClassDef))
    return {
        field.target.id: inspect.cleandoc(str(below.value.value))
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    }


def _of_model(kind: FileKind, model: type[BaseModel]) -> Schema:
    """The schema of a file that is one model below its first two lines."""
    return _with_head(kind, model.model_json_schema(schema_generator=_Explained))


def _with_head(kind: FileKind, body: Schema) -> Schema:
    """Adds what the schema is called, and kind and schema, the first two lines of every file."""
    head = {
        "kind": {"const": kind.value, "description": "What kind of file this is; the first line of the file."},
        "schema": {"const": SCHEMA, "description": "The number of the schema that the file follows; the second line."},
    }
    return {
        "$schema": _DIALECT,
        "$id": f"urn:maturity:{kind}:{SCHEMA}",
        **body,
        "title": f"maturity: {kind}, schema {SCHEMA}",
        "properties": {**head, **body["properties"]},
        "required": [*head, *body.get("required", [])],
    }


_QUESTION: Final = r"^[a-z0-9_]{1,60}\.[a-z0-9_]{1,60}$"


def _questionnaire() -> Schema:
    """One file of a questionnaire's folder: any of its tables, none of them required."""
    models: dict[str, type[BaseModel]] = {"questionnaire": Head, **TABLES}
    references, definitions = models_json_schema(
        [(model, "validation") for model in models.values()], schema_generator=_Explained
    )
    properties: Schema = {}
    for table, model in models.items():
        reference = references[model, "validation"]
        says = {"description": definitions["$defs"][model.__name__]["description"]}
        rows = {"type": "array", "items": reference, "maxItems": MOST_ENTRIES.get(table)}
        properties[table] = {**reference, **says} if model is Head else {**rows, **says}
    properties["renamed"] = {
        "type": "object",
        "maxProperties": MOST_ENTRIES["renamed"],
        "patternProperties": {_QUESTION: {"type": "string", "pattern": _QUESTION}},
        "additionalProperties": False,
        "description": "By the old id of a question, the id that it has now.",
    }
    body = {
        "type": "object",
        "description": "One file of a questionnaire, which is a folder of them; each table may stand in any.",
        "additionalProperties": False,
        "properties": properties,
        **definitions,
    }
    return _with_head(FileKind.QUESTIONNAIRE, body)


def made(name: str) -> str:
    """The schema of a kind of file as its models have it now, as it is shipped and printed."""
    model = KINDS[name].model()
    return json_text(_of_model(FileKind(name), model) if model else _questionnaire())


def main() -> None:
    """Writes every schema beside the code that hands it out."""
    for name in KINDS:
        Path(schemas.__file__).with_name(f"{name}.json").write_text(made(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
