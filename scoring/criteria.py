"""Which exit criteria a comparison recommends, with threshold, owner and reasons.

Every candidate of the catalogue is evaluated part by part: when, threshold, owner. One function
per part; a candidate is data and holds no expressions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from questionnaires import Candidate, Question, Questionnaire, Scale, label
from questionnaires.candidate import Measure, When
from questionnaires.words import Basis, FindingKind, Gate, Priority
from scoring.comparison import Comparison, QuestionComparison
from scoring.facets import TeamFacet
from scoring.findings import Finding
from scoring.ownership import Owner, owner_of
from scoring.tally import Distribution
from scoring.thresholds import Origin, Threshold, chosen_option, stricter_option, team_thresholds

MOST_MUSTS: Final = 10
"""More musts than this to leave the pilot, and none of them is one."""


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that a criterion rests on: question, team, and the option's label."""

    question: str
    team: str
    answer: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """A recommended exit criterion. None can be made without measure, threshold, owner and reason.

    `deferred` marks a must that was moved to the next gate because ten come before it.
    """

    id: str
    candidate: Candidate
    title: str
    statement: str
    measure: Measure
    threshold: Threshold
    owner: Owner
    priority: Priority
    gate: Gate
    findings: tuple[Finding, ...]
    because: tuple[Because, ...]
    questions: tuple[str, ...]
    deferred: bool = False

    def __post_init__(self) -> None:
        if not (self.statement and self.owner.named and self.candidate.reason):
            raise ValueError(f"criterion {self.id} lacks its statement, owner or reason")


def recommend(comparison: Comparison) -> tuple[Criterion, ...]:
    """The criteria that these answers call for: by gate, then priority, then the catalogue's order."""
    found = [
        criterion for candidate in comparison.questionnaire.candidates for criterion in _meant(comparison, candidate)
    ]
    limited = list(_at_most_ten(found))
    places = {criterion.id: place for place, criterion in enumerate(limited)}
    gates, priorities = tuple(Gate), tuple(Priority)
    limited.sort(key=lambda c: (gates.index(c.gate), priorities.index(c.priority), places[c.id]))
    return tuple(limited)


def _at_most_ten(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    musts = 0
    for criterion in criteria:
        if criterion.gate is Gate.LEAVE_PILOT and criterion.priority is Priority.MUST:
            musts += 1
            if musts > MOST_MUSTS:
                yield replace(criterion, gate=Gate.BROAD_RING, deferred=True)
                continue
        yield criterion


def _meant(comparison: Comparison, candidate: Candidate) -> Iterator[Criterion]:
    """The criteria of one candidate: none, one, or one for each question that triggers it."""
    if candidate.when.always:
        yield _criterion(comparison, candidate, candidate.id, (), ())
        return
    triggered = tuple(_triggered(comparison, candidate.when))
    if not triggered:
        return
    if candidate.when.each:
        for item, findings in triggered:
            identifier = f"{candidate.id}.{item.question.id}"
            yield _criterion(comparison, candidate, identifier, (item,), findings)
        return
    items = tuple(item for item, _ in triggered)
    findings = tuple(finding for _, some in triggered for finding in some)
    yield _criterion(comparison, candidate, candidate.id, items, findings)


def _triggered(comparison: Comparison, when: When) -> Iterator[tuple[QuestionComparison, tuple[Finding, ...]]]:
    """The questions on which one of the findings holds, with those findings."""
    wanted = frozenset(when.findings)
    for item in comparison.questions:
        if not _is_meant(item.question, when):
            continue
        findings = tuple(finding for finding in item.findings if finding.kind in wanted)
        if findings:
            yield item, findings


def _is_meant(question: Question, when: When) -> bool:
    if when.impacts and question.impact not in when.impacts:
        return False
    return question.id in when.questions or f"{question.section}.*" in when.questions


def _criterion(
    comparison: Comparison,
    candidate: Candidate,
    identifier: str,
    items: tuple[QuestionComparison, ...],
    findings: tuple[Finding, ...],
) -> Criterion:
    threshold = threshold_of(comparison, candidate)
    statement = candidate.statement.replace("{threshold}", in_words(threshold))
    if items:
        statement = statement.replace("{question}", items[0].question.title)
    title = f"{candidate.title}: {items[0].question.title}" if candidate.when.each and items else candidate.title
    asked = threshold.question
    because = [reason for finding in findings for reason in reasons(comparison, finding)]
    item = comparison.question(asked) if asked is not None else None
    if item is not None:
        because += [
            Because(item.question.id, team.team, answer_in_words(comparison.questionnaire, item, team.team))
            for team in threshold.teams
        ]
    return Criterion(
        identifier,
        candidate,
        title,
        statement,
        candidate.measure,
        threshold,
        owner_of(comparison, candidate.owner),
        candidate.priority,
        candidate.gate,
        findings,
        tuple(dict.fromkeys(because)),
        tuple(dict.fromkeys([*(item.question.id for item in items), *([asked] if asked else [])])),
    )


def in_words(threshold: Threshold) -> str:
    """The value with its unit: `95 %`, `8 hours`, `1 hour`."""
    return f"{threshold.value.normalize():f} {_singular(threshold.unit) if threshold.value == 1 else threshold.unit}"


def _singular(unit: str) -> str:
    return unit[:-1] if unit in ("days", "hours", "cycles", "devices", "drills") else unit


def threshold_of(comparison: Comparison, candidate: Candidate) -> Threshold:
    """The threshold: agreed when the positions are equal, else the strictest that the service's limits
    allow; the default, labelled by its basis, where no team has a common position."""
    part = candidate.threshold
    default = Origin.DEFAULT_DOCUMENTED if part.basis is Basis.DOCUMENTED else Origin.DEFAULT_OURS
    question = comparison.questionnaire.question_by_id.get(part.question or "")
    item = comparison.question(question.id) if question else None
    if question is None or item is None:
        return Threshold(part.default, part.unit, part.comparison, default, part.question)
    teams = team_thresholds(comparison.questionnaire, question, item.facets[0].teams)
    option = chosen_option(question, teams)
    infeasible = tuple(_infeasible_with(comparison, question.id))
    if option is None:
        return Threshold(
            part.default, part.unit, part.comparison, default, question.id, teams, infeasible_with=infeasible
        )
    scale = comparison.questionnaire.scale_by_id[question.scale]
    value = scale.options[option].value
    assert value is not None
    used = [team for team in teams if team.used]
    if not any(team.reachable for team in used):
        origin = Origin.LIMIT
    elif len(used) == 1:
        origin = Origin.ONE_TEAM
    else:
        origin = Origin.AGREED if len({team.option for team in used}) == 1 else Origin.STRICTEST
    far_apart = FindingKind.FAR_APART in item.kinds
    return Threshold(value, part.unit, part.comparison, origin, question.id, teams, far_apart, infeasible)


def _infeasible_with(comparison: Comparison, question: str) -> Iterator[str]:
    """The questions whose threshold cannot hold together with this one's."""
    for item in comparison.questions:
        for finding in item.findings:
            if finding.kind is FindingKind.INFEASIBLE_TOGETHER and finding.other is not None:
                if finding.question == question:
                    yield finding.other
                elif finding.other == question:
                    yield finding.question


def reasons(comparison: Comparison, finding: Finding) -> Iterator[Because]:
    """The answers behind a finding: every concerned team's, on the facets that the finding is about."""
    for identifier in (finding.question, *([finding.other] if finding.other else [])):
        item = comparison.question(identifier)
        if item is None:
            continue
        for team in finding.teams or comparison.teams:
            answer = answer_in_words(comparison.questionnaire, item, team)
            if answer:
                yield Because(identifier, team, answer)


_FACET_WORDS: Final = {
    "needed": "needs",
    "wanted": "wants",
    "today": "today",
    "in_12_months": "in 12 months",
    "in_24_months": "in 24 months",
}


def answer_in_words(questionnaire: Questionnaire, item: QuestionComparison, team: str) -> str:
    """A team's answer on a question: the label of its position or of what it names; empty without any."""
    scale = questionnaire.scale_by_id[item.question.scale]
    parts = []
    for facet, cells in item.cells.items():
        cell = cells.get(team)
        if cell is None:
            continue
        compared = item.facet(facet)
        if compared:
            entry = compared.team(team)
            words = _position_in_words(questionnaire, item.question, entry) if entry else ""
        else:
            words = _named_in_words(scale, cell)
        words = words or _state_in_words(cell.dont_know, cell.not_applicable)
        if words:
            prefix = _FACET_WORDS.get(facet.value)
            parts.append(f"{prefix} {words}" if prefix else words)
    return "; ".join(parts)


def _named_in_words(scale: Scale, cell: Distribution) -> str:
    """What is named most, with its share where the team does not speak with one voice."""
    most = max(cell.counts)
    if not most:
        return ""
    named = " or ".join(label(scale, scale.choice(place)) for place, count in enumerate(cell.counts) if count == most)
    return named if most == cell.answered else f"{named} ({most} of {cell.answered})"


def _state_in_words(dont_know: int, not_applicable: int) -> str:
    if dont_know:
        return "don't know"
    return "not applicable" if not_applicable else ""


def _position_in_words(questionnaire: Questionnaire, question: Question, entry: TeamFacet) -> str:
    if entry.position is None:
        return ""
    scale = questionnaire.scale_by_id[question.scale]
    if not entry.has_common_position:
        return f"no common position ({entry.lowest} to {entry.highest})"
    upper = stricter_option(entry.position)
    if entry.position.denominator == 1:
        return option_in_words(scale, upper)
    return f"between {option_in_words(scale, upper - 1)} and {option_in_words(scale, upper)}"


def option_in_words(scale: Scale, place: int) -> str:
    """An option of an ordinal scale; with its number, unless the label is a quantity of its own."""
    text = scale.options[place].label
    return text if scale.is_quantity else f"{place} “{text}”"
