"""What hangs on a question, whose answer is missing most, and how firm a must is, held against the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import Final

from maturity.results.findings import AgendaEntry, ToAsk
from questionnaires.words import DONT_KNOW, Facet, Gate
from tests.proofs.counting_rules import counted_on
from tests.proofs.criteria_rules import (
    Called,
    called_for,
    calls_for,
    conflict_of,
    outcomes,
    owner_keys,
    threshold_on,
    triggers,
)
from tests.proofs.on_changes import candidate_of
from tests.proofs.reading import Reading
from tests.proofs.rooms import limit_in, owner_in
from tests.proofs.said import Row, Said
from tests.proofs.variants import variants
from tests.proofs.words import FACETS, known, number_words, teams_in


def _hanging(said: Said) -> str:
    """What hangs on the question, in words: made from the criteria that the answers call for."""
    question, called = said.within(AgendaEntry).question, called_for(said.reading)
    parts = {
        "names the owner of": [one for one in called if one.rule.owner.task == question],
        "sets the threshold of": [one for one in called if one.rule.threshold.question == question],
        "calls for": [one for one in called if question in triggers(said.reading, one)],
        "counts in": [one for one in called if _counts_in(said, one, question)],
    }
    words = "; ".join(f"{does} {_counted(said, some)}" for does, some in parts.items() if some)
    return f"{words[0].upper()}{words[1:]}." if words else "No recommended criterion hangs on it."


def _counts_in(said: Said, one: Called, question: str) -> bool:
    """The tool computes its figure, and the question is one of those that are counted."""
    part = one.rule.measure.computed
    return part is not None and not part.cycles and question in chain(*counted_on(said.reading, one.rule, one.question))


def _counted(said: Said, some: Sequence[Called]) -> str:
    musts = [one for one in some if one.is_must and not conflict_of(said.reading, one.id)]
    first = sum(one.gate is Gate.LEAVE_PILOT for one in musts)
    gate = "" if first == len(musts) else f" ({first} to leave the pilot)" if first else " (of another gate)"
    if not musts:
        is_tied = bool(conflict_of(said.reading, some[0].id))
        one = f"1 {some[0].rule.priority.value}{' once its limits fit' if is_tied else ''}"
        return one if len(some) == 1 else f"{len(some)} criteria"
    if len(musts) == len(some):
        return f"{len(some)} {'must' if len(some) == 1 else 'musts'}{gate}"
    return f"{len(some)} criteria, {len(musts)} of them {'a must' if len(musts) == 1 else 'musts'}{gate}"


def _hangs(said: Said) -> bool:
    """The criteria that the answers call for whose owner or threshold it decides, that it calls for, or in which it
    counts, each number by itself."""
    return said.text == _hanging(said)


LEVERAGE: Final = (Row("{leverage}", _hangs),)


def _is_missed(said: Said) -> bool:
    """Nobody of the team gave an option, and any would change so many criteria: each is tried."""
    (team,) = said.teams("team")
    missing = said.within(ToAsk)
    question = said.reading.question(missing.question)
    facet = known(FACETS, said["where"]) if said["where"] else question.facets[0]
    is_open = team not in said.reading.places(question.id, facet)
    options = range(len(said.reading.scale(question.id).options))
    before = outcomes(said.reading)
    changes = []
    for option in options:
        after = outcomes(_answered(said.reading, question.id, facet, team, option))
        changes.append(sum(_told(before, name) != _told(after, name) for name in before.keys() | after.keys()))
    mean, span = number_words(Fraction(sum(changes), len(changes))), f"{min(changes)} to {max(changes)}"
    return (
        is_open
        and question.title == said["title"]
        and (said["mean"], said["unit"]) == (mean, "criterion" if mean == "1" else "criteria")
        and said["span"] == (span if len(set(changes)) > 1 else "")
        and said.number("options") == len(options)
        and bool(said["unheard"]) == (team not in said.reading.teams)
        and facet is missing.facet
    )


def _told(called: Mapping[str, tuple[Fraction, str]], name: str) -> tuple[Fraction, str] | None:
    """Threshold and owner of a criterion; why an owner is not confirmed is no part of who it is."""
    if name not in called:
        return None
    threshold, owner = called[name]
    return threshold, re.sub(r"\(to be confirmed: [^;)]*", "(to be confirmed", owner)


def _answered(reading: Reading, question: str, facet: Facet, team: str, option: int) -> Reading:
    """With one more answer: of somebody who left it open, else of somebody who does not know, else of a first voice."""
    choice = reading.scale(question).choice(option)
    before = reading.cells.get((question, team), {one: [None] for one in reading.question(question).facets})
    row = list(before[facet])
    row[row.index(None if None in row else DONT_KNOW)] = choice
    cells = {**reading.cells, (question, team): {**before, facet: row}}
    return Reading(reading.questionnaire, cells, room=reading.room)


TO_ASK: Final = (
    Row(
        "Ask {team}[{unheard=, not heard yet,}] about “{title}”"
        "[ {where=today|in 12 months|in 24 months|on control .+?}]: "
        "its answer would change {mean} {unit=criterion|criteria} on average ([{span=\\d+ to \\d+}, ]over {options} "
        "options).",
        _is_missed,
    ),
)


@lru_cache(maxsize=2)
def _all_variants(reading: Reading) -> list[tuple[str | None, Reading]]:
    return list(variants(reading))


def _firm(said: Said) -> bool:
    """In so many variants it is called for, with the same threshold, with the same owners; and whom it rests on. What
    the room decided rests on no answer."""
    rule, question = candidate_of(said)
    tried = _all_variants(said.reading)
    there = [(team, one) for team, one in tried if rule.when.always or calls_for(one, rule, question)]
    bound, task = threshold_on(said.reading, rule), rule.owner.task
    same = [(team, one) for team, one in there if threshold_on(one, rule) == bound]
    named = [(team, one) for team, one in there if task is None or owner_keys(one, task) == _keys(said.reading, task)]
    rests = {team for team, one in tried if team and not ((team, one) in same and (team, one) in named)}
    asked = rule.threshold.question
    free = asked is not None and limit_in(said.reading, asked) is None
    is_open = task is not None and owner_keys(said.reading, task) != (owner_in(said.reading, task),)
    counts = {
        "threshold": len(same) if asked and free and said.reading.stricter_middles(asked) else None,
        "owner": len(named) if task and is_open and said.reading.named(task) else None,
    }
    return (
        (said["stays"] or "") == ("" if rule.when.always else str(len(there)))
        and (not said["all"] or int(said["all"]) == len(tried))
        and all((said[part] or None) == (None if count is None else str(count)) for part, count in counts.items())
        and rests == (set(teams_in(said.case.questionnaire, said["without"], "or")) if said["without"] else set())
    )


def _keys(reading: Reading, task: str) -> tuple[str, ...]:
    return owner_keys(reading, task)


_WITHOUT: Final = "[ Leaving out {without} would change it.]"


def _firm_sentences() -> Iterator[str]:
    yield (
        "Stays in {stays=\\d+} of {all=\\d+} variants[{=;|,} its threshold in {threshold=\\d+}]"
        f"[{{=;|,}} its owner in {{owner=\\d+}}].{_WITHOUT}"
    )
    always = "Recommended whatever the answers; "
    yield (
        f"{always}its threshold stays in {{threshold=\\d+}} of {{all=\\d+}} variants[, its owner in {{owner=\\d+}}]."
        f"{_WITHOUT}"
    )
    yield f"{always}its owner stays in {{owner=\\d+}} of {{all=\\d+}} variants.{_WITHOUT}"
    yield f"{always}neither its threshold nor its owner rests on one."


FIRM: Final = tuple(Row(sentence, _firm) for sentence in _firm_sentences())
