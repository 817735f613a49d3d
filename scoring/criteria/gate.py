"""Whether the pilot's figures meet the exit criteria."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from questionnaires.actuals import Actuals, Waiver
from questionnaires.words import Gate, Priority
from scoring.criteria.counting import NO_COUNTS, Computed, Counts, completed, computed
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
    failed, or was not measured in every ring; `rings` are those in which each of them has to be measured, and
    `standing` holds the figure of each place. `computed` is the figure of what the tool counts by itself, which nobody
    enters. `hidden` is the outcome that it would have without its waiver.
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
    computed: Computed | None = None
    rings: tuple[str | None, ...] = ()
    standing: Mapping[Place, Figure] = field(default_factory=dict)
    hidden: Outcome | None = None

    def in_cycle(self, cycle: int) -> Outcome:
        """What is known about one cycle, whether or not a waiver sets the criterion aside."""
        return self.cycles.get(cycle, Outcome.NOT_MEASURED)

    def figures_in(self, cycle: int) -> tuple[Figure, ...]:
        """The figures that stand in one cycle, by ring."""
        return tuple(self.standing[cycle, ring] for ring in self.rings if (cycle, ring) in self.standing)

    @property
    def in_order(self) -> tuple[Figure, ...]:
        """The figure that stands in each place, by cycle and then by ring."""
        cycles: tuple[int | None, ...] = tuple(sorted(self.cycles)) or (None,)
        places = ((cycle, ring) for cycle in cycles for ring in self.rings)
        return tuple(self.standing[place] for place in places if place in self.standing)

    def missing_in(self, cycle: int) -> tuple[str, ...]:
        """The rings without a figure in one cycle."""
        return tuple(ring for ring in self.rings if ring is not None and (cycle, ring) not in self.standing)

    @property
    def consecutive_cycles(self) -> int | None:
        """How many cycles up to the latest passed one after the other; None for what is not counted by cycle."""
        return _consecutive([self]) if is_by_cycle(self.criterion) else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on one gate, musts first, in the order of the criteria.

    `is_measured` is whether anybody has entered any figure, be it of another gate; `names` are those of people, by the
    task or the role for which they answer.
    """

    gate: Gate
    verdicts: tuple[Verdict, ...]
    is_measured: bool = True
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
    def cycles_wanted(self) -> Verdict | None:
        """The verdict on how many cycles in a row there should be; None where no criterion asks for any."""
        return next((one for one in self.verdicts if one.criterion.measure.counts_cycles), None)

    @property
    def conflicts(self) -> int:
        """How many conflicts of limits stand: those with a must that nobody has waived. Its figures may meet a limit
        that excludes another one, and that shows nothing before it is settled which of them holds."""
        standing = (verdict for verdict in self.musts if verdict.outcome is not Outcome.WAIVED)
        return len({verdict.criterion.conflict for verdict in standing if verdict.criterion.conflict})

    @property
    def is_open(self) -> bool:
        """Whether the gate may be passed: every must passes or is waived, there is at least one, and no conflict."""
        done = self.count(Outcome.PASS) + self.count(Outcome.WAIVED)
        return bool(self.musts) and done == len(self.musts) and not self.conflicts


def _latest_cycle(verdicts: Iterable[Verdict]) -> int | None:
    return max((cycle for verdict in verdicts for cycle in verdict.cycles), default=None)


def _consecutive(verdicts: Iterable[Verdict]) -> int:
    counted = tuple(verdicts)
    latest, row = _latest_cycle(counted), 0
    while latest is not None and all(verdict.in_cycle(latest - row) is Outcome.PASS for verdict in counted):
        row += 1
    return row


def judge(
    criteria: Iterable[Criterion],
    actuals: Actuals,
    today: dt.date,
    gate: Gate = Gate.LEAVE_PILOT,
    counts: Counts = NO_COUNTS,
) -> Judgement:
    """The verdict on every criterion of a gate. A waiver counts up to and on its last day.

    The latest cycle is that of all musts: what was measured only before it is not measured in it, so it neither passes
    nor fails. What the tool counts by itself, the `counts` of the answers and the cycles in a row, is held against its
    threshold like any figure.
    """
    chosen = [item for item in criteria if item.gate is gate]
    people = [(item, _standing(item, actuals, counts)) for item in chosen if item.measure.computed is None]
    musts = [figures for item, figures in people if item.priority is Priority.MUST]
    latest = max((_cycle(place) for figures in musts for place in figures), default=0)
    measured = {
        item.id: _verdict(item, figures, actuals, latest if item.priority is Priority.MUST else 0)
        for item, figures in people
    }
    rows = Judgement(gate, tuple(measured.values()))
    row = rows.consecutive_cycles if rows.latest_cycle is not None else None
    verdicts = [measured.get(item.id) or _computed(item, computed(item, counts.get(item.id), row)) for item in chosen]
    is_measured = any(actual.is_measured for actual in actuals.actual)
    names = {named.answers_for: named.name for named in actuals.role}
    return Judgement(gate, tuple(_waived(verdict, actuals, today) for verdict in verdicts), is_measured, names)


def _standing(criterion: Criterion, actuals: Actuals, counts: Counts) -> Mapping[Place, Figure]:
    mine = (actual for actual in actuals.actual if actual.criterion == criterion.id)
    return standing(criterion, [completed(criterion, actual, counts) for actual in mine])


def _computed(criterion: Criterion, figure: Computed) -> Verdict:
    outcome = Outcome.PASS if figure.passes else Outcome.NOT_MEASURED if figure.value is None else Outcome.FAIL
    return Verdict(criterion, outcome, (), (), None, (), None, None, computed=figure)


def _verdict(criterion: Criterion, figures: Mapping[Place, Figure], actuals: Actuals, latest: int) -> Verdict:
    """The verdict on one criterion, of which other musts were measured in the cycle `latest`, 0 for in none."""
    used = {ring for _, ring in figures}
    # What is counted in one ring is counted in all of them.
    rings = (*(used & {None}), *(actuals.pilot.rings if used - {None} else ()))
    cycles = {cycle for cycle, _ in figures if cycle is not None}
    shown = {ring: figures[cycle, ring] for cycle, ring in sorted(figures, key=_cycle)}
    latest = max([latest, *cycles])
    stale = tuple(ring for ring in rings if cycles and ring in shown and (latest, ring) not in figures)
    # A figure of an earlier cycle tells nothing of the latest one, whichever side of the threshold it is on.
    outcome = _outcome([None if ring in stale else shown.get(ring) for ring in rings])
    return Verdict(
        criterion,
        outcome,
        tuple(shown[ring] for ring in rings if ring in shown),
        tuple(ring for ring in rings if ring is not None and ring not in shown),
        latest if stale else None,
        tuple(ring for ring in stale if ring is not None),
        None,
        None,
        {cycle: _outcome([figures.get((cycle, ring)) for ring in rings]) for cycle in cycles},
        rings=rings,
        standing=figures,
    )


def _waived(verdict: Verdict, actuals: Actuals, today: dt.date) -> Verdict:
    """The verdict, set aside where somebody has done so and it does not pass."""
    waivers = [waiver for waiver in actuals.waiver if waiver.criterion == verdict.criterion.id]
    if not waivers:
        return verdict
    last = max(waivers, key=lambda waiver: waiver.until)
    if last.until < today:
        return replace(verdict, expired=last)
    if verdict.outcome is Outcome.PASS:
        return replace(verdict, waiver=last)
    return replace(verdict, outcome=Outcome.WAIVED, waiver=last, hidden=verdict.outcome)


def _cycle(place: Place) -> int:
    return place[0] or 0


def _outcome(figures: Sequence[Figure | None]) -> Outcome:
    """Of a figure for each ring, None where it is missing. One that misses fails, whatever else was not measured."""
    if any(figure is not None and not figure.passes for figure in figures):
        return Outcome.FAIL
    return Outcome.NOT_MEASURED if not figures or None in figures else Outcome.PASS
