"""What a team may want to prepare, by its own answers, one sentence for each kind of finding."""

from __future__ import annotations

import pytest

from maturity.app.screens.profile import ProfileScreen
from maturity.reports.profile import profile_text
from maturity.results.profile import profile_of, profile_results
from questionnaires import Answer
from questionnaires.words import FindingKind
from scoring import tally
from scoring.comparison.catalogue import TO_PREPARE
from scoring.wording.preparing import _PREPARE
from tests.given.builders import respond, small

Answers = dict[str, Answer]


def said(*people: Answers) -> str:
    """The profile of some people of one team, as running text."""
    responses = [respond("endpoint", answers, respondent=f"endp{place}") for place, answers in enumerate(people)]
    profile = profile_results(small(), tally(small(), responses), "endpoint", 1)
    return " ".join(profile_text(profile).split())


def test_every_finding_that_a_team_can_work_on_alone_has_its_sentence() -> None:
    assert set(_PREPARE) == set(TO_PREPARE) <= set(FindingKind)


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        pytest.param(
            [{"control.release": Answer(needed=5, wanted=5)}],
            "Be ready to say why 3 “Three” would not do: it is the most that the service offers, at this price: ",
            id="blocker",
        ),
        pytest.param(
            [{"control.release": Answer(needed=1, wanted=3)}],
            "Be ready to say what 3 “Three” would add to the 1 “One” that you need",
            id="comfort",
        ),
        pytest.param(
            [{"control.release": Answer(needed=3, wanted=1)}],
            "Be ready to say who carries what 1 “One” leaves open of the 3 “Three” that you need.",
            id="exposed",
        ),
        pytest.param(
            [{"control.release": Answer(needed=0, wanted=0)}, {"control.release": Answer(needed=5, wanted=5)}],
            "Settle among yourselves on what is needed what you say as a team",
            id="no common position",
        ),
        pytest.param(
            [{"control.release": Answer(needed=0, wanted=5)}, {"control.release": Answer(needed=5, wanted=5)}],
            "Be ready to say what more control than you need would add",
            id="torn",
        ),
        pytest.param(
            [{"readiness.licences": Answer(status="partly")}],
            "Be ready to say which part is missing, and until when it will be there.",
            id="partly met",
        ),
        pytest.param(
            [{"readiness.licences": Answer(status="met")}, {"readiness.licences": Answer(status="not_met")}],
            "Look together at what is in place: some of you say met, some not met.",
            id="split",
        ),
    ],
)
def test_a_finding_is_told_as_what_to_prepare(people: list[Answers], sentence: str) -> None:
    assert sentence in said(*people)


def test_a_high_need_says_what_it_rests_on_or_that_nobody_says() -> None:
    assert "the need rests on law" in said({"control.release": Answer(needed=5, basis="law")})
    assert "no basis is given" in said({"control.release": Answer(needed=4)})
    low = said({"control.release": Answer(needed=3)})
    assert "basis" not in low
    assert "rests on" not in low


def test_a_team_without_a_common_position_is_shown_by_its_range_and_by_no_median() -> None:
    torn = said({"control.release": Answer(needed=0)}, {"control.release": Answer(needed=5)})
    assert "needed between 0 and 5 (2 answers, no common position)" in torn


def test_where_nothing_stands_out_the_profile_says_so() -> None:
    assert "Nothing stands out." in said({"control.release": Answer(needed=2, wanted=2)})


def test_what_is_offered_is_said_only_of_what_has_been_answered() -> None:
    """It would answer for the team otherwise; that somebody does not know is an answer."""
    assert "offered" not in said({"risk.soak": Answer(position=1)})
    assert "Releasing: no answer yet" in said({"risk.soak": Answer(position=1)})
    assert "offered at most 3" in said({"control.release": Answer(needed="dont_know", wanted="dont_know")})


def test_what_does_not_apply_is_said_of_tasks_as_well() -> None:
    nobody = {name: Answer(owner="not_applicable") for name in ("ownership.pause", "ownership.deploy")}
    assert "Does not apply (2): Pausing; Deploying" in said(nobody)
    assert "Does not apply" not in said({"ownership.pause": Answer(owner="endpoint")})


def test_the_screen_says_what_does_not_apply_and_draws_no_empty_track() -> None:
    person = respond("endpoint", {"control.release": Answer(needed="not_applicable", wanted="not_applicable")})
    lines = [str(line) for line, _ in ProfileScreen(profile_of(small(), person)).rows()]
    assert any(line.split() == ["Releasing", "does", "not", "apply"] for line in lines)
