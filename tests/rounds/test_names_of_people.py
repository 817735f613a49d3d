"""The people behind the owners: named once beside the figures, shown by every criterion that is theirs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from maturity.files.actuals_template import template
from maturity.files.gathering import gather
from maturity.reports.criteria import owner_of
from maturity.reports.gate import gate_text
from maturity.reports.outline import text
from maturity.results.model import Results
from maturity.rounds.round import Round, round_of
from questionnaires import InvalidFile
from questionnaires.actuals import Actuals, read_actuals
from tests.given.builders import criterion, small
from tests.given.rounds import first_round, handed_in

TODAY = dt.date(2026, 12, 15)
FIELD = small(
    criterion("stop", owner='{ task = "ownership.pause" }')
    + criterion("deploy", owner='{ task = "ownership.deploy" }')
    + criterion("money", owner='{ role = "Sponsor" }')
)


def named(*roles: dict[str, Any]) -> Actuals:
    pilot = {"questionnaire": "small", "round": 1}
    return read_actuals({"kind": "actuals", "schema": 1, "pilot": pilot, "role": list(roles)}, "pilot.toml")


@pytest.fixture
def found(tmp_path: Path) -> Round:
    handed_in(tmp_path, first_round())
    return round_of(gather([tmp_path], FIELD), FIELD, 1)


def results_of(found: Round, *roles: dict[str, Any]) -> Results:
    return found.judged(named(*roles), "pilot.toml", TODAY).results()


def owners(results: Results) -> dict[str, str]:
    return {item.id: owner_of(item) for item in results.criterion}


def test_a_name_stands_beside_the_owner_of_every_criterion_that_is_theirs(found: Round) -> None:
    without = owners(found.results())
    results = results_of(found, {"task": "ownership.pause", "name": "Kim Doe"}, {"role": "Sponsor", "name": "Ada"})
    assert owners(results)["money"] == "Sponsor (Ada)"
    assert owners(results)["deploy"] == without["deploy"]
    assert {item.id: item.owner_name for item in results.criterion} == {
        "stop": "Kim Doe",
        "deploy": None,
        "money": "Ada",
    }
    assert {item.id: item.owner for item in results.criterion} == without


def test_reports_and_the_gate_say_the_name(found: Round) -> None:
    results = results_of(found, {"role": "Sponsor", "name": "Ada Roe"})
    assert results.gate is not None
    assert "owner Sponsor (Ada Roe)" in " ".join(gate_text(results.gate).split())
    assert "Sponsor (Ada Roe)." in text(results, TODAY)
    assert "owner Sponsor (Ada Roe)" in " ".join(text(results, TODAY, brief=True).split())


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ("Operations", "Operations (Kim Doe)"),
        ("to be agreed: Endpoint or Security", "to be agreed: Endpoint or Security; named: Kim Doe"),
        ("to be named", "to be named; named: Kim Doe"),
        ("Network (to be confirmed: not heard yet)", "Network (to be confirmed: not heard yet); named: Kim Doe"),
    ],
)
def test_a_name_beside_an_owner_that_is_not_settled_stands_apart(found: Round, owner: str, shown: str) -> None:
    item = results_of(found).criterion[0].model_copy(update={"owner": owner, "owner_name": "Kim Doe"})
    assert owner_of(item) == shown


def faults(found: Round, *roles: dict[str, Any]) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        results_of(found, *roles)
    return [f"{fault.key}: {fault.message}" for fault in caught.value.faults]


def test_names_for_what_there_is_not_and_names_given_twice_are_faults_together(found: Round) -> None:
    assert faults(
        found,
        {"task": "ownership.nothing", "name": "A"},
        {"task": "risk.soak", "name": "B"},
        {"role": "Boss", "name": "C"},
    ) == [
        'role[0].task: "ownership.nothing" is no task of this questionnaire',
        'role[1].task: "risk.soak" is no task of this questionnaire',
        'role[2].role: "Boss" is no role of this questionnaire; the roles are Sponsor',
    ]


@pytest.mark.parametrize(
    ("roles", "fault"),
    [
        (({"name": "A"},), "role[0]: name either a task or a role; give one of the two"),
        (
            ({"task": "ownership.pause", "role": "Sponsor", "name": "A"},),
            "role[0]: name either a task or a role; give one of the two",
        ),
        (({"role": "Sponsor"},), "role[0].name: is missing; add it"),
        (({"role": "Sponsor", "name": " "},), "role[0].name: must not be empty"),
        (({"role": "Sponsor", "name": "x" * 81},), "role[0].name: is too long; at most 80 characters"),
        (
            ({"role": "Sponsor", "name": "A"}, {"role": "Sponsor", "name": "B"}),
            'role[1].role: names "Sponsor" a second time; keep one name',
        ),
    ],
)
def test_an_unsound_name_is_a_fault_of_the_file(roles: tuple[dict[str, Any], ...], fault: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        named(*roles)
    assert [f"{one.key}: {one.message}" for one in caught.value.faults] == [fault]


def test_the_template_shows_how_a_task_and_a_role_are_named(found: Round) -> None:
    written = template(found.comparison, found.criteria, TODAY)
    assert '# [[role]]\n# task = "ownership.pause"\n# name = "…"\n' in written
    assert '# [[role]]\n# role = "Sponsor"\n# name = "…"\n' in written
