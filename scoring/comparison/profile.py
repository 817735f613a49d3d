"""One team by itself: what it says, and what it may want to prepare before teams are compared."""

from __future__ import annotations

from dataclasses import dataclass

from questionnaires import Questionnaire
from questionnaires.words import Kind
from scoring.comparison.catalogue import TO_PREPARE
from scoring.comparison.compare import Comparison, compare
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.counts.tally import Tally


@dataclass(frozen=True, slots=True)
class TeamProfile:
    """One team's own scoring. `comparison` holds this team only; `prepare` are the findings it can
    work on alone."""

    team: str
    comparison: Comparison
    prepare: tuple[Finding, ...]

    def of_kind(self, kind: Kind) -> tuple[QuestionComparison, ...]:
        """The questions of a kind, in the order in which they are asked."""
        return tuple(item for item in self.comparison.questions if item.question.kind is kind)


def profile(questionnaire: Questionnaire, counted: Tally, team: str, round_number: int) -> TeamProfile:
    """The profile of a team from the counts of any set of responses."""
    alone = compare(questionnaire, counted.only(team), round_number)
    found = [finding for item in alone.questions for finding in item.findings]
    prepare = tuple(finding for kind in TO_PREPARE for finding in found if finding.kind is kind)
    return TeamProfile(team, alone, prepare)
