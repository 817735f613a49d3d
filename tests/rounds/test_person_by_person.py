"""What somebody has not answered again stands beside colleagues who have: from the files to what is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.reports.outline import round_notice, text
from maturity.results.model import Results
from maturity.rounds.notes import Notes
from maturity.rounds.round import round_of
from questionnaires import Answer, builtin
from questionnaires.words import Facet, FindingKind
from scoring import tally
from scoring.counts.again import standing
from scoring.counts.carrying import carry
from scoring.counts.tally import Distribution
from tests.given.builders import small
from tests.given.rounds import Answers, handed_in, in_round
from tests.given.two_rounds import OWNER, in_core, said, second_of

ENDPOINT, OPERATIONS = said(OWNER, owner="endpoint"), said(OWNER, owner="operations")
THREE: Mapping[str, Answers] = {
    "endpoint1": ENDPOINT,
    "endpoint2": ENDPOINT,
    "endpoint3": OPERATIONS,
    "operations1": OPERATIONS,
}
RELEASE = "control.release"


def kinds_on(results: Results, question: str) -> set[FindingKind]:
    (item,) = (item for item in results.question if item.id == question)
    return {finding.kind for finding in item.findings}


def test_one_answer_of_three_does_not_erase_the_two_others(tmp_path: Path) -> None:
    again = in_core(2, {"endpoint3": OPERATIONS, "operations1": OPERATIONS})
    found = second_of(tmp_path, [*in_core(1, THREE), *again])
    assert FindingKind.CONTESTED in kinds_on(found, OWNER)
    (item,) = (item for item in found.question if item.id == OWNER)
    (team,) = (team for team in item.facet[0].team if team.id == "endpoint")
    assert sum(team.counts) == 3
    assert found.movement is not None
    (moved,) = found.movement.question
    assert moved.after is not None
    assert FindingKind.CONTESTED in moved.after.findings
    assert (moved.says or "").startswith("Still contested.")


def test_what_is_given_and_what_is_taken_over_add_up(tmp_path: Path) -> None:
    found = second_of(tmp_path, [*in_core(1, THREE), *in_core(2, {"endpoint3": OPERATIONS})])
    by_id = {team.id: team for team in found.team}
    taken = by_id["endpoint"].taken_over
    assert taken is not None
    assert (by_id["endpoint"].answered, taken.answers, taken.people) == (1, 2, 3)
    assert round_notice(found, "") == (
        "▲ Taken over from round 1, where those who answered then have not answered again: 1 question of Endpoint and "
        "1 question of Operations."
    )
    lines = text(found, dt.date(2026, 11, 27), width=150)
    assert "1 person in round 2; 1 of 60 answers given; 2 more taken over from round 1 (3 people then)" in lines


def test_somebody_who_was_not_there_before_replaces_what_the_team_had_said(tmp_path: Path) -> None:
    again = in_core(2, {"endpoint3": OPERATIONS, "endpoint4": OPERATIONS, "operations1": OPERATIONS})
    found = second_of(tmp_path, [*in_core(1, THREE), *again])
    assert kinds_on(found, OWNER) >= {FindingKind.AGREED}
    assert found.carried is not None
    assert found.carried.questions == {}


def test_who_was_there_with_an_empty_file_is_known(tmp_path: Path) -> None:
    first = in_core(1, {**THREE, "endpoint4": {}})
    found = second_of(tmp_path, [*first, *in_core(2, {"endpoint4": OPERATIONS, "operations1": OPERATIONS})])
    (item,) = (item for item in found.question if item.id == OWNER)
    assert [sum(team.counts) for team in item.facet[0].team if team.id == "endpoint"] == [4]


def test_of_a_team_that_has_sent_counts_only_the_later_answers_count(tmp_path: Path) -> None:
    first, again = in_core(1, THREE), in_core(2, {"endpoint3": OPERATIONS, "operations1": OPERATIONS})
    sent = [response for response in first if response.respondent.team == "endpoint"]
    document = tally_document(builtin(), tally(builtin(), sent), people_in(sent), 1)
    (tmp_path / "sent.toml").write_bytes(tally_bytes(document))
    handed_in(tmp_path, [*(one for one in first if one not in sent), *again])
    found = round_of(gather([tmp_path], builtin()), builtin(), 2, 1, carrying=True).results()
    assert FindingKind.AGREED in kinds_on(found, OWNER)


def test_differences_bases_and_flags_stand_person_by_person() -> None:
    law = Answer(needed=5, basis="law", wanted=4, flag=True)
    first = [in_round(1, "endpoint", {RELEASE: law}, respondent=f"endp{place}") for place in range(3)]
    later = [in_round(2, "endpoint", {RELEASE: Answer(needed=1)}, respondent="endp1")]
    whole, over = carry(tally(small(), first), tally(small(), later), 1, standing(small(), first, later))
    place = (RELEASE, "endpoint")
    assert whole.cells[RELEASE, Facet.NEEDED, "endpoint"].counts == (0, 1, 0, 0, 0, 2)
    assert whole.cells[RELEASE, Facet.WANTED, "endpoint"].counts == (0, 0, 0, 0, 3, 0)
    assert (sum(whole.differences[place]), whole.bases[place], whole.flags[place]) == (2, (2, 0), 2)
    assert over.answers == {"endpoint": 5}


def test_who_stands_with_what_was_said_before_has_left_nothing_open() -> None:
    first = [in_round(1, "endpoint", {"risk.soak": Answer(position=at)}, respondent=f"endp{at}") for at in (1, 2)]
    later = [in_round(2, "endpoint", {}, respondent="endp1")]
    later.append(in_round(2, "endpoint", {"risk.soak": Answer(position=4)}, respondent="endp2"))
    whole, _ = carry(tally(small(), first), tally(small(), later), 1, standing(small(), first, later))
    assert whole.cells["risk.soak", Facet.POSITION, "endpoint"] == Distribution((0, 1, 0, 0, 1, 0))


FLAGGED = Answer(flag=True)
SOAK = Answer(position=4)


@pytest.mark.parametrize(
    ("again", "flags"),
    [
        pytest.param({}, 1, id="nobody"),
        pytest.param({"endp1": Answer(note="N.")}, 1, id="only a note added"),
        pytest.param({"endp1": FLAGGED}, 1, id="flagged again"),
        pytest.param({"endp1": SOAK}, 0, id="answered, and not flagged again"),
        pytest.param({"endp1": SOAK.model_copy(update={"flag": True})}, 1, id="answered and flagged again"),
        pytest.param({"endp2": FLAGGED}, 2, id="flagged by a colleague"),
        pytest.param({"endp2": SOAK}, 1, id="answered by a colleague"),
        pytest.param({"endp9": FLAGGED}, 1, id="flagged by somebody new, who may be the same"),
        pytest.param({"endp9": SOAK}, 0, id="answered by somebody new, who may be the same"),
    ],
)
@pytest.mark.parametrize(
    "before", [FLAGGED, Answer(position=1, flag=True)], ids=["a flag alone", "a flag and a choice"]
)
def test_a_flag_stands_until_whoever_set_it_speaks_again(
    before: Answer, again: Mapping[str, Answer], flags: int
) -> None:
    first = [
        in_round(1, "endpoint", {"risk.soak": before}, respondent="endp1"),
        in_round(1, "endpoint", {"risk.soak": Answer(position=1)}, respondent="endp2"),
    ]
    later = [in_round(2, "endpoint", {"risk.soak": answer}, respondent=who) for who, answer in again.items()]
    whole, _ = carry(tally(small(), first), tally(small(), later), 1, standing(small(), first, later))
    assert whole.flags.get(("risk.soak", "endpoint"), 0) == flags


def test_where_counts_without_people_are_in_a_team_nobody_of_it_is_told_apart() -> None:
    first = [
        in_round(1, "endpoint", {"risk.soak": Answer(position=1, note="N1.")}, respondent="endp1"),
        in_round(1, "operations", {"risk.soak": Answer(position=1, note="N2.")}, respondent="oper1"),
    ]
    later = [in_round(2, "endpoint", {"risk.soak": SOAK}, respondent="endp2")]
    later.append(in_round(2, "operations", {"risk.soak": SOAK}, respondent="oper2"))
    known = [*first, in_round(1, "endpoint", {}, respondent="endp2"), in_round(1, "operations", {}, respondent="oper2")]
    found = standing(small(), known, later, {"endpoint"})
    assert found.teams == {"operations"}
    assert set(found.said.cells) == {("risk.soak", Facet.POSITION, "operations")}
    notes = Notes(small(), later, known, {"endpoint"}).on("risk.soak")
    assert [one.person for one in notes if one.round == 1] == ["oper1"]


def test_of_what_still_stands_nothing_is_open() -> None:
    """What somebody left open then, nobody asks of them now."""
    first = [in_round(1, "endpoint", {"risk.soak": Answer(position=1)}, only=["risk.soak", RELEASE])]
    found = standing(small(), first, [])
    assert {cell: value.unanswered for cell, value in found.said.cells.items()} == {
        ("risk.soak", Facet.POSITION, "endpoint"): 0
    }


BEFORE = {RELEASE: Answer(needed=5, wanted=4)}


@pytest.mark.parametrize(
    ("answers", "wanted"),
    [
        pytest.param({}, Distribution((0, 0, 1, 0, 1, 0), unanswered=1), id="is not asked it"),
        pytest.param({RELEASE: Answer(needed=1)}, Distribution((0, 0, 1, 0, 1, 0), unanswered=1), id="half an answer"),
        pytest.param({RELEASE: Answer(note="N.")}, Distribution((0, 0, 1, 0, 1, 0), unanswered=1), id="a note alone"),
    ],
)
def test_who_is_not_asked_again_fills_nothing_that_others_leave_open(
    answers: Mapping[str, Answer], wanted: Distribution
) -> None:
    """endp2 has answered the question anew, endp3 leaves it open; endp1 is asked about something else."""
    first = [
        in_round(1, "endpoint", answers_then, respondent=who)
        for who, answers_then in (("endp1", BEFORE), ("endp2", BEFORE), ("endp3", {}))
    ]
    later = [
        in_round(2, "endpoint", answers, respondent="endp1", only=["risk.soak"]),
        in_round(2, "endpoint", {RELEASE: Answer(needed=2, wanted=2)}, respondent="endp2"),
        in_round(2, "endpoint", {}, respondent="endp3"),
    ]
    whole, _ = carry(tally(small(), first), tally(small(), later), 1, standing(small(), first, later))
    assert whole.cells[RELEASE, Facet.WANTED, "endpoint"] == wanted


def test_what_the_same_person_said_before_stands_beside_what_they_say_now() -> None:
    first = [
        in_round(1, "endpoint", {RELEASE: Answer(needed=5, basis="law", wanted=1)}, respondent="endp1"),
        in_round(1, "endpoint", {RELEASE: Answer(needed=5, wanted=1)}, respondent="endp2"),
        in_round(1, "endpoint", {RELEASE: Answer(wanted=1)}, respondent="endp3"),
    ]
    later = [
        in_round(2, "endpoint", {RELEASE: Answer(needed=5, wanted=1)}, respondent="endp1"),
        in_round(2, "endpoint", {RELEASE: Answer(needed=4, wanted=1)}, respondent="endp2"),
        in_round(2, "endpoint", {RELEASE: Answer(needed=4)}, respondent="endp3"),
    ]
    found = {one.person: one for one in Notes(small(), later, first).on(RELEASE) if one.round == 2}
    assert {name: (one.was, one.is_confirmed) for name, one in found.items()} == {
        "endp1": (("Five", "One"), True),
        "endp2": (("Five", "One"), False),
        "endp3": ((), False),
    }


def test_notes_and_own_choices_stand_person_by_person() -> None:
    first = [
        in_round(1, "endpoint", {"risk.soak": Answer(position=at, note=f"N{at}.", flag=True)}, respondent=f"endp{at}")
        for at in (1, 2)
    ]
    later = in_round(2, "endpoint", {"risk.soak": Answer(position=4)}, respondent="endp2")
    found = Notes(small(), [later], first).on("risk.soak")
    assert [(one.person, one.round, one.note, one.is_flagged) for one in found] == [
        ("endp2", 2, "", False),
        ("endp1", 1, "N1.", True),
    ]
    stranger = in_round(2, "endpoint", {"risk.soak": Answer(position=4)}, respondent="endp9")
    assert [one.person for one in Notes(small(), [stranger], first).on("risk.soak")] == ["endp9"]


@pytest.mark.parametrize(
    ("again", "positions"),
    [
        pytest.param({"endp1": 4}, (0, 0, 1, 0, 1, 0), id="one of two"),
        pytest.param({"endp1": 4, "endp2": 4}, (0, 0, 0, 0, 2, 0), id="both"),
        pytest.param({"endp9": 4}, (0, 0, 0, 0, 1, 0), id="somebody new"),
        pytest.param({}, (0, 1, 1, 0, 0, 0), id="nobody"),
    ],
)
def test_whose_answers_count(again: Mapping[str, int], positions: tuple[int, ...]) -> None:
    first = [in_round(1, "endpoint", {"risk.soak": Answer(position=at)}, respondent=f"endp{at}") for at in (1, 2)]
    later = [in_round(2, "endpoint", {"risk.soak": Answer(position=at)}, respondent=one) for one, at in again.items()]
    whole, _ = carry(tally(small(), first), tally(small(), later), 1, standing(small(), first, later))
    assert whole.cells["risk.soak", Facet.POSITION, "endpoint"].counts == positions
