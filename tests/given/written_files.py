"""The files that the tool writes, as documents: with everything that can be in them."""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

from maturity.files.actuals_template import template
from maturity.files.documents import json_text
from maturity.files.gathering import gather
from maturity.files.schemas import schema_text
from maturity.files.tallies import tally_document
from maturity.files.trees import Tree
from maturity.results.writing import to_toml
from maturity.rounds.round import Round, round_of
from questionnaires.actuals import read_actuals
from tests.given.builders import criterion, small
from tests.given.rounds import both_rounds

LAST_DAY: Final = dt.date(2026, 12, 31)

STOP: Final = criterion(
    "stop",
    threshold='{ question = "risk.soak", default = 3, unit = "days", one = "day", comparison = "at_least",'
    ' basis = "ours", sources = ["page"] }',
).replace("measure = {", 'measure = { by = ["ring", "cycle"],')
ONE_VIEW: Final = criterion(
    "one_view",
    statement='"{question}: one view."',
    when='{ findings = ["far_apart"], questions = ["risk.*"], each = true }',
    owner='{ task = "ownership.pause" }',
)
RULES: Final = STOP + ONE_VIEW


@cache
def everything() -> Round:
    """A second round of the small questionnaire, with the first one carried over and the pilot's figures judged."""
    with tempfile.TemporaryDirectory() as folder:
        gathered = gather([both_rounds(Path(folder))], small(RULES))
    return with_figures(round_of(gathered, small(RULES), 2, 1, carrying=True))


def with_figures(found: Round) -> Round:
    """The round, judged by its own template, filled in."""
    return found.judged(read_actuals(filled_in(found), "pilot.toml"), "pilot.toml", LAST_DAY)


def filled_in(found: Round) -> dict[str, Any]:
    """The template of the gate as somebody fills it in: one of one, in one ring and one cycle, one criterion waived."""
    text = template(found.comparison, found.criteria, LAST_DAY).replace("rings = []", 'rings = ["first"]')
    text = re.sub(r"^# (numerator|denominator) = $", r"\1 = 1", text, flags=re.MULTILINE)
    text = re.sub(r'^# by = ""$', 'by = "Kim"\nreport = "A list."', text, flags=re.MULTILINE)
    text = re.sub(r"^# (date|cycle) = ([0-9-]+)", r"\1 = \2", text, flags=re.MULTILINE)
    text = re.sub(r'^# ring = "…"', 'ring = "first"', text, flags=re.MULTILINE)
    text += f'[[waiver]]\ncriterion = "{found.criteria[0].id}"\nby = "Sam"\nuntil = {LAST_DAY}\nreason = "A drill."\n'
    document: dict[str, Any] = tomllib.loads(text)
    return document


def whole_results() -> Tree:
    """The results of that round as a file holds them, a document of its own for each test."""
    return tomllib.loads(_written_results())


@cache
def _written_results() -> str:
    return to_toml(everything().results())


def tally_of(found: Round) -> Tree:
    return tally_document(found.comparison.questionnaire, found.counted, found.people, found.comparison.round)


def faults_by_schema(name: str, document: Tree) -> list[str]:
    """What a schema finds wrong with a document, each with its place."""
    plain = json.loads(json_text(document))
    return [f"{error.json_path}: {error.message}" for error in validator_of(name).iter_errors(plain)]


@cache
def validator_of(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text(name)))
