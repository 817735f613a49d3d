"""Findings and origins in plain sentences: the same words on screens, in reports and in files."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Final

from questionnaires.words import Facet, FindingKind
from scoring.comparison.answers import option_in_words
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import FacetComparison
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import team_thresholds
from scoring.conventions import Band

FACET_WORDS: Final = {
    Facet.OWNER: "owner",
    Facet.NEEDED: "control needed",
    Facet.WANTED: "control wanted",
    Facet.BASIS: "basis",
    Facet.POSITION: "answer",
    Facet.TODAY: "today",
    Facet.IN_12_MONTHS: "in 12 months",
    Facet.IN_24_MONTHS: "in 24 months",
    Facet.STATUS: "status",
}

FINDING_WORDS: Final = {
    FindingKind.ALIGNED: "aligned",
    FindingKind.CLOSE: "close",
    FindingKind.APART: "apart",
    FindingKind.FAR_APART: "far apart",
    FindingKind.UNANIMOUS: "unanimous",
    FindingKind.ADJACENT: "next to each other",
    FindingKind.LONE_DISSENTER: "one team stands alone",
    FindingKind.TWO_CAMPS: "two camps",
    FindingKind.SPREAD: "spread out",
    FindingKind.AGREED: "agreed",
    FindingKind.UNCONFIRMED: "not confirmed",
    FindingKind.CONTESTED: "contested",
    FindingKind.UNAWARE_OWNER: "unaware owner",
    FindingKind.ORPHAN: "no owner",
    FindingKind.SPLIT: "split",
    FindingKind.BOUNDARY_CLAIMED: "claims the service's task",
    FindingKind.BOUNDARY_EXPECTED: "left to the service",
    FindingKind.BLOCKER: "blocker",
    FindingKind.OFFER_UNKNOWN: "offer unknown",
    FindingKind.COMFORT: "comfort",
    FindingKind.EXPOSED: "exposed",
    FindingKind.BASELINE_DISPUTE: "baseline disputed",
    FindingKind.DIRECTION_DISPUTE: "direction disputed",
    FindingKind.PACE_DISPUTE: "pace disputed",
    FindingKind.BACKWARDS: "goes backwards",
    FindingKind.INFEASIBLE_TOGETHER: "cannot hold together",
    FindingKind.PREREQUISITE_MET: "met",
    FindingKind.PREREQUISITE_PARTLY: "partly met",
    FindingKind.PREREQUISITE_NOT_MET: "not met",
    FindingKind.PREREQUISITE_SPLIT: "answers differ",
    FindingKind.UNKNOWN: "mostly unknown",
    FindingKind.UNDECIDED: "undecided team",
    FindingKind.NO_COMMON_POSITION: "no common position",
    FindingKind.APPLICABILITY_CONFLICT: "does it apply?",
    FindingKind.NOT_COMPARABLE: "not comparable",
}
"""A short name for every finding."""


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def steps(value: Fraction) -> str:
    """A number of scale points with at most one decimal: screens and texts call them steps."""
    tenths = math.floor(10 * value + Fraction(1, 2))
    rounded = f"{tenths / 10:.1f}".removesuffix(".0")
    return f"{rounded} {'step' if rounded == '1' else 'steps'}"


def finding_sentence(comparison: Comparison, finding: Finding) -> str:
    """One sentence on one finding, with the teams by name."""
    item = comparison.question(finding.question)
    assert item is not None
    return SENTENCES[finding.kind](comparison, item, finding)


def _teams(comparison: Comparison, teams: Iterable[str]) -> str:
    return listed(comparison.label(team) for team in teams)


def _verb(teams: tuple[str, ...], one: str, many: str) -> str:
    return one if len(teams) == 1 else many


def _named(comparison: Comparison, item: QuestionComparison) -> str:
    """Who names whom, in the order of the teams."""
    assert item.claims is not None
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    labels = {option.key: option.label for option in scale.options}
    groups: dict[tuple[str, ...], list[str]] = {}
    for team, owners in item.claims.named.items():
        groups.setdefault(owners, []).append(comparison.label(team))
    said = []
    for owners, teams in groups.items():
        whom = listed((labels[owner] for owner in owners), "or")
        said.append(f"{listed(teams)} {'names' if len(teams) == 1 else 'name'} {whom}")
    return "; ".join(said)


def _band(comparison: Comparison, item: QuestionComparison, finding: Finding) -> str:
    compared = item.facet(finding.facet) if finding.facet else None
    assert compared is not None
    assert compared.gap is not None
    where = where_words(compared.facet)
    word = FINDING_WORDS[finding.kind].capitalize()
    if compared.gap == 0:
        return f"{word}{where}: every team gives the same answer."
    low, high = compared.ends()
    positions = compared.positions
    lowest, highest = (_at(comparison, item, positions[teams[0]]) for teams in (low, high))
    return (
        f"{word}{where}: {steps(compared.gap)} between {_teams(comparison, low)} ({lowest})"
        f" and {_teams(comparison, high)} ({highest})."
    )


def _at(comparison: Comparison, item: QuestionComparison, position: Fraction) -> str:
    """A position in words where it is one option, else as its number."""
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    return option_in_words(scale, int(position)) if position.denominator == 1 else _number(position)


def where_words(facet: Facet) -> str:
    """The facet a sentence is about; a question with one answer needs no such words."""
    if facet is Facet.POSITION:
        return ""
    return (
        f" {FACET_WORDS[facet]}"
        if facet in (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS)
        else f" on {FACET_WORDS[facet]}"
    )


def _number(value: Fraction) -> str:
    return f"{float(value):.1f}".removesuffix(".0")


def _shape(comparison: Comparison, item: QuestionComparison, finding: Finding) -> str:
    compared = item.facet(finding.facet) if finding.facet else None
    assert compared is not None
    shape = compared.shape
    assert shape is not None
    if shape.kind is FindingKind.LONE_DISSENTER:
        return f"{_teams(comparison, shape.camps[0])} stands alone against {_teams(comparison, shape.camps[1])}."
    if shape.kind is FindingKind.TWO_CAMPS:
        return f"Two camps: {_teams(comparison, shape.camps[0])} against {_teams(comparison, shape.camps[1])}."
    return f"The answers are {FINDING_WORDS[finding.kind]}."


def _owned(template: str) -> Sentence:
    def sentence(comparison: Comparison, item: QuestionComparison, finding: Finding) -> str:
        scale = comparison.questionnaire.scale_by_id[item.question.scale]
        labels = {option.key: option.label for option in scale.options}
        owners = listed(labels[owner] for owner in finding.owners)
        return template.format(owners=owners, named=_named(comparison, item))

    return sentence


def _said(one: str, many: str) -> Sentence:
    def sentence(comparison: Comparison, _item: QuestionComparison, finding: Finding) -> str:
        return _verb(finding.teams, one, many).format(teams=_teams(comparison, finding.teams))

    return sentence


def _always(words: str) -> Sentence:
    def sentence(_comparison: Comparison, _item: QuestionComparison, _finding: Finding) -> str:
        return words

    return sentence


def _blocker(comparison: Comparison, item: QuestionComparison, finding: Finding) -> str:
    assert item.question.offered is not None
    most = item.question.offered.most
    compared = item.facet(Facet.NEEDED)
    assert most is not None
    assert compared is not None
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    needs = [
        f"{comparison.label(team)} needs {_at(comparison, item, compared.positions[team])}" for team in finding.teams
    ]
    return f"Blocker: {listed(needs)}; the service offers at most {option_in_words(scale, most)}."


def _infeasible(comparison: Comparison, _item: QuestionComparison, finding: Finding) -> str:
    assert finding.other is not None
    pair = (finding.question, finding.other)
    questionnaire = comparison.questionnaire
    text = next(c.text for c in questionnaire.contradictions if (c.lower, c.upper) == pair)
    lower, upper = (_extreme(comparison, name, most) for name, most in zip(pair, (True, False), strict=True))
    title = questionnaire.question_by_id[finding.other].title
    return f"Cannot hold together with “{title}”: {lower} here, {upper} there. {text}"


def _extreme(comparison: Comparison, question: str, most: bool) -> str:
    """The largest value of a quantity that a team gives, or the smallest, with who gives it."""
    item = comparison.question(question)
    assert item is not None
    teams = team_thresholds(comparison.questionnaire, item.question, item.facets[0].teams)
    value = (max if most else min)(team.value for team in teams if team.used)
    named = [team for team in teams if team.used and team.value == value]
    says = "says" if len(named) == 1 else "say"
    return f"{_teams(comparison, (team.team for team in named))} {says} {named[0].label}"


def _torn(comparison: Comparison, item: QuestionComparison, finding: Finding) -> str:
    compared = item.facet(finding.facet) if finding.facet else None
    assert compared is not None
    said = []
    for team in finding.teams:
        entry = compared.team(team)
        assert entry is not None
        said.append(
            f"{comparison.label(team)} ({entry.distribution.answered} answers from {entry.lowest} to {entry.highest})"
        )
    return f"No common position{where_words(compared.facet)} inside {listed(said)}."


def _statuses(words: str) -> Sentence:
    def sentence(comparison: Comparison, item: QuestionComparison, _finding: Finding) -> str:
        scale = comparison.questionnaire.scale_by_id[item.question.scale]
        (cells,) = item.cells.values()
        said = []
        for team, cell in cells.items():
            counted = [(option.label.lower(), count) for option, count in zip(scale.options, cell.counts, strict=True)]
            counted.append(("don't know", cell.dont_know))
            several = cell.answered + cell.dont_know > 1
            given = [f"{count} {label}" if several else label for label, count in counted if count]
            if given:
                said.append(f"{comparison.label(team)} {', '.join(given)}")
        return f"{words}: {'; '.join(said)}."

    return sentence


Sentence = Callable[[Comparison, QuestionComparison, Finding], str]

SENTENCES: Final[dict[FindingKind, Sentence]] = {
    FindingKind.ALIGNED: _band,
    FindingKind.CLOSE: _band,
    FindingKind.APART: _band,
    FindingKind.FAR_APART: _band,
    FindingKind.UNANIMOUS: _shape,
    FindingKind.ADJACENT: _shape,
    FindingKind.LONE_DISSENTER: _shape,
    FindingKind.TWO_CAMPS: _shape,
    FindingKind.SPREAD: _shape,
    FindingKind.AGREED: _owned("Agreed: all who answered name {owners}."),
    FindingKind.UNCONFIRMED: _owned("Not confirmed: all who answered name {owners}, a team that has not answered."),
    FindingKind.CONTESTED: _owned("Contested: {owners} each name themselves ({named})."),
    FindingKind.UNAWARE_OWNER: _owned("Unaware owner: most name {owners}, who names another ({named})."),
    FindingKind.ORPHAN: _owned("No owner: no team takes it ({named})."),
    FindingKind.SPLIT: _owned("Split: the teams name different owners ({named})."),
    FindingKind.BOUNDARY_CLAIMED: _said(
        "{teams} gives this task to us; the documentation gives it to the service.",
        "{teams} give this task to us; the documentation gives it to the service.",
    ),
    FindingKind.BOUNDARY_EXPECTED: _said(
        "{teams} leaves this to the service; the documentation says it is ours.",
        "{teams} leave this to the service; the documentation says it is ours.",
    ),
    FindingKind.BLOCKER: _blocker,
    FindingKind.OFFER_UNKNOWN: _always("What the service offers here is not clear from its documentation."),
    FindingKind.COMFORT: _said(
        "Comfort: {teams} wants more control than it needs.",
        "Comfort: {teams} want more control than they need.",
    ),
    FindingKind.EXPOSED: _said(
        "Exposed: {teams} wants less control than it needs.",
        "Exposed: {teams} want less control than they need.",
    ),
    FindingKind.BASELINE_DISPUTE: _always("The teams see today differently; evidence can settle that."),
    FindingKind.DIRECTION_DISPUTE: _always("The teams do not want to move in the same direction."),
    FindingKind.PACE_DISPUTE: _always("Same direction, but the teams want to arrive at different times."),
    FindingKind.BACKWARDS: _said(
        "{teams} has a target that goes backwards: please check.",
        "{teams} have a target that goes backwards: please check.",
    ),
    FindingKind.INFEASIBLE_TOGETHER: _infeasible,
    FindingKind.PREREQUISITE_MET: _always("Met: everybody who answered says so."),
    FindingKind.PREREQUISITE_PARTLY: _statuses("Partly met"),
    FindingKind.PREREQUISITE_NOT_MET: _statuses("Not met"),
    FindingKind.PREREQUISITE_SPLIT: _statuses("The answers differ"),
    FindingKind.UNKNOWN: _said(
        "Mostly unknown: {teams} answered don't know.", "Mostly unknown: {teams} answered don't know."
    ),
    FindingKind.UNDECIDED: _said(
        "{teams} names several owners equally often.", "{teams} name several owners equally often."
    ),
    FindingKind.NO_COMMON_POSITION: _torn,
    FindingKind.APPLICABILITY_CONFLICT: _said(
        "{teams} says this does not apply, others answer it.",
        "{teams} say this does not apply, others answer it.",
    ),
    FindingKind.NOT_COMPARABLE: _always("Fewer than two teams have a position, so nothing can be compared."),
}


def chance_sentence(compared: FacetComparison, options: int) -> str:
    """How much agreement is worth: `By chance alone, 4 answers would lie this close in 6 of 100 cases.`

    Empty where the positions are so far apart that chance is no question, or nothing is compared.
    """
    chance = compared.chance(options)
    if chance is None or compared.band not in (Band.ALIGNED, Band.CLOSE):
        return ""
    cases = round(100 * chance)
    words = f"{cases}" if cases >= 1 else "fewer than 1"
    return f"By chance alone, {len(compared.positions)} answers would lie this close in {words} of 100 cases."
