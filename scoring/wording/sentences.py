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

    def all_of(self, teams: int, what: str = "answered") -> str:
        """`both teams that answered`, `all 3 teams that answered`."""
        return f"{'both' if teams == 2 else f'all {teams}'} teams that {what}"


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


def of_owners(template: str) -> Sentence:
    """A sentence with the `{owners}` a finding is about, and with who is `{named}` by whom."""

    def sentence(told: Told) -> str:
        labels = {option.key: option.label for option in told.scale.options}
        return template.format(owners=listed(labels[owner] for owner in told.finding.owners), named=_named(told))

    return sentence


def _named(told: Told) -> str:
    """Who names whom, in the order of the teams."""
    assert told.item.claims is not None
    labels = {option.key: option.label for option in told.scale.options}
    groups: dict[tuple[str, ...], list[str]] = {}
    for team, owners in told.item.claims.named.items():
        groups.setdefault(owners, []).append(told.comparison.label(team))
    said = []
    for owners, teams in groups.items():
        whom = listed((labels[owner] for owner in owners), "or")
        said.append(f"{listed(teams)} {'names' if len(teams) == 1 else 'name'} {whom}")
    return "; ".join(said)


def statuses(words: str) -> Sentence:
    """What every team says of a prerequisite, counted where several people of a team did."""

    def sentence(told: Told) -> str:
        (cells,) = told.item.cells.values()
        said = []
        for team, cell in cells.items():
            options = zip(told.scale.options, cell.counts, strict=True)
            counted = [(option.label.lower(), count) for option, count in options]
            counted.append(("don't know", cell.dont_know))
            several = cell.answered + cell.dont_know > 1
            given = [f"{count} {label}" if several else label for label, count in counted if count]
            if given:
                said.append(f"{told.comparison.label(team)} {', '.join(given)}")
        return f"{words}: {'; '.join(said)}."

    return sentence
