"""Where the teams stood in an earlier round, and what one answered oneself, in words that fit on few lines."""

from __future__ import annotations

import math
from collections.abc import Iterator

from maturity.rounds.earlier import Earlier
from maturity.rounds.interview import in_words
from maturity.rounds.stood import TeamStood
from questionnaires import Question, Questionnaire, Scale, label
from questionnaires.words import Facet, Level
from scoring.wording.words import FACET_WORDS, listed


def own_words(questionnaire: Questionnaire, earlier: Earlier, question: Question) -> str:
    """One's own earlier answer, column by column; that it is not shown where its scale means something else today."""
    if question.id in earlier.incomparable:
        number = earlier.incomparable[question.id]
        return f"Your answer in round {number} was given on a scale that means something else today; it is not shown."
    mine = earlier.own.get(question.id)
    if mine is None:
        return ""
    facets = [facet for facet in (*question.facets, Facet.BASIS) if mine.answer.choice(facet) is not None]
    said = [
        (FACET_WORDS[facet], in_words(questionnaire.scale_of(question, facet), mine.answer.choice(facet)))
        for facet in facets
    ]
    words = said[0][1] if len(question.facets) == 1 else "; ".join(f"{facet}: {choice}" for facet, choice in said)
    return f"Your answer in round {mine.round}: {words.rstrip('.')}."


def earlier_lines(questionnaire: Questionnaire, earlier: Earlier, question: Question) -> Iterator[str]:
    """All that is known of a question from earlier rounds, line by line, for whoever reads or hears one after another:
    one's own answer first."""
    if own := own_words(questionnaire, earlier, question):
        yield own
    said = teams_words(questionnaire, earlier, question)
    if earlier.stood is not None:
        for facet, words in said.items():
            where = f", {FACET_WORDS[facet]}" if len(question.facets) > 1 else ""
            yield f"The teams in round {earlier.stood.round}{where}: {words}."
        if voices := voices_words(earlier, question):
            yield f"Single voices: {voices}."
    if decided := earlier.decided.get(question.id):
        yield decided


def teams_words(questionnaire: Questionnaire, earlier: Earlier, question: Question) -> dict[Facet, str]:
    """Where the teams stood, by facet: `Security says 1 · Operations, Endpoint say 3`; empty where that is not
    known."""
    rows = earlier.stood.questions.get(question.id, {}) if earlier.stood else {}
    return {
        facet: " · ".join(_groups(questionnaire.scale_of(question, facet), rows[facet]))
        for facet in question.facets
        if rows.get(facet)
    }


def voices_words(earlier: Earlier, question: Question) -> str:
    """Which of the teams are one person's answer; with the facet, where others of the team answered another one."""
    rows = earlier.stood.questions.get(question.id, {}) if earlier.stood else {}
    found: dict[str, list[Facet]] = {}
    for facet, teams in rows.items():
        for one in teams:
            if one.voices == 1:
                found.setdefault(one.team, []).append(facet)
    answered = {
        team: sum(any(one.team == team and one.voices for one in row) for row in rows.values()) for team in found
    }
    return ", ".join(
        team if len(facets) == answered[team] else f"{team} ({listed(FACET_WORDS[facet] for facet in facets)})"
        for team, facets in found.items()
    )


def _groups(scale: Scale, teams: tuple[TeamStood, ...]) -> Iterator[str]:
    groups: dict[tuple[str, bool], list[str]] = {}
    for one in teams:
        groups.setdefault((_place(scale, one), one.is_torn), []).append(one.team)
    for (place, is_torn), names in groups.items():
        verb = ("is" if len(names) == 1 else "are") if is_torn else ("says" if len(names) == 1 else "say")
        yield f"{', '.join(names)} {verb} {place}"


def _place(scale: Scale, stood: TeamStood) -> str:
    """A place of the scale, as its options are called here: by their numbers, a quantity and a name by their words."""
    if not stood.places:
        return label(scale, stood.state)
    if scale.level is not Level.ORDINAL:
        return listed((scale.options[int(place)].label for place in stood.places), "or")
    if stood.is_torn:
        return f"torn, {' to '.join(_option(scale, int(place)) for place in stood.places)}"
    (place,) = stood.places
    if place.denominator == 1:
        return _option(scale, int(place))
    return f"between {_option(scale, math.floor(place))} and {_option(scale, math.ceil(place))}"


def _option(scale: Scale, place: int) -> str:
    return in_words(scale, scale.choice(place)) if scale.is_quantity else str(place)
