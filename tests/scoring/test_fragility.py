"""Which finding one answer would end, worked out by hand."""

from __future__ import annotations

from questionnaires import Choice, Response
from questionnaires.words import Facet, FindingKind
from scoring.fragility.changes import Change
from scoring.fragility.findings import Flip, fragility
from tests.given.builders import Voices, compared, voices

F = FindingKind


def flips(responses: list[Response]) -> dict[FindingKind, Flip]:
    """By kind of finding, the answer that would end it."""
    return {finding.kind: flip for finding, flip in fragility(compared(responses)).items()}


def on_attitude(**position: Choice | list[Choice]) -> dict[FindingKind, Flip]:
    return flips(voices("risk.attitude", position=position))


def on_pausing(**owner: Choice | list[Choice]) -> dict[FindingKind, Flip]:
    return flips(voices("ownership.pause", owner=owner))


def on_releasing(needed: Voices, wanted: Voices) -> dict[FindingKind, Flip]:
    return flips(voices("control.release", needed=needed, wanted=wanted))


def attitude(team: str, before: int, after: int, answers: int = 1) -> Change:
    return Change("risk.attitude", Facet.POSITION, team, before, after, answers)


def pausing(team: str, before: int, after: int, answers: int = 1) -> Change:
    """0 is Endpoint, 1 Operations, 2 Security, 5 the service, 6 nobody."""
    return Change("ownership.pause", Facet.OWNER, team, before, after, answers)


def test_two_single_voices_three_points_apart_are_one_step_from_close() -> None:
    assert on_attitude(endpoint=1, security=4)[F.APART] == Flip(attitude("endpoint", 1, 2), F.CLOSE, also=("security",))


def test_two_camps_three_points_apart_stay_two_camps_after_one_step() -> None:
    """One step leaves two points between them, which still is a cut."""
    assert F.TWO_CAMPS not in on_attitude(endpoint=1, security=4)


def test_a_change_for_the_calmer_is_named_before_an_earlier_one_for_the_worse() -> None:
    """Endpoint going from 1 to 0 would make it apart, and comes first; from 1 to 2 makes it aligned."""
    assert on_attitude(endpoint=1, security=3)[F.CLOSE] == Flip(
        attitude("endpoint", 1, 2), F.ALIGNED, also=("security",)
    )


def test_where_nothing_calmer_follows_the_change_for_the_worse_is_named() -> None:
    assert on_attitude(endpoint=1, security=2)[F.ALIGNED] == Flip(
        attitude("endpoint", 1, 0), F.CLOSE, also=("security",)
    )


def test_a_team_of_which_one_answer_changes_nothing_is_not_named_beside() -> None:
    found = on_attitude(endpoint=1, security=[4, 4, 4])
    assert found[F.APART] == Flip(attitude("endpoint", 1, 2), F.CLOSE)


def test_a_team_that_is_torn_makes_nothing_calmer() -> None:
    """2 going to 1 tears Endpoint, and comes first; Security going to 2 makes it aligned."""
    found = on_attitude(endpoint=[2, 4], security=1)
    assert found[F.CLOSE] == Flip(attitude("security", 1, 2), F.ALIGNED)


def test_teams_whose_median_does_not_move_are_not_fragile() -> None:
    assert on_attitude(endpoint=[1, 1, 1], security=[4, 4, 4]) == {}


def test_in_a_team_of_three_the_middle_answer_alone_moves_the_median() -> None:
    found = on_attitude(endpoint=[0, 1, 1], security=[4, 4, 4])
    assert found == {F.APART: Flip(attitude("endpoint", 1, 0, answers=3), F.FAR_APART)}


def test_a_team_at_a_spread_of_one_point_is_torn_by_one_answer() -> None:
    """2 and 4 are one point from their median; 1 and 4 are one and a half, and nobody is left to compare with."""
    torn = attitude("endpoint", 2, 1, answers=2)
    found = on_attitude(endpoint=[2, 4], security=3)
    assert found == {F.ALIGNED: Flip(torn, F.NOT_COMPARABLE), F.UNANIMOUS: Flip(torn, None)}


def test_a_torn_team_comes_together_by_one_answer() -> None:
    found = on_attitude(endpoint=[1, 4], security=3)
    together = attitude("endpoint", 1, 2, answers=2)
    assert found == {F.NO_COMMON_POSITION: Flip(together, None), F.NOT_COMPARABLE: Flip(together, F.ALIGNED)}


def test_two_torn_teams_are_not_brought_together_by_one_answer() -> None:
    assert on_attitude(endpoint=[1, 4], operations=[1, 4], security=3).keys() == {F.NOT_COMPARABLE}


def test_a_deeply_torn_team_holds() -> None:
    assert on_attitude(endpoint=[0, 5], security=3) == {}


def test_of_several_facets_each_can_have_its_torn_team() -> None:
    responses = voices("control.release", needed={"endpoint": [1, 4]}, wanted={"endpoint": [0, 5]})
    (finding,) = (finding for finding in fragility(compared(responses)) if finding.kind is F.NO_COMMON_POSITION)
    assert finding.facet is Facet.NEEDED


def test_a_band_holds_while_another_facet_still_gives_it() -> None:
    """Both facets are apart, so that one answer makes only one of them close."""
    apart = {"endpoint": 1, "security": 4}
    assert on_releasing(apart, apart)[F.APART].becomes is F.FAR_APART


def test_contested_by_two_ends_when_one_of_them_names_the_other() -> None:
    found = on_pausing(endpoint="endpoint", operations="operations")
    assert found == {F.CONTESTED: Flip(pausing("endpoint", 0, 1), F.AGREED, also=("operations",))}


def test_contested_by_three_is_not_ended_by_one_answer() -> None:
    assert on_pausing(endpoint="endpoint", operations="operations", security="security") == {}


def test_agreed_by_teams_of_three_holds() -> None:
    assert on_pausing(endpoint=["endpoint"] * 3, security=["endpoint"] * 3) == {}


def test_a_tied_team_is_decided_by_one_answer() -> None:
    found = on_pausing(endpoint=["endpoint", "security"], security=["endpoint"])
    assert found[F.UNDECIDED] == Flip(pausing("endpoint", 0, 2, answers=2), None)
    assert found[F.SPLIT] == Flip(pausing("endpoint", 2, 0, answers=2), F.AGREED)


def test_a_task_left_to_the_service_by_one_team_is_one_answer_away_and_by_two_it_is_not() -> None:
    assert on_pausing(endpoint="service")[F.BOUNDARY_EXPECTED] == Flip(pausing("endpoint", 5, 0), None)
    assert F.BOUNDARY_EXPECTED not in on_pausing(endpoint="service", security="service")


def test_a_blocker_of_one_team_falls_away_with_one_answer_and_of_two_it_stays() -> None:
    change = Change("control.release", Facet.NEEDED, "endpoint", 4, 3, 1)
    assert on_releasing({"endpoint": 4}, {})[F.BLOCKER] == Flip(change, None)
    assert F.BLOCKER not in on_releasing({"endpoint": 4, "security": 4}, {})


def test_comfort_ends_where_the_need_rises() -> None:
    """2 instead of 1 needed; the first facet comes first, and a want of 1 would come later."""
    change = Change("control.release", Facet.NEEDED, "endpoint", 1, 2, 1)
    assert on_releasing({"endpoint": 1}, {"endpoint": 2})[F.COMFORT] == Flip(change, None)


def test_a_status_goes_to_the_one_beside_it_in_either_direction() -> None:
    better = flips(voices("readiness.licences", status={"endpoint": "met", "security": "partly"}))
    change = Change("readiness.licences", Facet.STATUS, "security", 1, 0, 1)
    assert better == {F.PREREQUISITE_PARTLY: Flip(change, F.PREREQUISITE_MET)}
    worse = flips(voices("readiness.licences", status={"endpoint": "met", "security": "met"}))
    change = Change("readiness.licences", Facet.STATUS, "endpoint", 0, 1, 1)
    assert worse == {F.PREREQUISITE_MET: Flip(change, F.PREREQUISITE_PARTLY, also=("security",))}


def test_who_could_not_answer_is_not_changed_by_an_answer() -> None:
    found = on_attitude(endpoint="dont_know", operations="dont_know", security=3, network="not_applicable")
    assert found == {}


def limits(soak: Voices, exposure: Voices) -> list[Response]:
    return [*voices("risk.soak", position=soak), *voices("risk.exposure", position=exposure)]


def test_limits_that_exclude_each_other_fit_when_the_upper_one_moves() -> None:
    """Seven days of watching, three open at most: five of watching are still too many, seven open are enough."""
    found = flips(limits({"endpoint": 4}, {"security": 4}))
    assert found == {F.INFEASIBLE_TOGETHER: Flip(Change("risk.exposure", Facet.POSITION, "security", 4, 3, 1), None)}


def test_where_a_step_on_either_limit_makes_them_fit_both_teams_are_named() -> None:
    """Five days of watching and three open: three of watching fit, and so do seven open."""
    found = flips(limits({"endpoint": 3}, {"security": 4}))
    change = Change("risk.soak", Facet.POSITION, "endpoint", 3, 2, 1)
    assert found[F.INFEASIBLE_TOGETHER] == Flip(change, None, also=("security",))


def test_limits_far_beyond_each_other_are_not_made_to_fit_by_one_answer() -> None:
    assert F.INFEASIBLE_TOGETHER not in flips(limits({"endpoint": 5}, {"security": 5}))


def test_limits_that_two_teams_set_on_either_side_are_not_made_to_fit_by_one_answer() -> None:
    found = flips(limits({"endpoint": 3}, {"operations": 4, "security": 4}))
    assert found[F.INFEASIBLE_TOGETHER].change == Change("risk.soak", Facet.POSITION, "endpoint", 3, 2, 1)
    assert F.INFEASIBLE_TOGETHER not in flips(limits({"endpoint": 3, "network": 3}, {"operations": 4, "security": 4}))
