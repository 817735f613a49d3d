"""A results file is read whole: what is missing, unknown or of another kind is refused, all of it at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

import pytest

from maturity.files.documents import json_text
from maturity.files.trees import Tree
from maturity.results.model import read_results
from questionnaires import InvalidFile
from tests.given.written_files import validator_of, whole_results

Path = tuple[str | int, ...]
MISSING: Final = "is missing; add it"
LOST: Final = "is missing; the file may have been cut off, ask for it or export it again"
UNKNOWN: Final = "is not a known key; remove it or correct its name"


def faults(document: Tree) -> list[str]:
    """The faults of a results file; none when it is read."""
    try:
        read_results(document, "some.toml")
    except InvalidFile as error:
        return [str(fault) for fault in error.faults]
    return []


def places(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every value of a tree with its place; of a list, only what stands in its first entry."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def first_rows(value: Any) -> Any:
    """A tree with the first of each list of tables alone: the schema takes long, and judges each by itself."""
    if isinstance(value, dict):
        return {key: first_rows(item) for key, item in value.items()}
    if isinstance(value, list):
        return [first_rows(value[0])] if value and isinstance(value[0], dict) else value
    return value


def at(tree: Any, path: Path) -> Any:
    for part in path:
        tree = tree[part]
    return tree


def key(path: Path) -> str:
    """A place as a fault names it."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def as_json() -> Tree:
    tree: Tree = json.loads(json_text(whole_results()))
    return tree


def changed(path: Path, **change: Any) -> Tree:
    """The results with other keys in the table at a place."""
    tree = as_json()
    at(tree, path).update(change)
    return tree


def test_what_was_computed_is_sound() -> None:
    assert faults(whole_results()) == []


def test_a_key_is_missed_by_the_reader_where_it_is_by_the_schema() -> None:
    tree = as_json()
    differing, refused, validator = [], 0, validator_of("results")
    assert validator.is_valid(first_rows(tree))
    seen: set[tuple[str, ...]] = set()
    for path, _ in places(tree):
        shape = tuple(part for part in path if isinstance(part, str))
        # The first of many rows of one kind stands for all.
        if isinstance(path[-1], int) or path in (("kind",), ("schema",)) or shape in seen:
            continue
        seen.add(shape)
        without = deepcopy(tree)
        del at(without, path[:-1])[path[-1]]
        fits = validator.is_valid(first_rows(without))
        refused += not fits
        message = LOST if len(path) == 1 else MISSING
        found = [] if fits else [f"some.toml: {key(path)}: {message}"]
        # Without a question, or a verdict, what refers to it is left: that is another test's matter.
        if faults(without) != found and path not in (("question",), ("gate", "verdict")):
            differing.append((path, faults(without)))
    assert differing == []
    assert refused > 150


def test_no_table_takes_a_key_that_it_does_not_know() -> None:
    for path, value in places(as_json()):
        if isinstance(value, dict) and not FREE.intersection(path) and path not in BY_FINDING:
            assert faults(changed(path, colour="red")) == [f"some.toml: {key((*path, 'colour'))}: {UNKNOWN}"]


FREE: Final = frozenset(
    {
        "answers",
        "teams",
        "terms",
        "unknown",
        "incomparable",
        "flags",
        "named",
        "bases",
        "differences",
        "threshold_by_team",
    }
    | {"questions", "lapsed"}
)
"""Tables by team, by question or by word, whose keys are nobody's to know."""

BY_FINDING: Final = (("conventions", "agenda"), ("conventions", "agenda_at_high_impact"))
"""Tables whose keys are kinds of finding."""


def test_what_is_of_another_kind_is_named_wherever_it_stands() -> None:
    tree = as_json()
    for path, value in places(tree):
        wrong: object = {"surely": "wrong"} if isinstance(value, str | int | float | list) else "surely wrong"
        spoilt = deepcopy(tree)
        at(spoilt, path[:-1])[path[-1]] = wrong
        found = faults(spoilt)
        assert found, path
        assert all(fault.startswith(f"some.toml: {key(path)}") for fault in found), (path, found)


@pytest.mark.parametrize(
    ("path", "change", "sentence"),
    [
        (("conventions", "agenda"), {"colour": "red"}, 'conventions.agenda.colour: is "colour"; it must be one of'),
        ((), {"round": "1"}, 'round: is "1"; a whole number was expected'),
        ((), {"round": 0}, "round: is 0; the smallest allowed is 1"),
        ((), {"agenda": "none"}, 'agenda: is "none"; a list was expected'),
        (("question", 0, "facet", 0), {"gap": "2"}, 'question[0].facet[0].gap: is "2"; a number was expected'),
        (("question", 0, "facet", 0), {"gap": True}, "question[0].facet[0].gap: is true; a number was expected"),
        (("question", 0, "facet", 0), {"gap": 10**400}, "gap: is a very large number; a number was expected"),
        (("question", 0, "facet", 0), {"gap": float("nan")}, "gap: is nan; a number was expected"),
        (("question", 0, "facet", 0), {"agreement": 1.5}, "agreement: is 1.5; the largest allowed is 1"),
        (("agenda", 0), {"class": "D"}, "agenda[0].class: is \"D\"; it must be one of 'A', 'B', 'C' or 'confirm'"),
        (("criterion", 0, "source", 0), {"dated": 0}, "source[0].dated: is 0; a date was expected, such as 2026-11-21"),
        (("criterion", 0, "source", 0), {"dated": "lately"}, 'dated: is "lately"; a date was expected'),
        (("criterion", 0), {"reason": ""}, "criterion[0].reason: must not be empty"),
        (("team", 0), {"id": "An id"}, 'team[0].id: is "An id"; only small letters, digits'),
    ],
)
def test_a_fault_says_what_is_wrong_in_a_sentence(path: Path, change: Tree, sentence: str) -> None:
    fault = faults(changed(path, **change))[0]
    assert sentence in fault


def test_all_faults_are_named_at_once() -> None:
    tree = changed((), round=1000, colour="red")
    del tree["criterion"][1]["threshold"], tree["made_by"]
    tree["question"][0]["kind"] = "riddle"
    assert [fault.partition(": ")[2].partition(": ")[0] for fault in faults(tree)] == [
        "round",
        "made_by",
        "question[0].kind",
        "criterion[1].threshold",
        "colour",
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"schema": 2}, "schema: is 2, but this version of maturity reads up to 1; update maturity to read this file"),
        ({"schema": "1"}, "schema: must be a whole number; this version writes 1"),
        ({"kind": "response"}, 'kind: a file with kind = "results" was expected; this one says "response"'),
    ],
)
def test_another_kind_or_schema_is_refused(change: Tree, sentence: str) -> None:
    assert faults(whole_results() | change) == [f"some.toml: {sentence}"]
