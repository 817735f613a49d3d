"""What figures say of a question, each sentence with when it is true of the answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import comb, lcm
from typing import Final

from maturity.results.questions import FacetResults
from maturity.results.sections import SectionResults
from questionnaires import Question
from questionnaires.words import ORDINAL_OPTIONS, Facet
from tests.proofs.last_words import LastWords
from tests.proofs.on_owners import do_not_name
from tests.proofs.reading import Reading, average_deviation
from tests.proofs.rules import BANDS, band_on, worst_facet, worst_facets
from tests.proofs.said import Case, Row, Said
from tests.proofs.words import FACETS, known, names_in, number_words, rounded, steps_in


def _facets(said: Said) -> list[Facet]:
    """The facet that a figure is of: the one in which it stands, else the worst."""
    for model in reversed(said.around):
        if isinstance(model, FacetResults):
            return [model.name]
    worst = worst_facet(said.reading, said.question)
    return [worst] if worst else []


Answers = dict[str, list[int]]


def compared(reading: Reading, question: Question) -> dict[Facet, Answers]:
    """The facets on which two teams or more have an answer, each with all answers."""
    if not reading.ordinal(question.id):
        return {}
    rows = {facet: reading.places(question.id, facet) for facet in question.facets}
    return {facet: row for facet, row in rows.items() if len(row) > 1}


def widest(reading: Reading, question: Question) -> Fraction | None:
    """The widest gap of any facet."""
    return max((reading.gap(question.id, facet) or Fraction(0) for facet in compared(reading, question)), default=None)


def chance_of(reading: Reading, question: Question, gap: Fraction) -> Fraction:
    """The chance that on all facets that are compared medians of teams of these sizes lie within a gap."""
    chance = Fraction(1)
    for row in compared(reading, question).values():
        chance *= medians_within(tuple(sorted(map(len, row.values()))), gap)
    return chance


def of_hundred(share: Fraction) -> str:
    """A share as a number of 100, half of one upwards; what is not never or always does not read like that."""
    hundredths = 100 * share
    if 0 < hundredths < 1:
        return "fewer than 1"
    return "more than 99" if 99 < hundredths < 100 else str((2 * hundredths + 1) // 2)


def _chance(said: Said) -> bool:
    """The chance of medians of teams of these sizes lying as close as these do, in 100 cases."""
    rows, gap = compared(said.reading, said.question), widest(said.reading, said.question)
    if gap is None or said["cases"] != of_hundred(chance_of(said.reading, said.question, gap)):
        return False
    facets = {known(FACETS, words) for words in names_in(said["where"])} if said["where"] else set(rows)
    sizes = [sorted(map(len, row.values())) for row in rows.values()]
    several = len(said.question.facets) > 1
    return facets == set(rows) and several == bool(said["where"]) and _whose(said["whose"], sizes, len(rows) > 1)


def _whose(words: str, sizes: list[list[int]], several: bool) -> bool:
    """Whether the answers that are meant are these: so many teams, of so many people each."""
    teams, alike = len(sizes[0]), all(row == sizes[0] for row in sizes)
    if words == "the middle answers of teams with as many answers as these":
        return not alike
    singles = alike and set(sizes[0]) == {1}
    if not words.startswith("the middle answers of"):
        return singles and words == (f"the answers of {teams} teams" if several else f"{teams} answers")
    each = f"{sizes[0][0]} answers each" if len(set(sizes[0])) == 1 else "as many answers as these"
    return alike and not singles and words == f"the middle answers of {teams} teams with {each}"


def _noise(said: Said) -> bool:
    """Over the questions of the section, or all: by the widest gap, how many are near and far, and would be."""
    section = next((model.id for model in reversed(said.around) if isinstance(model, SectionResults)), None)
    *counts, near, far = noise_of(said.reading, section)
    told = [said.number(part) for part in ("all", "near", "far")]
    return told == counts and (said["near_chance"], said["far_chance"]) == (_average(near), _average(far))


def noise_of(reading: Reading, section: str | None) -> tuple[int, int, int, Fraction, Fraction]:
    """How many questions have a gap, are within 1 step, over 3, and how many would be of answers at random."""
    asked = [one for one in reading.answered_questions if section in (None, one.section) and compared(reading, one)]
    gaps = [widest(reading, one) or Fraction(0) for one in asked]
    near = sum((chance_of(reading, one, Fraction(1)) for one in asked), Fraction(0))
    far = sum((1 - chance_of(reading, one, Fraction(3)) for one in asked), Fraction(0))
    return len(asked), sum(gap <= 1 for gap in gaps), sum(gap > 3 for gap in gaps), near, far


def _average(value: Fraction) -> str:
    words = number_words(value)
    return "fewer than 0.1" if words == "0" and value else words


def _bands(said: Said) -> bool:
    """Of each facet its band, its gap and whether a team is torn on it; the worst one where they are not alike."""
    told = {}
    for part in said["bands"].split("; "):
        found = re.fullmatch(
            r"(.+): (?:not compared|(aligned|close|apart|far apart), (.+? steps?)(, a team without a common "
            r"position)?)",
            part,
        )
        if found is None:
            return False
        told[found[1].lower()] = found.groups()[1:]
    names = {words.removeprefix("on "): facet for words, facet in FACETS.items()}
    facets = {known(names, words): parts for words, parts in told.items()}
    bands = {facet: band_on(said.reading, said.question.id, facet) for facet in said.question.facets}
    several = len({band for band in bands.values() if band is not None}) > 1
    is_worst = known(names, said["worst"]) in worst_facets(said.reading, said.question) if said["worst"] else True
    return (
        set(facets) == set(said.question.facets)
        and all(_is_band(said, facet, bands[facet], parts) for facet, parts in facets.items())
        and bool(said["worst"]) == several
        and is_worst
    )


def _is_band(said: Said, facet: Facet, band: int | None, parts: tuple[str | None, ...]) -> bool:
    word, gap, torn = parts
    if band is None or word is None or gap is None:
        return band is None and word is None
    width = said.reading.gap(said.question.id, facet) or Fraction(0)
    is_torn = bool(said.reading.torn(said.question.id, facet))
    return BANDS[band].value.replace("_", " ") == word and rounded(width) == steps_in(gap) and bool(torn) == is_torn


def _beyond(said: Said) -> bool:
    """So many of those who said what is needed chose an option above the most that is offered."""
    offered = said.question.offered
    assert offered is not None
    assert offered.most is not None
    needs = [place for row in said.reading.places(said.question.id, Facet.NEEDED).values() for place in row]
    beyond = sum(place > offered.most for place in needs)
    return (beyond, len(needs)) == (said.number("few"), said.number("all")) and beyond > 0


def _pairs(said: Said) -> bool:
    """Of each person who said both, what is wanted less what is needed."""
    moves = [want - need for need, want in _both_said(said)]
    counts = [sum(move > 0 for move in moves), moves.count(0), sum(move < 0 for move in moves)]
    parts = [said.number(part) for part in ("all", "more", "same", "less")]
    return parts == [len(moves), *counts] and (said["who"] == "person") == (len(moves) == 1)


def _both_said(said: Said) -> Iterator[tuple[int, int]]:
    """Needed and wanted of each person who said both at the same time."""
    scale, case, question = said.scale, said.case, said.question
    words = case.words if case.words and case.carrying else _alone(case)
    for team, person in words.people:
        if team in said.reading.teams:
            places = [scale.index(one) if one is not None else None for one in words.pair(team, person, question)]
            if places[0] is not None and places[1] is not None:
                yield places[0], places[1]


def _alone(case: Case) -> LastWords:
    mine = [response for response in case.responses if response.respondent.round == case.results.round]
    return LastWords(case.questionnaire, (), mine)


@cache
def medians_within(sizes: tuple[int, ...], gap: Fraction) -> Fraction:
    """How likely the medians of teams of these sizes, each answer any option alike, lie within a gap."""
    spreads = [_medians(size) for size in sizes]
    halves = [Fraction(half, 2) for half in range(2 * ORDINAL_OPTIONS - 1)]
    total = Fraction(0)
    for low in halves:
        inside, above = Fraction(1), Fraction(1)
        for spread in spreads:
            inside *= sum((share for place, share in spread.items() if low <= place <= low + gap), Fraction(0))
            above *= sum((share for place, share in spread.items() if low < place <= low + gap), Fraction(0))
        total += inside - above
    return total


@cache
def _medians(size: int) -> dict[Fraction, Fraction]:
    """How likely each median of so many answers is: every way to choose them is counted."""
    found: Counter[Fraction] = Counter()
    for counts in _ways(size, ORDINAL_OPTIONS):
        ways, left = 1, size
        for count in counts:
            ways *= comb(left, count)
            left -= count
        row = [place for place, count in enumerate(counts) for _ in range(count)]
        middle = Fraction(row[(size - 1) // 2] + row[size // 2], 2)
        found[middle] += ways
    return {middle: Fraction(ways, ORDINAL_OPTIONS**size) for middle, ways in found.items()}


def _ways(size: int, options: int) -> list[tuple[int, ...]]:
    """All counts of so many answers over so many options."""
    bars = combinations(range(size + options - 1), options - 1)
    return [
        tuple(after - before - 1 for before, after in zip((-1, *bar), (*bar, size + options - 1), strict=True))
        for bar in bars
    ]


def _people_instead(said: Said) -> bool:
    """By people the spread falls into another band than by teams; and that team has most of the answers."""
    for facet in _facets(said):
        rows = said.reading.places(said.question.id, facet)
        people = sorted(place for row in rows.values() for place in row)
        (team,) = [t.id for t in said.case.questionnaire.teams if t.label == said["team"]]
        by_people, by_team = average_deviation(people), _weighted(list(rows.values()))
        is_closer = by_people < by_team
        counts = (len(rows.get(team, [])), len(people))
        if (
            counts == (said.number("own"), said.number("all"))
            and counts[0] == max(map(len, rows.values()))
            and (said["way"] == "closer") == is_closer
            and by_people != by_team
        ):
            return True
    return False


def _weighted(rows: list[list[int]]) -> Fraction:
    """The average deviation when every team weighs alike."""
    size = lcm(*map(len, rows))
    return average_deviation(sorted(place for row in rows for place in row for _ in range(size // len(row))))


def _share_between(said: Said) -> bool:
    """How much of the differences lies between the teams: 1 less what is inside them, by shares at most each option."""
    for facet in _facets(said):
        rows = list(said.reading.places(said.question.id, facet).values())
        shares = [
            [Fraction(sum(p <= option for p in row), len(row)) for option in range(ORDINAL_OPTIONS - 1)] for row in rows
        ]
        total = _variation([sum(column, Fraction(0)) / len(rows) for column in zip(*shares, strict=True)])
        inside = sum(map(_variation, shares), Fraction(0)) / len(rows)
        if total and said.number("percent") == round(100 * (total - inside) / total) and any(len(r) > 1 for r in rows):
            return True
    return False


def _variation(shares: list[Fraction]) -> Fraction:
    return sum((share * (1 - share) for share in shares), Fraction(0))


def _cannot_tell(said: Said) -> bool:
    """Every team gave one answer."""
    return any(
        all(len(row) == 1 for row in said.reading.places(said.question.id, facet).values()) for facet in _facets(said)
    )


def _to_turn(said: Said) -> bool:
    """How far answers have to move on average: the sum over options of how the shares below differ."""
    by_label = {team.label: team.id for team in said.case.questionnaire.teams}
    for facet in _facets(said):
        rows, middles = (
            said.reading.places(said.question.id, facet),
            said.reading.middles(said.question.id, facet),
        )
        first, second = known(by_label, said["first"]), known(by_label, said["second"])
        if first not in rows or second not in rows:
            continue
        shares = [
            [Fraction(sum(p <= o for p in rows[t]), len(rows[t])) for o in range(ORDINAL_OPTIONS)]
            for t in (first, second)
        ]
        moved = sum((abs(a - b) for a, b in zip(*shares, strict=True)), Fraction(0))
        ends = (middles[first], middles[second]) == (min(middles.values()), max(middles.values()))
        if ends and abs(steps_in(said["steps"]) - moved) <= Fraction(1, 20):
            return True
    return False


FIGURES: Final = (
    Row(
        "By chance alone, {whose=.*?answers.*?} would lie this close[, {where},] in "
        "{cases=\\d+|fewer than 1|more than 99} of 100 cases.",
        _chance,
    ),
    Row(
        "If people counted instead of teams, the answers would look {way=closer|further apart}: "
        "{own} of the {all} are from {team}.",
        _people_instead,
    ),
    Row("{percent} % of the differences lie between the teams, the rest inside them.", _share_between),
    Row(
        "Whether people differ inside the teams cannot be told: every team gave one answer.",
        _cannot_tell,
    ),
    Row(
        "To turn the answers of {first} into those of {second}, each would have to move by {steps} on average.",
        _to_turn,
    ),
    Row(
        "Of the {all} {who=person|people} who said both, {more} {=want|wants} more than they need, {same} the same, "
        "{less} less.",
        _pairs,
    ),
    Row("{few} of {all} people {=does|do} not name {owner}.", do_not_name),
)

BEYOND_SAYS: Final = (Row("{few} of {all} {=person|people} {=need|needs} more than the service offers.", _beyond),)

BANDS_SAY: Final = (Row("{bands}.[ The worst counts: {worst}.]", _bands),)

NOISE: Final = (
    Row(
        "Of {all} {=question|questions} with a gap the teams are within 1 step on {near} and over 3 apart on {far}; "
        "random answers would give {near_chance} and {far_chance}.",
        _noise,
    ),
)
