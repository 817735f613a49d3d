"""What is tried on the scale: who moves, who stands where, and nothing of it is an answer."""

from __future__ import annotations

from maturity.app.screens.trying import ROOM, Trial, asides, changed, most_voted, voted_says
from maturity.pictures.codes import codes
from questionnaires.words import Facet
from tests.given.example_results import example_results

RESULTS = example_results()
TEAMS = ("endpoint", "operations")


def test_the_room_moves_first_and_then_team_by_team_around_again() -> None:
    trial = Trial(Facet.OWNER, TEAMS)
    seen = [trial.who]
    for _ in range(3):
        trial = trial.turned(1)
        seen.append(trial.who)
    assert seen == [ROOM, "endpoint", "operations", ROOM]
    assert trial.turned(-1).who == "operations"


def test_whoever_was_moved_stays_there_while_another_one_moves() -> None:
    trial = Trial(Facet.OWNER, TEAMS).put(3).turned(1).put(1).turned(1).put(0)
    assert (trial.outcome, dict(trial.moved), trial.place) == (3, {"endpoint": 1, "operations": 0}, 0)


def test_behind_each_option_stands_who_chose_it_and_a_moved_team_behind_a_mark() -> None:
    item = RESULTS.question_by_id["ownership.review_update_reports"]
    teams = tuple(team.id for team in RESULTS.team)
    trial = Trial(Facet.OWNER, teams)
    assert asides(item, trial, codes(RESULTS))[:3] == ("OPS", "END SEC ARC", "")
    moved = trial.put(1).turned(1).put(2)
    assert asides(item, moved, codes(RESULTS))[:3] == ("OPS", "SEC ARC ◆outcome", "▸END")


def test_only_a_team_that_is_put_elsewhere_than_it_stood_counts_as_moved() -> None:
    item = RESULTS.question_by_id["ownership.review_update_reports"]
    trial = Trial(Facet.OWNER, TEAMS, moved={"endpoint": 1, "operations": 2})
    assert changed(item, trial) == 1
    assert changed(item, Trial(Facet.OWNER, TEAMS)) == 0


def test_what_most_voted_for_is_known_and_a_tie_is_said() -> None:
    labels = ("Endpoint", "Operations", "Security")
    votes = {"a": 1, "b": 1, "c": 0}
    assert (most_voted(votes), voted_says(labels, votes)) == (1, "Operations 2 of 3, Endpoint 1 of 3")
    tie = {"a": 1, "b": 2}
    assert (most_voted(tie), voted_says(labels, tie)) == (None, "a tie, Operations 1 of 2, Security 1 of 2")
    assert most_voted({}) is None


def test_a_team_without_a_common_position_stands_at_both_ends_of_its_answers() -> None:
    item = RESULTS.question_by_id[RESULTS.no_common_position[0].question]
    teams = tuple(team.id for team in RESULTS.team)
    found = asides(item, Trial(Facet.POSITION, teams), codes(RESULTS))
    assert sum("◇END" in words for words in found) == 2
    assert not any("◇OPS" in words for words in found)


def test_the_most_that_is_offered_and_the_strictest_there_can_be_are_marked() -> None:
    offered = next(item for item in RESULTS.question if item.offered is not None and item.offered.most is not None)
    assert offered.offered is not None
    assert offered.offered.most is not None
    found = asides(offered, Trial(Facet.NEEDED, ()), codes(RESULTS))
    assert found[offered.offered.most] == "░ most offered"
    limited = next(item for item in RESULTS.question if item.limit is not None)
    assert limited.limit is not None
    found = asides(limited, Trial(Facet.POSITION, ()), codes(RESULTS))
    assert found[limited.limit] == "░ strictest possible"
