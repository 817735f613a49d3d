"""Drills: which criteria they are of, and how one becomes a figure in the unit of its criterion, beside the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.files.actuals_template import template
from maturity.files.actuals_writing import ACTUALS_NAME, Writing, append
from maturity.files.found import FiguresFile
from maturity.files.saving import NotSavedError
from maturity.rounds.drill_typed import DRILL, Typed, count_in, timed_in, unclear
from maturity.rounds.round import Round, fit_actuals
from questionnaires import InvalidFile, clean, name_of
from questionnaires.actuals import Actual, Actuals, Pilot
from questionnaires.faults import validate
from questionnaires.words import Direction, Gate
from scoring import Criterion
from scoring.criteria.criteria import in_words

_MINUTES: Final = {"hour": 60, "hours": 60, "day": 24 * 60, "days": 24 * 60}
"""By the unit of a threshold, how many minutes it has."""
_FINEST: Final = 4
"""Decimals of a figure, unless its threshold has more."""
_COMPARISONS: Final = {Direction.AT_LEAST: "at least", Direction.AT_MOST: "at most"}


@dataclass(frozen=True, slots=True)
class Drill:
    """A criterion that is measured by the clock, one drill at a time."""

    criterion: Criterion

    @property
    def title(self) -> str:
        """What it is about."""
        return self.criterion.title

    @property
    def measures(self) -> str:
        """What is measured."""
        return self.criterion.measure.numerator

    @property
    def entry(self) -> str:
        """What one entry is about."""
        return self.criterion.measure.entry or ""

    @property
    def fewest(self) -> int | None:
        """How many have to take part at least; None where any number will do."""
        return self.criterion.measure.fewest

    def value(self, minutes: int) -> Decimal:
        """So many minutes in the unit of the threshold, with as many decimals as it takes to be held against it.

        What has no end is cut where it gets no better by that: the figure passes if the time itself does.
        """
        threshold = self.criterion.threshold
        exponent = threshold.value.as_tuple().exponent
        decimals = max(_FINEST, -exponent if isinstance(exponent, int) else 0)
        scaled, per = minutes * 10**decimals, _MINUTES[threshold.unit]
        is_up = threshold.comparison is Direction.AT_MOST
        found = Decimal(-(-scaled // per) if is_up else scaled // per).scaleb(-decimals)
        return found.quantize(Decimal(1)) if found == int(found) else found.normalize()

    def says(self, value: Decimal, took_part: int | None = None) -> str:
        """`1.6667 hours, at most 24 hours: it passes`, and that fewer took part than are asked for."""
        threshold = self.criterion.threshold
        unit = threshold.one if value == 1 and threshold.one else threshold.unit
        is_least = threshold.comparison is Direction.AT_LEAST
        passes = value >= threshold.value if is_least else value <= threshold.value
        held = f"{_COMPARISONS[threshold.comparison]} {in_words(threshold)}"
        few = self.fewest is not None and took_part is not None and took_part < self.fewest
        on = f", on {took_part}, and at least {self.fewest} are asked for" if few else ""
        return f"{value:f} {unit}, {held}: it {'passes' if passes else 'does not pass'}{on}"


@dataclass(frozen=True)
class Drills:
    """The drills of a round, and where their figures are kept: `figures` are all that lie in the folder."""

    folder: Path
    round: Round
    figures: tuple[FiguresFile, ...] = ()

    def drill(self, identifier: str) -> Drill | None:
        """The criterion, where what it measures is one drill, timed, and people measure it."""
        found = (one for one in self.round.criteria if one.id == identifier and _is_drill(one))
        return next(map(Drill, found), None)

    @property
    def path(self) -> Path:
        """The file in use, or the one to begin: of another name where that one holds another round."""
        number = self.round.comparison.round
        fitting = [file.path for file in self.figures if file.actuals.pilot.round == number]
        usual = self.folder / ACTUALS_NAME
        is_other = any(file.path == usual for file in self.figures)
        return (*fitting, self.folder / f"actuals-r{number}.toml" if is_other else usual)[0]

    def entry(self, drill: Drill, typed: Typed) -> Actual:
        """The entry. Raises InvalidFile with all faults of what was typed."""
        timed, faults = timed_in(typed)
        faults += unclear(typed, drill.fewest)
        if timed is None or faults:
            raise InvalidFile(faults)
        record = clean(typed.record).strip()
        document = {
            "criterion": drill.criterion.id,
            "date": clock.day_of(timed.stopped),
            "numerator": drill.value(timed.minutes),
            "report": f"{timed.says}{record and f'; {record}'}",
            "by": clean(typed.by).strip(),
            "took_part": count_in(typed),
        }
        found = validate(Actual, document, DRILL)
        self._fits(found)
        return found

    def saved(self, drill: Drill, entry: Actual) -> str:
        """That the entry is on disk, where it is, and what it says.

        Raises NotSavedError, as where the file is of other answers, and HeldError where somebody else has it.
        """
        head = template(self.round.comparison, self.round.criteria, clock.today())
        how = Writing(head, {entry.criterion: drill.title}, fits=self._is_ours)
        done = append(self.path, [entry], how, within=self.folder)
        said = f"{drill.title}, {drill.says(entry.numerator or Decimal(0), entry.took_part)}"
        name = name_of(self.path.name)
        if done.known:
            return f"{name} holds this figure of that day already, so nothing was added: {said}."
        return f"Saved in {name}: {said}."

    def _fits(self, entry: Actual) -> None:
        """Raises InvalidFile with all that is wrong with the entry against the answers."""
        comparison = self.round.comparison
        pilot = Pilot(questionnaire=comparison.questionnaire.head.id, round=comparison.round)
        alone = Actuals(pilot=pilot, actual=(entry,))
        try:
            fit_actuals(alone, DRILL, comparison, self.round.criteria, self.round.began, clock.today())
        except InvalidFile as error:
            raise InvalidFile(replace(one, key=one.key.rpartition(".")[2]) for one in error.faults) from error

    def _is_ours(self, actuals: Actuals) -> None:
        """Raises NotSavedError where the file is of other answers."""
        comparison = self.round.comparison
        name, number = comparison.questionnaire.head.id, comparison.round
        if (actuals.pilot.questionnaire, actuals.pilot.round) != (name, number):
            raise NotSavedError(
                f"{name_of(self.path.name)} was not saved: it holds figures of other answers than these, of round "
                f"{number} of {name}; rename it first."
            )


def drills(folder: Path, found: Round, figures: tuple[FiguresFile, ...]) -> Drills | None:
    """The drills of a round; None where several files hold its figures, so that none is in use."""
    fitting = [file for file in figures if file.actuals.pilot.round == found.comparison.round]
    return Drills(folder, found, figures) if len(fitting) < 2 else None


def so_far(drill: Drill, typed: Typed) -> str:
    """What was typed so far as the figure that it is, against the threshold; nothing while it is none."""
    timed, _ = timed_in(typed)
    if timed is None:
        return ""
    said = f"{drill.says(drill.value(timed.minutes), count_in(typed))}."
    return said if said.startswith(f"{timed.span},") else f"{timed.span}: {said}"


def _is_drill(criterion: Criterion) -> bool:
    """Whether one thing is measured by the clock, whoever does it: no share, nothing of a ring or cycle, nothing that
    the tool counts; and at the gate that figures are held against."""
    measure = criterion.measure
    is_entered = measure.is_single and measure.computed is None and not measure.by
    return is_entered and criterion.gate is Gate.LEAVE_PILOT and criterion.threshold.unit in _MINUTES
