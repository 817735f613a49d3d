"""A workshop: what is talked about, what would follow, and what the room decides, each saved before the next.

A value that is never changed: whatever writes returns the workshop as it is afterwards, read anew from the files. So
leaving and coming back loses nothing, and what another facilitator wrote meanwhile counts as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from maturity import clock
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.gathering import Gathered, KnownFiles, whole
from maturity.files.workspace import Workspace
from maturity.rounds.choosing import RoundChoice, choice_of, round_chosen
from maturity.rounds.round import Round
from maturity.rounds.workshop_entries import RefusedError, Said, undoing
from maturity.rounds.workshop_items import WorkshopItem, is_of_today, items_of, marked
from maturity.rounds.workshop_numbers import numbers_of_day, without_today
from maturity.rounds.workshop_saving import clashes_in, save_entries, sitting_in
from maturity.rounds.workshop_shown import Shown
from maturity.rounds.workshop_time import PARKED_FOR, REVIEW_AFTER
from maturity.rounds.workshop_votes import (
    RoomVote,
    Vote,
    Votes,
    Written,
    choice_with_votes,
    record_votes,
    round_of_votes,
    take_back_votes,
    voted_before,
    votes_on_file,
)
from questionnaires.decisions import Decision, NextStep, Objection, Outcome, Status
from questionnaires.words import Facet
from scoring import recommend
from scoring.criteria.findings_now import excluded_now
from scoring.wording.decisions import decision_sentence


class NothingToUndoError(Exception):
    """Nothing of this sitting is left to be taken back."""


@dataclass(frozen=True)
class Workshop(Shown):
    """A round talked about by its teams. `voted` is what the last vote wrote, until something else is written."""

    voted: tuple[Written, ...] = ()

    @classmethod
    def open(cls, workspace: Workspace, choice: RoundChoice | None, today: dt.date) -> Workshop:
        """The workshop of a round, of the one that is compared where none is chosen; what was decided today belongs
        to this sitting."""
        return _read(workspace, choice, today, KnownFiles(), None)

    def read_again(self) -> Workshop:
        """The workshop with everything that others have written meanwhile; every item keeps its number."""
        found = _read(self.workspace, self.choice, self.today, self.known, self)
        return replace(found, minutes=self.minutes)

    def with_minutes(self, minutes: int) -> Workshop:
        """The workshop with other minutes for an item."""
        return replace(self, minutes=minutes)

    def decide(  # noqa: PLR0913 - what a decision says, each by its name
        self,
        question: str,
        facet: Facet,
        outcome: Outcome,
        decider: str,
        review_by: dt.date | None = None,
        *,
        because: str = "",
        agreed_by: tuple[str, ...] = (),
        objected_by: tuple[Objection, ...] = (),
        due: dt.date | None = None,
    ) -> Workshop:
        """Decides it and saves that; a review in 90 days where none is named.

        Raises RefusedError where it cannot be, EntryNotSavedError where it is not known to be saved.
        """
        review_by = review_by or clock.today() + REVIEW_AFTER
        said = Said(decider, because, review_by, due, None, agreed_by, objected_by)
        return self.decide_in_one_go(question, ((facet, outcome),), said)

    def decide_in_one_go(self, question: str, outcomes: Iterable[tuple[Facet, Outcome]], said: Said) -> Workshop:
        """Decides several stages of a question at once, each by an entry of its own: all are saved or none is.

        Raises RefusedError, EntryNotSavedError.
        """
        return self.save(*(self._entry(question, facet, Status.DECIDED, one, said) for facet, one in outcomes))

    def propose_in_one_go(self, question: str, outcomes: Iterable[tuple[Facet, Outcome]], said: Said) -> Workshop:
        """Writes down what is proposed of them; the question stays open. Raises RefusedError, EntryNotSavedError."""
        outcomes = tuple(outcomes)
        if any(self.comparison.settled.decided(question, facet) is not None for facet, _ in outcomes):
            raise RefusedError("This is decided; take that back, or decide it anew.")
        return self.save(*(self._entry(question, facet, Status.PROPOSED, one, said) for facet, one in outcomes))

    def propose(
        self, question: str, facet: Facet, outcome: Outcome, *, because: str = "", due: dt.date | None = None
    ) -> Workshop:
        """Writes down what somebody proposes; the question stays open. What is decided can only be decided anew."""
        return self.propose_in_one_go(question, ((facet, outcome),), Said(because=because, due=due))

    def park(
        self, question: str, facet: Facet, what: str, owner: str, due: dt.date | None = None, *, because: str = ""
    ) -> Workshop:
        """Parks it with what is done next, by whom, and until when: in 14 days where none is named."""
        try:
            step = NextStep(what=what, owner=owner)
        except ValueError as error:
            raise RefusedError("Say in a sentence what is done next, and who does it.") from error
        said = Said(because=because, due=due or clock.today() + PARKED_FOR, next_step=step)
        return self.save(self._entry(question, facet, Status.PARKED, None, said))

    def save(self, *entries: Decision) -> Workshop:
        """Writes entries, or tries again to; one that stands in the file already is left as it is.

        Raises EntryNotSavedError, which holds the entries.
        """
        save_entries(self.workspace, *entries)
        return self.read_again()

    @property
    def undoes(self) -> str:
        """What `undo` would take back, in a sentence; "" where nothing is left."""
        entry = self._last
        if entry is None:
            return ""
        title = self.questionnaire.question_by_id[entry.question].title
        return f"“{title}”: {decision_sentence(self.questionnaire, entry)}"

    def undo(self) -> Workshop:
        """Takes back the last entry of this sitting that stands; again, the one before. What it replaced holds again.

        Raises NothingToUndoError, EntryNotSavedError.
        """
        entry = self._last
        if entry is None:
            raise NothingToUndoError("Nothing of this sitting is left to be taken back.")
        return self.save(undoing(entry))

    def vote(self, question: str, facet: Facet, votes: Votes) -> Workshop:
        """Records what teams now answer, each as one voice, in the round after the one that is talked about.

        What follows while nobody records it is told by `what_if`. Raises NoVoteError, NotSavedError.
        """
        number = round_of_votes(self.gathered, self.comparison.round, self.today)
        before = voted_before(self.gathered, number, self.today)
        voted = record_votes(self.workspace, before, number, Vote(question, facet, votes))
        return replace(self.read_again(), voted=voted)

    @property
    def votes(self) -> tuple[RoomVote, ...]:
        """The votes of this sitting that are on file."""
        number = round_of_votes(self.gathered, self.comparison.round, self.today)
        return tuple(votes_on_file(self.gathered, number, self.today))

    def take_back_vote(self, files: tuple[Written, ...]) -> Workshop:
        """Takes back a vote that was the last to be written into its files. Raises NoVoteError, NotSavedError."""
        take_back_votes(self.workspace, files)
        return self.read_again()

    @property
    def _last(self) -> Decision | None:
        entries = {entry.id: entry for entry in self.gathered.entries}
        return next((entries[name] for name in reversed(self.sitting) if name in entries), None)


def _read(
    workspace: Workspace, choice: RoundChoice | None, today: dt.date, known: KnownFiles, last: Shown | None
) -> Workshop:
    """The workshop as it is in the files now; of the `last` reading what is still so is kept."""
    gathered = whole(workspace.reading(known))
    workspace.take_names(gathered)
    chosen = choice_of(gathered) if choice is None else choice
    if last is not None and _same_answers(gathered, last.gathered):
        now = last.round.with_decisions(gathered)
    else:
        now = round_chosen(gathered, workspace.questionnaire, choice_with_votes(gathered, chosen, today))
    items = _items(workspace, gathered, chosen, now, today, last)
    sitting = sitting_in(workspace.folder / DECISIONS_NAME, gathered, today)
    return Workshop(workspace, gathered, now, choice, today, items, sitting, known=known)


def _same_answers(gathered: Gathered, before: Gathered) -> bool:
    """Whether nothing but decisions and figures can have changed."""
    now, then = ((one.files, one.tallies, one.roster) for one in (gathered, before))
    return now == then


def _items(
    workspace: Workspace, gathered: Gathered, chosen: RoundChoice, round_now: Round, today: dt.date, last: Shown | None
) -> tuple[WorkshopItem, ...]:
    now, entries = round_now.comparison, gathered.entries
    before = without_today(now, gathered, today)
    if last is not None:
        numbers = {item.question: item.number for item in last.items}
    else:
        numbers = numbers_of_day(gathered, workspace.questionnaire, chosen, round_now, today)
    items = items_of(before, recommend(before), today, numbers, excluded_now(now), round_now.plan)
    at_odds = {one.place[0]: one.says(now.questionnaire) for one in clashes_in(gathered)}
    of_today = frozenset(entry.id for entry in entries if is_of_today(entry, today))
    return tuple(marked(items, now, of_today, at_odds, round_now.plan))
