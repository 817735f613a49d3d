"""The closed vocabularies of a results file that it spells out itself are those that scoring uses."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from maturity.results import values as words
from questionnaires.words import FindingKind
from scoring.conventions import BAND_ORDER
from scoring.measures import Metric


def test_bands_are_findings_in_their_order() -> None:
    assert [band.value for band in words.Band] == [kind.value for kind in BAND_ORDER]


@pytest.mark.parametrize("written", [words.Shape, words.Pattern])
def test_shapes_and_patterns_are_findings(written: Any) -> None:
    assert set(get_args(written)) <= {kind.value for kind in FindingKind}


def test_agreement_is_told_on_ordinal_and_nominal_scales() -> None:
    assert get_args(words.Scales) == (Metric.ORDINAL.value, Metric.NOMINAL.value)
