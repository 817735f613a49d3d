"""The results of one round, made from its comparison: what is exported, and what every text and screen shows.

Numbers are rounded to four digits and stand beside their counts; a figure that is not defined
is absent. The same comparison gives the same results, whatever the order of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from maturity import __version__
from maturity.results.build_criteria import criterion_results
from maturity.results.build_decisions import by_room, clash_results, decision_results
from maturity.results.build_facts import ring_results
from maturity.results.build_findings import agenda_entry, finding_results, to_ask
from maturity.results.build_gate import gate_results
from maturity.results.build_movement import movement_results
from maturity.results.build_plan import plan_items, titles_of
from maturity.results.build_questions import question_results
from maturity.results.build_teams import NOBODY, silent_teams, team_results
from maturity.results.findings import AgendaEntry
from maturity.results.head import (
    AskedInPart,
    AskedResults,
    Bands,
    CarriedResults,
    Chance,
    Conventions,
    Fragility,
    LeftOut,
    Maker,
)
from maturity.results.invited import InvitedResults
from maturity.results.model import Results
from maturity.results.sections import (
    AgreementResults,
    NoiseResults,
    Pair,
    SectionResults,
)
from maturity.results.values import Scales, rounded, rounded_if_any
from questionnaires import Questionnaire
from questionnaires.decisions import Decision
from questionnaires.words import FindingKind
from scoring import Comparison, Criterion, QuestionComparison
from scoring.comparison.agenda import AgendaEntry as EntryFound
from scoring.comparison.agreement import agreement
from scoring.comparison.catalogue import agenda_rows, rows_at_high_impact
from scoring.comparison.noise import NEAR, chance_by_teams, noise
from scoring.comparison.rounds import Movement
from scoring.comparison.sections import SectionSummary
from scoring.conventions import COMMON_POSITION, GAP_BANDS, TIGHT
from scoring.counts.carrying import CarriedOver
from scoring.criteria.counting import counts
from scoring.criteria.gate import Judgement
from scoring.criteria.leverage import NOTHING, by_leverage, leverage
from scoring.criteria.room import RoomState
from scoring.decisions.planned import NOTHING_PLANNED, Plan
from scoring.firmness.missing import most_missed
from scoring.firmness.musts import firmness
from scoring.fragility.criteria import criteria_fragility
from scoring.fragility.findings import Flips
from scoring.fragility.fragile import Fragile, fragile_in
from scoring.measures import Metric
from scoring.wording.noise import noise_sentence


def results(  # noqa: PLR0913 - what there is beside a comparison, each by its name
    comparison: Comparison,
    criteria: Iterable[Criterion],
    left_out: Iterable[str] = (),
    *,
    fragile: Fragile | None = None,
    partial: bool = False,
    in_part: Iterable[AskedInPart] = (),
    carried: CarriedOver | None = None,
    movement: Movement | None = None,
    judgement: Judgement | None = None,
    plan: Plan = NOTHING_PLANNED,
    clashes: Iterable[Sequence[Decision]] = (),
    invited: Mapping[str, InvitedResults] = NOBODY,
) -> Results:
    """Everything that one round shows. `left_out` names the unusable files; `fragile` is worked out where it is
    not handed in; a round that is not set against another has no movement, and without figures no judgement. `invited`
    is by team whom somebody asked for the round; of `clashes` none counts."""
    fragile = fragile_in(comparison) if fragile is None else fragile
    agenda, criteria = comparison.agenda, tuple(criteria)
    counted = counts(comparison, criteria)
    of_criteria, firm, hanging = (
        criteria_fragility(comparison, criteria),
        firmness(comparison, criteria),
        leverage(criteria, counted),
    )
    states = by_room(comparison, by_leverage(agenda.entries, hanging))

    def entries(state: RoomState) -> tuple[AgendaEntry, ...]:
        return tuple(
            agenda_entry(comparison, fragile, entry, hanging.get(entry.question, NOTHING)) for entry in states[state]
        )

    decisions, asked = tuple(decision_results(comparison)), _asked(comparison.questionnaire)
    of_criterion = tuple(
        criterion_results(
            comparison,
            one,
            of_criteria.get(one.id, ()),
            firm.get(one.id),
            judgement.name_of(one) if judgement else None,
            counted.get(one.id),
        )
        for one in criteria
    )
    return Results(
        round=comparison.round,
        questionnaire=asked,
        made_by=Maker(maturity=__version__),
        conventions=_conventions(),
        left_out=LeftOut(
            files=tuple(sorted(left_out)),
            unknown=_sorted(comparison.unknown),
            incomparable=_sorted(comparison.incomparable),
        ),
        flagged=agenda.flagged,
        fragile=_fragile(comparison, fragile.flips, states[RoomState.OPEN]),
        chance=tuple(_chance(comparison)),
        noise=_noise(comparison.questions),
        team=tuple(team_results(comparison, carried, invited)),
        silent=tuple(silent_teams(comparison, invited)),
        section=tuple(_section(comparison, section) for section in comparison.sections),
        question=tuple(question_results(comparison, fragile, item) for item in comparison.questions),
        agenda=entries(RoomState.OPEN),
        settled=entries(RoomState.SETTLED),
        parked=entries(RoomState.PARKED),
        decision=decisions,
        clash=tuple(clash_results(comparison.questionnaire, one) for one in clashes),
        plan=tuple(plan_items(of_criterion, decisions, plan, asked.teams, titles_of(comparison.questionnaire)))
        if decisions or plan.entries
        else (),
        no_common_position=tuple(
            finding_results(comparison, fragile, finding) for finding in agenda.no_common_position
        ),
        applicability_conflict=tuple(finding_results(comparison, fragile, finding) for finding in agenda.applicability),
        criterion=of_criterion,
        to_ask=tuple(to_ask(comparison, missing) for missing in most_missed(comparison, criteria)),
        partial=partial,
        in_part=tuple(in_part),
        carried=_carried(carried) if carried else None,
        movement=movement_results(comparison.questionnaire, movement) if movement else None,
        gate=gate_results(judgement, comparison, counted) if judgement else None,
        ring=tuple(ring_results(comparison.questionnaire)),
    )


def _asked(questionnaire: Questionnaire) -> AskedResults:
    head = questionnaire.head
    return AskedResults(
        id=head.id,
        version=head.version,
        title=head.title,
        fingerprint=questionnaire.fingerprint,
        teams={team.id: team.label for team in questionnaire.teams},
        codes={team.id: team.code for team in questionnaire.teams if team.code},
        stop_rule=questionnaire.stop_rule,
        terms={term.word: term.meaning for term in questionnaire.terms},
        lapsed={lapsed.title: lapsed.reason for lapsed in questionnaire.lapsed},
    )


def _carried(carried: CarriedOver) -> CarriedResults:
    return CarriedResults.model_validate({"from": carried.number, "questions": dict(carried.questions)})


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _conventions() -> Conventions:
    bands = {kind.value: f"gap of at most {largest} steps" for largest, kind in GAP_BANDS}
    bands[FindingKind.FAR_APART.value] = f"gap of more than {GAP_BANDS[-1][0]} steps"
    return Conventions(
        bands=Bands.model_validate(bands),
        tight_spread=rounded(TIGHT),
        common_position_spread=rounded(COMMON_POSITION),
        evidence="1 answer single voice, 2 to 4 indicative, 5 to 9 fair, 10 and more good",
        position="the median; a team whose spread is above the limit has no common position, and where a team has none "
        "the question is at best close",
        vote="one team, one vote, however many respondents",
        agenda=agenda_rows(),
        agenda_at_high_impact=rows_at_high_impact(),
    )


def _section(comparison: Comparison, summary: SectionSummary) -> SectionResults:
    items = [item for item in comparison.questions if item.question.section == summary.section.id]
    return SectionResults(
        id=summary.section.id,
        title=summary.section.title,
        **{column.value: count for column, count in summary.columns.items()},
        comparable=summary.comparable,
        not_comparable=summary.not_comparable,
        median_gap=rounded_if_any(summary.median_gap),
        distance=tuple(Pair(teams=pair, points=rounded(mean)) for pair, mean in summary.distances.items()),
        agreement=tuple(_agreement(items)),
        question=summary.section.question,
        noise=_noise(items),
    )


_METRICS: Final[tuple[tuple[Metric, Scales], ...]] = ((Metric.ORDINAL, "ordinal"), (Metric.NOMINAL, "nominal"))


def _agreement(items: list[QuestionComparison]) -> Iterable[AgreementResults]:
    for metric, name in _METRICS:
        if found := agreement(items, metric):
            yield AgreementResults(
                metric=name,
                items=found.items,
                alike=found.alike,
                plain=rounded(Fraction(found.alike, found.items)),
                alpha=rounded_if_any(found.alpha),
            )


def _fragile(comparison: Comparison, flips: Flips, entries: Sequence[EntryFound]) -> Fragility:
    """How many findings, and how many entries of the agenda that are open, one answer moved by one step would end."""
    return Fragility(
        findings=sum(len(item.findings) for item in comparison.questions),
        fragile=len(flips),
        agenda=len(entries),
        agenda_fragile=sum(any(finding in flips for finding in entry.findings) for entry in entries),
    )


def _chance(comparison: Comparison) -> Iterable[Chance]:
    """By how many teams are compared on a question: how likely chance alone would align them."""
    for teams, (questions, chance) in chance_by_teams(comparison.questions).items():
        yield Chance(answers=teams, within=rounded(NEAR), chance=rounded(chance), questions=questions)


def _noise(items: Iterable[QuestionComparison]) -> NoiseResults | None:
    found = noise(items)
    if found is None:
        return None
    return NoiseResults(
        questions=found.questions,
        near=found.near,
        far=found.far,
        near_at_random=rounded(found.near_at_random),
        far_at_random=rounded(found.far_at_random),
        says=noise_sentence(found),
    )
