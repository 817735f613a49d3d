"""The first line of a judgement, in every grammatical form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.words import Gate
from scoring.criteria.gate import Judgement, Outcome
from scoring.wording.gate import headline
from tests.given.pilots import judged

PASS, FAIL, NOT_MEASURED, WAIVED = Outcome


def having(*outcomes: Outcome) -> Judgement:
    """A judgement on as many musts, with these outcomes."""
    (verdict,) = judged().verdicts
    return Judgement(Gate.LEAVE_PILOT, tuple(replace(verdict, outcome=outcome) for outcome in outcomes))


@pytest.mark.parametrize(
    ("outcomes", "says"),
    [
        ([], "Nothing to judge: these answers recommend no must for this gate."),
        ([PASS] * 10, "Yes: 10 of 10 musts pass."),
        ([PASS], "Yes: 1 of 1 must passes."),
        ([WAIVED], "Waived through: 0 of 1 must passes, 1 is waived."),
        ([WAIVED] * 3, "Waived through: 0 of 3 musts pass, 3 are waived."),
        ([FAIL], "Not yet: 0 of 1 must passes, 1 fails."),
        ([PASS] * 7 + [FAIL] * 2 + [NOT_MEASURED], "Not yet: 7 of 10 musts pass, 2 fail, 1 is not measured."),
        ([PASS] + [NOT_MEASURED] * 2, "Not yet: 1 of 3 musts passes, 2 are not measured."),
        ([FAIL] + [WAIVED] * 2, "Not yet: 0 of 3 musts pass, 1 fails, 2 are waived."),
        ([PASS] * 2 + [WAIVED], "Waived through: 2 of 3 musts pass, 1 is waived."),
    ],
)
def test_the_headline_says_it_in_plain_grammar(outcomes: list[Outcome], says: str) -> None:
    assert headline(having(*outcomes)) == says


@given(st.lists(st.sampled_from(Outcome), min_size=1, max_size=10))
def test_the_headline_says_yes_only_when_every_must_passes_and_none_is_waived(outcomes: list[Outcome]) -> None:
    is_open = set(outcomes) <= {PASS, WAIVED}
    answer = "Yes" if set(outcomes) == {PASS} else "Waived through" if is_open else "Not yet"
    assert headline(having(*outcomes)).startswith(f"{answer}: ")
