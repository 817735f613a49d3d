"""One round with everything that follows from it: comparison, criteria, movement since another round, the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

from maturity import clock
from maturity.files.gathering import Gathered
from maturity.files.tallies import people_in
from maturity.results.build import results
from maturity.results.model import Results
from maturity.rounds.notes import Notes
from questionnaires import Fault, InvalidFile, Questionnaire, Response
from questionnaires.actuals import Actuals, inconsistencies
from scoring import Comparison, Criterion, Tally, compare, recommend
from scoring.comparison.people import people_moved
from scoring.comparison.rounds import Movement, movement
from scoring.counts.carrying import CarriedOver, carry
from scoring.criteria.gate import Judgement, judge
from scoring.criteria.misfits import misfits, misnamed
from scoring.fragility.fragile import Fragile, fragile_in
from scoring.wording.words import listed


@dataclass(frozen=True)
class Round:
    """A round compared, and which responses it rests on; `counted` are its own counts.

    `movement` is None unless it is set against another round, `carried` unless answers of that round stand
    where nobody was asked again (`earlier` are the responses that gave them), `judgement` without the pilot's figures.
    `began` is the local day on which the first of the answers that count was begun, those carried over included; None
    when a tally is among them, which does not say.
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
    judgement: Judgement | None = None
    began: dt.date | None = None

    @cached_property
    def fragile(self) -> Fragile:
        """Which findings one answer would change; worked out for those who show it, and once."""
        return fragile_in(self.comparison)

    @cached_property
    def notes(self) -> Notes:
        """What people said besides, for whoever looks."""
        return Notes(self.comparison.questionnaire, self.responses, self.earlier)

    def results(self) -> Results:
        """Everything that is shown of the round."""
        is_partial = self.carried is None and any(response.respondent.only is not None for response in self.responses)
        return results(
            self.comparison,
            self.criteria,
            self.left_out,
            fragile=self.fragile,
            partial=is_partial,
            carried=self.carried,
            movement=self.movement,
            judgement=self.judgement,
        )

    def judged(self, actuals: Actuals, name: str, today: dt.date) -> Round:
        """With the verdict on these figures. Raises InvalidFile with all faults that they have against this round."""
        fit_actuals(actuals, name, self.comparison, self.criteria, self.began, today)
        return replace(self, judgement=judge(self.criteria, actuals, today))


def round_of(
    gathered: Gathered, questionnaire: Questionnaire, number: int, against: int | None = None, *, carrying: bool = False
) -> Round:
    """The round of this number, and what moved since the one it is set against.

    With `carrying`, the answers of that other round stand where a team was not asked again.
    """
    questionnaire = gathered.named(questionnaire)
    counted = gathered.counts_of_round(questionnaire, number)
    tallies = [file.counted for file in gathered.tallies if file.counted.round == number]
    responses = gathered.of_round(number)
    moved, carried, whole = None, None, counted
    if against is not None:
        moved = _movement(gathered, questionnaire, counted, number, against)
        if carrying:
            whole, carried = counts_compared(gathered, questionnaire, number, against)
    comparison = compare(questionnaire, whole, number)
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
        # Figures since the earlier round count only where its answers stand.
        began=_began(gathered, (number, *(earlier if carried is not None and carried.questions else ()))),
    )


def _began(gathered: Gathered, rounds: tuple[int, ...]) -> dt.date | None:
    """The local day on which the first answers of these rounds were begun; None where tallies do not say."""
    if any(file.counted.round in rounds for file in gathered.tallies):
        return None
    responses = [response for number in rounds for response in gathered.of_round(number)]
    return min((clock.day_of(response.respondent.started) for response in responses), default=None)


def _movement(gathered: Gathered, questionnaire: Questionnaire, counted: Tally, number: int, against: int) -> Movement:
    """What moved since an earlier round, with who moved: of teams that have sent counts nobody knows that."""
    earlier = gathered.counts_of_round(questionnaire, against)
    agenda = compare(questionnaire, earlier, against).agenda
    people = people_moved(
        questionnaire,
        gathered.of_round(against),
        gathered.of_round(number),
        discussed=agenda.questions.union(agenda.flagged),
        uncounted={
            team.id
            for file in gathered.tallies
            if file.counted.round in (number, against)
            for team in file.counted.team
            if team.respondents
        },
    )
    return movement(questionnaire, earlier, counted, against, people)


def counts_compared(
    gathered: Gathered, questionnaire: Questionnaire, number: int, carried_from: int | None
) -> tuple[Tally, CarriedOver | None]:
    """What is counted of a round, with the answers of an earlier one where there are none; None leaves them out."""
    counted = gathered.counts_of_round(questionnaire, number)
    if carried_from is None:
        return counted, None
    return carry(gathered.counts_of_round(questionnaire, carried_from), counted, carried_from)


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
        *misfits(criteria, actuals, began, today),
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
