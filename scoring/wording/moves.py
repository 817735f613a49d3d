"""Which teams moved between two rounds, from where to where, and what that did to blockers, in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction

from questionnaires import Questionnaire, Scale
from questionnaires.words import Facet, FindingKind, Kind
from scoring.comparison.answers import option_in_words
from scoring.comparison.facets import FacetComparison
from scoring.comparison.rounds import Movement, QuestionMovement, Step
from scoring.comparison.stands import Stand
from scoring.wording.words import listed, steps, where_words


def moves(questionnaire: Questionnaire, item: QuestionMovement) -> Iterator[str]:
    """Which teams moved, from where to where; nothing where none did. And who has a blocker no longer, or a new one."""
    if item.stands is None:
        return
    before, after = item.stands
    yield from _answers(questionnaire, item, before, after)
    yield from _blockers(questionnaire, before, after)


def _answers(questionnaire: Questionnaire, item: QuestionMovement, before: Stand, after: Stand) -> Iterator[str]:
    scale = questionnaire.scale_by_id[item.question.scale]
    labels = {team.id: team.label for team in questionnaire.teams}
    yield from _renamed(labels, scale, before, after, item.question.kind)
    found: dict[tuple[str, str], list[str]] = {}
    for was, now in _told(item, before, after):
        if words := _moved(labels, was, now, _places(scale, was), _places(scale, now)):
            found.setdefault(words, []).append(where_words(now.facet).strip())
    for (how, way), facets in found.items():
        where = listed(filter(None, facets))
        yield f"{how}{' ' if where else ''}{where}{way}."
    if item.step in (Step.UNCHANGED, Step.NOT_COMPARABLE):
        yield from _torn(labels, before, after)


def _told(item: QuestionMovement, before: Stand, after: Stand) -> Iterator[tuple[FacetComparison, FacetComparison]]:
    """Each facet in both rounds, where two teams are compared on it, or none are on any."""
    compared = {facet.facet for facet in after.facets}
    for was, now in zip(before.item.facets, after.item.facets, strict=True):
        if now.facet in compared or item.step is Step.NOT_COMPARABLE:
            yield was, now


def movers(questionnaire: Questionnaire, item: QuestionMovement) -> dict[str, bool]:
    """By team that is looked at in both rounds, whether it stands elsewhere than before, as `moves` tells it."""
    if item.stands is None:
        return {}
    before, after = item.stands
    scale = questionnaire.scale_by_id[item.question.scale]
    found = {team: named != before.named[team] for team, named in after.named.items()}
    for was, now in _told(item, before, after):
        then = _places(scale, was)
        for team, place in _places(scale, now).items():
            found[team] = found.get(team, False) or place != then[team]
    return found


def movers_sentence(questionnaire: Questionnaire, movement: Movement) -> str:
    """On how many questions each team stands elsewhere, of those on which it is looked at in both rounds.

    `Questions on which teams stand elsewhere than in round 1: Endpoint 2 of 20, Security 0 of 20.` Empty where no
    team's place changed.
    """
    found: dict[str, list[bool]] = {}
    for item in movement.questions:
        for team, has_moved in movers(questionnaire, item).items():
            found.setdefault(team, []).append(has_moved)
    if not any(map(any, found.values())):
        return ""
    said = [
        f"{team.label} {sum(found[team.id])} of {len(found[team.id])}"
        for team in questionnaire.teams
        if team.id in found
    ]
    return f"Questions on which teams stand elsewhere than in round {movement.against}: {', '.join(said)}."


def _blockers(questionnaire: Questionnaire, before: Stand, after: Stand) -> Iterator[str]:
    """Whose need is now within what the service offers, and whose is above it, as neither was before."""
    offered = after.item.question.offered
    if offered is None or offered.most is None:
        return
    was, now = _blocked(before), _blocked(after)
    most = option_in_words(questionnaire.scale_by_id[after.item.question.scale], offered.most)
    for title, how, teams in (("Blocker gone", "no longer", was - now), ("New blocker", "now", now - was)):
        named = [
            f"{team.label}{'' if _is_of_one_mind(after, team.id, offered.most) else ' (in the middle)'}"
            for team in questionnaire.teams
            if team.id in teams
        ]
        if named:
            need = "needs" if len(named) == 1 else "need"
            yield f"{title}: {listed(named)} {how} {need} more than the service offers (at most {most})."


def holdings(questionnaire: Questionnaire, item: QuestionMovement) -> Iterator[str]:
    """With which thresholds it holds together now, or no longer does: also where it was not answered again itself."""
    titles = {question.id: f"“{question.title}”" for question in questionnaire.questions}
    for one in item.holding:
        other = listed(titles[key] for key in one.others)
        unvalued = listed((titles[key] for key in one.unvalued), "or")
        if not one.holds:
            rest = f"; no team gives {unvalued} a value" if unvalued else ""
            yield f"New contradiction: it cannot hold together now with {other}{rest}."
        elif unvalued:
            # Where nobody has said it, nobody has settled it.
            yield f"The contradiction with {other} is not found now: no team gives {unvalued} a value."
        else:
            yield f"Contradiction gone: it can now hold together with {other}."


def _blocked(stand: Stand) -> set[str]:
    return {team for one in stand.item.findings if one.kind is FindingKind.BLOCKER for team in one.teams}


def _is_of_one_mind(stand: Stand, team: str, most: int) -> bool:
    """Whether everybody of a team needs more than that, or nobody does."""
    counts = stand.item.cells[Facet.NEEDED][team].counts
    return not any(counts[: most + 1]) or not any(counts[most + 1 :])


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
    before: FacetComparison,
    after: FacetComparison,
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
    if len(now) > 1 and len(shifts) == 1 and not before.torn and not after.torn:
        (shift,) = shifts
        way = next(iter(groups)) if len(groups) == 1 else f"{steps(abs(shift))} {'up' if shift > 0 else 'down'}"
        return f"{listed(labels[team] for team in now)} moved together", f", {way}"
    return "Moved", f": {'; '.join(f'{listed(teams)} {way}' for way, teams in groups.items())}"


def _places(scale: Scale, facet: FacetComparison) -> dict[str, str]:
    """By team where it stands on a facet; of one without a common position between which answers."""
    found = {team: _at(scale, position) for team, position in facet.positions.items()}
    for entry in facet.teams:
        if entry.is_torn and entry.lowest is not None and entry.highest is not None:
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
