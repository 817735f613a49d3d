"""A results file whose parts contradict each other is refused."""

from __future__ import annotations

import pytest

from maturity.files.trees import Tree
from maturity.results.model import read_results
from questionnaires import InvalidFile
from tests.given.written_files import whole_results

NOWHERE = "risk.nowhere"
ABSENT = f'is "{NOWHERE}", which is not among the questions of this file'


def faults(tree: Tree) -> list[str]:
    with pytest.raises(InvalidFile) as refused:
        read_results(tree, "some.toml")
    return [str(fault) for fault in refused.value.faults]


def without(question: str) -> Tree:
    """The results without one of their questions."""
    tree = whole_results()
    tree["question"] = [item for item in tree["question"] if item["id"] != question]
    return tree


@pytest.mark.parametrize("key", ["agenda", "no_common_position", "applicability_conflict"])
def test_lists_of_questions_name_only_those_that_are_there(key: str) -> None:
    tree = whole_results()
    entry = tree["question"][0]["findings"][0] if key != "agenda" else tree["agenda"][0]
    tree[key] = [*tree[key], entry | {"question": NOWHERE}]
    assert faults(tree) == [f"some.toml: {key}[{len(tree[key]) - 1}].question: {ABSENT}"]


def test_what_is_flagged_is_there() -> None:
    assert faults(whole_results() | {"flagged": [NOWHERE]}) == [f"some.toml: flagged[0]: {ABSENT}"]


@pytest.mark.parametrize("key", ["because", "fragile"])
def test_a_criterion_rests_on_questions_that_are_there(key: str) -> None:
    tree = whole_results()
    tree["criterion"][0][key][0]["question"] = NOWHERE
    assert faults(tree) == [f"some.toml: criterion[0].{key}[0].question: {ABSENT}"]


def test_what_moved_is_there() -> None:
    tree = whole_results()
    tree["movement"]["question"][0]["question"] = NOWHERE
    assert faults(tree) == [f"some.toml: movement.question[0].question: {ABSENT}"]


def test_what_was_not_asked_again_may_be_absent() -> None:
    tree = whole_results()
    place = next(n for n, moved in enumerate(tree["movement"]["question"]) if moved["step"] == "not_asked_again")
    tree["movement"]["question"][place]["question"] = NOWHERE
    assert read_results(tree, "some.toml").movement is not None


def test_every_place_that_names_a_lost_question_is_a_fault() -> None:
    found = faults(without("risk.taste"))
    assert [fault.split(": ")[1] for fault in found] == [
        "agenda[1].question",
        "criterion[1].because[0].question",
        "criterion[1].because[1].question",
        "movement.question[3].question",
    ]


def test_the_columns_of_a_section_add_up() -> None:
    tree = whole_results()
    place = next(n for n, section in enumerate(tree["section"]) if section["id"] == "risk")
    said = tree["section"][place]["comparable"]
    tree["section"][place]["close"] += 2
    assert faults(tree) == [
        f"some.toml: section[{place}].comparable: is {said}, but the four columns add up to {said + 2}"
    ]


@pytest.mark.parametrize("outcome", ["pass", "fail", "not_measured", "waived"])
def test_the_musts_of_the_gate_are_those_of_its_verdicts(outcome: str) -> None:
    tree = whole_results()
    counted = tree["gate"]["musts"][outcome]
    tree["gate"]["musts"][outcome] += 1
    sentence = f"is {counted + 1}, but {counted} of the verdicts on musts say so"
    assert faults(tree) == [f"some.toml: gate.musts.{outcome}: {sentence}"]


def test_no_more_faults_are_named_than_of_any_other_file() -> None:
    tree = whole_results()
    tree["flagged"] = [NOWHERE] * 391
    assert len(faults(tree)) == 20
    assert faults(tree)[-1].endswith("; and 371 more like it")


def test_the_keys_of_a_question_are_as_many_as_its_options() -> None:
    tree = whole_results()
    place, item = next((n, item) for n, item in enumerate(tree["question"]) if item.get("keys"))
    given = len(item["keys"])
    item["keys"] = [*item["keys"], "one_more"]
    assert faults(tree) == [
        f"some.toml: question[{place}].keys: has {given + 1} entries, but the scale has {given} options"
    ]
