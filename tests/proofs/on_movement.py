"""The sentences on what moved since an earlier round, held against the answers of both."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from typing import Final

from maturity.results.movement import QuestionMoved
from questionnaires import Question
from questionnaires.words import Facet
from tests.proofs.agenda_rules import column_of
from tests.proofs.claims import is_found
from tests.proofs.on_changes import KINDS
from tests.proofs.reading import Reading
from tests.proofs.rules import band_on, found_on, shape_of, worst_facets
from tests.proofs.said import Holds, Row, Said
from tests.proofs.words import FACETS, known, rounded, steps_in, teams_in


def _rounds(said: Said) -> tuple[Reading, Reading]:
    assert said.case.earlier is not None
    return said.case.earlier, said.case.later


def both(said: Said) -> dict[Facet, set[str]]:
    """On each facet the teams with an answer in both rounds."""
    first, second = _rounds(said)
    asked = said.question
    return {
        facet: first.places(asked.id, facet).keys() & second.places(asked.id, facet).keys() for facet in asked.facets
    }


def _answering(reading: Reading, question: Question) -> set[str]:
    return {team for facet in question.facets for team in reading.places(question.id, facet)}


def _compared(said: Said) -> tuple[Reading, Reading]:
    """Both rounds, on each facet with the teams of both; who was heard in each stays so."""
    kept = both(said)
    first, second = (reading.only(said.question.id, kept) for reading in _rounds(said))
    return first, second


def _is_state(said: Said, reading: Reading, text: str) -> bool:
    """`close, comfort (2 steps today, two camps)`: everything named is found, and the worst facet is as described."""
    words, _, detail = text.partition(" (")
    kinds = [known(KINDS, word) for word in words.split(", ") if word != "not on the agenda"]
    if not all(is_found(reading, said.question, kind) for kind in kinds):
        return False
    columns = [column_of(kind, said.question) for kind in found_on(reading, said.question)]
    worst = max((column for column in columns if column is not None), default=None)
    if any(column_of(kind, said.question) != worst for kind in kinds):
        return False
    return not detail or _is_detail(said, reading, detail.removesuffix(")"))


def _is_detail(said: Said, reading: Reading, detail: str) -> bool:
    worst = worst_facets(reading, said.question)
    if detail == "all alike":
        return any(reading.gap(said.question.id, facet) == 0 for facet in worst)
    found = re.fullmatch(r"(\S+ steps?)(?: (.+?))?, ([a-z ]+)", detail)
    if found is None:
        return False
    gap, where, word = found.groups()
    facet = known(FACETS, where) if where else said.question.facets[0]
    middles = reading.middles(said.question.id, facet)
    width = reading.gap(said.question.id, facet)
    shape = shape_of(middles)[0] if len(middles) > 1 else None
    return facet in worst and width is not None and steps_in(gap) == rounded(width) and shape is known(KINDS, word)


def _was_and_is(said: Said) -> bool:
    first, second = _compared(said)
    return _is_state(said, first, said["was"]) and _is_state(said, second, said["now"])


def _still(said: Said) -> bool:
    first, second = _compared(said)
    return _is_state(said, first, said["now"]) and _is_state(said, second, said["now"])


def _fewer_than_two(said: Said) -> bool:
    """On no facet two teams with what is named in both rounds."""
    kept = both(said)
    if said["what"] == "a common position":
        torn = {
            facet: {team for reading in _rounds(said) for team in reading.torn(said.question.id, facet)}
            for facet in kept
        }
        kept = {facet: teams - torn[facet] for facet, teams in kept.items()}
    return all(len(teams) < 2 for teams in kept.values())


def _torn_in_one(said: Said) -> bool:
    torn = {
        team
        for reading in _rounds(said)
        for facet in said.question.facets
        for team in reading.torn(said.question.id, facet)
        if team in both(said)[facet]
    }
    return set(said.teams("names")) <= torn


def _not_again(said: Said) -> bool:
    first, second = (_answering(reading, said.question) for reading in _rounds(said))
    return set(said.teams("names")) <= first - second


def _not_before(said: Said) -> bool:
    first, second = (_answering(reading, said.question) for reading in _rounds(said))
    return set(said.teams("names")) <= second - first


SENTENCES: Final = (
    Row("Was {was}, is now {now}.", _was_and_is),
    Row("Still {now}.", _still),
    Row("Fewer than two teams have {what=a common position|an answer} in both rounds.", _fewer_than_two),
    Row("Without {names}: no common position in one of the rounds.", _torn_in_one),
    Row("Without {names}, who did not answer it again.", _not_again),
    Row("Without {names}, who did not answer it before.", _not_before),
)


def _only_in(earlier: bool) -> Holds:
    def holds(said: Said) -> bool:
        first, second = (set(reading.teams) for reading in _rounds(said))
        teams = set(teams_in(said.case.questionnaire, said["names"]))
        return teams == (first - second if earlier else second - first)

    return holds


PRESENCE: Final = (
    Row("{names} answered in round 1 only, and {=is|are} left out here.", _only_in(earlier=True)),
    Row("{names} answered in this round only, and {=is|are} left out here.", _only_in(earlier=False)),
)


def _distance(reading: Reading, question: Question) -> tuple[int, Fraction]:
    """How far apart the teams are: the band and the gap of the worst facet, or how many name something else."""
    if reading.ordinal(question.id):
        bands = [band for facet in question.facets if (band := band_on(reading, question.id, facet)) is not None]
        gaps = [gap for facet in question.facets if (gap := reading.gap(question.id, facet)) is not None]
        return max(bands, default=0), max(gaps, default=Fraction(0))
    rows = list(reading.places(question.id, question.facets[0]).values())
    modes = {frozenset(p for p in row if row.count(p) == max(map(row.count, row))) for row in rows}
    is_one = len(modes) == 1 and len(next(iter(modes))) == 1
    return int(not is_one), 1 - _agreement(rows)


def _agreement(rows: list[list[int]]) -> Fraction:
    """How likely one person each of two teams say the same, over all pairs of teams."""
    alike = [
        Fraction(sum(one == other for one in first for other in second), len(first) * len(second))
        for first, second in combinations(rows, 2)
    ]
    return sum(alike, Fraction(0)) / len(alike) if alike else Fraction(1)


def _step(said: Said) -> bool:
    """The word for how it moved: agreed means in the lowest band, or all name the same."""
    first, second = (_answering(reading, said.question) for reading in _rounds(said))
    if said.text in ("not asked again", "asked first"):
        return not (second if said.text == "not asked again" else first) and bool(first | second)
    if said.text == "not comparable":
        return _fewer_than_two(said) or bool(said.within(QuestionMoved).torn)
    was, is_now = (_distance(reading, said.question) for reading in _compared(said))
    return {
        "newly agreed": was[0] > 0 == is_now[0],
        "no longer agreed": was[0] == 0 < is_now[0],
        "closer": is_now < was and (was[0] == 0) == (is_now[0] == 0),
        "further apart": is_now > was and (was[0] == 0) == (is_now[0] == 0),
        "unchanged": is_now == was,
    }[said.text]


STEPS: Final = (Row("{step}", _step),)
