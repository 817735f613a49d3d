"""The sentences that findings are told in: each is made of a comparison and one finding in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from questionnaires import Scale
from questionnaires.words import Facet, FindingKind
from scoring.comparison.answers import option_in_words
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import FacetComparison
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import team_thresholds
from scoring.wording.words import listed, steps, where_words


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

    def at(self, position: Fraction) -> str:
        """A position in words where it is one option, else as its number."""
        if position.denominator == 1:
            return option_in_words(self.scale, int(position))
        return f"{float(position):.1f}".removesuffix(".0")


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


def band(told: Told) -> str:
    """How far apart the teams are, and who stands at either end."""
    compared = told.facet
    assert compared.gap is not None
    word = f"{told.word.capitalize()}{where_words(compared.facet)}"
    if compared.gap == 0:
        return f"{word}: every team gives the same answer."
    low, high = compared.ends()
    lowest, highest = (told.at(compared.positions[teams[0]]) for teams in (low, high))
    return f"{word}: {steps(compared.gap)} between {told.teams(low)} ({lowest}) and {told.teams(high)} ({highest})."


def shape(told: Told) -> str:
    """How the positions lie to each other; of camps, who is in them."""
    found = told.facet.shape
    assert found is not None
    if found.kind is FindingKind.LONE_DISSENTER:
        return f"{told.teams(found.camps[0])} stands alone against {told.teams(found.camps[1])}."
    if found.kind is FindingKind.TWO_CAMPS:
        return f"Two camps: {told.teams(found.camps[0])} against {told.teams(found.camps[1])}."
    return f"The answers are {told.word}."


def blocker(told: Told) -> str:
    """Which team needs what, and how much of it can be had."""
    offered, compared = told.item.question.offered, told.item.facet(Facet.NEEDED)
    assert offered is not None
    assert offered.most is not None
    assert compared is not None
    needs = [f"{told.comparison.label(team)} needs {told.at(compared.positions[team])}" for team in told.finding.teams]
    return f"Blocker: {listed(needs)}; the service offers at most {option_in_words(told.scale, offered.most)}."


def infeasible(told: Told) -> str:
    """The two limits that contradict each other, who gives them, and why they cannot both hold."""
    assert told.finding.other is not None
    pair = (told.finding.question, told.finding.other)
    questionnaire = told.comparison.questionnaire
    text = next(one.text for one in questionnaire.contradictions if (one.lower, one.upper) == pair)
    lower, upper = (_extreme(told, name, most) for name, most in zip(pair, (True, False), strict=True))
    title = questionnaire.question_by_id[told.finding.other].title
    return f"Cannot hold together with “{title}”: {lower} here, {upper} there. {text}"


def _extreme(told: Told, question: str, most: bool) -> str:
    """The largest value of a quantity that a team gives, or the smallest, with who gives it."""
    item = told.comparison.question(question)
    assert item is not None
    teams = team_thresholds(told.comparison.questionnaire, item.question, item.facets[0].teams)
    value = (max if most else min)(team.value for team in teams if team.used)
    named = [team for team in teams if team.used and team.value == value]
    says = "says" if len(named) == 1 else "say"
    return f"{told.teams(team.team for team in named)} {says} {named[0].label}"


def no_common_position(told: Told) -> str:
    """Between which answers the members of a team lie."""
    said = []
    for team in told.finding.teams:
        entry = told.facet.team(team)
        assert entry is not None
        answers = entry.distribution.answered
        said.append(f"{told.comparison.label(team)} ({answers} answers from {entry.lowest} to {entry.highest})")
    return f"No common position{where_words(told.facet.facet)} inside {listed(said)}."
