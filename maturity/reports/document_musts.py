"""What the pilot has to show, in one table: threshold, what is known now, and who answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maturity.pictures.codes import codes
from maturity.reports.blocks import Block, Link, Run, Strong, Table, said
from maturity.reports.criteria import bound, counted, if_decided, now, priority_words
from maturity.reports.verdict import PILOT_GATES
from maturity.reports.why import state_says, waiver_says
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.values import Origin, Outcome
from questionnaires.words import Gate, Priority

_GATE = {Gate.START_PILOT: "to start", Gate.LEAVE_PILOT: "to end"}


def chosen(results: Results) -> list[CriterionResults]:
    """The musts before the pilot starts and ends; of each gate what does not pass comes first."""
    musts = [item for item in results.criterion if item.priority is Priority.MUST]
    return [one for gate in PILOT_GATES for one in order_of(results, [item for item in musts if item.gate is gate])]


def is_ours(item: CriterionResults) -> bool:
    """Whether its threshold awaits somebody's confirmation."""
    return item.threshold_origin is Origin.DEFAULT_OURS


def musts_table(results: Results) -> Iterator[Block]:
    """The table, who set what aside, and what its codes stand for."""
    shown = chosen(results)
    if not shown:
        yield said("The answers call for no must before the pilot starts or ends.")
        return
    heads = ("What has to hold", "Needed", "Threshold", "Now", "Owner")
    rows = tuple(_must(results, item) for item in shown)
    starred = "; * is our suggestion: please confirm" if any(map(is_ours, shown)) else ""
    start = sum(item.gate is Gate.START_PILOT for item in shown)
    when = "were due before the pilot started" if results.is_begun else "before the pilot starts"
    when = when.replace("were", "was") if start == 1 else when
    counts = f"{counted(start, 'must', 'musts')} {when}, {len(shown) - start} before it ends"
    yield Table("musts", f"{counts}{starred}", heads, rows, stacks=True)
    for verdict in results.gate.verdict if results.gate else ():
        if verdict.waiver is not None and verdict.priority is Priority.MUST:
            yield said(Strong("A waiver: "), f"“{verdict.title}”, {waiver_says(verdict)}")
    names = results.questionnaire.teams | {team.id: team.name for team in results.team}
    yield said("; ".join(f"{code} {names[team]}" for team, code in codes(results).items()) + ".")


def _must(results: Results, item: CriterionResults) -> tuple[Run, ...]:
    threshold = f"{bound(item)}{' *' if is_ours(item) else ''}{if_decided(item.threshold_origin)}"
    title = Link(item.title, f"criterion-{item.id}")
    return (
        (title,),
        (_GATE[item.gate],),
        (threshold,),
        (state_of(results, item),),
        (owner_in_short(results, item) + if_decided(item.owner_origin),),
    )


def owner_in_short(results: Results, item: CriterionResults) -> str:
    """The owner with the codes of teams: `ARC`, `to be agreed: END or OPS`."""
    names = results.questionnaire.teams | {team.id: team.name for team in results.team}
    by_name = {names[team]: code for team, code in codes(results).items()}
    longest_first = sorted(filter(None, by_name), key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    return re.sub(pattern, lambda found: by_name[found[0]], item.owner) if pattern else item.owner


def order_of(results: Results, items: list[CriterionResults]) -> list[CriterionResults]:
    """What does not pass comes first, and what was not measured before what passes; otherwise as they were."""
    verdicts = {one.criterion: one.outcome for one in results.gate.verdict} if results.gate else {}
    return sorted(items, key=lambda item: _order(item, verdicts.get(item.id)))


def _order(item: CriterionResults, outcome: Outcome | None) -> int:
    if outcome is None:
        return 1 if item.computed is None else (3 if item.computed.passes else 0)
    return (Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED, Outcome.PASS).index(outcome)


def state_of(results: Results, item: CriterionResults) -> str:
    """What is known of a criterion: its verdict with its reason, what the answers count, or that nobody measured it."""
    if item.conflict:
        return priority_words(item).lower()
    verdicts = results.gate.verdict if results.gate else ()
    state = next((state_says(verdict) for verdict in verdicts if verdict.criterion == item.id), None)
    if state is not None:
        return state
    return now(item) or ("not measured" if item.gate in PILOT_GATES else "not due yet")
