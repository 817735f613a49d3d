"""What follows from the answers by the rules, worked out once more and as simply as possible, without `scoring`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from questionnaires import Question
from questionnaires.question import Contradiction
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, FindingKind, Kind
from tests.proofs.reading import Reading, falls

F = FindingKind
BANDS: Final = (F.ALIGNED, F.CLOSE, F.APART, F.FAR_APART)


def band_of(gap: Fraction, *, torn: bool) -> int:
    """0 to 3; with a torn team at best 1."""
    place = sum(gap > edge for edge in (1, 2, 3))
    return max(1, place) if torn else place


def band_on(reading: Reading, question: str, facet: Facet) -> int | None:
    """The band of one facet; None for fewer than two teams."""
    gap = reading.gap(question, facet)
    return None if gap is None else band_of(gap, torn=bool(reading.torn(question, facet)))


def worst_facets(reading: Reading, question: Question) -> list[Facet]:
    """The facets with the worst band."""
    bands = {facet: band_on(reading, question.id, facet) for facet in question.facets}
    known = [band for band in bands.values() if band is not None]
    return [facet for facet, band in bands.items() if known and band == max(known)]


def worst_facet(reading: Reading, question: Question) -> Facet | None:
    """The one that stands for the question: worst band, then the furthest apart, then the first."""
    worst = worst_facets(reading, question)
    return max(worst, key=lambda facet: distance(list(reading.middles(question.id, facet).values())), default=None)


def distance(middles: list[Fraction]) -> tuple[Fraction, Fraction]:
    """How far all teams are from each other, 0 to 1 (Berry & Mielke 1992); then the gap."""
    teams = len(middles)
    apart = sum((abs(one - other) for one, other in combinations(middles, 2)), Fraction(0))
    return apart * 4 / ((teams**2 - teams % 2) * 5), max(middles) - min(middles)


Camps = tuple[tuple[str, ...], ...]


def shape_of(middles: dict[str, Fraction]) -> tuple[FindingKind, Camps]:
    """How medians lie to each other, and the camps: of one that stands alone this one first."""
    ordered = sorted(middles, key=lambda team: middles[team])
    values = [middles[team] for team in ordered]
    if values[-1] - values[0] <= 1:
        return (F.ADJACENT if values[-1] > values[0] else F.UNANIMOUS), ()
    largest = max(after - before for before, after in pairwise(values))
    cuts = [place for place in range(1, len(values)) if values[place] - values[place - 1] == largest]
    cut = cuts[-1]
    spans = (values[cut - 1] - values[0], values[-1] - values[cut])
    if largest < 2 or largest <= max(spans):
        return F.SPREAD, ()
    camps = (tuple(ordered[:cut]), tuple(ordered[cut:]))
    if len(values) > 2 and min(map(len, camps)) == 1:
        return F.LONE_DISSENTER, tuple(sorted(camps, key=len))
    return F.TWO_CAMPS, camps


def shape_on(reading: Reading, question: str, facet: Facet) -> tuple[FindingKind, Camps]:
    """How the teams lie to each other on a facet: spread while one of them does not know where it stands."""
    if reading.torn(question, facet):
        return F.SPREAD, ()
    return shape_of(reading.middles(question, facet))


def range_on(reading: Reading, question: str, facet: Facet) -> tuple[Fraction, Fraction]:
    """The smallest and the largest gap when each torn team settles anywhere between its own ends.

    Medians and ends lie on half points, so of all places to settle these are enough to look at.
    """
    spans = spans_on(reading, question, facet)
    halves = [Fraction(half, 2) for half in range(11)]
    windows = [(low, width) for width in halves for low in halves]
    least = next(
        width for low, width in windows if all(last >= low and first <= low + width for first, last in spans.values())
    )
    pairs = [(one, other) for one in spans for other in spans if one != other]
    return least, max(spans[one][1] - spans[other][0] for one, other in pairs)


def spans_on(reading: Reading, question: str, facet: Facet) -> dict[str, tuple[Fraction, Fraction]]:
    """By team, between which places it may settle: of one with a common position only there."""
    torn, middles = reading.torn(question, facet), reading.middles(question, facet)
    places = reading.places(question, facet)
    return {
        team: (Fraction(places[team][0]), Fraction(places[team][-1])) if team in torn else (middle, middle)
        for team, middle in middles.items()
    }


def _ordinal(reading: Reading, question: Question) -> Iterator[FindingKind]:
    worst = worst_facets(reading, question)
    if not worst:
        yield F.NOT_COMPARABLE
    else:
        yield BANDS[band_on(reading, question.id, worst[0]) or 0]
    if any(reading.torn(question.id, facet) for facet in question.facets):
        yield F.NO_COMMON_POSITION


def _control(reading: Reading, question: Question) -> Iterator[FindingKind]:
    needs, wants = (reading.middles(question.id, facet) for facet in (Facet.NEEDED, Facet.WANTED))
    most = question.offered.most if question.offered else None
    if most is None and needs:
        yield F.OFFER_UNKNOWN
    if most is not None and any(need > most for need in needs.values()):
        yield F.BLOCKER
    both = needs.keys() & wants.keys()
    if any(wants[team] > needs[team] for team in both):
        yield F.COMFORT
    if any(wants[team] < needs[team] for team in both):
        yield F.EXPOSED


def moves_on(reading: Reading, question: str) -> dict[str, Fraction]:
    """By team with both ends, the way from today to 24 months."""
    starts, ends = (reading.middles(question, facet) for facet in (Facet.TODAY, Facet.IN_24_MONTHS))
    return {team: ends[team] - start for team, start in starts.items() if team in ends}


def sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def backwards(reading: Reading, question: Question) -> list[str]:
    """The teams of which a target lies below one before it."""
    rows = [reading.middles(question.id, facet) for facet in question.facets]
    return [team for team in reading.teams if falls([row[team] for row in rows if team in row])]


def _trajectory(reading: Reading, question: Question) -> Iterator[FindingKind]:
    if (reading.gap(question.id, Facet.TODAY) or 0) > 1:
        yield F.BASELINE_DISPUTE
    moves = moves_on(reading, question.id)
    signs = {sign(move) for move in moves.values()}
    if len(signs) > 1:
        yield F.DIRECTION_DISPUTE
    elif signs and signs != {0} and max(moves.values()) - min(moves.values()) > 1:
        yield F.PACE_DISPUTE
    if backwards(reading, question):
        yield F.BACKWARDS


def votes(named: dict[str, tuple[str, ...]]) -> dict[str, Fraction]:
    """One vote a team, shared among its tied owners."""
    found: dict[str, Fraction] = {}
    for owners in named.values():
        for owner in owners:
            found[owner] = found.get(owner, Fraction(0)) + Fraction(1, len(owners))
    return found


def pattern_on(reading: Reading, question: str) -> FindingKind | None:
    """How the teams' claims fit together; None for fewer than two teams with an owner."""
    named, means = reading.named(question), reading.means(question)
    if len(named) < 2:
        return None
    counted = votes(named)
    leaders = [owner for owner, vote in counted.items() if vote == max(counted.values())]
    leads = means[leaders[0]] if len(leaders) == 1 else None
    claimants = [team for team, owners in named.items() if team in owners]
    if len(counted) == 1 and leads != "nobody":
        return F.UNCONFIRMED if leads == "team" and leaders[0] not in named else F.AGREED
    if len(claimants) > 1:
        return F.CONTESTED
    if not claimants and owner_but_for_one(reading, question):
        return F.UNCONFIRMED
    majority = [owner for owner, vote in counted.items() if 2 * vote > len(named) and means[owner] == "team"]
    if not claimants and majority and majority[0] in named:
        return F.UNAWARE_OWNER
    if leads == "nobody" or (not claimants and leads not in ("service", "outside")):
        return F.ORPHAN
    return F.SPLIT


def owner_but_for_one(reading: Reading, question: str) -> str | None:
    """The team without an answer here that all of three teams or more but one name, and no other beside it."""
    named, means = reading.named(question), reading.means(question)
    for owner in means:
        backing = [team for team, owners in named.items() if owners == (owner,)]
        if means[owner] == "team" and owner not in named and len(backing) == len(named) - 1 > 1:
            return owner
    return None


def owner_meant(reading: Reading, question: str) -> str | None:
    """The one owner that an agreed, unconfirmed or unaware pattern is about."""
    named, pattern = reading.named(question), pattern_on(reading, question)
    if pattern is F.UNAWARE_OWNER:
        return next(owner for owner, vote in votes(named).items() if 2 * vote > len(named))
    if pattern in (F.AGREED, F.UNCONFIRMED):
        counted = votes(named)
        return owner_but_for_one(reading, question) if len(counted) > 1 else next(iter(counted))
    return None


def wrong_side(reading: Reading, question: str) -> list[str]:
    """The teams that name an owner on the other side of the line to the service than the documentation does."""
    documented, means = reading.documented(question), reading.means(question)
    wrong = {"customer": {"service"}, "service": {"team", "outside"}}.get(documented or "", set())
    named = reading.named(question)
    return [team for team, owners in named.items() if any(means[owner] in wrong for owner in owners)]


def _ownership(reading: Reading, question: Question) -> Iterator[FindingKind]:
    named = reading.named(question.id)
    yield pattern_on(reading, question.id) or F.NOT_COMPARABLE
    if any(len(owners) > 1 for owners in named.values()):
        yield F.UNDECIDED
    if wrong_side(reading, question.id):
        yield F.BOUNDARY_EXPECTED if reading.documented(question.id) == "customer" else F.BOUNDARY_CLAIMED


def _prerequisite(reading: Reading, question: Question) -> Iterator[FindingKind]:
    rows = reading.places(question.id, Facet.STATUS)
    said = {place for row in rows.values() for place in row}
    if len(rows) < 2:
        yield F.NOT_COMPARABLE
    if {0, 2} <= said:
        yield F.PREREQUISITE_SPLIT
    elif 1 in said:
        yield F.PREREQUISITE_PARTLY
    elif 2 in said:
        yield F.PREREQUISITE_NOT_MET
    elif sure := sure_on(reading, question):
        if question.concerns is not None and question.concerns not in sure:
            yield F.PREREQUISITE_UNCONFIRMED
        elif len(rows) > 1:
            yield F.PREREQUISITE_MET


def sure_on(reading: Reading, question: Question) -> list[str]:
    """The teams that give a status, and of which no more people do not know than do."""
    unknown = reading.state(question.id, Facet.STATUS, DONT_KNOW)
    return [team for team, row in reading.places(question.id, Facet.STATUS).items() if len(row) >= unknown[team]]


def unsure(reading: Reading, question: Question) -> list[str]:
    """The teams that do not know: of what their people said on the question, more is *don't know* than an option."""
    found = []
    for team in reading.teams:
        options = sum(len(reading.places(question.id, facet).get(team, ())) for facet in question.facets)
        unknown = sum(reading.state(question.id, facet, DONT_KNOW).get(team, 0) for facet in question.facets)
        if unknown > options:
            found.append(team)
    return found


def heard_on(reading: Reading, question: Question) -> list[str]:
    """The teams that said anything on a question but that it does not apply."""
    return [
        team
        for team in reading.teams
        if any(
            team in reading.places(question.id, facet) or reading.state(question.id, facet, DONT_KNOW).get(team)
            for facet in question.facets
        )
    ]


def is_mostly_unknown(reading: Reading, question: Question) -> bool:
    """Most of the teams that know or do not, do not; nor does the one that it concerns first, where one is named."""
    mine, heard = unsure(reading, question), heard_on(reading, question)
    is_known_first = question.concerns in heard and question.concerns not in mine
    return 2 * len(mine) > len(heard) and not is_known_first


def _states(reading: Reading, question: Question) -> Iterator[FindingKind]:
    if is_mostly_unknown(reading, question):
        yield F.UNKNOWN
    for facet in question.facets:
        places, outside = reading.places(question.id, facet), reading.state(question.id, facet, NOT_APPLICABLE)
        if places and any(count and team not in places for team, count in outside.items()):
            yield F.APPLICABILITY_CONFLICT
            return


def contradicted(reading: Reading) -> list[Contradiction]:
    """The contradictions of which the recommended thresholds cannot all hold: two out of order, or shares that add up
    to more than there is. What has no threshold is not limited."""
    return [one for one in reading.questionnaire.contradictions if _is_broken(reading, one)]


def _is_broken(reading: Reading, one: Contradiction) -> bool:
    return is_excluded(one, [recommended(reading, name) for name in one.questions])


def is_excluded(one: Contradiction, limits: list[list[Fraction]]) -> bool:
    """Whether these limits, one or several of each question, leave no room for each other."""
    if [] in limits:
        return False
    if one.at_most is not None:
        return sum((max(values) for values in limits), Fraction(0)) > Fraction(one.at_most)
    return max(limits[0]) > min(limits[1])


def recommended(reading: Reading, question: str) -> list[Fraction]:
    """What would be recommended of a quantity: the strictest, cut at the limit; else the defaults of what always is."""
    place, options = threshold_place(reading, question), reading.scale(question).options
    if place is not None:
        return [Fraction(options[place].value or 0)]
    rules = reading.questionnaire.candidates
    return [Fraction(one.threshold.default) for one in rules if one.when.always and one.threshold.question == question]


def threshold_place(reading: Reading, question: str) -> int | None:
    """The strictest of the teams' places, cut at the documented limit; None where no team gives one.

    Where that needs agreement: the one place at which every team is, none of them torn or between two places.
    """
    places = reading.stricter_middles(question).values()
    limit = reading.question(question).limit
    if not places:
        return None
    if reading.question(question).agreement_only:
        middles = set(reading.middles(question, Facet.POSITION).values())
        is_one = len(middles) == 1 and not reading.torn(question, Facet.POSITION)
        return next(iter(places)) if is_one and middles == {Fraction(place) for place in places} else None
    return min(max(places), limit.option) if limit else max(places)


def values_on(reading: Reading, question: str) -> dict[str, Fraction]:
    """By team the value that it gives to a quantity; none where that needs agreement and there is none."""
    if threshold_place(reading, question) is None:
        return {}
    options = reading.scale(question).options
    return {team: Fraction(options[place].value or 0) for team, place in reading.stricter_middles(question).items()}


_OF_A_KIND: Final[dict[Kind, tuple[Callable[[Reading, Question], Iterator[FindingKind]], ...]]] = {
    Kind.OWNERSHIP: (_ownership,),
    Kind.CONTROL: (_ordinal, _control),
    Kind.POSITION: (_ordinal,),
    Kind.TRAJECTORY: (_ordinal, _trajectory),
    Kind.PREREQUISITE: (_prerequisite,),
}


def found_on(reading: Reading, question: Question) -> set[FindingKind]:
    """Everything but shapes that is to be found on a question."""
    if question.id not in reading.found:
        found = {kind for rule in (*_OF_A_KIND[question.kind], _states) for kind in rule(reading, question)}
        if any(question.id in one.questions for one in contradicted(reading)):
            found.add(F.INFEASIBLE_TOGETHER)
        reading.found[question.id] = found
    return reading.found[question.id]
