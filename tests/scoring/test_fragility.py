"""Which finding one answer would end, worked out by hand."""

from __future__ import annotations

from questionnaires import Choice, Response
from questionnaires.words import Facet, FindingKind
from scoring import Finding
from scoring.fragility.changes import Change
from scoring.fragility.findings import Flip, fragility, fragility_if_known
from tests.given.builders import CONCERNING, Voices, compared, criterion, small, voices, voices_to

F = FindingKind
THREE_DAYS = (
    '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least", basis = "ours",'
    ' sources = ["page"] }'
)


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
    found = on_attitude(endpoint=1, security=4)[F.APART]
    assert found == Flip(attitude("endpoint", 1, 2), F.CLOSE, others=(attitude("security", 4, 3),))


def test_two_camps_three_points_apart_stay_two_camps_after_one_step() -> None:
    """One step leaves two points between them, which still is a cut."""
    assert F.TWO_CAMPS not in on_attitude(endpoint=1, security=4)


def test_a_change_for_the_calmer_is_named_before_an_earlier_one_for_the_worse() -> None:
    """Endpoint going from 1 to 0 would make it apart, and comes first; from 1 to 2 makes it aligned."""
    found = on_attitude(endpoint=1, security=3)[F.CLOSE]
    assert found == Flip(attitude("endpoint", 1, 2), F.ALIGNED, others=(attitude("security", 3, 2),))


def test_where_nothing_calmer_follows_the_change_for_the_worse_is_named() -> None:
    found = on_attitude(endpoint=1, security=2)[F.ALIGNED]
    assert found == Flip(attitude("endpoint", 1, 0), F.CLOSE, others=(attitude("security", 2, 3),))


def test_the_other_teams_that_could_do_the_same_are_named_once() -> None:
    found = on_attitude(endpoint=1, security=1)[F.UNANIMOUS]
    assert found.change == attitude("endpoint", 1, 0)
    assert found.others == (attitude("endpoint", 1, 2), attitude("security", 1, 0), attitude("security", 1, 2))
    assert found.also == ("security",)


def test_a_team_of_which_one_answer_changes_nothing_is_not_named_beside() -> None:
    found = on_attitude(endpoint=1, security=[4, 4, 4])
    assert found[F.APART] == Flip(attitude("endpoint", 1, 2), F.CLOSE)


def test_a_team_that_is_torn_makes_nothing_calmer() -> None:
    """2 going to 1 brings the middle of Endpoint to a step and a half from Security, and tears it: that stays close."""
    found = on_attitude(endpoint=[2, 4], security=1)
    assert found[F.CLOSE] == Flip(attitude("security", 1, 2), F.ALIGNED)


def test_a_change_that_tears_a_team_is_named_only_where_there_is_no_other() -> None:
    """1 going to 0, which comes first, leaves 0 and 3: spread out, without a common position. 3 going to 4 does so too.
    2 instead of 1 leaves Endpoint at 2.5, next to Security."""
    found = on_attitude(endpoint=[1, 3], security=2)[F.UNANIMOUS]
    assert (found.change, found.becomes, found.tears) == (attitude("endpoint", 1, 2, answers=2), F.ADJACENT, False)


def test_teams_whose_median_does_not_move_are_not_fragile() -> None:
    assert on_attitude(endpoint=[1, 1, 1], security=[4, 4, 4]) == {}


def test_in_a_team_of_three_the_middle_answer_alone_moves_the_median() -> None:
    found = on_attitude(endpoint=[0, 1, 1], security=[4, 4, 4])
    assert found == {F.APART: Flip(attitude("endpoint", 1, 0, answers=3), F.FAR_APART)}


def test_a_team_at_a_spread_of_one_point_is_torn_by_one_answer() -> None:
    """2 and 4 are one point from their median, 1 and 4 one and a half, and with a torn team nothing is aligned."""
    found = on_attitude(endpoint=[2, 4], security=3)
    down, up = attitude("endpoint", 2, 1, answers=2), attitude("endpoint", 4, 5, answers=2)
    assert found[F.ALIGNED] == Flip(down, F.CLOSE, others=(up,), tears=True)
    assert found.keys() == {F.ALIGNED, F.UNANIMOUS}


def test_a_torn_team_comes_together_by_one_answer() -> None:
    """2 and 4 meet Security; 1 and 3 have their middle a step below it."""
    found = on_attitude(endpoint=[1, 4], security=3)
    up, down = attitude("endpoint", 1, 2, answers=2), attitude("endpoint", 4, 3, answers=2)
    assert found == {
        F.NO_COMMON_POSITION: Flip(up, None, others=(down,)),
        F.CLOSE: Flip(up, F.ALIGNED, others=(down,)),
        F.SPREAD: Flip(up, F.UNANIMOUS),
    }


def test_two_torn_teams_are_not_brought_together_by_one_answer() -> None:
    assert on_attitude(endpoint=[1, 4], operations=[1, 4], security=3) == {}


def test_a_deeply_torn_team_holds() -> None:
    assert on_attitude(endpoint=[0, 5], security=3) == {}


def test_a_step_of_a_deeply_torn_team_counts_where_its_middle_answer_does() -> None:
    """The middle of 0 and 5 is two steps and a half from 0, that of 0 and 4 two, which is close."""
    found = on_attitude(endpoint=[0, 5], security=0)
    change, other = attitude("endpoint", 5, 4, answers=2), attitude("security", 0, 1)
    assert found == {F.APART: Flip(change, F.CLOSE, others=(other,))}


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
    assert found == {F.CONTESTED: Flip(pausing("endpoint", 0, 1), F.AGREED, others=(pausing("operations", 1, 0),))}


def test_contested_by_three_is_not_ended_by_one_answer() -> None:
    assert on_pausing(endpoint="endpoint", operations="operations", security="security") == {}


def test_agreed_by_teams_of_three_holds() -> None:
    assert on_pausing(endpoint=["endpoint"] * 3, security=["endpoint"] * 3) == {}


def test_a_tied_team_is_decided_by_one_answer() -> None:
    found = on_pausing(endpoint=["endpoint", "security"], security=["endpoint"])
    to_security, to_itself = pausing("endpoint", 0, 2, answers=2), pausing("endpoint", 2, 0, answers=2)
    assert found[F.UNDECIDED] == Flip(to_security, None, others=(to_itself,))
    assert found[F.SPLIT] == Flip(to_itself, F.AGREED)


def test_a_task_left_to_the_service_by_one_team_is_one_answer_away_and_by_two_it_is_not() -> None:
    anybody_else = tuple(pausing("endpoint", 5, other) for other in (1, 2, 3, 4, 6))
    expected = Flip(pausing("endpoint", 5, 0), None, others=anybody_else)
    assert on_pausing(endpoint="service")[F.BOUNDARY_EXPECTED] == expected
    assert F.BOUNDARY_EXPECTED not in on_pausing(endpoint="service", security="service")


def test_a_blocker_of_one_team_falls_away_with_one_answer_and_of_two_it_stays() -> None:
    change = Change("control.release", Facet.NEEDED, "endpoint", 4, 3, 1)
    assert on_releasing({"endpoint": 4}, {})[F.BLOCKER] == Flip(change, None)
    assert F.BLOCKER not in on_releasing({"endpoint": 4, "security": 4}, {})


def test_comfort_ends_where_the_need_rises() -> None:
    """2 instead of 1 needed; the first facet comes first, and a want of 1 comes later."""
    need = Change("control.release", Facet.NEEDED, "endpoint", 1, 2, 1)
    want = Change("control.release", Facet.WANTED, "endpoint", 2, 1, 1)
    assert on_releasing({"endpoint": 1}, {"endpoint": 2})[F.COMFORT] == Flip(need, None, others=(want,))


def test_a_status_goes_to_the_one_beside_it_in_either_direction() -> None:
    better = flips(voices("readiness.licences", status={"endpoint": "met", "security": "partly"}))
    change = Change("readiness.licences", Facet.STATUS, "security", 1, 0, 1)
    assert better == {F.PREREQUISITE_PARTLY: Flip(change, F.PREREQUISITE_MET)}
    worse = flips(voices("readiness.licences", status={"endpoint": "met", "security": "met"}))
    change = Change("readiness.licences", Facet.STATUS, "endpoint", 0, 1, 1)
    same = Change("readiness.licences", Facet.STATUS, "security", 0, 1, 1)
    assert worse == {F.PREREQUISITE_MET: Flip(change, F.PREREQUISITE_PARTLY, others=(same,))}


def test_who_could_not_answer_is_not_changed_by_an_answer() -> None:
    found = on_attitude(endpoint="dont_know", operations="dont_know", security=3, network="not_applicable")
    assert found == {}


def limits(soak: Voices, exposure: Voices) -> list[Response]:
    return [*voices("risk.soak", position=soak), *voices("risk.exposure", position=exposure)]


def contradictions(responses: list[Response]) -> list[tuple[Finding, Flip]]:
    """The contradictions that one answer would end, with the answer."""
    flipping = fragility(compared(responses)).items()
    return [(finding, flip) for finding, flip in flipping if finding.kind is F.INFEASIBLE_TOGETHER]


def test_limits_that_exclude_each_other_fit_when_the_upper_one_moves() -> None:
    """Seven days of watching, three open at most: five of watching are still too many, seven open are enough."""
    found = flips(limits({"endpoint": 4}, {"security": 4}))
    assert found == {F.INFEASIBLE_TOGETHER: Flip(Change("risk.exposure", Facet.POSITION, "security", 4, 3, 1), None)}


def test_where_a_step_on_either_limit_makes_them_fit_both_teams_are_named() -> None:
    """Five days of watching and three open: three of watching fit, and so do seven open. On either question that of
    its own team comes first."""
    found = {finding.question: flip for finding, flip in contradictions(limits({"endpoint": 3}, {"security": 4}))}
    soak = Change("risk.soak", Facet.POSITION, "endpoint", 3, 2, 1)
    exposure = Change("risk.exposure", Facet.POSITION, "security", 4, 3, 1)
    assert found == {
        "risk.soak": Flip(soak, None, others=(exposure,)),
        "risk.exposure": Flip(exposure, None, others=(soak,)),
    }


def test_a_limit_asked_by_a_team_against_a_default_fits_when_the_team_moves() -> None:
    """Watching for three days is the default, and one day open at most cannot hold with it; three days can."""
    questionnaire = small(criterion("soak", threshold=THREE_DAYS))
    comparison = compared(voices_to(questionnaire, "risk.exposure", position={"security": 5}), questionnaire)
    flip = Flip(Change("risk.exposure", Facet.POSITION, "security", 5, 4, 1), None)
    assert {finding.question: found for finding, found in fragility(comparison).items()} == {
        "risk.soak": flip,
        "risk.exposure": flip,
    }


def test_limits_far_beyond_each_other_are_not_made_to_fit_by_one_answer() -> None:
    assert F.INFEASIBLE_TOGETHER not in flips(limits({"endpoint": 5}, {"security": 5}))


def test_limits_that_two_teams_set_on_either_side_are_not_made_to_fit_by_one_answer() -> None:
    found = dict(contradictions(limits({"endpoint": 3}, {"operations": 4, "security": 4})))
    change = Change("risk.soak", Facet.POSITION, "endpoint", 3, 2, 1)
    assert set(found.values()) == {Flip(change, None)}
    assert {finding.question for finding in found} == {"risk.soak", "risk.exposure"}
    assert F.INFEASIBLE_TOGETHER not in flips(limits({"endpoint": 3, "network": 3}, {"operations": 4, "security": 4}))


def test_what_is_found_of_another_team_already_takes_no_place() -> None:
    """Endpoint wants a step more than it needs, and Security a step less, which stays."""
    found = on_releasing({"endpoint": 2, "security": 2}, {"endpoint": 3, "security": 1})
    assert (found[F.COMFORT].change.team, found[F.COMFORT].becomes) == ("endpoint", None)


def test_an_owner_without_an_answer_is_yet_to_confirm_after_a_change_as_well() -> None:
    flip = on_pausing(endpoint="endpoint", operations="network")[F.SPLIT]
    assert (flip.change, flip.becomes) == (pausing("endpoint", 0, 3), F.UNCONFIRMED)


def test_an_answer_that_calms_is_named_before_an_earlier_one_that_leaves_it_as_urgent() -> None:
    """With any other owner of Security nobody yet would lead; with Network, two teams name it."""
    flip = on_pausing(endpoint="nobody", operations="nobody", security="security", network="network")[F.CONTESTED]
    assert (flip.change, flip.becomes) == (pausing("security", 2, 3), F.SPLIT)


def test_who_does_not_know_counts_no_more_among_those_who_do_not_once_it_answers() -> None:
    """A team knows what at least half of it answers: of four one more does, of five it would take two."""
    for unsure, ends in ((3, True), (4, False)):
        said: Voices = {"endpoint": "met", "operations": "met", "network": ["met", *["dont_know"] * unsure]}
        responses = voices_to(small(CONCERNING), "readiness.reach", status=said)
        found = fragility_if_known(compared(responses, small(CONCERNING)))
        becomes = {finding.kind: flip.becomes for finding, flip in found.items()}
        assert (becomes.get(F.PREREQUISITE_UNCONFIRMED) is F.PREREQUISITE_MET) is ends, unsure
