"""The example with the figures of three cycles, as somebody wrote them into a file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from maturity.results.build import results
from maturity.results.gate import GateResults
from maturity.results.model import Results
from questionnaires.actuals import read_actuals
from scoring import recommend
from scoring.criteria.counting import counts
from scoring.criteria.gate import judge
from tests.given.example_results import example_comparison
from tests.given.pilots import TODAY

THREE_CYCLES: Final = Path(__file__).parent / "actuals" / "three-cycles.toml"


@cache
def three_cycles() -> Results:
    """What the comparison and the gate say of them."""
    comparison, criteria = example_comparison(), recommend(example_comparison())
    found = counts(comparison, criteria)
    document = tomllib.loads(THREE_CYCLES.read_text(encoding="utf-8"))
    judgement = judge(criteria, read_actuals(document, THREE_CYCLES.name), TODAY, counts=found)
    return results(comparison, criteria, judgement=judgement)


def gate_of_three_cycles() -> GateResults:
    """The verdict alone."""
    gate = three_cycles().gate
    assert gate is not None
    return gate
