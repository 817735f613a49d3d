"""One round with everything that follows from it: comparison, criteria, movement since another round, the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from maturity.gathering import Gathered
from maturity.gating import fit_actuals, gate_tree
from maturity.results import results
from maturity.results_of_movement import movement_tree
from maturity.tallying import people_in
from maturity.trees import Tree
from questionnaires import Fault, InvalidFile, Questionnaire, Response, name_of
from questionnaires.actuals import Actuals
from scoring import Comparison, Criterion, Tally, compare, recommend
from scoring.carrying import Carried, carry
from scoring.gate import Judgement, judge
from scoring.movement import Movement, movement
from scoring.wording import listed


@dataclass(frozen=True, slots=True)
class Round:
    """A round compared, and which responses it rests on; `counted` are its own counts.

    `movement` is None unless it is set against another round, `carried` unless answers of that round stand
    where nobody was asked again, `judgement` without the pilot's figures.
    """

    comparison: Comparison
    criteria: tuple[Criterion, ...]
    counted: Tally
    people: tuple[str, ...]
    responses: tuple[Response, ...]
    left_out: tuple[str, ...]
    movement: Movement | None = None
    carried: Carried | None = None
    judgement: Judgement | None = None

    def results(self) -> Tree:
        tree = results(self.comparison, self.criteria, self.left_out)
        if self.carried is None and any(response.respondent.only is not None for response in self.responses):
            tree["partial"] = True
        if self.carried is not None:
            tree["carried"] = {"from": self.carried.number, "questions": dict(self.carried.questions)}
        if self.movement is not None:
            tree["movement"] = movement_tree(self.comparison.questionnaire, self.movement)
        if self.judgement is not None:
            tree["gate"] = gate_tree(self.judgement)
        return tree

    def judged(self, actuals: Actuals, name: str, today: dt.date) -> Round:
        """With the verdict on these figures. Raises InvalidFile with all faults that they have against this round."""
        began = min((response.respondent.started.date() for response in self.responses), default=None)
        fit_actuals(actuals, name, self.comparison, self.criteria, began, today)
        return replace(self, judgement=judge(self.criteria, actuals, today))


def round_of(
    gathered: Gathered, questionnaire: Questionnaire, number: int, against: int | None = None, *, carrying: bool = False
) -> Round:
    """The round of this number, and what moved since the one it is set against.

    With `carrying`, the answers of that other round stand where a team was not asked again.
    """
    counted = gathered.counts_of_round(questionnaire, number)
    tallies = [file.counted for file in gathered.tallies if file.counted.round == number]
    responses = gathered.of_round(number)
    moved, carried, whole = None, None, counted
    if against is not None:
        earlier = gathered.counts_of_round(questionnaire, against)
        moved = movement(questionnaire, earlier, counted, against)
        if carrying:
            whole, carried = carry(earlier, counted, against)
    comparison = compare(questionnaire, whole, number)
    return Round(
        comparison,
        recommend(comparison),
        counted,
        (*people_in(responses), *(one for counts in tallies for one in counts.people)),
        responses,
        gathered.left_out,
        moved,
        carried,
    )


def begun_later(later: tuple[int, ...]) -> str:
    """That these rounds are not compared although they come later, and why; at most four are named."""
    if len(later) == 1:
        return f"round {later[0]} was begun by one team and is left out"
    named = [str(number) for number in later[: 4 if len(later) == 4 else 3]]
    more = [f"{len(later) - len(named)} more"] if len(later) > len(named) else []
    return f"rounds {listed([*named, *more])} were begun by one team each and are left out"


def double_figures(gathered: Gathered, number: int) -> list[Fault]:
    """The files with the pilot's figures of a round, where there are several: a conflict, and none is used."""
    fitting = [file for file in gathered.figures if file.actuals.pilot.round == number]
    names = ", ".join(name_of(file.path.name) for file in fitting)
    sentence = f"is one of several with figures of round {number} ({names}); keep one of them"
    return [Fault(name_of(file.path), "pilot.round", sentence) for file in fitting] if len(fitting) > 1 else []


def with_figures(found: Round, gathered: Gathered, today: dt.date) -> tuple[Round, list[Fault], list[Fault]]:
    """The round with the verdict on the figures that lie among the files, if any; then the faults they have,
    and what is to be known besides: figures of another round are not used."""
    number = found.comparison.round
    fitting = [file for file in gathered.figures if file.actuals.pilot.round == number]
    others = [file for file in gathered.figures if file.actuals.pilot.round != number]
    known = [
        Fault(
            name_of(file.path),
            "pilot.round",
            f"holds figures of round {file.actuals.pilot.round}; they are not used for round {number}",
        )
        for file in others
        if not fitting
    ]
    faults = double_figures(gathered, number)
    if fitting and not faults:
        try:
            return found.judged(fitting[0].actuals, name_of(fitting[0].path), today), [], known
        except InvalidFile as error:
            faults = list(error.faults)
    unused = gathered.called(fault.file for fault in faults)
    return replace(found, left_out=tuple(sorted((*found.left_out, *unused)))), faults, known
