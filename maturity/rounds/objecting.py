"""Who may object to what is decided: the teams that answered otherwise, offered one after the other.

Nobody objects because of an answer: an objection is noted only by a key, and its reason is whatever somebody types.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from maturity.rounds.drafting import Draft
from questionnaires.decisions import Outcome


def otherwise(draft: Draft) -> tuple[str, ...]:
    """The teams that answered otherwise than is decided: of owners first who named itself, of a scale who is furthest
    away, and the deputy last."""
    away: dict[str, Decimal] = {}
    for facet, outcome in draft.outcomes:
        for team, places in draft.positions.get(facet, {}).items():
            if places:
                least = min(_away(draft, team, place, outcome) for place in places)
                away[team] = max(least, away.get(team, least))
    teams = (team for team in away if away[team])
    return tuple(sorted(teams, key=lambda team: (team == draft.deputy, -away[team])))


def _away(draft: Draft, team: str, place: int, outcome: Outcome) -> Decimal:
    """How far an answer is from an outcome; 0 where it is the same."""
    option = draft.scale.options[place]
    if outcome.value is not None:
        return abs((option.value or Decimal(0)) - outcome.value)
    if outcome.owner is not None:
        return Decimal(0 if option.key == outcome.owner else 2 if option.key == team else 1)
    chosen = outcome.option if outcome.status is None else draft.scale.index(outcome.status)
    return Decimal(abs(place - (chosen or 0)))


def next_to_object(draft: Draft) -> tuple[str, ...]:
    """Who would object with the next key: one after the other of those who answered otherwise, then these together,
    then none of them. Whoever gave a reason stays as it is."""
    reasoned = {one.team for one in draft.objections if one.reason}
    teams = tuple(team for team in otherwise(draft) if team not in reasoned)
    together = (teams,) if len(teams) > 1 else ()
    steps: tuple[tuple[str, ...], ...] = ((), *((team,) for team in teams), *together)
    now = tuple(team for team in teams if draft.objects(team))
    return steps[(steps.index(now) + 1) % len(steps)] if now in steps else ()


def objected_next(draft: Draft) -> Draft:
    """With the objections of those; whoever agreed with all others before does so after."""
    following, was_agreed = next_to_object(draft), draft.is_agreed
    draft = replace(draft, is_deputy_said=True)
    for team in otherwise(draft):
        if any(one.team == team and not one.reason for one in draft.objections):
            draft = draft.silent(team)
    for team in following:
        draft = draft.objected(team)
    return replace(draft, agreed_by=draft.could_agree) if was_agreed else draft
