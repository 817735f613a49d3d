"""The plan of a folder, and what somebody says of it: entries that are added, as nothing that stands is changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.files.decisions_file import DECISIONS_NAME, add_entries, add_entries_waiting, new_id
from maturity.files.found import Gathered
from maturity.results.build_plan import plan_items, titles_of
from maturity.results.decisions import DecisionResults
from maturity.results.model import Results
from maturity.rounds.workshop_time import day_typed
from questionnaires import Fault, InvalidFile, Questionnaire, clean
from questionnaires.bounds import LAST_YEAR
from questionnaires.decisions import Decision, PlanEntry, State
from questionnaires.faults import shown, validate
from scoring.decisions.planned import Plan, planned_by
from scoring.decisions.settled import settled_by

Entry = Decision | PlanEntry

_LEAST: Final = dt.timedelta(days=30)
PLAN: Final = "plan"
"""Where a fault in what somebody typed is said to be."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who does something until when, and whether it is done; None leaves what was said before, and an empty text takes
    it away."""

    person: str | None = None
    due: str | None = None
    state: State | None = None


@dataclass(frozen=True)
class Planning:
    """What stands in the decisions of a folder, and what may be said besides."""

    folder: Path
    questionnaire: Questionnaire
    decisions: tuple[Decision, ...] = ()
    entries: tuple[PlanEntry, ...] = ()

    @cached_property
    def plan(self) -> Plan:
        """The entries that stand."""
        return planned_by(self.entries, self.decisions)

    def planned(self, results: Results, subject: str, wanted: Wanted) -> tuple[Entry, ...]:
        """An entry on a criterion or a decision of these results, in place of the one before.

        Raises InvalidFile with all faults of what was typed.
        """
        before = self.plan.entries.get(subject)
        person = before.person if before else None
        due = before.due if before else None
        document = {
            "id": new_id(),
            "criterion" if _is_criterion(results, subject) else "decision": subject,
            "person": person if wanted.person is None else clean(wanted.person).strip() or None,
            "due": due if wanted.due is None else _day(wanted.due, "due"),
            "state": wanted.state or self.plan.state(subject),
            "recorded": clock.now(),
            "supersedes": (before.id,) if before else (),
        }
        return (validate(PlanEntry, document, PLAN),)

    def reviewed(self, subject: str, until: str) -> tuple[Entry, ...]:
        """A decision that was looked at again and holds: the same once more, with another day of review; and what was
        planned of it. Raises InvalidFile with all faults of what was typed."""
        before = self._decision(subject)
        changed = {
            "id": new_id(),
            "review_by": _day(until, "review"),
            "recorded": clock.now(),
            "supersedes": (subject,),
        }
        after = validate(Decision, before.model_dump() | changed, PLAN)
        entry = self.plan.entries.get(subject)
        if entry is None:
            return (after,)
        anew = {"id": new_id(), "decision": after.id, "recorded": clock.now(), "supersedes": (entry.id,)}
        return after, validate(PlanEntry, entry.model_dump() | anew, PLAN)

    def offered_review(self, subject: str, today: dt.date) -> dt.date:
        """A day on which a decision may be looked at again: after as long as it was given when it was made."""
        decision = self._decision(subject)
        given = (decision.review_by or today) - decision.decided
        return min(today + max(given, _LEAST), dt.date(LAST_YEAR, 12, 31))

    def _decision(self, subject: str) -> Decision:
        found = next((one for one in self.decisions if one.id == subject), None)
        if found is None:
            raise InvalidFile([Fault(PLAN, "decision", f'"{subject}" is no longer there; open the folder again')])
        return found

    def saved(self, entries: tuple[Entry, ...], *, waits: bool = False) -> Planning:
        """With these entries, once they are on disk. Raises NotSavedError; HeldError where somebody else has the file,
        at once or after the time for which a caller that `waits` waits."""
        add = add_entries_waiting if waits else add_entries
        add(self.folder / DECISIONS_NAME, self.questionnaire, entries, within=self.folder)
        return replace(
            self,
            decisions=(*self.decisions, *(one for one in entries if isinstance(one, Decision))),
            entries=(*self.entries, *(one for one in entries if isinstance(one, PlanEntry))),
        )

    def shown(self, results: Results) -> Results:
        """These results with the plan as it stands now, and with the days of review that were set since."""
        standing = settled_by(self.questionnaire, self.decisions).decisions
        places = {(one.question, one.facet): one for one in standing}
        decisions = tuple(_as_it_stands(one, places.get((one.question, one.facet))) for one in results.decision)
        ids = {was.id: now.id for was, now in zip(results.decision, decisions, strict=True)}
        criteria = tuple(
            one.model_copy(update={"decided_by": tuple(ids.get(name, name) for name in one.decided_by)})
            for one in results.criterion
        )
        names = results.questionnaire.teams, titles_of(self.questionnaire)
        plan = tuple(plan_items(criteria, decisions, self.plan, *names))
        return results.model_copy(update={"criterion": criteria, "decision": decisions, "plan": plan})


def _is_criterion(results: Results, subject: str) -> bool:
    """Whether it is a criterion of these results, or one that is planned and no longer recommended."""
    return any(one.id == subject for one in results.criterion) or any(one.criterion == subject for one in results.plan)


def planning(gathered: Gathered, folder: Path, questionnaire: Questionnaire) -> Planning:
    """What was decided and planned in a folder."""
    return Planning(folder, questionnaire, gathered.entries, gathered.plan)


def _as_it_stands(shown: DecisionResults, now: Decision | None) -> DecisionResults:
    """A decision with the id and the day of review that it has now; what was decided is the same."""
    return shown.model_copy(update={"id": now.id, "review_by": now.review_by}) if now else shown


def _day(typed: str, key: str) -> dt.date | None:
    """A day as people type it: 2027-01-31, or +30 for so many days from today; None of nothing."""
    typed = clean(typed).strip()
    found = day_typed(typed, clock.today())
    if typed and found is None:
        message = f"is {shown(typed)}; write a day as in 2027-01-31, in a year from 2020 to 2100, or +30"
        raise InvalidFile([Fault(PLAN, key, message)])
    return found
