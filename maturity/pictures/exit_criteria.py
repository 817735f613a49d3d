"""Exit criteria: what is asked of the pilot, what its figures say, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.positions import NONE, sentence
from maturity.pictures.quantities import in_unit
from maturity.pictures.shapes import (
    Axis,
    Chart,
    Head,
    Ink,
    Key,
    Lane,
    Line,
    Mark,
    Matrix,
    Sheet,
    Span,
    SpanKind,
    Square,
    Tick,
)
from maturity.results.criteria import CriterionResults
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.words import Direction, Gate, Priority

OUTCOMES: Final = {
    Outcome.FAIL: ("✗", "fail", Ink.FAR_APART),
    Outcome.NOT_MEASURED: ("?", "not measured", Ink.APART),
    Outcome.WAIVED: ("~", "waived", Ink.CLOSE),
    Outcome.PASS: ("✓", "pass", Ink.ALIGNED),
}
"""Sign, word and ink of each verdict, what needs most attention first."""
THRESHOLD: Final = "┃"

GATE_WORDS: Final = {
    Gate.START_PILOT: "To start the pilot",
    Gate.LEAVE_PILOT: "To leave the pilot",
    Gate.BROAD_RING: "For the first broad ring",
    Gate.TWELVE_MONTHS: "In 12 months",
    Gate.TWENTY_FOUR_MONTHS: "In 24 months",
}
_HEADS: Final = (Head("?", "Verdict"), Head("Figure", "Figure, threshold"), Head("Own", "Owner"))
_COLUMNS: Final = ("Criterion", "Gate", "Priority", "Verdict", "Figure", "Threshold", "Owner")


def exit_criteria(results: Results) -> Matrix:
    """All criteria by gate; where there are figures, those that fail first."""
    verdicts = {verdict.criterion: verdict for verdict in results.gate.verdict} if results.gate else {}
    names = _codes_by_label(results)
    rows: list[Line] = []
    sheet: list[tuple[str, ...]] = []
    for gate in Gate:
        criteria = [one for one in results.criterion if one.gate is gate]
        criteria.sort(key=lambda one: _rank(verdicts.get(one.id)))
        if criteria:
            rows.append(Line(f"gate:{gate.value}", GATE_WORDS[gate]))
        for one in criteria:
            rows.append(_line(one, verdicts.get(one.id), names))
            sheet.append(_sheet_row(one, verdicts.get(one.id)))
    return Matrix(
        "exit-criteria",
        "Exit criteria",
        _HEADS,
        tuple(rows),
        tuple(_legend(rows)),
        _says(results, verdicts),
        Sheet(_COLUMNS, tuple(sheet)),
    )


def _rank(verdict: VerdictResults | None) -> int:
    """Sorting by it keeps the order of the criteria among those of one verdict."""
    return list(OUTCOMES).index(verdict.outcome) if verdict else len(OUTCOMES)


def _line(one: CriterionResults, verdict: VerdictResults | None, names: dict[str, str]) -> Line:
    sign, word, ink = OUTCOMES[verdict.outcome] if verdict else ("·", one.priority.value, Ink.QUIET)
    if verdict and verdict.priority is not Priority.MUST:
        word = f"{word} ({verdict.priority.value})"
    owner = Square(names.get(one.owner, ""), one.owner_name or one.owner)
    return Line(one.id, one.title, (Square(sign, word, ink), Square("", _against(one, verdict), ink), owner))


def _codes_by_label(results: Results) -> dict[str, str]:
    """The codes of the teams, by the names under which owners are given."""
    teams = results.questionnaire.teams
    return {teams[team]: code for team, code in codes(results).items() if team in teams}


def _against(one: CriterionResults | VerdictResults, verdict: VerdictResults | None) -> str:
    """The figure that decides, and what it is held against."""
    bound = threshold_words(one)
    shown = figure_of(verdict) if verdict else None
    return bound if shown is None else f"{in_unit(shown)} / {bound}"


def threshold_words(one: CriterionResults | VerdictResults) -> str:
    """A threshold with its comparison and its unit: `≥ 95 %`."""
    sign = "≥" if one.comparison is Direction.AT_LEAST else "≤"
    unit = one.one if one.one and one.threshold == 1 else one.unit
    return f"{sign} {in_unit(one.threshold)} {unit}"


def figure_of(verdict: VerdictResults) -> float | None:
    """The figure that decides: of several rings the worst, or what the tool computes."""
    if verdict.computed is not None:
        return verdict.computed.value
    values = [figure.value for figure in verdict.figure]
    if not values:
        return None
    return min(values) if verdict.comparison is Direction.AT_LEAST else max(values)


def _sheet_row(one: CriterionResults, verdict: VerdictResults | None) -> tuple[str, ...]:
    shown = figure_of(verdict) if verdict else None
    return (
        one.title,
        GATE_WORDS[one.gate],
        one.priority.value,
        OUTCOMES[verdict.outcome][1] if verdict else "no figures",
        NONE if shown is None else f"{in_unit(shown)} {one.unit}",
        threshold_words(one),
        one.owner_name or one.owner,
    )


def _legend(rows: Sequence[Line]) -> Iterator[Key]:
    signs = {row.squares[0].sign for row in rows if row.squares}
    yield from (Key(sign, word, ink) for sign, word, ink in OUTCOMES.values() if sign in signs)
    if "·" in signs:
        yield Key("·", "no figures yet", Ink.QUIET)


def _says(results: Results, verdicts: dict[str, VerdictResults]) -> str:
    if not results.criterion:
        return "No criterion is recommended, so there is nothing to show."
    if not results.gate:
        musts = sum(one.priority is Priority.MUST for one in results.criterion)
        return f"{len(results.criterion)} criteria, {musts} of them musts; there are no figures of the pilot yet."
    failing = [f"{verdict.title} fails" for verdict in verdicts.values() if verdict.outcome is Outcome.FAIL]
    return sentence((results.gate.says, *failing))


def bullets(results: Results) -> Chart:
    """A bullet for every criterion that has figures: how far each is from its threshold, which stands in the middle."""
    lanes = tuple(lane for verdict in _sorted(results) for lane in _bullets(verdict))
    return Chart(
        "bullets",
        "Figures against thresholds",
        Axis((Tick(0, "0"), Tick(1, "threshold"), Tick(2, "2 ×")), "nothing", "twice the threshold, or more"),
        lanes,
        _BULLET_KEYS if lanes else (),
        sentence(mark.says for lane in lanes for mark in lane.marks if mark.sign != THRESHOLD)
        if lanes
        else _why_empty(results),
        Sheet(("Criterion", "Figure", "Threshold", "Verdict"), tuple(_bullet_row(one) for one in _sorted(results))),
    )


_BULLET_KEYS: Final = (
    Key("█", "the figure, as a share of its threshold"),
    Key(THRESHOLD, "the threshold", Ink.LIMIT),
    Key("░", "passes", Ink.ALIGNED),
    Key("✓", "passes", Ink.ALIGNED),
    Key("✗", "fails", Ink.FAR_APART),
)


def _sorted(results: Results) -> list[VerdictResults]:
    """The verdicts with a figure, failures first."""
    verdicts = results.gate.verdict if results.gate else ()
    return sorted((one for one in verdicts if figure_of(one) is not None), key=_rank)


def _bullets(verdict: VerdictResults) -> Iterator[Lane]:
    """A lane for the figure of each ring; of what the tool computes for that."""
    if verdict.computed is not None:
        yield _bullet(verdict, "", verdict.computed.value or 0, passes=verdict.computed.passes)
    for figure in verdict.figure:
        yield _bullet(verdict, figure.ring or "", figure.value, passes=figure.passes)


def _bullet(verdict: VerdictResults, ring: str, value: float, *, passes: bool) -> Lane:
    share = min(2.0, _share(verdict, value))
    zone = (1.0, 2.0) if verdict.comparison is Direction.AT_LEAST else (0.0, 1.0)
    sign, word, ink = OUTCOMES[Outcome.PASS if passes else Outcome.FAIL]
    where = f"{verdict.title}, {ring}" if ring else verdict.title
    told = f"{in_unit(value)}, {threshold_words(verdict)}"
    return Lane(
        f"{verdict.criterion}:{ring}",
        where,
        (
            Mark(1, THRESHOLD, f"threshold {threshold_words(verdict)}", Ink.LIMIT),
            Mark(share, sign, f"{where}: {told}, {word}", ink),
        ),
        (
            Span(*zone, SpanKind.ZONE, "passes", Ink.ALIGNED),
            Span(0, share, SpanKind.BAR, f"{in_unit(value)} {verdict.unit}", ink),
        ),
        f"{told}, {word}",
        ink,
    )


def _share(verdict: VerdictResults, value: float) -> float:
    """A figure as a share of its threshold; of a threshold of nothing, nothing is as much, and all else twice as much."""
    if verdict.threshold > 0:
        return value / verdict.threshold
    return 1.0 if value <= 0 else 2.0


def _bullet_row(verdict: VerdictResults) -> tuple[str, ...]:
    value = figure_of(verdict)
    shown = NONE if value is None else f"{in_unit(value)} {verdict.unit}"
    return verdict.title, shown, threshold_words(verdict), OUTCOMES[verdict.outcome][1]


def _why_empty(results: Results) -> str:
    if results.gate is None:
        return "There are no figures of the pilot yet, so there is nothing to draw."
    return "Nothing has been measured yet, so there is nothing to draw."


def cycles(results: Results) -> Chart:
    """A line for every criterion that is counted by cycle: whether it passed in each."""
    verdicts = sorted((one for one in (results.gate.verdict if results.gate else ()) if one.cycle), key=_rank)
    numbers = sorted({cycle.number for verdict in verdicts for cycle in verdict.cycle})
    ends = numbers or [1]
    ticks = tuple(Tick(number, str(number)) for number in range(ends[0], max(ends[-1], ends[0] + 1) + 1))
    lanes = tuple(_cycle_lane(verdict, numbers) for verdict in verdicts)
    row = results.gate.cycles_say if results.gate else None
    return Chart(
        "cycles",
        "Cycle by cycle",
        Axis(ticks, "first cycle", "latest cycle"),
        lanes,
        tuple(_outcome_keys(lanes)),
        sentence((row or "", *(mark.says for lane in lanes for mark in lane.marks))) if lanes else _no_cycles(results),
        Sheet(
            ("Criterion", *(f"Cycle {number}" for number in numbers)),
            tuple((verdict.title, *_outcomes(verdict, numbers)) for verdict in verdicts),
        ),
    )


def _cycle_lane(verdict: VerdictResults, numbers: Sequence[int]) -> Lane:
    by_number = {cycle.number: cycle.outcome for cycle in verdict.cycle}
    marks = []
    for number in numbers:
        sign, word, ink = OUTCOMES[by_number.get(number, Outcome.NOT_MEASURED)]
        marks.append(Mark(number, sign, f"{verdict.title}, cycle {number}: {word}", ink))
    count = verdict.cycles_in_a_row
    after = "" if count is None else f"{count} in a row"
    return Lane(f"cycles:{verdict.criterion}", verdict.title, tuple(marks), (), after)


def _outcomes(verdict: VerdictResults, numbers: Sequence[int]) -> Iterator[str]:
    by_number = {cycle.number: cycle.outcome for cycle in verdict.cycle}
    yield from (OUTCOMES[by_number.get(number, Outcome.NOT_MEASURED)][1] for number in numbers)


def _outcome_keys(lanes: Sequence[Lane]) -> Iterator[Key]:
    signs = {mark.sign for lane in lanes for mark in lane.marks}
    yield from (Key(sign, word, ink) for sign, word, ink in OUTCOMES.values() if sign in signs)


def _no_cycles(results: Results) -> str:
    if results.gate is None:
        return "There are no figures of the pilot yet, so there is nothing to draw."
    return "No criterion has been measured by cycle, so there is nothing to draw."
