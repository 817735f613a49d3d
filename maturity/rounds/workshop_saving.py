"""Saving what a room decides, and what of this sitting can be taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from maturity.files.decisions_file import DECISIONS_NAME, add_entries
from maturity.files.gathering import Gathered
from maturity.files.saving import HeldError, NotSavedError
from maturity.files.workspace import Workspace
from maturity.rounds.workshop_items import is_of_today
from questionnaires import Questionnaire
from questionnaires.decisions import Decision
from questionnaires.words import Facet
from scoring.decisions.standing import standing_decisions
from scoring.wording.decisions import outcome_words
from scoring.wording.words import listed


class EntryNotSavedError(NotSavedError):
    """Entries could not be written; they are here to be tried again. `is_held`: perhaps in a moment."""

    def __init__(self, entries: Sequence[Decision], error: NotSavedError) -> None:
        super().__init__(str(error))
        self.entries = tuple(entries)
        self.is_held = isinstance(error, HeldError)


def save_entries(workspace: Workspace, *entries: Decision) -> None:
    """Writes entries, all of them or none; one that stands in the file already is left as it is.

    Raises EntryNotSavedError.
    """
    try:
        add_entries(workspace.folder / DECISIONS_NAME, workspace.questionnaire, entries, within=workspace.folder)
    except NotSavedError as error:
        raise EntryNotSavedError(entries, error) from error


def sitting_in(path: Path, gathered: Gathered, today: dt.date) -> tuple[str, ...]:
    """The ids of the entries of today in our own file that have not been taken back, in the order of the file."""
    standing = {entry.id for entry in _not_taken_back(gathered)}
    mine = (file.decisions.decision for file in gathered.decisions if file.path == path)
    return tuple(
        entry.id for entries in mine for entry in entries if is_of_today(entry, today) and entry.id in standing
    )


def _not_taken_back(gathered: Gathered) -> tuple[Decision, ...]:
    """The entries that settle, propose or park something now: what an entry replaces is taken back after it."""
    return standing_decisions(gathered.entries).entries


@dataclass(frozen=True, slots=True)
class Clash:
    """Entries that all stand on one thing, so that none of them counts."""

    place: tuple[str, Facet | None]
    entries: tuple[Decision, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the entries."""
        return tuple(entry.id for entry in self.entries)

    def says(self, questionnaire: Questionnaire) -> str:
        """`At odds: 4 days by Bea Ohm and 7 days by Cy Dorn.`, and what to do."""
        entries = sorted(self.entries, key=lambda one: one.recorded)
        told = [_told(questionnaire, entry) for entry in entries]
        said = [
            f"{words} (entry {entry.id})" if told.count(words) > 1 else words
            for words, entry in zip(told, entries, strict=True)
        ]
        return f"At odds: {listed(said)}. None of them counts until one is decided in their place."


def _told(questionnaire: Questionnaire, entry: Decision) -> str:
    by = f" by {entry.decider}" if entry.decider else ""
    return f"{outcome_words(questionnaire, entry)}{by}"


def clashes_in(gathered: Gathered) -> Iterator[Clash]:
    """What several files are at odds about."""
    entries = {entry.id: entry for file in gathered.decisions for entry in file.decisions.decision}
    for clash in standing_decisions(entries.values()).clashes:
        yield Clash((clash[0].question, clash[0].facet), clash)
