"""The changes that are tried on a question have every effect that one answer of a team can have, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from typing import Final

import pytest

from questionnaires import Choice
from questionnaires.words import Facet, FindingKind
from scoring.conventions import COMMON_POSITION
from scoring.fragility.changes import Changed, known_changes, single_changes
from scoring.measures import average_deviation, middles
from tests.given.builders import compared, compared_on, small, voices
from tests.given.published import counted

OWNERS: Final = [option.key for option in small().scale_by_id["owner"].options]

View = tuple[tuple[int, int] | None, bool]


def on_attitude(said: Sequence[Choice]) -> list[Changed]:
    item = compared_on("risk.attitude", position={"endpoint": said})
    return list(single_changes(item, small().scale_by_id["ladder"]))


def on_pausing(said: Sequence[Choice]) -> list[Changed]:
    item = compared_on("ownership.pause", owner={"endpoint": said})
    return list(single_changes(item, small().scale_by_id["owner"]))


def view(said: Sequence[int]) -> View:
    """The two middle answers, and whether the middle of them is the team's view."""
    spread = average_deviation(counted(said))
    return middles(counted(said)), spread is None or spread <= COMMON_POSITION


def view_after(tried: Changed) -> View:
    entry = tried.facets[0].team("endpoint")
    assert entry is not None
    return middles(entry.distribution.counts), entry.has_common_position


def most_named(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(owner for owner in OWNERS if said.count(owner) == max(Counter(said).values()))


def steps(said: Sequence[int]) -> Iterator[list[int]]:
    for place, choice in enumerate(said):
        for other in (choice - 1, choice + 1):
            if 0 <= other <= 5:
                yield [*said[:place], other, *said[place + 1 :]]


def exchanges(said: Sequence[str]) -> Iterator[list[str]]:
    for place, choice in enumerate(said):
        for other in OWNERS:
            if other != choice:
                yield [*said[:place], other, *said[place + 1 :]]


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5])
def test_every_view_that_a_step_of_one_answer_leads_to_is_tried_if_a_finding_can_depend_on_it(people: int) -> None:
    """The position is the middle of the two, and a threshold the stricter of them."""
    for said in combinations_with_replacement(range(6), people):
        reached = {view(other) for other in steps(said)} - {view(said)}
        tried = [view_after(one) for one in on_attitude(said)]
        assert set(tried) == reached, said
        assert len(tried) == len(reached), said


@pytest.mark.parametrize("people", [1, 2, 3, 4, 5, 6])
def test_all_owners_named_most_that_one_answer_leads_to_are_tried(people: int) -> None:
    for said in combinations_with_replacement(["endpoint", "operations", "security", "nobody"], people):
        reached = {most_named(other) for other in exchanges(said)} - {most_named(said)}
        tried = [tried.claims.named["endpoint"] for tried in on_pausing(said) if tried.claims]
        assert set(tried) == reached, said
        assert len(tried) == len(reached), said


def test_one_answer_fewer_may_leave_an_owner_level_with_the_only_one_that_another_names_besides() -> None:
    """Three name Endpoint and one each of five others: with one of the three for Operations both have two."""
    found = on_pausing(["endpoint"] * 3 + OWNERS[1:6])
    assert ("endpoint", "operations") in [one.claims.named["endpoint"] for one in found if one.claims]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([3], [(3, 2, 1), (3, 4, 1)]),
        ([0], [(0, 1, 1)]),
        ([5, "dont_know"], [(5, 4, 1)]),
        ([3, 3], [(3, 2, 2), (3, 4, 2)]),
        ([3, 3, 3], []),
        ([2, 2, 3, 3], [(2, 3, 4), (3, 2, 4)]),
        (["dont_know"], []),
    ],
    ids=str,
)
def test_a_move_says_from_where_to_where_and_of_how_many_answers(
    said: list[Choice], expected: list[tuple[int, int, int]]
) -> None:
    found = [tried.change for tried in on_attitude(said)]
    assert [(change.before, change.after, change.answers) for change in found] == expected
    places = {(change.question, change.facet, change.team) for change in found}
    assert places <= {("risk.attitude", Facet.POSITION, "endpoint")}


def test_an_answer_of_somebody_who_does_not_know_may_tear_a_team_and_leave_its_middle() -> None:
    """Of 0, 1, 2, 2 and 4 the spread is one point; with another 4 it is seven sixths, around the same middle."""
    item = compared_on("risk.attitude", position={"endpoint": [0, 1, 2, 2, 4, "dont_know"]})
    found = list(known_changes(item, small().scale_by_id["ladder"]))
    assert [(one.change.after, view_after(one)) for one in found if one.tears] == [
        (0, ((1, 2), False)),
        (4, ((2, 2), False)),
    ]
    assert len({view_after(one) for one in found}) == len(found)


def test_an_owner_that_answers_confirms_that_it_is_the_owner() -> None:
    said: dict[str, Choice] = {"endpoint": "network", "operations": "network", "network": "dont_know"}
    item = compared_on("ownership.pause", owner=said)
    patterns = {
        one.change.after: one.claims.pattern for one in known_changes(item, small().scale_by_id["owner"]) if one.claims
    }
    assert (patterns[3], patterns[0]) == (FindingKind.AGREED, FindingKind.UNAWARE_OWNER)


def test_who_still_does_not_know_names_nobody_when_another_answers() -> None:
    said: dict[str, Choice] = {"endpoint": "endpoint", "operations": "dont_know", "security": "dont_know"}
    heard = voices("ownership.pause", owner=said) + voices("risk.attitude", position=dict.fromkeys(said, 1))
    item = compared(heard).question("ownership.pause")
    assert item is not None
    found = [one for one in known_changes(item, small().scale_by_id["owner"]) if one.change.after == 0]
    assert [one.claims.pattern for one in found if one.claims] == [FindingKind.AGREED, FindingKind.AGREED]
