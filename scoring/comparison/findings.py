"""What a comparison says about a question: findings, from one closed list, with the teams concerned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from questionnaires import Question
from questionnaires.words import Facet, FindingKind
from scoring.comparison.facets import FacetComparison
from scoring.conventions import BAND_ORDER


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing said about one question. `facet` and `teams` say where and who; `owners` are those an
    ownership finding is about; `others` are the other questions of the `contradiction` of that id."""

    kind: FindingKind
    question: str
    teams: tuple[str, ...] = ()
    facet: Facet | None = None
    owners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    contradiction: str | None = None

    @property
    def questions(self) -> tuple[str, ...]:
        """All questions that it is about, its own first."""
        return self.question, *self.others


def ordinal_findings(question: Question, facets: tuple[FacetComparison, ...]) -> Iterator[Finding]:
    """The worst facet's band and shape, and the teams without a common position."""
    worst = worst_facet(facets)
    if worst is None:
        yield Finding(FindingKind.NOT_COMPARABLE, question.id)
    else:
        assert worst.band is not None
        assert worst.shape is not None
        low, high = worst.ends()
        ends = tuple(dict.fromkeys((*(() if worst.gap == 0 else (*low, *high)), *worst.torn)))
        # A band and the finding of it go by the same word.
        yield Finding(FindingKind(worst.band), question.id, ends, worst.facet)
        dissenters = worst.shape.camps[0] if worst.shape.kind is FindingKind.LONE_DISSENTER else ()
        yield Finding(worst.shape.kind, question.id, dissenters, worst.facet)
    for facet in facets:
        if facet.torn:
            yield Finding(FindingKind.NO_COMMON_POSITION, question.id, facet.torn, facet.facet)


def worst_facet(facets: tuple[FacetComparison, ...]) -> FacetComparison | None:
    """The facet whose band stands for the question: worst band, then largest distance and gap, then the first.

    The worst and no mean of them: teams that agree on today and not on tomorrow have something to talk about.
    """
    comparable = [facet for facet in facets if facet.band is not None]
    if not comparable:
        return None
    return max(
        comparable,
        key=lambda item: (BAND_ORDER.index(item.band or BAND_ORDER[0]), item.distance or 0, item.gap or 0),
    )


def control_findings(question: Question, needed: FacetComparison, wanted: FacetComparison) -> Iterator[Finding]:
    """Need against what is offered, and want against need: two axes, from the teams' middle answers.

    A torn team's middle answer counts as well: else a need would vanish because somebody else of the team has none.
    """
    most = question.offered.most if question.offered else None
    needs, wants = needed.positions, wanted.positions
    if most is not None:
        yield from _if_any(FindingKind.BLOCKER, question, Facet.NEEDED, (t for t, need in needs.items() if need > most))
    elif needs:
        yield Finding(FindingKind.OFFER_UNKNOWN, question.id, tuple(needs), Facet.NEEDED)
    both = [team for team in needs if team in wants]
    yield from _if_any(FindingKind.COMFORT, question, Facet.WANTED, (t for t in both if wants[t] > needs[t]))
    yield from _if_any(FindingKind.EXPOSED, question, Facet.WANTED, (t for t in both if wants[t] < needs[t]))


def trajectory_findings(
    question: Question, today: FacetComparison, near: FacetComparison, far: FacetComparison
) -> Iterator[Finding]:
    """What a dispute is about: the baseline, the direction, or the pace; and targets that go backwards.

    *Direction*: the moves from today to 24 months have different signs. *Pace*: they have the same sign and differ by
    more than a point. Both are of the teams of which both ends are known. *Backwards*: a fall between any two times.
    """
    # One step is within what two people make of the same sentence; see the bands.
    if today.gap is not None and today.gap > 1:
        yield Finding(FindingKind.BASELINE_DISPUTE, question.id, tuple(today.positions), Facet.TODAY)
    starts, ends = today.positions, far.positions
    moves = {team: ends[team] - starts[team] for team in starts if team in ends}
    if len({_sign(move) for move in moves.values()}) > 1:
        yield Finding(FindingKind.DIRECTION_DISPUTE, question.id, tuple(moves), Facet.IN_24_MONTHS)
    # Nobody moves where the sign is 0: two teams that stay where they are do not differ in pace.
    elif moves and max(moves.values()) - min(moves.values()) > 1:
        yield Finding(FindingKind.PACE_DISPUTE, question.id, tuple(moves), Facet.IN_24_MONTHS)
    middle = near.positions
    backwards = (
        team
        for team in dict.fromkeys((*starts, *middle, *ends))
        if _falls([values[team] for values in (starts, middle, ends) if team in values])
    )
    yield from _if_any(FindingKind.BACKWARDS, question, Facet.IN_24_MONTHS, backwards)


def _falls(values: list[Fraction]) -> bool:
    return any(after < before for before, after in pairwise(values))


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _if_any(kind: FindingKind, question: Question, facet: Facet, teams: Iterator[str]) -> Iterator[Finding]:
    concerned = tuple(teams)
    if concerned:
        yield Finding(kind, question.id, concerned, facet)
