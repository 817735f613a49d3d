"""What the teams settled in the room, as somebody wrote it down: one entry for each decision, never changed again.

Whoever changes a mind adds an entry that supersedes the one before. Which entries stand is worked out in
`scoring.decisions`; whether they fit a questionnaire is asked in `questionnaires.decisions_admission`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, model_validator

from questionnaires.actuals import CriterionId, Name
from questionnaires.bounds import Day
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.outcomes import Control, NextStep, Objection, Outcome, Status
from questionnaires.parts import (
    MOST_TEAMS,
    Hash,
    Identifier,
    QuestionIdentifier,
    QuestionnaireIdentifier,
    Sentence,
    VersionLabel,
    several,
    word,
)
from questionnaires.reading import expect
from questionnaires.response import FileModel, Moment
from questionnaires.scale import MOST_OPTIONS
from questionnaires.words import Facet, FileKind

__all__ = [
    "MOST_COUNTED",
    "MOST_DECISIONS",
    "MOST_SUPERSEDED",
    "Control",
    "Decision",
    "Decisions",
    "DecisionsRef",
    "EntryId",
    "NextStep",
    "Objection",
    "Outcome",
    "PlanEntry",
    "State",
    "Status",
    "decisions_in",
]

MOST_DECISIONS: Final = 2000
MOST_SUPERSEDED: Final = 20
"""By one entry: more is no change of mind."""
MOST_COUNTED: Final = 1_000_000
"""Answers of a team on one option."""

_LISTS: Final = ("decision", "plan")
_FULL: Final = f"has {{}} entries; at most {MOST_DECISIONS} are read of one file, move some into a second one beside it"

EntryId = Annotated[str, Field(pattern=r"^[a-z0-9]{4,32}$")]


class State(StrEnum):
    """How far something planned has come; what is overdue is told by its date."""

    OPEN = "open"
    DONE = "done"


def _one_person(value: object) -> object:
    if isinstance(value, list | tuple):
        raise ValueError("names several people; a decision has one decider, put the others into agreed_by")
    return value


class Decision(FileModel):
    """One entry: something proposed, decided or parked, or that another entry no longer holds."""

    id: EntryId
    """A random name of 4 to 32 small letters and digits, made once."""
    question: QuestionIdentifier
    """The id of the question that it settles."""
    facet: Facet | None = word(None)
    """Which stage of a shift it settles: "today", "in_12_months" or "in_24_months"; may be left out elsewhere."""
    status: Status = word()
    """What it is: proposed, decided or parked; superseded takes back the entries that it names."""
    scale: Hash | None = None
    """A short hash of what the scale meant; where it differs today the decision is not used."""
    outcome: Outcome | None = None
    """What was settled; needed of what is proposed or decided, and of nothing else."""
    because: Sentence | None = None
    """Why, in a sentence."""
    decider: Annotated[Name, BeforeValidator(_one_person)] | None = None
    """The one person or body that decided; needed of a decision."""
    agreed_by: tuple[Identifier, ...] = several(default=(), max_length=MOST_TEAMS)
    """The ids of the teams that agreed."""
    objected_by: tuple[Objection, ...] = several(default=(), max_length=MOST_TEAMS)
    """The teams that do not agree, each with its reason."""
    round: Annotated[int, Field(ge=1, le=999)] = 1
    """The round of the answers that were talked about."""
    before: Annotated[
        dict[
            Identifier,
            Annotated[tuple[Annotated[int, Field(ge=0, le=MOST_COUNTED)], ...], several(max_length=MOST_OPTIONS)],
        ],
        Field(max_length=MOST_TEAMS),
    ] = Field(default_factory=dict)
    """By team, how many had chosen each option of the scale before it, in the order of the options."""
    decided: Day
    """The day on which it was settled, parked or taken back."""
    recorded: Moment
    """When this entry was written, with the time zone."""
    due: Day | None = None
    """The day by which it is done, or taken up again; absent where nothing is to be done."""
    review_by: Day | None = None
    """The day on which it is looked at again; needed of a decision."""
    next_step: NextStep | None = None
    """What is done next; needed of what is parked, with a due day."""
    confirmed_by: tuple[CriterionId, ...] = several(default=(), max_length=MOST_SUPERSEDED)
    """The ids of the criteria that show that it holds."""
    supersedes: tuple[EntryId, ...] = several(default=(), max_length=MOST_SUPERSEDED)
    """The ids of the entries in whose place this one stands, or that it takes back."""

    @model_validator(mode="after")
    def _is_whole(self) -> Decision:
        if missing := tuple(self._missing()):
            raise ValueError(f"is {self.status.value} and lacks {' and '.join(missing)}")
        if self.outcome is not None and self.status in (Status.PARKED, Status.SUPERSEDED):
            raise ValueError(f"is {self.status.value} and has no outcome; remove it, or say that it is decided")
        for key, day in (("due", self.due), ("review_by", self.review_by)):
            if day is not None and day < self.decided:
                raise ValueError(f"{key} is {day}, before it was decided on {self.decided}; correct one of them")
        # A day is a local one and the moment has its own zone, so that they may differ by one.
        if self.decided > self.recorded.date() + dt.timedelta(days=1):
            raise ValueError(f"decided is {self.decided}, after it was recorded; correct one of them")
        if self.id in self.supersedes:
            raise ValueError("supersedes itself; remove its own id")
        return self

    def _missing(self) -> Iterator[str]:
        settles = self.status in (Status.PROPOSED, Status.DECIDED)
        if settles and self.outcome is None:
            yield "an outcome"
        if self.status is Status.DECIDED and self.decider is None:
            yield "a decider"
        if self.status is Status.DECIDED and self.review_by is None:
            yield "review_by, the day on which it is looked at again"
        if self.status is Status.PARKED and (self.next_step is None or self.due is None):
            yield "a next_step with its due day"
        if self.status is Status.SUPERSEDED and not self.supersedes:
            yield "the entries that it supersedes"


class PlanEntry(FileModel):
    """Who does what until when about one criterion or one decision, and whether it is done."""

    id: EntryId
    """A random name of 4 to 32 small letters and digits, made once."""
    criterion: CriterionId | None = None
    """The id of a criterion; absent with a decision."""
    decision: EntryId | None = None
    """The id of a decision; absent with a criterion."""
    person: Name | None = None
    """Who does it; absent where nobody is named yet."""
    due: Day | None = None
    """The day by which it is done; absent where none is set."""
    state: State = word(State.OPEN)
    """Whether it is open or done."""
    recorded: Moment
    """When this entry was written, with the time zone."""
    supersedes: tuple[EntryId, ...] = several(default=(), max_length=MOST_SUPERSEDED)
    """The ids of the entries in whose place this one stands."""

    @model_validator(mode="after")
    def _is_one(self) -> PlanEntry:
        if (self.criterion is None) == (self.decision is None):
            raise ValueError("is about either a criterion or a decision; give one of the two")
        if self.id in self.supersedes:
            raise ValueError("supersedes itself; remove its own id")
        return self

    @property
    def subject(self) -> str:
        """The id of the criterion or decision."""
        return self.criterion or self.decision or ""


class DecisionsRef(FileModel):
    """The questionnaire whose questions were decided."""

    id: QuestionnaireIdentifier
    """The id of the questionnaire."""
    version: VersionLabel
    """The version of the questionnaire when the file was begun, a label."""
    fingerprint: Hash
    """A hash of that version's exact content."""


class Decisions(FileModel):
    """All decisions of one file; new entries are added at its end."""

    questionnaire: DecisionsRef
    """The questionnaire whose questions were decided."""
    decision: tuple[Decision, ...] = several(default=(), max_length=MOST_DECISIONS)
    """The decisions, in whatever order."""
    plan: tuple[PlanEntry, ...] = several(default=(), max_length=MOST_DECISIONS)
    """The plan: who does what until when."""


def decisions_in(document: dict[str, Any], name: str) -> Decisions:
    """The decisions in a parsed document, sound by themselves. Raises InvalidFile with all faults."""
    body = expect(document, FileKind.DECISIONS, name)
    if full := [Fault(name, key, _FULL.format(len(body[key]))) for key in _LISTS if _is_full(body.get(key))]:
        raise InvalidFile(full)
    decisions = validate(Decisions, body, name)
    faults = [Fault(name, key, message) for key, message in _repeated(decisions)]
    if faults:
        raise InvalidFile(faults)
    return decisions


def _is_full(entries: object) -> bool:
    return isinstance(entries, list) and len(entries) > MOST_DECISIONS


def _repeated(decisions: Decisions) -> Iterator[tuple[str, str]]:
    """Ids that say two things, and teams that one entry names twice or on both sides. An entry that stands there twice,
    as when two files were put into one, is one."""
    seen: dict[str, Decision | PlanEntry] = {}
    entries: list[tuple[str, Decision | PlanEntry]] = []
    entries += [(f"decision[{place}]", entry) for place, entry in enumerate(decisions.decision)]
    entries += [(f"plan[{place}]", entry) for place, entry in enumerate(decisions.plan)]
    for key, entry in entries:
        if seen.setdefault(entry.id, entry) != entry:
            yield f"{key}.id", f'is "{entry.id}" a second time; each entry needs an id of its own'
    for place, decision in enumerate(decisions.decision):
        teams = (*decision.agreed_by, *(one.team for one in decision.objected_by))
        for team in dict.fromkeys(team for number, team in enumerate(teams) if team in teams[:number]):
            yield f"decision[{place}]", f'names the team "{team}" twice in agreed_by and objected_by; keep one'
