"""The sentences that findings are told in: each is made of a comparison and one finding in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from questionnaires import Scale
from scoring.comparison.answers import place_in_words
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import FacetComparison
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.wording.words import listed


@dataclass(frozen=True, slots=True)
class Told:
    """One finding, the short `word` for it, and the question of a comparison that it was found on."""

    comparison: Comparison
    item: QuestionComparison
    finding: Finding
    word: str

    @property
    def scale(self) -> Scale:
        """The scale that the question is answered on."""
        return self.comparison.questionnaire.scale_by_id[self.item.question.scale]

    @property
    def facet(self) -> FacetComparison:
        """The ordinal facet that the finding is about."""
        compared = self.item.facet(self.finding.facet) if self.finding.facet else None
        assert compared is not None
        return compared

    def teams(self, teams: Iterable[str]) -> str:
        """Some teams, by their labels, as a list in words."""
        return listed(self.comparison.label(team) for team in teams)

    def at(self, compared: FacetComparison, team: str) -> str:
        """Where a team with an answer stands: its middle answer in words."""
        return place_in_words(self.scale, compared.positions[team])


Sentence = Callable[[Told], str]


def always(words: str) -> Sentence:
    """The same words, whoever is concerned."""
    return lambda _told: words


def of_teams(one: str, many: str) -> Sentence:
    """A sentence with `{teams}` in it, for one team and for several."""

    def sentence(told: Told) -> str:
        teams = told.finding.teams
        return (one if len(teams) == 1 else many).format(teams=told.teams(teams))

    return sentence
