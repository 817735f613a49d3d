"""Whether the pilot's figures meet the exit criteria."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from questionnaires.actuals import Actuals, Waiver
from questionnaires.words import Gate, Priority
from scoring.criteria.criteria import Criterion
from scoring.criteria.figures import Figure, Place, is_by_cycle, standing


class Outcome(StrEnum):
    """What is known about a criterion. Not measured is never a pass."""

    PASS = "pass"  # noqa: S105  # not a password
    FAIL = "fail"
    NOT_MEASURED = "not_measured"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A criterion with what was measured of it: the latest figure of each ring.

    `missing` are rings without any figure. `behind` is the latest cycle, where the criterion was measured before but
    not in it, or not in all of its rings: those are `stale`. `cycles` are the cycles that were measured: each passed,
    failed, or was not measured in every ring.
    """

    criterion: Criterion
    outcome: Outcome
    figures: tuple[Figure, ...]
    missing: tuple[str, ...]
    behind: int | None
    stale: tuple[str, ...]
    waiver: Waiver | None
    expired: Waiver | None
    cycles: Mapping[int, Outcome] = field(default_factory=dict)

    def in_cycle(self, cycle: int) -> Outcome:
        """What is known about one cycle, whether or not a waiver sets the criterion aside."""
        return self.cycles.get(cycle, Outcome.NOT_MEASURED)

    @property
    def consecutive_cycles(self) -> int | None:
        """How many cycles up to the latest passed one after the other; None for what is not counted by cycle."""
        return _consecutive([self]) if is_by_cycle(self.criterion) else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on one gate, musts first, in the order of the criteria.

    `names` are those of people, by the task or the role for which they answer.
    """

    gate: Gate
    verdicts: tuple[Verdict, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, criterion: Criterion) -> str | None:
        """Who answers for a criterion by name; None where nobody is named."""
        return self.names.get(criterion.owner.task or criterion.owner.named)

    def count(self, outcome: Outcome) -> int:
        """How many musts have this outcome."""
        return sum(verdict.outcome is outcome for verdict in self.musts)

    @property
    def musts(self) -> tuple[Verdict, ...]:
        """The verdicts on what must hold; only these decide."""
        return tuple(verdict for verdict in self.verdicts if verdict.criterion.priority is Priority.MUST)

    @property
    def by_cycle(self) -> tuple[Verdict, ...]:
        """The musts that are counted by cycle, whether or not anybody measured them."""
        return tuple(verdict for verdict in self.musts if is_by_cycle(verdict.criterion))

    @property
    def latest_cycle(self) -> int | None:
        """The latest cycle in which any must was measured that is counted by cycle; None without one."""
        return _latest_cycle(self.by_cycle)

    @property
    def consecutive_cycles(self) -> int | None:
        """Cycles up to the latest in which every must that is counted by cycle passed, one after the other.

        A cycle in which one of them failed or was not measured ends the row, also where it is waived: a waiver sets a
        must aside, it shows nothing. None where no must is counted by cycle.
        """
        return _consecutive(self.by_cycle) if self.by_cycle else None

    @property
    def is_open(self) -> bool:
        """Whether the gate may be passed: every must passes or is waived, and there is at least one."""
        done = self.count(Outcome.PASS) + self.count(Outcome.WAIVED)
        return bool(self.musts) and done == len(self.musts)


def _latest_cycle(verdicts: Iterable[Verdict]) -> int | None:
    return max((cycle for verdict in verdicts for cycle in verdict.cycles), default=None)


def _consecutive(verdicts: Iterable[Verdict]) -> int:
    counted = tuple(verdicts)
    latest, row = _latest_cycle(counted), 0
    while latest is not None and all(verdict.in_cycle(latest - row) is Outcome.PASS for verdict in counted):
        row += 1
    return row


def judge(criteria: Iterable[Criterion], actuals: Actuals, today: dt.date, gate: Gate = Gate.LEAVE_PILOT) -> Judgement:
    """The verdict on every criterion of a gate. A waiver counts up to and on its last day.

    The latest cycle is that of all musts: what was measured only before it is not measured in it.
    """
    chosen = [(item, standing(item, actuals.actual)) for item in criteria if item.gate is gate]
    musts = [figures for item, figures in chosen if item.priority is Priority.MUST]
    latest = max((_cycle(place) for figures in musts for place in figures), default=0)
    verdicts = (
        _verdict(item, figures, actuals, today, latest if item.priority is Priority.MUST else 0)
        for item, figures in chosen
    )
    return Judgement(gate, tuple(verdicts), {named.answers_for: named.name for named in actuals.role})


def _verdict(
    criterion: Criterion, figures: Mapping[Place, Figure], actuals: Actuals, today: dt.date, latest: int
) -> Verdict:
    """The verdict on one criterion, of which other musts were measured in the cycle `latest`, 0 for in none."""
    used = {ring for _, ring in figures}
    # What is counted in one ring is counted in all of them.
    rings = (*(used & {None}), *(actuals.pilot.rings if used - {None} else ()))
    cycles = sorted({cycle for cycle, _ in figures if cycle is not None})
    shown = {ring: figures[cycle, ring] for cycle, ring in sorted(figures, key=_cycle)}
    outcome = _outcome([shown.get(ring) for ring in rings])
    latest = max([latest, *cycles])
    stale = tuple(ring for ring in rings if cycles and ring in shown and (latest, ring) not in figures)
    if stale and outcome is Outcome.PASS:
        outcome = Outcome.NOT_MEASURED
    waivers = sorted((w for w in actuals.waiver if w.criterion == criterion.id), key=lambda waiver: waiver.until)
    last = waivers[-1] if waivers else None
    valid = last if last and last.until >= today else None
    return Verdict(
        criterion,
        Outcome.WAIVED if valid and outcome is not Outcome.PASS else outcome,
        tuple(shown[ring] for ring in rings if ring in shown),
        tuple(ring for ring in rings if ring is not None and ring not in shown),
        latest if stale else None,
        tuple(ring for ring in stale if ring is not None),
        valid,
        last if last and not valid else None,
        {cycle: _outcome([figures.get((cycle, ring)) for ring in rings]) for cycle in cycles},
    )


def _cycle(place: Place) -> int:
    return place[0] or 0


def _outcome(figures: Sequence[Figure | None]) -> Outcome:
    """Of a figure for each ring, None where it is missing. One that misses fails, whatever else was not measured."""
    if any(figure is not None and not figure.passes for figure in figures):
        return Outcome.FAIL
    return Outcome.NOT_MEASURED if not figures or None in figures else Outcome.PASS
