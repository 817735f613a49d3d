"""What hangs on a question: the recommended criteria whose owner or threshold it decides, that it calls for, or in
which it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from questionnaires.words import Gate, Priority
from scoring.comparison.agenda import AgendaEntry
from scoring.conventions import CLASS_ORDER
from scoring.criteria.counting import NO_COUNTS, Counts
from scoring.criteria.criteria import Criterion


@dataclass(frozen=True, slots=True)
class Leverage:
    """The criteria of which a question names the `owner`, sets the `threshold`, on which it was found what calls for
    them (`trigger`), or that are computed from it (`counted`); each in the order in which they are recommended."""

    owner: tuple[Criterion, ...] = ()
    threshold: tuple[Criterion, ...] = ()
    trigger: tuple[Criterion, ...] = ()
    counted: tuple[Criterion, ...] = ()

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All of them, each once."""
        return tuple({one.id: one for one in chain(self.owner, self.threshold, self.trigger, self.counted)}.values())

    @property
    def weight(self) -> tuple[int, int, int]:
        """Musts to leave the pilot, all musts, all other criteria."""
        musts = musts_of(self.criteria)
        return len(of_the_pilot(musts)), len(musts), len(self.criteria) - len(musts)


NOTHING: Final = Leverage()


def musts_of(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Those that are musts, of any gate; while its limit and another exclude each other, a criterion is none."""
    return tuple(one for one in criteria if one.priority is Priority.MUST and not one.conflict)


def of_the_pilot(criteria: Iterable[Criterion]) -> tuple[Criterion, ...]:
    """Those to leave the pilot."""
    return tuple(criterion for criterion in criteria if criterion.gate is Gate.LEAVE_PILOT)


def leverage(criteria: Iterable[Criterion], counts: Counts = NO_COUNTS) -> dict[str, Leverage]:
    """By question, what hangs on it; a question is absent on which nothing does. `counts` are those of the answers."""
    parts: tuple[defaultdict[str, list[Criterion]], ...] = tuple(defaultdict(list) for _ in range(4))
    owner, threshold, trigger, counted = parts
    for criterion in criteria:
        if criterion.owner.task is not None:
            owner[criterion.owner.task].append(criterion)
        if criterion.threshold.question is not None:
            threshold[criterion.threshold.question].append(criterion)
        for question in dict.fromkeys(name for finding in criterion.findings for name in finding.questions):
            trigger[question].append(criterion)
        if criterion.measure.computed is not None and (mine := counts.get(criterion.id)):
            for question in (*mine.settled, *mine.open):
                counted[question].append(criterion)
    questions = dict.fromkeys(chain(*parts))
    return {name: Leverage(*(tuple(part.get(name, ())) for part in parts)) for name in questions}


def by_leverage(entries: Iterable[AgendaEntry], hanging: Mapping[str, Leverage]) -> tuple[AgendaEntry, ...]:
    """The entries of an agenda in the order in which they are shown.

    By class; within one, what decides most musts to leave the pilot comes first, then most musts of any gate, then
    most other criteria. What is alike in all of that stays in the order of the agenda: by flags, by answers, and as
    the questionnaire asks. Never by how far the teams are apart: distances on scales of different kinds are no rank.
    """

    def place(entry: AgendaEntry) -> tuple[int, ...]:
        weight = hanging.get(entry.question, NOTHING).weight
        return CLASS_ORDER.index(entry.agenda_class), *(-count for count in weight)

    return tuple(sorted(entries, key=place))
