"""A file of decisions among the answers: what each verb makes of it, what it says of a bad one, and with which code."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from questionnaires.decisions import Decision
from tests.given.builders import HEADER, criterion, small
from tests.given.commands import Command
from tests.given.counted_criteria import OWNED
from tests.given.decisions import decide, decisions_text, park, take_back
from tests.given.files import Outcome, called_in_results, put, two_teams

OWNER = decide("aaaa", "ownership.pause", owner="security")
OTHER = decide("bbbb", "ownership.pause", owner="endpoint")
REFUSED = decisions_text(OWNER).replace('"security"', '"nobody"')
IN_A_WORD = (
    'is "nobody"; an owner is one of endpoint, operations, security, network, provider; where there is none, park it'
)
AT_ODDS = (
    "decisions at odds on “Pausing”: Security by Anna Berg and Endpoint by Anna Berg; none of them counts until one is "
    "decided in their place"
)
CRITERIA = OWNED + criterion("ready", owner='{ task = "ownership.pause" }')
ROUND = ("compare", "export", "report", "gate")


@pytest.fixture
def answers(place: Path, own: Path) -> Path:
    put(own / "rules.toml", HEADER + CRITERIA)
    return two_teams(place / "round")


@pytest.fixture
def run(command: Command, own: Path, place: Path) -> Command:
    """A verb on the answers."""
    put(place / "actuals.toml", 'kind = "actuals"\nschema = 1\n\n[pilot]\nquestionnaire = "small"\nround = 1\n')
    arguments = {
        "check": ("round",),
        "compare": ("round",),
        "export": ("round", "-o", "results.toml"),
        "report": ("round", "-o", "report.html"),
        "gate": ("actuals.toml", "round"),
    }

    def call(*words: str | Path) -> Outcome:
        verb, *more = words
        return command("-q", own, verb, *arguments.get(str(verb), ()), *more)

    return call


def text(*entries: Decision) -> str:
    return decisions_text(*entries, on=small(CRITERIA))


def test_a_decision_names_the_owner_in_what_is_compared_and_exported(run: Command, answers: Path, place: Path) -> None:
    put(answers / "decisions.toml", text(OWNER))
    said = run("compare", "--json")
    assert (said.code, said.err) == (0, "")
    found = json.loads(said.out)
    ready = next(one for one in found["criterion"] if one["id"] == "ready")
    assert (ready["owner"], ready["owner_origin"]) == ("Security", "decided")
    assert [entry["question"] for entry in found["settled"]] == ["ownership.pause"]
    assert "ownership.pause" not in [entry["question"] for entry in found["agenda"]]
    assert found["decision"][0]["says"] == "Decided on 2026-11-27 by Anna Berg: Security."
    assert run("export").code == 0
    (written,) = tomllib.loads((place / "results.toml").read_text())["decision"]
    assert (written["id"], written["says"]) == ("aaaa", found["decision"][0]["says"])


def test_an_undone_decision_and_an_empty_file_leave_not_a_byte(run: Command, answers: Path) -> None:
    before = run("compare", "--json").out
    for written in (text(), text(OWNER, take_back("undo", "aaaa"))):
        put(answers / "decisions.toml", written)
        assert run("compare", "--json") == Outcome(0, before, "")


def test_the_gate_counts_what_was_decided(run: Command, answers: Path) -> None:
    assert "0 of 1, computed from the answers of round 1; not yet: “Pausing”." in run("gate").out
    put(answers / "decisions.toml", text(OWNER))
    assert "1 of 1, 1 of them decided in the room, computed from the answers of round 1." in _on_one_line(
        run("gate").out
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def test_check_says_what_a_sound_file_holds(run: Command, command: Command, own: Path, answers: Path) -> None:
    path = put(answers / "decisions.toml", text(OWNER, park("cccc", "risk.attitude")))
    said = run("check")
    assert (said.code, said.err) == (0, "")
    assert f"{Path('round/decisions.toml')}: fine, 2 entries on decisions" in said.out.splitlines()
    assert command("-q", own, "check", path).out == f"{path}: fine, 2 entries on decisions\n"


@pytest.mark.parametrize("verb", ["check", *ROUND])
def test_a_refused_decision_is_named_with_code_3_and_the_others_are_used(
    run: Command, answers: Path, place: Path, verb: str
) -> None:
    put(
        answers / "decisions.toml",
        REFUSED + text(decide("cccc", "risk.attitude", option=2)).partition("#")[2].join(["#", ""]),
    )
    said = run(verb)
    assert said.code == 3
    assert said.messages[0] == f"{Path('round/decisions.toml')}: decision[0].outcome.owner: {IN_A_WORD}"
    assert (place / "report.html").exists() == (verb == "report")
    if verb == "check":
        assert f"{Path('round/decisions.toml')}: 1 entry on decisions can be used, 1 cannot" in said.out.splitlines()
    if verb == "compare":
        found = json.loads(run(verb, "--json").out)
        assert [one["id"] for one in found["decision"]] == ["cccc"]
        called = called_in_results(answers / "decisions.toml", "decisions")
        assert found["left_out"]["files"] == [f"{called} (in part)"]


@pytest.mark.parametrize("verb", ["check", *ROUND])
def test_two_decisions_on_one_question_are_a_conflict_named_with_code_4_and_neither_is_used(
    run: Command, answers: Path, verb: str
) -> None:
    put(answers / "a.toml", text(OWNER))
    put(answers / "b.toml", text(OTHER))
    said = run(verb)
    says = f'{AT_ODDS}; add one that supersedes "aaaa" (a.toml) and "bbbb" (b.toml)'
    assert said.code == 4
    assert said.messages[:2] == [
        f'{Path("round/a.toml")}: entry "aaaa": {says}',
        f'{Path("round/b.toml")}: entry "bbbb": {says}',
    ]
    if verb == "compare":
        found = json.loads(run(verb, "--json").out)
        assert "decision" not in found
        assert [one["says"].lower() for one in found["clash"]] == [f"{AT_ODDS}.".lower()]


@pytest.mark.parametrize("verb", ROUND)
def test_with_strict_nothing_is_written_for_a_conflict(run: Command, answers: Path, place: Path, verb: str) -> None:
    put(answers / "a.toml", text(OWNER))
    put(answers / "b.toml", text(OTHER))
    said = run(verb, "--strict")
    assert (said.code, said.out) == (4, "")
    assert not (place / "results.toml").exists()
    assert not (place / "report.html").exists()


def test_one_file_that_is_at_odds_with_itself_is_a_conflict_too(command: Command, own: Path, answers: Path) -> None:
    path = put(answers / "decisions.toml", text(OWNER, OTHER))
    said = command("-q", own, "check", path)
    name = "decisions.toml"
    assert (said.code, said.messages) == (
        4,
        [f'{path}: entry "aaaa": {AT_ODDS}; add one that supersedes "aaaa" ({name}) and "bbbb" ({name})'],
    )


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            'id = "small"',
            'id = "other"',
            'questionnaire.id: is "other", another questionnaire; its decisions were left out',
        ),
        (
            '"ownership.pause"',
            '"ownership.gone"',
            'decision[0]: settles "ownership.gone" of another version of the questionnaire; it was left out',
        ),
    ],
    ids=["another questionnaire", "another version"],
)
def test_decisions_on_something_else_are_listed_and_not_used(
    run: Command, answers: Path, before: str, after: str, says: str
) -> None:
    asked_before = run("compare", "--json").out
    written = text(OWNER).replace(before, after, 1).replace(small(CRITERIA).fingerprint, "0ther")
    put(answers / "decisions.toml", written)
    assert run("compare", "--json") == Outcome(0, asked_before, f"{Path('round/decisions.toml')}: {says}\n")


def test_a_file_that_is_no_decisions_at_all_is_left_out_with_its_faults(run: Command, answers: Path) -> None:
    put(answers / "decisions.toml", text(OWNER).replace('decider = "Anna Berg"\n', ""))
    said = run("compare")
    assert (said.code, said.messages) == (
        3,
        [f"{Path('round/decisions.toml')}: decision[0]: is decided and lacks a decider"],
    )


def test_decisions_alone_are_nothing_to_compare(command: Command, own: Path, place: Path) -> None:
    put(place / "empty" / "decisions.toml", decisions_text(OWNER))
    said = command("-q", own, "compare", "empty")
    assert said.code == 3
    assert "no usable response was found" in said.err


def test_an_export_never_takes_the_place_of_decisions(run: Command, command: Command, own: Path, answers: Path) -> None:
    path = put(answers / "decisions.toml", text(OWNER))
    said = command("-q", own, "export", answers, "-o", path)
    assert (said.code, path.read_text()) == (2, text(OWNER))
    assert run("compare").code == 0
