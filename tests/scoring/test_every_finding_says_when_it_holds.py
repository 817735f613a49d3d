"""The catalogue of findings as sentences: a word, a sentence and the condition under which both are true."""

from __future__ import annotations

from questionnaires.words import FindingKind
from scoring.comparison.catalogue import CATALOGUE
from scoring.wording.findings import FINDING_HOLDS, FINDING_WORDS


def test_every_kind_of_finding_has_a_word_and_a_condition_of_its_own() -> None:
    assert set(FINDING_WORDS) == set(FINDING_HOLDS) == set(CATALOGUE) == set(FindingKind)
    assert len(set(FINDING_WORDS.values())) == len(set(FINDING_HOLDS.values())) == len(FindingKind)
    assert all(len(condition) > 20 and not condition.endswith(".") for condition in FINDING_HOLDS.values())


def test_conditions_read_on_in_a_sentence() -> None:
    assert [condition for condition in FINDING_HOLDS.values() if not condition[0].islower()] == []
