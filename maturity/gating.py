"""The gate as a file to fill in, as a tree, and as text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Final

from maturity.report_of_criteria import WIDTH, bound, unit_of, wrapped
from maturity.trees import Tree, number, present
from questionnaires.actuals import Actuals, Waiver, inconsistencies
from questionnaires.faults import Fault, InvalidFile
from questionnaires.words import SCHEMA, By, FileKind, Gate
from scoring import Comparison, Criterion
from scoring.criteria import in_words
from scoring.gate import Figure, Judgement, Outcome, Verdict, headline, misfits

OUTCOMES: Final = {
    Outcome.PASS: "● pass",
    Outcome.FAIL: "▲ FAIL",
    Outcome.NOT_MEASURED: "○ not measured",
    Outcome.WAIVED: "◆ waived",
}

_COMPARISONS: Final = {"at_least": "at least", "at_most": "at most"}


def template(comparison: Comparison, criteria: Iterable[Criterion], today: dt.date) -> str:
    """A file to fill in: one entry for each criterion to leave the pilot, with what to count beside it."""
    lines = [
        f'kind = "{FileKind.ACTUALS}"',
        f"schema = {SCHEMA}",
        "",
        "# Fill in numerator, denominator, date and by; leave out what nobody has measured yet.",
        "# A criterion that is counted per ring or cycle gets one [[actual]] for each: add ring and cycle.",
        "",
        "[pilot]",
        f"questionnaire = {_quoted(comparison.questionnaire.head.id)}",
        f"round = {comparison.round}",
        'rings = []          # for example ["first", "second"]',
    ]
    for criterion in criteria:
        if criterion.gate is Gate.LEAVE_PILOT:
            lines += ["", *_entry(criterion, today)]
    lines += [
        "",
        "# A criterion can be set aside by somebody with a name, until a day:",
        "#",
        "# [[waiver]]",
        '# criterion = "…"',
        '# by = "…"',
        "# until = 2027-01-31",
        '# reason = "…"',
    ]
    return "\n".join(lines) + "\n"


def _entry(criterion: Criterion, today: dt.date) -> Iterator[str]:
    direction = _COMPARISONS[criterion.threshold.comparison.value]
    measure = criterion.measure
    per = f" (× {measure.per})" if measure.per != 1 else ""
    yield _comment(
        f"{criterion.priority.value.upper()}: {criterion.title}: {direction} {in_words(criterion.threshold)}"
    )
    yield _comment(f"  numerator: {measure.numerator}")
    yield _comment(f"  denominator: {measure.denominator}{per}")
    yield _comment(f"  from: {measure.report}")
    yield "[[actual]]"
    yield f"criterion = {_quoted(criterion.id)}"
    for part in measure.by:
        yield f"# {part} = {'1' if part is By.CYCLE else _quoted('…')}  # one [[actual]] for each {part}"
    yield "# numerator = "
    yield "# denominator = "
    yield f"# date = {today}"
    yield '# by = ""'


def _comment(text: str) -> str:
    """A comment of one line, as every text of a criterion is one."""
    return f"# {text}"


def _quoted(text: str) -> str:
    """A basic TOML string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def fit_actuals(
    actuals: Actuals,
    name: str,
    comparison: Comparison,
    criteria: tuple[Criterion, ...],
    began: dt.date | None,
    today: dt.date,
) -> None:
    """Checks figures against the criteria they are about: none from before the round `began`, none from
    after `today`. Raises InvalidFile with all faults."""
    found = (*inconsistencies(actuals), *misfits(criteria, actuals, began, today))
    faults = [Fault(name, key, message) for key, message in found]
    if actuals.pilot.questionnaire != comparison.questionnaire.head.id:
        faults.append(Fault(name, "pilot.questionnaire", f'the answers are on "{comparison.questionnaire.head.id}"'))
    if actuals.pilot.round != comparison.round:
        faults.append(
            Fault(name, "pilot.round", f"is {actuals.pilot.round}, the answers are of round {comparison.round}")
        )
    if faults:
        raise InvalidFile(faults)


def gate_tree(judgement: Judgement) -> Tree:
    """The verdicts as results hold them."""
    return {
        "gate": judgement.gate.value,
        "open": judgement.is_open,
        "says": headline(judgement),
        **({"cycles_in_a_row": judgement.in_a_row} if judgement.in_a_row is not None else {}),
        "musts": {outcome.value: judgement.count(outcome) for outcome in Outcome},
        "verdict": [_verdict_tree(verdict) for verdict in judgement.verdicts],
    }


def _verdict_tree(verdict: Verdict) -> Tree:
    waiver = verdict.waiver or verdict.expired
    return present(
        criterion=verdict.criterion.id,
        title=verdict.criterion.title,
        priority=verdict.criterion.priority.value,
        threshold=number(verdict.criterion.threshold.value),
        unit=verdict.criterion.threshold.unit,
        one=verdict.criterion.threshold.one,
        comparison=verdict.criterion.threshold.comparison.value,
        owner=verdict.criterion.owner.named,
        outcome=verdict.outcome.value,
        figure=[_figure_tree(figure) for figure in verdict.figures] or None,
        missing_rings=list(verdict.missing) or None,
        cycles_in_a_row=verdict.in_a_row,
        waiver=_waiver_tree(waiver, verdict.expired is not None) if waiver else None,
    )


def _waiver_tree(waiver: Waiver, expired: bool) -> Tree:
    return present(by=waiver.by, until=waiver.until, reason=waiver.reason, expired=expired or None)


def _figure_tree(figure: Figure) -> Tree:
    actual = figure.actual
    assert actual.numerator is not None
    assert actual.denominator is not None
    return present(
        ring=actual.ring,
        cycle=actual.cycle,
        date=actual.date,
        by=actual.by,
        report=actual.report,
        numerator=number(actual.numerator),
        denominator=number(actual.denominator),
        value=number(figure.value),
        passes=figure.passes,
        small=True if figure.is_small else None,
    )


def gate_text(tree: Tree, width: int = WIDTH) -> str:
    """The verdict for a sponsor: the first line says it all, failures come before everything else."""
    lines = wrapped(tree["says"], width)
    if "cycles_in_a_row" in tree:
        row = tree["cycles_in_a_row"]
        cycles = "cycle" if row == 1 else "cycles"
        words = (
            f"In a row: every must that is counted by cycle passed in {row} {cycles} up to the latest."
            if row
            else "In a row: none. In the latest cycle a must that is counted by cycle failed or was not measured."
        )
        lines += wrapped(words, width)
    lines.append("")
    order = [Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED, Outcome.PASS]
    for priority, title in (("must", "Musts"), ("should", "Recommended besides"), ("could", "Could")):
        verdicts = [verdict for verdict in tree["verdict"] if verdict["priority"] == priority]
        if not verdicts:
            continue
        lines += [title, "-" * len(title), ""]
        for outcome in order:
            for verdict in verdicts:
                if verdict["outcome"] == outcome:
                    lines += _verdict_lines(verdict, width)
        lines.append("")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _verdict_lines(verdict: Tree, width: int) -> Iterator[str]:
    outcome = OUTCOMES[Outcome(verdict["outcome"])]
    yield from wrapped(f"{verdict['title']} ({bound(verdict)}; owner {verdict['owner']})", width, f"{outcome:<16}")
    for words in figure_sentences(verdict):
        yield from wrapped(words, width, " " * 16)


def figure_sentences(verdict: Tree) -> Iterator[str]:
    """What is behind a verdict: every figure, the rings without one, and who set it aside."""
    for figure in verdict.get("figure", []):
        place = [figure.get("ring"), f"cycle {figure['cycle']}" if "cycle" in figure else None]
        where = ", ".join(part for part in place if part)
        words = (
            f"{where + ': ' if where else ''}{figure['value']} {unit_of(verdict, figure['value'])}"
            f" ({_counted(figure)}{figure['date']}, {figure['by']})"
        )
        words += "" if figure["passes"] else "  ▲ misses the threshold"
        words += "; a small ring, where one more or less decides" if figure.get("small") else ""
        yield words
    if verdict.get("cycles_in_a_row", 0) > 1:
        yield f"passes in {verdict['cycles_in_a_row']} cycles in a row"
    if "missing_rings" in verdict:
        yield f"not measured in {', '.join(verdict['missing_rings'])}"
    if waiver := verdict.get("waiver"):
        state = "the waiver has ended: set aside" if waiver.get("expired") else "set aside"
        yield f"{state} by {waiver['by']} until {waiver['until']}: {waiver['reason']}"


def _counted(figure: Tree) -> str:
    """The counts behind a value; a single thing that was measured has none."""
    if figure["denominator"] == 1 and figure["value"] == figure["numerator"]:
        return ""
    return f"{figure['numerator']} of {figure['denominator']}, "
