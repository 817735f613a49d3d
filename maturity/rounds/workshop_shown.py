"""What is shown of a workshop: its items, a question before and after the reveal, and what would follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from maturity import clock
from maturity.files.gathering import Gathered, KnownFiles
from maturity.files.workspace import Workspace
from maturity.results.model import Results
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.round import Round
from maturity.rounds.workshop_entries import Place, RefusedError, Said, entry_on
from maturity.rounds.workshop_items import WorkshopItem
from maturity.rounds.workshop_saving import clashes_in
from maturity.rounds.workshop_talk import Revealed, Talk, revealed, talk_of
from maturity.rounds.workshop_time import MINUTES_AN_ITEM, REVIEW_AFTER, Plan, plan_of
from questionnaires import Questionnaire
from questionnaires.decisions import Decision, Outcome, Status
from questionnaires.decisions_admission import settles
from questionnaires.words import Facet, Kind
from scoring import Comparison
from scoring.criteria.counting import counts
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.leverage import NOTHING, Leverage, leverage
from scoring.criteria.room import open_stages
from scoring.whatif.supposing import Supposing
from scoring.wording.firmness import leverage_sentence
from scoring.wording.whatif import Difference, differences


@dataclass(frozen=True)
class Supposed:
    """What would follow: `differences` first of the question itself, then of what hangs on it; `refusal` says why it
    could not be decided, "" where it could or nothing was chosen."""

    differences: tuple[Difference, ...]
    refusal: str = ""


@dataclass(frozen=True)
class Shown:
    """A round as its teams look at it. `sitting` are the ids of the entries of this sitting in their order."""

    workspace: Workspace
    gathered: Gathered
    round: Round
    choice: RoundChoice | None
    today: dt.date
    items: tuple[WorkshopItem, ...]
    sitting: tuple[str, ...] = ()
    minutes: int = MINUTES_AN_ITEM
    known: KnownFiles = field(default_factory=KnownFiles, compare=False)

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire, with the names of the teams as the roster says."""
        return self.comparison.questionnaire

    @property
    def comparison(self) -> Comparison:
        """The round compared, with what is settled beside it."""
        return self.round.comparison

    @cached_property
    def results(self) -> Results:
        """Everything that is shown of the round; worked out for those who look, and once."""
        return self.round.results()

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be used of the files, and about what they are at odds."""
        return tuple(str(fault) for fault in (*self.gathered.faults, *self.gathered.conflicts))

    @property
    def first_open(self) -> WorkshopItem | None:
        """Where one goes on: the first item that is not done; None where all are."""
        return next((item for item in self.items if not item.is_done), None)

    def item(self, question: str) -> WorkshopItem | None:
        """The item of a question; None where it is not talked about."""
        return next((item for item in self.items if item.question == question), None)

    def number_typed(self, before: int, digit: int) -> int:
        """The number of an item that a further digit leads to, or that begins with it; 0 where there is none."""
        return next((number for number in (before * 10 + digit, digit) if 0 < number <= len(self.items)), 0)

    def is_whole(self, number: int) -> bool:
        """Whether a number of several digits can be that of no other item by a further one: it leads there at once. Of
        one digit Enter is waited for, since somebody may have pressed it for something else."""
        return number > 9 and number * 10 > len(self.items)

    def after(self, question: str) -> WorkshopItem | None:
        """The next item that is not done, in their order and then from the beginning; None where all others are."""
        place = next((n for n, item in enumerate(self.items) if item.question == question), -1)
        ahead = (*self.items[place + 1 :], *self.items[:place])
        return next((item for item in ahead if not item.is_done and item.question != question), None)

    def plan(self, within: int) -> Plan:
        """How many of the items that are not done fit into so many minutes."""
        return plan_of(sum(not item.is_done for item in self.items), self.minutes, within)

    def facets(self, question: str) -> tuple[Facet, ...]:
        """What of a question can be decided."""
        return settles(self.questionnaire.question_by_id[question])

    def stages(self, question: str) -> tuple[tuple[Facet, ...], tuple[Facet, ...]]:
        """The stages of a question that are decided, and those still to be; none of a question without stages."""
        item = self.comparison.question(question)
        if item is None or item.question.kind is not Kind.TRAJECTORY:
            return (), ()
        decided = (one for one in self.facets(question) if self.comparison.settled.decided(question, one) is not None)
        return tuple(decided), open_stages(self.comparison, item)

    def hangs(self, question: str) -> str:
        """What hangs on a question, in a sentence; "" where nothing does."""
        found = self._hanging.get(question, NOTHING)
        return leverage_sentence(found) if found.criteria else ""

    def talk(self, question: str) -> Talk:
        """A question before the reveal."""
        return talk_of(self.results, self.questionnaire.question_by_id[question], self.hangs(question))

    def reveal(self, question: str) -> Revealed | None:
        """A question after the reveal; None where nobody was asked it."""
        item = self.results.question_by_id.get(question)
        if item is None:
            return None
        return revealed(self.results, item, self.today, is_solved=self.is_solved(question))

    def is_solved(self, question: str) -> bool:
        """Whether no limit and that of this question exclude each other, with what was decided."""
        return bool(self.comparison.settled.decisions) and question not in self._excluded

    @cached_property
    def _excluded(self) -> frozenset[str]:
        return excluded_now(self.comparison)

    def what_if(
        self,
        question: str,
        facet: Facet,
        moved: Mapping[str, int] | None = None,
        outcome: Outcome | None = None,
        stages: Iterable[tuple[Facet, Outcome]] = (),
    ) -> Supposed:
        """What would follow if the answers of teams were other options, by their places, or an outcome were decided,
        and with it others of the `stages`."""
        entries, refusal = [], ""
        here = ((facet, outcome),) if outcome is not None else ()
        for stage, decided in (*here, *(one for one in stages if one[0] is not facet)):
            try:
                entries.append(self._supposed(question, stage, decided))
            except RefusedError as error:
                refusal = str(error)
        found = self._supposing.supposed(question, facet, moved or {}, *entries)
        return Supposed(differences(self.comparison, found), refusal)

    def refusal(self, question: str, facet: Facet, outcome: Outcome) -> str:
        """Why something cannot be decided; "" where it can."""
        try:
            self._supposed(question, facet, outcome)
        except RefusedError as error:
            return str(error)
        return ""

    def _supposed(self, question: str, facet: Facet, outcome: Outcome) -> Decision:
        """A decision that nobody writes down, so that nobody looks for what confirms it. Raises RefusedError."""
        said = Said("?", review_by=clock.today() + REVIEW_AFTER)
        return entry_on(self.comparison, (), Place(question, facet), Status.DECIDED, outcome, said)

    def _entry(self, question: str, facet: Facet, status: Status, outcome: Outcome | None, said: Said) -> Decision:
        stands = [one.id for one in self.comparison.settled.on(question) if one.facet is facet]
        at_odds = [name for one in clashes_in(self.gathered) if one.place == (question, facet) for name in one.ids]
        place = Place(question, facet, tuple(dict.fromkeys((*stands, *at_odds))))
        return entry_on(self.comparison, self.round.criteria, place, status, outcome, said)

    @cached_property
    def _supposing(self) -> Supposing:
        return Supposing(self.comparison, self.round.criteria)

    @cached_property
    def _hanging(self) -> Mapping[str, Leverage]:
        return leverage(self.round.criteria, counts(self.comparison, self.round.criteria))
