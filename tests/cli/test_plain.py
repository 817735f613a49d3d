"""Answering line by line: scripted standard input in, a saved file out."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from maturity.files.gathering import ResponseFile
from maturity.files.workspace import Workspace
from questionnaires.words import Depth, Facet
from tests.given.builders import THEN, small
from tests.given.commands import Command
from tests.given.files import Outcome

Answer = Callable[..., Outcome]

# Security at core depth is asked: two owners, two controls, four positions, a trajectory, a prerequisite.
EVERYTHING = ["1", "6", "3", "2", "5", "5", "2", "4", "3", "2", "1", "1", "3", "5", "1"]


@pytest.fixture
def answer(command: Command, own: Path, monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers for security with these lines, then closes the input."""

    def run(*lines: str, options: tuple[str, ...] = ("--team", "security")) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return command("-q", own, "assess", "--plain", *options)

    return run


def saved(place: Path) -> dict[str, Any]:
    (path,) = (place / "workspace").glob("*.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_whole_walk_ends_in_a_finished_file(answer: Answer, place: Path) -> None:
    said = answer(*EVERYTHING)
    document = saved(place)
    assert said.code == 0
    assert document["respondent"]["team"] == "security"
    assert "completed" in document["respondent"]
    assert document["answers"] == {
        "ownership.pause": {"owner": "endpoint"},
        "ownership.deploy": {"owner": "service"},
        "control.release": {"needed": 3, "wanted": 2},
        "control.unclear": {"needed": 5, "wanted": 5, "basis": "judgement"},
        "risk.attitude": {"position": 4},
        "risk.hours_to_stop": {"position": 3},
        "risk.soak": {"position": 2},
        "risk.exposure": {"position": 1},
        "future.approvals": {"today": 1, "in_12_months": 3, "in_24_months": 5},
        "readiness.licences": {"status": "met"},
    }
    assert "Finished. Your answers are in" in said.out
    assert "are open" not in said.out


def test_the_end_of_input_leaves_everything_saved(answer: Answer, place: Path) -> None:
    said = answer("1", "6", "3")
    assert said.code == 0
    assert saved(place)["answers"] == {
        "ownership.pause": {"owner": "endpoint"},
        "ownership.deploy": {"owner": "service"},
        "control.release": {"needed": 3},
    }
    assert "completed" not in saved(place)["respondent"]
    assert "Come back with the same command." in said.out


def test_a_title_that_ends_a_sentence_needs_no_full_stop(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    said = command("assess", "--plain", "--team", "endpoint")
    assert said.out.startswith("Windows Autopatch: who owns updates? Endpoint, 42 questions.\n")


def test_q_leaves_and_one_continues_where_one_stopped(answer: Answer, place: Path) -> None:
    answer("1", "6", "3", "q")
    said = answer("", *EVERYTHING[3:])
    assert "Question 3 of 10. How much control over releasing?" in said.out
    assert "Question 2 of 10" not in said.out
    assert saved(place)["answers"]["control.release"] == {"needed": 3, "wanted": 2}
    assert "completed" in saved(place)["respondent"]


@pytest.mark.parametrize(("letter", "choice"), [("d", "dont_know"), ("a", "not_applicable")])
def test_a_letter_says_what_is_no_option(answer: Answer, place: Path, letter: str, choice: str) -> None:
    answer(letter)
    assert saved(place)["answers"] == {"ownership.pause": {"owner": choice}}


def test_s_names_the_same_owner_as_above(answer: Answer, place: Path) -> None:
    answer("4", "s")
    assert saved(place)["answers"]["ownership.deploy"] == {"owner": "network"}


def test_s_without_anything_above_explains_the_commands(answer: Answer, place: Path) -> None:
    said = answer("s")
    assert saved(place)["answers"] == {}
    assert said.out.count("Type the key of an option") == 2


def test_k_skips_and_open_questions_are_named_at_the_end(answer: Answer, place: Path) -> None:
    said = answer("k", *EVERYTHING[1:], "y")
    assert "ownership.pause" not in saved(place)["answers"]
    assert "1 question is open: Pausing." in said.out.rpartition("Finished.")[0]
    assert "completed" in saved(place)["respondent"]


def test_with_open_questions_nobody_is_finished_who_does_not_say_so(answer: Answer, place: Path) -> None:
    for said in (answer("k", *EVERYTHING[1:], "n"), answer("k", *["k"] * 30)):
        assert "Finished." not in said.out
        assert "Come back with the same command." in said.out
        assert "completed" not in saved(place)["respondent"]


def test_b_goes_back(answer: Answer, place: Path) -> None:
    said = answer("1", "b", "2")
    assert saved(place)["answers"] == {"ownership.pause": {"owner": "operations"}}
    assert said.out.count("Question 1 of 10.") == 2


def test_b_at_the_first_question_stays_there(answer: Answer) -> None:
    assert answer("b").out.count("Question 1 of 10.") == 2


def test_enter_keeps_an_answer_that_is_there(answer: Answer, place: Path) -> None:
    said = answer("1", "b", "", "6")
    assert "Owner [Endpoint]: " in said.out
    assert saved(place)["answers"] == {
        "ownership.pause": {"owner": "endpoint"},
        "ownership.deploy": {"owner": "service"},
    }


@pytest.mark.parametrize("line", ["", "9", "x", "n", "0", "11", "-1", "١"])
def test_anything_else_explains_the_commands(answer: Answer, place: Path, line: str) -> None:
    said = answer(line)
    assert saved(place)["answers"] == {}
    assert said.out.count("Type the key of an option") == 2
    assert said.out.count("Owner [not answered]: ") == 2


def test_n_notes_and_f_flags(answer: Answer, place: Path) -> None:
    said = answer("n As agreed in May.", "f")
    assert saved(place)["answers"] == {"ownership.pause": {"note": "As agreed in May.", "flag": True}}
    assert "Note saved." in said.out
    assert "Flagged for discussion." in said.out


def test_f_twice_flags_no_longer(answer: Answer, place: Path) -> None:
    assert "No longer flagged." in answer("f", "f").out
    assert saved(place)["answers"] == {}


def test_a_note_is_cleaned(answer: Answer, place: Path) -> None:
    answer("n \x1b]52;c;x\x07yyy")
    assert saved(place)["answers"]["ownership.pause"]["note"] == "\ufffd]52;c;x\ufffdyyy"


def test_a_note_that_is_too_long_is_refused_and_never_cut(answer: Answer, place: Path) -> None:
    said = answer("n Short.", f"n {'y' * 2001}")
    assert "The note has 2001 characters, and 2000 are the most: nothing was changed." in said.out
    assert saved(place)["answers"]["ownership.pause"]["note"] == "Short."
    answer(f"n {'y' * 2000}")
    assert saved(place)["answers"]["ownership.pause"]["note"] == "y" * 2000


def test_a_question_mark_tells_why(answer: Answer) -> None:
    assert "  A task of the customer." in answer("?").out


def test_a_question_mark_tells_the_question_and_the_rule_of_the_section_again(answer: Answer) -> None:
    section = small().section_by_id["ownership"]
    said = answer("?").out
    assert said.count(f"Section Ownership. {section.question}") == 2
    assert said.count(section.about) == 2


def test_what_was_chosen_is_said_in_words_with_its_unit(answer: Answer, place: Path) -> None:
    said = answer(*EVERYTHING)
    scale = small().scale_of(small().question_by_id["risk.hours_to_stop"], Facet.POSITION)
    assert f"  Key 3: {scale.options[3].label}. " in said.out
    assert f"  Chosen: {scale.options[3].label}. Saved." in said.out
    assert saved(place)["answers"]["risk.hours_to_stop"] == {"position": 3}


def test_whoever_finishes_is_told_how_to_go_on_with_more(answer: Answer, place: Path) -> None:
    said = answer(*EVERYTHING)
    who = saved(place)["respondent"]["id"]
    call = f"--depth full --respondent {who}"
    assert f"To go on with all questions, 4 more, add {call}." in said.out
    answer("q", options=tuple(call.split()))
    document = saved(place)
    assert (document["respondent"]["depth"], "completed" in document["respondent"]) == ("full", False)
    assert document["answers"]["risk.soak"] == {"position": 2}


def test_options_are_listed_once_until_the_scale_changes_or_l_asks_for_them(answer: Answer) -> None:
    option = "  Key 5: Five. Step five."
    assert answer("1", "6", "3", "2").out.count(option) == 1
    assert answer("l", "l").out.count(option) == 3
    assert answer("5", "5", "2").out.count(option) == 2


def test_what_is_documented_comes_after_the_answer(answer: Answer) -> None:
    assert "Documented: the service (A page, 2026-01-01" in answer("1").out.partition("Chosen: Endpoint. Saved.")[2]
    assert "Documented" not in answer("?", "f", "n Hm.", "9").out


def test_nothing_is_told_about_a_question_that_was_skipped(answer: Answer) -> None:
    assert "Documented" not in answer("k", "b").out


def test_the_title_of_each_section_is_said_once(answer: Answer) -> None:
    said = answer(*EVERYTHING)
    assert said.out.count("Section Ownership.") == 1
    assert said.out.count("Section Readiness.") == 1


def test_an_unclear_start_is_a_usage_error(answer: Answer, place: Path) -> None:
    said = answer(options=())
    assert (said.code, said.out) == (2, "")
    assert said.messages == ["Say which team you answer for: --team, one of endpoint, operations, security, network."]
    assert not (place / "workspace").exists()


def test_a_change_by_another_program_stops_the_walk(
    answer: Answer, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer("1", "6")
    (path,) = (place / "workspace").glob("*.toml")

    class Meddling(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            path.write_bytes(path.read_bytes() + b"\n# somebody was here\n")
            return "1\n"

    monkeypatch.setattr("tests.cli.test_plain.io.StringIO", Meddling)
    said = answer()
    assert said.code == 4
    assert "was changed by another program since you opened it. Nothing was overwritten" in said.err
    assert "somebody was here" in path.read_text()


def test_a_folder_that_cannot_be_written_is_said(answer: Answer, place: Path) -> None:
    (place / "workspace").write_text("a file")
    said = answer("1")
    assert said.code == 1
    assert "was not saved" in said.err


def test_the_file_can_be_answered_by_respondent(answer: Answer, own: Path, place: Path) -> None:
    workspace = Workspace(place / "workspace", small())
    file = workspace.begin("endpoint", Depth.CORE)
    response = file.response.with_choice("ownership.pause", Facet.OWNER, "endpoint", THEN)
    workspace.save(ResponseFile(file.path, response, file.digest))
    said = answer("2", options=("--respondent", file.response.respondent.id))
    assert said.code == 0
    assert saved(place)["answers"]["ownership.deploy"] == {"owner": "operations"}


def test_a_team_that_has_finished_is_not_answered_again_by_accident(answer: Answer, place: Path) -> None:
    answer(*EVERYTHING)
    before = saved(place)
    said = answer("2")
    assert (said.code, said.out) == (2, "")
    assert "Somebody of this team has finished already" in said.err
    assert saved(place) == before


def test_another_person_of_the_team_begins_with_new(answer: Answer, place: Path) -> None:
    answer(*EVERYTHING)
    said = answer("2", options=("--team", "security", "--new"))
    assert (said.code, len(list((place / "workspace").glob("*.toml")))) == (0, 2)


def test_what_does_not_apply_fills_every_column_that_is_open(answer: Answer, place: Path) -> None:
    said = answer("k", "k", "a", "4")
    assert saved(place)["answers"]["control.release"] == {"needed": "not_applicable", "wanted": "not_applicable"}
    assert saved(place)["answers"]["control.unclear"] == {"needed": 4}
    assert said.out.lower().count("chosen: not applicable. saved.") == 1


def test_what_does_not_apply_leaves_a_column_that_has_an_answer(answer: Answer, place: Path) -> None:
    answer("k", "k", "3", "a")
    assert saved(place)["answers"]["control.release"] == {"needed": 3, "wanted": "not_applicable"}


def test_u_takes_the_last_answer_back_and_asks_it_again(answer: Answer, place: Path) -> None:
    said = answer("1", "2", "u", "u", "3", "q")
    assert said.out.count("Took back: “Operations”; it is open again.") == 1
    assert said.out.count("Took back: “Endpoint”; it is open again.") == 1
    assert saved(place)["answers"] == {"ownership.pause": {"owner": "security"}}


def test_u_with_nothing_to_take_back_says_what_can_be_typed(answer: Answer, place: Path) -> None:
    assert answer("u", "q").out.count("Type the key of an option") == 2
    assert saved(place)["answers"] == {}
