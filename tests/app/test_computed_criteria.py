"""What the tool counts by itself, in the list of criteria and in a criterion in full."""

from __future__ import annotations

from maturity.app.screens.comparison_lists import criterion_entries
from maturity.app.screens.detail import criterion_detail
from maturity.results.build import results
from scoring import recommend
from scoring.criteria.counting import counts
from scoring.criteria.gate import judge
from tests.given.builders import compared
from tests.given.counted_criteria import QUESTIONNAIRE, agreed
from tests.given.pilots import TODAY, actuals

COMPARISON = compared(agreed(), QUESTIONNAIRE)
CRITERIA = recommend(COMPARISON)
OWNED = "1 of 1, computed from the answers of round 1."


def test_the_list_says_how_much_is_settled_now_and_only_of_what_is_computed() -> None:
    entries = criterion_entries(results(COMPARISON, CRITERIA))
    shown = {entry.id: " ".join(map(str, entry.parts)) for entry in entries if entry.id}
    assert "1 of 1 now" in shown["criterion:owned"]
    assert "0 of 6 now" in shown["criterion:found"]
    assert [name for name, words in shown.items() if " now" in words] == ["criterion:owned", "criterion:found"]


def test_a_criterion_in_full_says_it_once_with_a_verdict_and_without() -> None:
    judgement = judge(CRITERIA, actuals(), TODAY, counts=counts(COMPARISON, CRITERIA))
    for found in (results(COMPARISON, CRITERIA), results(COMPARISON, CRITERIA, judgement=judgement)):
        criterion = next(one for one in found.criterion if one.id == "owned")
        verdict = next((one for one in found.gate.verdict if one.criterion == "owned"), None) if found.gate else None
        lines = [str(part) for part in criterion_detail(criterion, verdict).parts]
        assert sum(OWNED in line for line in lines) == 1
