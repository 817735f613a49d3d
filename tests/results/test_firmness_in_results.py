"""What the results say of leverage, of missing answers and of how firm the musts are; and that older files are read."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

import pytest

from maturity.results.model import Results, read_results
from questionnaires import InvalidFile
from questionnaires.words import Priority
from tests.given.example_results import example_document, example_results

NEW_OF_ENTRIES: Final = ("leverage", "leverage_says")


def of_an_older_version() -> dict[str, Any]:
    document = deepcopy(example_document())
    del document["to_ask"]
    for entry in document["agenda"]:
        for key in NEW_OF_ENTRIES:
            del entry[key]
    for criterion in document["criterion"]:
        criterion.pop("firm", None)
    return document


def test_results_of_an_older_version_are_read() -> None:
    found = read_results(of_an_older_version(), "results.toml")
    assert found.to_ask == ()
    assert {(entry.leverage, entry.leverage_says) for entry in found.agenda} == {(None, None)}
    assert {item.firm for item in found.criterion} == {None}


def test_every_must_and_nothing_else_says_how_firm_it_is() -> None:
    for item in example_results().criterion:
        assert (item.firm is not None) == (item.priority is Priority.MUST), item.id
        if item.firm is not None:
            # Four teams left out once each, and twenty turns.
            assert item.firm.variants == 24
            counts = [item.firm.threshold, item.firm.owner]
            assert all(0 <= count <= (item.firm.stays or 24) for count in counts if count is not None)


def test_what_rests_on_answers_says_so_and_what_does_not_does_not() -> None:
    for item in example_results().criterion:
        if item.firm is not None:
            assert (item.firm.threshold is not None) == bool(item.threshold_by_team), item.id
            assert (item.firm.owner is not None) == (item.owner_origin not in ("role", "to_be_named")), item.id
            assert (item.firm.stays is not None) == bool(item.findings), item.id


def test_three_answers_are_missed_most_in_falling_order() -> None:
    found = example_results().to_ask
    assert [(one.team, one.question, one.unheard) for one in found] == [
        ("service_desk", "ownership.lead_when_an_update_breaks", True),
        ("security", "ownership.resolve_conflicting_policies", False),
        ("application_owners", "ownership.test_business_scenarios", True),
    ]
    assert [one.mean for one in found] == sorted((one.mean for one in found), reverse=True)
    for one in found:
        assert one.mean == round(sum(one.changes) / len(one.changes), 4)


def test_a_missing_answer_is_of_a_question_that_the_file_has() -> None:
    document = deepcopy(example_document())
    document["to_ask"][0]["question"] = "ownership.gone"
    with pytest.raises(InvalidFile, match=r'to_ask\[0\].question: is "ownership.gone"'):
        read_results(document, "results.toml")


def test_the_agenda_stands_in_the_order_of_what_hangs_on_its_entries() -> None:
    def weight(results: Results) -> list[tuple[object, ...]]:
        return [
            (entry.urgency, -entry.leverage.pilot_musts, -entry.leverage.musts, -entry.leverage.others)
            for entry in results.agenda
            if entry.leverage
        ]

    found = weight(example_results())
    assert len(found) == len(example_results().agenda)
    assert found == sorted(found, key=lambda one: (["A", "B", "C", "confirm"].index(str(one[0])), *one[1:]))
