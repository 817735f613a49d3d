"""What a workshop at a screen remembers besides its files: what is not saved yet, what was revealed, who decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.files.decisions_file import DECISIONS_NAME, add_entries
from maturity.files.saving import NotSavedError
from maturity.results.model import Results
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_entries import undoing
from maturity.rounds.workshop_saving import EntryNotSavedError, save_entries
from maturity.rounds.workshop_time import HOUR, TIMES
from maturity.rounds.workshop_votes import NoVoteError, RoomVote, Votes
from questionnaires import name_of, one_line
from questionnaires.decisions import Decision, Status
from questionnaires.words import Facet
from scoring.wording.decisions import decision_sentence
from scoring.wording.whatif import Difference

_LONGEST_AGAIN: Final = 170
_LONGEST_UNDONE: Final = 250
"""Characters of sentences that stand together in six lines of a screen."""
HOLDS_AGAIN: Final = "This holds again: "


def counted_words(number: int) -> str:
    """`1 decision`, `2 decisions`."""
    return f"{number} {'decision' if number == 1 else 'decisions'}"


class Room:
    """One workshop on the screen. `problem` says why something is not on disk, "" when everything is.

    What cannot be saved is kept here, and tried again with whatever comes next.
    """

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.results = workshop.results
        """What is shown; worked out anew, beside the screen, after something was settled."""
        self.begun = {item.question: item for item in workshop.items}
        """The items as they were when the list was opened."""
        self.waiting: list[Decision] = []
        self.problem = ""
        self.is_open = True
        self.written: Path | None = None
        self.about = ""
        """The question that is talked about, or was last."""
        entries = sorted(workshop.gathered.entries, key=lambda one: one.recorded)
        is_ours = (one.status is Status.DECIDED and one.id in workshop.sitting for one in entries)
        self.revealed = {entry.question for entry, ours in zip(entries, is_ours, strict=True) if ours}
        """What is shown without asking: what was revealed in this sitting, or was even decided in it."""
        self.within = HOUR
        """The minutes that the plan speaks of."""
        self.skipped: set[str] = set()
        self.followed: dict[str, tuple[Difference, ...]] = {}
        """By question what followed from what was decided on it in this sitting."""
        self.are_people_shown = False
        self.said = ""
        """What the last key led to, in a sentence."""
        self.decider = next((one.decider for one in reversed(entries) if one.decider), "")
        steps = [one.next_step.owner for one in entries if one.next_step is not None]
        self.doer = steps[-1] if steps else ""
        self.votes: list[RoomVote] = []
        """The votes that were recorded while this screen is open."""
        self.tallies: dict[str, tuple[Facet, Votes]] = {}
        """By question what the teams voted on a facet of it, recorded or not."""
        self._spent: dict[str, dt.timedelta] = {}
        self._since: dt.datetime | None = None

    @property
    def is_saved(self) -> bool:
        """Whether everything that was settled is known to be on disk."""
        return not self.waiting

    def worked_out(self) -> Results:
        """All that follows by now, which takes a moment."""
        return self.workshop.results

    def minutes_on(self, question: str) -> int:
        """Whole minutes for which the question was open in this sitting, all its visits together."""
        spent = self._spent.get(question, dt.timedelta())
        if self._since is not None and question == self.about:
            spent += clock.now() - self._since
        return max(0, int(spent.total_seconds() // 60))

    def visit(self, question: str) -> None:
        """The talk is about this question from now on."""
        self.pause()
        self.about, self._since = question, clock.now()

    def pause(self) -> None:
        """Nothing is talked about, and no time counts."""
        if self._since is not None:
            self._spent[self.about] = self._spent.get(self.about, dt.timedelta()) + clock.now() - self._since
        self._since = None

    def next_open(self, after: str = "") -> str:
        """The question of the next item that is open, from the beginning again at the end: what was skipped comes last,
        and what one is at not at all; "" where nothing else is open. When one comes back, what was parked in this
        sitting comes first once its next step is done."""
        names = [item.question for item in self.workshop.items]
        start = names.index(after) + 1 if after in names else 0
        ahead = [*self.workshop.items[start:], *self.workshop.items[:start]]
        is_open = [item for item in ahead if not item.is_done and item.question != after]
        found = [item.question for item in (is_open if after else sorted(is_open, key=lambda one: not one.is_ready))]
        return next((name for name in found if name not in self.skipped), found[0] if found else "")

    def write(self, act: Callable[[Workshop], Workshop]) -> bool:
        """Settles, parks or takes back; whether that is known to be on disk. Raises RefusedError."""
        self.settle()
        try:
            self.workshop = act(self.workshop)
            self._is_written()
        except EntryNotSavedError as error:
            self._wait_for(error)
        return self.is_saved

    def settle(self) -> bool:
        """One more attempt for what is not saved, in the order in which it was said; whether everything is now."""
        if self.waiting:
            try:
                while self.waiting:
                    save_entries(self.workshop.workspace, self.waiting[0])
                    del self.waiting[0]
            except EntryNotSavedError as error:
                self.problem = str(error)
            else:
                self.problem = ""
                self._is_written()
                self.workshop = self.workshop.read_again()
        return self.is_saved

    def take_over(self, left: Room) -> None:
        """What an earlier sitting was left with, not saved, waits here from now on."""
        self.waiting, self.problem = [*left.waiting, *self.waiting], left.problem
        left.close()

    def unsaved_on(self, question: str) -> Decision | None:
        """What was said of a question and is not saved; None where there is nothing."""
        return next((one for one in self.waiting if one.question == question), None)

    def vote(self, question: str, facet: Facet, votes: Votes) -> None:
        """Records what teams now answer. Raises NoVoteError, NotSavedError."""
        self.settle()
        self.workshop = self.workshop.vote(question, facet, votes)
        said = frozenset(one.id for one in (*self.workshop.gathered.entries, *self.waiting))
        self.votes.append(RoomVote(question, tuple(votes), self.workshop.voted, said))

    def last(self, question: str = "") -> str:
        """The question of what would be taken back, of one question where it is named; "" where nothing would."""
        last = self._last(question)
        return last.question if last is not None else ""

    def undoes(self, question: str = "") -> str:
        """What would be taken back, in a sentence; "" where nothing is left."""
        last = self._last(question)
        said = self._says(last) if last is not None else ""
        return f"Not saved yet: {said}" if last in self.waiting else said

    def take_back(self, question: str = "") -> str:
        """Takes back what was said last, of one question where it is named, and says so. What is saved stays on file,
        with an entry that takes it back; what is not is forgotten."""
        last = self._last(question)
        if last is None:
            return "Nothing of this sitting is left to be taken back."
        undone = self._says(last)
        self.followed.pop(last.question, None)
        if isinstance(last, RoomVote):
            return self._vote_taken_back(last, undone)
        if last in self.waiting:
            self.waiting.remove(last)
            self.problem = self.problem if self.waiting else ""
            return f"Forgotten before it was saved: {undone}"
        if not self.write(lambda workshop: workshop.save(undoing(last))):
            return ""
        settled = self.workshop.comparison.settled.on(last.question)
        again = next((one for one in settled if one.facet is last.facet), None)
        holds = decision_sentence(self.workshop.questionnaire, again) if again else ""
        before = f"{HOLDS_AGAIN}{one_line(holds, _LONGEST_AGAIN)}" if again else "It is open again."
        return f"{before} Taken back: {undone}"

    def _vote_taken_back(self, vote: RoomVote, undone: str) -> str:
        """The answers are what they were before it, unless something was added to them since."""
        try:
            self.workshop = self.workshop.take_back_vote(vote.files)
        except (NoVoteError, NotSavedError) as error:
            return f"The vote is not taken back: {error}"
        self.votes = [one for one in self.votes if one is not vote]
        self.tallies.pop(vote.question, None)
        return f"The answers before it hold again. Taken back: {undone}"

    def _says(self, last: Decision | RoomVote) -> str:
        asked = self.workshop.questionnaire
        if isinstance(last, RoomVote):
            return last.says(asked)
        said = f"“{asked.question_by_id[last.question].title}”: {decision_sentence(asked, last)}"
        return one_line(said, _LONGEST_UNDONE)

    def _last(self, question: str) -> Decision | RoomVote | None:
        """What was said last in this sitting and holds, or waits to be saved; a vote that was recorded as well."""
        known = {entry.id: entry for entry in self.workshop.gathered.entries}
        said = [known[name] for name in self.workshop.sitting if name in known] + self.waiting
        entry = next((one for one in reversed(said) if question in ("", one.question)), None)
        known_votes = (*self._votes_on_file(), *self.votes)
        vote = next((one for one in reversed(known_votes) if question in ("", one.question)), None)
        is_later = vote is not None and (entry is None or entry.id in vote.said_before)
        return vote if is_later else entry

    def _votes_on_file(self) -> tuple[RoomVote, ...]:
        """The votes of this sitting that this program does not remember, since it was begun again."""
        known = {vote.question for vote in self.votes}
        return tuple(vote for vote in self.workshop.votes if vote.question not in known)

    def rescue(self, folder: Path) -> str:
        """Writes what is not saved to a file of decisions of its own, which counts wherever the answers are."""
        count = counted_words(len(self.waiting))
        name = f"decisions--rescued-{clock.now().strftime('%Y%m%dT%H%M%S')}.toml"
        workspace = self.workshop.workspace
        try:
            add_entries(folder / name, workspace.questionnaire, self.waiting, within=folder)
        except NotSavedError:
            return f"{count} could not be saved, and no copy could be written anywhere else."
        return f"{count} could not be saved; put {name_of(folder / name)} into the folder of the answers."

    def other_time(self) -> None:
        """The plan speaks of the next longer time, after the longest of half an hour."""
        self.within = next((minutes for minutes in TIMES if minutes > self.within), TIMES[0])

    def close(self) -> None:
        """The talk is over."""
        self.is_open = False

    def _is_written(self) -> None:
        self.written = self.workshop.workspace.folder / DECISIONS_NAME

    def _wait_for(self, error: EntryNotSavedError) -> None:
        """Of two entries on one thing only the later one is meant."""
        self.problem = str(error)
        about = {(entry.question, entry.facet) for entry in error.entries}
        self.waiting = [one for one in self.waiting if (one.question, one.facet) not in about]
        self.waiting.extend(error.entries)
