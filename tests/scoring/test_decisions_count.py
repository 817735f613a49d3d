"""What the room decided takes the place of what the answers leave, and of nothing that was said."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from questionnaires import Response
from questionnaires.decisions import Decision, Objection
from questionnaires.words import FindingKind
from scoring import Comparison, Criterion, recommend
from scoring.comparison.ownership import OwnerOrigin
from scoring.comparison.thresholds import Origin
from scoring.criteria.counting import Counted, counts
from scoring.criteria.findings_now import excluded_now, findings_now
from scoring.criteria.room import RoomState, decided_elsewhere, otherwise, room_state
from scoring.firmness.missing import most_missed
from scoring.firmness.musts import firmness
from scoring.fragility.fragile import fragile_in
from scoring.wording.counting import computed_sentence
from scoring.wording.criteria import conflict_sentences, owner_sentence, threshold_sentence
from scoring.wording.decisions import decision_sentence, otherwise_sentence, outcome_words
from tests.given.builders import compared, criterion, small, voices
from tests.given.counted_criteria import share
from tests.given.decisions import decide, park, settled

STOP = criterion(
    "stop",
    threshold='{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most", '
    'basis = "ours", sources = ["page"] }',
    owner='{ task = "ownership.pause" }',
)
SOAK = criterion(
    "soak",
    threshold='{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least", basis = "ours", '
    'sources = ["page"] }',
)
OPEN = criterion(
    "open",
    threshold='{ question = "risk.exposure", default = 14, unit = "days", comparison = "at_most", basis = "ours", '
    'sources = ["page"] }',
)
OWNED = decide("aaaa", "ownership.pause", owner="operations", deputy="endpoint")
NEXT_YEAR = decide("aaaa", "future.approvals", facet="in_12_months", option=3, by=dt.date(2027, 11, 1))
TWELVE = decide("bbbb", "risk.hours_to_stop", value=Decimal(12))


def said() -> list[Response]:
    """Two teams that each claim a task, and are far apart on a limit."""
    return [
        *voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"}),
        *voices("risk.hours_to_stop", position={"endpoint": 0, "operations": 3}),
    ]


def asked(extra: str = STOP, responses: list[Response] | None = None) -> Comparison:
    return compared(said() if responses is None else responses, small(extra))


def only(comparison: Comparison) -> Criterion:
    (found,) = recommend(comparison)
    return found


# Owners and limits


def test_a_decided_owner_takes_the_place_of_the_contested_one() -> None:
    assert only(asked()).owner.origin is OwnerOrigin.TO_BE_AGREED
    owner = only(settled(asked(), OWNED)).owner
    assert (owner.keys, owner.named, owner.origin) == (("operations",), "Operations", OwnerOrigin.DECIDED)
    assert owner_sentence(settled(asked(), OWNED), owner) == (
        "Decided on 2026-11-27 by Anna Berg, for “Pausing”; the deputy is Endpoint."
    )


def test_where_nobody_stands_in_it_is_said_and_so_is_who_objected() -> None:
    alone = decide(
        "aaaa", "ownership.pause", owner="operations", objected_by=(Objection(team="security", reason="No."),)
    )
    comparison = settled(asked(), alone)
    says = owner_sentence(comparison, only(comparison).owner)
    assert says == "Decided on 2026-11-27 by Anna Berg, for “Pausing”; Security objected; no deputy is named."


def test_the_service_owns_a_task_but_no_criterion() -> None:
    extra = criterion("deploys", owner='{ task = "ownership.deploy" }')
    responses = voices("ownership.deploy", owner={"endpoint": "endpoint", "operations": "endpoint"})
    comparison = settled(asked(extra, responses), decide("aaaa", "ownership.deploy", owner="service"))
    assert only(comparison).owner.origin is OwnerOrigin.AGREED


@pytest.mark.parametrize(
    "decision",
    [park("aaaa", "ownership.pause"), OWNED.model_copy(update={"status": "proposed"})],
    ids=["parked", "proposed"],
)
def test_what_is_parked_or_only_proposed_names_no_owner(decision: Decision) -> None:
    assert only(settled(asked(), decision)).owner == only(asked()).owner


def test_a_decided_limit_takes_the_place_of_the_strictest_and_the_teams_values_stay_beside_it() -> None:
    assert (only(asked()).threshold.value, only(asked()).threshold.origin) == (Decimal(8), Origin.STRICTEST)
    comparison = settled(asked(), TWELVE)
    threshold = only(comparison).threshold
    assert (threshold.value, threshold.origin, threshold.far_apart) == (Decimal(12), Origin.DECIDED, False)
    assert only(comparison).statement == "Stopped within 12 hours."
    assert threshold_sentence(comparison, threshold) == (
        "Decided on 2026-11-27 by Anna Berg. The teams answered: Endpoint 3 days; Operations 8 hours."
    )


def test_where_a_limit_is_parked_its_sentence_says_where_to_look() -> None:
    far = [*voices("risk.hours_to_stop", position={"endpoint": 0, "operations": 4})]
    for comparison, where in (
        (asked(responses=far), "the agenda"),
        (settled(asked(responses=far), park("aaaa", "risk.hours_to_stop")), "what is parked"),
    ):
        says = threshold_sentence(comparison, only(comparison).threshold)
        assert says.endswith(f"The teams are far apart on this: see {where}.")


def test_a_limit_is_decided_where_nobody_answered() -> None:
    comparison = settled(asked(responses=voices("risk.attitude", position={"endpoint": 1})), TWELVE)
    threshold = only(comparison).threshold
    assert (threshold.value, threshold.origin) == (Decimal(12), Origin.DECIDED)
    assert threshold_sentence(comparison, threshold) == "Decided on 2026-11-27 by Anna Berg."


# Contradictions


def limits(soak: int, exposure: int) -> list[Response]:
    """What two teams say together on two limits that must not cross."""
    teams = ("endpoint", "operations")
    return [
        *voices("risk.soak", position=dict.fromkeys(teams, soak)),
        *voices("risk.exposure", position=dict.fromkeys(teams, exposure)),
    ]


def test_a_decided_limit_that_leaves_no_room_for_another_is_a_conflict() -> None:
    comparison = asked(SOAK + OPEN, limits(1, 2))
    assert [one.conflict for one in recommend(comparison)] == [(), ()]
    comparison = settled(comparison, decide("aaaa", "risk.soak", option=5), decide("bbbb", "risk.exposure", option=4))
    assert [one.conflict for one in recommend(comparison)] == [("soak", "open")] * 2
    assert excluded_now(comparison) == {"risk.soak", "risk.exposure"}
    (says, *_) = conflict_sentences(comparison, recommend(comparison)[0])
    assert "14 days as decided" in says
    assert "3 days as decided" in says


def test_a_decided_limit_contradicts_one_that_the_teams_answered() -> None:
    comparison = settled(asked(SOAK + OPEN, limits(1, 3)), decide("aaaa", "risk.soak", option=5))
    assert [one.conflict for one in recommend(comparison)] == [("soak", "open")] * 2


def test_a_decision_on_one_limit_settles_the_other_where_nothing_else_called_for_a_talk() -> None:
    comparison = asked(SOAK + OPEN, limits(5, 3))
    alone = settled(comparison, decide("aaaa", "risk.soak", option=1))
    assert state(alone, "risk.exposure") is RoomState.SETTLED
    item = alone.question("risk.exposure")
    assert item is not None
    assert decided_elsewhere(alone, item, excluded_now(alone)) == ("risk.soak",)
    still = settled(comparison, decide("aaaa", "risk.soak", option=5))
    assert state(still, "risk.exposure") is RoomState.OPEN
    assert decided_elsewhere(still, item, excluded_now(still)) == ()


def test_a_limit_on_which_the_teams_are_apart_as_well_stays_open_when_the_other_is_decided() -> None:
    teams = {"endpoint": 3, "operations": 0}
    responses = [*voices("risk.soak", position=dict.fromkeys(teams, 5))]
    responses += voices("risk.exposure", position=teams)
    comparison = settled(asked(SOAK + OPEN, responses), decide("aaaa", "risk.soak", option=1))
    assert state(comparison, "risk.exposure") is RoomState.OPEN


def test_a_decided_limit_ends_a_contradiction_and_the_finding_stays_true() -> None:
    comparison = asked(SOAK + OPEN, limits(5, 5))
    assert [one.conflict for one in recommend(comparison)] == [("soak", "open")] * 2
    comparison = settled(comparison, decide("aaaa", "risk.soak", option=1))
    assert [one.conflict for one in recommend(comparison)] == [(), ()]
    item = comparison.question("risk.exposure")
    assert item is not None
    assert FindingKind.INFEASIBLE_TOGETHER in item.kinds
    assert FindingKind.INFEASIBLE_TOGETHER not in findings_now(comparison, item, excluded_now(comparison))


# What is counted


def counted(counting: str, responses: list[Response], *decisions: Decision) -> Counted:
    comparison = settled(compared(responses, small(share("one", f"computed = {{ {counting} }}"))), *decisions)
    (found,) = counts(comparison, recommend(comparison)).values()
    return found


COUNTS = [
    ('questions = ["ownership.pause"], with = ["agreed"]', said(), (OWNED,)),
    (
        'questions = ["ownership.pause"], without = ["contested", "orphan", "unknown"]',
        voices("ownership.pause", owner={"endpoint": "dont_know"}),
        (OWNED,),
    ),
    (
        'questions = ["risk.hours_to_stop"], without = ["far_apart", "no_common_position"]',
        voices("risk.hours_to_stop", position={"endpoint": 0, "operations": 4}),
        (TWELVE,),
    ),
    (
        'questions = ["risk.soak"], without = ["infeasible_together"]',
        limits(5, 5),
        (decide("aaaa", "risk.soak", option=1),),
    ),
    (
        'questions = ["readiness.licences"], without = ["prerequisite_split", "prerequisite_not_met"]',
        voices("readiness.licences", status={"endpoint": "met", "operations": "not_met"}),
        (decide("aaaa", "readiness.licences", status_="met"),),
    ),
    (
        'questions = ["future.approvals"], without = ["baseline_dispute"]',
        voices("future.approvals", today={"endpoint": 0, "operations": 4}),
        (decide("aaaa", "future.approvals", facet="today", option=2),),
    ),
    (
        'questions = ["future.approvals"], without = ["direction_dispute"]',
        voices(
            "future.approvals", today={"endpoint": 2, "operations": 2}, in_24_months={"endpoint": 0, "operations": 4}
        ),
        (decide("aaaa", "future.approvals", facet="in_24_months", option=4, by=dt.date(2028, 11, 1)),),
    ),
    (
        'questions = ["future.approvals"], without = ["pace_dispute"]',
        voices(
            "future.approvals", today={"endpoint": 1, "operations": 1}, in_24_months={"endpoint": 2, "operations": 5}
        ),
        (decide("aaaa", "future.approvals", facet="in_24_months", option=4, by=dt.date(2028, 11, 1)),),
    ),
    (
        'questions = ["future.approvals"], aligned = "in_12_months"',
        voices("future.approvals", in_12_months={"endpoint": 0, "operations": 4}),
        (decide("aaaa", "future.approvals", facet="in_12_months", option=4, by=dt.date(2027, 11, 1)),),
    ),
    (
        'questions = ["control.release"], without = ["blocker"]',
        voices("control.release", needed={"endpoint": 5, "operations": 1}),
        (decide("aaaa", "control.release", option=3, control="given_up"),),
    ),
]


@pytest.mark.parametrize(("counting", "responses", "decisions"), COUNTS, ids=[one[0][14:60] for one in COUNTS])
def test_what_the_tool_counts_itself_counts_decisions(
    counting: str, responses: list[Response], decisions: tuple[Decision, ...]
) -> None:
    question = decisions[0].question
    assert counted(counting, responses) == Counted((), (question,))
    assert counted(counting, responses, *decisions) == Counted((question,), (), (question,))


def test_a_prerequisite_that_was_decided_not_to_be_met_is_not_met() -> None:
    met = voices("readiness.licences", status={"endpoint": "met", "operations": "met"})
    decision = decide("aaaa", "readiness.licences", status_="partly")
    counting = 'questions = ["readiness.licences"], without = ["prerequisite_partly"]'
    assert counted(counting, met, decision) == Counted((), ("readiness.licences",))


def test_a_task_of_the_service_that_a_team_is_to_own_stays_on_the_wrong_side() -> None:
    responses = voices("ownership.deploy", owner={"endpoint": "service", "operations": "service"})
    counting = 'questions = ["ownership.deploy"], without = ["boundary_claimed"]'
    ours = decide("aaaa", "ownership.deploy", owner="operations")
    assert counted(counting, responses, ours) == Counted((), ("ownership.deploy",))
    theirs = decide("aaaa", "ownership.deploy", owner="service")
    assert counted(counting, responses, theirs).settled == ("ownership.deploy",)


def test_where_we_are_today_alone_settles_no_direction() -> None:
    responses = voices(
        "future.approvals", today={"endpoint": 2, "operations": 2}, in_24_months={"endpoint": 0, "operations": 4}
    )
    counting = 'questions = ["future.approvals"], without = ["direction_dispute"]'
    assert counted(counting, responses, decide("aaaa", "future.approvals", facet="today", option=2)).settled == ()


def test_a_stage_that_changes_nothing_of_what_is_counted_is_not_said_to_be_decided() -> None:
    responses = voices("future.approvals", today={"endpoint": 2, "operations": 2})
    found = counted(
        'questions = ["future.approvals"], without = ["direction_dispute"]',
        responses,
        decide("aaaa", "future.approvals", facet="today", option=2),
    )
    assert found == Counted(("future.approvals",), ())


def test_what_people_measure_is_still_counted_out_of_what_was_answered() -> None:
    guarded = share("guarded", 'counted = { questions = ["control.*"], with = ["blocker"] }')
    comparison = compared(voices("control.release", needed={"endpoint": 5, "operations": 1}), small(guarded))
    comparison = settled(comparison, decide("aaaa", "control.release", option=3, control="given_up"))
    (found,) = counts(comparison, recommend(comparison)).values()
    assert (found.settled, found.decided) == (("control.release",), ())


def test_how_many_were_decided_is_said_where_any_was() -> None:
    comparison = settled(asked(), OWNED)
    found = Counted(("ownership.pause", "ownership.deploy"), ("ownership.marked",), ("ownership.pause",))
    assert computed_sentence(comparison, found) == (
        "2 of 3, 1 of them decided in the room, computed from the answers of round 1; not yet: “Marking”."
    )


# What rests on single answers


def test_nothing_that_was_decided_hangs_on_a_single_answer() -> None:
    comparison = asked()
    found = fragile_in(comparison, recommend(comparison))
    assert {flip.question for flip in found.flips} == {"ownership.pause", "risk.hours_to_stop"}
    assert found.criteria
    decided = settled(comparison, OWNED, TWELVE)
    found = fragile_in(decided, recommend(decided))
    assert (found.flips, found.known, found.margins, found.criteria) == ({}, {}, {}, {})


def test_how_firm_a_must_is_says_nothing_of_what_was_decided() -> None:
    (before,) = firmness(asked(), recommend(asked())).values()
    assert (before.threshold, before.owner) != (None, None)
    decided = settled(asked(), OWNED, TWELVE)
    (after,) = firmness(decided, recommend(decided)).values()
    assert (after.threshold, after.owner, after.rests_on) == (None, None, ())


def test_nobody_is_asked_for_an_answer_that_changes_nothing_any_more() -> None:
    responses = [
        *voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "dont_know"}),
        *voices("risk.attitude", position={"operations": 1}),
    ]
    comparison = asked(responses=responses)
    missed = [(one.team, one.question) for one in most_missed(comparison, recommend(comparison))]
    assert ("operations", "ownership.pause") in missed
    decided = settled(comparison, OWNED)
    assert "ownership.pause" not in [one.question for one in most_missed(decided, recommend(decided))]


# Where a question stands


def state(comparison: Comparison, question: str) -> RoomState:
    item = comparison.question(question)
    assert item is not None
    return room_state(comparison, item, excluded_now(comparison))


def test_a_question_is_open_until_it_is_decided_or_parked() -> None:
    comparison = asked()
    assert state(comparison, "ownership.pause") is RoomState.OPEN
    assert state(settled(comparison, OWNED), "ownership.pause") is RoomState.SETTLED
    assert state(settled(comparison, park("aaaa", "ownership.pause")), "ownership.pause") is RoomState.PARKED
    proposed = OWNED.model_copy(update={"status": "proposed"})
    assert state(settled(comparison, proposed), "ownership.pause") is RoomState.OPEN


def test_decided_limits_that_exclude_each_other_are_open() -> None:
    comparison = settled(asked(SOAK + OPEN, limits(1, 3)), decide("aaaa", "risk.soak", option=5))
    assert state(comparison, "risk.soak") is RoomState.OPEN


def test_a_shift_is_settled_when_every_stage_is_on_which_the_teams_are_apart() -> None:
    responses = voices(
        "future.approvals",
        today={"endpoint": 0, "operations": 3},
        in_12_months={"endpoint": 3, "operations": 3},
        in_24_months={"endpoint": 1, "operations": 5},
    )
    today = decide("aaaa", "future.approvals", facet="today", option=1)
    later = decide("bbbb", "future.approvals", facet="in_24_months", option=4, by=dt.date(2028, 11, 1))
    assert state(settled(asked(responses=responses), today), "future.approvals") is RoomState.OPEN
    assert state(settled(asked(responses=responses), today, later), "future.approvals") is RoomState.SETTLED


# A later round


def later(question: str, decision: Decision, **facets: dict[str, int | str]) -> str:
    """What the second round says of a decision of the first."""
    comparison = compared(voices(question, **facets))
    comparison = settled(Comparison(**{**vars(comparison), "round": 2}), decision)
    found = otherwise(comparison, comparison.settled.decisions[0])
    return "" if found is None else otherwise_sentence(comparison, decision, found)


def test_a_later_round_that_answers_otherwise_says_who_and_how_many() -> None:
    owners: dict[str, int | str] = {"endpoint": "endpoint", "operations": "operations", "security": "security"}
    assert later("ownership.pause", OWNED, owner=owners) == (
        "Decided on 2026-11-27; in round 2, 2 of 3 teams now answer otherwise: Endpoint and Security."
    )
    assert later("ownership.pause", OWNED, owner={"endpoint": "endpoint"}) == (
        "Decided on 2026-11-27; in round 2, the one team that answered now answers otherwise: Endpoint."
    )
    assert later("ownership.pause", OWNED, owner={"endpoint": "operations"}) == ""
    assert later("ownership.pause", OWNED, owner={"endpoint": "dont_know"}) == ""


@pytest.mark.parametrize(
    ("as_before", "says"),
    [
        (("endpoint", "security"), "2 of 3 teams answer otherwise, as they did before: Endpoint and Security."),
        (("security",), "2 of 3 teams answer otherwise: Endpoint and Security; Security as before."),
        (("operations",), "2 of 3 teams now answer otherwise: Endpoint and Security."),
    ],
)
def test_teams_that_only_repeat_what_they_said_before_are_told_from_those_that_turned(
    as_before: tuple[str, ...], says: str
) -> None:
    owners: dict[str, int | str] = {team: team for team in ("endpoint", "operations", "security")}
    (scale,) = [one for one in small().scales if one.id == small().question_by_id["ownership.pause"].scale]
    places = {team: scale.index(team) for team in as_before}
    before = {team: tuple(int(at == place) for at in range(len(scale.options))) for team, place in places.items()}
    decided = OWNED.model_copy(update={"before": before})
    assert later("ownership.pause", decided, owner=owners) == f"Decided on 2026-11-27; in round 2, {says}"


def test_a_team_beside_a_limit_between_two_options_does_not_answer_otherwise() -> None:
    says = later("risk.hours_to_stop", TWELVE, position={"endpoint": 2, "operations": 3, "security": 1, "network": 4})
    assert says == "Decided on 2026-11-27; in round 2, 2 of 4 teams now answer otherwise: Security and Network."
    exact = decide("bbbb", "risk.soak", value=Decimal(5))
    assert later("risk.soak", exact, position={"endpoint": 3, "operations": 4}).endswith("otherwise: Operations.")


def test_the_round_that_was_talked_about_says_nothing_of_its_decisions() -> None:
    comparison = settled(asked(), OWNED)
    assert otherwise(comparison, comparison.settled.decisions[0]) is None


# Words


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (OWNED, "Operations, deputy Endpoint"),
        (TWELVE, "12 hours"),
        (decide("aaaa", "risk.soak", option=4), "7 days"),
        (NEXT_YEAR, "in 12 months: Three, by 2027-11-01"),
        (decide("aaaa", "control.release", option=3, control="kept"), "Three (this level is kept)"),
        (decide("aaaa", "control.release", option=2, control="given_up"), "Two (the rest was given up)"),
        (decide("aaaa", "readiness.licences", status_="partly"), "Partly met"),
        (park("aaaa", "ownership.pause"), "parked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_outcome_is_told_in_a_few_words(decision: Decision, words: str) -> None:
    assert outcome_words(small(), decision) == words


def test_a_decision_is_told_with_why_and_who_objected() -> None:
    whole = decide(
        "aaaa",
        "control.release",
        option=5,
        control="covered",
        safeguard="A board looks.",
        tested_by="security",
        because="We must!",
        objected_by=(Objection(team="network", reason="Too slow."), Objection(team="endpoint", reason="no rota")),
    )
    assert decision_sentence(small(), whole) == (
        "Decided on 2026-11-27 by Anna Berg: Five (covered by another safeguard): A board looks, to be tested by "
        "Security. Why: We must! Network objected: Too slow. Endpoint objected: no rota."
    )
    silent = decide(
        "aaaa",
        "ownership.pause",
        owner="operations",
        objected_by=(Objection(team="security"), Objection(team="endpoint", reason="No."), Objection(team="network")),
    )
    assert decision_sentence(small(), silent).endswith(
        ": Operations. Endpoint objected: No. Security and Network objected, without a reason given."
    )
    assert decision_sentence(small(), park("aaaa", "ownership.pause")) == (
        "Parked on 2026-11-27: Look at the rota – Ben, by 2027-05-27."
    )
