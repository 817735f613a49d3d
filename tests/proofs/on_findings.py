"""The sentences of the other findings, and all of them together: each with when it is true of the answers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from maturity.results.findings import AgendaEntry
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.proofs import on_owners, on_positions
from tests.proofs.rules import backwards, moves_on, sign, unsure, values_on
from tests.proofs.said import Holds, Row, Said
from tests.proofs.words import each_team, place_in


def _needs_more_than_offered(said: Said) -> bool:
    offered, needs = said.question.offered, said.reading.middles(said.question.id, Facet.NEEDED)
    if offered is None or offered.most is None or said.at("most") != offered.most:
        return False
    listed = {
        team: place_in(said.scale, need)
        for team, need in each_team(said.case.questionnaire, said["needs"], " needs ").items()
    }
    return listed == {team: need for team, need in needs.items() if need > offered.most}


def _offer_unknown(said: Said) -> bool:
    return said.question.offered is not None and said.question.offered.most is None


def _wants(more: int) -> Holds:
    def holds(said: Said) -> bool:
        needs, wants = (said.reading.middles(said.question.id, facet) for facet in (Facet.NEEDED, Facet.WANTED))
        found = {team for team in needs.keys() & wants.keys() if sign(wants[team] - needs[team]) == more}
        return found == set(said.teams("teams"))

    return holds


def _today_differs(said: Said) -> bool:
    return (said.reading.gap(said.question.id, Facet.TODAY) or 0) > 1


def _directions_differ(said: Said) -> bool:
    return len({sign(move) for move in moves_on(said.reading, said.question.id).values()}) > 1


def _same_way_at_another_pace(said: Said) -> bool:
    """Everybody who has a target has a start as well; all move, and one way; and not by as much."""
    moves = moves_on(said.reading, said.question.id)
    ends = said.reading.middles(said.question.id, Facet.IN_24_MONTHS)
    signs = {sign(move) for move in moves.values()}
    return moves.keys() == ends.keys() and signs in ({1}, {-1}) and len(set(moves.values())) > 1


def _goes_backwards(said: Said) -> bool:
    return set(said.teams("teams")) == set(backwards(said.reading, said.question))


def _cannot_hold(said: Said) -> bool:
    pairs = [pair for pair in said.case.questionnaire.contradictions if pair.lower == said.question.id]
    pair = next(
        (p for p in pairs if said.reading.question(p.upper).title == said["title"] and p.text == said["why"]), None
    )
    return (
        pair is not None
        and _says_the(said, pair.lower, max, "lower")
        and _says_the(said, pair.upper, min, "upper")
        and max(values_on(said.reading, pair.lower).values()) > min(values_on(said.reading, pair.upper).values())
    )


def _says_the(said: Said, question: str, which: Callable[[list[Fraction]], Fraction], part: str) -> bool:
    """`A and B say 5 days`: exactly these teams give the largest or the smallest value."""
    values, options = values_on(said.reading, question), said.reading.scale(question).options
    if not values:
        return False
    value = which(list(values.values()))
    labels = {option.label for option in options if option.value == value}
    teams = {team for team, own in values.items() if own == value}
    return said[f"{part}_value"] in labels and set(said.teams(f"{part}_teams")) == teams


def _everybody_met(said: Said) -> bool:
    places = said.reading.places(said.question.id, Facet.STATUS)
    unknown = sum(said.reading.state(said.question.id, Facet.STATUS, DONT_KNOW).values())
    return {place for row in places.values() for place in row} == {0} and not unknown


def _statuses(said: Said) -> tuple[set[str], set[str]]:
    """What every team says, counted where several of it did; and what the sentence lists."""
    labels = [option.label.lower() for option in said.scale.options]
    expected: set[str] = set()
    for team in said.reading.row(said.question.id, Facet.STATUS):
        row = said.reading.places(said.question.id, Facet.STATUS).get(team, [])
        unknown = said.reading.state(said.question.id, Facet.STATUS, DONT_KNOW)[team]
        counts = {labels[place]: row.count(place) for place in sorted(set(row))} | (
            {"don't know": unknown} if unknown else {}
        )
        several = len(row) + unknown > 1
        words = ", ".join(f"{count} {word}" if several else word for word, count in counts.items())
        if words:
            expected.add(f"{said.case.questionnaire.team_by_id[team].label} {words}")
    return expected, set(said["list"].split("; "))


def _status(*allowed: set[int]) -> Holds:
    def holds(said: Said) -> bool:
        rows = said.reading.places(said.question.id, Facet.STATUS).values()
        expected, listed = _statuses(said)
        return {place for row in rows for place in row} in allowed and expected == listed

    return holds


def _mostly_unknown(said: Said) -> bool:
    """Most teams, and of each that is named most people."""
    teams = unsure(said.reading, said.question)
    heard = [team for team in said.reading.teams if _said_anything(said, team)]
    return set(said.teams("teams")) == set(teams) and 2 * len(teams) > len(heard)


def _said_anything(said: Said, team: str) -> bool:
    rows = [said.reading.row(said.question.id, facet).get(team, []) for facet in said.question.facets]
    return any(choice not in (None, NOT_APPLICABLE) for row in rows for choice in row)


def _does_not_apply(said: Said) -> bool:
    """On some facet nobody of these teams gives an option and somebody says it, while another team answers."""
    for facet in said.question.facets:
        places, outside = (
            said.reading.places(said.question.id, facet),
            said.reading.state(said.question.id, facet, NOT_APPLICABLE),
        )
        if places and {team for team, count in outside.items() if count and team not in places} == set(
            said.teams("teams")
        ):
            return True
    return False


ROWS: Final = (
    *on_positions.ROWS,
    *on_owners.ROWS,
    Row("Blocker: {needs}; the service offers at most {most}.", _needs_more_than_offered),
    Row("What the service offers here is not clear from its documentation.", _offer_unknown),
    Row("Comfort: {teams} {=wants|want} more control than {=it needs|they need}.", _wants(1)),
    Row("Exposed: {teams} {=wants|want} less control than {=it needs|they need}.", _wants(-1)),
    Row("The teams see today differently; evidence can settle that.", _today_differs),
    Row("The teams do not want to move in the same direction.", _directions_differ),
    Row("Same direction, but the teams want to arrive at different times.", _same_way_at_another_pace),
    Row("{teams} {=has|have} a target that goes backwards: please check.", _goes_backwards),
    Row(
        "Cannot hold together with “{title}”: {lower_teams} {=says|say} {lower_value} here, "
        "{upper_teams} {=says|say} {upper_value} there. {why}",
        _cannot_hold,
    ),
    Row("Met: everybody who answered says so.", _everybody_met),
    Row("Partly met: {list}.", _status({1}, {0, 1}, {1, 2})),
    Row("Not met: {list}.", _status({2})),
    Row("The answers differ: {list}.", _status({0, 2}, {0, 1, 2})),
    Row("Mostly unknown: {teams} answered don't know.", _mostly_unknown),
    Row("{teams} {=says|say} this does not apply, others answer it.", _does_not_apply),
)


def _joined(said: Said) -> bool:
    """The sentences of what put a question on the agenda, one after the other; each stands beside its finding too."""
    entry = said.within(AgendaEntry)
    found = said.results.question_by_id[entry.question].findings
    return said.text == " ".join(dict.fromkeys(one.says for one in found if one.kind in entry.findings))


REASONS: Final = (Row("{reason}", _joined),)
