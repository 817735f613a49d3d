"""Answers of an earlier round that stand where a team was not asked again, worked by hand."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings

from questionnaires import Answer, Response
from questionnaires.words import Facet
from scoring import Comparison, Tally, compare, tally
from scoring.counts.again import standing
from scoring.counts.carrying import CarriedOver, carry
from scoring.counts.tally import Distribution
from tests.given.answers_moved import EXAMPLES, People, people, responses_of
from tests.given.builders import small
from tests.given.rounds import AGENDA, FIRST, first_round, in_round, second_round

EVERY_KIND = ("ownership.pause", "control.release", "risk.attitude", "risk.soak", "future.approvals")


def counted(*responses: Response) -> Tally:
    return tally(small(), responses)


def carried(earlier: Tally, later: Tally) -> tuple[Tally, CarriedOver]:
    return carry(earlier, later, 1)


def positions(comparison: Comparison, question: str, facet: Facet = Facet.POSITION) -> dict[str, int]:
    item = comparison.question(question)
    compared = item.facet(facet) if item else None
    return {team: int(value) for team, value in compared.positions.items()} if compared else {}


def contents(counts: Tally) -> dict[str, Any]:
    """All that a tally holds, as plain tables that are no longer its own."""
    return {name: copy.copy(dict(value)) for name, value in vars(counts).items()}


def test_what_was_not_asked_again_stands_as_it_was_answered() -> None:
    whole, said = carried(counted(*first_round()), counted(*second_round()))
    found = compare(small(), whole, 2)
    assert positions(found, "risk.soak") == {"endpoint": 2, "operations": 2, "security": 2}
    assert said.number == 1


def test_what_was_asked_again_stands_as_it_was_answered_then() -> None:
    whole, _ = carried(counted(*first_round()), counted(*second_round()))
    assert positions(compare(small(), whole, 2), "risk.attitude") == {"endpoint": 2, "operations": 5, "security": 5}


def test_the_questions_that_stand_are_counted_by_team() -> None:
    # Each team answered one question besides those on the agenda; what it never answered is not taken over.
    _, said = carried(counted(*first_round()), counted(*second_round()))
    assert list(said.questions.items()) == [("endpoint", 1), ("operations", 1), ("security", 1)]


def test_a_question_asked_again_but_still_open_stands_as_it_was_answered_before() -> None:
    earlier = counted(in_round(1, "endpoint", {"risk.attitude": Answer(position=1)}))
    later = counted(in_round(2, "endpoint", {}, only=["risk.attitude"]))
    whole, said = carried(earlier, later)
    assert whole.cells["risk.attitude", Facet.POSITION, "endpoint"] == Distribution((0, 1, 0, 0, 0, 0))
    assert dict(said.questions) == {"endpoint": 1}


def test_dont_know_is_an_answer_that_nothing_is_filled_in_for() -> None:
    earlier = counted(in_round(1, "endpoint", {"risk.attitude": Answer(position=1)}))
    later = counted(in_round(2, "endpoint", {"risk.attitude": Answer(position="dont_know")}, only=["risk.attitude"]))
    whole, _ = carried(earlier, later)
    assert whole.cells["risk.attitude", Facet.POSITION, "endpoint"] == Distribution((0,) * 6, dont_know=1)


def test_a_question_open_in_both_rounds_stays_open() -> None:
    earlier = counted(in_round(1, "endpoint", {}, only=["risk.soak"]))
    later = counted(in_round(2, "endpoint", {}, only=["risk.attitude"]))
    whole, said = carried(earlier, later)
    assert whole.cells["risk.attitude", Facet.POSITION, "endpoint"] == Distribution((0,) * 6, unanswered=1)
    assert dict(said.questions) == {}


def test_a_half_answered_round_looks_like_no_progress() -> None:
    later = counted(in_round(2, "endpoint", {}, only=AGENDA, completed=False))
    whole, _ = carried(counted(*first_round()), later)
    again, before = compare(small(), whole, 2), compare(small(), counted(*first_round()), 1)
    assert [entry.question for entry in again.agenda.entries] == [entry.question for entry in before.agenda.entries]


def test_of_half_an_answer_the_other_half_stands_as_it_was_answered_before() -> None:
    earlier = counted(in_round(1, "endpoint", {"control.release": Answer(needed=5, basis="law", wanted=4)}))
    later = counted(in_round(2, "endpoint", {"control.release": Answer(needed=2)}, only=["control.release"]))
    whole, said = carried(earlier, later)
    assert whole.cells["control.release", Facet.NEEDED, "endpoint"].counts == (0, 0, 1, 0, 0, 0)
    assert whole.cells["control.release", Facet.WANTED, "endpoint"].counts == (0, 0, 0, 0, 1, 0)
    assert dict(said.questions) == {"endpoint": 1}


def test_what_nobody_has_said_as_one_answer_is_no_pair() -> None:
    earlier = counted(in_round(1, "endpoint", {"control.release": Answer(needed=5, basis="law", wanted=4)}))
    half = [Answer(needed=2), Answer(wanted=2)]
    needed, wanted = (
        carried(earlier, counted(in_round(2, "endpoint", {"control.release": one}, only=["control.release"])))[0]
        for one in half
    )
    place = ("control.release", "endpoint")
    assert place not in needed.differences
    assert place not in wanted.differences
    assert place not in needed.bases, "what the need rested on goes with the need"
    assert wanted.bases[place] == (1, 0)


def test_a_dispute_does_not_vanish_because_somebody_is_in_the_middle_of_an_answer() -> None:
    first = [
        in_round(1, "endpoint", {"control.release": Answer(needed=1, wanted=1)}),
        in_round(1, "security", {"control.release": Answer(needed=5, basis="law", wanted=5)}),
    ]
    later = counted(in_round(2, "security", {"control.release": Answer(needed=1)}, only=["control.release"]))
    item = compare(small(), carried(counted(*first), later)[0], 2).question("control.release")
    assert item is not None
    assert [facet.gap for facet in item.facets] == [0, 4]


def test_answers_of_the_earlier_round_that_could_not_be_used_are_named_beside_those_of_the_later() -> None:
    earlier = Tally(unknown={"risk.old": 2}, incomparable={"risk.soak": 1})
    later = Tally(unknown={"risk.old": 1}, incomparable={"risk.taste": 1})
    whole, _ = carried(earlier, later)
    assert dict(whole.unknown) == {"risk.old": 3}
    assert dict(whole.incomparable) == {"risk.soak": 1, "risk.taste": 1}


def test_a_team_counts_by_whoever_of_it_was_asked_again() -> None:
    two = [
        in_round(1, "endpoint", {"risk.attitude": Answer(position=place)}, respondent=f"endp{place}")
        for place in (0, 1)
    ]
    again = in_round(2, "endpoint", {"risk.attitude": Answer(position=4)}, only=["risk.attitude"], respondent="endp1")
    whole, _ = carried(counted(*two), counted(again))
    assert whole.cells["risk.attitude", Facet.POSITION, "endpoint"].counts == (0, 0, 0, 0, 1, 0)
    assert whole.cells["risk.soak", Facet.POSITION, "endpoint"].unanswered == 2


def test_differences_bases_and_flags_stand_with_their_question() -> None:
    answer = Answer(needed=5, basis="law", wanted=4, flag=True)
    earlier = counted(in_round(1, "endpoint", {"control.release": answer, "control.unclear": answer}))
    later = counted(in_round(2, "endpoint", {"control.unclear": Answer(needed=1, wanted=1)}, only=["control.unclear"]))
    whole, _ = carried(earlier, later)
    place, again = ("control.release", "endpoint"), ("control.unclear", "endpoint")
    assert (whole.differences[place], whole.bases[place]) == (earlier.differences[place], (1, 0))
    assert (whole.flags[place], whole.flags[again]) == (1, 0)
    assert whole.differences[again] == later.differences[again]
    assert again not in whole.bases


def test_a_team_that_did_not_come_back_stands_whole() -> None:
    earlier = counted(*first_round())
    whole, said = carried(earlier, counted(*second_round()[:1]))
    assert compare(small(), whole, 2).teams == ("endpoint", "operations", "security")
    assert said.questions["security"] == len(FIRST["security"])
    assert whole.progress["security"] == earlier.progress["security"]


def test_a_team_that_has_only_begun_again_stands_with_what_it_said_before() -> None:
    later = counted(in_round(2, "endpoint", {}, only=AGENDA, completed=False), *second_round()[1:])
    whole, _ = carried(counted(*first_round()), later)
    found = compare(small(), whole, 2)
    assert positions(found, "risk.soak") == {"endpoint": 2, "operations": 2, "security": 2}
    assert positions(found, "risk.attitude") == {"endpoint": 1, "operations": 5, "security": 5}


def test_a_team_that_is_new_counts_as_it_answered() -> None:
    new = in_round(2, "network", {"risk.soak": Answer(position=4)})
    whole, said = carried(counted(*first_round()), counted(new))
    assert positions(compare(small(), whole, 2), "risk.soak")["network"] == 4
    assert "network" not in said.questions


def test_carrying_into_an_empty_round_gives_the_earlier_comparison() -> None:
    earlier = counted(*first_round())
    whole, _ = carried(earlier, Tally())
    assert whole == earlier
    assert compare(small(), whole, 1) == compare(small(), earlier, 1)


def test_a_flag_on_what_a_team_was_not_asked_stands_as_well() -> None:
    flagged = in_round(1, "security", {"risk.attitude": Answer(position=1), "risk.taste": Answer(flag=True)})
    earlier = counted(flagged, in_round(1, "endpoint", {"risk.taste": Answer(position=1)}))
    whole, _ = carried(earlier, Tally())
    assert compare(small(), whole, 1).agenda.flagged == compare(small(), earlier, 1).agenda.flagged == ("risk.taste",)


@settings(max_examples=EXAMPLES)
@given(people(small(), EVERY_KIND))
def test_whatever_was_answered_carrying_into_an_empty_round_gives_it_back(some: People) -> None:
    earlier = counted(*responses_of(small(), some))
    assert carried(earlier, Tally())[0] == earlier


@settings(max_examples=EXAMPLES)
@given(people(small(), EVERY_KIND))
def test_where_everything_is_answered_again_nothing_is_carried(some: People) -> None:
    earlier, later = (counted(*responses_of(small(), some)) for _ in range(2))
    whole, said = carried(earlier, later)
    assert (whole, dict(said.questions)) == (later, {})


@settings(max_examples=EXAMPLES)
@given(people(small(), EVERY_KIND))
def test_where_everything_is_asked_again_and_nobody_has_answered_yet_all_stands(some: People) -> None:
    earlier = counted(*responses_of(small(), some))
    later = counted(*responses_of(small(), [(team, {}) for team, _ in some]))
    whole, _ = carried(earlier, later)
    assert {cell: value for cell, value in whole.cells.items() if value.said} == {
        cell: value for cell, value in earlier.cells.items() if value.said
    }


def test_who_has_come_how_far_is_of_the_round_in_which_a_team_answered_last() -> None:
    earlier = counted(*first_round())
    opened, answered = (
        counted(
            in_round(2, "endpoint", answers, only=["risk.attitude"]), in_round(2, "network", {}, only=["risk.attitude"])
        )
        for answers in ({}, {"risk.attitude": Answer(position=1)})
    )
    whole, again = (carried(earlier, later)[0] for later in (opened, answered))
    assert whole.progress["endpoint"] == earlier.progress["endpoint"]
    assert again.progress["endpoint"] == answered.progress["endpoint"]
    assert whole.progress["network"] == opened.progress["network"], "whom nothing is carried over of"


def test_of_a_question_open_in_both_rounds_those_count_who_are_asked_now() -> None:
    earlier = counted(*(in_round(1, "endpoint", {}, only=["risk.soak"], respondent=f"endp{n}") for n in range(2)))
    later = counted(in_round(2, "endpoint", {}, only=["risk.soak"]))
    whole, _ = carried(earlier, later)
    assert whole.cells["risk.soak", Facet.POSITION, "endpoint"].unanswered == 1


@pytest.mark.parametrize(("again", "flags"), [(Answer(note="Later."), 2), (Answer(flag=True), 1)])
def test_a_flag_stands_until_somebody_flags_or_answers_anew(again: Answer, flags: int) -> None:
    flagged = Answer(position=1, flag=True)
    earlier = counted(*(in_round(1, "endpoint", {"risk.soak": flagged}, respondent=f"endp{n}") for n in range(2)))
    whole, _ = carried(earlier, counted(in_round(2, "endpoint", {"risk.soak": again}, only=["risk.soak"])))
    assert whole.flags["risk.soak", "endpoint"] == flags


def test_who_left_it_open_then_is_still_counted_while_nobody_has_answered_it_anew() -> None:
    first = [in_round(1, "endpoint", {"risk.soak": Answer(position=1)}, only=["risk.soak"])]
    first.append(in_round(1, "endpoint", {}, only=["risk.soak"], respondent="endpoint2"))
    later = [in_round(2, "endpoint", {}, only=["risk.soak"])]
    whole, _ = carry(tally(small(), first), tally(small(), later), 1, standing(small(), first, later))
    assert whole.cells["risk.soak", Facet.POSITION, "endpoint"] == Distribution((0, 1, 0, 0, 0, 0), unanswered=1)


def test_teams_of_which_something_stands_come_in_one_order() -> None:
    teams = [team.id for team in small().teams]
    first = [in_round(1, team, {"risk.soak": Answer(position=1)}) for team in reversed(teams)]
    _, over = carry(tally(small(), first), tally(small(), []), 1)
    assert list(over.questions) == list(over.answers) == sorted(teams)
