"""What is said of two rounds, held against the answers themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Question
from questionnaires.words import DONT_KNOW, Facet
from scoring import tally
from scoring.comparison.people import people_moved
from scoring.comparison.rounds import Movement, QuestionMovement, Step, movement
from scoring.wording.rounds import movement_sentence
from tests.given.answers_moved import EXAMPLES
from tests.given.builders import small
from tests.given.rounds_by_hand import (
    ORDERED,
    Round,
    everybody,
    gap,
    in_both,
    is_agreed,
    is_torn,
    last_words,
    middle,
    most_named,
    options,
    spoke,
    two_rounds,
)

Pair = tuple[Round, Round]

SEEDS: Final = st.integers(0, 2**32).map(two_rounds)


def moved(rounds: Pair) -> Movement:
    earlier, later = rounds
    found = people_moved(small(), earlier, later)
    return movement(small(), tally(small(), earlier), tally(small(), later), 1, found)


def told(rounds: Pair) -> Iterator[tuple[QuestionMovement, str]]:
    """Every question, with what is said of it."""
    found = moved(rounds)
    return ((item, movement_sentence(small(), found, item)) for item in found.questions)


def teams_called(words: str) -> list[str]:
    """The teams that are listed in these words."""
    return [
        team.id for team in small().teams if team.label in re.split(r", | and ", words.strip().removeprefix("Without "))
    ]


def widest(question: Question, rounds: Pair) -> list[Fraction]:
    """In each round the widest gap, on any facet, between those who answered it in both."""
    kept = in_both(*rounds, question)
    return [
        max(
            gap({team: row for team, row in options(one, question, facet).items() if team in kept(facet)})
            for facet in question.facets
            if len(kept(facet)) > 1
        )
        for one in rounds
    ]


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_newly_and_no_longer_agreed_are_agreed_in_one_round_and_not_in_the_other(rounds: Pair) -> None:
    earlier, later = rounds
    for item in moved(rounds).questions:
        question, kept = item.question, in_both(*rounds, item.question)
        was, now = (is_agreed(question, one, kept) for one in rounds)
        if item.step is Step.NEWLY_AGREED:
            last = last_words(earlier, later, question)
            assert (was, now) == (False, True)
            assert is_agreed(question, last, everybody(last, question))
        if item.step is Step.NO_LONGER_AGREED:
            assert (was, now) == (True, False)
            assert is_agreed(question, earlier, everybody(earlier, question))


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_closer_is_never_a_gap_that_grew_nor_further_apart_one_that_narrowed(rounds: Pair) -> None:
    for item in moved(rounds).questions:
        if item.question.kind in ORDERED and item.before is not None:
            was, now = widest(item.question, rounds)
            assert item.step is not Step.CLOSER or now <= was
            assert item.step is not Step.FURTHER_APART or now >= was
            assert item.step is not Step.UNCHANGED or now == was or _is_mixed(item.question, rounds)


def _is_mixed(question: Question, rounds: Pair) -> bool:
    """Whether a team is torn in one of the rounds and not in the other."""
    kept = in_both(*rounds, question)
    torn = [
        {
            (facet, team)
            for facet in question.facets
            for team in kept(facet)
            if is_torn(options(r, question, facet)[team])
        }
        for r in rounds
    ]
    return torn[0] != torn[1]


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_what_cannot_be_set_side_by_side_has_no_part_that_two_teams_answered_twice(rounds: Pair) -> None:
    for item in moved(rounds).questions:
        kept = in_both(*rounds, item.question)
        is_common = any(len(kept(facet)) > 1 for facet in item.question.facets)
        assert is_common == (item.before is not None)
        assert is_common or item.step in (Step.NOT_COMPARABLE, Step.NOT_ASKED_AGAIN, Step.ASKED_FIRST)


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_a_state_without_names_is_of_everybody_in_both_rounds(rounds: Pair) -> None:
    for item, said in told(rounds):
        if not said.startswith(("Still", "Was")):
            continue
        owners = {o for one in rounds for row in options(one, item.question, Facet.OWNER).values() for o in row}
        for facet in item.question.facets:
            assert (
                set(options(rounds[0], item.question, facet)) ^ set(options(rounds[1], item.question, facet)) <= owners
            )
        if said.startswith("Still") and item.question.kind in ORDERED:
            was, now = widest(item.question, rounds)
            assert was == now


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_who_is_said_to_stay_or_to_move_together_does(rounds: Pair) -> None:
    for item, said in told(rounds):
        question, (earlier, later) = item.question, rounds
        if found := re.match(r"(.+) name the same as before", said):
            was, now = (options(one, question, Facet.OWNER) for one in rounds)
            assert all(most_named(was[team]) == most_named(now[team]) for team in teams_called(found[1]))
        for found in re.finditer(r"\. ((?:[\w, ]+)) moved together", said):
            teams = teams_called(found[1])
            shifts = {
                facet: {
                    middle(options(later, question, facet)[t]) - middle(options(earlier, question, facet)[t])
                    for t in teams
                }
                for facet in question.facets
                if all(t in options(one, question, facet) for t in teams for one in rounds)
            }
            assert any(len(one) == 1 and one != {0} for one in shifts.values())


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_who_is_said_not_to_have_answered_has_said_nothing(rounds: Pair) -> None:
    for item, said in told(rounds):
        for words, one in (("did not answer it again", rounds[1]), ("did not answer it before", rounds[0])):
            for found in re.finditer(rf"([\w, ]+), (?:who|named as an owner,) {words}", said):
                teams = teams_called(found[1])
                assert teams
                assert not any(set(teams) & spoke(one, item.question, facet) for facet in item.question.facets)
        for found in re.finditer(r"Without ([\w, ]+), who now says? don't know", said):
            choices = {
                response.respondent.team: True
                for response in rounds[1]
                for facet in item.question.facets
                if response.answer(item.question.id).choice(facet) == DONT_KNOW
            }
            assert set(teams_called(found[1])) <= set(choices)


@settings(max_examples=5 * EXAMPLES)
@given(SEEDS)
def test_people_are_counted_as_by_hand(rounds: Pair) -> None:
    for item, said in told(rounds):
        counted = re.search(
            r"Of (\d+) p\w+ in both rounds(?: (\d+) changed)?(?: \([^)]*\))?,?(?: (\d+) confirmed)?", said
        )
        pairs = [
            [
                (before, after)
                for facet in item.question.facets
                if (before := one.answer(item.question.id).choice(facet)) is not None
                and (after := other.answer(item.question.id).choice(facet)) is not None
            ]
            for one in rounds[0]
            for other in rounds[1]
            if (one.respondent.team, one.respondent.id) == (other.respondent.team, other.respondent.id)
            and one.respondent.team in item.teams
        ]
        both = sum(bool(pair) for pair in pairs)
        has_moved = sum(any(before != after for before, after in pair) for pair in pairs)
        numbers = [int(number or 0) for number in counted.groups()] if counted else [0, 0, 0]
        if item.step not in (Step.NOT_ASKED_AGAIN, Step.ASKED_FIRST):
            assert numbers == [both, has_moved, both - has_moved]
