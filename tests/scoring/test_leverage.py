"""What hangs on a question, and that the agenda is sorted by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import pytest

from questionnaires import Answer, Choice, Questionnaire, Response
from scoring import Comparison, recommend
from scoring.criteria.leverage import NOTHING, Leverage, by_leverage, leverage
from scoring.wording.firmness import leverage_sentence
from tests.given.builders import compared, criterion, respond, small, voices_to
from tests.given.every_kind_of_criterion import HOURS, PAUSING, SOAK, when
from tests.given.example_results import example_results

SHOULD: Final = '"should"'
LATER: Final = '"broad_ring"'


def hanging(questionnaire: Questionnaire, responses: Sequence[Response]) -> dict[str, Leverage]:
    return leverage(recommend(compared(responses, questionnaire)))


def names(found: Leverage) -> tuple[list[str], list[str], list[str]]:
    """The criteria by what the question does for them."""
    return tuple([one.id for one in part] for part in (found.owner, found.threshold, found.trigger))  # type: ignore[return-value]


def test_leverage_worked_out_by_hand() -> None:
    """`ownership.pause`: Endpoint names itself and Operations names itself, so it is contested.

    owner of:      stop (must, to leave the pilot), later (must of the broad ring), counted (should)   → 3
    threshold of:  nothing, as it is no quantity                                                        → 0
    calls for:     owned (should), because contested is what it waits for                               → 1
    In all four criteria: 1 must to leave the pilot, 2 musts of any gate, 2 others.

    `risk.hours_to_stop`: nobody answered it, and it sets the threshold of stop all the same            → 1 must
    """
    questionnaire = small(
        criterion("stop", owner=PAUSING, threshold=HOURS)
        + criterion("later", owner=PAUSING, gate=LATER)
        + criterion("counted", owner=PAUSING, priority=SHOULD)
        + criterion("owned", when=when("contested", on="ownership.*"), priority=SHOULD)
        + criterion("sponsored")
    )
    found = hanging(
        questionnaire,
        voices_to(questionnaire, "ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"}),
    )
    assert names(found["ownership.pause"]) == (["stop", "counted", "later"], [], ["owned"])
    assert found["ownership.pause"].weight == (1, 2, 2)
    assert names(found["risk.hours_to_stop"]) == ([], ["stop"], [])
    assert found["risk.hours_to_stop"].weight == (1, 1, 0)
    assert found.keys() == {"ownership.pause", "risk.hours_to_stop"}


def test_what_a_question_decides_in_two_ways_counts_once() -> None:
    questionnaire = small(criterion("owned", owner=PAUSING, when=when("contested", on="ownership.*")))
    claims = {"endpoint": "endpoint", "operations": "operations"}
    found = hanging(questionnaire, voices_to(questionnaire, "ownership.pause", owner=claims))["ownership.pause"]
    assert names(found) == (["owned"], [], ["owned"])
    assert found.weight == (1, 1, 0)


def test_a_contradiction_calls_for_its_criterion_on_both_questions() -> None:
    questionnaire = small(criterion("fit", when=when("infeasible_together", on="risk.*")))
    responses = [
        *voices_to(questionnaire, "risk.soak", position={"endpoint": 5}),
        *voices_to(questionnaire, "risk.exposure", position={"operations": 5}),
    ]
    found = hanging(questionnaire, responses)
    assert [names(found[name])[2] for name in ("risk.soak", "risk.exposure")] == [["fit"], ["fit"]]


def test_what_is_not_recommended_hangs_on_nothing() -> None:
    questionnaire = small(criterion("owned", owner=PAUSING, when=when("contested", on="ownership.*")))
    alike = {"endpoint": "endpoint", "operations": "endpoint"}
    assert hanging(questionnaire, voices_to(questionnaire, "ownership.pause", owner=alike)) == {}


WIDE: Final = ("risk.attitude", "risk.hours_to_stop", "ownership.pause", "control.release")


def far_apart(questionnaire: Questionnaire, *, flag: str = "") -> Comparison:
    """Two teams far apart on four questions of class A."""
    said: Mapping[str, Mapping[str, Mapping[str, Choice]]] = {
        "endpoint": {
            "risk.attitude": {"position": 0},
            "risk.hours_to_stop": {"position": 0},
            "ownership.pause": {"owner": "endpoint"},
            "control.release": {"needed": 0, "wanted": 0},
        },
        "operations": {
            "risk.attitude": {"position": 5},
            "risk.hours_to_stop": {"position": 5},
            "ownership.pause": {"owner": "operations"},
            "control.release": {"needed": 4, "wanted": 4},
        },
    }
    people = [
        respond(
            team,
            {name: Answer.model_validate({**answer, "flag": name == flag}) for name, answer in answers.items()},
            questionnaire=questionnaire,
            respondent=team,
        )
        for team, answers in said.items()
    ]
    return compared(people, questionnaire)


def order(questionnaire: Questionnaire, *, flag: str = "") -> list[str]:
    comparison = far_apart(questionnaire, flag=flag)
    criteria = recommend(comparison)
    return [entry.question for entry in by_leverage(comparison.agenda.entries, leverage(criteria))]


def test_where_nothing_hangs_on_any_they_stand_as_they_are_asked() -> None:
    assert order(small()) == ["ownership.pause", "control.release", "risk.attitude", "risk.hours_to_stop"]


def test_one_must_to_leave_the_pilot_comes_before_later_musts_and_these_before_all_others() -> None:
    questionnaire = small(
        criterion("stop", threshold=HOURS)
        + criterion("one_later", when=when("far_apart", on="risk.attitude"), gate=LATER)
        + "".join(criterion(f"count{n}", owner=PAUSING, priority=SHOULD) for n in range(3))
    )
    assert order(questionnaire) == ["risk.hours_to_stop", "risk.attitude", "ownership.pause", "control.release"]


def test_more_musts_come_before_fewer_and_then_more_others() -> None:
    questionnaire = small(
        criterion("stop", threshold=HOURS)
        + criterion("count", threshold=HOURS, priority=SHOULD)
        + criterion("rest", when=when("far_apart", on="risk.attitude"))
        + criterion("pause", owner=PAUSING)
        + criterion("pause_again", owner=PAUSING)
    )
    assert order(questionnaire) == ["ownership.pause", "risk.hours_to_stop", "risk.attitude", "control.release"]


def test_a_flag_decides_only_where_as_much_hangs_on_both() -> None:
    questionnaire = small(criterion("stop", threshold=HOURS))
    assert order(questionnaire, flag="risk.attitude")[:2] == ["risk.hours_to_stop", "risk.attitude"]


def test_what_hangs_on_it_moves_no_question_to_another_class() -> None:
    questionnaire = small(criterion("watch", threshold=SOAK))
    responses = [
        *voices_to(questionnaire, "risk.attitude", position={"endpoint": 0, "operations": 5}),
        *voices_to(questionnaire, "risk.soak", position={"security": 0, "network": 5}),
    ]
    comparison = compared(responses, questionnaire)
    found = by_leverage(comparison.agenda.entries, leverage(recommend(comparison)))
    assert [(entry.question, entry.agenda_class) for entry in found] == [("risk.attitude", "A"), ("risk.soak", "B")]


def test_the_agenda_of_the_examples_begins_with_what_most_musts_hang_on() -> None:
    """Whoever reads the reports answers for most; nobody who leads when an update breaks something comes next."""
    first, second, third, *_ = example_results().agenda
    assert (first.title, first.leverage_says) == (
        "Reading the update reports",
        "Names the owner of 7 criteria, 2 of them musts; counts in 2 musts.",
    )
    assert (second.title, second.leverage_says) == (
        "When an update breaks something",
        "Names the owner of 8 criteria, 1 of them a must; counts in 2 musts.",
    )
    assert (third.title, third.leverage_says) == ("Calling a stop", "Names the owner of 1 must; counts in 2 musts.")


def test_what_the_results_count_is_what_stands_beside_each_criterion() -> None:
    found = example_results()
    asked = {item.id: item for item in found.question}
    for entry in found.agenda:
        assert entry.leverage is not None
        names_owner = [item for item in found.criterion if f"“{asked[entry.question].title}”" in item.owner_says]
        assert entry.leverage.owner == len(names_owner), entry.question
        assert entry.leverage.musts + entry.leverage.others <= len(found.criterion)


def with_priorities(*parts: tuple[str, str]) -> tuple[Leverage, ...]:
    """What hangs on pausing by its owner: criteria of these priorities and gates."""
    made = "".join(
        criterion(f"c{place}", owner=PAUSING, priority=f'"{priority}"', gate=f'"{gate}"')
        for place, (priority, gate) in enumerate(parts)
    )
    return tuple(hanging(small(made), []).values())


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ([("must", "leave_pilot")], "Names the owner of 1 must."),
        ([("must", "leave_pilot")] * 2, "Names the owner of 2 musts."),
        ([("must", "broad_ring")], "Names the owner of 1 must (of another gate)."),
        ([("must", "broad_ring"), ("must", "leave_pilot")], "Names the owner of 2 musts (1 to leave the pilot)."),
        ([("should", "leave_pilot")], "Names the owner of 1 should."),
        ([("could", "leave_pilot")], "Names the owner of 1 could."),
        ([("should", "leave_pilot"), ("could", "leave_pilot")], "Names the owner of 2 criteria."),
        ([("should", "leave_pilot"), ("must", "leave_pilot")], "Names the owner of 2 criteria, 1 of them a must."),
        (
            [("should", "leave_pilot"), ("must", "leave_pilot"), ("must", "12_months")],
            "Names the owner of 3 criteria, 2 of them musts (1 to leave the pilot).",
        ),
    ],
)
def test_how_many_criteria_and_how_many_musts_is_said(parts: list[tuple[str, str]], sentence: str) -> None:
    (found,) = with_priorities(*parts)
    assert leverage_sentence(found) == sentence


def test_each_way_in_which_criteria_hang_on_a_question_is_said() -> None:
    (one,) = with_priorities(("must", "leave_pilot"))
    criteria = one.owner
    assert leverage_sentence(Leverage(criteria, criteria, criteria)) == (
        "Names the owner of 1 must; sets the threshold of 1 must; calls for 1 must."
    )
    assert leverage_sentence(NOTHING) == "No recommended criterion hangs on it."


def test_what_hangs_is_told_by_how_it_hangs() -> None:
    wish = small(criterion("wish", priority=SHOULD))
    (should,) = recommend(compared(voices_to(wish, "risk.attitude", position={"endpoint": 1}), wish))
    tied = replace(should, conflict=("wish", "other"))
    assert leverage_sentence(Leverage((), (), (), (should,))) == "Counts in 1 should."
    assert leverage_sentence(Leverage((), (tied,), (), ())) == "Sets the threshold of 1 should once its limits fit."
    assert leverage_sentence(Leverage((), (tied, should), (), ())) == "Sets the threshold of 2 criteria."
