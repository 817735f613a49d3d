"""Whether a response fits its questionnaire, and every fault with which it does not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from questionnaires import LONGEST_NOTE, Choice, admit, builtin, label, parse, reference_to
from questionnaires.response import MOST_ANSWERS
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.given.response_documents import STARTED, document, faults, response
from tests.given.sound_questionnaire import questionnaire

SMALL = questionnaire()
COMPLETE: dict[str, dict[str, Any]] = {
    "tasks.pause": {"owner": "blue"},
    "rest.release": {"needed": 5, "basis": "law", "wanted": DONT_KNOW, "note": "A note.", "flag": True},
    "rest.soak": {"position": 0},
    "rest.approvals": {"today": 1, "in_12_months": 3, "in_24_months": NOT_APPLICABLE},
    "rest.network": {"status": "partly"},
}


def test_a_response_that_answers_every_kind_is_admitted() -> None:
    admitted = response(SMALL, COMPLETE, name="Kim", round=2, depth="full", completed=STARTED, at="rest.soak")
    assert set(admitted.answers) == set(COMPLETE)
    assert admitted.answer("rest.release").choice(Facet.BASIS) == "law"


def test_a_response_names_what_it_answers() -> None:
    named = reference_to(SMALL)
    assert (named.id, named.version, named.fingerprint) == ("small", "1", SMALL.fingerprint)
    assert named.scales == {scale.id: scale.meaning for scale in SMALL.scales}


@pytest.mark.parametrize("state", [DONT_KNOW, NOT_APPLICABLE])
@pytest.mark.parametrize(
    ("question", "facet"),
    [
        ("tasks.pause", "owner"),
        ("rest.release", "needed"),
        ("rest.release", "basis"),
        ("rest.soak", "position"),
        ("rest.approvals", "today"),
        ("rest.network", "status"),
    ],
)
def test_the_reserved_words_are_admitted_on_any_facet(question: str, facet: str, state: str) -> None:
    assert faults(document(SMALL, {question: {facet: state}}), SMALL) == []


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (6, "6"),
        (-1, "-1"),
        (True, "true"),
        (Decimal("3.0"), "3.0"),
        ("3", '"3"'),
        ("one", '"one"'),
        ([3], "a list"),
        ({"a": 3}, "a table"),
        (dt.date(2026, 1, 1), "2026-01-01"),
    ],
)
@pytest.mark.parametrize(("question", "facet"), [("rest.soak", "position"), ("rest.release", "needed")])
def test_only_a_whole_number_from_0_to_5_is_an_ordinal(question: str, facet: str, value: object, shown: str) -> None:
    assert faults(document(SMALL, {question: {facet: value}}), SMALL) == [
        f'red.toml: answers.{question}.{facet}: is {shown}; choose 0 to 5, or "dont_know" or "not_applicable"'
    ]


@pytest.mark.parametrize(("value", "shown"), [(3, "3"), (True, "true"), ("", '""'), ("x" * 61, f'"{"x" * 39}…"')])
def test_only_a_key_is_an_owner(value: object, shown: str) -> None:
    (fault,) = faults(document(SMALL, {"tasks.pause": {"owner": value}}), SMALL)
    assert fault.startswith(f"red.toml: answers.tasks.pause.owner: is {shown}; the key of an option")


@pytest.mark.parametrize(
    ("question", "facet", "value", "fault"),
    [
        ("tasks.pause", "owner", "green", 'is "green"; choose one of red, blue, nobody'),
        ("rest.network", "status", "red", 'is "red"; choose one of met, partly, not_met'),
        ("rest.release", "basis", "habit", 'is "habit"; choose one of law, audit'),
        ("rest.release", "position", 3, "does not belong to a control question; it has needed, wanted, basis"),
        ("rest.soak", "basis", "law", "does not belong to a position question; it has position"),
        ("tasks.pause", "status", "met", "does not belong to a ownership question; it has owner"),
    ],
)
def test_a_choice_that_does_not_fit_its_question_is_a_fault(
    question: str, facet: str, value: Choice, fault: str
) -> None:
    assert faults(document(SMALL, {question: {facet: value}}), SMALL) == [
        f'red.toml: answers."{question}".{facet}: {fault}'
    ]


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        ({"note": 3}, "note: is 3; a text in quotes was expected"),
        ({"note": "x" * (LONGEST_NOTE + 1)}, f"note: is too long; at most {LONGEST_NOTE} characters"),
        ({"flag": 1}, "flag: is 1; true or false was expected"),
        ({"flag": "yes"}, 'flag: is "yes"; true or false was expected'),
        ({"colour": 3}, "colour: is not a known key; remove it or correct its name"),
        ({"int": 3}, "int: is not a known key; remove it or correct its name"),
    ],
)
def test_notes_flags_and_keys_are_held_to_their_form(answer: dict[str, Any], fault: str) -> None:
    assert faults(document(SMALL, {"rest.soak": answer}), SMALL) == [f"red.toml: answers.rest.soak.{fault}"]


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("team", "green", 'is "green"; the teams are red, blue'),
        ("id", "K7", 'is "K7"; only small letters, digits, and the separators of its form are allowed'),
        ("round", 0, "is 0; the smallest allowed is 1"),
        ("round", True, "is true; a whole number was expected"),
        ("depth", "deep", "is \"deep\"; it must be one of 'short', 'core' or 'full'"),
        ("started", "today", 'is "today"; a date was expected, such as 2026-11-21T09:00:00Z'),
        ("name", "x" * 81, "is too long; at most 80 characters"),
        ("shoe", 44, "is not a known key; remove it or correct its name"),
    ],
)
def test_a_respondent_is_held_to_its_form(key: str, value: object, fault: str) -> None:
    assert faults(document(SMALL, None, **{key: value}), SMALL) == [f"red.toml: respondent.{key}: {fault}"]


@pytest.mark.parametrize("promised", [0, 4, 5])
def test_a_file_that_holds_what_it_promises_or_more_is_whole(promised: int) -> None:
    assert faults(document(SMALL, COMPLETE, answered=promised), SMALL) == []


def test_a_file_that_promises_nothing_is_taken_as_it_is() -> None:
    assert response(SMALL, COMPLETE).respondent.answered is None


def test_a_file_that_holds_fewer_answers_than_it_promises_was_cut_off() -> None:
    assert faults(document(SMALL, COMPLETE, answered=6), SMALL) == [
        "red.toml: respondent.answered: says 6, but only 5 answers follow; the file was cut off, ask for it again"
    ]


@pytest.mark.parametrize(
    ("promised", "fault"),
    [
        (-1, "is -1; the smallest allowed is 0"),
        (MOST_ANSWERS + 1, f"is {MOST_ANSWERS + 1}; the largest allowed is {MOST_ANSWERS}"),
        ("5", 'is "5"; a whole number was expected'),
    ],
)
def test_the_number_of_answers_is_held_to_its_form(promised: object, fault: str) -> None:
    assert faults(document(SMALL, COMPLETE, answered=promised), SMALL) == [f"red.toml: respondent.answered: {fault}"]


def test_a_time_without_a_zone_is_refused() -> None:
    (fault,) = faults(document(SMALL, None, updated=STARTED.replace(tzinfo=None)), SMALL)
    assert fault.startswith("red.toml: respondent.updated: is ")
    assert "timezone" in fault


def test_a_number_too_large_to_write_out_is_a_fault() -> None:
    (fault,) = faults(document(SMALL, None, round=16**5000), SMALL)
    assert fault.startswith("red.toml: respondent.round: ")


def test_a_number_too_large_to_write_out_is_no_option() -> None:
    (fault,) = faults(document(SMALL, {"rest.soak": {"position": 16**5000}}), SMALL)
    assert fault.endswith('choose 0 to 5, or "dont_know" or "not_applicable"')


def test_more_answers_than_any_questionnaire_asks_are_refused() -> None:
    many: dict[str, dict[str, Any]] = {f"rest.q{number}": {} for number in range(MOST_ANSWERS + 1)}
    assert faults(document(SMALL, many), SMALL) == [f"red.toml: answers: has more than {MOST_ANSWERS} entries"]


def test_an_unknown_question_of_this_very_questionnaire_is_a_fault() -> None:
    assert faults(document(SMALL, {"rest.lost": {"position": 3}}), SMALL) == [
        'red.toml: answers."rest.lost": is not a question of this questionnaire; remove it or correct its name'
    ]


def test_a_response_to_another_questionnaire_is_refused_for_that_alone() -> None:
    assert faults(document(builtin(), {"rest.lost": {"position": 3}}), SMALL) == [
        'red.toml: questionnaire.id: is "windows-autopatch"; this comparison is on "small"'
    ]


def test_all_faults_of_a_response_are_reported_at_once() -> None:
    broken = document(SMALL, {"rest.soak": {"owner": "red"}, "tasks.pause": {"owner": "green"}}, team="green")
    assert [fault.split(": ")[1] for fault in faults(broken, SMALL)] == [
        "respondent.team",
        'answers."rest.soak".owner',
        'answers."tasks.pause".owner',
    ]


def test_a_response_without_anything_lists_what_is_missing() -> None:
    assert faults({"kind": "response", "schema": 1}, SMALL) == [
        "red.toml: questionnaire: is missing; add it",
        "red.toml: respondent: is missing; add it",
    ]


def test_a_response_is_admitted_as_it_stands_in_a_file() -> None:
    text = (
        'kind = "response"\nschema = 1\n[questionnaire]\nid = "small"\nversion = "0"\nfingerprint = "x"\n'
        '[respondent]\nid = "k7m2"\nteam = "red"\nstarted = 2026-11-21T09:00:00Z\nupdated = 2026-11-21T09:00:00Z\n'
        '[answers."rest.soak"]\nnote = "\\u001b]52;c;x"\n'
    )
    admitted = admit(parse(text.encode(), "red.toml"), "red.toml", SMALL)
    assert admitted.answer("rest.soak").note == "\ufffd]52;c;x"


@pytest.mark.parametrize(
    ("scale", "choice", "words"),
    [
        ("soak", 3, "4 days"),
        ("owner", "nobody", "Nobody yet"),
        ("soak", None, "not answered"),
        ("soak", DONT_KNOW, "don't know"),
        ("owner", NOT_APPLICABLE, "not applicable"),
        ("soak", 6, "not on this scale"),
        ("soak", "d4", "not on this scale"),
        ("owner", 1, "not on this scale"),
        ("owner", "green", "not on this scale"),
    ],
)
def test_a_choice_reads_the_same_everywhere(scale: str, choice: Choice | None, words: str) -> None:
    assert label(SMALL.scale_by_id[scale], choice) == words
