"""What the decisions that stand settle: owners, limits, levels of control, stages and prerequisites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from questionnaires import Question, Questionnaire, Scale
from questionnaires.decisions import Decision, Outcome, Status
from questionnaires.decisions_admission import settles
from questionnaires.words import Facet
from scoring.decisions.standing import standing_decisions


@dataclass(frozen=True)
class Settled:
    """The decisions that stand and are used, as the questionnaire asks: decided, parked and proposed."""

    decisions: tuple[Decision, ...] = ()

    @cached_property
    def _by_place(self) -> dict[tuple[str, Facet | None], Decision]:
        return {(one.question, one.facet): one for one in self.decisions}

    @cached_property
    def _by_question(self) -> dict[str, tuple[Decision, ...]]:
        found: dict[str, tuple[Decision, ...]] = {}
        for one in self.decisions:
            found[one.question] = (*found.get(one.question, ()), one)
        return found

    def decided(self, question: str, facet: Facet) -> Decision | None:
        """What was decided on a facet; None where it is open, parked or only proposed."""
        found = self._by_place.get((question, facet))
        return found if found is not None and found.status is Status.DECIDED else None

    def outcome(self, question: str, facet: Facet) -> Outcome | None:
        """What came of it where it was decided."""
        found = self.decided(question, facet)
        return None if found is None else found.outcome

    def on(self, question: str) -> tuple[Decision, ...]:
        """Everything that stands on a question: of a stage there may be several."""
        return self._by_question.get(question, ())

    def is_any_decided(self, question: str) -> bool:
        """Whether anything of a question is decided."""
        return any(one.status is Status.DECIDED for one in self.on(question))

    def is_all_decided(self, question: Question) -> bool:
        """Whether all of a question is decided that can be: of a shift every stage."""
        return all(self.decided(question.id, facet) is not None for facet in settles(question))

    def is_parked(self, question: str) -> bool:
        """Whether a question is parked and nothing of it is decided."""
        found = self.on(question)
        return any(one.status is Status.PARKED for one in found) and not self.is_any_decided(question)

    def owner(self, task: str) -> Decision | None:
        """Who owns a task, as decided."""
        return self.decided(task, Facet.OWNER)

    def limit(self, questionnaire: Questionnaire, question: Question) -> Decimal | None:
        """The value of a quantity that was decided, in its unit; None where none was."""
        outcome = self.outcome(question.id, Facet.POSITION)
        return None if outcome is None else limit_of(outcome, questionnaire.scale_by_id[question.scale])


def limit_of(outcome: Outcome, scale: Scale) -> Decimal | None:
    """The value of a quantity in an outcome, in the unit of its scale; None where it is no quantity."""
    if outcome.value is not None:
        return outcome.value
    return None if outcome.option is None else scale.options[outcome.option].value


NOTHING_SETTLED: Final = Settled()


def settled_by(questionnaire: Questionnaire, entries: Iterable[Decision]) -> Settled:
    """What these entries settle, whatever their order. All of them fit the questionnaire and name their facet."""
    asked = ((question.id, facet) for question in questionnaire.questions for facet in settles(question))
    places: dict[tuple[str, Facet | None], int] = {place: number for number, place in enumerate(asked)}
    standing = standing_decisions(entries).entries
    return Settled(tuple(sorted(standing, key=lambda one: places[one.question, one.facet])))
