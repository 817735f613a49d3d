"""The sentence on which teams moved over the whole round, held against the answers of both."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from questionnaires.words import Facet
from tests.proofs.said import Row, Said
from tests.proofs.two_rounds import Side, TwoRounds
from tests.proofs.words import Unreadable

_Place = tuple[Fraction | int, ...]


def _where(side: Side, facet: Facet, team: str) -> _Place:
    """Where a team stands on an ordered scale: its middle answer, or of a torn one its lowest and highest."""
    question = side.question.id
    if team in side.alone.torn(question, facet):
        row = side.alone.places(question, facet)[team]
        return row[0], row[-1]
    return (side.alone.middles(question, facet)[team],)


def _moved_on(rounds: TwoRounds) -> dict[str, bool]:
    """By team that is looked at in both rounds, whether it stands elsewhere."""
    before, after = rounds.sides
    if not rounds.first.ordinal(rounds.question.id):
        was, now = before.most_said, after.most_said
        return {team: now[team] != was[team] for team in now}
    found: dict[str, bool] = {}
    for facet, teams in rounds.kept.items():
        if len(teams) > 1 or not rounds.is_compared:
            for team in teams:
                found[team] = found.get(team, False) or _where(before, facet, team) != _where(after, facet, team)
    return found


def _movers(said: Said) -> bool:
    """Each team that is looked at in both rounds on any question: on how many, and on how many it stands elsewhere."""
    expected: dict[str, list[bool]] = {}
    for question in said.case.questionnaire.questions:
        rounds = TwoRounds(said.case, question)
        if rounds.silent(rounds.first) or rounds.silent(rounds.second):
            continue
        for team, has_moved in _moved_on(rounds).items():
            expected.setdefault(team, []).append(has_moved)
    ids = {team.label: team.id for team in said.case.questionnaire.teams}
    told = {}
    for part in said["parts"].split(", "):
        found = re.fullmatch(r"(.+) (\d+) of (\d+)", part)
        if found is None or found[1] not in ids:
            raise Unreadable(part)
        told[ids[found[1]]] = (int(found[2]), int(found[3]))
    return told == {team: (sum(some), len(some)) for team, some in expected.items()} and any(
        map(sum, expected.values())
    )


SENTENCES: Final = (Row("Questions on which teams stand elsewhere than in round 1: {parts=.+}.", _movers),)
