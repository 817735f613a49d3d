"""`maturity check`: what is sound is said, every fault of every file is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.given.builders import HEADER, criterion
from tests.given.commands import Command
from tests.given.files import DIFFERENT, put, response_text, two_teams


def test_a_sound_response_is_called_fine(command: Command, own: Path, place: Path) -> None:
    put(place / "endpoint.toml", response_text("endpoint"))
    said = command("-q", own, "check", "endpoint.toml")
    assert (said.code, said.out, said.err) == (0, "endpoint.toml: fine, 3 questions with an answer\n", "")


def test_a_folder_of_responses_is_checked_file_by_file(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "round")
    said = command("-q", own, "check", "round")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        f"{Path('round/endpoint.toml')}: fine, 3 questions with an answer",
        f"{Path('round/security.toml')}: fine, 3 questions with an answer",
    ]


def test_a_questionnaire_is_checked_as_a_whole(command: Command, own: Path) -> None:
    said = command("check", own)
    assert said.code == 0
    assert "fine, a questionnaire with 15 questions (" in said.out


BLOCKED = criterion("blocked", when='{ findings = ["blocker"], questions = ["control.*"] }')
NEEDS = """
[[criterion.example]]
text = "How much control endpoint needs over releasing."
fires = %s
answers = { "control.release" = { endpoint = { needed = %d } } }
"""


def test_examples_that_hold_are_not_mentioned(command: Command, own: Path) -> None:
    put(own / "rules.toml", HEADER + BLOCKED + NEEDS % ("true", 4) + NEEDS % ("false", 3))
    said = command("check", own)
    assert (said.code, said.err) == (0, "")
    assert "fine, a questionnaire with 15 questions (" in said.out


def test_an_example_that_does_not_hold_is_named_with_what_it_should_have_done(command: Command, own: Path) -> None:
    examples = [NEEDS % ("true", 4), NEEDS % ("true", 3), NEEDS % ("false", 4)]
    put(own / "rules.toml", HEADER + BLOCKED + "".join(examples))
    said = command("check", own)
    advice = "correct its answers, its fires, or the rule's when"
    assert (said.code, said.out) == (3, "")
    assert said.messages == [
        f"{own}: criterion blocked.example[1]: should trigger the rule, but does not; {advice}",
        f"{own}: criterion blocked.example[2]: should not trigger the rule, but does; {advice}",
    ]


def test_one_file_of_a_questionnaire_is_not_a_questionnaire(command: Command, own: Path) -> None:
    said = command("check", own / "small_questionnaire.toml")
    assert said.code == 3
    assert "kind: is one file of a questionnaire; name its folder to check it whole" in said.err


def test_a_folder_with_part_of_a_questionnaire_is_taken_for_one(command: Command, place: Path) -> None:
    put(place / "part" / "a.toml", "not toml at all")
    put(place / "part" / "b.toml", HEADER)
    said = command("check", "part")
    assert said.code == 3
    assert "a.toml: is not valid TOML" in said.err
    assert "exactly one file names id and version; 0 do" in said.err


def test_one_stray_file_of_a_questionnaire_does_not_make_faults_of_sound_responses(
    command: Command, own: Path, place: Path
) -> None:
    folder = two_teams(place / "round")
    put(folder / "a.toml", HEADER)
    put(folder / "b.toml", "not toml at all")
    said = command("-q", own, "check", "round")
    assert said.out.count(": fine, 3 questions with an answer") == 2
    assert said.code == 3
    assert [line.split("; ")[0] for line in said.messages] == [
        f'{Path("round/a.toml")}: kind: says kind = "questionnaire" and is no response',
        f"{Path('round/b.toml')}: is not valid TOML: Expected '=' after a key in a key/value pair "
        "(at line 1, column 5)",
    ]


def test_an_empty_tally_of_nobody_beside_a_questionnaire_makes_a_folder_of_answers(command: Command, own: Path) -> None:
    put(own / "ANSWERS.TOML", 'kind = "tally"\nschema = 1\n')
    said = command("check", own)
    assert said.code == 3
    assert f'{own / "small_questionnaire.toml"}: kind: says kind = "questionnaire" and is no response' in said.err


def test_a_folder_that_cannot_be_listed_is_a_fault(
    command: Command, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    folder = two_teams(place / "round")
    monkeypatch.setattr(Path, "iterdir", locked)
    said = command("check", folder)
    assert (said.code, said.messages) == (3, [f"{folder}: cannot be listed (Permission denied)"])


def test_all_faults_of_all_files_are_named_at_once(command: Command, own: Path, place: Path) -> None:
    wrong = response_text("endpoint").replace("position = 1", "position = 9")
    put(place / "wrong.toml", wrong)
    put(place / "worse.toml", response_text("endpoint").replace("needed = 3", "needed = true"))
    put(place / "empty.toml", "")
    put(place / "good.toml", response_text("endpoint"))
    said = command("-q", own, "check", "wrong.toml", "gone.toml", "worse.toml", "*.tml", "good.toml", "empty.toml")
    assert (said.code, said.out) == (3, "good.toml: fine, 3 questions with an answer\n")
    assert [line.split(": ")[:2] for line in said.messages] == [
        ["wrong.toml", "answers.risk.attitude.position"],
        ["gone.toml", "does not exist; check the name and the folder"],
        ["worse.toml", "answers.control.release.needed"],
        ["*.tml", "matches no file"],
        ["empty.toml", "is empty"],
    ]


def test_exported_results_are_sound(command: Command, own: Path, place: Path) -> None:
    command("-q", own, "export", two_teams(place / "round"), "-o", "results.toml")
    said = command("check", "results.toml")
    assert (said.code, said.out, said.err) == (0, "results.toml: fine, results of round 1\n", "")


def test_results_with_parts_missing_are_named_part_by_part(command: Command, examples: Path, place: Path) -> None:
    command("export", examples, "-o", "results.toml")
    written = (place / "results.toml").read_text(encoding="utf-8")
    put(place / "bad.toml", written.replace("round = 1", 'round = "1"', 1).replace("statement = ", "sentence = ", 1))
    said = command("check", "bad.toml")
    assert (said.code, said.out) == (3, "")
    assert any(line.startswith("bad.toml: round: ") for line in said.messages)
    assert any("statement" in line for line in said.messages)


def test_a_conflict_outweighs_a_fault(command: Command, own: Path, place: Path) -> None:
    put(place / "round" / "a.toml", response_text("endpoint"))
    put(place / "round" / "b.toml", response_text("endpoint", DIFFERENT))
    put(place / "bad.toml", "")
    for files in (("round", "bad.toml"), ("bad.toml", "round")):
        said = command("-q", own, "check", *files)
        assert (said.code, len(said.messages)) == (4, 3)


def test_a_folder_without_responses_is_no_good(command: Command, place: Path) -> None:
    (place / "bare").mkdir()
    said = command("check", "bare")
    assert (said.code, said.messages) == (3, ["bare: holds no response"])


def test_other_kinds_in_a_folder_are_named_and_do_not_hurt(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    put(folder / "results.toml", 'kind = "results"\nschema = 1\n')
    said = command("-q", own, "check", "round")
    assert said.code == 0
    assert said.messages == [
        f'{Path("round/results.toml")}: kind: says kind = "results" and is no response; it was left out; '
        "to look at it, name the file itself: maturity -w FILE",
    ]


def test_two_versions_of_one_response_in_a_folder_are_a_conflict(command: Command, own: Path, place: Path) -> None:
    put(place / "round" / "a.toml", response_text("endpoint"))
    put(place / "round" / "b.toml", response_text("endpoint", DIFFERENT))
    said = command("-q", own, "check", "round")
    assert "differs from b.toml" in said.err
    assert said.code == 4
