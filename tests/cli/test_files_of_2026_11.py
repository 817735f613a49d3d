"""Responses to version 2026.11, as that version wrote them: what still means what it meant is used and kept.

In 2026.12 the ladder of control, what needs rest on and four scales mean something else, three questions are gone, and
one is renamed. Operations answered the core questions; Security all of them, those that are gone among them;
Architecture none of those whose meaning changed.
"""

from __future__ import annotations

import io
import json
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from questionnaires import builtin, reference_to
from tests.given.commands import Command
from tests.given.files import put

WRITTEN: Final = Path(__file__).parents[1] / "given" / "version_2026_11"
OPERATIONS: Final = "operations--p6k1z8bf--r1.toml"
SECURITY: Final = "security--j9d5s3gu--r1.toml"
ARCHITECTURE: Final = "architecture--w3f8e6lo--r1.toml"
GONE: Final = {"control.exempt_device", "ownership.enrol_tenant", "ownership.fix_readiness_assessment_issues"}


def answers_in(name: str) -> dict[str, Any]:
    """The answers of one of these files, as TOML reads them."""
    found: dict[str, Any] = tomllib.loads((WRITTEN / name).read_text(encoding="utf-8"))["answers"]
    return found


def changed() -> set[str]:
    """The questions answered on a scale whose meaning is another one today."""
    scales = reference_to(builtin()).scales
    found = set()
    for path in WRITTEN.iterdir():
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        for name in document["answers"]:
            question = builtin().question_by_id.get(name)
            if question and document["questionnaire"]["scales"][question.scale] != scales[question.scale]:
                found.add(name)
    return found


@pytest.fixture
def tree(command: Command) -> dict[str, Any]:
    """What comparing these files gives."""
    said = command("compare", WRITTEN, "--json")
    assert said.code == 0
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_what_means_something_else_now_is_named_and_left_out(tree: dict[str, Any]) -> None:
    named = set(tree["left_out"]["incomparable"])
    assert named == changed()
    ladder = {question.id for question in builtin().questions if question.scale == "delegation"}
    assert named >= {name for name in answers_in(OPERATIONS) if name in ladder}
    assert {name for name in named if not name.startswith("control.")} == {
        "operating_model.ownership",
        "risk_appetite.exposure_or_disruption",
        "risk_appetite.not_ready",
        "risk_appetite.soak_days",
    }


def test_answers_to_questions_that_are_gone_are_counted_and_left_out(tree: dict[str, Any]) -> None:
    assert tree["left_out"]["unknown"] == dict.fromkeys(sorted(GONE), 1)


def test_the_text_names_both(command: Command) -> None:
    text = " ".join(command("compare", WRITTEN, "--brief").out.split())
    assert f"left out: {', '.join(sorted(GONE))}." in text
    assert f"were not compared: {', '.join(sorted(changed()))}." in text


@pytest.mark.parametrize(
    "question",
    [
        "ownership.review_update_reports",
        "control.see_what_happened",
        "risk_appetite.last_ring_days",
        "operating_model.approvals",
        "readiness.network_endpoints",
    ],
)
def test_of_every_section_answers_are_used(tree: dict[str, Any], question: str) -> None:
    found = next(item for item in tree["question"] if item["id"] == question)
    said = {path.name.split("--")[0] for path in WRITTEN.iterdir() if question in answers_in(path.name)}
    cells = [cell for facet in found["facet"] for cell in facet["team"]]
    heard = {cell["id"] for cell in cells if sum(cell["counts"]) or cell["dont_know"]}
    assert heard == said != set()


def test_a_renamed_question_is_followed(tree: dict[str, Any]) -> None:
    (found,) = (item for item in tree["question"] if item["id"] == "ownership.ring_overlap_within_a_group")
    assert found["named"]["architecture"] == ["service"]


def test_going_on_keeps_every_answer_with_its_note_and_its_flag(
    command: Command, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(place / "workspace" / ARCHITECTURE, (WRITTEN / ARCHITECTURE).read_bytes())
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    assert command("assess", "--plain", "--respondent", "w3f8e6lo").code == 0
    after = tomllib.loads(path.read_text(encoding="utf-8"))
    before = answers_in(ARCHITECTURE)
    before["ownership.ring_overlap_within_a_group"] = before.pop("ownership.keep_one_ring_per_device")
    kept = {name: answer for name, answer in after["answers"].items() if name in before}
    assert (kept | {"operating_model.standards": None}) == (before | {"operating_model.standards": None})
    assert after["questionnaire"]["version"] == builtin().head.version


@pytest.mark.parametrize(("name", "respondent"), [(OPERATIONS, "p6k1z8bf"), (SECURITY, "j9d5s3gu")])
def test_a_file_with_answers_that_mean_something_else_is_left_as_it_is(
    command: Command, place: Path, monkeypatch: pytest.MonkeyPatch, name: str, respondent: str
) -> None:
    path = put(place / "workspace" / name, (WRITTEN / name).read_bytes())
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    said = command("assess", "--plain", "--respondent", respondent)
    assert (said.code, said.out) == (2, "")
    assert "it is compared where that is possible, but not continued" in said.err
    assert path.read_bytes() == (WRITTEN / name).read_bytes()
