"""The results of one round, made from its comparison: what is exported, and what every text and screen shows.

Numbers are rounded to four digits and stand beside their counts; a figure that is not defined
is absent. The same comparison gives the same results, whatever the order of the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from maturity.results.build_criteria import criterion_results
from maturity.results.build_decisions import by_room, clash_results, decision_results
from maturity.results.build_facts import ring_results
from maturity.results.build_findings import agenda_entry, finding_results, to_ask
from maturity.results.build_gate import gate_results
from maturity.results.build_head import carried_results, head_parts
from maturity.results.build_movement import movement_results
from maturity.results.build_plan import plan_items, titles_of
from maturity.results.build_questions import question_results
from maturity.results.build_sections import section_results
from maturity.results.build_teams import NOBODY, silent_teams, team_results
from maturity.results.criteria import CriterionResults
from maturity.results.decisions import ClashResults, DecisionResults
from maturity.results.findings import AgendaEntry, Finding
from maturity.results.head import AskedInPart, Fragility
from maturity.results.invited import InvitedResults
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults
from questionnaires.decisions import Decision
from scoring import Comparison, Criterion
from scoring.comparison.agenda import AgendaEntry as EntryFound
from scoring.comparison.rounds import Movement
from scoring.counts.carrying import CarriedOver
from scoring.criteria.counting import Counted, counts
from scoring.criteria.gate import Judgement
from scoring.criteria.leverage import NOTHING, Leverage, by_leverage, leverage
from scoring.criteria.room import RoomState
from scoring.decisions.planned import NOTHING_PLANNED, Plan
from scoring.firmness.missing import most_missed
from scoring.firmness.musts import firmness
from scoring.fragility.findings import Flips
from scoring.fragility.fragile import Fragile, fragile_in


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
    criteria = tuple(criteria)
    fragile = fragile_in(comparison, criteria) if fragile is None else fragile
    counted = counts(comparison, criteria)
    of_criterion = _criteria(comparison, criteria, fragile, counted, judgement)
    return Results(
        **head_parts(comparison, left_out),
        **_agenda(comparison, fragile, leverage(criteria, counted)),
        **_room(comparison, of_criterion, plan, clashes),
        team=tuple(team_results(comparison, carried, invited)),
        silent=tuple(silent_teams(comparison, invited)),
        section=tuple(section_results(comparison, section) for section in comparison.sections),
        question=tuple(question_results(comparison, fragile, item) for item in comparison.questions),
        criterion=of_criterion,
        to_ask=tuple(to_ask(comparison, missing) for missing in most_missed(comparison, criteria)),
        partial=partial,
        in_part=tuple(in_part),
        carried=carried_results(carried) if carried else None,
        movement=movement_results(comparison.questionnaire, movement) if movement else None,
        gate=gate_results(judgement, comparison, counted) if judgement else None,
        ring=tuple(ring_results(comparison.questionnaire)),
    )


def _criteria(
    comparison: Comparison,
    criteria: Sequence[Criterion],
    fragile: Fragile,
    counted: Mapping[str, Counted],
    judgement: Judgement | None,
) -> tuple[CriterionResults, ...]:
    firm = firmness(comparison, criteria)
    return tuple(
        criterion_results(
            comparison,
            one,
            fragile.criteria.get(one.id, ()),
            firm.get(one.id),
            judgement.name_of(one) if judgement else None,
            counted.get(one.id),
        )
        for one in criteria
    )


class _AgendaParts(TypedDict):
    """What is to be discussed, by the names that the model has for its parts."""

    flagged: tuple[str, ...]
    fragile: Fragility
    agenda: tuple[AgendaEntry, ...]
    settled: tuple[AgendaEntry, ...]
    parked: tuple[AgendaEntry, ...]
    no_common_position: tuple[Finding, ...]
    applicability_conflict: tuple[Finding, ...]


def _agenda(comparison: Comparison, fragile: Fragile, hanging: Mapping[str, Leverage]) -> _AgendaParts:
    found = comparison.agenda
    states = by_room(comparison, by_leverage(found.entries, hanging))
    entries = {
        state: tuple(agenda_entry(comparison, fragile, one, hanging.get(one.question, NOTHING)) for one in some)
        for state, some in states.items()
    }
    return {
        "flagged": found.flagged,
        "fragile": _fragile(comparison, fragile.flips, states[RoomState.OPEN]),
        "agenda": entries[RoomState.OPEN],
        "settled": entries[RoomState.SETTLED],
        "parked": entries[RoomState.PARKED],
        "no_common_position": tuple(finding_results(comparison, fragile, one) for one in found.no_common_position),
        "applicability_conflict": tuple(finding_results(comparison, fragile, one) for one in found.applicability),
    }


class _RoomParts(TypedDict):
    """What the room settled, by the names that the model has for its parts."""

    decision: tuple[DecisionResults, ...]
    clash: tuple[ClashResults, ...]
    plan: tuple[PlanItemResults, ...]


def _room(
    comparison: Comparison, criteria: Sequence[CriterionResults], plan: Plan, clashes: Iterable[Sequence[Decision]]
) -> _RoomParts:
    """Without a decision and an entry of a plan there is no plan."""
    questionnaire, decisions = comparison.questionnaire, tuple(decision_results(comparison))
    names = {team.id: team.label for team in questionnaire.teams}, titles_of(questionnaire)
    is_planned = bool(decisions or plan.entries)
    return {
        "decision": decisions,
        "clash": tuple(clash_results(questionnaire, one) for one in clashes),
        "plan": tuple(plan_items(criteria, decisions, plan, *names)) if is_planned else (),
    }


def _fragile(comparison: Comparison, flips: Flips, entries: Sequence[EntryFound]) -> Fragility:
    """How many findings, and how many entries of the agenda that are open, one answer moved by one step would end."""
    return Fragility(
        findings=sum(len(item.findings) for item in comparison.questions),
        fragile=len(flips),
        agenda=len(entries),
        agenda_fragile=sum(any(finding in flips for finding in entry.findings) for entry in entries),
    )
