"""One question of a comparison: its answers, and what the figures say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypedDict, cast

from maturity.results.build_facts import default_thresholds, facts_on
from maturity.results.build_findings import absent_owners, finding_results, minority_results
from maturity.results.questions import (
    FacetResults,
    Offer,
    Pooled,
    QuestionResults,
    QuestionVerdict,
    Reading,
    TeamAnswers,
    Variation,
)
from maturity.results.values import Band, Pattern, Shape, rounded, rounded_if_any
from questionnaires import Question, Questionnaire
from questionnaires.words import FindingKind, Kind, Level
from scoring import Comparison, QuestionComparison
from scoring.comparison.answers import answer_in_words, basis_in_words
from scoring.comparison.catalogue import column_of
from scoring.comparison.facets import FacetComparison, TeamFacet
from scoring.comparison.noise import chance_on_facet, chance_on_question
from scoring.comparison.pooled import Reading as ReadingFound
from scoring.comparison.pooled import pooled
from scoring.comparison.sections import column_for, distance_from_others, is_comparable, stands_apart
from scoring.conventions import band_at_best, evidence
from scoring.counts.tally import Distribution
from scoring.fragility.fragile import Fragile
from scoring.measures import decompose
from scoring.wording.bands import bands_sentence
from scoring.wording.changes import (
    beyond_sentence,
    distance_sentence,
    pairs_sentence,
    pooled_sentence,
    variation_sentence,
)
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.needs import basis_sentence
from scoring.wording.noise import chance_sentence
from scoring.wording.owners import minority_sentence


def question_results(comparison: Comparison, fragile: Fragile, item: QuestionComparison) -> QuestionResults:
    """A question as it is shown: its answers by facet and team, and what was found."""
    question, questionnaire = item.question, comparison.questionnaire
    scale = questionnaire.scale_by_id[question.scale]
    ownership = question.kind is Kind.OWNERSHIP
    documented = question.documented_now.owner if ownership and question.documented_now else None
    claims = item.claims if ownership else None
    options = scale.options
    return QuestionResults(
        id=question.id,
        section=question.section,
        kind=question.kind,
        title=question.title,
        text=question.text,
        impact=question.impact,
        reversible=question.reversible,
        scale=tuple(option.label for option in options),
        unit=scale.unit,
        flags=dict(item.flags),
        column=column_for(item) if is_comparable(item) else None,
        findings=tuple(finding_results(comparison, fragile, finding) for finding in item.findings),
        facet=tuple(_facet(comparison, item, facet) for facet in item.facets) or (_nominal(item),),
        phase=question.phase if ownership else None,
        standing=question.standing if ownership else None,
        suggested=question.suggested if ownership else None,
        documented=documented,
        pattern=cast("Pattern", claims.pattern.value) if claims and len(claims.named) > 1 else None,
        named=dict(claims.named) if claims else {},
        minority=minority_results(scale, item),
        absent=absent_owners(item),
        concerns=question.concerns,
        boundary=item.boundary.kind if ownership and item.boundary else None,
        offered=_offered(question),
        bases=_bases(questionnaire, item),
        bases_say={team: basis_in_words(questionnaire, item, team) for team, row in item.bases.items() if any(row)},
        differences=dict(item.differences),
        keys=tuple(option.key for option in options) if scale.level is not Level.ORDINAL else (),
        values=tuple(rounded(option.value) for option in options if option.value is not None),
        verdict=_verdict(item),
        answers={team: words for team in comparison.teams if (words := answer_in_words(questionnaire, item, team))},
        chance=rounded_if_any(chance_on_question(item)),
        bands_say=bands_sentence(item) or None,
        beyond_says=beyond_sentence(item) or None,
        basis_says=basis_sentence(comparison, item) or None,
        figures_say=(*_figures_say(comparison, item), *filter(None, [minority_sentence(comparison, item)])),
        fact=tuple(facts_on(questionnaire, question)),
        limit=question.limit.option if question.limit else None,
        default=tuple(default_thresholds(questionnaire, question)),
        agreement_only=True if question.agreement_only else None,
        days_from=question.days_from,
    )


def _facet(comparison: Comparison, item: QuestionComparison, facet: FacetComparison) -> FacetResults:
    return FacetResults(
        name=facet.facet,
        gap=rounded_if_any(facet.gap),
        distance=rounded_if_any(facet.distance),
        band=facet.band,
        shape=cast("Shape", facet.shape.kind.value) if facet.shape else None,
        chance=rounded_if_any(chance_on_facet(facet)),
        camps=facet.shape.camps if facet.shape else (),
        torn=facet.torn,
        least=rounded_if_any(facet.least) if facet.torn else None,
        most=rounded_if_any(facet.most) if facet.torn else None,
        variation=_variation(facet),
        pooled=_pooled(comparison, facet),
        team=tuple(_team_answers(item, facet, entry) for entry in facet.teams),
    )


class _Counts(TypedDict):
    counts: tuple[int, ...]
    dont_know: int
    not_applicable: int
    unanswered: int


def _counts(cell: Distribution) -> _Counts:
    return {
        "counts": cell.counts,
        "dont_know": cell.dont_know,
        "not_applicable": cell.not_applicable,
        "unanswered": cell.unanswered,
    }


def _team_answers(item: QuestionComparison, facet: FacetComparison, entry: TeamFacet) -> TeamAnswers:
    from_others = distance_from_others(item, entry.team, facet.facet)
    return TeamAnswers(
        id=entry.team,
        **_counts(entry.distribution),
        position=rounded_if_any(entry.position),
        spread=rounded_if_any(entry.spread),
        common_position=entry.has_common_position if entry.position is not None else None,
        evidence=entry.evidence,
        from_others=rounded_if_any(from_others),
        # Whoever is torn is aligned with nobody, however close its middle answer is.
        level=band_at_best(from_others, Band.CLOSE if entry.is_torn else Band.ALIGNED)
        if from_others is not None
        else None,
    )


def _variation(facet: FacetComparison) -> Variation | None:
    parts = decompose([entry.distribution.counts for entry in facet.teams])
    if parts is None:
        return None
    return Variation(
        total=rounded(parts.total),
        within=rounded(parts.within),
        between=rounded(parts.between),
        ratio=rounded_if_any(parts.ratio) if parts.can_tell else None,
        can_tell=parts.can_tell,
    )


def _pooled(comparison: Comparison, facet: FacetComparison) -> Pooled | None:
    """People counted instead of teams; only where that reads differently."""
    both = pooled(facet)
    if both is None or not both.differs:
        return None
    return Pooled(
        answers=both.answers,
        by_people=_reading(both.by_people),
        by_team=_reading(both.by_team),
        says=pooled_sentence(comparison, facet),
    )


def _reading(seen: ReadingFound) -> Reading:
    return Reading(position=rounded(seen.position), spread=rounded(seen.spread), band=seen.band)


def _nominal(item: QuestionComparison) -> FacetResults:
    facet, cells = next(iter(item.cells.items()))
    return FacetResults(
        name=facet,
        agreement=rounded_if_any(item.agreement),
        team=tuple(
            TeamAnswers(id=team, **_counts(cell), evidence=evidence(cell.answered), level=_apart(item, team))
            for team, cell in cells.items()
        ),
    )


def _apart(item: QuestionComparison, team: str) -> Band | None:
    """On a scale without an order a team names what others name, or stands apart."""
    is_apart = stands_apart(item, team)
    return None if is_apart is None else Band.FAR_APART if is_apart else Band.ALIGNED


def _offered(question: Question) -> Offer | None:
    offered = question.offered
    if offered is None:
        return None
    return Offer(default=offered.default, most=offered.most, price=offered.price, sources=offered.sources)


def _bases(questionnaire: Questionnaire, item: QuestionComparison) -> dict[str, dict[str, int]]:
    if not item.bases:
        return {}
    keys = [option.key for option in questionnaire.scale_by_id["basis"].options]
    return {
        team: {key: count for key, count in zip(keys, row, strict=True) if count} for team, row in item.bases.items()
    }


_BANDS: Final = frozenset(FindingKind(band.value) for band in Band)


def _verdict(item: QuestionComparison) -> QuestionVerdict:
    """The worst finding in a word; where nothing can be compared, why."""
    column = column_for(item)
    if column is None or (column is Band.ALIGNED and not is_comparable(item)):
        return QuestionVerdict(says=_why_not_compared(item))
    worst = [
        finding.kind
        for finding in item.findings
        if finding.kind not in _BANDS and column_of(finding.kind, item.question.impact) is column
    ]
    if item.question.kind is Kind.PREREQUISITE and FindingKind.UNKNOWN in worst:
        word = FindingKind.UNKNOWN  # what few say does not pass for the state of a prerequisite
    else:
        word = worst[0] if worst else FindingKind(column.value)
    return QuestionVerdict(says=FINDING_WORDS[word], column=column)


def _why_not_compared(item: QuestionComparison) -> str:
    """In a few words: a team has no view of its own, too few give an answer, or no two on the same part of it."""
    if FindingKind.NO_COMMON_POSITION in item.kinds:
        return FINDING_WORDS[FindingKind.NO_COMMON_POSITION]
    answering = {team for cells in item.cells.values() for team, cell in cells.items() if cell.answered}
    if len(answering) > 1:
        return "no part in common"
    return "one team only" if answering else "no answer"


def _figures_say(comparison: Comparison, item: QuestionComparison) -> Iterator[str]:
    """What the figures of the worst facet mean: chance, people instead of teams, within or between, how far."""
    if item.worst is not None:
        yield from filter(
            None,
            (
                chance_sentence(item),
                pooled_sentence(comparison, item.worst),
                variation_sentence(item.worst),
                distance_sentence(comparison, item.worst),
            ),
        )
    if said := pairs_sentence(item):
        yield said
