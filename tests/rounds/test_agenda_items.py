"""What of an agenda a later round takes up: by class, by name, and without what is decided."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from maturity.files.gathering import Gathered
from maturity.files.workspace import Workspace
from maturity.rounds.agenda_items import NothingToSettleError, QuestionsToSettle, asked_words
from maturity.rounds.earlier import earlier_of
from maturity.rounds.next_round import Which, answering_again, to_settle_in, to_settle_in_results
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.files import put
from tests.given.rounds import AGENDA, first_round, handed_in, in_round

DECIDED = """
kind = "decisions"
schema = 1

[questionnaire]
id = "small"
version = "1"
fingerprint = "{fingerprint}"

[[decision]]
id = "pause01"
question = "ownership.pause"
status = "decided"
outcome = {{ owner = "endpoint", deputy = "operations" }}
decider = "Anna Berg"
decided = 2026-11-25
recorded = 2026-11-25T10:00:00Z
review_by = 2027-02-25

[[decision]]
id = "taste01"
question = "risk.taste"
status = "parked"
next_step = {{ what = "Ask the provider", owner = "Operations" }}
decided = 2026-11-25
recorded = 2026-11-25T10:00:00Z
due = 2027-01-10
"""


@pytest.fixture
def decided(tmp_path: Path) -> Workspace:
    """The answers of three teams, of whose agenda the owner was decided and one question parked."""
    handed_in(tmp_path, first_round())
    put(tmp_path / "decisions.toml", DECIDED.format(fingerprint=small().fingerprint))
    return Workspace(tmp_path, small())


def read(workspace: Workspace) -> tuple[Gathered, QuestionsToSettle]:
    gathered = workspace.read()
    assert not gathered.faults
    return gathered, to_settle_in(gathered, workspace, None)


def test_what_is_decided_is_left_out_and_what_is_parked_is_asked(decided: Workspace) -> None:
    _, found = read(decided)
    assert (found.agenda, found.questions) == (AGENDA, AGENDA[1:])
    assert found.settled == {"ownership.pause"}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("all", AGENDA[1:]),
        (" A ", ("risk.attitude",)),
        ("ab", AGENDA[1:]),
        ("risk.taste, ownership.pause", ("ownership.pause", "risk.taste")),
        ("control.release,,control.release", ("control.release",)),
    ],
)
def test_of_an_agenda_classes_or_questions_are_chosen_decided_ones_by_name_only(
    decided: Workspace, items: str, expected: tuple[str, ...]
) -> None:
    _, found = read(decided)
    assert found.chosen(items) == expected


@pytest.mark.parametrize(
    ("items", "message"),
    [
        (
            "risk.soak,nothing,risk.taste",
            '"risk.soak" and "nothing" are not on the agenda of round 1; choose a, ab, all, or questions on it by '
            "their ids, such as ownership.pause, control.release or risk.attitude.",
        ),
        ("b", '"b" is not on the agenda of round 1; choose a, ab, all, or '),
        (" , ", "Nothing was chosen of the agenda of round 1; choose a, ab, all, or "),
        (",".join(f"q{number}" for number in range(200)), '"q7" and 192 more are not on the agenda of round 1'),
    ],
)
def test_what_is_not_on_the_agenda_is_named_at_once(decided: Workspace, items: str, message: str) -> None:
    _, found = read(decided)
    with pytest.raises(NothingToSettleError) as refused:
        found.chosen(items)
    assert message in str(refused.value)


def test_where_everything_is_decided_it_is_said_how_to_ask_again() -> None:
    found = QuestionsToSettle(1, AGENDA, 2, settled=frozenset(AGENDA))
    with pytest.raises(NothingToSettleError) as refused:
        found.chosen("all")
    assert str(refused.value) == (
        "No question is open on the agenda of round 1. 4 are decided; --items ID asks such a question again."
    )
    assert found.chosen("risk.taste") == ("risk.taste",)


def test_how_many_are_asked_again_is_said() -> None:
    whole = QuestionsToSettle(1, AGENDA, 2)
    assert asked_words(whole, AGENDA) == "4 questions are on the agenda of round 1"
    assert asked_words(whole, AGENDA[:1]) == "1 of the 4 questions on the agenda of round 1 is asked again"
    some = QuestionsToSettle(1, AGENDA, 2, settled=frozenset(AGENDA[:1]))
    assert asked_words(some, AGENDA[1:]) == (
        "3 of the 4 questions on the agenda of round 1 are asked again (1 is decided)"
    )


def test_whoever_is_asked_a_decided_question_again_reads_what_was_decided_and_no_name(decided: Workspace) -> None:
    gathered, _ = read(decided)
    who = in_round(2, "security", {}).respondent
    found = earlier_of(gathered, decided.questionnaire, who)
    assert found.decided == {"ownership.pause": "Decided on 2026-11-25: Endpoint, deputy Operations."}


def test_the_app_offers_what_is_less_than_the_whole_agenda(decided: Workspace) -> None:
    gathered, _ = read(decided)
    by_team = {
        file.response.respondent.team: [
            (offer.which, offer.count) for offer in answering_again(gathered, decided, file.response.respondent).offers
        ]
        for file in gathered.files
    }
    assert by_team["endpoint"] == [
        (Which.AGENDA, 3),
        (Which.A, 1),
        (Which.CHOSEN, 4),
        (Which.EVERYTHING, 15),
    ]
    assert by_team["security"][0] == (Which.AGENDA, 2)


def test_results_that_were_sent_say_the_same_of_classes_decisions_and_teams(
    decided: Workspace, command: Command, own: Path, place: Path
) -> None:
    sent = place / "results.toml"
    assert command("-q", own, "export", decided.folder, "-o", sent).code == 0
    assert tomllib.loads(sent.read_text(encoding="utf-8"))["settled"]
    gathered, here = read(decided)
    found = to_settle_in_results(sent, small())
    assert (found.agenda, found.settled, found.urgency) == (here.agenda, here.settled, here.urgency)
    who = in_round(2, "security", {}).respondent
    assert earlier_of(Gathered(), small(), who, found.stood) == earlier_of(
        Gathered(decisions=gathered.decisions, entries=gathered.entries), small(), who, found.stood
    ), "decisions come with the results as well"
