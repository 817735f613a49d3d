"""One team by itself: its own results, and what it may want to prepare."""

from __future__ import annotations

from maturity.results.build import results
from maturity.results.build_findings import finding_results
from maturity.results.findings import Finding
from maturity.results.made import ResultsModel
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.results.sections import TeamResults
from maturity.results.values import MOST_ENTRIES, Text
from questionnaires import Questionnaire, Response
from questionnaires.parts import several
from questionnaires.words import BASIS_FROM, Facet, Kind
from scoring import Comparison, Tally, tally
from scoring.comparison.findings import Finding as FindingFound
from scoring.comparison.profile import profile
from scoring.fragility.fragile import UNKNOWN
from scoring.wording.preparing import prepare_sentence


class Prepared(ResultsModel):
    """One thing to prepare."""

    finding: Finding
    """What it is about."""
    says: Text
    """What to prepare, in a sentence."""


class Profile(ResultsModel):
    """One team's own scoring."""

    results: Results
    """What the team says, compared with nobody."""
    prepare: tuple[Prepared, ...] = several(max_length=MOST_ENTRIES)
    """What it can work on alone, the weightiest first."""

    @property
    def team(self) -> TeamResults:
        """The one team that the profile is of."""
        (team,) = self.results.team
        return team

    def of_kind(self, kind: Kind) -> tuple[QuestionResults, ...]:
        """The questions of a kind, in the order in which they are asked."""
        return tuple(item for item in self.results.question if item.kind is kind)

    def basis(self, item: QuestionResults) -> str:
        """What a high need rests on, or that nobody says so; empty where no need is high."""
        needed = next((entry for name, entry in item.answers_of(self.team.id) if name is Facet.NEEDED), None)
        if needed is None or not sum(needed.counts[BASIS_FROM:]):
            return ""
        said = item.bases_say.get(self.team.id, "no basis is given")
        return f"the need rests on {said.removeprefix('by ')}" if said.startswith("by ") else said

    def view(self, item: QuestionResults, facet: Facet) -> float | None:
        """The team's position; None where its members have no common one, so that no median passes for it."""
        return next((entry.view for name, entry in item.answers_of(self.team.id) if name is facet), None)


def profile_results(questionnaire: Questionnaire, counted: Tally, team: str, round_number: int) -> Profile:
    """The profile of a team that has answered, from the counts of any set of responses."""
    found = profile(questionnaire, counted, team, round_number)
    return Profile(
        results=results(found.comparison, (), fragile=UNKNOWN),
        prepare=tuple(_prepared(found.comparison, finding) for finding in found.prepare),
    )


def _prepared(comparison: Comparison, finding: FindingFound) -> Prepared:
    found = finding_results(comparison, UNKNOWN, finding)
    return Prepared(finding=found, says=prepare_sentence(comparison, finding))


def profile_of(questionnaire: Questionnaire, response: Response) -> Profile:
    """What one person says alone."""
    who = response.respondent
    return profile_results(questionnaire, tally(questionnaire, [response]), who.team, who.round)
