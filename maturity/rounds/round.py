"""One round with everything that follows from it: comparison, criteria, movement since another round, the gate."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from maturity import clock
from maturity.files.gathering import Gathered
from maturity.files.tallies import people_in
from maturity.results.build import results
from maturity.results.head import AskedInPart
from maturity.results.invited import InvitedResults
from maturity.results.model import Results
from maturity.rounds.invited import Heard, heard_in
from questionnaires import Fault, InvalidFile, Questionnaire, Response
from questionnaires.actuals import Actuals, inconsistencies
from questionnaires.decisions import Decision
from scoring import Comparison, Criterion, Tally, compare, recommend
from scoring.comparison.people import PeopleMoved, people_moved
from scoring.comparison.rounds import Movement, movement
from scoring.counts.again import Standing, standing
from scoring.counts.carrying import CarriedOver, carry
from scoring.criteria.counting import counts
from scoring.criteria.gate import Judgement, judge
from scoring.criteria.misfits import misfits, misnamed
from scoring.decisions.planned import NOTHING_PLANNED, Plan, planned_by
from scoring.decisions.settled import settled_by
from scoring.fragility.fragile import Fragile, fragile_in
from scoring.wording.words import listed

if TYPE_CHECKING:
    from maturity.rounds.notes import Notes


@dataclass(frozen=True)
class Round:
    """A round compared, and which responses it rests on; `counted` are its own counts.

    `movement` is None unless it is set against another round, `carried` unless answers of that round stand
    where they were not given anew (`earlier` are the responses that gave them, `uncounted` the teams of which tallies
    count in either round), `judgement` without the pilot's figures.
    `began` is the local day on which the first of the answers that count was begun, those carried over included; None
    when a tally is among them, which does not say. `heard` are the teams that a roster says were asked for the round;
    of `clashes`, decisions that all stand on one thing, none counts.
    """

    comparison: Comparison
    criteria: tuple[Criterion, ...]
    counted: Tally
    people: tuple[str, ...]
    responses: tuple[Response, ...]
    left_out: tuple[str, ...]
    movement: Movement | None = None
    carried: CarriedOver | None = None
    earlier: tuple[Response, ...] = ()
    uncounted: frozenset[str] = frozenset()
    judgement: Judgement | None = None
    began: dt.date | None = None
    plan: Plan = NOTHING_PLANNED
    heard: Mapping[str, Heard] = field(default_factory=lambda: MappingProxyType({}))
    clashes: tuple[tuple[Decision, ...], ...] = ()

    @cached_property
    def fragile(self) -> Fragile:
        """Which findings and criteria one answer would change; worked out for those who show it, and once."""
        return fragile_in(self.comparison, self.criteria)

    @cached_property
    def notes(self) -> Notes:
        """What people said besides, for whoever looks."""
        from maturity.rounds.notes import Notes

        return Notes(self.comparison.questionnaire, self.responses, self.earlier, self.uncounted)

    def results(self) -> Results:
        """Everything that is shown of the round."""
        asked = tuple(self._asked_in_part()) if self.carried is None else ()
        is_voted = self.carried is None and any(one.votes for one in self.counted.progress.values())
        is_partial = (
            (bool(asked) or is_voted) and all(one.people == one.of for one in asked) and len(asked) == self._teams_begun
        )
        return results(
            self.comparison,
            self.criteria,
            self.left_out,
            fragile=self.fragile,
            partial=is_partial,
            in_part=() if is_partial else asked,
            carried=self.carried,
            movement=self.movement,
            judgement=self.judgement,
            plan=self.plan,
            clashes=self.clashes,
            invited={
                team: InvitedResults(people=heard.asked, answered=heard.answered, until=heard.until)
                for team, heard in self.heard.items()
            },
        )

    def _asked_in_part(self) -> Iterator[AskedInPart]:
        """The teams with somebody who was asked only what was on the agenda; tallies do not say that."""
        people = (one.respondent for one in self.responses if not one.respondent.voted)
        some = Counter(who.team for who in people if who.only is not None)
        for team in self.comparison.questionnaire.team_by_id:
            if some[team]:
                yield AskedInPart(team=team, people=some[team], of=self.counted.progress[team].respondents)

    def with_decisions(self, gathered: Gathered) -> Round:
        """The same answers with what stands decided in files that were read again; nothing is counted anew.

        The verdict on figures is left out: what is decided may change it.
        """
        settled = settled_by(self.comparison.questionnaire, gathered.entries)
        comparison = self.comparison.with_settled(settled)
        criteria = recommend(comparison)
        return replace(
            self,
            comparison=comparison,
            criteria=criteria,
            left_out=gathered.left_out,
            judgement=None,
            plan=planned_by(gathered.plan, gathered.entries),
            clashes=gathered.clashes,
        )

    @property
    def _teams_begun(self) -> int:
        return sum(progress.respondents > 0 for progress in self.counted.progress.values())

    def judged(self, actuals: Actuals, name: str, today: dt.date) -> Round:
        """With the verdict on these figures. Raises InvalidFile with all faults that they have against this round."""
        fit_actuals(actuals, name, self.comparison, self.criteria, self.began, today)
        counted = counts(self.comparison, self.criteria)
        return replace(self, judgement=judge(self.criteria, actuals, today, counts=counted))


def round_of(
    gathered: Gathered, questionnaire: Questionnaire, number: int, against: int | None = None, *, carrying: bool = False
) -> Round:
    """The round of this number, and what moved since the one it is set against.

    With `carrying`, the answers of that other round stand where they were not given anew.
    """
    questionnaire = gathered.named(questionnaire)
    counted = gathered.counts_of_round(questionnaire, number)
    tallies = [file.counted for file in gathered.tallies if file.counted.round == number]
    responses = gathered.of_round(number)
    last, carried, moved = counted, None, None
    if against is not None:
        before = gathered.counts_of_round(questionnaire, against)
        last, carried = carry(before, counted, against, _standing(gathered, questionnaire, number, against))
        people = _people(gathered, compare(questionnaire, before, against), number)
        moved = movement(questionnaire, before, counted, against, people, last=last, carrying=carrying)
    settled = settled_by(questionnaire, gathered.entries)
    comparison = compare(questionnaire, last if carrying else counted, number).with_settled(settled)
    if not carrying:
        carried = None
    else:
        comparison = replace(comparison, anew=frozenset(cell for cell, one in counted.cells.items() if one.answered))
    earlier = (against,) if against is not None and carried is not None else ()
    return Round(
        comparison,
        recommend(comparison),
        counted,
        (*people_in(responses), *(one for counts in tallies for one in counts.people)),
        responses,
        gathered.left_out,
        moved,
        carried,
        tuple(response for one in earlier for response in gathered.of_round(one)),
        _uncounted(gathered, (number, *earlier)),
        # Figures since the earlier round count only where its answers stand.
        began=_began(gathered, (number, *(earlier if carried is not None and carried.questions else ()))),
        plan=planned_by(gathered.plan, gathered.entries),
        heard=heard_in(gathered, questionnaire, number),
        clashes=gathered.clashes,
    )


def _began(gathered: Gathered, rounds: tuple[int, ...]) -> dt.date | None:
    """The local day on which the first answers of these rounds were begun; None where tallies do not say."""
    if any(file.counted.round in rounds for file in gathered.tallies):
        return None
    responses = [response for number in rounds for response in gathered.of_round(number)]
    return min((clock.day_of(response.respondent.started) for response in responses), default=None)


def _people(gathered: Gathered, before: Comparison, number: int) -> PeopleMoved:
    """Who moved since an earlier round: of teams that have sent counts nobody knows that."""
    return people_moved(
        before.questionnaire,
        gathered.of_round(before.round),
        gathered.of_round(number),
        discussed=before.agenda.questions.union(before.agenda.flagged),
        uncounted=_uncounted(gathered, (number, before.round)),
    )


def counts_compared(gathered: Gathered, questionnaire: Questionnaire, number: int, carried_from: int | None) -> Tally:
    """What is counted of a round, with the answers of an earlier one that still stand; None leaves them out."""
    counted = gathered.counts_of_round(questionnaire, number)
    if carried_from is None:
        return counted
    before = gathered.counts_of_round(questionnaire, carried_from)
    return carry(before, counted, carried_from, _standing(gathered, questionnaire, number, carried_from))[0]


def _standing(gathered: Gathered, questionnaire: Questionnaire, number: int, against: int) -> Standing:
    """What people said in an earlier round and have not answered again."""
    uncounted = _uncounted(gathered, (number, against))
    return standing(questionnaire, gathered.of_round(against), gathered.of_round(number), uncounted)


def _uncounted(gathered: Gathered, rounds: tuple[int, ...]) -> frozenset[str]:
    """The teams of which tallies count in these rounds, so that not everybody who answered is known."""
    sent = [file.counted for file in gathered.tallies if file.counted.round in rounds]
    return frozenset(team.id for counted in sent for team in counted.team if team.respondents)


def begun_later(later: tuple[int, ...]) -> str:
    """That these rounds are not compared although they come later, and why; at most four are named."""
    if len(later) == 1:
        return f"round {later[0]} was begun by one team and is left out"
    named = [str(number) for number in later[: 4 if len(later) == 4 else 3]]
    more = [f"{len(later) - len(named)} more"] if len(later) > len(named) else []
    return f"rounds {listed([*named, *more])} were begun by one team each and are left out"


def fit_actuals(
    actuals: Actuals,
    name: str,
    comparison: Comparison,
    criteria: tuple[Criterion, ...],
    began: dt.date | None,
    today: dt.date,
) -> None:
    """Checks figures against the criteria they are about: none from before the answers `began`, none from
    after `today`, both local days. Raises InvalidFile with all faults."""
    found = (
        *inconsistencies(actuals),
        *misfits(criteria, actuals, began, today, counts(comparison, criteria)),
        *misnamed(comparison.questionnaire, actuals),
    )
    faults = [Fault(name, key, message) for key, message in found]
    if actuals.pilot.questionnaire != comparison.questionnaire.head.id:
        faults.append(Fault(name, "pilot.questionnaire", f'the answers are on "{comparison.questionnaire.head.id}"'))
    if actuals.pilot.round != comparison.round:
        faults.append(
            Fault(name, "pilot.round", f"is {actuals.pilot.round}, the answers are of round {comparison.round}")
        )
    if faults:
        raise InvalidFile(faults)
