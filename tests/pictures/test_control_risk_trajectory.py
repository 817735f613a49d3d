"""What each picture of a question shows of answers that are counted by hand."""

from __future__ import annotations

import pytest

from maturity.pictures.control import control
from maturity.pictures.of_question import of_question
from maturity.pictures.operating_model import trajectory
from maturity.pictures.risk import risk, risks
from maturity.pictures.shapes import Chart, Lane, Matrix, SpanKind
from maturity.results.questions import DefaultResults
from questionnaires.words import DefaultBasis, Kind
from tests.given.builders import Voices, criterion, small, voices, voices_to
from tests.given.pictures import results_of

Shown = list[tuple[str, float]]


def made(question: str, **facets: Voices) -> Chart:
    """The picture of a question of the small questionnaire."""
    results = results_of(voices(question, **facets))
    picture = of_question(results, results.question_by_id[question])
    assert isinstance(picture, Chart)
    return picture


def lane_of(picture: Chart, team: str) -> Lane:
    (found,) = (lane for lane in picture.lanes if lane.id.endswith(f":{team}"))
    return found


def marks(lane: Lane) -> Shown:
    return [(mark.sign, mark.place) for mark in lane.marks]


def spans(lane: Lane) -> list[tuple[SpanKind, float, float, str]]:
    return [(span.kind, span.start, span.end, span.sign) for span in lane.spans]


def test_need_and_want_stand_at_their_steps_tied_by_a_line_over_what_is_offered() -> None:
    picture = made("control.release", needed={"endpoint": 4, "security": 2}, wanted={"endpoint": 2, "security": 2})
    endpoint, security, service = (lane_of(picture, name) for name in ("endpoint", "security", "offered"))
    assert (marks(endpoint), marks(security)) == ([("N", 4), ("w", 2)], [("◆", 2)])
    assert spans(endpoint) == [(SpanKind.ZONE, 0, 3, ""), (SpanKind.LINE, 2, 4, "")]
    assert (marks(service), spans(service)) == ([("△", 1)], [(SpanKind.ZONE, 0, 3, "")])
    assert (endpoint.label, endpoint.after) == ("END Endpoint", "blocker: needs more than offered")
    assert "Endpoint, blocker: needs more than offered" in picture.says
    assert "the service offers by default 1 “One”, at most 3 “Three”" in picture.says


def test_the_basis_of_a_high_need_stands_behind_its_team() -> None:
    picture = made("control.release", needed={"endpoint": 4}, wanted={"endpoint": 4}, basis={"endpoint": "law"})
    assert lane_of(picture, "endpoint").after == "blocker: needs more than offered; by law"
    assert picture.sheet.rows[0][-1] == "by law"


def test_an_offer_that_nobody_knows_is_said_to_be_unknown_and_draws_no_zone() -> None:
    picture = made("control.unclear", needed={"endpoint": 4}, wanted={"endpoint": 1})
    assert lane_of(picture, "offered").after == "not known what is offered"
    assert not any(span.kind is SpanKind.ZONE for lane in picture.lanes for span in lane.spans)
    assert "what the service offers is not known" in picture.says
    assert lane_of(picture, "endpoint").after == "wants less than it needs"


def test_a_team_that_is_torn_has_a_range_and_no_mark_and_its_verdict_is_of_its_middle() -> None:
    picture = made("control.release", needed={"endpoint": [0, 5, 5]}, wanted={"endpoint": [2, 2, 2]})
    endpoint = lane_of(picture, "endpoint")
    assert marks(endpoint) == [("w", 2)]
    assert (SpanKind.RANGE, 0, 5, "N") in spans(endpoint)
    assert endpoint.after == "blocker: needs more than offered, in the middle"
    assert "Endpoint needs anything from 0 “Zero” to 5 “Five”" in picture.says
    assert any(key.sign == "┄" for key in picture.legend)


@pytest.mark.parametrize(
    ("question", "facets"),
    [
        ("control.release", {"needed": {"endpoint": [1, 2], "security": "dont_know"}, "wanted": {"endpoint": [1]}}),
        ("risk.attitude", {"position": {"endpoint": [1, 2], "security": "dont_know"}}),
        ("future.approvals", {"today": {"endpoint": [1, 2]}, "in_24_months": {"security": "dont_know"}}),
    ],
)
def test_what_is_shown_is_described_with_the_teams_and_people_behind_it(
    question: str, facets: dict[str, Voices]
) -> None:
    assert made(question, **facets).says.startswith("1 of 2 teams, 2 people; Endpoint")


def test_the_steps_of_the_ladder_are_words_in_the_legend_once() -> None:
    picture = made("control.release", needed={"endpoint": 4}, wanted={"endpoint": 1})
    words = [(key.sign, key.says) for key in picture.legend]
    assert words[-6:] == list(zip("012345", ["Zero", "One", "Two", "Three", "Four", "Five"], strict=True))
    assert len(set(words)) == len(words)


def test_a_team_without_an_answer_says_why_it_has_no_mark() -> None:
    picture = made("control.release", needed={"endpoint": 1, "security": "dont_know"}, wanted={"endpoint": 1})
    assert (marks(lane_of(picture, "security")), lane_of(picture, "security").after) == ([], "don't know")


def test_every_team_stands_on_the_strip_of_a_limit_by_its_code() -> None:
    picture = made("risk.hours_to_stop", position={"endpoint": 1, "operations": 1, "security": 5, "network": [2, 3]})
    assert marks(lane_of(picture, "teams")) == [("END", 1), ("OPE", 1), ("SEC", 5), ("NET", 2.5)]
    assert [tick.label for tick in picture.axis.ticks] == ["72", "48", "24", "8", "4", "1"]
    assert (picture.axis.low_says, picture.axis.high_says) == ("3 days, loosest", "1 hour, strictest")
    assert lane_of(picture, "teams").after == "4 of 4 teams"
    assert "Network: between 1 day and 8 hours" in picture.says


def test_the_documented_limit_is_a_mark_and_what_it_leaves_a_zone() -> None:
    picture = made("risk.hours_to_stop", position={"endpoint": 1})
    assert marks(lane_of(picture, "limit")) == [("▲", 3)]
    assert spans(lane_of(picture, "teams")) == [(SpanKind.ZONE, 0, 3, "")]
    assert ("Documented limit", "8 hours") in picture.sheet.rows


def test_a_default_is_marked_where_its_value_lies_between_the_options() -> None:
    rule = criterion(
        "stop",
        threshold='{ question = "risk.hours_to_stop", default = 36, unit = "hours", comparison = "at_most", '
        'basis = "documented", sources = ["page"] }',
    )
    asked = small(rule)
    results = results_of(voices_to(asked, "risk.hours_to_stop", position={"endpoint": 1}), asked)
    item = results.question_by_id["risk.hours_to_stop"]
    assert item.default == (DefaultResults(value=36, basis=DefaultBasis.DOCUMENTED),)
    lane = lane_of(risk(results, item), "default")
    assert (marks(lane), lane.after) == ([("△", 1.5)], "36 hours")


def test_a_torn_team_lies_on_the_strip_between_its_ends() -> None:
    picture = made("risk.hours_to_stop", position={"endpoint": [0, 4], "security": 1})
    assert marks(lane_of(picture, "teams")) == [("SEC", 1)]
    assert (SpanKind.RANGE, 0, 4, "END") in spans(lane_of(picture, "teams"))
    assert "Endpoint says anything from 3 days to 4 hours" in picture.says


def test_an_attitude_has_its_ends_in_words_and_no_strict_one() -> None:
    picture = made("risk.attitude", position={"endpoint": 0, "security": 4})
    assert (picture.axis.low_says, picture.axis.high_says) == ("Zero", "Five")
    assert [tick.label for tick in picture.axis.ticks] == list("012345")


def test_limits_that_exclude_each_other_are_named_and_drawn_together_in_their_unit() -> None:
    people = [
        *voices("risk.soak", position={"endpoint": 5, "security": 1}),
        *voices("risk.exposure", position={"endpoint": 1, "security": 3}),
    ]
    results = results_of(people)
    soak = risk(results, results.question_by_id["risk.soak"])
    assert [lane.label for lane in soak.lanes if lane.is_heading] == ["Cannot hold together with “Days open”"]
    (together,) = (picture for picture in risks(results) if picture.id.startswith("tied"))
    days = {lane.label: marks(lane) for lane in together.lanes if not lane.is_heading}
    assert days == {"Days of watching": [("END", 14), ("SEC", 1)], "Days open": [("END", 30), ("SEC", 7)]}
    assert (together.axis.low, together.axis.high, together.axis.high_says) == (0, 60, "60 days")


def test_a_path_runs_from_today_to_the_targets_and_what_stays_shares_a_mark() -> None:
    picture = made(
        "future.approvals",
        today={"endpoint": 1, "security": 1},
        in_12_months={"endpoint": 2, "security": 4},
        in_24_months={"endpoint": 2, "security": 5},
    )
    assert marks(lane_of(picture, "endpoint")) == [("○", 1), ("◐●", 2)]
    assert marks(lane_of(picture, "security")) == [("○", 1), ("◐", 4), ("●", 5)]
    assert spans(lane_of(picture, "security")) == [(SpanKind.LINE, 1, 5, "")]
    assert [lane.label for lane in picture.lanes if lane.is_heading] == ["Disputed: the pace"]


@pytest.mark.parametrize(
    ("today", "later", "disputed"),
    [
        ({"endpoint": 0, "security": 3}, {"endpoint": 3, "security": 5}, "Disputed: where we are today"),
        ({"endpoint": 2, "security": 2}, {"endpoint": 4, "security": 1}, "Disputed: the direction"),
        ({"endpoint": 0, "security": 3}, {"endpoint": 5, "security": 5}, "Disputed: where we are today and the pace"),
    ],
)
def test_what_a_dispute_is_about_stands_above_the_teams(today: Voices, later: Voices, disputed: str) -> None:
    picture = made("future.approvals", today=today, in_24_months=later)
    assert [lane.label for lane in picture.lanes if lane.is_heading] == [disputed]


def test_a_target_that_goes_backwards_is_named_behind_its_team() -> None:
    picture = made(
        "future.approvals", today={"endpoint": 4}, in_12_months={"endpoint": 2}, in_24_months={"endpoint": 3}
    )
    assert lane_of(picture, "endpoint").after == "a target goes backwards"
    assert picture.sheet.rows[0][-1] == "a target goes backwards"


def test_a_moment_on_which_a_team_is_torn_is_a_range_with_the_sign_of_the_moment() -> None:
    picture = made("future.approvals", today={"endpoint": [0, 4]}, in_24_months={"endpoint": [5, 5]})
    assert marks(lane_of(picture, "endpoint")) == [("●", 5)]
    assert spans(lane_of(picture, "endpoint")) == [(SpanKind.RANGE, 0, 4, "○")]


def test_options_without_an_order_are_counted_by_team() -> None:
    results = results_of(
        voices("ownership.pause", owner={"endpoint": ["endpoint", "service"], "security": "dont_know"})
    )
    picture = of_question(results, results.question_by_id["ownership.pause"])
    assert isinstance(picture, Matrix)
    assert [head.code for head in picture.heads] == ["END", "SEC"]
    assert {row.label: [square.sign for square in row.squares] for row in picture.rows} == {
        "Endpoint": ["1", "·"],
        "The service": ["1", "·"],
        "Don't know": ["·", "1"],
    }
    assert picture.says == "Endpoint: Endpoint (1), The service (1); Security: don't know (1)."


@pytest.mark.parametrize(
    ("question", "facets", "why"),
    [
        ("control.release", {"needed": {"endpoint": "dont_know"}, "wanted": {"endpoint": "dont_know"}}, "don't know"),
        ("risk.attitude", {"position": {"endpoint": "not_applicable"}}, "does not apply"),
        ("future.approvals", {"today": {"endpoint": "dont_know"}}, "don't know"),
        ("readiness.licences", {"status": {"endpoint": "not_applicable"}}, "does not apply"),
    ],
)
def test_a_picture_of_nothing_says_why_it_is_empty(question: str, facets: dict[str, Voices], why: str) -> None:
    results = results_of(voices(question, **facets))
    picture = of_question(results, results.question_by_id[question])
    assert not (picture.lanes if isinstance(picture, Chart) else picture.rows)
    assert picture.says == f"Nobody chose an option, so there is nothing to draw: Endpoint, {why}."
    assert picture.legend == ()
    assert len(picture.sheet.rows) >= 1


def test_every_kind_of_question_has_a_picture() -> None:
    results = results_of(voices("risk.attitude", position={"endpoint": 1}))
    assert {item.kind for item in results.question} >= {Kind.CONTROL, Kind.TRAJECTORY, Kind.OWNERSHIP}
    assert all(of_question(results, item).title == item.title for item in results.question)
    unanswered = [control(results, results.question_by_id["control.release"])]
    unanswered += [trajectory(results, results.question_by_id["future.approvals"])]
    assert {(picture.lanes, picture.says) for picture in unanswered} == {
        ((), "Nobody has answered it yet, so there is nothing to draw.")
    }
