"""The results of the examples, and the example files as TOML reads them, for tests that count by hand."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from maturity.files.examples import examples
from maturity.files.trees import Tree
from maturity.results.build import results
from maturity.results.model import Results
from maturity.results.writing import to_toml
from questionnaires import Questionnaire, builtin
from scoring import Comparison, compare, recommend, tally
from tests.given.builders import Voices, compared, small, voices_to


@cache
def example_comparison() -> Comparison:
    return compare(builtin(), tally(builtin(), list(examples())), 1)


@cache
def example_results() -> Results:
    return results(example_comparison(), recommend(example_comparison()))


def example_document() -> Tree:
    """The same as a file holds it, a document of its own for each test."""
    return plain(example_results())


def plain(found: Results) -> Tree:
    """Results as a file holds them: tables, lists, texts, numbers and dates."""
    return tomllib.loads(to_toml(found))


def asked(question: str, questionnaire: Questionnaire | None = None, /, **facets: Voices) -> Tree:
    """The question as a file of results holds it."""
    people = voices_to(questionnaire or small(), question, **facets)
    document = plain(results(compared(people, questionnaire), ()))
    found: Tree = next(item for item in document["question"] if item["id"] == question)
    return found


@cache
def example_documents() -> tuple[dict[str, Any], ...]:
    """The example files, read without any code of the product."""
    folder = resources.files("maturity.files.examples")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".toml")), key=lambda path: path.name)
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in paths)


def choices(question: str, facet: str) -> dict[str, list[int | str]]:
    """What every member of every team chose, by team, read from the files."""
    found: dict[str, list[int | str]] = {}
    for document in example_documents():
        choice = document["answers"].get(question, {}).get(facet)
        if choice is not None:
            found.setdefault(document["respondent"]["team"], []).append(choice)
    return found


def with_dates_as_text(value: Any) -> Any:
    """A document as JSON holds it."""
    if isinstance(value, dict):
        return {key: with_dates_as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [with_dates_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def every_value(value: object) -> Iterator[object]:
    """Every text, number and date of a tree, keys included."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from every_value(item)
    elif isinstance(value, list):
        for item in value:
            yield from every_value(item)
    else:
        yield value
