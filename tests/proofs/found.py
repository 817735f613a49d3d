"""Whether all that the rules lead to is found, and nothing else: the rules worked out twice."""

from __future__ import annotations

from collections.abc import Iterator

from questionnaires.words import FindingKind
from tests.proofs.agenda_rules import class_on
from tests.proofs.rules import found_on
from tests.proofs.said import Case

F = FindingKind
_SHAPES = {F.UNANIMOUS, F.ADJACENT, F.LONE_DISSENTER, F.TWO_CAMPS, F.SPREAD}


def differences(case: Case) -> Iterator[tuple[str, str]]:
    """What is found and should not be, or should be and is not; each with its question."""
    agenda = {entry.question: entry.urgency.value for entry in case.results.agenda}
    for item in case.results.question:
        question = case.reading.question(item.id)
        said = {finding.kind for finding in item.findings} - _SHAPES
        ruled = found_on(case.reading, question)
        yield from ((f"found and not so: {kind.value}", item.id) for kind in sorted(said - ruled))
        yield from ((f"so and not found: {kind.value}", item.id) for kind in sorted(ruled - said))
        if said == ruled and agenda.get(item.id, "") != class_on(case.reading, question):
            yield f"on the agenda as {agenda.get(item.id) or 'nothing'}", item.id
