"""A quick vote in the room: each team as one voice, in the next round, and only if somebody records it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from pathlib import Path

import pytest

from maturity.app.screens.home_words import next_words, people_line, votes_row
from maturity.files.gathering import ResponseFile
from maturity.files.saving import NotSavedError
from maturity.files.workspace import Workspace
from maturity.reports.people import people_lines
from maturity.rounds.choosing import choice_of, round_chosen
from maturity.rounds.invited import people_answered
from maturity.rounds.round import Round
from maturity.rounds.teams import Answered, team_states
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_votes import NoVoteError
from questionnaires import Answer, Response
from questionnaires.decisions import Outcome
from questionnaires.words import Facet
from tests.given.builders import respond, small
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


def day_of(workshop: Workshop) -> list[tuple[str, int, bool]]:
    return [(item.question, item.number, item.is_done) for item in workshop.items]


def test_items_keep_number_and_count_all_day_also_when_a_vote_settles_one_and_the_workshop_is_left(
    place: Workspace,
) -> None:
    began = opened(place)
    after = began.vote(TASTE, Facet.POSITION, {"endpoint": 5, "operations": 5})
    assert day_of(opened(place)) == day_of(after)
    assert [item.number for item in opened(place).items] == [item.number for item in began.items]
    # Whoever comes from home comes with the round that is compared there by now.
    assert day_of(Workshop.open(place, choice_of(place.read()), NOW.date())) == day_of(after)


def test_what_was_decided_today_stays_on_the_list_though_a_vote_left_nothing_to_settle(place: Workspace) -> None:
    decided = opened(place).decide(TASTE, Facet.POSITION, Outcome(option=5), "Bea Ohm")
    decided.vote(TASTE, Facet.POSITION, {"endpoint": 5, "operations": 5})
    back = opened(place)
    item = back.item(TASTE)
    assert item is not None
    assert item.is_done
    assert "Bea Ohm" in item.done_says
    assert [one.question for one in back.items] == [one.question for one in decided.items]


def test_a_vote_is_no_person_anywhere(place: Workspace) -> None:
    before = people_answered(place.read(), 1)
    opened(place).vote(ATTITUDE, Facet.POSITION, dict.fromkeys(FIRST, 4))
    gathered = place.read()
    assert all(one.respondent.voted for one in votes_in(place))
    assert [people_answered(gathered, number) for number in (1, 2)] == [before, {}]
    states = team_states(place.questionnaire, gathered, gathered.round_to_answer, Answered())
    assert {state.team: state.people for state in states if state.people} == dict(before)
    found = round_chosen(gathered, place.questionnaire, choice_of(gathered))
    assert found.movement is not None
    assert found.movement.people is not None
    assert found.movement.people.teams == {}
    assert {team.name: (team.respondents, team.votes, team.people) for team in found.results().team} == {
        place.questionnaire.team_by_id[team].label: (0, 1, count) for team, count in before.items()
    }
    assert any(line.endswith(" then)") and "a vote of the room in round 2" in line for line in told(found))


def test_home_shows_the_people_beside_the_votes_and_who_has_not_finished(tmp_path: Path) -> None:
    people = [in_round(1, team, said) for team, said in FIRST.items()]
    open_ = respond("security", {ATTITUDE: Answer(position=1)}, respondent="secu9")
    handed_in(tmp_path, [*people, open_])
    place = Workspace(tmp_path, small())
    opened(place).vote(ATTITUDE, Facet.POSITION, dict.fromkeys(FIRST, 4))
    gathered = place.read()
    states = team_states(small(), gathered, gathered.round_to_answer, Answered())
    assert "Security has not finished." in str(next_words(small(), gathered, states, usual))
    assert str(votes_row(small(), gathered)).startswith("And a vote of the room: Endpoint")
    line = str(people_line(4, usual, is_unfolded=False, votes=3))
    assert line == "▸ 4 people and 3 votes of the room, one by one: f shows them"


def test_whoever_answers_again_beside_votes_is_told_apart_from_them(place: Workspace) -> None:
    opened(place).vote(ATTITUDE, Facet.POSITION, VOTED)
    again = in_round(2, "endpoint", {ATTITUDE: Answer(position=1)}, respondent="another")
    place.save(ResponseFile(place.folder / "again.toml", again, ""))
    gathered = place.read()
    assert people_answered(gathered, 2) == {"endpoint": 1}
    people = round_chosen(gathered, place.questionnaire, choice_of(gathered)).movement
    assert people is not None
    assert people.people is not None
    assert people.people.teams["endpoint"].both == 1
    assert people.people.teams["endpoint"].new == 0


def test_an_older_vote_without_its_mark_is_a_vote_of_this_sitting_and_counts_as_before(place: Workspace) -> None:
    opened(place).vote(ATTITUDE, Facet.POSITION, VOTED)
    for path in place.folder.glob("*--room*.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace("voted = true\n", ""), encoding="utf-8")
    assert people_answered(place.read(), 2) == dict.fromkeys(VOTED, 1)
    assert len(opened(place).votes) == 1


def usual(_: str, key: str) -> str:
    return key


def told(found: Round) -> list[str]:
    return list(people_lines(found.results(), 200))
