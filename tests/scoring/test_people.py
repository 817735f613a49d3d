"""The same people in two rounds, counted by hand; nobody is named."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Response
from scoring import tally
from scoring.comparison.people import PeopleMoved, Repeated, Turnover, people_moved
from scoring.comparison.rounds import movement
from scoring.wording.people import people_sentence, people_words
from scoring.wording.rounds import movement_sentence
from tests.given.builders import small, voices_to
from tests.given.rounds import Answers, in_round
from tests.given.versions import OTHER_LADDER


def at(place: int | str) -> Answers:
    return {"risk.attitude": Answer(position=place)}


def one(number: int, team: str, name: str, answers: Answers) -> Response:
    return in_round(number, team, answers, respondent=name)


FIRST = [
    one(1, "endpoint", "endp1", at(1)),
    one(1, "endpoint", "endp2", at(2)),
    one(1, "endpoint", "endp3", at(3)),
    one(1, "security", "secu1", at(5)),
]
SECOND = [
    one(2, "endpoint", "endp1", at(1)),
    one(2, "endpoint", "endp2", at(4)),
    one(2, "endpoint", "endp4", at(4)),
    one(2, "security", "secu2", at(2)),
]


def people(first: list[Response], second: list[Response]) -> PeopleMoved:
    return people_moved(small(), first, second)


def sentence(first: list[Response], second: list[Response], found: PeopleMoved | None) -> str:
    moved = movement(small(), tally(small(), first), tally(small(), second), 1, found)
    (item,) = moved.questions
    return movement_sentence(small(), moved, item)


def overall(first: list[Response], second: list[Response], found: PeopleMoved | None) -> str:
    return people_sentence(small(), movement(small(), tally(small(), first), tally(small(), second), 1, found))


def test_who_is_in_both_rounds_moved_or_stayed_and_the_others_came_or_went() -> None:
    found = people(FIRST, SECOND)
    expected = {"endpoint": Turnover(moved=1, stayed=1, new=1, gone=1), "security": Turnover(new=1, gone=1)}
    assert found.teams == expected
    assert found.questions == {"risk.attitude": expected}


def test_the_question_says_how_many_of_how_many_moved_and_for_whom_others_answer() -> None:
    said = sentence(FIRST, SECOND, people(FIRST, SECOND))
    assert said.endswith(
        "Of 2 people in both rounds 1 changed, 1 confirmed; 2 answered only now, 2 only before. "
        "Other people than before answered for Security."
    )


def test_the_round_says_it_over_all() -> None:
    assert overall(FIRST, SECOND, people(FIRST, SECOND)) == (
        "Of 2 people in both rounds 1 changed an answer, 1 changed none; 2 are new, 2 were not heard again. "
        "Other people than before answered for Security. "
        "Of 2 answers that the same people gave again to questions that nobody had put on the agenda of round 1, "
        "1 is the same."
    )


def test_who_came_and_who_went_are_counted_each_by_themselves() -> None:
    security = [one(number, "security", "secu1", at(5)) for number in (1, 2)]
    first, second = [FIRST[0], FIRST[2], security[0]], [*SECOND[:3], security[1]]
    found = people(first, second)
    assert sentence(first, second, found).endswith(
        "Of 2 people in both rounds 2 confirmed; 2 answered only now, 1 only before."
    )
    assert overall(first, second, found) == (
        "Of 2 people in both rounds 0 changed an answer, 2 changed none; 2 are new, 1 was not heard again. "
        "Of 2 answers that the same people gave again to questions that nobody had put on the agenda of round 1, "
        "2 are the same."
    )


def test_where_nobody_came_and_nobody_went_nothing_is_said_of_it() -> None:
    first, second = FIRST[:1], SECOND[:1]
    assert overall(first, second, people(first, second)) == (
        "The one person in both rounds changed no answer. "
        "Of 1 answer that the same people gave again to questions that nobody had put on the agenda of round 1, "
        "1 is the same."
    )


def test_where_nobody_is_in_both_rounds_it_says_so() -> None:
    first, second = FIRST[-1:], SECOND[-1:]
    assert overall(first, second, people(first, second)) == (
        "No person is in both rounds; 1 is new, 1 was not heard again. Other people than before answered for Security."
    )


def test_a_team_that_is_new_or_did_not_come_back_is_not_called_other_people() -> None:
    first, second = FIRST, [*SECOND[:3], one(2, "network", "netw1", at(2))]
    assert "Other people" not in overall(first, second, people(first, second))


def test_without_ids_nothing_is_said() -> None:
    assert overall(FIRST, SECOND, None) == ""
    assert "people" not in sentence(FIRST, SECOND, None)
    assert overall(FIRST, SECOND, people_moved(small(), FIRST, SECOND, uncounted={"endpoint", "security"})) == ""


def test_of_teams_of_which_only_counts_are_known_nothing_is_said() -> None:
    found = people_moved(small(), FIRST, SECOND, uncounted={"security"})
    assert set(found.teams) == {"endpoint"}
    assert "Of 2 people of Endpoint in both rounds 1 changed" in sentence(FIRST, SECOND, found)
    assert overall(FIRST, SECOND, found).startswith("Of 2 people of Endpoint in both rounds 1 changed an answer")


def test_who_answers_for_another_team_is_somebody_else_there() -> None:
    found = people([one(1, "endpoint", "same1", at(1))], [one(2, "security", "same1", at(1))])
    assert found.teams == {"endpoint": Turnover(gone=1), "security": Turnover(new=1)}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Answer(needed=1, wanted=1), Answer(needed=1, wanted=2), Turnover(moved=1)),
        (Answer(needed=1, wanted=1), Answer(needed=1), Turnover(stayed=1)),
        (Answer(needed=1), Answer(needed="dont_know"), Turnover(moved=1)),
        (Answer(needed="dont_know"), Answer(needed="dont_know"), Turnover(stayed=1)),
        (Answer(needed=5, basis="law"), Answer(needed=5, basis="judgement"), Turnover(stayed=1)),
        (Answer(needed=1, note="Then."), Answer(needed=1, flag=True), Turnover(stayed=1)),
    ],
)
def test_who_changed_any_facet_answered_both_times_has_moved(before: Answer, after: Answer, expected: Turnover) -> None:
    rounds = ([one(n, "endpoint", "endp1", {"control.release": said})] for n, said in ((1, before), (2, after)))
    assert people(*rounds).questions["control.release"] == {"endpoint": expected}


def test_who_answered_one_half_then_and_the_other_now_has_neither_moved_nor_stayed() -> None:
    halves = (Answer(needed=1), Answer(wanted=1))
    first, second = ([one(n, "endpoint", "endp1", {"control.release": said})] for n, said in enumerate(halves, 1))
    found = people(first, second)
    assert "control.release" not in found.questions
    assert found.teams == {"endpoint": Turnover(stayed=1)}


def test_a_file_that_was_only_opened_is_nobody() -> None:
    assert people([], [one(2, "endpoint", "endp1", {"risk.attitude": Answer(note="Later.")})]).teams == {}


def test_answers_on_a_scale_that_changed_its_meaning_are_not_set_beside_others() -> None:
    then = voices_to(OTHER_LADDER, "risk.attitude", position={"endpoint": 1})
    now = voices_to(small(), "risk.attitude", position={"endpoint": 1})
    assert people(then, now).questions == {"risk.attitude": {"endpoint": Turnover(new=1)}}


def test_answers_are_repeated_on_what_nobody_had_to_discuss() -> None:
    both = {"risk.soak": Answer(position=1), "control.release": Answer(needed=1, wanted=1), **at(1)}
    again = {"risk.soak": Answer(position=1), "control.release": Answer(needed=1, wanted=2), **at(5)}
    found = people_moved(
        small(), [one(1, "endpoint", "endp1", both)], [one(2, "endpoint", "endp1", again)], discussed={"risk.attitude"}
    )
    assert found.repeated == Repeated(answers=3, same=2)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((2, 3, 1, 1), "of 5 people in both rounds 2 changed, 3 confirmed; 1 answered only now, 1 only before"),
        ((0, 1, 0, 0), "of 1 person in both rounds 1 confirmed"),
        ((0, 0, 2, 0), "2 answered only now"),
        ((0, 0, 0, 2), "2 answered only before"),
        ((0, 0, 0, 0), ""),
    ],
)
def test_counts_of_people_read_as_words(counts: tuple[int, int, int, int], words: str) -> None:
    assert people_words(*counts) == words
