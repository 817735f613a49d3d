"""Whose missing answer matters most, worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import pytest

from questionnaires import Answer, Questionnaire, Response
from questionnaires.words import Facet
from scoring import recommend
from scoring.firmness.missing import Missing, most_missed
from scoring.wording.firmness import missing_sentence
from tests.given.builders import compared, criterion, respond, small, voices_to
from tests.given.every_kind_of_criterion import HOURS, PAUSING, SOAK, when

PAUSED: Final = small(criterion("stop", owner=PAUSING) + criterion("count", owner=PAUSING, priority='"should"'))


def missed(questionnaire: Questionnaire, responses: list[Response]) -> list[Missing]:
    comparison = compared(responses, questionnaire)
    return list(most_missed(comparison, recommend(comparison)))


def test_one_missing_answer_worked_out_by_hand() -> None:
    """Days open: Endpoint says 14 days (option 2), Operations doesn't know.

    `done` has its threshold from it, the strictest value: now 14 days. `wide` is recommended where the teams are close
    or further apart, and is not now: one team alone compares with nobody. An answer of Operations would make of them:

        60 days: 14 days, 2 steps → `wide` appears: 1       7 days: 7 days, 1 step  → 1
        30 days: 14 days, 1 step  → nothing: 0              3 days: 3 days, 2 steps → 2
        14 days: 14 days, alike   → nothing: 0              1 day:  1 day,  3 steps → 2

    Together 6 over 6 options: on average 1.
    """
    exposure = HOURS.replace("risk.hours_to_stop", "risk.exposure").replace('"hours"', '"days"')
    questionnaire = small(
        criterion("done", threshold=exposure)
        + criterion("wide", when=when("close", "apart", "far_apart", on="risk.exposure"))
    )
    said = voices_to(questionnaire, "risk.exposure", position={"endpoint": 2, "operations": "dont_know"})
    (found,) = missed(questionnaire, said)
    assert (found.team, found.question, found.facet) == ("operations", "risk.exposure", Facet.POSITION)
    assert found.changes == (1, 0, 0, 1, 2, 2)
    assert found.mean == 1


def test_an_owner_worked_out_by_hand() -> None:
    """Pausing: Endpoint names itself, Security doesn't know; two criteria have their owner from it: "Endpoint".

    With Security naming Endpoint the owner stays in words: 0. Naming Operations, itself, Network or the provider
    makes it "to be agreed", as do the service and nobody, which are said beside it: 2 each, over 7 options 12 in all.
    """
    said = voices_to(PAUSED, "ownership.pause", owner={"endpoint": "endpoint", "security": "dont_know"})
    (found,) = missed(PAUSED, said)
    assert (found.team, found.changes, found.mean) == ("security", (0, 2, 2, 2, 2, 2, 2), Fraction(12, 7))
    assert missing_sentence(compared(said, PAUSED), found) == (
        "Ask Security about “Pausing”: its answer would change 1.7 criteria on average (0 to 2, over 7 options)."
    )


def test_what_was_left_open_is_missing_like_what_nobody_knew() -> None:
    people = [
        *voices_to(PAUSED, "ownership.pause", owner={"endpoint": "endpoint"}),
        respond("security", {"risk.attitude": Answer(position=1)}, questionnaire=PAUSED),
    ]
    assert [(one.team, one.mean) for one in missed(PAUSED, people)] == [("security", Fraction(12, 7))]


@pytest.mark.parametrize("said", [["endpoint", "dont_know"], "not_applicable", ["not_applicable", "dont_know"]])
def test_nothing_is_missing_of_a_team_of_which_somebody_answered_or_says_that_it_does_not_apply(
    said: str | list[str],
) -> None:
    people = voices_to(PAUSED, "ownership.pause", owner={"endpoint": "endpoint", "security": said})
    assert missed(PAUSED, people) == []


def test_a_team_that_was_not_asked_is_not_asked_now() -> None:
    questionnaire = small(criterion("wide", when=when("aligned", "close", "apart", "far_apart", on="risk.taste")))
    people = [
        *voices_to(questionnaire, "risk.taste", position={"endpoint": 2}),
        respond("security", {"risk.attitude": Answer(position=1)}, questionnaire=questionnaire),
    ]
    assert missed(questionnaire, people) == []


def test_an_answer_that_changes_no_criterion_is_not_missed() -> None:
    people = voices_to(PAUSED, "risk.attitude", position={"endpoint": 2, "security": "dont_know"})
    assert [one.question for one in missed(PAUSED, people)] == ["ownership.pause", "ownership.pause"]


def test_a_team_that_is_named_and_has_not_been_heard_is_asked_about_what_it_is_named_for() -> None:
    people = voices_to(PAUSED, "ownership.pause", owner={"endpoint": "network", "security": "network"})
    comparison = compared(people, PAUSED)
    (found,) = most_missed(comparison, recommend(comparison))
    assert (found.team, found.question, found.is_heard) == ("network", "ownership.pause", False)
    assert missing_sentence(comparison, found) == (
        "Ask Network, not heard yet, about “Pausing”: its answer would change 2 criteria on average (over 7 options)."
    )


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        (["dont_know", "dont_know"], [(1,) * 6]),
        (["dont_know", "dont_know", "dont_know"], []),
        (["dont_know", "dont_know", None], []),
    ],
    ids=["of two who do not know one does", "of three one does", "who left it open answers before who does not know"],
)
def test_one_who_answers_does_not_know_no_longer(said: list[str | None], changes: list[tuple[int, ...]]) -> None:
    """A question is unknown while more of the team do not know than answer."""
    questionnaire = small(criterion("known", when=when("unknown", on="risk.attitude")))
    soak = Answer(position=1)
    people = [
        respond(
            "endpoint",
            {"risk.attitude": Answer(position=one), "risk.soak": soak},
            questionnaire=questionnaire,
            respondent=f"k{place:03}",
        )
        for place, one in enumerate(said)
    ]
    assert [one.changes for one in missed(questionnaire, people) if one.question == "risk.attitude"] == changes


def test_a_team_that_is_not_asked_about_a_task_is_not_asked_because_it_is_named() -> None:
    task = """
[[question]]
id = "ownership.named"
kind = "ownership"
title = "Named"
text = "Who does it?"
help = "Asked of two teams only."
scale = "owner"
depth = "core"
impact = "high"
reversible = "two-way"
documented = [{ owner = "customer", source = "page" }]
asked = ["endpoint", "operations"]
sources = ["page"]
"""
    questionnaire = small(task + criterion("stop", owner='{ task = "ownership.named" }'))
    named = {"endpoint": "network", "operations": "network"}
    assert missed(questionnaire, voices_to(questionnaire, "ownership.named", owner=named)) == []


def test_another_reason_why_an_owner_is_to_be_confirmed_changes_no_criterion() -> None:
    """Both tasks are given to Security, which has answered neither: an answer on one leaves the other as it is."""
    deploying = criterion("go", owner='{ task = "ownership.deploy" }')
    questionnaire = small(criterion("stop", owner=PAUSING) + deploying)
    given = {task: Answer(owner="security") for task in ("ownership.pause", "ownership.deploy")}
    people = [respond(team, given, questionnaire=questionnaire) for team in ("endpoint", "operations")]
    assert [(one.question, one.changes) for one in missed(questionnaire, people)] == [
        ("ownership.pause", (1,) * 7),
        ("ownership.deploy", (1,) * 7),
    ]


def test_of_two_facets_the_one_counts_on_which_more_hangs_whichever_is_asked_first() -> None:
    questionnaire = small(criterion("wide", when=when("apart", "far_apart", on="control.release")))
    unknown = {"security": "dont_know"}
    for needed, wanted, facet, changes in (
        (0, 1, Facet.NEEDED, 3),
        (1, 0, Facet.WANTED, 3),
        (0, 0, Facet.NEEDED, 3),
    ):
        said = voices_to(
            questionnaire,
            "control.release",
            needed={"endpoint": needed, **unknown},
            wanted={"endpoint": wanted, **unknown},
        )
        (found,) = missed(questionnaire, said)
        assert (found.facet, sum(found.changes)) == (facet, changes)


def test_one_team_that_names_the_unheard_is_enough_to_ask_it() -> None:
    people = voices_to(PAUSED, "ownership.pause", owner={"endpoint": "network", "security": "security"})
    assert [(one.team, one.is_heard) for one in missed(PAUSED, people)] == [("network", False)]


def test_a_team_that_nobody_names_and_that_has_not_been_heard_is_not_asked() -> None:
    people = voices_to(PAUSED, "ownership.pause", owner={"endpoint": "endpoint", "security": "security"})
    assert missed(PAUSED, people) == []


def test_of_several_facets_that_are_open_the_one_counts_on_which_most_hangs() -> None:
    questionnaire = small(criterion("blocked", when=when("blocker", on="control.release")))
    people = voices_to(
        questionnaire,
        "control.release",
        needed={"endpoint": 1, "security": "dont_know"},
        wanted={"endpoint": 1, "security": "dont_know"},
    )
    (found,) = missed(questionnaire, people)
    # Of 3 more control than is offered, 2 steps: needs of 4 and 5 block.
    assert (found.facet, found.changes) == (Facet.NEEDED, (0, 0, 0, 0, 1, 1))
    assert "about “Releasing” on control needed: its answer would change 0.3 criteria" in missing_sentence(
        compared(people, questionnaire), found
    )


def test_at_most_three_are_asked_those_first_on_whom_most_hangs_and_then_as_it_is_asked() -> None:
    questionnaire = small(
        criterion("stop", owner=PAUSING) + criterion("watch", threshold=SOAK) + criterion("hours", threshold=HOURS)
    )
    open_ = {"ownership.pause": "owner", "risk.hours_to_stop": "position", "risk.soak": "position"}
    people = [
        respond(
            team,
            {name: Answer.model_validate({facet: "dont_know"}) for name, facet in open_.items()},
            questionnaire=questionnaire,
        )
        for team in ("security", "operations")
    ]
    found = missed(questionnaire, people)
    # An owner changes "to be named" in five of seven options, a default in five of six.
    assert [(one.question, one.team, one.mean) for one in found] == [
        ("risk.hours_to_stop", "operations", Fraction(5, 6)),
        ("risk.hours_to_stop", "security", Fraction(5, 6)),
        ("risk.soak", "operations", Fraction(5, 6)),
    ]


def limits(**criteria: tuple[int, int]) -> Questionnaire:
    """By the name of a limit: how many criteria have their threshold from it, and their default."""
    tables = []
    for name, (number, default) in criteria.items():
        unit, comparison = "hours" if name == "hours_to_stop" else "days", "at_least" if name == "soak" else "at_most"
        threshold = (
            f'{{ question = "risk.{name}", default = {default}, unit = "{unit}", comparison = "{comparison}",'
            ' basis = "ours", sources = ["page"] }'
        )
        tables += [criterion(f"{name}_{at}", threshold=threshold, priority='"should"') for at in range(number)]
    return small("".join(tables))


def means_of(questionnaire: Questionnaire, **endpoint: int | str) -> list[tuple[str, Fraction]]:
    """On what Operations is missed most, which knows nothing, and how much, where Endpoint says this."""
    open_ = {f"risk.{name}": Answer(position="dont_know") for name in endpoint}
    said = {f"risk.{name}": Answer(position=place) for name, place in endpoint.items()}
    people = [respond("operations", open_, questionnaire=questionnaire), respond("endpoint", said)]
    found = missed(questionnaire, people)
    assert {one.team for one in found} == {"operations"}
    return [(one.question, one.mean) for one in found]


def test_what_could_change_most_is_not_taken_for_what_does() -> None:
    """On watching all five criteria could change, and do with one option of six; on stopping two, and do with five."""
    questionnaire = limits(soak=(5, 2), exposure=(3, 2), fleet=(3, 2), hours_to_stop=(2, 10))
    assert means_of(questionnaire, soak=4, exposure=0, fleet=0, hours_to_stop=0) == [
        ("risk.exposure", Fraction(5, 2)),
        ("risk.fleet", Fraction(5, 2)),
        ("risk.hours_to_stop", Fraction(5, 3)),
    ]


def test_of_what_would_change_as_much_comes_first_what_is_asked_first_though_less_could_change() -> None:
    """On stopping two criteria change with every option; for the fleet three could, and do with four of six."""
    questionnaire = limits(soak=(4, 2), exposure=(4, 2), fleet=(3, 2), hours_to_stop=(2, 10))
    nothing = "not_applicable"
    assert means_of(questionnaire, soak=nothing, exposure=nothing, fleet=1, hours_to_stop=nothing) == [
        ("risk.soak", Fraction(4)),
        ("risk.exposure", Fraction(4)),
        ("risk.hours_to_stop", Fraction(2)),
    ]


def test_the_order_of_the_files_is_irrelevant() -> None:
    people = voices_to(
        PAUSED, "ownership.pause", owner={"endpoint": "endpoint", "security": "dont_know", "operations": "dont_know"}
    )
    assert missed(PAUSED, people) == missed(PAUSED, people[::-1])


# Against comparing everything anew.
