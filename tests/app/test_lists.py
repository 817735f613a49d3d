"""What the lists of the comparison and the first screen say, as values: no app runs here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from maturity.app.screens.comparison_lists import agenda_entries, criterion_entries, movement_entries, note_entries
from maturity.app.screens.detail import People, question_detail
from maturity.app.screens.home_words import again
from maturity.app.widgets.pages import Entry, Quote
from maturity.files.examples import write_examples
from maturity.files.gathering import gather
from maturity.rounds.agenda_items import QuestionsToSettle
from maturity.rounds.next_round import AnsweringAgain, Offer, Which
from maturity.rounds.round import Round, round_of
from questionnaires import Answer, Questionnaire, Response, builtin
from tests.given.builders import respond, small
from tests.given.example_results import example_results
from tests.given.rounds import AGENDA, first_round, handed_in, in_round, second_round
from tests.given.written_files import everything

ASK_FIRST = "Ask first: whose answer is missing most"


def lines(entries: Iterable[Entry]) -> list[str]:
    """What stands in a list, line by line; a note behind the line that says whose it is. Blank lines are left out."""
    found: list[str] = []
    for part in (part for entry in entries for part in entry.parts):
        if isinstance(part, Quote):
            found[-1] += f": “{part.text}”"
        elif words := str(part).strip():
            found.append(words)
    return found


def compared(
    place: Path, responses: Iterable[Response], asked: Questionnaire, number: int = 1, against: int | None = None
) -> Round:
    """The round that the app would show of these files."""
    handed_in(place, responses)
    return round_of(gather([place], asked), asked, number, against)


def test_what_moved_is_listed_by_how_it_moved_newly_agreed_first(tmp_path: Path) -> None:
    found = compared(tmp_path, [*first_round(), *second_round()], small(), 2, 1).results()
    said = lines(movement_entries(found))
    assert said[0].endswith(
        "1 newly agreed, 2 closer, 1 neither closer nor further apart, 1 not answered again. "
        "Questions on which teams stand elsewhere than in round 1: Endpoint 1 of 4, Operations 2 of 4, "
        "Security 0 of 3. "
        "Of 3 people in both rounds 2 changed an answer (1 of 1 of Endpoint, 1 of 1 of Operations), 1 changed none."
    )
    assert said[1:6] == [
        "Newly agreed (1)",
        "Pausing",
        "Was contested, is now agreed. Operations now names Endpoint instead of Operations. "
        "Of 3 people in both rounds 1 changed (1 of 1 of Operations), 2 confirmed.",
        "Closer (2)",
        "Releasing",
    ]
    assert said[6].startswith("Was apart")
    assert said[-2:] == ["Not answered again (1)", "Days of watching"]


def test_where_people_are_shown_each_has_what_they_said_in_the_round_before(tmp_path: Path) -> None:
    attitudes = {"endpoint1": (1, 1), "endpoint2": (1, 4)}
    rounds = [
        in_round(number, "endpoint", {"risk.attitude": Answer(position=said[number - 1])}, respondent=who)
        for number in (1, 2)
        for who, said in attitudes.items()
    ]
    alone = [in_round(n, "security", {"risk.attitude": Answer(position=at)}) for n, at in ((1, 5), (2, 3))]
    handed_in(tmp_path, [*rounds, *alone])
    gathered = gather([tmp_path], small())
    found = round_of(gathered, small(), 2, 1, carrying=True)
    results = found.results()
    item = results.question_by_id["risk.attitude"]

    def told(*, is_open: bool) -> list[str]:
        return lines(question_detail(results, People(found.notes, is_open), item).body())

    folded, unfolded = told(is_open=False), told(is_open=True)
    assert "since round 1: of 2 people in both rounds 1 changed, 1 confirmed" in folded
    assert not [line for line in folded if "person 1" in line or "in round 1: " in line]
    assert "person 1: One (as in round 1)" in unfolded
    assert "person 2: Four (round 1: One)" in unfolded
    assert "in round 1: Five" in unfolded


def test_a_team_that_did_not_come_back_is_named(tmp_path: Path) -> None:
    later = [response for response in second_round() if response.respondent.team != "security"]
    found = compared(tmp_path, [*first_round(), *later], small(), 2, 1).results()
    assert "Security answered in round 1 only, and is left out here." in lines(movement_entries(found))[0]


def test_without_another_round_nothing_moved(tmp_path: Path) -> None:
    assert movement_entries(compared(tmp_path, first_round(), small()).results()) == []


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
    assert "◆2" in " ".join(lines(agenda_entries(found.results(), found.notes)))
    assert lines(note_entries(found.results(), People(found.notes, is_open=True))) == [
        "1 Attitude  ◆2",
        "Endpoint: “We of endpoint mean it.”",
        "Security: “We of security mean it.”",
    ]


def test_every_note_is_listed_with_its_question_and_team(tmp_path: Path) -> None:
    write_examples(tmp_path)
    found = round_of(gather([tmp_path], builtin()), builtin(), 1)
    said = lines(note_entries(found.results(), People(found.notes, is_open=True)))
    written = [answer.note for response in found.responses for answer in response.answers.values() if answer.note]
    assert sum("“" in line for line in said) == len(written)
    place = said.index("3 Calling a stop  ◆1")
    assert said[place + 1].startswith("Endpoint: “We have the console")


def test_folded_away_notes_are_counted_and_not_shown(tmp_path: Path) -> None:
    write_examples(tmp_path)
    found = round_of(gather([tmp_path], builtin()), builtin(), 1)
    said = lines(note_entries(found.results(), People(found.notes)))
    assert said[:2] == [
        "8 notes on 8 questions, folded away: p shows what they say.",
        "1 Reading the update reports  ◆1",
    ]
    assert "“" not in " ".join(said)


def test_results_alone_hold_no_notes_and_the_list_says_so() -> None:
    (only,) = note_entries(everything().results(), People(None))
    assert not only.id
    assert "Results hold no notes" in lines([only])[0]


def test_a_criterion_stands_below_its_gate_with_its_bound_owner_and_verdict() -> None:
    said = lines(criterion_entries(everything().results(), is_open=True))
    assert said[1:3] == ["◆ MUST   A criterion  at least 3 days", "waived, without the waiver ▲ FAIL  Sponsor"]
    assert said[0].endswith(": 2 musts, 0 more")


def test_an_entry_of_the_agenda_has_its_number_and_whom_to_ask_stands_at_the_end() -> None:
    said = lines(agenda_entries(example_results(), None))
    assert said[0].startswith("A  Settle first (")
    assert said[1].startswith("1 ▇ Reading the update reports")
    assert said[-8:-6] == [ASK_FIRST, "Not heard: Network, Service desk and Application owners."]
    teams = example_results().questionnaire.teams
    assert said[-6:] == [words for one in example_results().to_ask for words in (teams[one.team], one.says)]


def test_the_numbers_of_the_agenda_are_its_places_through_all_classes() -> None:
    found = example_results()
    entries = [entry for entry in agenda_entries(found, None) if entry.id.count(":") == 1]
    numbers = [int(lines([entry])[0].split()[0]) for entry in entries]
    assert numbers == list(range(1, len(found.agenda) + 1))
    assert [entry.id for entry in entries] == [f"question:{one.question}" for one in found.agenda]


def test_beside_a_pane_an_entry_is_its_title_and_without_one_it_has_its_verdict() -> None:
    narrow, roomy = (lines(agenda_entries(example_results(), None, is_narrow=is_narrow)) for is_narrow in (True, False))
    assert narrow[3] == "3 ▇ Calling a stop  ▲1"
    assert roomy[3].split("  ")[1:] != []
    assert "contested" in roomy[3]
    assert "contested" not in narrow[3]


def test_where_nothing_calls_for_a_discussion_whom_to_ask_is_said_all_the_same() -> None:
    found = example_results().model_copy(update={"agenda": (), "no_common_position": (), "applicability_conflict": ()})
    assert lines(agenda_entries(found, None))[:2] == ["Nothing calls for a discussion.", ASK_FIRST]


def test_again_offers_the_agenda_or_everything() -> None:
    found = QuestionsToSettle(1, AGENDA, 2, settled=frozenset({"risk.taste"}))
    offers = (
        Offer(Which.AGENDA, found.questions, 3),
        Offer(Which.A, found.questions[:1], 1),
        Offer(Which.A_AND_B, found.questions[:2], 2),
        Offer(Which.CHOSEN, (), 4),
        Offer(Which.EVERYTHING, None, 14),
    )
    assert again(AnsweringAgain(2, offers, found, frozenset({"risk.taste"}))) == [
        "1  Only the open agenda: 3 questions for this team (1 more decided)",
        "2  Only A: 1 question",
        "3  Only A and B: 2 questions",
        "4  Choose from the agenda, which has 4 questions for this team",
        "5  Everything again",
    ]
    assert again(AnsweringAgain(2, offers[-1:])) == ["1  Everything: there is no agenda yet, or nothing is on it"]


def test_that_one_answer_would_change_an_entry_is_marked_unless_it_is_so_of_all_of_them() -> None:
    whole = example_results()
    assert all(entry.fragile for entry in whole.agenda)
    first, *rest = whole.agenda
    mixed = whole.model_copy(update={"agenda": (first.model_copy(update={"fragile": None}), *rest)})
    marked = [line for line in lines(agenda_entries(mixed, None, is_narrow=True)) if "~" in line]
    assert len(marked) == len(rest)
    assert not [line for line in lines(agenda_entries(whole, None, is_narrow=True)) if "~" in line]
