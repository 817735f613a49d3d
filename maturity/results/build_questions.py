"""One question of a comparison, its findings, and its entry on the agenda, as trees."""

from __future__ import annotations

from maturity.files.trees import Tree, number, number_or_none, present
from maturity.results.build_criteria import change_tree
from questionnaires import Questionnaire
from questionnaires.words import Kind
from scoring import Comparison, Finding, QuestionComparison
from scoring.comparison.agenda import AgendaEntry
from scoring.comparison.facets import FacetComparison
from scoring.comparison.pooled import pooled
from scoring.comparison.sections import column_for, is_comparable
from scoring.conventions import evidence
from scoring.fragility.findings import Flips
from scoring.measures import decompose
from scoring.wording.changes import answers_sentence, flip_sentence, flip_sentences, pooled_sentence
from scoring.wording.findings import finding_sentence


def question_tree(comparison: Comparison, flips: Flips, item: QuestionComparison) -> Tree:
    question = item.question
    questionnaire = comparison.questionnaire
    scale = questionnaire.scale_by_id[question.scale]
    return present(
        id=question.id,
        section=question.section,
        kind=question.kind.value,
        title=question.title,
        text=question.text,
        impact=question.impact.value,
        reversible=question.reversible.value,
        scale=[option.label for option in scale.options],
        unit=scale.unit,
        flags=dict(item.flags) or None,
        column=column.value if (column := column_for(item)) and is_comparable(item) else None,
        findings=[finding_tree(comparison, flips, finding) for finding in item.findings],
        facet=[_facet(comparison, facet, len(scale.options)) for facet in item.facets] or [_nominal(item)],
        **_ownership(item),
        offered=_offered(item),
        bases=_bases(questionnaire, item),
        differences={team: list(row) for team, row in item.differences.items()} or None,
    )


def _facet(comparison: Comparison, facet: FacetComparison, options: int) -> Tree:
    return present(
        name=facet.facet.value,
        gap=number_or_none(facet.gap),
        distance=number_or_none(facet.distance),
        band=facet.band.value if facet.band else None,
        shape=facet.shape.kind.value if facet.shape else None,
        chance=number_or_none(facet.chance(options)),
        camps=[list(camp) for camp in facet.shape.camps] if facet.shape and facet.shape.camps else None,
        variation=_variation(facet),
        pooled=_pooled(comparison, facet),
        team=[
            present(
                id=entry.team,
                counts=list(entry.distribution.counts),
                dont_know=entry.distribution.dont_know,
                not_applicable=entry.distribution.not_applicable,
                unanswered=entry.distribution.unanswered,
                position=number_or_none(entry.position),
                spread=number_or_none(entry.spread),
                common_position=entry.has_common_position if entry.position is not None else None,
                evidence=entry.evidence.value,
            )
            for entry in facet.teams
        ],
    )


def _variation(facet: FacetComparison) -> Tree | None:
    parts = decompose([entry.distribution.counts for entry in facet.teams])
    if parts is None:
        return None
    return present(
        total=number(parts.total),
        within=number(parts.within),
        between=number(parts.between),
        ratio=number_or_none(parts.ratio) if parts.can_tell else None,
        can_tell=parts.can_tell,
    )


def _pooled(comparison: Comparison, facet: FacetComparison) -> Tree | None:
    """People counted instead of teams; only where that reads differently."""
    both = pooled(facet)
    if both is None or not both.differs:
        return None
    return {
        "answers": both.answers,
        **{
            name: {"position": number(seen.position), "spread": number(seen.spread), "band": seen.band.value}
            for name, seen in (("by_people", both.by_people), ("by_team", both.by_team))
        },
        "says": pooled_sentence(comparison, facet),
    }


def _nominal(item: QuestionComparison) -> Tree:
    facet, cells = next(iter(item.cells.items()))
    return present(
        name=facet.value,
        agreement=number_or_none(item.agreement),
        team=[
            {
                "id": team,
                "counts": list(cell.counts),
                "dont_know": cell.dont_know,
                "not_applicable": cell.not_applicable,
                "unanswered": cell.unanswered,
                "evidence": evidence(cell.answered).value,
            }
            for team, cell in cells.items()
        ],
    )


def _ownership(item: QuestionComparison) -> Tree:
    question = item.question
    if question.kind is not Kind.OWNERSHIP:
        return {}
    documented = question.documented_now.owner if question.documented_now else None
    return present(
        phase=question.phase,
        standing=question.standing.value,
        suggested=question.suggested,
        documented=documented.value if documented else None,
        pattern=item.claims.pattern.value if item.claims and len(item.claims.named) > 1 else None,
        named={team: list(owners) for team, owners in item.claims.named.items()} if item.claims else None,
        boundary=item.boundary.kind.value if item.boundary else None,
    )


def _offered(item: QuestionComparison) -> Tree | None:
    offered = item.question.offered
    if offered is None:
        return None
    return present(default=offered.default, most=offered.most, price=offered.price, sources=list(offered.sources))


def _bases(questionnaire: Questionnaire, item: QuestionComparison) -> Tree | None:
    if not item.bases:
        return None
    keys = [option.key for option in questionnaire.scale_by_id["basis"].options]
    return {
        team: {key: count for key, count in zip(keys, row, strict=True) if count} for team, row in item.bases.items()
    }


def finding_tree(comparison: Comparison, flips: Flips, finding: Finding) -> Tree:
    """A finding with its sentence, and the one answer that would end it, if there is one."""
    flip = flips.get(finding)
    return present(
        kind=finding.kind.value,
        question=finding.question,
        facet=finding.facet.value if finding.facet else None,
        teams=list(finding.teams),
        owners=list(finding.owners) or None,
        other=finding.other,
        says=finding_sentence(comparison, finding),
        fragile=present(
            **change_tree(flip.change),
            becomes=flip.becomes.value if flip.becomes else None,
            also=list(flip.also) or None,
            says=flip_sentence(comparison, flips, finding),
        )
        if flip
        else None,
    )


def entry_tree(comparison: Comparison, flips: Flips, entry: AgendaEntry) -> Tree:
    question = comparison.questionnaire.question_by_id[entry.question]
    item = comparison.question(entry.question)
    assert item is not None
    worst = item.worst
    return present(
        question=entry.question,
        section=question.section,
        title=question.title,
        **{"class": entry.agenda_class.value},
        column=entry.column.value,
        impact=question.impact.value,
        reversible=question.reversible.value,
        findings=[finding.kind.value for finding in entry.findings],
        reason=" ".join(dict.fromkeys(finding_sentence(comparison, finding) for finding in entry.findings)),
        fragile=flip_sentences(comparison, flips, entry.findings) or None,
        pooled=pooled_sentence(comparison, worst) or None if worst else None,
        answers=answers_sentence(item),
        evidence=evidence(item.fewest).value,
        distance=number_or_none(entry.distance),
        gap=number_or_none(entry.gap),
        flags=entry.flags or None,
        flagged_by=[comparison.label(team) for team in item.flags] or None,
    )
