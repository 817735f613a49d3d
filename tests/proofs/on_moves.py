"""The sentences on what the answers did where agreement stayed as it was."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from questionnaires.words import Facet, Kind
from tests.proofs.rules import contradicted
from tests.proofs.said import Row, Said
from tests.proofs.two_rounds import Side, TwoRounds
from tests.proofs.words import FACETS, Unreadable, known, listed, names_in, steps_in, teams_in


def _two(said: Said) -> TwoRounds:
    return TwoRounds(said.case, said.question)


def _renamed(said: Said) -> bool:
    """Teams that name most, or say most, something else than before."""
    before, after = _two(said).sides
    is_owner = said.question.kind is Kind.OWNERSHIP
    labels = [option.label if is_owner else option.label.lower() for option in said.scale.options]
    words = {
        team: tuple(listed([labels[place] for place in sorted(side.most_said[team])], "or") for side in (after, before))
        for team in after.most_said
    }
    return all(words.get(team) == (said["now"], said["was"]) for team in said.teams("teams"))


def _facets(said: Said) -> list[Facet]:
    """The facets that are named; a question with one names none."""
    if not said["where"].strip():
        return [said.question.facets[0]]
    return [known(FACETS, words) for words in names_in(said["where"].strip())]


def _at(said: Said, side: Side, facet: Facet, team: str) -> str:
    """Where a team stands: its middle answer, or of a torn one between which answers."""
    row = side.alone.places(said.question.id, facet)[team]
    if team in side.alone.torn(said.question.id, facet):
        return f"answers between {_place(said, Fraction(row[0]))} and {_place(said, Fraction(row[-1]))}"
    return _place(said, side.alone.middles(said.question.id, facet)[team])


def _place(said: Said, place: Fraction) -> str:
    if not said.scale.is_quantity:
        return f"{float(place):.1f}".removesuffix(".0")
    options = [option.label for option in said.scale.options]
    if place.denominator == 1:
        return options[int(place)]
    return f"between {options[int(place - Fraction(1, 2))]} and {options[int(place + Fraction(1, 2))]}"


def _moved(said: Said) -> bool:
    """Exactly the teams that stand elsewhere, each with where it stood and stands."""
    before, after = _two(said).sides
    for facet in _facets(said):
        expected = {}
        for team in before.kept[facet]:
            was, now = _at(said, before, facet, team), _at(said, after, facet, team)
            if was != now:
                expected[team] = f"from {was} to {now}"
        told: dict[str, str] = {}
        for part in said["ways"].split("; "):
            found = re.fullmatch(r"(.+?) (from .+ to .+)", part)
            if found is None:
                raise Unreadable(part)
            told |= dict.fromkeys(teams_in(said.case.questionnaire, found[1]), found[2])
        if told != expected:
            return False
    return True


def _moved_together(said: Said) -> bool:
    """All teams compared moved by as much."""
    before, after = _two(said).sides
    question = said.question.id
    for facet in _facets(said):
        was, now = (side.alone.middles(question, facet) for side in (before, after))
        shifts = {now[team] - was[team] for team in now}
        torn = any(side.alone.torn(question, facet) for side in (before, after))
        if set(said.teams("teams")) != now.keys() or len(shifts) != 1 or torn:
            return False
        (shift,) = shifts
        if said["by"]:
            if steps_in(said["by"]) != abs(shift) or (said["up"] == "up") != (shift > 0):
                return False
        elif any(
            (_at(said, before, facet, team), _at(said, after, facet, team)) != (said["was"], said["now"])
            for team in now
        ):
            return False
        if not shift:
            return False
    return True


def _not_counted(said: Said) -> bool:
    """The gap narrowed, and these teams have no common position any more that they had."""
    before, after = _two(said).sides
    return set(said.teams("teams")) == set(after.torn) - set(before.torn) and after.gap < before.gap


def _blocker_changed(said: Said) -> bool:
    """Exactly the teams whose middle answer was above the most that is offered and no longer is, or the other way
    round; in the middle where some of their people answer otherwise."""
    offered, is_gone = said.question.offered, said["title"] == "Blocker gone"
    if offered is None or (said["how"] == "no longer") != is_gone or said.at("most") != offered.most:
        return False
    most = int(said.at("most"))
    before, after = _two(said).sides
    was, now = (side.alone.middles(said.question.id, Facet.NEEDED) for side in (before, after))
    rows = after.alone.places(said.question.id, Facet.NEEDED)
    expected = []
    for team in said.case.questionnaire.teams:
        if team.id in now and (was[team.id] > most) == is_gone and (now[team.id] > most) != is_gone:
            is_of_one_mind = len({place > most for place in rows[team.id]}) == 1
            expected.append(team.label if is_of_one_mind else f"{team.label} (in the middle)")
    return bool(expected) and said["teams"] == listed(expected)


def _holding(said: Said) -> bool:
    """Only in one of what is compared, and the earlier round, these thresholds exclude each other: as said; and to
    these of them no team gives a value in what is compared."""
    case, question = said.case, said.question.id
    assert case.earlier is not None
    titles = {one.title: one.id for one in case.questionnaire.questions if one.kind is Kind.POSITION}
    named = [known(titles, title) for title in names_in(said["others"].replace("“", "").replace("”", ""))]
    was, now = ({frozenset(one.questions) for one in contradicted(side)} for side in (case.earlier, case.reading))
    pair = frozenset((question, *named))
    unvalued = [
        f"“{case.reading.question(one).title}”"
        for one in (question, *named)
        if not case.reading.places(one, Facet.POSITION)
    ]
    is_gone = said["title"] != "New contradiction"
    in_right_round = (pair in was, pair in now) == (is_gone, not is_gone)
    return in_right_round and said["unvalued"] == (listed(unvalued, "or") if unvalued else "")


MOVES: Final = (
    Row("{teams} now {=names|name|says|say} {now} instead of {was}.", _renamed),
    Row("{teams} moved together[ {where}], from {was} to {now}.", _moved_together),
    Row("{teams} moved together[ {where}], {by=[0-9.]+ steps?} {up=up|down}.", _moved_together),
    Row("Moved[ {where}]: {ways=.+}.", _moved),
    Row(
        "{title=Blocker gone|New blocker}: {teams} {how=no longer|now} {=needs|need} more than the service offers "
        "(at most {most}).",
        _blocker_changed,
    ),
    Row(
        "{title=Contradiction gone}: it can now hold together with {others=“.+”}.",
        _holding,
    ),
    Row(
        "{title=The contradiction} with {others=“.+”} is not found now: no team gives {unvalued=“.+”} a value.",
        _holding,
    ),
    Row(
        "{title=New contradiction}: it cannot hold together now with {others=“.+”}"
        "[; no team gives {unvalued=“.+”} a value].",
        _holding,
    ),
    Row("That is not counted as closer while {teams} {=has|have} no common position.", _not_counted),
)
