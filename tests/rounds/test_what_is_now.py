"""What is said of now in two rounds is what is compared, and what fell away between them is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.app.screens.comparison_top import _notice_in_short
from maturity.reports.movement import movement_lines
from maturity.reports.outline import round_notice
from maturity.results.model import Results
from maturity.results.values import Step
from questionnaires import Answer
from questionnaires.words import FindingKind
from tests.given.rounds import Answers
from tests.given.two_rounds import BUTTON, HOURS, OWNER, in_core, moved_between, owners, said, second_of

SOAK, LAST = "risk_appetite.soak_days", "risk_appetite.last_ring_days"
SAME = owners(endpoint="operations", security="operations")
CONFIRMED = SAME | owners(operations="operations")


@pytest.mark.parametrize(
    ("carrying", "kind", "says"),
    [
        (True, FindingKind.AGREED, "Still agreed."),
        (
            False,
            FindingKind.UNCONFIRMED,
            "Endpoint and Security name the same as before: was agreed, is now not confirmed.",
        ),
    ],
)
def test_an_owner_that_has_not_come_back_is_heard_in_both_places_or_in_none(
    tmp_path: Path, carrying: bool, kind: FindingKind, says: str
) -> None:
    found = second_of(tmp_path, [*in_core(1, CONFIRMED), *in_core(2, SAME)], carrying=carrying)
    (item,) = (item for item in found.question if item.id == OWNER)
    assert kind in {finding.kind for finding in item.findings}
    assert found.movement is not None
    (moved,) = found.movement.question
    assert moved.says == (
        f"{says} Operations, named as an owner, did not answer it again. Of 2 people in both rounds 2 confirmed."
    )
    assert moved.step is Step.UNCHANGED


@pytest.mark.parametrize(
    ("first", "step", "says"),
    [
        (SAME | owners(operations="endpoint"), Step.UNCHANGED, "Still unaware owner."),
        (
            owners(endpoint="operations", security="security", operations="operations"),
            Step.NEWLY_AGREED,
            "Was contested, is now agreed.",
        ),
    ],
)
def test_what_a_named_owner_said_before_counts_now_where_it_is_carried_over(
    tmp_path: Path, first: dict[str, Answers], step: Step, says: str
) -> None:
    (item,) = moved_between(tmp_path, first, SAME).question
    assert (item.step, (item.says or "").startswith(says)) == (step, True)


def test_an_owner_that_did_not_know_before_and_was_not_asked_again_says_nothing_now(tmp_path: Path) -> None:
    first = SAME | {"operations1": said(OWNER, owner="dont_know")}
    found = second_of(tmp_path, [*in_core(1, first), *in_core(2, SAME)])
    assert found.movement is not None
    assert "Operations, named as an owner, said don't know before." in (found.movement.question[0].says or "")


def test_coverage_counts_the_teams_of_both_rounds(tmp_path: Path) -> None:
    both = {BUTTON: Answer(position=2), HOURS: Answer(position=2)}
    first = in_core(1, dict.fromkeys(("endpoint1", "security1", "architecture1"), both))
    again = in_core(2, {"endpoint1": both, "operations1": said(BUTTON, position=2)})
    movement = second_of(tmp_path, [*first, *again]).movement
    assert movement is not None
    assert (movement.coverage_says or "").startswith("2 of 4 teams have answered in this round.")


def _limits(soak: int, last: int) -> Answers:
    return {SOAK: Answer(position=soak), LAST: Answer(position=last)}


def _apart(tmp_path: Path, first: Answers, second: Answers, *, carrying: bool = True) -> Results:
    responses = [*in_core(1, dict.fromkeys(("endpoint1", "security1"), first))]
    return second_of(
        tmp_path, [*responses, *in_core(2, dict.fromkeys(("endpoint1", "security1"), second))], carrying=carrying
    )


def test_a_contradiction_that_is_gone_is_named_also_where_nothing_was_answered_again(tmp_path: Path) -> None:
    found = _apart(tmp_path, _limits(5, 5), said(SOAK, position=0)).movement
    assert found is not None
    by_id = {item.question: item for item in found.question}
    assert by_id[LAST].step is Step.NOT_ASKED_AGAIN
    assert by_id[LAST].says == "Contradiction gone: it can now hold together with “Soak before the broad ring”."
    assert "Contradiction gone: it can now hold together with “" in (by_id[SOAK].says or "")
    assert by_id[LAST].holds_with == (SOAK,)
    lines = "\n".join(movement_lines(found, 500))
    assert f"{by_id[LAST].title}: Contradiction gone" in lines


def test_a_contradiction_that_is_new_is_named(tmp_path: Path) -> None:
    found = _apart(tmp_path, _limits(0, 5), said(SOAK, position=5)).movement
    assert found is not None
    by_id = {item.question: item for item in found.question}
    assert by_id[LAST].says == ("New contradiction: it cannot hold together now with “Soak before the broad ring”.")
    assert by_id[LAST].contradicts == (SOAK,)


def test_a_contradiction_that_stays_needs_no_word(tmp_path: Path) -> None:
    found = _apart(tmp_path, _limits(5, 5), said(SOAK, position=5)).movement
    assert found is not None
    assert not [item for item in found.question if "ontradiction" in (item.says or "")]


def test_a_contradiction_is_not_called_gone_where_nobody_has_answered_again(tmp_path: Path) -> None:
    found = _apart(tmp_path, _limits(5, 5), said(BUTTON, position=5), carrying=False).movement
    assert found is not None
    assert {item.question: item.says for item in found.question}[SOAK] == (
        "The contradiction with “Days until the last ring is done” is not found now: no team gives “Soak before "
        "the broad ring” or “Days until the last ring is done” a value."
    )


FIRST = in_core(1, dict.fromkeys(("endpoint1", "security1", "security2"), said(BUTTON, position=2)))


@pytest.mark.parametrize(
    ("part", "whole", "says", "short"),
    [
        (
            ["endpoint1"],
            ["security1"],
            "▲ In round 2 Endpoint was asked only what was on the agenda. ",
            "▲ In round 2 Endpoint was asked only the agenda: the rest is unknown.",
        ),
        (
            ["endpoint1", "security1"],
            ["security2"],
            "▲ In round 2 Endpoint and 1 of 2 people of Security were asked only what was on the agenda. ",
            "▲ In round 2 Endpoint and 1 of 2 people of Security were asked only the agenda: the rest is unknown.",
        ),
        (
            ["endpoint1", "security1"],
            [],
            "▲ Round 2 asked only what was on the agenda. ",
            "▲ Round 2 asked only its agenda: the rest is unknown.",
        ),
        ([], ["endpoint1", "security1"], "", None),
    ],
)
def test_only_those_are_said_to_be_asked_a_part_who_were(
    tmp_path: Path, part: list[str], whole: list[str], says: str, short: str | None
) -> None:
    again = said(BUTTON, position=2)
    second = [*in_core(2, dict.fromkeys(part, again), only=[BUTTON]), *in_core(2, dict.fromkeys(whole, again))]
    found = second_of(tmp_path, [*FIRST, *second], carrying=False)
    assert round_notice(found, "").startswith(says)
    assert bool(round_notice(found, "")) == bool(says)
    if short is not None:
        assert _notice_in_short(found, is_sent=True) == short
    assert not second_of(tmp_path, [*FIRST, *second]).in_part


def test_an_owner_that_has_only_opened_its_file_again_stands_with_what_it_said(tmp_path: Path) -> None:
    for place, again in enumerate((SAME, SAME | {"operations1": {}})):
        folder = tmp_path / str(place)
        folder.mkdir()
        first = SAME | {"operations1": said(OWNER, owner="dont_know")}
        found = second_of(folder, [*in_core(1, first), *in_core(2, again)]).movement
        assert found is not None
        assert "Operations, named as an owner, said don't know before." in (found.question[0].says or "")


def test_a_contradiction_is_gone_where_one_team_gives_a_value_and_another_does_not_know(tmp_path: Path) -> None:
    both = ("endpoint1", "security1")
    first = in_core(1, dict.fromkeys(both, _limits(5, 5)))
    again = in_core(2, {"endpoint1": _limits(0, 5), "security1": {**_limits(0, 5), **said(LAST, position="dont_know")}})
    found = second_of(tmp_path, [*first, *again], carrying=False).movement
    assert found is not None
    assert "Contradiction gone: it can now hold together with “" in (
        {item.question: item.says for item in found.question}[SOAK] or ""
    )
