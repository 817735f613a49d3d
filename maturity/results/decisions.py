"""What a results file says of the decisions of the room."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from maturity.results.made import ResultsModel
from maturity.results.values import MOST_OPTIONS, Count, Day, Figure, Place, Round, Teams, Text
from questionnaires.actuals import CriterionId
from questionnaires.actuals import Name as Person
from questionnaires.decisions import MOST_SUPERSEDED, Control, EntryId, NextStep, Objection, Status
from questionnaires.parts import MOST_TEAMS, Identifier, QuestionIdentifier, Sentence, Title, several, word
from questionnaires.response import Keyed
from questionnaires.words import Facet


class DecisionResults(ResultsModel):
    """A decision that stands: proposed, decided or parked."""

    id: EntryId
    """Its id in the file of decisions."""
    question: QuestionIdentifier
    """The id of the question."""
    title: Title
    """What the question is about."""
    facet: Facet = word()
    """What of the question it settles."""
    status: Status = word()
    """What it is: proposed, decided or parked."""
    outcome: Text
    """What was settled, in a few words."""
    says: Text
    """The decision in sentences: when, by whom, what, why, and who objected."""
    owner: Keyed | None = None
    """The key of the owner; absent where none was decided."""
    deputy: Keyed | None = None
    """The key of the deputy; absent where none was named."""
    option: Place | None = None
    """The option of the scale, by its place from 0; absent where none was decided."""
    value: Figure | None = None
    """The value of a limit, in its unit; absent where none was decided."""
    by: Day | None = None
    """The day by which a stage is to be reached; absent elsewhere."""
    control: Control | None = word(None)
    """What became of the control that somebody needs; absent for all but control questions."""
    safeguard: Sentence | None = None
    """What covers it instead; absent where nothing has to."""
    tested_by: Identifier | None = None
    """The id of the team that tests the safeguard; absent without one."""
    because: Sentence | None = None
    """Why, in a sentence; absent where nobody wrote it."""
    decider: Person | None = None
    """Who decided, as somebody typed it; absent of what is parked."""
    agreed_by: Teams = ()
    """The ids of the teams that agreed."""
    objected_by: tuple[Objection, ...] = several(default=(), max_length=MOST_TEAMS)
    """The teams that do not agree, each with its reason."""
    round: Round
    """The round of the answers that were talked about."""
    before: dict[Identifier, Annotated[tuple[Count, ...], several(max_length=MOST_OPTIONS)]] = Field(
        default_factory=dict, max_length=MOST_TEAMS
    )
    """By team, how many had chosen each option before it."""
    decided: Day
    """The day on which it was settled or parked."""
    due: Day | None = None
    """The day by which it is done, or taken up again; absent where nothing is to be done."""
    review_by: Day | None = None
    """The day on which it is looked at again; absent of what is parked."""
    next_step: NextStep | None = None
    """What is done next about something parked; absent of what is decided."""
    confirmed_by: tuple[CriterionId, ...] = several(default=(), max_length=MOST_SUPERSEDED)
    """The ids of the criteria that show that it holds."""
    otherwise: Teams = ()
    """The ids of the teams that answer otherwise in a later round; absent where none does."""
    otherwise_says: Text | None = None
    """The same in a sentence; absent where none does."""

    @property
    def is_missing(self) -> bool:
        """Whether it was settled of a prerequisite that it is not there, or only in part: the first status is *met*."""
        return self.facet is Facet.STATUS and self.status is Status.DECIDED and self.option not in (None, 0)


class ClashResults(ResultsModel):
    """Entries of several facilitators that all stand on one thing, so that none of them counts."""

    question: QuestionIdentifier
    """The id of the question."""
    facet: Facet = word()
    """What of the question they are on."""
    says: Text
    """What each of them says, and by whom."""
