"""The sentences of the gate, held against the figures and the thresholds alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from maturity.results.gate import FigureResults, VerdictResults
from questionnaires.actuals import Actual
from questionnaires.words import By, Direction, Gate, Priority
from scoring.criteria.figures import SMALL_RING
from tests.proofs.said import Row, Said

Rows = dict[str | None, list[Actual]]


def _measured(said: Said, criterion: str) -> list[Actual]:
    assert said.case.actuals is not None
    return [actual for actual in said.case.actuals.actual if actual.criterion == criterion and actual.is_measured]


def _latest(said: Said, criterion: str) -> Rows:
    """By ring its last figure: of the last cycle, and of several on different days the last."""
    rows: Rows = {}
    for actual in _measured(said, criterion):
        rows.setdefault(actual.ring, []).append(actual)
    latest: Rows = {}
    for ring, mine in rows.items():
        cycle = max(actual.cycle or 0 for actual in mine)
        last = [actual for actual in mine if (actual.cycle or 0) == cycle]
        day = max(actual.date for actual in last if actual.date)
        latest[ring] = [actual for actual in last if actual.date == day]
    return latest


def value(said: Said, criterion: str, actual: Actual) -> Fraction:
    """Numerator ÷ denominator × per."""
    rule = next(one for one in said.case.questionnaire.candidates if one.id == criterion.partition(".")[0])
    return Fraction(actual.numerator or 0) / Fraction(actual.denominator or 1) * rule.measure.per


def passes(said: Said, criterion: str, actual: Actual) -> bool:
    """Whether a figure meets the threshold of its criterion as it is shown."""
    shown = next(one for one in said.results.criterion if one.id == criterion)
    bound = Fraction(str(shown.threshold))
    own = value(said, criterion, actual)
    return own >= bound if shown.comparison is Direction.AT_LEAST else own <= bound


def _outcome(said: Said, criterion: str) -> str:
    assert said.case.actuals is not None
    latest, rings = _latest(said, criterion), said.case.actuals.pilot.rings
    waivers = [waiver for waiver in said.case.actuals.waiver if waiver.criterion == criterion]
    is_waived = any(waiver.until >= said.case.today for waiver in waivers)
    figures = [actual for row in latest.values() for actual in row]
    missing = set(latest) - {None} and set(rings) - set(latest)
    if figures and not all(passes(said, criterion, actual) for actual in figures):
        found = "fail"
    else:
        found = "not_measured" if not figures or missing else "pass"
    return "waived" if is_waived and found != "pass" else found


def _musts(said: Said) -> list[str]:
    return [one.id for one in said.results.criterion if one.gate is Gate.LEAVE_PILOT and one.priority is Priority.MUST]


def _counts(said: Said) -> dict[str, int]:
    outcomes = [_outcome(said, criterion) for criterion in _musts(said)]
    return {outcome: outcomes.count(outcome) for outcome in ("pass", "fail", "not_measured", "waived")}


def _headline(said: Said) -> bool:
    counts, total = _counts(said), len(_musts(said))
    parts = {"pass": said["passed"], "fail": said["failed"], "not_measured": said["open"], "waived": said["waived"]}
    is_open = counts["pass"] + counts["waived"] == total
    return (
        total > 0
        and int(said["all"]) == total
        and (said["word"] == "Yes") == is_open
        and all(int(words or 0) == counts[outcome] for outcome, words in parts.items())
    )


def _nothing(said: Said) -> bool:
    return not _musts(said)


HEADLINES: Final = (
    Row(
        "{word=Yes|Not yet}: {passed} of {all} {=must|musts} {=passes|pass}[, {failed} {=fails|fail}]"
        "[, {open} {=is|are} not measured][, {waived} {=is|are} waived].",
        _headline,
    ),
    Row("Nothing to judge: these answers recommend no must for this gate.", _nothing),
)


def _is_outcome(said: Said) -> bool:
    return said.text.replace(" ", "_") == _outcome(said, said.within(VerdictResults).criterion)


OUTCOMES: Final = (Row("{outcome}", _is_outcome),)


def _by_cycle(said: Said) -> list[str]:
    """The musts that are counted by cycle: those of which the measure says so, and those that somebody so counted."""
    found = []
    for criterion in _musts(said):
        rule = next(one for one in said.case.questionnaire.candidates if one.id == criterion.partition(".")[0])
        if By.CYCLE in rule.measure.by or any(actual.cycle for actual in _measured(said, criterion)):
            found.append(criterion)
    return found


def _good(said: Said, criterion: str, cycle: int) -> bool:
    """Whether all that was measured in a cycle passed; where rings are counted, in every ring."""
    assert said.case.actuals is not None
    mine = [actual for actual in _measured(said, criterion) if actual.cycle == cycle]
    rings = {actual.ring for actual in _measured(said, criterion) if actual.cycle} - {None}
    everywhere = not rings or {actual.ring for actual in mine} >= set(said.case.actuals.pilot.rings)
    return bool(mine) and everywhere and all(passes(said, criterion, actual) for actual in mine)


def _row(said: Said, criteria: list[str]) -> int:
    cycles = [actual.cycle or 0 for criterion in criteria for actual in _measured(said, criterion)]
    latest, row = max(cycles, default=0), 0
    while latest - row > 0 and all(_good(said, criterion, latest - row) for criterion in criteria):
        row += 1
    return row


def _in_a_row(said: Said) -> bool:
    musts = _by_cycle(said)
    return bool(musts) and _row(said, musts) == int(said["row"]) > 0


def _none_in_a_row(said: Said) -> bool:
    musts = _by_cycle(said)
    return bool(musts) and _row(said, musts) == 0


IN_A_ROW: Final = (
    Row(
        "In a row: every must that is counted by cycle passed in {row} {=cycle|cycles} up to the latest.",
        _in_a_row,
    ),
    Row(
        "In a row: none. In the latest cycle a must that is counted by cycle failed or was not measured.",
        _none_in_a_row,
    ),
)


def _own_row(said: Said) -> bool:
    return _row(said, [said.within(VerdictResults).criterion]) == int(said["row"]) > 1


def _missing(said: Said) -> bool:
    assert said.case.actuals is not None
    measured = {actual.ring for actual in _measured(said, said.within(VerdictResults).criterion)}
    return set(said["rings"].split(", ")) == set(said.case.actuals.pilot.rings) - measured and bool(measured - {None})


def _set_aside(said: Said) -> bool:
    assert said.case.actuals is not None
    mine = [one for one in said.case.actuals.waiver if one.criterion == said.within(VerdictResults).criterion]
    last = max(mine, key=lambda waiver: waiver.until)
    is_over = last.until < said.case.today
    return (last.by, str(last.until), last.reason, is_over) == (
        said["by"],
        said["until"],
        said["why"],
        bool(said["over"]),
    )


def _figure(said: Said) -> bool:
    """Ring, cycle, value with its unit, counts and day of one of the figures; and whether it meets the threshold."""
    verdict = said.within(VerdictResults)
    figure = said.within(FigureResults)
    fitting = [
        actual
        for actual in _measured(said, verdict.criterion)
        if (actual.ring, actual.cycle, actual.date) == (figure.ring, figure.cycle, figure.date)
    ]
    return any(_is_figure(said, verdict, actual) for actual in fitting)


def _is_figure(said: Said, verdict: VerdictResults, actual: Actual) -> bool:
    own = value(said, verdict.criterion, actual)
    misses = not passes(said, verdict.criterion, actual)
    shown = float(said["value"])
    is_share = verdict.unit == "%" and verdict.threshold <= 100
    small = actual.ring is not None and is_share and (actual.denominator or 0) < SMALL_RING
    counts = f"{actual.numerator:f} of {actual.denominator:f}"
    return (
        abs(shown - float(own)) <= 0.0001
        and (not misses or shown != verdict.threshold)
        and bool(said["misses"]) == misses
        and bool(said["small"]) == small
        and said["counted"] in ("", counts)
    )


FIGURES: Final = (
    Row("passes in {row} cycles in a row", _own_row),
    Row("not measured in {rings}", _missing),
    Row("[{over=the waiver has ended: }]set aside by {by} until {until}: {why}", _set_aside),
    Row(
        "[{ring=[^:]+: }]{value=[0-9.]+} {unit} ([{counted=[0-9.]+ of [0-9.]+}, ]{day=[0-9-]+}, {who})"
        "[{misses=  ▲ misses the threshold}][{small=; a small ring, where one more or less decides}]",
        _figure,
    ),
)
