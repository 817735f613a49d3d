"""Whether a results file holds what it has to."""

from __future__ import annotations

from typing import Final

from maturity.trees import Tree
from questionnaires import Fault, expect
from questionnaires.words import FileKind

_PARTS: Final = {
    "round": int,
    "questionnaire": dict,
    "conventions": dict,
    "left_out": dict,
    **dict.fromkeys(("team", "section", "question", "agenda", "criterion"), list),
}
_OF_A_CRITERION: Final = ("id", "statement", "measure", "threshold", "unit", "owner", "priority", "gate", "reason")


def check_results(document: Tree, name: str) -> list[Fault]:
    """What a results file lacks: its parts, and of every criterion measure, threshold, owner and reason."""
    body = expect(document, FileKind.RESULTS, name)
    faults = [
        Fault(name, key, "is missing or of another kind; export the results again")
        for key, kind in _PARTS.items()
        if not isinstance(body.get(key), kind)
    ]
    criteria = body.get("criterion")
    faults += [
        Fault(name, f"criterion[{place}].{key}", "is missing; export the results again")
        for place, criterion in enumerate(criteria if isinstance(criteria, list) else [])
        for key in _OF_A_CRITERION
        if not isinstance(criterion, dict) or key not in criterion
    ]
    return faults
