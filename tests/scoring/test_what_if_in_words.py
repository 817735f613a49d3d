"""What would follow, in sentences: what changes as it is and as it would be, and nothing that stays."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from questionnaires.decisions import Decision, Outcome
from questionnaires.words import Facet
from scoring import recommend
from scoring.comparison.thresholds import Origin
from scoring.decisions.settled import settled_by
from scoring.whatif.supposing import Supposing
from scoring.wording.whatif import _ORIGINS, Difference, differences
from tests.given.builders import Voices, compared, criterion, small, voices_to
from tests.given.counted_criteria import share
from tests.given.decided import decided, parked
from tests.given.every_kind_of_criterion import CONTRADICTION, HOURS, PAUSING, when

DAYS = (
    '{{ question = "risk.{}", default = {}, unit = "days", comparison = "at_most", basis = "ours",'
    ' sources = ["page"] }}'
)
COUNTING = 'computed = { questions = ["ownership.*"], with = ["agreed"] }'


def titled(title: str, written: str) -> str:
    """A criterion as TOML with another title."""
    return written.replace('title = "A criterion"', f'title = "{title}"')


QUESTIONNAIRE = small(
    titled("Hours to stop a rollout", criterion("stop", threshold=HOURS, owner=PAUSING))
    + titled("A drill", criterion("drill", owner=PAUSING))
    + titled("A way out", criterion("blocked", when=when("blocker", on="control.*")))
    + criterion("fast", threshold=DAYS.format("fleet", 14), priority='"should"')
    + criterion("shut", threshold=DAYS.format("exposure", 30))
    + titled("Each task has one owner", share("owned", COUNTING))
    + CONTRADICTION
)
Answers = Mapping[str, Voices]


def said(question: str, answers: Answers, facet: Facet, move: dict[str, int], *before: Decision) -> list[str]:
    """What would follow if teams said something else, or if the decision in `move` were taken."""
    return [one.says for one in following(question, answers, facet, move, *before)]


def following(
    question: str,
    answers: Answers,
    facet: Facet,
    move: dict[str, int],
    *before: Decision,
    entry: Decision | None = None,
) -> tuple[Difference, ...]:
    comparison = compared(voices_to(QUESTIONNAIRE, question, **answers), QUESTIONNAIRE)
    comparison = comparison.with_settled(settled_by(QUESTIONNAIRE, before))
    supposing = Supposing(comparison, recommend(comparison))
    about = question if entry is None else entry.question
    return differences(comparison, supposing.supposed(about, facet, move, *([entry] if entry else [])))


STOPPING = {"position": {"endpoint": 0, "operations": 3}}


def test_a_limit_is_said_as_it_is_and_as_it_would_be() -> None:
    assert said("risk.hours_to_stop", STOPPING, Facet.POSITION, {"operations": 2}) == [
        "Gap: 3 steps, apart → 2 steps, close",
        "On the agenda: class B → class C",
        "Hours to stop a rollout: 8 hours → 24 hours",
    ]


def test_a_limit_that_would_come_about_otherwise_says_how() -> None:
    assert said("risk.hours_to_stop", STOPPING, Facet.POSITION, {"endpoint": 3})[-1] == (
        "Hours to stop a rollout: 8 hours, the strictest → 8 hours, agreed"
    )


@pytest.mark.parametrize("origin", Origin)
def test_every_way_in_which_a_limit_comes_about_has_its_words(origin: Origin) -> None:
    assert _ORIGINS[origin]


def test_what_stays_is_said_of_the_question_itself_and_of_nothing_else() -> None:
    assert said("risk.hours_to_stop", STOPPING, Facet.POSITION, {"operations": 3}) == ["Gap: 3 steps, apart, as now"]


def test_the_owner_of_several_criteria_is_said_once_with_their_number() -> None:
    named: Answers = {"owner": {"endpoint": "endpoint", "operations": "operations"}}
    assert said("ownership.pause", named, Facet.OWNER, {"operations": 0}) == [
        "Found: contested → agreed",
        "On the agenda: class A → to be confirmed",
        "Owner of 2 criteria: to be agreed: Endpoint or Operations → Endpoint",
        "Each task has one owner: 0 of 4 settled → 1 of 4 settled",
    ]


def test_a_decided_owner_changes_the_criteria_and_not_what_was_found() -> None:
    entry = decided("ownership.pause", Facet.OWNER, Outcome(owner="operations"))
    found = following("ownership.pause", NAMED, Facet.OWNER, {}, entry=entry)
    assert [one.says for one in found] == [
        "Found: contested, as now",
        "In the room: open → settled",
        "Owner of 2 criteria: to be agreed: Endpoint or Operations → Operations",
        "Each task has one owner: 0 of 4 settled → 1 of 4 settled",
    ]


NAMED: Answers = {"owner": {"endpoint": "endpoint", "operations": "operations"}}


def test_what_nobody_was_asked_can_be_decided_all_the_same() -> None:
    entry = decided("ownership.pause", Facet.OWNER, Outcome(owner="operations"))
    found = following("risk.attitude", {"position": {"endpoint": 1}}, Facet.POSITION, {}, entry=entry)
    assert "Owner of 2 criteria: to be named → Operations" in [one.says for one in found]


def test_what_was_parked_would_be_settled() -> None:
    entry = decided("ownership.pause", Facet.OWNER, Outcome(owner="operations"))
    found = following("ownership.pause", NAMED, Facet.OWNER, {}, parked("ownership.pause", Facet.OWNER), entry=entry)
    assert Difference("In the room", "parked", "settled") in found


def test_a_criterion_that_would_come_or_go_is_named_and_so_are_the_musts() -> None:
    needs: Answers = {"needed": {"endpoint": 2, "operations": 2}}
    found = said("control.release", needs, Facet.NEEDED, {"endpoint": 5})
    assert "A way out: not recommended → recommended" in found
    assert "Musts of all gates: 4 → 5" in found


def test_limits_that_would_exclude_each_other_are_named_and_no_must_is_left_of_them() -> None:
    waits: Answers = {"position": {"endpoint": 0, "operations": 0}}
    found = said("risk.exposure", waits, Facet.POSITION, {"endpoint": 5})
    assert "Limits on “Days for the fleet” and “Days open”: hold together → exclude each other" in found
    assert "Musts of all gates: 4 → 3" in found


def test_that_limits_of_the_question_exclude_each_other_is_said_as_long_as_it_stays_so() -> None:
    waits: Answers = {"position": {"endpoint": 5}}
    found = said("risk.exposure", waits, Facet.POSITION, {"endpoint": 5})
    assert "Limits on “Days for the fleet” and “Days open”: exclude each other, as now" in found


@pytest.mark.parametrize(
    ("difference", "says"),
    [
        (Difference("Musts", "3", "4"), "Musts: 3 → 4"),
        (Difference("Gap", "2 steps, close", "2 steps, close"), "Gap: 2 steps, close, as now"),
    ],
)
def test_a_difference_is_a_line(difference: Difference, says: str) -> None:
    assert difference.says == says
