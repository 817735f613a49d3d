"""What the pilot's figures say of a gate, in sentences for whoever decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scoring.criteria.gate import Judgement, Outcome, Verdict
from scoring.wording.words import listed

_MOST_NAMED: Final = 5
"""Musts in one part of a sentence; a rule can make hundreds of them."""


def headline(judgement: Judgement) -> str:
    """The first line, for the sponsor. What is waived never reads as a plain yes.

    `Not yet: 7 of 10 musts pass, 2 fail, 1 is not measured.`
    """
    total = len(judgement.musts)
    if not total:
        return "Nothing to judge: these answers recommend no must for this gate."
    passed, failed, open_, waived = (
        judgement.count(outcome) for outcome in (Outcome.PASS, Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED)
    )
    parts = [f"{passed} of {total} {'must' if total == 1 else 'musts'} {'passes' if 1 in (passed, total) else 'pass'}"]
    parts += [f"{failed} {'fails' if failed == 1 else 'fail'}"] if failed else []
    parts += [f"{open_} {_are(open_)} not measured"] if open_ else []
    parts += [f"{waived} {_are(waived)} waived"] if waived else []
    answer = ("Waived through" if waived else "Yes") if judgement.is_open else "Not yet"
    return f"{answer}: {', '.join(parts)}.{_conflicts(judgement.conflicts)}"


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
