"""A quick vote in the room: each team as one voice, in the next round, and only if somebody records it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from pathlib import Path

import pytest

from maturity.files.gathering import ResponseFile
from maturity.files.saving import NotSavedError
from maturity.files.workspace import Workspace
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_votes import NoVoteError
from questionnaires import Response
from questionnaires.words import Facet
from tests.given.builders import small
from tests.given.rounds import FIRST, handed_in, in_round

NOW = dt.datetime(2026, 11, 27, 15, 0, tzinfo=dt.UTC)
ATTITUDE, TASTE, PAUSE = "risk.attitude", "risk.taste", "ownership.pause"
VOTED = {"endpoint": 4, "operations": 4}


@pytest.fixture(autouse=True)
def _it_is_a_friday_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: NOW)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """Three teams have answered; of Endpoint two people, who do not say the same on attitude."""
    people = [in_round(1, team, said) for team, said in FIRST.items()]
    people.append(in_round(1, "endpoint", FIRST["operations"], respondent="another"))
    handed_in(tmp_path, people)
    return Workspace(tmp_path, small())


def opened(workspace: Workspace) -> Workshop:
    return Workshop.open(workspace, None, NOW.date())


def votes_in(workspace: Workspace) -> list[Response]:
    return [file.response for file in workspace.read().files if file.response.respondent.round == 2]


def counts(workshop: Workshop, team: str) -> tuple[int, ...]:
    item = workshop.comparison.question(ATTITUDE)
    assert item is not None
    return item.cells[Facet.POSITION][team].counts


def test_what_if_writes_nothing(place: Workspace) -> None:
    files = sorted(path.name for path in place.folder.iterdir())
    found = opened(place).what_if(ATTITUDE, Facet.POSITION, VOTED)
    assert found.differences[0].is_change
    assert sorted(path.name for path in place.folder.iterdir()) == files


def test_a_vote_is_one_nameless_response_of_each_team_that_voted(place: Workspace) -> None:
    opened(place).vote(ATTITUDE, Facet.POSITION, VOTED)
    votes = votes_in(place)
    assert sorted(one.respondent.team for one in votes) == ["endpoint", "operations"]
    for one in votes:
        who = one.respondent
        assert (who.name, who.only, who.completed) == ("", (ATTITUDE,), NOW)
        assert one.answer(ATTITUDE).position == 4
        assert list(one.answers) == [ATTITUDE]


def test_a_vote_that_cannot_be_saved_of_one_team_counts_of_none(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, save = opened(place), Workspace.save

    def refused(workspace: Workspace, file: ResponseFile, tried: Container[str] = ()) -> ResponseFile:
        if file.response.respondent.team == "operations":
            raise NotSavedError("It was not saved: No space left.")
        return save(workspace, file, tried)

    monkeypatch.setattr(Workspace, "save", refused)
    with pytest.raises(NoVoteError, match="No space left"):
        workshop.vote(ATTITUDE, Facet.POSITION, VOTED)
    assert votes_in(place) == []


def test_a_vote_stands_in_place_of_what_the_people_of_the_team_said(place: Workspace) -> None:
    workshop = opened(place)
    assert counts(workshop, "endpoint") == (0, 1, 0, 0, 0, 1)
    after = workshop.vote(ATTITUDE, Facet.POSITION, VOTED)
    assert after.comparison.round == 2
    assert counts(after, "endpoint") == (0, 0, 0, 0, 1, 0)
    assert counts(after, "security") == counts(workshop, "security")


def test_all_votes_of_a_sitting_are_of_one_round_and_one_response_a_team(place: Workspace) -> None:
    workshop = opened(place).vote(ATTITUDE, Facet.POSITION, VOTED).vote(TASTE, Facet.POSITION, VOTED)
    workshop.vote(ATTITUDE, Facet.POSITION, {"endpoint": 3})
    votes = {one.respondent.team: one for one in votes_in(place)}
    assert len(votes_in(place)) == 2
    assert votes["endpoint"].respondent.only == (ATTITUDE, TASTE)
    assert votes["endpoint"].answer(ATTITUDE).position == 3
    assert votes["operations"].answer(ATTITUDE).position == 4


@pytest.mark.parametrize("teams", [("endpoint",), ("endpoint", "operations")], ids=["one team", "two teams"])
def test_whoever_comes_back_goes_on_with_the_votes_of_this_sitting(place: Workspace, teams: tuple[str, ...]) -> None:
    opened(place).vote(ATTITUDE, Facet.POSITION, dict.fromkeys(teams, 4))
    back = opened(place)
    assert back.comparison.round == 2
    assert counts(back, "endpoint") == (0, 0, 0, 0, 1, 0)
    back.vote(ATTITUDE, Facet.POSITION, {"endpoint": 2})
    assert len(votes_in(place)) == len(teams)


def test_a_vote_on_another_day_is_a_round_of_its_own(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(place).vote(ATTITUDE, Facet.POSITION, VOTED)
    tomorrow = NOW + dt.timedelta(days=1)
    monkeypatch.setattr("maturity.clock.now", lambda: tomorrow)
    after = Workshop.open(place, None, tomorrow.date()).vote(ATTITUDE, Facet.POSITION, {"endpoint": 2})
    assert after.comparison.round == 3


def test_an_item_keeps_its_number_and_is_done_once_no_talk_is_needed_any_more(place: Workspace) -> None:
    workshop = opened(place)
    before = {item.question: item.number for item in workshop.items}
    after = workshop.vote(TASTE, Facet.POSITION, {"endpoint": 5, "operations": 5})
    assert {item.question: item.number for item in after.items} == before
    item = after.item(TASTE)
    assert item is not None
    assert item.is_done
    assert item.done_says == "As the teams answer now, nothing is left to settle here."


def test_what_single_voices_agree_on_is_still_to_be_confirmed(place: Workspace) -> None:
    item = opened(place).vote(ATTITUDE, Facet.POSITION, {"endpoint": 5, "operations": 5}).item(ATTITUDE)
    assert item is not None
    assert (item.urgency, item.is_done) == ("confirm", False)


def test_a_team_that_is_not_asked_a_question_cannot_vote_on_it(place: Workspace) -> None:
    asked = next(one for one in small().questions if one.asked)
    stranger = next(team.id for team in small().teams if team.id not in asked.asked)
    with pytest.raises(NoVoteError, match=r"This question is not asked of \w+\."):
        opened(place).vote(asked.id, asked.facets[0], {stranger: 1})


def test_there_is_no_vote_after_the_last_round(tmp_path: Path) -> None:
    handed_in(tmp_path, [in_round(999, team, said) for team, said in FIRST.items()])
    with pytest.raises(NoVoteError, match=r"There is no round after round 999\."):
        opened(Workspace(tmp_path, small())).vote(ATTITUDE, Facet.POSITION, VOTED)
