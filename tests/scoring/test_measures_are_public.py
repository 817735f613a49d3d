"""What `scoring.measures` offers. The tests read this table: a new name needs its row.

| name                  | of                         | range                  | not defined                         |
|-----------------------|----------------------------|------------------------|-------------------------------------|
| median                | one team, ordinal          | 0..K−1, half points    | without answers                     |
| middles               | one team, ordinal          | two options            | without answers                     |
| average_deviation     | one team, ordinal          | 0..(K−1)/2, points     | fewer than two answers              |
| ordinal_variation     | one team, ordinal          | 0..1                   | fewer than two answers              |
| gap                   | teams' positions           | 0..K−1, points         | fewer than two teams                |
| distance              | teams' positions           | 0..1                   | fewer than two teams                |
| shape                 | teams' positions           | a Shape                | fewer than two teams                |
| decompose             | teams, ordinal             | a Decomposition        | fewer than two teams with answers   |
| earth_movers_distance | two teams, ordinal         | 0..K−1, points         | one of them without answers         |
| fleiss_agreement      | one team, nominal          | 0..1                   | fewer than two answers              |
| pairwise_agreement    | teams, nominal             | 0..1                   | fewer than two teams with answers   |
| modes                 | one team, nominal          | options                | never; empty without answers        |
| krippendorff_alpha    | items, one value a person  | up to 1; 0 is chance   | nothing to pair, or nothing varies  |
| alpha_from_counts     | items, counts              | up to 1; 0 is chance   | nothing to pair, or nothing varies  |
| chance_within         | a number of answers        | 0..1                   | never                               |
| chance_of_medians     | the sizes of teams         | 0..1                   | never                               |
| Counts                | one team                   | a count for an option  | type                                |
| Shape                 | what shape gives           | kind and camps         | type                                |
| Decomposition         | what decompose gives       | parts are 0..1         | type                                |
| Metric                | what alpha is asked for    | four levels            | type                                |
"""

from __future__ import annotations

import re
from inspect import getdoc, isfunction
from typing import Final

import pytest

from scoring import measures

NAMES: Final = re.findall(r"^\| (\w+) +\|", __doc__, flags=re.MULTILINE)[1:]
FUNCTIONS: Final = [name for name in NAMES if isfunction(getattr(measures, name, None))]


def test_the_public_names_are_those_of_the_table() -> None:
    assert sorted(measures.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_measure_says_its_range_or_when_it_is_none(name: str) -> None:
    assert re.search(r"\b(Range|None)\b", getdoc(getattr(measures, name)) or "")
