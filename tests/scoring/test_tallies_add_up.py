"""Counting is additive: any split of the responses, in any order, gives the same tally."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from questionnaires import Answer, Response
from scoring.counts.tally import Tally, tally
from tests.given.builders import respond, small

ladder = st.sampled_from([None, 0, 1, 2, 3, 4, 5, "dont_know", "not_applicable"])
answers = st.fixed_dictionaries(
    {},
    optional={
        "ownership.pause": st.builds(Answer, owner=st.sampled_from(["endpoint", "service", "nobody", "dont_know"])),
        "control.release": st.builds(
            Answer,
            needed=ladder,
            wanted=ladder,
            basis=st.sampled_from([None, "law", "judgement"]),
            flag=st.booleans(),
        ),
        "risk.attitude": st.builds(Answer, position=ladder),
        "future.approvals": st.builds(Answer, today=ladder, in_12_months=ladder, in_24_months=ladder),
        "readiness.licences": st.builds(Answer, status=st.sampled_from(["met", "partly", "not_met"])),
    },
)
teams = st.sampled_from(["endpoint", "operations", "security"])
responses = st.lists(st.builds(respond, teams, answers, completed=st.booleans()), max_size=5)


def counted(some: Sequence[Response]) -> Tally:
    return tally(small(), some)


@given(responses, responses)
def test_the_tally_of_both_is_the_sum_of_the_tallies(first: list[Response], second: list[Response]) -> None:
    assert counted([*first, *second]) == counted(first) + counted(second)


@given(responses, responses)
def test_adding_tallies_has_no_order(first: list[Response], second: list[Response]) -> None:
    assert counted(first) + counted(second) == counted(second) + counted(first)


@given(responses, responses, responses)
def test_adding_tallies_has_no_grouping(a: list[Response], b: list[Response], c: list[Response]) -> None:
    assert (counted(a) + counted(b)) + counted(c) == counted(a) + (counted(b) + counted(c))


def test_what_could_not_be_counted_is_named_as_often_in_the_sum() -> None:
    """One answers a question of another version, the other on a scale whose meaning has changed since."""
    unknown = respond("endpoint", {"risk.gone": Answer(position=1)})
    changed = respond("security", {"risk.attitude": Answer(position=1)})
    scales = {**changed.questionnaire.scales, "ladder": "another"}
    written = changed.questionnaire.model_copy(update={"fingerprint": "earlier", "scales": scales})
    unknown, changed = (one.model_copy(update={"questionnaire": written}) for one in (unknown, changed))
    both, other = counted([unknown, changed]) + counted([changed]), counted([unknown, changed, changed])
    assert (both.unknown, both.incomparable) == (other.unknown, other.incomparable)
    assert (dict(both.unknown), dict(both.incomparable)) == ({"risk.gone": 1}, {"risk.attitude": 2})


@given(responses)
def test_an_empty_tally_adds_nothing(some: list[Response]) -> None:
    assert Tally() + counted(some) == counted(some) + Tally() == counted(some)


@given(responses, st.randoms(use_true_random=False))
def test_the_order_of_responses_is_irrelevant(some: list[Response], chance: Random) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    assert counted(shuffled) == counted(some)


@given(responses)
def test_every_respondent_of_a_team_is_in_one_state_on_each_facet(some: list[Response]) -> None:
    result = counted(some)
    for (_, _, team), cell in result.cells.items():
        assert cell.asked == result.progress[team].respondents


def test_adding_changes_neither_tally() -> None:
    first = counted([respond("endpoint", {"risk.attitude": Answer(position=1, flag=True)})])
    second = counted([respond("endpoint", {"risk.attitude": Answer(position=2, flag=True)})])
    before = dict(first.cells), dict(first.flags)
    assert first + second != first
    assert (dict(first.cells), dict(first.flags)) == before
