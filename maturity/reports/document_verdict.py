"""Whether the pilot may end: in one sentence, then gate by gate with its counts."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.reports.blocks import Block, Run, Strong, said
from maturity.reports.conflicts import conflicts, musts
from maturity.reports.criteria import counted
from maturity.reports.gates import gate_title
from maturity.reports.headline import headline
from maturity.reports.outline import round_notice
from maturity.reports.verdict import PILOT_GATES, by_the_answers, by_what, verdict
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.words import Gate


def verdict_blocks(results: Results) -> Iterator[Block]:
    """The sentence, the counts of each gate, and how to read both."""
    yield said(verdict(results), leads=True)
    if split := _split(results):
        yield said(*split)
    if results.gate is not None and results.gate.cycles_say:
        yield said(results.gate.cycles_say)
    if len(results.team) < 2 or not any(item.column for item in results.question):
        yield said(headline(results))
    if notice := round_notice(results, ""):
        yield said(notice)
    yield said(" ".join(_read_so(results)))


def _split(results: Results) -> Run:
    """Each gate by itself, as its musts are others than those of the next one."""
    parts: list[str | Strong] = []
    for gate in PILOT_GATES:
        shown = musts(results, gate)
        between = len(conflicts(results, gate))
        says = _counted(results, gate, shown) if shown else "no must"
        says += f", and {counted(between, 'conflict of limits is', 'conflicts of limits are')} to settle"
        says = says if between else says.rpartition(", and ")[0]
        if shown or between:
            parts += [Strong(f"{gate_title(results, gate)}: "), f"{says}. "]
    return tuple(parts)


def _counted(results: Results, gate: Gate, shown: list[CriterionResults]) -> str:
    """`2 of 11 musts fail by the answers, 9 are not measured`."""
    found = {one.criterion: one.outcome for one in results.gate.verdict} if results.gate else {}
    judged = [found.get(item.id) or by_the_answers(item) for item in shown]
    total = f" of {counted(len(shown), 'must', 'musts')}"
    passing, failing, rest, waived = (
        judged.count(one) for one in (Outcome.PASS, Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED)
    )
    told: list[str] = []
    if passing or gate is Gate.START_PILOT:
        told.append(f"{passing}{total} {'passes' if passing == 1 or len(shown) == 1 else 'pass'}")
    if failing and (told != [f"0{total} passes"] or len(shown) > 1):
        by = "" if found.keys() & {item.id for item in shown} else f" {by_what(results)}"
        told.append(f"{failing}{'' if told else total} {'fails' if failing == 1 else 'fail'}{by}")
    if waived:
        told.append(f"{waived}{'' if told else total} {'is' if waived == 1 else 'are'} waived")
    if rest:
        why = ", which is expected before the pilot has figures" if results.gate is None else ""
        told.append(f"{rest}{'' if told else total} {'is' if rest == 1 else 'are'} not measured{why}")
    return ", ".join(told)


def _read_so(results: Results) -> Iterator[str]:
    """The words that a first page cannot do without, and how little it may rest on."""
    yield "A must is a criterion that has to hold at its gate."
    if results.ring:
        yield "A ring is a group of devices that gets an update at the same time."
    yield "A step is one option of an answer's scale, 0 to 5."
    alone = sum(team.people == 1 for team in results.team)
    if 2 * alone > len(results.team):
        only = "the only team is" if len(results.team) == 1 else f"{alone} of {len(results.team)} teams are"
        yield f"Caution: {only} one person{'' if alone == 1 else ' each'}, so a single answer stands for a team."
