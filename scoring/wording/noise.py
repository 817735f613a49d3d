"""What figures are worth with so few answers: how often chance alone would give the like."""

from __future__ import annotations

import math
from fractions import Fraction

from scoring.comparison.noise import Noise, chance_on_question, compared_facets, sizes
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import Band
from scoring.wording.words import listed, number, where_words


def chance_sentence(item: QuestionComparison) -> str:
    """How much agreement is worth.

    `By chance alone, the middle answers of 4 teams with 5 answers each would lie this close in 19 of 100 cases.`

    Empty where the positions are so far apart that chance is no question, or nothing is compared.
    """
    chance, worst = chance_on_question(item), item.worst
    if chance is None or worst is None or worst.band not in (Band.ALIGNED, Band.CLOSE):
        return ""
    return f"By chance alone, {_whose(item)} would lie this close{_where(item)} in {of_hundred(chance)} of 100 cases."


def of_hundred(share: Fraction | float) -> str:
    """A share, 0 to 1, as a number of 100; where that would read as never or always, it says that it is not."""
    hundredths = 100 * share
    if 0 < hundredths < 1:
        return "fewer than 1"
    return "more than 99" if 99 < hundredths < 100 else f"{math.floor(hundredths + Fraction(1, 2))}"


def _whose(item: QuestionComparison) -> str:
    """Which answers are compared: single ones, or the middle ones of teams of several, as many as there are."""
    facets = [sorted(sizes(facet)) for facet in compared_facets(item)]
    teams, several = facets[0], len(facets) > 1
    if any(other != teams for other in facets):
        return "the middle answers of teams with as many answers as these"
    if teams[-1] == 1:
        return f"the answers of {len(teams)} teams" if several else f"{len(teams)} answers"
    each = f"{teams[0]} answers each" if teams[0] == teams[-1] else "as many answers as these"
    return f"the middle answers of {len(teams)} teams with {each}"


def _where(item: QuestionComparison) -> str:
    """The facets on which they do; a question with one answer needs no such words."""
    if len(item.facets) == 1:
        return ""
    return f", {listed(where_words(facet.facet).strip() for facet in compared_facets(item))},"


def noise_sentence(noise: Noise) -> str:
    """How wide gaps are, and how wide they would be if everybody had answered at random.

    `Of 9 questions with a gap the teams are within 1 step on 2 and over 3 apart on 4; random answers would give 0.5
    and 5.3.`
    """
    questions = f"{noise.questions} {'question' if noise.questions == 1 else 'questions'} with a gap"
    at_random = f"{_average(noise.near_at_random)} and {_average(noise.far_at_random)}"
    return (
        f"Of {questions} the teams are within 1 step on {noise.near} and over 3 apart on {noise.far}; "
        f"random answers would give {at_random}."
    )


def _average(questions: Fraction) -> str:
    """With one decimal; what would read as none at all, and is not, says so."""
    words = number(questions)
    return "fewer than 0.1" if words == "0" and questions else words
