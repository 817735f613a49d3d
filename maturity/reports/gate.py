"""The verdict on the pilot's figures as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.files.trees import Tree
from maturity.reports.criteria import WIDTH, bound, unit_of, wrapped
from scoring.criteria.gate import Outcome

OUTCOMES: Final = {
    Outcome.PASS: "● pass",
    Outcome.FAIL: "▲ FAIL",
    Outcome.NOT_MEASURED: "○ not measured",
    Outcome.WAIVED: "◆ waived",
}


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
