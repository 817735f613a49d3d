"""What a results file says of the plan: who does what until when, of the musts and of the decisions."""

from __future__ import annotations

from enum import StrEnum

from maturity.results.made import ResultsModel
from maturity.results.values import Day, Text
from questionnaires.actuals import CriterionId
from questionnaires.actuals import Name as Person
from questionnaires.decisions import EntryId, State
from questionnaires.parts import QuestionIdentifier, word
from questionnaires.words import Gate


class PlanKind(StrEnum):
    """What a line of the plan is about."""

    SHOW = "show"
    CARRY_OUT = "carry_out"
    NEXT_STEP = "next_step"
    DECIDE = "decide"
    REVIEW = "review"


class PlanItemResults(ResultsModel):
    """One thing to be done: a must to show, or what a decision asks for."""

    kind: PlanKind = word()
    """What it is: a must to show, a decision to carry out or to look at again, a next step, or something to decide."""
    criterion: CriterionId | None = None
    """The id of the criterion; absent with a decision."""
    gate: Gate | None = word(None)
    """The gate of the criterion; absent with a decision, and of one that is no longer recommended."""
    decision: EntryId | None = None
    """The id of the decision; absent with a criterion."""
    question: QuestionIdentifier | None = None
    """The id of the question that was decided; absent with a criterion."""
    says: Text
    """What is to be done, in a line."""
    person: Person | None = None
    """Who does it, as somebody typed it; absent where nobody is named."""
    owner: Text | None = None
    """Who answers for it by the answers and decisions; absent where nothing says that."""
    due: Day | None = None
    """The day by which it is done; absent where none is set."""
    state: State = word(State.OPEN)
    """Whether it is open or done; what is overdue is told by the day on which somebody looks."""
    entry: EntryId | None = None
    """The id of the entry of the plan that says so; absent where nobody planned it by itself."""
    first: EntryId | None = None
    """The id of the first entry about it, which stays when others supersede it; absent without any."""

    @property
    def is_dropped(self) -> bool:
        """Whether somebody planned it, and the answers no longer call for it."""
        return self.kind is PlanKind.SHOW and self.gate is None

    @property
    def subject(self) -> str:
        """The id of the criterion or decision."""
        return self.criterion or self.decision or ""
