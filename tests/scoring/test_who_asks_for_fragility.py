"""Fragility costs several times what a comparison does: only those who show it ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.files.workspace import Workspace
from maturity.rounds.next_round import to_settle_here
from maturity.rounds.round import round_of
from questionnaires import Scale
from scoring import QuestionComparison, compare, tally
from scoring.comparison.profile import profile
from scoring.fragility import changes
from scoring.fragility.changes import Changed
from tests.given.builders import small
from tests.given.rounds import AGENDA, first_round, handed_in


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions on which single changes were tried out to see what they would change."""
    questions: list[str] = []

    def noting(item: QuestionComparison, scale: Scale) -> Iterator[Changed]:
        questions.append(item.question.id)
        return changes.single_changes(item, scale)

    monkeypatch.setattr("scoring.fragility.shared.single_changes", noting)
    return questions


def test_a_comparison_tries_out_no_change(tried: list[str]) -> None:
    compare(small(), tally(small(), first_round()), 1)
    assert tried == []


def test_a_profile_tries_out_no_change(tried: list[str]) -> None:
    profile(small(), tally(small(), first_round()), "endpoint", 1)
    assert tried == []


def test_what_the_next_round_takes_up_is_found_without_trying_out_a_change(tried: list[str], tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    assert to_settle_here(Workspace(tmp_path, small()), 2).questions == AGENDA
    assert tried == []


def test_a_round_that_is_shown_tries_each_question_once(tried: list[str], tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    (tmp_path / "no-file.toml").write_text("= left out, so that no other test has shown this round")
    found = round_of(gather([tmp_path], small()), small(), 1)
    assert found.results().fragile.fragile == len(found.fragile.flips)
    assert tried
    assert len(tried) == len(set(tried))
