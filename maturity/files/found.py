"""What was found in files and folders: the good ones, the faults of the others, and which rounds there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from maturity.files.tally_model import CountedFile
from questionnaires import Fault, Questionnaire, Response
from questionnaires.actuals import Actuals
from questionnaires.decisions import Decision, Decisions, PlanEntry
from questionnaires.roster import Roster
from questionnaires.team_names import with_names

if TYPE_CHECKING:
    from scoring import Tally

UNREADABLE: Final = "unreadable file"
"""What results call a file of which nothing is known, not even its bytes."""


@dataclass(frozen=True, slots=True)
class ResponseFile:
    """A response and the file it came from, with the digest of its bytes."""

    path: Path
    response: Response
    digest: str


@dataclass(frozen=True, slots=True)
class CountsFile:
    """A tally and the file it came from, with the digest of its bytes."""

    path: Path
    counted: CountedFile
    digest: str


@dataclass(frozen=True, slots=True)
class FiguresFile:
    """The pilot's figures and the file they came from."""

    path: Path
    actuals: Actuals


@dataclass(frozen=True, slots=True)
class RosterFile:
    """Names of teams and the file they came from, with the digest of its bytes."""

    path: Path
    roster: Roster
    digest: str


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """Decisions that fit the questionnaire, and the file they came from, with the digest of its bytes; besides those
    of it that are `refused`: what these replaced nobody holds to any more."""

    path: Path
    decisions: Decisions
    digest: str
    refused: tuple[Decision | PlanEntry, ...] = ()


@dataclass(frozen=True)
class Gathered:
    """What was found: responses, tallies and figures in a fixed order, faults of unusable files, conflicts,
    skipped files, the one roster that counts, and the decisions: by file, and the entries of all that count.

    What is asked of it with each key, of thousands of files, is looked up once.
    """

    files: tuple[ResponseFile, ...] = ()
    tallies: tuple[CountsFile, ...] = ()
    figures: tuple[FiguresFile, ...] = ()
    faults: tuple[Fault, ...] = ()
    conflicts: tuple[Fault, ...] = ()
    skipped: tuple[Fault, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    """By the name of a file, what results call it when it could not be used: the name may be a person's."""
    roster: RosterFile | None = None
    decisions: tuple[DecisionsFile, ...] = ()
    entries: tuple[Decision, ...] = ()
    plan: tuple[PlanEntry, ...] = ()
    clashes: tuple[tuple[Decision, ...], ...] = ()
    """Entries that all stand on one thing, so that none of them counts."""

    def named(self, questionnaire: Questionnaire) -> Questionnaire:
        """The questionnaire, its teams called as the roster says; as it is where there is none."""
        return questionnaire if self.roster is None else with_names(questionnaire, self.roster.roster.teams)

    @property
    def left_out(self) -> tuple[str, ...]:
        """What results call the files that could not be used."""
        return self.called(fault.file for fault in (*self.faults, *self.conflicts))

    def called(self, names: Iterable[str]) -> tuple[str, ...]:
        """What results call these files: their kind and a short digest of what is in them."""
        return tuple(sorted(self.labels.get(name, UNREADABLE) for name in set(names)))

    @cached_property
    def answered_teams(self) -> frozenset[str]:
        """The teams with at least one answer, in whichever round."""
        teams = {file.response.respondent.team for file in self.files if file.response.answers}
        return frozenset(teams | {team.id for file in self.tallies for team in file.counted.team if team.answered})

    @cached_property
    def is_anybody_finished(self) -> bool:
        """Whether somebody has finished, in whichever round."""
        return any(file.response.respondent.completed for file in self.files)

    @cached_property
    def of_people(self) -> tuple[ResponseFile, ...]:
        """The responses that are a person's: none that a team in the room voted."""
        return tuple(file for file in self.files if not file.response.respondent.voted)

    @cached_property
    def without_votes(self) -> Gathered:
        """The same without what teams in the room voted; itself where none did."""
        people = self.of_people
        return self if len(people) == len(self.files) else replace(self, files=people)

    @cached_property
    def rounds(self) -> tuple[int, ...]:
        """The rounds that hold answers; an empty file alone makes no round, unless there is nothing else."""
        files = [file.response for file in self.files]
        answered = {response.respondent.round for response in files if response.answers}
        present = answered | {file.counted.round for file in self.tallies}
        return tuple(sorted(present or {response.respondent.round for response in files}))

    @cached_property
    def round_to_compare(self) -> int:
        """The round that is meant when nobody names one: the latest that two teams have answered.

        Where no round has two teams it is the lowest present, and 1 where there is none. So one file of one
        team, whatever round it says, never takes the comparison away from the answers of the others.
        """
        return max(self._rounds_of_two_teams, default=min(self.rounds, default=1))

    @cached_property
    def round_to_answer(self) -> int:
        """The round in which new answers begin: from the one to compare, the rounds present without a hole.

        Somebody who has begun round 2 draws the others along; a lone file of round 999 does not. Files without
        an answer count here as well: their round has been begun. A vote in the room begins none, as nobody answers.
        """
        people = self.without_votes
        present = {file.response.respondent.round for file in people.files}
        present |= {file.counted.round for file in self.tallies}
        number = max(people._rounds_of_two_teams, default=min(present, default=1))  # noqa: SLF001 (another of its own)
        while number + 1 in present:
            number += 1
        return number

    @cached_property
    def _rounds_of_two_teams(self) -> tuple[int, ...]:
        teams: defaultdict[int, set[str]] = defaultdict(set)
        for file in self.files:
            if file.response.answers:
                teams[file.response.respondent.round].add(file.response.respondent.team)
        for sent in self.tallies:
            teams[sent.counted.round].update(team.id for team in sent.counted.team if team.answered)
        return tuple(number for number, names in teams.items() if len(names) >= 2)

    def rounds_after(self, number: int) -> tuple[int, ...]:
        """The rounds with answers after this one; of the one to compare, those that fewer than two teams answered."""
        return tuple(later for later in self.rounds if later > number)

    def files_outside(self, rounds: Container[int | None]) -> int:
        """How many responses and tallies are of other rounds."""
        present = [file.response.respondent.round for file in self.files]
        present += [file.counted.round for file in self.tallies]
        return sum(number not in rounds for number in present)

    def of_round(self, number: int) -> tuple[Response, ...]:
        """The responses of a round."""
        return tuple(file.response for file in self.files if file.response.respondent.round == number)

    def counts_of_round(self, questionnaire: Questionnaire, number: int) -> Tally:
        """Everything counted of a round: the responses, and the tallies that others made."""
        from maturity.files.tallies import to_tally  # whoever only looks at a folder counts nothing
        from scoring import tally

        counted = tally(questionnaire, self.of_round(number))
        for file in self.tallies:
            if file.counted.round == number:
                counted += to_tally(file.counted)
        return counted
