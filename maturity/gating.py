"""The gate as a file to fill in, as a tree, and as text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Final

from maturity.report_of_criteria import WIDTH, bound, wrapped
from maturity.trees import Tree, number, present
from questionnaires.actuals import Actuals, Waiver, read_actuals
from questionnaires.reading import Fault, InvalidFile
from questionnaires.words import SCHEMA, FileKind, Gate
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


def template(comparison: Comparison, criteria: Iterable[Criterion]) -> str:
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
        'rings = []          # for example ["Test", "Ring1", "Last"]',
    ]
    for criterion in criteria:
        if criterion.gate is Gate.LEAVE_PILOT:
            lines += ["", *_entry(criterion)]
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


def _entry(criterion: Criterion) -> Iterator[str]:
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
    yield "# numerator = "
    yield "# denominator = "
    yield "# date = 2026-12-31"
    yield '# by = ""'


def _comment(text: str) -> str:
    """A comment of one line: a text of a questionnaire may have several, and the next would be TOML."""
    return "# " + text.replace("\n", " ")


def _quoted(text: str) -> str:
    """A basic TOML string; JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False)


def admit_actuals(
    document: Tree,
    name: str,
    comparison: Comparison,
    criteria: tuple[Criterion, ...],
    began: dt.date | None,
    today: dt.date,
) -> Actuals:
    """The figures, checked against the criteria they are about: none from before the round `began`, none from
    after `today`. Raises InvalidFile with all faults."""
    actuals = read_actuals(document, name)
    faults = [Fault(name, key, message) for key, message in misfits(criteria, actuals, began, today)]
    if actuals.pilot.questionnaire != comparison.questionnaire.head.id:
        faults.append(Fault(name, "pilot.questionnaire", f'the answers are on "{comparison.questionnaire.head.id}"'))
    if actuals.pilot.round != comparison.round:
        faults.append(
            Fault(name, "pilot.round", f"is {actuals.pilot.round}, the answers are of round {comparison.round}")
        )
    if faults:
        raise InvalidFile(faults)
    return actuals


def gate_tree(judgement: Judgement) -> Tree:
    """The verdicts as results hold them."""
    return {
        "gate": judgement.gate.value,
        "open": judgement.is_open,
        "says": headline(judgement),
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
        comparison=verdict.criterion.threshold.comparison.value,
        owner=verdict.criterion.owner.named,
        outcome=verdict.outcome.value,
        figure=[_figure_tree(figure) for figure in verdict.figures] or None,
        missing_rings=list(verdict.missing) or None,
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
    lines = [*wrapped(tree["says"], width), ""]
    order = [Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED, Outcome.PASS]
    for priority, title in (("must", "Musts"), ("should", "Recommended besides"), ("could", "Could")):
        verdicts = [verdict for verdict in tree["verdict"] if verdict["priority"] == priority]
        if not verdicts:
            continue
        lines += [title, "-" * len(title), ""]
        for outcome in order:
            for verdict in verdicts:
                if verdict["outcome"] == outcome:
                    lines += _verdict_lines(verdict, outcome, width)
        lines.append("")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def _verdict_lines(verdict: Tree, outcome: Outcome, width: int) -> Iterator[str]:
    yield from wrapped(
        f"{verdict['title']} ({bound(verdict)}; owner {verdict['owner']})", width, f"{OUTCOMES[outcome]:<16}"
    )
    for figure in verdict.get("figure", []):
        place = [figure.get("ring"), f"cycle {figure['cycle']}" if "cycle" in figure else None]
        where = ", ".join(part for part in place if part)
        words = (
            f"{where + ': ' if where else ''}{figure['value']} {verdict['unit']}"
            f" ({figure['numerator']} of {figure['denominator']}, {figure['date']}, {figure['by']})"
        )
        words += "" if figure["passes"] else "  ▲ misses the threshold"
        words += "; a small ring, where one device decides" if figure.get("small") else ""
        yield from wrapped(words, width, " " * 16)
    if "missing_rings" in verdict:
        yield from wrapped(f"not measured in {', '.join(verdict['missing_rings'])}", width, " " * 16)
    if waiver := verdict.get("waiver"):
        state = "the waiver has ended: set aside" if waiver.get("expired") else "set aside"
        words = f"{state} by {waiver['by']} until {waiver['until']}: {waiver['reason']}"
        yield from wrapped(words, width, " " * 16)
