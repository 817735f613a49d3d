"""The sentences on where teams stand on a scale, each with when it is true of the answers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from maturity.results.findings import Finding
from questionnaires.words import Facet, FindingKind
from tests.proofs.reading import average_deviation
from tests.proofs.rules import BANDS, band_on, range_on, shape_on, worst_facets
from tests.proofs.said import Row, Said
from tests.proofs.words import COUNT, Unreadable, ends_in_words, how_many, names_in, rounded, steps_in

F = FindingKind


def stands_for(said: Said, facet: Facet, word: str) -> bool:
    """Whether a facet falls into the band of this word, and no other facet into a worse one."""
    place = band_on(said.reading, said.question.id, facet)
    is_worst = facet in worst_facets(said.reading, said.question)
    return place is not None and is_worst and BANDS[place].value.replace("_", " ") == word.lower()


def counts_as_answering(said: Said, facet: Facet, words: str) -> bool:
    """Whether so many teams gave an answer on a facet, of so many that said anything."""
    question = said.question.id
    counted = (len(said.reading.places(question, facet)), len(said.reading.spoke(question, facet)))
    return how_many(words) == counted


def _same_answer(said: Said) -> bool:
    """Everybody of every team that gives an answer gives this one."""
    facet = said.facet()
    chosen = {place for row in said.reading.places(said.question.id, facet).values() for place in row}
    return stands_for(said, facet, said["word"]) and counts_as_answering(said, facet, said["who"]) and len(chosen) == 1


def _same_middle(said: Said) -> bool:
    """Every team with an answer has the same middle answer, so many of so many, in the band that is named."""
    facet = said.facet()
    middles = said.reading.middles(said.question.id, facet)
    return (
        stands_for(said, facet, said["word"])
        and counts_as_answering(said, facet, said["who"])
        and len(set(middles.values())) == 1
        and _is_range(said, facet)
    )


def _between(said: Said) -> bool:
    """The facet's band, the lowest and the highest middle answer, and exactly the teams that stand there."""
    facet = said.facet()
    middles = said.reading.middles(said.question.id, facet)
    ends = {"low": min(middles.values()), "high": max(middles.values())}
    return (
        stands_for(said, facet, said["word"])
        and steps_in(said["gap"]) == rounded(ends["high"] - ends["low"])
        and all(said.at(f"at_{end}") == place for end, place in ends.items())
        and all(
            set(said.teams(end)) == {team for team, middle in middles.items() if middle == place}
            for end, place in ends.items()
        )
        and _is_range(said, facet)
    )


def _is_range(said: Said, facet: Facet) -> bool:
    """`; 1 to 4 steps, depending on where A (2 to 5) settles`: of exactly the torn teams, each between its own ends."""
    torn = said.reading.torn(said.question.id, facet)
    if not torn or not said["range"]:
        return not torn and not said["range"]
    least, most = range_on(said.reading, said.question.id, facet)
    found = re.fullmatch(
        r"(?:, wherever|; (?P<least>\S+) to (?P<most>.+?), depending on where) (?P<who>.+) settles?", said["range"]
    )
    if found is None or _with_ends(said, facet) != set(names_in(found["who"])):
        return False
    if found["least"] is None:
        return least == most
    return (Fraction(found["least"]), steps_in(found["most"])) == (rounded(least), rounded(most)) and least < most


def _with_ends(said: Said, facet: Facet) -> set[str]:
    labels, rows = said.case.questionnaire.team_by_id, said.reading.places(said.question.id, facet)
    torn = said.reading.torn(said.question.id, facet)
    return {f"{labels[team].label} ({ends_in_words(said.scale, rows[team])})" for team in torn}


def _told_of(said: Said) -> Facet:
    """The facet that a shape is of: its sentence names none."""
    facet = said.within(Finding).facet
    if facet is None:
        raise Unreadable(said.text)
    return facet


def _shape(said: Said) -> tuple[FindingKind, list[set[str]]]:
    kind, camps = shape_on(said.reading, said.question.id, _told_of(said))
    return kind, list(map(set, camps))


def _alone(said: Said) -> bool:
    """One team of three or more lies at least two steps beyond the others, further than those lie apart."""
    return _shape(said) == (F.LONE_DISSENTER, [set(said.teams("one")), set(said.teams("others"))])


def _camps(said: Said) -> bool:
    """A gap of two steps or more, wider than either side, between exactly these teams; nobody is torn."""
    kind, camps = _shape(said)
    return kind is F.TWO_CAMPS and all(set(said.teams(side)) in camps for side in ("one", "other"))


def _answers_lie(said: Said) -> bool:
    """Of single answers, or of the middle ones where any team gave several; *unanimous* only where nobody differs."""
    rows = said.reading.places(said.question.id, _told_of(said))
    kinds = {"unanimous": F.UNANIMOUS, "next to each other": F.ADJACENT, "spread out": F.SPREAD}
    is_single = all(len(row) == 1 for row in rows.values())
    differs = len({place for row in rows.values() for place in row}) > 1
    is_torn = bool(said.reading.torn(said.question.id, _told_of(said)))
    is_shape = _shape(said)[0] is kinds[said["how"]] and not is_torn
    return is_shape and (said["which"] == "answers") == is_single and not (differs and said["how"] == "unanimous")


def _same_middle_shape(said: Said) -> bool:
    """All middle answers are the same, nobody is torn, and inside a team people differ."""
    rows = said.reading.places(said.question.id, _told_of(said))
    return _shape(said)[0] is F.UNANIMOUS and any(row[0] < row[-1] for row in rows.values())


def _torn_shape(said: Said) -> bool:
    """Exactly these teams have no common position on the facet."""
    return set(said.teams("teams")) == set(said.reading.torn(said.question.id, _told_of(said)))


def _torn_inside(said: Said) -> bool:
    """Exactly these teams lie more than a step from their median on average, each between these answers."""
    facet = said.facet()
    rows = said.reading.places(said.question.id, facet)
    labels = said.case.questionnaire.team_by_id
    expected = {
        f"{labels[team].label} ({len(row)} answers from {ends_in_words(said.scale, row)})"
        for team, row in rows.items()
        if average_deviation(row) > Fraction(1)
    }
    return set(names_in(said["list"])) == expected


def _fewer_than_two(said: Said) -> bool:
    """On no facet two teams have an answer."""
    return all(len(said.reading.places(said.question.id, facet)) < 2 for facet in said.question.facets)


_RANGE: Final = "[{range=(?:, wherever |; ).+}]"

ROWS: Final = (
    Row(f"{{word=Aligned}}[ {{where}}]: {{who={COUNT}}} give the same answer.", _same_answer),
    Row(f"{{word=Aligned|Close}}[ {{where}}]: {{who={COUNT}}} have the same middle answer{_RANGE}.", _same_middle),
    Row(
        f"{{word=Aligned|Close|Apart|Far apart}}[ {{where}}]: {{gap}} between {{low}} ({{at_low}}) and {{high}} "
        f"({{at_high}}){_RANGE}.",
        _between,
    ),
    Row("{one} stands alone against {others}.", _alone),
    Row("Two camps: {one} against {other}.", _camps),
    Row("The {which=answers|middle answers} are {how=unanimous|next to each other|spread out}.", _answers_lie),
    Row("The middle answers are the same; inside teams people differ.", _same_middle_shape),
    Row("Spread out: {teams} {=has|have} no common position.", _torn_shape),
    Row("No common position[ {where}] inside {list}.", _torn_inside),
    Row("Fewer than two teams have an answer, so nothing can be compared.", _fewer_than_two),
)
