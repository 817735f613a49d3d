"""What is said of two rounds, held against the answers themselves: nothing here asks the comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Final

from hypothesis import given, settings

from questionnaires import Choice, Question, Response
from questionnaires.words import RESERVED, Facet, Kind
from scoring import tally
from scoring.comparison.people import people_moved
from scoring.comparison.rounds import Movement, QuestionMovement, Step, movement
from scoring.wording.rounds import movement_sentence
from tests.given.answers_moved import EXAMPLES, People, people, responses_of
from tests.given.builders import small
from tests.scoring.test_movement import EVERY_KIND

TEAMS: Final = frozenset(team.id for team in small().teams)
ORDERED: Final = (Kind.POSITION, Kind.CONTROL, Kind.TRAJECTORY)

Said = Mapping[str, Sequence[Choice]]
"""By team what its members chose, of the options only."""

Round = Sequence[Response]


def options(responses: Round, question: Question, facet: Facet) -> dict[str, list[Choice]]:
    found: dict[str, list[Choice]] = {}
    for response in responses:
        choice = response.answer(question.id).choice(facet)
        if choice is not None and choice not in RESERVED:
            found.setdefault(response.respondent.team, []).append(choice)
    return found


def spoke(responses: Round, question: Question, facet: Facet) -> set[str]:
    """The teams of which anybody said anything."""
    return {
        response.respondent.team for response in responses if response.answer(question.id).choice(facet) is not None
    }


def is_near(said: Said) -> bool:
    """Within a step of each other by their middle answers, and each within itself."""
    middles = [median(int(choice) for choice in row) for row in said.values()]
    spreads = [sum(abs(int(c) - median(map(int, row))) for c in row) / len(row) for row in said.values()]
    return max(middles) - min(middles) <= 1 and max(spreads) <= 1


def gap(said: Said) -> float:
    middles = [median(int(choice) for choice in row) for row in said.values()]
    return max(middles) - min(middles)


def most_named(row: Sequence[Choice]) -> set[Choice]:
    return {choice for choice in row if row.count(choice) == max(map(row.count, row))}


def is_one(said: Said) -> bool:
    """Whether all name the same, and it alone."""
    named = [most_named(row) for row in said.values()]
    return len(named[0]) == 1 and all(one == named[0] for one in named)


def is_taken(said: Said, heard: Said) -> bool:
    """Whether one owner is named that is somebody, and that takes the task itself where it is a team."""
    (owner,) = most_named(next(iter(said.values()))) if is_one(said) else {"nobody"}
    is_confirmed = owner not in TEAMS or (str(owner) in heard and most_named(heard[str(owner)]) == {owner})
    return owner != "nobody" and is_confirmed


def is_agreed(question: Question, responses: Round, kept: Callable[[Facet], set[str]]) -> bool:
    """Whether those teams agree that are kept on each facet, of facets that two of them answered."""
    verdicts = []
    for facet in question.facets:
        everybody = options(responses, question, facet)
        said = {team: row for team, row in everybody.items() if team in kept(facet)}
        if len(said) < 2:
            continue
        if question.kind in ORDERED:
            verdicts.append(is_near(said))
        else:
            verdicts.append(is_taken(said, everybody) if question.kind is Kind.OWNERSHIP else is_one(said))
    return bool(verdicts) and all(verdicts)


def last_words(earlier: Round, later: Round, question: Question) -> list[Response]:
    """The later answers, and the earlier ones of facets on which a team has said nothing since."""
    kept = list(later)
    for response in earlier:
        team = response.respondent.team
        silent = {f.value: None for f in question.facets if team in spoke(later, question, f)}
        answer = response.answer(question.id).model_copy(update=silent)
        kept.append(response.model_copy(update={"answers": {question.id: answer}}))
    return kept


def in_both(earlier: Round, later: Round, question: Question) -> Callable[[Facet], set[str]]:
    return lambda facet: set(options(earlier, question, facet)) & set(options(later, question, facet))


def moved(earlier: Round, later: Round) -> Movement:
    found = people_moved(small(), earlier, later)
    return movement(small(), tally(small(), earlier), tally(small(), later), 1, found)


def check(item: QuestionMovement, earlier: Round, later: Round) -> None:
    question, kept = item.question, in_both(earlier, later, item.question)
    was, now = (is_agreed(question, responses, kept) for responses in (earlier, later))
    if item.step is Step.NEWLY_AGREED:
        everybody = last_words(earlier, later, question)
        assert now
        assert not was
        assert is_agreed(question, everybody, lambda facet: set(options(everybody, question, facet)))
    if item.step is Step.NO_LONGER_AGREED:
        assert was
        assert not now
        assert is_agreed(question, earlier, lambda facet: set(options(earlier, question, facet)))
    if item.step in (Step.CLOSER, Step.FURTHER_APART) and question.kind in ORDERED:
        widest = [
            max(
                gap({team: row for team, row in options(responses, question, facet).items() if team in kept(facet)})
                for facet in question.facets
                if len(kept(facet)) > 1
            )
            for responses in (earlier, later)
        ]
        assert widest[1] <= widest[0] if item.step is Step.CLOSER else widest[1] >= widest[0]
    if item.step is Step.NOT_COMPARABLE:
        assert all(len(kept(facet)) < 2 for facet in question.facets)


def check_words(found: Movement, item: QuestionMovement, earlier: Round, later: Round) -> None:
    said, question = movement_sentence(small(), found, item), item.question
    if said.startswith(("Still", "Was")):
        named = {owner for r in (earlier, later) for row in options(r, question, Facet.OWNER).values() for owner in row}
        for facet in question.facets:
            left_out = set(options(earlier, question, facet)) ^ set(options(later, question, facet))
            assert left_out <= named, "a state of a whole round is the state of everybody in it"
    if said.startswith("Still") and question.kind in ORDERED:
        gaps = [
            max(gap(one) for facet in question.facets if len(one := options(r, question, facet)) > 1)
            for r in (earlier, later)
        ]
        assert gaps[0] == gaps[1]
    if counted := re.search(r"Of (\d+) p\w+ in both rounds(?: (\d+) moved)?,?(?: (\d+) stayed)?", said):
        both, has_moved, stayed = (int(number or 0) for number in counted.groups())
        assert (both, has_moved) == by_hand(question, item.teams, earlier, later)
        assert both == has_moved + stayed


def by_hand(question: Question, teams: Sequence[str], earlier: Round, later: Round) -> tuple[int, int]:
    """How many people of these teams said anything on the same facet in both rounds, and how many of them changed."""
    pairs = [
        [
            (a, b)
            for facet in question.facets
            if (a := one.answer(question.id).choice(facet)) is not None
            and (b := other.answer(question.id).choice(facet)) is not None
        ]
        for one in earlier
        for other in later
        if (one.respondent.team, one.respondent.id) == (other.respondent.team, other.respondent.id)
        and one.respondent.team in teams
    ]
    return sum(bool(pair) for pair in pairs), sum(any(a != b for a, b in pair) for pair in pairs)


@settings(max_examples=4 * EXAMPLES)
@given(people(small(), EVERY_KIND), people(small(), EVERY_KIND))
def test_every_step_and_every_sentence_holds_of_the_answers(first: People, second: People) -> None:
    earlier, later = responses_of(small(), first), responses_of(small(), second)
    found = moved(earlier, later)
    for item in found.questions:
        check(item, earlier, later)
        check_words(found, item, earlier, later)
