"""What is contested by a results file: nobody needs the answers of the others."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import tomli_w

from maturity.rounds.agenda_items import NothingToSettleError
from maturity.rounds.next_round import to_settle_in_results
from questionnaires import Answer
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.files import Outcome, put, snapshot_of
from tests.given.rounds import AGENDA, first_round, handed_in, in_round

Assess = Callable[..., Outcome]
RESULTS: Final = Path("results.toml")


@pytest.fixture
def results(command: Command, own: Path, place: Path) -> dict[str, Any]:
    """The results of the first round, as they were sent to a team, lying beside it as `results.toml`."""
    handed_in(place / "elsewhere", first_round())
    assert command("-q", own, "export", place / "elsewhere", "-o", RESULTS).code == 0
    return tomllib.loads(RESULTS.read_text(encoding="utf-8"))


@pytest.fixture
def assess(command: Command, own: Path, monkeypatch: pytest.MonkeyPatch) -> Assess:
    """Answers as endpoint what these results hold to be contested, with these lines typed."""

    def run(*typed: str) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        return command("-q", own, "assess", "--plain", "--team", "endpoint", "--contested", RESULTS)

    return run


def the_file(place: Path) -> dict[str, Any]:
    """The one file of round 2 in the workspace."""
    (path,) = (place / "workspace").glob("*--r2.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("results")
def test_nobody_needs_the_answers_of_the_others(assess: Assess, place: Path) -> None:
    handed_in(place / "workspace", first_round()[:1])
    said = assess("1", "3", "2", "4", "0")
    assert (said.code, said.messages) == (0, ["4 questions are on the agenda of round 1; this is round 2."])
    document = the_file(place)
    assert (document["respondent"]["id"], document["respondent"]["only"]) == ("endpoint1", list(AGENDA))
    assert list(document["answers"]) == list(AGENDA)


@pytest.mark.usefixtures("results")
def test_in_an_empty_workspace_one_begins_as_a_new_person(assess: Assess, place: Path) -> None:
    assert assess().code == 0
    document = the_file(place)
    assert document["respondent"]["only"] == list(AGENDA)
    assert document["answers"] == {}


def test_what_is_listed_beside_the_agenda_is_contested_as_well(command: Command, own: Path, place: Path) -> None:
    torn = [in_round(1, "endpoint", {"risk.soak": Answer(position=said)}, respondent=f"endp{said}") for said in (0, 5)]
    outside = in_round(
        1, "security", {"risk.soak": Answer(position=2), "risk.exposure": Answer(position="not_applicable")}
    )
    handed_in(place / "elsewhere", [*torn, outside, in_round(1, "operations", {"risk.exposure": Answer(position=1)})])
    assert command("-q", own, "export", place / "elsewhere", "-o", RESULTS).code == 0
    assert tomllib.loads(RESULTS.read_text(encoding="utf-8"))["agenda"] == []
    assert to_settle_in_results(RESULTS, small()).questions == ("risk.soak", "risk.exposure")


@pytest.mark.usefixtures("results")
def test_a_question_that_was_renamed_since_is_still_contested() -> None:
    put(RESULTS, RESULTS.read_text(encoding="utf-8").replace("ownership.pause", "ownership.stop"))
    renamed = small('[renamed]\n"ownership.stop" = "ownership.pause"\n')
    assert to_settle_in_results(RESULTS, renamed).questions == AGENDA


def test_results_with_nothing_on_their_agenda_begin_nothing(
    assess: Assess, results: dict[str, Any], place: Path
) -> None:
    put(RESULTS, tomli_w.dumps(results | {"agenda": []}))
    said = assess()
    assert (said.code, said.out) == (2, "")
    assert said.messages == ["results.toml has no question of this questionnaire on its agenda."]
    assert not (place / "workspace").exists()


@pytest.mark.usefixtures("results")
def test_results_on_other_questions_begin_nothing() -> None:
    text = RESULTS.read_text(encoding="utf-8")
    for question in AGENDA:
        text = text.replace(question, f"{question}_elsewhere")
    put(RESULTS, text)
    with pytest.raises(NothingToSettleError, match="no question of this questionnaire on its agenda"):
        to_settle_in_results(RESULTS, small())


@pytest.mark.parametrize("content", [None, "", "kind = ", 'kind = "response"\nschema = 1\n', b"\xff\xfe\x00"])
def test_what_is_no_results_file_is_invalid(assess: Assess, place: Path, content: str | bytes | None) -> None:
    if content is not None:
        put(RESULTS, content)
    before = snapshot_of(place)
    said = assess()
    assert (said.code, said.out, len(said.messages)) == (3, "", 1)
    assert said.err.startswith("results.toml: ")
    assert snapshot_of(place) == before


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("round", None),
        ("round", "one"),
        ("round", 0),
        ("round", -3),
        ("round", 999),
        ("round", 10**12),
        ("round", True),
        ("agenda", None),
        ("agenda", "all"),
        ("agenda", [{"question": ["risk.attitude"]}]),
        ("agenda", [3]),
        ("no_common_position", 5),
        ("applicability_conflict", "none"),
    ],
)
def test_broken_results_are_refused_in_words_and_nothing_is_written(
    assess: Assess, results: dict[str, Any], place: Path, part: str, value: Any
) -> None:
    del results[part]
    put(RESULTS, tomli_w.dumps(results if value is None else results | {part: value}))
    before = snapshot_of(place)
    said = assess()
    assert (said.code in (2, 3), said.out) == (True, "")
    assert said.messages
    assert snapshot_of(place) == before
