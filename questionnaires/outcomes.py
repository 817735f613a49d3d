"""What is settled on a question, and what goes with it: the parts of which a decision is made."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from questionnaires.actuals import Amount, Name
from questionnaires.bounds import Day
from questionnaires.parts import Identifier, Sentence, word
from questionnaires.response import FileModel, Keyed


class Status(StrEnum):
    """What became of a question in the room."""

    PROPOSED = "proposed"
    DECIDED = "decided"
    PARKED = "parked"
    SUPERSEDED = "superseded"


class Control(StrEnum):
    """What becomes of the control that somebody needs."""

    KEPT = "kept"
    GIVEN_UP = "given_up"
    COVERED = "covered"


class Outcome(FileModel):
    """What was settled; the kind of the question says which of these it has."""

    owner: Keyed | None = None
    """Who owns the task, of an ownership question: the key of a team or of the provider outside."""
    deputy: Keyed | None = None
    """Who stands in for the owner: the key of another; absent where nobody does."""
    option: Annotated[int, Field(ge=0, le=5)] | None = None
    """The option on the scale, 0 to 5: of a limit, an attitude, a level of control or a stage."""
    value: Amount | None = None
    """A limit between two options, in the unit of the scale; absent with an option."""
    status: Keyed | None = None
    """Whether a prerequisite is in place: "met", "partly" or "not_met"."""
    by: Day | None = None
    """The day by which a stage is to be reached; needed of a stage that is not today's."""
    control: Control | None = word(None)
    """Of a control question: whether the agreed level is kept, was given up, or is covered by a safeguard of ours."""
    safeguard: Sentence | None = None
    """What covers it instead; needed where it is covered."""
    tested_by: Identifier | None = None
    """The id of the team that tests the safeguard; needed where it is covered."""


class Objection(FileModel):
    """A team that does not agree, and why."""

    team: Identifier
    """The id of the team."""
    reason: Sentence | None = None
    """Why, in a sentence; absent where none was given."""


class NextStep(FileModel):
    """What is done next about something parked."""

    what: Sentence
    """What is done, in a sentence."""
    owner: Name
    """Who does it: a person or a team, as somebody typed it."""
