"""Where some teams stand on one question in one round: what two rounds are set against each other by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from questionnaires import Question, Questionnaire
from questionnaires.words import Facet, FindingKind, Kind
from scoring.comparison.claims import owners_at
from scoring.comparison.facets import FacetComparison
from scoring.comparison.questions import Cells, QuestionComparison, compare_question
from scoring.conventions import BAND_ORDER, Band
from scoring.counts.tally import Tally, cells_of, teams_in
from scoring.measures import Shape, modes, pairwise_agreement


@dataclass(frozen=True, slots=True)
class FacetStand:
    """Two teams or more on one ordinal facet, each at its middle answer. Gap in points; distance 0..1.

    Those that are `torn` have no common position: they take part, and the band is *close* at best.
    """

    facet: Facet
    positions: Mapping[str, Fraction]
    torn: tuple[str, ...]
    gap: Fraction
    band: Band
    distance: Fraction
    shape: Shape[str]

    @property
    def apartness(self) -> tuple[int, Fraction, Fraction]:
        """Band, gap and distance: what is larger is further apart."""
        return BAND_ORDER.index(self.band), self.gap, self.distance


@dataclass(frozen=True, slots=True)
class Stand:
    """Where teams stand on a question.

    `facets` are the ordinal ones that two of them answered. On the other scales `named` holds, by team, what its
    members name most (several when tied), and `agreement` how likely one person of each of two teams names the same,
    0..1. `besides` are owners that these teams name and that answered for themselves in the round: what they say is
    in `item` only, so that nobody is called silent who spoke.
    """

    item: QuestionComparison
    facets: tuple[FacetStand, ...]
    named: Mapping[str, tuple[str, ...]]
    agreement: Fraction | None
    besides: tuple[str, ...] = ()

    @property
    def widest(self) -> FacetStand | None:
        """The facet with the worst band, then the widest gap and distance; None on scales without an order."""
        return max(self.facets, key=lambda facet: facet.apartness, default=None)

    @property
    def apartness(self) -> tuple[Fraction | int, ...]:
        """How far apart the teams are: band, gap and distance of the widest facet, or how unlikely they name the same.
        What is larger is further apart, compared with the same question only."""
        if self.widest is not None:
            return self.widest.apartness
        assert self.agreement is not None
        return (-self.agreement,)

    @property
    def gap(self) -> Fraction:
        """The widest gap on any facet, in points; 0 on scales without an order."""
        return max((facet.gap for facet in self.facets), default=Fraction(0))

    @property
    def places(self) -> tuple[object, ...]:
        """Where each team stands: equal only where none has moved."""
        return (self.named, *((facet.facet, facet.positions, facet.torn) for facet in self.facets))

    @property
    def torn(self) -> tuple[str, ...]:
        """The teams without a common position on any facet."""
        return tuple(dict.fromkeys(team for facet in self.facets for team in facet.torn))

    @property
    def is_agreed(self) -> bool:
        """Whether the teams agree: within a point on every facet and nobody torn, one owner who takes the task, or
        one status."""
        if self.facets:
            return all(facet.band is Band.ALIGNED for facet in self.facets)
        if self.item.claims is not None:
            return self.item.claims.pattern is FindingKind.AGREED
        answers = set(self.named.values())
        return len(answers) == 1 and len(answers.pop()) == 1


def stand(
    questionnaire: Questionnaire, question: Question, cells: Cells, teams: tuple[str, ...], besides: tuple[str, ...]
) -> Stand:
    """Where the teams of these cells stand; `teams` holds all of them, others do not matter, and `besides` those in the
    cells that are heard as named owners only."""
    alone = Tally(
        cells=MappingProxyType({(question.id, f, team): cell for f, row in cells.items() for team, cell in row.items()})
    )
    item = compare_question(questionnaire, alone, question, cells, teams, ())
    scale = questionnaire.scale_by_id[question.scale]
    stands = [_facet_stand(facet) for facet in item.facets]
    rows = {} if item.facets else dict(next(iter(cells.values())))
    counts = {team: cell.counts for team, cell in rows.items() if cell.answered and team not in besides}
    return Stand(
        item,
        tuple(found for found in stands if found is not None),
        {team: owners_at(scale, modes(row)) for team, row in counts.items()},
        pairwise_agreement(list(counts.values())),
        besides,
    )


def _facet_stand(compared: FacetComparison) -> FacetStand | None:
    """The facet over all teams with answers, torn or not; None below two."""
    gap, far, found, form = compared.gap, compared.distance, compared.band, compared.shape
    if gap is None or far is None or found is None or form is None:
        return None
    return FacetStand(compared.facet, compared.positions, compared.torn, gap, found, far, form)


class WholeRound:
    """One of the two rounds, with everything that was said in it."""

    def __init__(self, questionnaire: Questionnaire, counted: Tally) -> None:
        self.questionnaire = questionnaire
        self.counted = counted
        self.teams = teams_in(questionnaire, counted)

    def is_comparable(self, question: Question) -> bool:
        """Whether two teams have answered the same part of a question."""
        return any(sum(1 for cell in row.values() if cell.answered) > 1 for row in self.cells(question).values())

    def is_asked(self, question: Question) -> bool:
        """Whether two teams were asked the question, those included that have only opened their file."""
        return sum((question.id, question.facets[0], team) in self.counted.cells for team in self.counted.progress) > 1

    def cells(self, question: Question) -> Cells:
        """What every team of the round said on a question."""
        return {facet: dict(cells_of(self.counted, question, facet, self.teams)) for facet in question.facets}

    def stand(self, question: Question, kept: Mapping[Facet, tuple[str, ...]]) -> Stand:
        """Where the teams stand that are kept on each facet."""
        cells = self.cells(question)
        besides = self._owners_heard(question, cells, kept)
        heard = {facet: (*teams, *besides) for facet, teams in kept.items()}
        chosen = {f: {team: cell for team, cell in row.items() if team in heard[f]} for f, row in cells.items()}
        return stand(self.questionnaire, question, chosen, self.teams, besides)

    def whole(self, question: Question) -> Stand:
        """Where everybody stands."""
        return stand(self.questionnaire, question, self.cells(question), self.teams, ())

    def _owners_heard(self, question: Question, cells: Cells, kept: Mapping[Facet, tuple[str, ...]]) -> tuple[str, ...]:
        """The teams that those kept name as owners, and that say something themselves without being kept."""
        if question.kind is not Kind.OWNERSHIP:
            return ()
        scale = self.questionnaire.scale_by_id[question.scale]
        (row,), (teams,) = cells.values(), kept.values()
        named = {owner for team in teams for owner in owners_at(scale, modes(row[team].counts))}
        return tuple(team for team, cell in row.items() if team in named and team not in teams and cell.said)
