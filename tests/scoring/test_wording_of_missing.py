"""How much hangs on a missing answer, in plain grammar."""

from __future__ import annotations

import pytest

from questionnaires.words import Facet
from scoring.firmness.missing import Missing
from scoring.wording.firmness import missing_sentence
from tests.given.builders import compared


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((1, 1, 1), "1 criterion on average (over 3 options)"),
        ((0, 1, 2), "1 criterion on average (0 to 2, over 3 options)"),
        ((2, 2), "2 criteria on average (over 2 options)"),
        ((0, 1), "0.5 criteria on average (0 to 1, over 2 options)"),
    ],
)
def test_how_many_criteria_would_change_is_said_in_plain_grammar(changes: tuple[int, ...], says: str) -> None:
    found = Missing("security", "ownership.pause", Facet.OWNER, changes, is_heard=True)
    assert missing_sentence(compared([]), found) == f"Ask Security about “Pausing”: its answer would change {says}."


def test_who_has_not_been_heard_yet_is_told_so() -> None:
    found = Missing("security", "ownership.pause", Facet.OWNER, (2, 2), is_heard=False)
    assert missing_sentence(compared([]), found).startswith("Ask Security, not heard yet, about “Pausing”: its answer")
