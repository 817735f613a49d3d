"""Files as they come in from others: each fault is one sentence with file and key, and nothing is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.given.builders import HEADER
from tests.given.commands import Command
from tests.given.files import DIFFERENT, put, response_text, snapshot_of, two_teams

GOOD_TEXT: Final = response_text("network", respondent="netw1")

BAD: Final[dict[str, tuple[str | bytes, str]]] = {
    "malformed": ("kind = response", "bad.toml: is not valid TOML: Invalid value (at line 1, column 8)"),
    "truncated": (GOOD_TEXT[: GOOD_TEXT.index("owner =") + 9], "bad.toml: is not valid TOML: "),
    "truncated between answers": (
        GOOD_TEXT[: GOOD_TEXT.rindex("[answers")],
        "bad.toml: respondent.answered: ",
    ),
    "binary": (b"\x89PNG\r\n\x1a\n", "bad.toml: is not UTF-8 text (byte 0); save it as UTF-8"),
    "utf-16": (GOOD_TEXT.encode("utf-16"), "bad.toml: is UTF-16, as PowerShell's > writes it; save it as UTF-8"),
    "empty": ("", "bad.toml: is empty"),
    "blank": (" \n\n", "bad.toml: is empty"),
    "foreign": ("[tool.ruff]\nline-length = 120\n", 'bad.toml: kind: a file with kind = "response" was expected'),
    "wrong kind": ('kind = "recipe"\nschema = 1\n', 'bad.toml: kind: a file with kind = "response" was expected'),
    "newer schema": (
        GOOD_TEXT.replace("schema = 1", "schema = 2"),
        "bad.toml: schema: is 2, but this version of maturity reads up to 1; update maturity to read this file",
    ),
    "wrong schema": (GOOD_TEXT.replace("schema = 1", 'schema = "1"'), "bad.toml: schema: must be a whole number"),
    "unknown question": (
        GOOD_TEXT.replace("risk.attitude", "risk.altitude"),
        'bad.toml: answers."risk.altitude": is not a question of this questionnaire; remove it or correct its name',
    ),
    "option out of range": (
        GOOD_TEXT.replace("position = 1", "position = 6"),
        'bad.toml: answers.risk.attitude.position: is 6; choose 0 to 5, or "dont_know" or "not_applicable"',
    ),
    "unknown option": (
        GOOD_TEXT.replace('owner = "endpoint"', 'owner = "everybody"'),
        'bad.toml: answers."ownership.pause".owner: is "everybody"; choose one of endpoint, operations, ',
    ),
    "wrong facet": (
        GOOD_TEXT.replace("position = 1", "today = 1"),
        'bad.toml: answers."risk.attitude".today: does not belong to a position question; it has position',
    ),
    "text for a number": (
        GOOD_TEXT.replace("position = 1", 'position = "1"'),
        'bad.toml: answers.risk.attitude.position: is "1"; choose 0 to 5',
    ),
    "number for a text": (
        GOOD_TEXT.replace('team = "network"', "team = 4"),
        "bad.toml: respondent.team: is 4; a text in quotes was expected",
    ),
    "unknown team": (
        GOOD_TEXT.replace('team = "network"', 'team = "netball"'),
        'bad.toml: respondent.team: is "netball"; the teams are endpoint, operations, security, network',
    ),
    "missing key": (GOOD_TEXT.replace('id = "netw1"', ""), "bad.toml: respondent.id: is missing; add it"),
    "unknown key": (
        GOOD_TEXT.replace("position = 1", "position = 1\nrisk = 2"),
        "bad.toml: answers.risk.attitude.risk: is not a known key; remove it or correct its name",
    ),
    "another questionnaire": (
        GOOD_TEXT.replace('id = "small"', 'id = "large"'),
        'bad.toml: questionnaire.id: is "large"; this comparison is on "small"',
    ),
    "part of a questionnaire": (HEADER, 'bad.toml: kind: a file with kind = "response" was expected'),
    "too large": ("#" * (1024 * 1024 + 1), "bad.toml: has 1048577 bytes; at most 1048576 are read"),
    "nested deeply": ("a = " + "[" * 900, "bad.toml: is nested too deeply"),
}
EVERY_BAD_FILE: Final = pytest.mark.parametrize(("content", "sentence"), BAD.values(), ids=BAD.keys())


@EVERY_BAD_FILE
def test_a_bad_file_is_named_in_one_sentence_and_left_alone(
    command: Command, own: Path, place: Path, content: str | bytes, sentence: str
) -> None:
    put(place / "bad.toml", content)
    before = snapshot_of(place)
    said = command("-q", own, "check", "bad.toml")
    assert (said.code, said.out, len(said.messages)) == (3, "", 1)
    assert said.messages[0].startswith(sentence.partition("a file with kind")[0])
    assert snapshot_of(place) == before


@EVERY_BAD_FILE
def test_the_comparison_goes_on_with_the_good_files(
    command: Command, own: Path, place: Path, content: str | bytes, sentence: str
) -> None:
    two_teams(place / "round")
    alone = command("-q", own, "compare", "round")
    put(place / "bad.toml", content)
    before = snapshot_of(place)
    said = command("-q", own, "compare", "bad.toml", "round")
    left_out = "Files that could not be used are left out of everything below: "
    assert (said.code, len(said.messages)) == (3, 1)
    assert [line for line in said.out.splitlines() if left_out not in line] == alone.out.splitlines()
    assert said.messages[0].startswith(sentence)
    assert snapshot_of(place) == before


@EVERY_BAD_FILE
def test_strict_writes_nothing_when_a_file_is_bad(
    command: Command, own: Path, place: Path, content: str | bytes, sentence: str
) -> None:
    two_teams(place / "round")
    put(place / "bad.toml", content)
    before = snapshot_of(place)
    said = command("-q", own, "export", "round", "bad.toml", "--strict", "-o", "results.toml")
    assert (said.code, said.out) == (3, "")
    assert said.messages[0].startswith(sentence)
    assert said.messages[-1] == "Nothing was written, because of --strict."
    assert snapshot_of(place) == before


def test_strict_does_not_mind_when_every_file_is_good(command: Command, own: Path, place: Path) -> None:
    assert command("-q", own, "compare", two_teams(place / "round"), "--strict").code == 0


def test_every_fault_of_every_file_is_said_at_once(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "round")
    put(
        place / "round" / "a.toml",
        GOOD_TEXT.replace("position = 1", "position = 9").replace("needed = 3", "needed = 7"),
    )
    put(place / "round" / "b.toml", "")
    said = command("-q", own, "export", "round", "missing.toml", "-o", "results.json")
    assert said.code == 3
    assert [line.partition(";")[0] for line in said.messages[:-1]] == [
        "missing.toml: does not exist",
        f"{Path('round/a.toml')}: answers.control.release.needed: is 7",
        f"{Path('round/a.toml')}: answers.risk.attitude.position: is 9",
        f"{Path('round/b.toml')}: is empty",
    ]
    assert (place / "results.json").exists()


def test_only_bad_files_give_no_results(command: Command, own: Path, place: Path) -> None:
    put(place / "bad.toml", "")
    said = command("-q", own, "export", "bad.toml", "-o", "results.toml")
    assert (said.code, said.out) == (3, "")
    assert said.messages[0] == "bad.toml: is empty"
    assert said.messages[1].startswith("bad.toml: no usable response was found")
    assert not (place / "results.toml").exists()


def test_a_folder_without_responses_has_nothing_to_compare(command: Command, place: Path) -> None:
    (place / "bare").mkdir()
    said = command("compare", "bare")
    assert (said.code, said.out) == (3, "")
    assert said.messages == [
        "bare: no usable response was found; answer with `maturity`, or name files that hold some."
    ]


def test_two_versions_of_one_response_are_a_conflict(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "round")
    put(place / "round" / "copy.toml", response_text("endpoint", DIFFERENT, "endp1"))
    before = snapshot_of(place)
    said = command("-q", own, "compare", "round")
    assert said.code == 4
    assert said.messages == [
        f"{Path('round') / mine}: respondent.id: differs from {other} "
        'for respondent "endp1" in round 1; keep one of them'
        for mine, other in (("copy.toml", "endpoint.toml"), ("endpoint.toml", "copy.toml"))
    ]
    assert "Endpoint  " not in said.out
    assert "Security  " in said.out
    assert snapshot_of(place) == before


def test_strict_stops_at_a_conflict(command: Command, own: Path, place: Path) -> None:
    put(place / "round" / "a.toml", response_text("endpoint"))
    put(place / "round" / "b.toml", response_text("endpoint", DIFFERENT))
    said = command("-q", own, "compare", "round", "--strict")
    assert (said.code, said.out) == (4, "")


def test_identical_copies_count_once(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    once = command("-q", own, "compare", folder)
    put(place / "copies" / "endpoint (1).toml", (folder / "endpoint.toml").read_bytes())
    assert command("-q", own, "compare", folder, "copies") == once


def test_faults_of_a_questionnaire_of_ones_own_are_said(command: Command, place: Path) -> None:
    put(place / "own" / "one.toml", HEADER + "[questionnaire]\nid = 3\n")
    put(place / "own" / "two.toml", "[[[")
    said = command("compare", "-q", "own")
    assert (said.code, said.out) == (3, "")
    assert "two.toml: is not valid TOML" in said.err
    assert "one.toml: questionnaire.id: is 3; a text in quotes was expected" in said.err


def test_a_questionnaire_that_is_not_there_is_said(command: Command) -> None:
    said = command("-q", "nowhere", "compare")
    assert (said.code, said.messages) == (
        3,
        ["nowhere: is not a folder; a questionnaire is a folder of TOML files"],
    )
