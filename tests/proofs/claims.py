"""What one moved answer is said to do, and whether it does: by the rules, and by comparing everything anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from maturity.rounds.round import Round
from questionnaires import Candidate, Question, Response
from questionnaires.words import Facet, FindingKind
from tests.proofs.cases import round_in
from tests.proofs.criteria_rules import amount, calls_for, owner_words, threshold_on
from tests.proofs.moved import Move, answered_anew, known_moves_of, moves_of, reread, tears
from tests.proofs.reading import Reading
from tests.proofs.rules import contradicted, found_on, shape_on, worst_facet
from tests.proofs.said import Case

F = FindingKind
_SHAPES: Final = {F.UNANIMOUS, F.ADJACENT, F.LONE_DISSENTER, F.TWO_CAMPS, F.SPREAD}


def is_found(reading: Reading, question: Question, kind: FindingKind, facet: Facet | None = None) -> bool:
    """Whether something is to be found on a question; that a team has no common position, on this facet."""
    if kind in _SHAPES:
        worst = worst_facet(reading, question)
        return worst is not None and shape_on(reading, question.id, worst)[0] is kind
    if kind is F.NO_COMMON_POSITION and facet is not None:
        return bool(reading.torn(question.id, facet))
    return kind in found_on(reading, question)


@dataclass(frozen=True, slots=True)
class Ending:
    """A finding that ends, and the one that stands instead."""

    question: Question
    kind: FindingKind
    facet: Facet | None = None
    others: tuple[str, ...] = ()
    becomes: FindingKind | None = None

    def in_answers(self, reading: Reading) -> bool:
        if self.kind is F.INFEASIBLE_TOGETHER and self.others:
            return not any({self.question.id, *self.others} == set(one.questions) for one in contradicted(reading))
        stands = self.becomes is None or is_found(reading, self.question, self.becomes)
        return stands and not is_found(reading, self.question, self.kind, self.facet)

    def in_round(self, found: Round) -> bool:
        item = found.comparison.question(self.question.id)
        findings = item.findings if item else ()
        by_facet = self.kind is F.NO_COMMON_POSITION
        alike = [
            one
            for one in findings
            if one.kind is self.kind and (not by_facet or one.facet is self.facet) and one.others == self.others
        ]
        return not alike and (self.becomes is None or any(one.kind is self.becomes for one in findings))


@dataclass(frozen=True, slots=True)
class Another:
    """A criterion that is no longer called for, or has another threshold or owner, in words."""

    criterion: str
    rule: Candidate
    question: str | None
    threshold: str = ""
    owner: str = ""

    def in_answers(self, reading: Reading) -> bool:
        if self.threshold:
            return amount(self.rule, threshold_on(reading, self.rule)) == self.threshold
        if self.owner:
            return owner_words(reading, self.rule) == self.owner
        return not calls_for(reading, self.rule, self.question)

    def in_round(self, found: Round) -> bool:
        criterion = next((one for one in found.criteria if one.id == self.criterion), None)
        if criterion is None:
            return not self.threshold and not self.owner
        if self.threshold:
            return amount(self.rule, Fraction(criterion.threshold.value)) == self.threshold
        return bool(self.owner) and criterion.owner.named == self.owner


Effects = tuple[Ending | Another, ...]


Moves = tuple[Move, ...]
"""Answers of one team on one facet that are moved together."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Some answers moved, what that does, and the teams of which one answer is said to do the same.

    Of several `moved` one has to do it: the sentence does not say whose answers these are. There are none where nobody
    gave such answers. Of several `ways` to understand what is said one has to be true; `asked` are the questions on
    which another team could do the same, `tearing` that the team would have no common
    position any more; None where nothing is said of that.
    """

    moved: tuple[Moves, ...]
    ways: tuple[Effects, ...]
    also: tuple[str, ...] = ()
    asked: tuple[Question, ...] = ()
    tearing: bool | None = False

    @property
    def count(self) -> int:
        """How many claims it is: one of each team."""
        return 1 + len(self.also)

    def true_in_answers(self, case: Case) -> bool:
        """Whether it is so by the rules."""

        def does(moves: Moves, effects: Effects) -> bool:
            reading = reread(case.reading, moves)
            is_so = self.tearing in (None, tears(case.reading, reading, moves[-1]))
            return is_so and all(effect.in_answers(reading) for effect in effects)

        return any(self._is_true(case, effects, does) for effects in self.ways)

    def true_anew(self, case: Case) -> bool:
        """Whether it is so when somebody's answer is moved and everything is compared anew."""

        def does(moves: Moves, effects: Effects) -> bool:
            found = compared_anew(case, moves)
            return (
                found is not None
                and self.tearing in (None, _torn_anew(case, found, moves[-1]))
                and all(effect.in_round(found) for effect in effects)
            )

        return any(self._is_true(case, effects, does) for effects in self.ways)

    def _is_true(self, case: Case, effects: Effects, does: Callable[[Moves, Effects], bool]) -> bool:
        if not any(does(moves, effects) for moves in self.moved):
            return False
        return all(any(does((move,), effects) for move in self._moves(case, team)) for team in self.also)

    def _moves(self, case: Case, team: str) -> Iterator[Move]:
        moves = known_moves_of if self.moved[0][0].before is None else moves_of
        return (move for question in self.asked for move in moves(case.reading, question, team))


def _torn_anew(case: Case, found: Round, move: Move) -> bool:
    item = found.comparison.question(move.question)
    facet = item.facet(move.facet) if item else None
    was = case.reading.ordinal(move.question) and move.team in case.reading.torn(move.question, move.facet)
    return facet is not None and move.team in facet.torn and not was


def compared_anew(case: Case, moves: Moves) -> Round | None:
    """The round with these answers moved: of somebody who says that now, in this round or, where it stands, before."""
    responses = case.responses
    for move in moves:
        mine = tuple(response for response in responses if _counts(case, response, move))
        others = tuple(response for response in responses if not _counts(case, response, move))
        changed = answered_anew(case.questionnaire, mine, move)
        if changed is None:
            return None
        responses = (*others, *changed)
    decided = tuple(case.reading.room.values())
    return round_in(case.questionnaire, responses, carrying=case.carrying, decided=decided)


def _counts(case: Case, response: Response, move: Move) -> bool:
    """Whether what this response says on a facet counts in what is compared."""
    who = response.respondent
    if who.round == case.results.round:
        return True
    question = case.questionnaire.question_by_id[move.question]
    return case.carrying and case.words is not None and case.words.stands(who.team, who.id, question, move.facet)
