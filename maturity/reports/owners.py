"""Which teams are named as owners without a word of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.results.values import Absence
from questionnaires.words import FindingKind
from scoring.wording.words import listed

_BUT: Final = {
    Absence.NOT_ASKED: "were not asked",
    Absence.LEFT_OPEN: "left it open",
    Absence.DONT_KNOW: "answered don't know",
    Absence.NOT_APPLICABLE: "answered not applicable",
    Absence.DONT_KNOW_OR_NOT_APPLICABLE: "answered don't know or not applicable",
}


def unconfirmed_owners(results: Results) -> Iterator[str]:
    """A sentence on those not heard at all, and one on those that answered without saying so, for each reason why."""
    tasks, labels = _by_reason(results), results.questionnaire.teams
    if unheard := silent_owners(results):
        yield f"Named as owners, but not heard yet: {listed(unheard)}. Ask them to answer."
    for why, but in _BUT.items():
        if teams := tasks.get(why):
            named = listed(f"{label} ({_tasks(teams[team])})" for team, label in labels.items() if team in teams)
            yield f"Named as owners, but {but}: {named}."


def silent_owners(results: Results) -> list[str]:
    """The names of those that are named as owners, and have not answered anything."""
    unheard = _by_reason(results).get(Absence.UNHEARD, Counter())
    return [label for team, label in results.questionnaire.teams.items() if team in unheard]


def _by_reason(results: Results) -> dict[Absence, Counter[str]]:
    """By why an owner has no answer, on how many tasks each team is named."""
    tasks: dict[Absence, Counter[str]] = {}
    for question in results.question:
        for team, why in _absent(results, question).items():
            tasks.setdefault(why, Counter())[team] += 1
    return tasks


def _absent(results: Results, question: QuestionResults) -> Mapping[str, Absence]:
    """Why the owner of an unconfirmed task has no answer; a file of an earlier version does not say."""
    owners = {owner for one in question.findings if one.kind is FindingKind.UNCONFIRMED for owner in one.owners}
    silent = {owner: Absence.UNHEARD for owner in owners if owner not in results.team_by_id}
    return {owner: why for owner, why in (silent | question.absent).items() if owner in owners}


def _tasks(number: int) -> str:
    return f"{number} {'task' if number == 1 else 'tasks'}"
