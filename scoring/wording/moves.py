"""What the answers did where agreement stayed as it was, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction

from questionnaires import Questionnaire, Scale
from questionnaires.words import Kind
from scoring.comparison.rounds import QuestionMovement, Step
from scoring.comparison.stands import FacetStand, Stand
from scoring.wording.words import listed, steps, where_words


def moves(questionnaire: Questionnaire, item: QuestionMovement) -> Iterator[str]:
    """How teams moved without coming closer or going apart; nothing where none did, or where the step says it."""
    if item.step is not Step.UNCHANGED or item.before is None or item.after is None:
        return
    scale = questionnaire.scale_by_id[item.question.scale]
    labels = {team.id: team.label for team in questionnaire.teams}
    yield from _renamed(labels, scale, item.before, item.after, item.question.kind)
    found: dict[tuple[str, str], list[str]] = {}
    for before, after in zip(item.before.facets, item.after.facets, strict=True):
        places = [_places(scale, one, stand) for one, stand in ((before, item.before), (after, item.after))]
        if words := _moved(labels, before, after, *places):
            found.setdefault(words, []).append(where_words(after.facet).strip())
    for (how, way), facets in found.items():
        where = listed(filter(None, facets))
        yield f"{how}{' ' if where else ''}{where}{way}."
    yield from _torn(labels, item.before, item.after)


def _torn(labels: Mapping[str, str], before: Stand, after: Stand) -> Iterator[str]:
    """Why a gap that narrowed in the middle of a team is not called closer."""
    torn = [labels[team] for team in after.torn if team not in before.torn]
    if torn and after.gap < before.gap:
        verb = "has" if len(torn) == 1 else "have"
        yield f"That is not counted as closer while {listed(torn)} {verb} no common position."


def _renamed(labels: Mapping[str, str], scale: Scale, before: Stand, after: Stand, kind: Kind) -> Iterator[str]:
    """Who names or says something else: `Endpoint and Security now name Network instead of Operations.`."""
    options = {option.key: option.label for option in scale.options}
    groups: dict[tuple[str, str], list[str]] = {}
    for team, named in after.named.items():
        words = (listed((options[key] for key in named), "or"), listed((options[k] for k in before.named[team]), "or"))
        if named != before.named[team]:
            groups.setdefault(words, []).append(labels[team])
    for (now, was), teams in groups.items():
        verb = "name" if kind is Kind.OWNERSHIP else "say"
        quoted = (now, was) if kind is Kind.OWNERSHIP else (now.lower(), was.lower())
        yield f"{listed(teams)} now {verb}{'s' if len(teams) == 1 else ''} {quoted[0]} instead of {quoted[1]}."


def _moved(
    labels: Mapping[str, str],
    before: FacetStand,
    after: FacetStand,
    was: Mapping[str, str],
    now: Mapping[str, str],
) -> tuple[str, str] | None:
    """How teams moved on a facet, in two parts with room for the facet between: `Endpoint and Security moved together`
    and `, from 4 to 2`, or team by team. None where none moved."""
    groups: dict[str, list[str]] = {}
    for team in now:
        if now[team] != was[team]:
            groups.setdefault(f"from {was[team]} to {now[team]}", []).append(labels[team])
    if not groups:
        return None
    shifts = {after.positions[team] - before.positions[team] for team in now}
    if len(shifts) == 1 and not before.torn and not after.torn:
        (shift,) = shifts
        way = next(iter(groups)) if len(groups) == 1 else f"{steps(abs(shift))} {'up' if shift > 0 else 'down'}"
        return f"{listed(labels[team] for team in now)} moved together", f", {way}"
    return "Moved", f": {'; '.join(f'{listed(teams)} {way}' for way, teams in groups.items())}"


def _places(scale: Scale, facet: FacetStand, stand: Stand) -> dict[str, str]:
    """By team where it stands on a facet; of one without a common position between which answers."""
    compared = stand.item.facet(facet.facet)
    assert compared is not None
    found = {team: _at(scale, position) for team, position in facet.positions.items()}
    for entry in compared.teams:
        if entry.team in facet.torn and entry.lowest is not None and entry.highest is not None:
            ends = (_at(scale, Fraction(end)) for end in (entry.lowest, entry.highest))
            found[entry.team] = f"answers between {listed(ends)}"
    return found


def _at(scale: Scale, position: Fraction) -> str:
    """A place on the scale: a quantity in its own words, else its number."""
    if not scale.is_quantity:
        return f"{float(position):.1f}".removesuffix(".0")
    upper = math.ceil(position)
    label = scale.options[upper].label
    return label if position.denominator == 1 else f"between {scale.options[upper - 1].label} and {label}"
