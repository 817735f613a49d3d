"""Going on with a response whose questionnaire has changed since it was begun."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maturity.files.workspace import Workspace
from maturity.rounds.resuming import Start, UnclearStartError, find_or_begin
from questionnaires import Answer, Questionnaire, reference_to
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.files import Outcome, snapshot_of
from tests.given.rounds import handed_in
from tests.given.versions import OTHER_BASIS, OTHER_LADDER, OTHER_NAME, OTHER_TEXT, SAID, begun

Continue = Callable[..., Outcome]


@pytest.fixture
def go_on(command: Command, own: Path, monkeypatch: pytest.MonkeyPatch) -> Continue:
    """Goes on answering for endpoint with these lines, then closes the input."""

    def run(*typed: str) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        return command("-q", own, "assess", "--plain", "--team", "endpoint")

    return run


def saved(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_after_a_changed_text_one_goes_on_and_loses_nothing(go_on: Continue, place: Path) -> None:
    (path,) = handed_in(place / "workspace", [begun(OTHER_TEXT)])
    before = saved(path)
    said = go_on("6")
    assert (said.code, said.err) == (0, "")
    after = saved(path)
    assert after["answers"] == {**before["answers"], "ownership.deploy": {"owner": "service"}}
    assert before["questionnaire"]["fingerprint"] == OTHER_TEXT.fingerprint
    assert after["questionnaire"] == reference_to(small()).model_dump()
    assert after["respondent"]["id"] == before["respondent"]["id"]
    assert [file.name for file in (place / "workspace").iterdir()] == [path.name]


def test_what_is_only_looked_at_is_not_saved(place: Path) -> None:
    (path,) = handed_in(place / "workspace", [begun(OTHER_TEXT)])
    before = path.read_bytes()
    found = find_or_begin(Workspace(place / "workspace", small()), Start("endpoint"))
    assert found.response.answers == dict(SAID)
    assert path.read_bytes() == before


def test_what_was_saved_in_this_version_is_read_and_continued_again(go_on: Continue, place: Path) -> None:
    (path,) = handed_in(place / "workspace", [begun(OTHER_TEXT)])
    go_on("6")
    assert go_on("1").code == 0
    assert len(saved(path)["answers"]) == 5


def test_a_renamed_question_keeps_its_answer(place: Path) -> None:
    handed_in(place / "workspace", [begun(OTHER_NAME, {"risk.posture": Answer(position=4)})])
    today = small('[renamed]\n"risk.posture" = "risk.attitude"\n')
    workspace = Workspace(place / "workspace", today)
    found = workspace.save(find_or_begin(workspace, Start("endpoint")))
    assert saved(found.path)["answers"] == {"risk.attitude": {"position": 4}}
    assert workspace.read().faults == ()


@pytest.mark.parametrize(
    ("written_to", "answers", "changed"),
    [
        pytest.param(OTHER_LADDER, None, "control.release", id="a scale"),
        pytest.param(OTHER_NAME, {"risk.posture": Answer(position=4)}, "risk.posture", id="a question that is gone"),
        pytest.param(OTHER_BASIS, None, "control.release", id="the list of bases"),
    ],
)
def test_what_no_longer_means_what_it_meant_is_refused_and_left_alone(
    go_on: Continue, place: Path, written_to: Questionnaire, answers: dict[str, Answer] | None, changed: str
) -> None:
    (path,) = handed_in(place / "workspace", [begun(written_to, answers)])
    before = snapshot_of(place)
    said = go_on("1")
    assert (said.code, said.out) == (2, "")
    assert said.messages == [
        f"{path.name} answers version 1 of the questionnaire, and {changed} changed since; it is compared where that "
        "is possible, but not continued. Begin a new response instead."
    ]
    assert snapshot_of(place) == before


def test_a_changed_scale_that_nobody_answered_on_is_no_hindrance(go_on: Continue, place: Path) -> None:
    (path,) = handed_in(place / "workspace", [begun(OTHER_LADDER, {"risk.soak": Answer(position=2)})])
    assert go_on("1").code == 0
    assert saved(path)["answers"] == {"ownership.pause": {"owner": "endpoint"}, "risk.soak": {"position": 2}}


def test_two_answers_to_what_is_one_question_now_are_not_merged(place: Path) -> None:
    """Whichever was kept, the other would be lost."""
    said = {"risk.taste": Answer(position=0), "risk.attitude": Answer(position=5)}
    (path,) = handed_in(place / "workspace", [begun(OTHER_TEXT, said)])
    text = path.read_text(encoding="utf-8").replace("risk.taste", "risk.posture")
    path.write_text(text, encoding="utf-8")
    today = small('[renamed]\n"risk.posture" = "risk.attitude"\n')
    with pytest.raises(UnclearStartError):
        find_or_begin(Workspace(place / "workspace", today), Start("endpoint"))
