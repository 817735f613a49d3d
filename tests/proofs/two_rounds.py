"""A question in two rounds, worked out from the answers of both: who is compared, and how agreement moved."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import combinations

from questionnaires import Question
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, FindingKind, Kind
from tests.proofs.reading import Reading
from tests.proofs.rules import band_on, distance, pattern_on
from tests.proofs.said import Case

F = FindingKind
Kept = dict[Facet, set[str]]
Apart = tuple[int, Fraction, Fraction]


class Side:
    """One round on one question: the teams that are compared on each facet, and owners heard beside them."""

    def __init__(self, whole: Reading, question: Question, kept: Kept) -> None:
        self.whole, self.question, self.kept = whole, question, kept
        self.besides = self._besides()
        self.alone = whole.only(question.id, kept)
        heard = {facet: teams | self.besides for facet, teams in kept.items()}
        self.reading = whole.only(question.id, heard) if self.besides else self.alone

    def _besides(self) -> set[str]:
        """The teams that those compared name, and that say something in this round without being compared."""
        if self.question.kind is not Kind.OWNERSHIP:
            return set()
        kept = self.kept[Facet.OWNER]
        owners = self.whole.named(self.question.id).items()
        named = {owner for team, names in owners if team in kept for owner in names}
        spoke = self.whole.spoke(self.question.id, Facet.OWNER)
        return {team for team in spoke if team in named and team not in kept}

    @property
    def facets(self) -> list[Facet]:
        """The facets on which two teams or more are compared."""
        return [facet for facet in self.question.facets if len(self.kept[facet]) > 1]

    @property
    def torn(self) -> list[str]:
        """The teams that are torn on any of these facets."""
        if not self.whole.ordinal(self.question.id):
            return []
        return list(dict.fromkeys(t for facet in self.facets for t in self.alone.torn(self.question.id, facet)))

    def apartness(self, facet: Facet) -> Apart:
        """Band, gap and distance of a facet."""
        middles = list(self.alone.middles(self.question.id, facet).values())
        far, gap = distance(middles)
        return band_on(self.alone, self.question.id, facet) or 0, gap, far

    @property
    def widest(self) -> Facet | None:
        """The facet with the worst band, then gap, then distance; None on scales without an order."""
        if not self.whole.ordinal(self.question.id):
            return None
        return max(self.facets, key=self.apartness, default=None)

    @property
    def apart(self) -> Apart:
        """How far apart the teams are: of the widest facet, or how unlikely one person of each of two says the same."""
        if self.widest is not None:
            return self.apartness(self.widest)
        return (
            0,
            1 - _agreement(list(self.alone.places(self.question.id, self.question.facets[0]).values())),
            Fraction(0),
        )

    @property
    def gap(self) -> Fraction:
        """The widest gap; 0 on scales without an order."""
        if not self.whole.ordinal(self.question.id):
            return Fraction(0)
        return max((self.apartness(facet)[1] for facet in self.facets), default=Fraction(0))

    @property
    def most_said(self) -> dict[str, frozenset[int]]:
        """On scales without an order, by team the options that most of it choose."""
        rows = self.alone.places(self.question.id, self.question.facets[0])
        return {
            team: frozenset(p for p in row if row.count(p) == max(map(row.count, row))) for team, row in rows.items()
        }

    @property
    def is_agreed(self) -> bool:
        """Within a step and nobody torn on each facet; one owner who takes it; or one status."""
        if self.whole.ordinal(self.question.id):
            return all(self.apartness(facet)[0] == 0 for facet in self.facets)
        if self.question.kind is Kind.OWNERSHIP:
            return pattern_on(self.reading, self.question.id) is F.AGREED
        said = set(self.most_said.values())
        return len(self.most_said) > 1 and len(said) == 1 and len(next(iter(said))) == 1


def _agreement(rows: list[list[int]]) -> Fraction:
    """How likely one person each of two teams say the same, over all pairs of teams."""
    alike = [
        Fraction(sum(one == other for one in first for other in second), len(first) * len(second))
        for first, second in combinations(rows, 2)
    ]
    return sum(alike, Fraction(0)) / len(alike) if alike else Fraction(0)


class TwoRounds:
    """One question in the earlier round, and in the later one: alone, or with what is carried over.

    By `second` it is set beside the first; how things are `now` is what is compared.
    """

    def __init__(self, case: Case, question: Question) -> None:
        assert case.earlier is not None
        self.first, self.question, self.case = case.earlier, question, case
        self.second = _beside(case.later, case.last, question) if case.carrying else case.later
        self.now_round = case.last if case.carrying else case.later

    def answering(self, reading: Reading) -> dict[Facet, set[str]]:
        """By facet the teams with an answer."""
        return {facet: set(reading.places(self.question.id, facet)) for facet in self.question.facets}

    @cached_property
    def was(self) -> set[str]:
        """The teams with any answer in the earlier round."""
        return set().union(*self.answering(self.first).values())

    @cached_property
    def now(self) -> set[str]:
        """The teams with any answer in the later round."""
        return set().union(*self.answering(self.second).values())

    @cached_property
    def teams(self) -> list[str]:
        """The teams with any answer in both."""
        return [team.id for team in self.first.questionnaire.teams if team.id in self.was & self.now]

    @cached_property
    def kept(self) -> Kept:
        """On each facet the teams with an answer in both rounds."""
        first, second = self.answering(self.first), self.answering(self.second)
        return {facet: first[facet] & second[facet] for facet in self.question.facets}

    @cached_property
    def half(self) -> Kept:
        """On each facet those of the teams in both that answered it in one only."""
        first, second = self.answering(self.first), self.answering(self.second)
        return {facet: (first[facet] ^ second[facet]) & set(self.teams) for facet in self.question.facets}

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        """Both rounds with these teams."""
        return Side(self.first, self.question, self.kept), Side(self.now_round, self.question, self.kept)

    @property
    def is_compared(self) -> bool:
        """Whether on any facet two teams are in both rounds."""
        return any(len(teams) > 1 for teams in self.kept.values())

    @property
    def is_whole(self) -> bool:
        """Whether no answer of either round is left out."""
        return all(
            teams <= self.kept[facet] | side.besides
            for side in self.sides
            for facet, teams in self.answering(side.whole).items()
        )

    def silent(self, reading: Reading) -> bool:
        """Whether nobody said anything in a round."""
        return not any(reading.spoke(self.question.id, facet) for facet in self.question.facets)

    def instead(self, team: str) -> str | None:
        """What a team said in the round in which it gave no answer: that it does not know, before all else."""
        reading = self.second if team in self.was else self.first
        rows = reading.cells.get((self.question.id, team), {}).values() if team in reading.teams else ()
        said = [choice for row in rows for choice in row]
        return next((state for state in (DONT_KNOW, NOT_APPLICABLE) if state in said), None)

    @cached_property
    def step(self) -> str:
        """How agreement moved, in the words of the results."""
        if self.silent(self.first) or self.silent(self.second):
            return "asked first" if self.now else "not asked again"
        if not self.is_compared:
            return "not comparable"
        before, after = self.sides
        was, now = self._wholes()
        if self._is_complete() and after.is_agreed and now.is_agreed and not before.is_agreed:
            return "newly agreed"
        is_ordinal = self.first.ordinal(self.question.id)
        if (is_ordinal or before.most_said != after.most_said) and was.is_agreed and not after.is_agreed:
            return "no longer agreed"
        if set(after.torn) <= set(before.torn) and after.apart < before.apart and after.gap <= before.gap:
            return "closer"
        return "further apart" if after.apart > before.apart and after.gap >= before.gap else "unchanged"

    def _wholes(self) -> tuple[Side, Side]:
        """Everybody in both rounds; who has not come back on a facet may still be of the mind that it was of."""
        first, last = (Side(one, self.question, self.answering(one)) for one in (self.first, self.case.last))
        return first, last

    def _is_complete(self) -> bool:
        """Whether every facet that either round could compare is compared here."""
        rounds = (self.answering(self.first), self.answering(self.second))
        return all(len(self.kept[facet]) > 1 for one in rounds for facet, teams in one.items() if len(teams) > 1)


def _beside(later: Reading, last: Reading, question: Question) -> Reading:
    """The later round on a question; where a team has said anything on a facet, what all of it said last."""
    cells = {
        place: {
            facet: last.cells[place][facet] if any(one is not None for one in row) else row
            for facet, row in rows.items()
        }
        for place, rows in later.cells.items()
        if place[0] == question.id
    }
    return Reading(later.questionnaire, cells, frozenset(later.teams))
