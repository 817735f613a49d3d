"""What the pilot's figures say of a gate, in sentences for whoever decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from questionnaires.words import Priority
from scoring.criteria.gate import Judgement, Outcome, Verdict
from scoring.wording.words import listed

_MOST_NAMED: Final = 5
"""Musts in one part of a sentence; a rule can make hundreds of them."""


def headline(judgement: Judgement, by: str = "the answers") -> str:
    """The first line, for the sponsor: the musts, in how many cycles they passed, and what else is not shown yet. `by`
    is what the figures are counted from that nobody enters.

    What is waived never reads as a plain yes: `Not yet: 7 of 10 musts pass, 2 fail, 1 is not measured.`
    """
    total = len(judgement.musts)
    if not total:
        return "Nothing to judge: these answers recommend no must for this gate."
    passed, failed, open_, waived = (
        judgement.count(outcome) for outcome in (Outcome.PASS, Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED)
    )
    if not judgement.is_measured and not judgement.is_open:
        return _without_figures(failed, total, by)
    cycles = _cycles_behind(judgement)
    parts = [f"{passed} of {total} {'must' if total == 1 else 'musts'} {'passes' if 1 in (passed, total) else 'pass'}"]
    parts += [f"{failed} {'fails' if failed == 1 else 'fail'}"] if failed else []
    parts += [f"{open_} {_are(open_)} not measured"] if open_ else []
    parts += [f"{waived} {_are(waived)} waived"] if waived else []
    parts += [cycles] if cycles else []
    answer = ("Waived through" if waived else "Yes") if judgement.is_open else "Not yet"
    said = f"{answer}: {', '.join(parts)}{_recommended(judgement, says_cycles=cycles is not None)}."
    return f"{said}{_conflicts(judgement.conflicts)}"


def _without_figures(failed: int, total: int, by: str) -> str:
    """What is known before anybody has measured anything: which musts fail by what the answers count."""
    if not failed:
        return "No: nothing has been measured yet."
    fail = f"{failed} of {total} {'must' if total == 1 else 'musts'} {'fails' if failed == 1 else 'fail'}"
    return f"Not yet: {fail} by {by}; nothing has been measured yet."


def _cycles_behind(judgement: Judgement) -> str | None:
    """In how many cycles in a row the musts that are counted by cycle passed, of how many there should be.

    None while the gate is shut, when that is no news, and where no must is counted by cycle.
    """
    row, wanted = judgement.consecutive_cycles, judgement.cycles_wanted
    if row is None or not judgement.is_open:
        return None
    cycles = "1 cycle" if row == 1 else f"{row} cycles"
    if wanted is None:
        return f"in {cycles}{' in a row' if row > 1 else ''}" if row else "without a good cycle"
    asked = "required" if wanted.criterion.priority is Priority.MUST else "recommended"
    number = f"the {wanted.criterion.threshold.value.normalize():f} {asked}"
    if not row:
        return f"without a good cycle of {number}"
    return f"in {cycles}, more than {number}" if row > wanted.criterion.threshold.value else f"in {cycles} of {number}"


def _recommended(judgement: Judgement, *, says_cycles: bool) -> str:
    """How many criteria that are no musts are missed or not measured; the cycles in a row are told once."""
    others = [
        verdict.outcome
        for verdict in judgement.verdicts
        if verdict.criterion.priority is not Priority.MUST and not (says_cycles and verdict is judgement.cycles_wanted)
    ]
    missed, open_ = others.count(Outcome.FAIL), others.count(Outcome.NOT_MEASURED)
    counted = [(number, words) for number, words in ((missed, "missed"), (open_, "not measured")) if number]
    if not counted:
        return ""
    (first, words), *rest = counted
    said = [f"{first} recommended {'criterion' if first == 1 else 'criteria'} {_are(first)} {words}"]
    return f"; {', '.join([*said, *(f'{number} {_are(number)} {words}' for number, words in rest)])}"


def _conflicts(standing: int) -> str:
    """What keeps a gate shut whatever was measured; empty without any."""
    if not standing:
        return ""
    return (
        f" First settle {'1 conflict' if standing == 1 else f'{standing} conflicts'} of limits that exclude each other."
    )


def cycles_sentence(judgement: Judgement) -> str | None:
    """How many cycles in a row passed, and what ended the row before them; None where no must is counted by cycle."""
    counted, row, latest = judgement.by_cycle, judgement.consecutive_cycles, judgement.latest_cycle
    if row is None:
        return None
    if latest is None:
        which = f"which {_are(len(counted))} counted by cycle"
        return f"In a row: none. No cycle was measured of {_named(counted)}, {which}."
    ended = latest - row
    parts = _what_ended(counted, ended)
    if not row:
        return f"In a row: none. In cycle {latest}, the latest, {parts}"
    number = len(counted)
    all_ = "the one must that is" if number == 1 else f"{'both' if number == 2 else f'all {number}'} musts that are"
    cycles = "1 cycle" if row == 1 else f"{row} cycles"
    said = f"In a row: {cycles} up to cycle {latest}, in which {all_} counted by cycle passed."
    return f"{said} In cycle {ended}, {parts}" if ended else said


def _what_ended(counted: Iterable[Verdict], cycle: int) -> str:
    """Which musts did not pass in a cycle, and why not."""
    failed = [verdict for verdict in counted if verdict.in_cycle(cycle) is Outcome.FAIL]
    missing = [verdict for verdict in counted if cycle not in verdict.cycles]
    parted = [verdict for verdict in counted if verdict.cycles.get(cycle) is Outcome.NOT_MEASURED]
    parts = [f"{_named(failed)} failed"] if failed else []
    parts += [f"{_named(missing)} {_were(missing)} not measured"] if missing else []
    parts += [f"{_named(parted)} {_were(parted)} not measured in every ring"] if parted else []
    is_waived = any(verdict.outcome is Outcome.WAIVED for verdict in (*failed, *missing, *parted))
    return f"{'; '.join(parts)}.{' A waiver makes no good cycle.' if is_waived else ''}"


def _named(verdicts: Iterable[Verdict]) -> str:
    names = [
        f"“{verdict.criterion.title}”{' (waived)' if verdict.outcome is Outcome.WAIVED else ''}" for verdict in verdicts
    ]
    more = [f"{len(names) - _MOST_NAMED} more"] if len(names) > _MOST_NAMED else []
    return listed([*names[:_MOST_NAMED], *more])


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _were(verdicts: list[Verdict]) -> str:
    return "was" if len(verdicts) == 1 else "were"
