"""How an entry on a decision or of a plan is written: a table of its own, below a comment that says it in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

import tomli_w

from questionnaires import Questionnaire, one_line
from questionnaires.decisions import Decision, PlanEntry
from questionnaires.text import clean
from questionnaires.words import SCHEMA, FileKind
from scoring.wording.decisions import outcome_words

_Value = str | int | Decimal | dt.date | list["_Value"] | dict[str, "_Value"]
_LONGEST_LINE: Final = 110
"""Characters of a list on one line: longer ones have a line for each value."""


def head_text(questionnaire: Questionnaire) -> str:
    """How a file of decisions on this questionnaire begins."""
    head = questionnaire.head
    reference = {"id": head.id, "version": head.version, "fingerprint": questionnaire.fingerprint}
    return tomli_w.dumps({"kind": FileKind.DECISIONS.value, "schema": SCHEMA, "questionnaire": reference})


def text_of(entry: Decision | PlanEntry, questionnaire: Questionnaire) -> str:
    """An entry that fits the questionnaire as it is written, its small tables below it."""
    kind = "decision" if isinstance(entry, Decision) else "plan"
    body = _body(entry)
    inner = {key: value for key, value in body.items() if _is_table(value)}
    parts = ["\n".join([*_comment(entry, questionnaire), f"[[{kind}]]", *_lines(body, without=inner)])]
    for key, value in inner.items():
        for table in value if isinstance(value, list) else [value]:
            assert isinstance(table, dict)
            header = f"[[{kind}.{key}]]" if isinstance(value, list) else f"[{kind}.{key}]"
            parts.append("\n".join([header, *_lines(table)]))
    return "".join(f"{part}\n" for part in "\n\n".join(parts).split("\n"))


def as_meant(entry: Decision | PlanEntry) -> Decision | PlanEntry:
    """The entry as it reads back: what could steer a terminal is taken out of its texts."""
    return type(entry).model_validate(_body(entry))


def _comment(entry: Decision | PlanEntry, questionnaire: Questionnaire) -> Iterator[str]:
    """What it is about, for whoever reads the file: `# Pausing – Endpoint, deputy Operations`."""
    if isinstance(entry, Decision):
        question = questionnaire.question_by_id.get(questionnaire.renamed.get(entry.question, entry.question))
        if question is not None:
            yield f"# {one_line(question.title)} – {one_line(outcome_words(questionnaire, entry))}"
    elif entry.criterion is not None:
        rule = entry.criterion.partition(".")[0]
        titles = [one.title for one in questionnaire.candidates if one.id == rule]
        yield from (f"# {one_line(title)}" for title in titles[:1])


def _body(entry: Decision | PlanEntry) -> dict[str, _Value]:
    found = _plain(entry.model_dump(mode="python", exclude_none=True, exclude_defaults=True))
    assert isinstance(found, dict)
    return found


def _plain(value: object) -> _Value:
    """The value in the types of a TOML file, its texts cleaned."""
    if isinstance(value, str):
        return clean(str(value))
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    assert isinstance(value, int | Decimal | dt.date)
    return value


def _is_table(value: _Value) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _lines(table: Mapping[str, _Value], without: Mapping[str, _Value] | None = None) -> Iterator[str]:
    return (f"{key} = {_written(value)}" for key, value in table.items() if key not in (without or {}))


def _written(value: _Value) -> str:
    """A value on one line where it has room there."""
    if isinstance(value, list):
        parts = [_written(item) for item in value]
        line = f"[{', '.join(parts)}]"
        return line if len(line) <= _LONGEST_LINE else "[\n" + "".join(f"    {part},\n" for part in parts) + "]"
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, Decimal):
        return f"{value:f}"
    return tomli_w.dumps({"v": value}).removeprefix("v = ").removesuffix("\n")
