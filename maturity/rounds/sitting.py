"""What one sitting remembers from screen to screen: the rules that were read, and every answer as it was before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from maturity.rounds.earlier import NOTHING_EARLIER, Earlier
from questionnaires import Answer, Respondent, Response
from questionnaires.words import Facet


@dataclass(frozen=True, slots=True)
class Change:
    """The answer to a question as it was before it was changed, and the respondent as of then."""

    question: str
    before: Answer
    respondent: Respondent

    def overwrote(self, now: Answer) -> tuple[Facet, ...]:
        """The columns that had an answer before and have another one, or none, now."""
        return tuple(facet for facet in self.before.facets if self.before.choice(facet) != now.choice(facet))

    def taken_back(self, response: Response, now: dt.datetime) -> Response:
        """The answers as they were before; finished again where this change had opened them, unless more is asked by
        now."""
        was = self.respondent
        restored = response.with_answer(self.question, self.before, now)
        if was.completed is not None and was.depth is response.respondent.depth:
            restored = restored.completed(was.completed)
        return restored.at(self.question, now)


@dataclass(frozen=True, slots=True)
class Sitting:
    """From opening a response until leaving it, through reviews as well; the latest change is the last. `earlier` is
    what is known of the rounds before."""

    rules_read: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()
    earlier: Earlier = NOTHING_EARLIER

    def read(self, section: str) -> Sitting:
        """With the rule of a section read."""
        return self if section in self.rules_read else replace(self, rules_read=self.rules_read | {section})

    def changed(self, change: Change) -> Sitting:
        """With one more change."""
        return replace(self, changes=(*self.changes, change))


START: Final = Sitting()
"""Nothing was read or answered yet."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What goes along from the questions to the review and back: `at` is the question one comes from or goes to, and
    with `only_open` Enter leads past what is answered."""

    sitting: Sitting = START
    at: str | None = None
    only_open: bool = False
