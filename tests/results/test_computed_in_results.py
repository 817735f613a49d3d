"""What the tool counts by itself in the results, in every text made of them, and in the template."""

from __future__ import annotations

import datetime as dt
import tomllib
from typing import Any

import pytest

from maturity.files.actuals_template import template
from maturity.files.trees import Tree
from maturity.reports.criteria import criterion_rows, now
from maturity.reports.gate import gate_text
from maturity.results.build import results
from maturity.results.model import Results, read_results
from maturity.results.writing import to_json, to_toml
from questionnaires import InvalidFile
from scoring import recommend
from scoring.criteria.counting import counts
from scoring.criteria.gate import judge
from tests.given.builders import compared
from tests.given.counted_criteria import QUESTIONNAIRE, agreed
from tests.given.pilots import TODAY, actuals

COMPARISON = compared(agreed(), QUESTIONNAIRE)
CRITERIA = recommend(COMPARISON)
OPEN = "“Attitude”, “Taste”, “Hours to stop”, “Days of watching”, “Days open” and “Days for the fleet”"


def made(*figures: dict[str, Any]) -> Results:
    """The results with the verdict on these figures."""
    judgement = judge(CRITERIA, actuals(*figures), TODAY, counts=counts(COMPARISON, CRITERIA))
    return results(COMPARISON, CRITERIA, judgement=judgement)


def test_without_any_figures_the_criteria_show_what_is_computed() -> None:
    found = {one.id: one for one in results(COMPARISON, CRITERIA).criterion}
    assert {name: now(one) for name, one in found.items() if now(one)} == {"owned": "1 of 1 now", "found": "0 of 6 now"}
    assert found["owned"].computed_says == "1 of 1, computed from the answers of round 1."
    assert found["found"].computed_says == f"0 of 6, computed from the answers of round 1; not yet: {OPEN}."
    assert (found["guarded"].counted, found["guarded"].computed) == (1, None)
    assert found["row"].computed is None


def test_a_criterion_in_full_says_what_is_counted_now() -> None:
    found = {one.id: dict(criterion_rows(one, TODAY)) for one in results(COMPARISON, CRITERIA).criterion}
    assert found["owned"]["Now"] == "1 of 1, computed from the answers of round 1."
    assert found["guarded"]["Counted"] == "Out of 1 by the answers of round 1: “Releasing”."


def test_the_verdict_marks_what_is_computed_and_names_what_is_not_settled() -> None:
    gate = made({"criterion": "stop", "numerator": 8, "date": TODAY, "by": "Kim", "cycle": 1}).gate
    assert gate is not None
    text = " ".join(gate_text(gate, 400).split())
    assert "100 %: 1 of 1, computed from the answers of round 1." in text
    assert f"0 %: 0 of 6, computed from the answers of round 1; not yet: {OPEN}." in text
    assert "1 cycle in a row, computed from the pilot's figures." in text
    verdicts = {one.criterion: one for one in gate.verdict}
    assert verdicts["owned"].computed is not None
    assert (verdicts["owned"].computed.value, verdicts["owned"].computed.passes) == (100, True)
    assert '"computed_says"' in to_json(gate)


def test_the_verdict_on_no_figures_says_so_first() -> None:
    gate = made().gate
    assert gate is not None
    assert gate_text(gate).splitlines()[0] == (
        "Not yet: 1 of 4 musts fails by the answers; nothing has been measured yet."
    )


def test_computed_figures_are_read_back() -> None:
    found = made({"criterion": "stop", "numerator": 8, "date": TODAY, "by": "Kim", "cycle": 1})
    assert read_results(tomllib.loads(to_toml(found)), "results.toml") == found


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"denominator": 9}, "computed.denominator: is 9, but numerator and open add up to 6"),
        ({"open": ["risk.lost"], "denominator": 1}, '"risk.lost", which is not among the questions of this file'),
    ],
)
def test_a_computed_figure_that_does_not_add_up_is_a_fault(change: Tree, fault: str) -> None:
    document: Any = tomllib.loads(to_toml(made()))
    found = next(one for one in document["criterion"] if one["id"] == "found")
    found["computed"] |= change
    with pytest.raises(InvalidFile) as refused:
        read_results(document, "results.toml")
    assert any(fault in str(one) for one in refused.value.faults)


def test_results_from_before_anything_was_computed_are_read() -> None:
    document: Any = tomllib.loads(to_toml(made()))
    for part in (*document["criterion"], *document["gate"]["verdict"]):
        for name in ("computed", "computed_says", "counted", "counted_says"):
            part.pop(name, None)
    assert read_results(document, "results.toml").criterion[0].computed is None


def test_the_template_asks_for_what_people_measure_and_for_nothing_else() -> None:
    text = template(COMPARISON, CRITERIA, dt.date(2026, 12, 31))
    assert [one["criterion"] for one in tomllib.loads(text)["actual"]] == ["stop", "guarded"]
    assert text.count("# counted by this tool: A criterion: 1 of 1\n") == 1
    assert text.count("# counted by this tool: A criterion: 0 of 6\n") == 1
    assert "# counted by this tool: Cycles in a row: from the figures below\n" in text
    assert "# denominator = 1  # counted by this tool\n" in text
