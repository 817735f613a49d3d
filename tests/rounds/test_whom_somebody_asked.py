"""Who has answered of those whom a roster says were asked: counted, never matched, and the same in the results."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.results.invited import InvitedResults
from maturity.results.model import Results, read_results
from maturity.results.writing import document, export_results, to_toml
from maturity.rounds.choosing import choice_of, round_chosen
from maturity.rounds.invited import Heard, heard_in
from questionnaires import InvalidFile
from scoring import tally
from tests.given.asking import UNTIL, asked, put_roster
from tests.given.builders import respond, small
from tests.given.files import GOOD
from tests.given.rounds import AGENDA, FIRST, first_round, handed_in, in_round


def heard(folder: Path, number: int = 1) -> dict[str, Heard]:
    return heard_in(gather([folder], small()), small(), number)


def results_of(folder: Path) -> Results:
    gathered = gather([folder], small())
    return round_chosen(gathered, small(), choice_of(gathered)).results()


def test_without_a_roster_nobody_is_known_to_have_been_asked(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    assert heard(tmp_path) == {}


def test_who_has_an_answer_counts_and_who_has_only_begun_does_not(tmp_path: Path) -> None:
    handed_in(tmp_path, [*first_round(), in_round(1, "endpoint", {}, respondent="endpoint2", completed=False)])
    put_roster(tmp_path, asked("network", people=2), asked("endpoint", people=3), asked("security"))
    assert heard(tmp_path) == {
        "endpoint": Heard("Endpoint", 1, 3, UNTIL),
        "security": Heard("Security", 1, None, UNTIL),
        "network": Heard("Network", 0, 2, UNTIL),
    }


def test_whoever_a_tally_counts_has_answered(tmp_path: Path) -> None:
    people = [respond("network", GOOD, respondent=f"netw{place}") for place in range(2)]
    sent = tally_document(small(), tally(small(), people), people_in(people), 1)
    (tmp_path / "sent.toml").write_bytes(tally_bytes(sent))
    put_roster(tmp_path, asked("network", people=3))
    assert heard(tmp_path)["network"].answered == 2


def test_each_round_counts_its_own_people(tmp_path: Path) -> None:
    handed_in(tmp_path, [*first_round(), in_round(2, "endpoint", FIRST["endpoint"], only=AGENDA)])
    put_roster(tmp_path, asked("endpoint", people=1), asked("endpoint", people=2, round=2))
    assert heard(tmp_path, 1)["endpoint"].missing == 0
    assert heard(tmp_path, 2)["endpoint"] == Heard("Endpoint", 1, 2, None)


@pytest.mark.parametrize(
    ("answered", "of", "missing", "lacks_some", "is_more"),
    [(2, 3, 1, True, False), (3, 3, 0, False, False), (4, 3, 0, False, True), (1, None, None, False, False)],
)
def test_more_than_were_asked_is_neither_missing_nor_capped_and_unknown_stays_unknown(
    answered: int, of: int | None, missing: int | None, lacks_some: bool, is_more: bool
) -> None:
    one = Heard("Security", answered, of, UNTIL)
    assert (one.missing, one.lacks_some, one.is_more) == (missing, lacks_some, is_more)


def test_results_hold_whom_somebody_asked_beside_who_answered(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    put_roster(tmp_path, asked("endpoint", people=3), asked("network", people=2), asked("security"))
    found = results_of(tmp_path)
    assert {team.id: team.invited for team in found.team} == {
        "endpoint": InvitedResults(people=3, answered=1, until=UNTIL),
        "operations": None,
        "security": InvitedResults(answered=1, until=UNTIL),
    }
    assert [(team.id, team.invited) for team in found.silent] == [
        ("network", InvitedResults(people=2, answered=0, until=UNTIL))
    ]


def test_a_team_of_which_nothing_was_answered_again_still_counts_as_not_heard_in_this_round(tmp_path: Path) -> None:
    second = [in_round(2, team, FIRST[team], only=AGENDA) for team in ("endpoint", "operations")]
    handed_in(tmp_path, [*first_round(), *second])
    put_roster(tmp_path, asked("security", people=1), head="round = 2")
    assert results_of(tmp_path).team_by_id["security"].invited == InvitedResults(people=1, answered=0)


def test_results_with_whom_somebody_asked_read_back_as_they_were_written(tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    handed_in(answers, first_round())
    put_roster(answers, asked("endpoint", labels='["Anna", "Night shift"]'), asked("network"))
    found = results_of(answers)
    for name in ("results.toml", "results.json"):
        export_results(found, tmp_path / name)
    written = tomllib.loads((tmp_path / "results.toml").read_text(encoding="utf-8"))
    assert written["team"][0]["invited"] == {"people": 2, "answered": 1, "until": UNTIL}
    assert "Anna" not in (tmp_path / "results.toml").read_text(encoding="utf-8")


def test_a_roster_changes_nothing_else_in_the_results(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    before = document(results_of(tmp_path))
    put_roster(tmp_path, asked("endpoint", people=3), asked("network", people=2))
    after = results_of(tmp_path)
    teams = tuple(team.model_copy(update={"invited": None}) for team in after.team)
    assert document(after.model_copy(update={"team": teams, "silent": ()})) == before


def test_a_roster_of_names_alone_or_of_another_round_changes_no_byte(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    before = to_toml(results_of(tmp_path))
    put_roster(tmp_path, asked("endpoint", people=3, round=2))
    assert to_toml(results_of(tmp_path)) == before


def test_results_in_which_a_silent_team_has_answered_are_refused(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    put_roster(tmp_path, asked("network"))
    sent = tomllib.loads(to_toml(results_of(tmp_path)))
    sent["silent"][0]["id"] = "endpoint"
    with pytest.raises(InvalidFile) as caught:
        read_results(sent, "results.toml")
    assert str(caught.value) == 'results.toml: silent[0].id: is "endpoint", which is among the teams that answered'
