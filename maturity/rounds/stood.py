"""Where the teams stood in a round, question by question: by the answers gathered, or by results that were sent.

Both hold counts of teams, and all is worked out from these: so both say the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from maturity.files.gathering import Gathered
from questionnaires import Questionnaire, Scale, one_line
from questionnaires.decisions import Status
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, Level
from scoring.comparison.facets import team_facet
from scoring.counts.tally import Distribution, cells_of, teams_in
from scoring.measures import modes

if TYPE_CHECKING:
    from maturity.results.model import Results  # many models, which the app never needs for this


@dataclass(frozen=True, slots=True)
class TeamStood:
    """One team on one facet, by its name.

    `places` are places of the scale, halves between two options: the middle answer, the ends of a team that `is_torn`,
    or without an order what most of its people say. Without any, `state` is what it said instead. `voices` are answers.
    """

    team: str
    places: tuple[Fraction, ...]
    is_torn: bool = False
    voices: int = 0
    state: str = ""


@dataclass(frozen=True, slots=True)
class Stood:
    """The teams in one round, by question and facet; who said nothing on a facet is not among them. `decided` is what
    the room has decided since, by question, in sentences."""

    round: int
    questions: Mapping[str, Mapping[Facet, tuple[TeamStood, ...]]]
    decided: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def round_before(gathered: Gathered, questionnaire: Questionnaire, number: int) -> int | None:
    """The last round before this one that two teams have answered."""
    for one in sorted(gathered.rounds, reverse=True):
        if one < number and len(gathered.counts_of_round(questionnaire, one).answered_teams) > 1:
            return one
    return None


def stood_before(gathered: Gathered, questionnaire: Questionnaire, number: int) -> Stood | None:
    """By the answers as they stand in the last round before this one that two teams have answered; None without one."""
    before = round_before(gathered, questionnaire, number)
    if before is None:
        return None
    from maturity.rounds.choosing import choice_of  # many models, which nobody needs to answer a first round
    from maturity.rounds.round import counts_compared

    choice = choice_of(gathered, before)
    counted = counts_compared(gathered, questionnaire, before, choice.against if choice.carrying else None)
    teams = teams_in(questionnaire, counted)
    return Stood(
        before,
        {
            question.id: {
                facet: _in_order(
                    _team(questionnaire.scale_of(question, facet), questionnaire.team_by_id[team].label, cell)
                    for team, cell in cells_of(counted, question, facet, teams)
                )
                for facet in question.facets
            }
            for question in questionnaire.questions
        },
    )


def stood_in_results(results: Results, questionnaire: Questionnaire) -> Stood:
    """By results that were sent: of the questions that are asked today, on a scale of the same words."""
    names = results.questionnaire.teams | {team.id: team.name for team in results.team}
    found = {}
    for item in results.question:
        question = questionnaire.question_by_id.get(questionnaire.renamed.get(item.id, item.id))
        scale = questionnaire.scale_by_id[question.scale] if question else None
        if question and scale and item.scale == tuple(option.label for option in scale.options):
            found[question.id] = {
                facet.name: _in_order(
                    _team(
                        scale,
                        one_line(names.get(one.id, one.id)),
                        Distribution(one.counts, one.dont_know, one.not_applicable),
                    )
                    for one in facet.team
                    if len(one.counts) == len(scale.options)
                )
                for facet in item.facet
            }
    decided: dict[str, str] = {}
    for one in results.decision:
        name = questionnaire.renamed.get(one.question, one.question)
        if one.status is Status.DECIDED and name in found:
            decided[name] = _joined(decided.get(name), decided_sentence(one.decided, one.outcome))
    return Stood(results.round, found, decided)


def decided_here(gathered: Gathered, questionnaire: Questionnaire) -> dict[str, str]:
    """What the room has decided, by question, by the decisions beside the answers: what, and not who decided it."""
    if not gathered.entries:
        return {}
    from scoring.decisions.settled import settled_by  # as above
    from scoring.wording.decisions import outcome_words

    found: dict[str, str] = {}
    for one in settled_by(questionnaire, gathered.entries).decisions:
        if one.status is Status.DECIDED:
            sentence = decided_sentence(one.decided, outcome_words(questionnaire, one))
            found[one.question] = _joined(found.get(one.question), sentence)
    return found


def decided_sentence(day: dt.date, outcome: str) -> str:
    """A decision as it is told before somebody answers again: `Decided on 2026-11-27: Endpoint, deputy Operations.`."""
    return f"Decided on {day}: {one_line(outcome).rstrip('.')}."


def _joined(before: str | None, sentence: str) -> str:
    return f"{before} {sentence}" if before else sentence


def _team(scale: Scale, team: str, cell: Distribution) -> TeamStood:
    if not cell.answered:
        state = DONT_KNOW if cell.dont_know else NOT_APPLICABLE if cell.not_applicable else ""
        return TeamStood(team, (), state=state)
    if scale.level is not Level.ORDINAL:
        return TeamStood(team, tuple(map(Fraction, modes(cell.counts))), voices=cell.answered)
    found = team_facet(team, cell)
    ends = (found.lowest, found.highest) if found.is_torn else (found.position,)
    return TeamStood(team, tuple(Fraction(end) for end in ends if end is not None), found.is_torn, cell.answered)


def _in_order(teams: Iterable[TeamStood]) -> tuple[TeamStood, ...]:
    """Along the scale, and behind it who said something else; who said nothing is not there."""
    said = [one for one in teams if one.places or one.state]
    return tuple(sorted(said, key=lambda one: (not one.places, sum(one.places) / max(1, len(one.places)))))
