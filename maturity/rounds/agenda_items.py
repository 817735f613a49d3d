"""The agenda that a later round takes up, and what somebody chooses of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from maturity.rounds.stood import Stood
from questionnaires import one_line
from scoring.conventions import AgendaClass
from scoring.wording.words import listed

CLASS_A: Final = (AgendaClass.A,)
CLASSES_A_AND_B: Final = (AgendaClass.A, AgendaClass.B)

_CLASSES: Final = {"a": CLASS_A, "ab": CLASSES_A_AND_B}
_MOST_NAMED: Final = 8
"""Questions that a message names; of more only how many there are."""


class NothingToSettleError(Exception):
    """There is no agenda to start from, or nothing of it was chosen; the message says what to do."""


@dataclass(frozen=True, slots=True)
class QuestionsToSettle:
    """The agenda of a round, in the order in which its questions are asked, and the round to ask them in.

    `urgency` has the class of those that have one. Those that are `settled` are decided, and asked again only when
    somebody names them. `stood` is where the teams stood, where that was sent with the agenda.
    """

    round: int
    agenda: tuple[str, ...]
    asked_in: int
    urgency: Mapping[str, AgendaClass] = field(default_factory=lambda: MappingProxyType({}))
    settled: frozenset[str] = frozenset()
    stood: Stood | None = None

    @property
    def questions(self) -> tuple[str, ...]:
        """What is open of it."""
        return tuple(question for question in self.agenda if question not in self.settled)

    def of_classes(self, classes: tuple[AgendaClass, ...]) -> tuple[str, ...]:
        """The open questions of these classes."""
        return tuple(question for question in self.questions if self.urgency.get(question) in classes)

    def chosen(self, items: str) -> tuple[str, ...]:
        """What somebody chose of it: `a`, `ab` for A and B, `all`, or the ids of questions with commas between them.

        Raises NothingToSettleError when that is none, or names what is not on the agenda.
        """
        wanted = items.strip().lower()
        if wanted in _CLASSES:
            which = listed(_CLASSES[wanted], "or")
            return self._some(self.of_classes(_CLASSES[wanted]), f"of class {which} is open")
        if wanted == "all":
            return self._some(self.questions, "is open")
        names = [name for part in items.split(",") if (name := part.strip())]
        unknown = [name for name in dict.fromkeys(names) if name not in self.agenda]
        if unknown or not names:
            raise NothingToSettleError(self._not_on_it(unknown))
        return tuple(question for question in self.agenda if question in names)

    def _not_on_it(self, unknown: list[str]) -> str:
        choice = f"choose a, ab, all, or questions on it by their ids, such as {listed(self.agenda[:3], 'or')}"
        if not unknown:
            return f"Nothing was chosen of the agenda of round {self.round}; {choice}."
        named = [f'"{one_line(name, 60)}"' for name in unknown[:_MOST_NAMED]]
        more = [f"{len(unknown) - _MOST_NAMED} more"] if len(unknown) > _MOST_NAMED else []
        verb = "is" if len(unknown) == 1 else "are"
        return f"{listed([*named, *more])} {verb} not on the agenda of round {self.round}; {choice}."

    def _some(self, questions: tuple[str, ...], what: str) -> tuple[str, ...]:
        if questions:
            return questions
        count = len(self.settled)
        decided = f" {count} {'is' if count == 1 else 'are'} decided; --items ID asks such a question again."
        raise NothingToSettleError(f"No question {what} on the agenda of round {self.round}.{decided if count else ''}")


def asked_words(found: QuestionsToSettle, only: tuple[str, ...]) -> str:
    """How many questions are taken up again: `4 questions are on the agenda of round 1`, or so many of those."""
    whole = len(found.agenda)
    if len(only) == whole:
        return f"{'1 question is' if whole == 1 else f'{whole} questions are'} on the agenda of round {found.round}"
    count = len(found.settled)
    decided = f" ({count} {'is' if count == 1 else 'are'} decided)" if count else ""
    asked = "is asked again" if len(only) == 1 else "are asked again"
    return f"{len(only)} of the {whole} questions on the agenda of round {found.round} {asked}{decided}"
