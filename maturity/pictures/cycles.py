"""The cycles of the pilot: which criterion passed in which of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.pictures.positions import number_of, said, sentence
from maturity.pictures.shapes import Axis, Chart, Lane, Mark, Sheet, Tick
from maturity.pictures.verdicts import NO_FIGURES, OUTCOMES, outcome_keys, verdicts_of
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome


def cycles(results: Results) -> Chart:
    """A line for every criterion that is counted by cycle: whether it passed in each; failures first. From a second
    cycle on also for those that nobody measured in any."""
    found = verdicts_of(results)
    numbers = sorted({cycle.number for verdict in found for cycle in verdict.cycle})
    is_open = len(numbers) > 1
    verdicts = [one for one in found if one.cycle or (is_open and one.cycles_in_a_row is not None)]
    lanes = tuple(_lane(verdict, numbers) for verdict in verdicts)
    told = results.gate.cycles_say if results.gate else None
    empty = "No criterion has been measured by cycle, so there is nothing to draw." if results.gate else NO_FIGURES
    return Chart(
        "cycles",
        "Cycle by cycle",
        _axis(numbers),
        lanes,
        tuple(outcome_keys(mark.sign for lane in lanes for mark in lane.marks)),
        sentence((_counted(verdicts, numbers), told or "", *said(lanes))) if lanes else empty,
        Sheet(
            ("Criterion", *(f"Cycle {number}" for number in numbers)),
            tuple((verdict.title, *(OUTCOMES[one][1] for one in _outcomes(verdict, numbers))) for verdict in verdicts),
        ),
    )


def _counted(verdicts: Sequence[VerdictResults], numbers: Sequence[int]) -> str:
    return f"{number_of(len(verdicts), 'criterion', 'criteria')} in {number_of(len(numbers), 'cycle', 'cycles')}"


def _axis(numbers: Sequence[int]) -> Axis:
    """From the first cycle to the latest, which are at least two places: an axis has an end."""
    low = numbers[0] if numbers else 1
    high = max(numbers[-1] if numbers else 1, low + 1)
    places = [low, *(number for number in numbers if low < number < high), high]
    return Axis(tuple(Tick(place, str(place)) for place in places), "first cycle", "latest")


def _lane(verdict: VerdictResults, numbers: Sequence[int]) -> Lane:
    marks = []
    for number, outcome in zip(numbers, _outcomes(verdict, numbers), strict=True):
        sign, word, ink = OUTCOMES[outcome]
        marks.append(Mark(number, sign, f"{verdict.title}, cycle {number}: {word}", ink))
    count, waiver = verdict.cycles_in_a_row, verdict.waiver
    row = "" if count is None else f"{count or 'none'} in a row"
    sign, word, _ = OUTCOMES[Outcome.WAIVED]
    after = ", ".join(filter(None, (row, f"{sign} {word}" if waiver and waiver.hides else "")))
    return Lane(f"cycles:{verdict.criterion}", verdict.title, tuple(marks), (), after)


def _outcomes(verdict: VerdictResults, numbers: Sequence[int]) -> Iterator[Outcome]:
    """What is known of each cycle; of one that nobody measured, that."""
    found = {cycle.number: cycle.outcome for cycle in verdict.cycle}
    yield from (found.get(number, Outcome.NOT_MEASURED) for number in numbers)
