"""Other names for the teams of a questionnaire: what changes, what never does, and how each fault is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from questionnaires import InvalidFile, Questionnaire, builtin, load, parse, reference_to
from questionnaires.loading import fingerprint
from questionnaires.roster import admit_roster
from questionnaires.team_names import with_names
from questionnaires.words import Means
from tests.given.builders import SMALL, small

OTHER = {"endpoint": "Workplace", "operations": "Run"}


def document(**teams: Any) -> dict[str, Any]:
    return {"kind": "roster", "schema": 1, "teams": teams}


def faults(found: dict[str, Any]) -> list[str]:
    """Key and sentence of every fault."""
    with pytest.raises(InvalidFile) as caught:
        admit_roster(found, "names.toml", small())
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


def owners(questionnaire: Questionnaire) -> dict[str, str]:
    """By key, what the options of the owner scale are called."""
    scale = questionnaire.scale_of(
        questionnaire.question_by_id["ownership.pause"], questionnaire.questions[0].facets[0]
    )
    return {option.key: option.label for option in scale.options}


def test_a_roster_names_some_of_the_teams() -> None:
    assert admit_roster(document(endpoint=" Workplace "), "names.toml", small()).teams == {"endpoint": "Workplace"}


def test_two_teams_can_change_their_names_for_each_other() -> None:
    assert admit_roster(document(endpoint="Operations", operations="Endpoint"), "names.toml", small()).teams


@pytest.mark.parametrize(
    ("teams", "found"),
    [
        ({"endpoint": "x" * 21}, ["teams.endpoint: is too long; at most 20 characters"]),
        ({"endpoint": " "}, ["teams.endpoint: must not be empty"]),
        ({"endpoint": 1}, ["teams.endpoint: is 1; a text in quotes was expected"]),
        (
            {"endpoint": "a\nb"},
            ["teams.endpoint: must be one line; put a space in place of each line break and tab"],
        ),
        (
            {"desktop": "Desk"},
            ["teams.desktop: is no team of this questionnaire; its teams are endpoint, operations, security, network"],
        ),
        (
            {"endpoint": "sEcurity"},
            ["teams.endpoint: is what security is called as well; give each team a name of its own"],
        ),
        (
            {"endpoint": "Desk", "network": "\uff24esk"},
            [
                "teams.endpoint: is what network is called as well; give each team a name of its own",
                "teams.network: is what endpoint is called as well; give each team a name of its own",
            ],
        ),
        (
            {"endpoint": "Nobody  yet"},
            ["teams.endpoint: is what another answer to the owner is called; give the team a name of its own"],
        ),
    ],
)
def test_a_fault_says_what_to_do(teams: dict[str, Any], found: list[str]) -> None:
    assert faults(document(**teams)) == found


def test_all_faults_are_named_together() -> None:
    found = faults({**document(endpoint="x" * 21, desktop="Desk", network="Security"), "extra": 1})
    assert [line.partition(":")[0] for line in found] == ["teams.endpoint", "extra", "teams.desktop", "teams.network"]


def test_a_roster_without_names_is_a_fault() -> None:
    assert faults(document()) == ["teams: needs at least 1 entries"]


def test_teams_and_their_options_get_the_names_and_nothing_else_changes() -> None:
    renamed = with_names(small(), OTHER)
    assert {team.id: team.label for team in renamed.teams} == {
        **{team.id: team.label for team in small().teams},
        **OTHER,
    }
    assert owners(renamed) == {**owners(small()), **OTHER}
    assert renamed.questions == small().questions
    assert renamed.candidates == small().candidates


def test_the_sentence_below_an_owner_no_longer_calls_it_by_the_old_name() -> None:
    told = [
        option.behaviour
        for scale in with_names(builtin(), {"endpoint": "Workplace"}).scales
        for option in scale.options
        if option.label == "Workplace"
    ]
    assert told == [builtin().team_by_id["endpoint"].about]


def test_ids_meanings_and_fingerprint_stay() -> None:
    renamed = with_names(small(), OTHER)
    assert reference_to(renamed) == reference_to(small())
    assert list(renamed.team_by_id) == list(small().team_by_id)
    assert fingerprint(renamed) != renamed.fingerprint == small().fingerprint


def test_what_was_found_by_an_id_before_has_the_new_name_as_well() -> None:
    before = small()
    assert before.team_by_id["endpoint"].label == "Endpoint"
    assert with_names(before, OTHER).team_by_id["endpoint"].label == "Workplace"
    assert before.team_by_id["endpoint"].label == "Endpoint"


def test_every_team_of_the_built_in_questionnaire_can_be_renamed() -> None:
    names = {team.id: f"Team {place}" for place, team in enumerate(builtin().teams)}
    renamed = with_names(builtin(), names)
    told = {option.label for scale in renamed.scales for option in scale.options if option.means is Means.TEAM}
    assert told == set(names.values())


def written(place: Path, **files: str) -> Path:
    (place / "small.toml").write_bytes(SMALL.read_bytes())
    for name, names in files.items():
        (place / f"{name}.toml").write_text(f'kind = "roster"\nschema = 1\n[teams]\n{names}\n', encoding="utf-8")
    return place


def test_a_roster_beside_a_questionnaire_names_its_teams(tmp_path: Path) -> None:
    loaded = load(written(tmp_path, names='endpoint = "Workplace"'))
    assert (loaded.team_by_id["endpoint"].label, loaded.fingerprint) == ("Workplace", small().fingerprint)


def test_a_roster_by_itself_names_the_teams_of_the_built_in_questionnaire(tmp_path: Path) -> None:
    written(tmp_path, names='endpoint = "Workplace"')
    loaded = load(tmp_path / "names.toml")
    assert (loaded.head.id, loaded.team_by_id["endpoint"].label) == (builtin().head.id, "Workplace")


def test_two_rosters_beside_a_questionnaire_are_both_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile) as caught:
        load(written(tmp_path, a='endpoint = "One"', b='endpoint = "Two"'))
    assert [(fault.file, fault.message) for fault in caught.value.faults] == [
        ("a.toml", "is one of several rosters; keep one"),
        ("b.toml", "is one of several rosters; keep one"),
    ]


def test_names_of_teams_are_cleaned() -> None:
    found = parse(b'kind = "roster"\nschema = 1\n[teams]\nendpoint = "a\\u001bb"\n', "names.toml")
    assert admit_roster(found, "names.toml", small()).teams == {"endpoint": "a\ufffdb"}


def test_a_code_goes_with_the_name_that_it_was_made_for() -> None:
    codes = {team.id: team.code for team in with_names(builtin(), {"operations": "Platform"}).teams}
    assert (codes["operations"], codes["endpoint"]) == (None, "END")
