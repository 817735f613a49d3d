"""How many answers of one team it takes to calm a question, where one step of one answer does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

import pytest

from questionnaires import Choice, Response
from questionnaires.words import Facet, FindingKind
from scoring.comparison.findings import Finding
from scoring.conventions import BAND_ORDER
from scoring.fragility.findings import fragility
from scoring.fragility.margins import MOST_MOVED, Margin, margins
from tests.given.builders import Voices, compared, compared_on, voices

F = FindingKind
OWNERS: Final = ("endpoint", "operations", "security", "network", "provider", "service", "nobody")


def margins_of(responses: list[Response]) -> dict[Finding, Margin]:
    comparison = compared(responses)
    return dict(margins(comparison, fragility(comparison)))


def on_attitude(**position: Choice | Sequence[Choice]) -> dict[FindingKind, Margin]:
    found = margins_of(voices("risk.attitude", position=position))
    return {finding.kind: margin for finding, margin in found.items()}


def on_pausing(**owner: Choice | Sequence[Choice]) -> dict[FindingKind, Margin]:
    found = margins_of(voices("ownership.pause", owner=owner))
    return {finding.kind: margin for finding, margin in found.items()}


def told(margin: Margin) -> tuple[str, tuple[int, ...], int, int, FindingKind | None]:
    """Whose answers, from where, to where, by how many steps, and what is found then."""
    return margin.change.team, margin.moved, margin.change.after, margin.steps, margin.becomes


@pytest.mark.parametrize(
    ("teams", "expected"),
    [
        ({"endpoint": 0, "operations": 5}, ("endpoint", (0,), 2, 2, F.APART)),
        ({"endpoint": 5, "operations": 0}, ("endpoint", (5,), 3, 2, F.APART)),
        ({"endpoint": [0] * 3, "operations": [5] * 3}, ("endpoint", (0, 0), 2, 2, F.APART)),
        ({"endpoint": [0] * 5, "operations": [5] * 5}, ("endpoint", (0, 0, 0), 2, 2, F.APART)),
        ({"endpoint": [0] * 5, "operations": [5] * 3}, ("operations", (5, 5), 3, 2, F.APART)),
        ({"endpoint": [4, 4, 5], "operations": [0] * 7}, ("endpoint", (5, 4), 3, 2, F.APART)),
        ({"endpoint": [0, 1, 1], "operations": [5] * 7}, ("endpoint", (0, 1), 2, 2, F.APART)),
        # With one of two at 4 the middle would be near enough, but Endpoint would be torn.
        ({"endpoint": [0, 0], "operations": [5, 5]}, ("endpoint", (0, 0), 2, 2, F.APART)),
    ],
    ids=str,
)
def test_the_fewest_answers_and_of_as_many_the_fewest_steps_are_named(
    teams: Voices, expected: tuple[str, tuple[int, ...], int, int, FindingKind]
) -> None:
    margin = on_attitude(**teams)[F.FAR_APART]
    assert told(margin) == expected
    given = teams[margin.change.team]
    assert (margin.change.before, margin.change.answers) == (
        margin.moved[0],
        1 if isinstance(given, int | str) else len(given),
    )


def test_where_one_step_of_one_answer_calms_there_is_no_margin() -> None:
    assert on_attitude(endpoint=0, operations=4) == {}


def test_a_step_that_calms_only_by_tearing_its_team_leaves_a_margin() -> None:
    """Between 0 and 2.5. One of the noughts at 1 would leave Endpoint torn, two at 2 do not."""
    found = on_attitude(endpoint=[0, 0, 0, 4], operations=[0, 2, 3, 4], security=[2, 3])
    assert told(found[F.APART]) == ("endpoint", (0, 0), 2, 2, F.CLOSE)


def test_where_more_than_three_answers_would_have_to_move_there_is_no_margin() -> None:
    assert on_attitude(endpoint=[0] * 7, operations=[5] * 7) == {}


def test_what_is_not_on_the_agenda_has_no_margin() -> None:
    assert on_attitude(endpoint=[2] * 5, operations=[2] * 5) == {}


def test_one_step_that_only_tears_a_team_leaves_a_margin() -> None:
    """Four of five at 0 and one at 3: with that one at 4 nothing is calmer, and Endpoint has less of one mind."""
    margin = on_attitude(endpoint=[0, 0, 0, 0, 3], operations=[5] * 5)[F.FAR_APART]
    assert len(margin.moved) > 1


def test_one_step_that_makes_it_worse_leaves_a_margin() -> None:
    """With one more of Operations at 4 the teams are four steps apart; two answers would bring them to two."""
    margin = on_attitude(endpoint=[0] * 3, operations=[3, 3, 4])[F.APART]
    assert told(margin) == ("endpoint", (0, 0), 1, 1, F.CLOSE)


def test_one_owner_that_leaves_it_as_urgent_leaves_a_margin() -> None:
    """With one answer of Endpoint the task is contested no longer, but without any owner that leads."""
    said = {"endpoint": ["endpoint", "endpoint", "nobody"], "operations": ["operations"] * 7, "network": ["nobody"] * 3}
    responses = voices("ownership.pause", owner=said)
    comparison = compared(responses)
    (flip,) = [flip for finding, flip in fragility(comparison).items() if finding.kind is F.CONTESTED]
    assert flip.becomes is F.ORPHAN
    margin = on_pausing(**said)[F.CONTESTED]
    assert (margin.change.team, margin.moved, margin.becomes) == ("endpoint", (0, 0), F.SPLIT)


def test_a_contradiction_has_no_margin_as_two_questions_would_have_to_be_tried() -> None:
    limits = voices("risk.soak", position={"endpoint": [5] * 3}) + voices(
        "risk.exposure", position={"security": [5] * 3}
    )
    assert margins_of(limits) == {}


def test_of_owners_the_first_that_calms_is_named_as_they_have_no_steps() -> None:
    margin = on_pausing(security=["security"] * 3, network=["network"] * 3)[F.CONTESTED]
    assert (margin.change.team, margin.moved, margin.change.after) == ("security", (2, 2), 0)
    assert margin.becomes is F.SPLIT


def test_of_owners_those_that_a_team_names_most_are_moved_first() -> None:
    margin = on_pausing(endpoint=[*["endpoint"] * 3, "nobody"], operations=["operations"] * 7)[F.CONTESTED]
    assert (margin.change.team, margin.moved, margin.change.after, margin.becomes) == ("endpoint", (0, 0), 1, F.AGREED)


def test_what_would_be_as_urgent_is_no_margin() -> None:
    """Whatever else Security named, nobody would lead; with Network both would name Network."""
    said = {"endpoint": ["nobody"] * 3, "operations": ["nobody"] * 3, "security": ["security"] * 3}
    margin = on_pausing(**said, network=["network"] * 3)[F.CONTESTED]
    assert (margin.change.team, margin.change.after, margin.becomes) == ("security", 3, F.SPLIT)


def test_what_would_bring_something_more_urgent_is_no_margin() -> None:
    """If Endpoint named itself it would leave nothing to the service, but two teams would claim the task."""
    undecided = ["security", "provider"]
    margin = on_pausing(endpoint=["service"] * 3, operations=["operations"] * 3, network=undecided)[F.BOUNDARY_EXPECTED]
    assert (margin.change.team, margin.change.after, margin.becomes) == ("endpoint", 1, None)


def test_what_is_found_of_another_team_already_takes_no_place() -> None:
    """Endpoint wants more than it needs and Security less, which stays."""
    responses = voices(
        "control.release",
        needed={"endpoint": [2] * 3, "security": [3] * 3},
        wanted={"endpoint": [4] * 3, "security": [2] * 3},
    )
    found = {finding.kind: margin for finding, margin in margins_of(responses).items()}
    assert (found[F.COMFORT].change.team, found[F.COMFORT].becomes) == ("endpoint", None)


def test_a_task_that_three_teams_claim_is_calmed_by_none_of_them_alone() -> None:
    claimed = {team: [team] * 3 for team in ("endpoint", "operations", "security")}
    assert F.CONTESTED not in on_pausing(**claimed)


def test_only_answers_on_the_facet_of_a_finding_are_moved() -> None:
    """The pace could be ended by other answers on today as well, but it is a dispute about the target."""
    responses = voices(
        "future.approvals",
        today={"endpoint": [1] * 3, "operations": [0] * 3},
        in_24_months={"endpoint": [2] * 3, "operations": [3] * 3},
    )
    found = {finding.kind: margin for finding, margin in margins_of(responses).items()}
    assert found[F.PACE_DISPUTE].change.facet is Facet.IN_24_MONTHS
    assert (found[F.PACE_DISPUTE].moved, found[F.PACE_DISPUTE].becomes) == ((2, 2), None)


def test_what_most_do_not_know_has_no_margin() -> None:
    unknown = voices("risk.attitude", position={"endpoint": ["dont_know"] * 2 + [1], "operations": ["dont_know"]})
    assert margins_of(unknown) == {}


SAID: Final = [
    (0, 0, 0),
    (0, 0, 5),
    (0, 1, 1),
    (0, 2, 3),
    (1, 1, 3),
    (2, 2, 2),
    (3, 4, 5),
    (5, 5, 5),
    (0,),
    (4, 4),
    (1, 4),
]


def moves(said: Sequence[int], answers: int) -> Iterator[list[int]]:
    """Every way in which that many of these answers can become one option."""
    for places, after in product(combinations(range(len(said)), answers), range(6)):
        if all(said[place] != after for place in places):
            yield [after if place in places else choice for place, choice in enumerate(said)]


def fewest(first: Sequence[int], second: Sequence[int]) -> int | None:
    """How many answers of one team have to become one option for a calmer band, none torn by it; by comparing anew."""

    def band(one: Sequence[int], other: Sequence[int]) -> tuple[int, tuple[str, ...]]:
        item = compared_on("risk.attitude", position={"endpoint": one, "operations": other})
        assert item.worst is not None
        assert item.worst.band is not None
        return BAND_ORDER.index(item.worst.band), item.worst.torn

    now, torn = band(first, second)
    for answers in range(1, MOST_MOVED + 1):
        tried = [(one, second) for one in moves(first, answers)] + [(first, one) for one in moves(second, answers)]
        if any(found < now and set(tears) <= set(torn) for found, tears in (band(*pair) for pair in tried)):
            return answers
    return None


@pytest.mark.parametrize("first", SAID, ids=str)
def test_a_margin_is_what_trying_all_answers_anew_finds(first: Sequence[int]) -> None:
    for second in SAID[::3]:
        found = on_attitude(endpoint=first, operations=second)
        bands = [kind for kind in found if kind in (F.CLOSE, F.APART, F.FAR_APART)]
        for kind in bands:
            assert len(found[kind].moved) == fewest(first, second), second
