"""What the lists of the comparison and the first screen say, as values: no app runs here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.widgets.option_list import Option

from maturity.app.screens.comparison_lists import agenda_options, criterion_options, movement_options, note_options
from maturity.app.screens.home_words import again
from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.quotation import Quoted
from maturity.files.examples import write_examples
from maturity.files.gathering import gather
from maturity.rounds.next_round import AnsweringAgain
from maturity.rounds.round import Round, round_of
from questionnaires import Answer, Questionnaire, Response, builtin
from tests.given.builders import respond, small
from tests.given.example_results import example_results
from tests.given.rounds import first_round, handed_in, second_round
from tests.given.written_files import everything

ASK_FIRST = "Ask first: whose answer is missing most"


def lines(options: Iterable[Option]) -> list[str]:
    """What stands in a list, line by line; a note on one line behind its heading."""
    found: list[str] = []
    for option in options:
        prompt = option.prompt
        if isinstance(prompt, Quoted):
            found.append(f"{prompt.heading.plain}: {prompt.note.plain}")
        elif isinstance(prompt, Hanging):
            found += [words.plain for _, words in prompt.rows]
        else:
            found += [line.strip() for line in str(prompt).split("\n")]
    return found


def compared(
    place: Path, responses: Iterable[Response], asked: Questionnaire, number: int = 1, against: int | None = None
) -> Round:
    """The round that the app would show of these files."""
    handed_in(place, responses)
    return round_of(gather([place], asked), asked, number, against)


def test_what_moved_is_listed_by_how_it_moved_newly_agreed_first(tmp_path: Path) -> None:
    found = compared(tmp_path, [*first_round(), *second_round()], small(), 2, 1).results()
    said = lines(movement_options(found))
    assert said[0].endswith(
        "1 newly agreed, 2 closer, 1 unchanged in agreement, 1 not answered again. "
        "Of 3 people in both rounds 2 changed an answer, 1 changed none."
    )
    assert said[1:6] == [
        "Newly agreed (1)",
        "Pausing",
        "Was contested, is now agreed. Of 3 people in both rounds 1 moved, 2 stayed.",
        "Closer (2)",
        "Releasing",
    ]
    assert said[6].startswith("Was apart")
    assert said[-2:] == ["Not answered again (1)", "Days of watching"]


def test_a_team_that_did_not_come_back_is_named(tmp_path: Path) -> None:
    later = [response for response in second_round() if response.respondent.team != "security"]
    found = compared(tmp_path, [*first_round(), *later], small(), 2, 1).results()
    assert "Security answered in round 1 only, and is left out here." in lines(movement_options(found))[0]


def test_without_another_round_nothing_moved(tmp_path: Path) -> None:
    assert movement_options(compared(tmp_path, first_round(), small()).results()) == []


def test_a_note_on_a_question_that_got_another_id_stands_on_the_agenda_and_among_the_notes(tmp_path: Path) -> None:
    """Answered before the rename, compared after it."""
    older = small().model_copy(update={"fingerprint": "another"})
    today = small('[renamed]\n"risk.posture" = "risk.attitude"\n')
    people = [
        respond(
            team,
            {"risk.posture": Answer(position=position, note=f"We of {team} mean it.")},
            respondent=f"{team}1",
            questionnaire=older,
        )
        for team, position in (("endpoint", 0), ("security", 5))
    ]
    found = compared(tmp_path, people, today)
    assert "◆ 2 notes" in " ".join(lines(agenda_options(found.results(), found.notes)))
    assert lines(note_options(found.results(), found.notes)) == [
        "Attitude  Endpoint: “We of endpoint mean it.”",
        "Attitude  Security: “We of security mean it.”",
    ]


def test_every_note_is_listed_with_its_question_and_team(tmp_path: Path) -> None:
    write_examples(tmp_path)
    found = round_of(gather([tmp_path], builtin()), builtin(), 1)
    said = lines(note_options(found.results(), found.notes))
    written = [answer.note for response in found.responses for answer in response.answers.values() if answer.note]
    assert len(said) == len(written)
    assert [line for line in said if line.startswith("Calling a stop  Endpoint: “We have the console")]


def test_results_alone_hold_no_notes_and_the_list_says_so() -> None:
    (only,) = note_options(everything().results(), None)
    assert only.disabled
    assert "Results hold no notes" in str(only.prompt)


def test_a_criterion_stands_below_its_gate_with_its_bound_owner_and_verdict() -> None:
    said = lines(criterion_options(everything().results()))
    assert said[1:3] == ["MUST   A criterion  at least 3 days  ◆ waived", "Sponsor"]
    assert said[0].endswith(": 2 musts, 0 more")


def test_an_entry_of_the_agenda_says_what_hangs_on_it_and_whom_to_ask_stands_at_the_end() -> None:
    said = lines(agenda_options(example_results(), None))
    assert said[0].startswith("A  Settle first (")
    assert said[1].startswith("▇ Reading the update reports")
    assert said[3] == "Hangs on it: 9 criteria, 4 of them musts (names the owner of 7, counts in 2)"
    assert said[-8:-6] == [ASK_FIRST, "Not heard: Network, Service desk and Application owners."]
    teams = example_results().questionnaire.teams
    assert said[-6:] == [words for one in example_results().to_ask for words in (teams[one.team], one.says)]


def test_where_nothing_calls_for_a_discussion_whom_to_ask_is_said_all_the_same() -> None:
    found = example_results().model_copy(update={"agenda": (), "no_common_position": (), "applicability_conflict": ()})
    assert lines(agenda_options(found, None))[:2] == ["Nothing calls for a discussion.", ASK_FIRST]


def test_again_offers_the_agenda_or_everything() -> None:
    assert again(AnsweringAgain(2, ("risk.attitude", "risk.taste"), 1)) == [
        "1  Only what is on the agenda: 1 question for this team",
        "2  Everything again",
    ]
    assert again(AnsweringAgain(2, None, 0)) == ["1  Everything: there is no agenda yet, or nothing is on it"]
