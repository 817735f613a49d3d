"""The sentences on where teams stand on a scale, each with when it is true of the answers."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from maturity.results.findings import Finding
from questionnaires.words import Facet, FindingKind
from tests.proofs.reading import average_deviation
from tests.proofs.rules import BANDS, band_on, shape_of, worst_facets
from tests.proofs.said import Row, Said
from tests.proofs.words import Unreadable, names_in, rounded, steps_in

F = FindingKind


def stands_for(said: Said, facet: Facet, word: str) -> bool:
    """Whether a facet falls into the band of this word, and no other facet into a worse one."""
    place = band_on(said.reading, said.question.id, facet)
    is_worst = facet in worst_facets(said.reading, said.question)
    return place is not None and is_worst and BANDS[place].value.replace("_", " ") == word.lower()


def _every_team_alike(said: Said) -> bool:
    facet, question = said.facet(), said.question.id
    middles = said.reading.middles(question, facet)
    everybody = middles.keys() == said.reading.row(question, facet).keys()
    return stands_for(said, facet, said["word"]) and everybody and len(set(middles.values())) == 1


def _between(said: Said) -> bool:
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
    )


def _told_of(said: Said) -> Facet:
    """The facet that a shape is of: its sentence names none."""
    facet = said.within(Finding).facet
    if facet is None:
        raise Unreadable(said.text)
    return facet


def _shape(said: Said) -> tuple[FindingKind, list[set[str]]]:
    kind, camps = shape_of(said.reading.middles(said.question.id, _told_of(said)))
    return kind, list(map(set, camps))


def _alone(said: Said) -> bool:
    return _shape(said) == (F.LONE_DISSENTER, [set(said.teams("one")), set(said.teams("others"))])


def _camps(said: Said) -> bool:
    kind, camps = _shape(said)
    return kind is F.TWO_CAMPS and all(set(said.teams(side)) in camps for side in ("one", "other"))


def _unanimous(said: Said) -> bool:
    """Everybody of every team says the same."""
    rows = said.reading.places(said.question.id, _told_of(said))
    return len({place for row in rows.values() for place in row}) == 1


def _next_to_each_other(said: Said) -> bool:
    return _shape(said)[0] is F.ADJACENT


def _spread_out(said: Said) -> bool:
    return _shape(said)[0] is F.SPREAD


def _torn_inside(said: Said) -> bool:
    facet = said.facet()
    rows = said.reading.places(said.question.id, facet)
    labels = said.case.questionnaire.team_by_id
    expected = {
        f"{labels[team].label} ({len(row)} answers from {row[0]} to {row[-1]})"
        for team, row in rows.items()
        if average_deviation(row) > Fraction(1)
    }
    return set(names_in(said["list"])) == expected


def _fewer_than_two(said: Said) -> bool:
    return all(len(said.reading.places(said.question.id, facet)) < 2 for facet in said.question.facets)


ROWS: Final = (
    Row("{word=Aligned}[ {where}]: every team gives the same answer.", _every_team_alike),
    Row(
        "{word=Aligned|Close|Apart|Far apart}[ {where}]: {gap} between {low} ({at_low}) and {high} ({at_high}).",
        _between,
    ),
    Row("{one} stands alone against {others}.", _alone),
    Row("Two camps: {one} against {other}.", _camps),
    Row("The answers are unanimous.", _unanimous),
    Row("The answers are next to each other.", _next_to_each_other),
    Row("The answers are spread out.", _spread_out),
    Row("No common position[ {where}] inside {list}.", _torn_inside),
    Row("Fewer than two teams have a position, so nothing can be compared.", _fewer_than_two),
)
