"""The closed vocabularies of a results file are those that scoring uses."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_args

import pytest

from maturity.results import values as words
from questionnaires.words import FindingKind
from scoring.comparison.catalogue import Listing
from scoring.comparison.claims import Boundary
from scoring.comparison.ownership import OwnerOrigin
from scoring.comparison.rounds import Step
from scoring.comparison.thresholds import Origin
from scoring.conventions import AgendaClass, Band, Evidence, SpreadBand
from scoring.criteria.gate import Outcome
from scoring.fragility.criteria import Effect
from scoring.measures import Metric


@pytest.mark.parametrize(
    ("written", "computed"),
    [
        (words.AgendaClass, AgendaClass),
        (words.Band, Band),
        (words.Boundary, Boundary),
        (words.Effect, Effect),
        (words.Evidence, Evidence),
        (words.Listed, Listing),
        (words.Origin, Origin),
        (words.Outcome, Outcome),
        (words.OwnerOrigin, OwnerOrigin),
        (words.SpreadBand, SpreadBand),
        (words.Step, Step),
    ],
)
def test_a_vocabulary_is_the_one_that_scoring_uses(written: Any, computed: type[StrEnum]) -> None:
    assert get_args(written) == tuple(item.value for item in computed)


@pytest.mark.parametrize("written", [words.Shape, words.Pattern])
def test_shapes_and_patterns_are_findings(written: Any) -> None:
    assert set(get_args(written)) <= {kind.value for kind in FindingKind}


def test_agreement_is_told_on_ordinal_and_nominal_scales() -> None:
    assert get_args(words.Metric) == (Metric.ORDINAL.value, Metric.NOMINAL.value)
