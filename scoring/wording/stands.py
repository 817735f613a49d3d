"""Where teams stand on a question, in a few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from questionnaires import Questionnaire
from questionnaires.words import FindingKind
from scoring.comparison.catalogue import CATALOGUE, Family
from scoring.comparison.stands import Stand
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed, steps, where_words

_HOW_FAR: Final = (Family.BAND, Family.SHAPE, Family.PATTERN, Family.PREREQUISITE)

_ELSEWHERE: Final = (FindingKind.UNKNOWN, FindingKind.OFFER_UNKNOWN)
"""What is no matter of these teams' answers: who does not know, and what the service does not say."""


def state_in_words(questionnaire: Questionnaire, stand: Stand) -> str:
    """`far apart (4 steps on control needed, two camps; blocker)`: how far apart the teams are, and what else was found
    on their answers."""
    beside = list(_beside(stand))
    widest = stand.widest
    if widest is None:
        found = (finding.kind for finding in stand.item.findings if CATALOGUE[finding.kind].family in _HOW_FAR)
        # Where each of the teams mostly does not know, nothing is found of what the few others in them say.
        word = next((FINDING_WORDS[kind] for kind in found), FINDING_WORDS[FindingKind.UNKNOWN])
        return f"{word} ({', '.join(beside)})" if beside else word
    if widest.gap:
        said = [f"{steps(widest.gap)}{where_words(widest.facet)}", FINDING_WORDS[widest.shape.kind]]
    else:
        said = ["all alike" if _is_unanimous(stand) else "the same middle answers"]
    if stand.torn:
        said.append(f"no common position inside {listed(questionnaire.team_by_id[team].label for team in stand.torn)}")
    details = "; ".join(", ".join(part) for part in (said, beside) if part)
    return f"{FINDING_WORDS[FindingKind(widest.band)]} ({details})"


def _is_unanimous(stand: Stand) -> bool:
    """Whether not only the middle answers are alike but every single one, on each facet."""
    return all(
        sum(any(column) for column in zip(*(cell.counts for cell in row.values()), strict=True)) <= 1
        for row in stand.item.cells.values()
    )


def _beside(stand: Stand) -> Iterator[str]:
    """What was found besides how far apart the teams are, where it takes a place on the agenda."""
    kinds = dict.fromkeys(finding.kind for finding in stand.item.findings)
    for kind in kinds:
        row = CATALOGUE[kind]
        if row.column is not None and row.family not in _HOW_FAR and kind not in _ELSEWHERE:
            yield FINDING_WORDS[kind]
