"""Ids have an alphabet and a length, names and titles one line, numbers and dates bounds: in every kind of file."""

from __future__ import annotations

import datetime as dt
from copy import deepcopy
from decimal import Decimal
from typing import Any, Final

import pytest

from maturity.files.tally_model import admit_counts
from questionnaires import InvalidFile, reference_to
from questionnaires.actuals import read_actuals
from tests.given.builders import criterion, small
from tests.given.pilots import document as figures
from tests.given.pilots import figure, waiver
from tests.given.response_documents import LATER, STARTED, document, faults, response
from tests.given.sound_questionnaire import SOUND, changed, questionnaire
from tests.given.sound_questionnaire import faults as faults_of_questionnaire

ALPHABET: Final = "; only small letters, digits, and the separators of its form are allowed"
ONE_LINE: Final = "must be one line; put a space in place of each line break and tab"
YEARS: Final = "; a year from 2020 to 2100 was expected"
FREE: Final = ["a" * 900_000, "Read this:\nall is well", "a.b\n", "<b>", "A.b", "", "a.b.c", "answers"]


def of_another_version(answers: dict[str, Any] | None = None, **respondent: Any) -> dict[str, Any]:
    """A response of which nothing has to be a question of today."""
    found = document(questionnaire(), answers, **respondent)
    return found | {"questionnaire": found["questionnaire"] | {"fingerprint": "another"}}


@pytest.mark.parametrize("name", FREE)
def test_an_answer_names_a_question_in_its_alphabet(name: str) -> None:
    (fault,) = faults(of_another_version({name: {"position": 1}}), questionnaire())
    assert fault.startswith("red.toml: answers")
    assert fault.endswith(ALPHABET)
    assert len(fault) < 320


@pytest.mark.parametrize("name", FREE)
@pytest.mark.parametrize("key", ["at", "only"])
def test_a_place_names_a_question_in_its_alphabet(name: str, key: str) -> None:
    change: dict[str, Any] = {key: [name] if key == "only" else name}
    found = of_another_version(**change)
    (fault,) = faults(found, questionnaire())
    place = "only[0]" if key == "only" else "at"
    assert fault.startswith(f'red.toml: respondent.{place}: is "{name[:2].strip()}')
    assert fault.endswith(ALPHABET)


@pytest.mark.parametrize("team", ["Red team", "red\n", "r" * 61, "red.team", ""])
def test_a_team_is_named_in_its_alphabet(team: str) -> None:
    (fault,) = faults(document(questionnaire(), team=team), questionnaire())
    assert fault.startswith('red.toml: respondent.team: is "')
    assert fault.endswith(ALPHABET)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"id": "Small!"}, "id"),
        ({"id": "s" * 61}, "id"),
        ({"version": "1 beta"}, "version"),
        ({"version": "1\n2"}, "version"),
        ({"fingerprint": "all is well"}, "fingerprint"),
        ({"fingerprint": "a" * 65}, "fingerprint"),
        ({"scales": {"A scale": "0a1b"}}, "scales.A scale"),
        ({"scales": {"ladder": "a\nb"}}, "scales.ladder"),
        ({"scales": {"ladder": "a" * 65}}, "scales.ladder"),
    ],
)
def test_a_questionnaire_is_named_in_its_alphabet_by_answers_and_counts(change: dict[str, Any], key: str) -> None:
    found = document(questionnaire())
    found["questionnaire"] |= change
    (fault,) = faults(found, questionnaire())
    assert fault.startswith(f"red.toml: questionnaire.{key}: is ")
    assert fault.endswith(ALPHABET)
    with pytest.raises(InvalidFile) as refused:
        admit_counts(counts() | {"questionnaire": reference_to(small()).model_dump() | change}, "t.toml", small())
    assert [(one.key, one.message.endswith(ALPHABET)) for one in refused.value.faults] == [
        (f"questionnaire.{key}", True)
    ]


@pytest.mark.parametrize("owner", ["Nobody at all", "a\nb", "x" * 61, ""])
def test_an_option_is_named_in_its_alphabet(owner: str) -> None:
    (fault,) = faults(of_another_version({"tasks.pause": {"owner": owner}}), questionnaire())
    assert '"; the key of an option, "dont_know" or "not_applicable" was expected' in fault


def counts(**tables: Any) -> dict[str, Any]:
    """A tally of two people of one team to the small questionnaire."""
    return {
        "kind": "tally",
        "schema": 1,
        "round": 1,
        "people": ["00000000000000aa", "00000000000000bb"],
        "questionnaire": reference_to(small()).model_dump(),
        "team": [{"id": "endpoint", "respondents": 2, "completed": 1, "asked": 6, "answered": 5}],
    } | tables


def refused(found: dict[str, Any]) -> list[str]:
    """Key and sentence of every fault of a tally; none when it is admitted."""
    try:
        admit_counts(found, "t.toml", small())
    except InvalidFile as error:
        return [f"{fault.key}: {fault.message}" for fault in error.faults]
    return []


@pytest.mark.parametrize("name", FREE)
@pytest.mark.parametrize("table", ["unknown", "incomparable"])
def test_what_a_tally_leaves_out_is_a_question(table: str, name: str) -> None:
    (fault,) = refused(counts(**{table: {name: 1}}))
    assert fault.startswith(f"{table}.")
    assert fault.endswith(ALPHABET)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("team", {"id": "End point", "respondents": 2, "completed": 1, "asked": 6, "answered": 5}),
        ("cell", {"question": "Read this", "facet": "owner", "team": "endpoint", "counts": [0, 0]}),
        ("cell", {"question": "risk.attitude", "facet": "owner", "team": "End point", "counts": [0, 0]}),
        ("difference", {"question": "Read this", "team": "endpoint", "counts": [0] * 11}),
        ("basis", {"question": "risk.attitude", "team": "End point", "counts": [0, 0]}),
        ("flag", {"question": "Read this", "team": "endpoint", "count": 0}),
    ],
)
def test_a_row_of_a_tally_names_question_and_team_in_their_alphabet(table: str, row: dict[str, Any]) -> None:
    (fault,) = refused(counts(**{table: [row]}))
    assert fault.startswith(f"{table}[0].")
    assert fault.endswith(ALPHABET)


def test_a_tally_says_no_more_than_its_people_can_have_answered() -> None:
    most = sum(len(question.facets) for question in small().questions)
    assert refused(counts(team=[counts()["team"][0] | {"asked": 2 * most, "answered": 2 * most}])) == []
    assert refused(counts(team=[counts()["team"][0] | {"asked": 2 * most + 1}])) == [
        f"team[0].asked: is {2 * most + 1}; 2 people can be asked {2 * most} facets of this questionnaire"
    ]
    assert refused(counts(team=[counts()["team"][0] | {"asked": 10**9, "answered": 10**9}])) == [
        f"team[0].asked: is {10**9}; 2 people can be asked {2 * most} facets of this questionnaire"
    ]


@pytest.mark.parametrize("table", ["unknown", "incomparable"])
def test_a_tally_leaves_out_no_more_answers_than_its_people_gave(table: str) -> None:
    assert refused(counts(**{table: {"old.one": 2}})) == []
    assert refused(counts(**{table: {"old.one": 3}})) == [
        f'{table}."old.one": counts 3 answers, more than the 2 people of this file can have given'
    ]
    many = {f"old.q{place}": 2 for place in range(501)}
    assert refused(counts(**{table: dict(list(many.items())[:500])})) == []
    assert refused(counts(**{table: many})) == [
        f"{table}: counts 1002 answers, more than the 2 people of this file can have given"
    ]


def wrong(found: dict[str, Any]) -> list[str]:
    """Key and sentence of every fault of figures; none when they are sound."""
    try:
        read_actuals(found, "pilot.toml")
    except InvalidFile as error:
        return [f"{fault.key}: {fault.message}" for fault in error.faults]
    return []


@pytest.mark.parametrize("name", ["Stop!", "stop.", "stop.one", "stop.a.b.c", "a" * 61, "stop\nopen", ""])
def test_a_criterion_is_named_in_its_alphabet(name: str) -> None:
    (fault,) = wrong(figures(figure(1, 2, criterion=name)))
    assert fault.startswith('actual[0].criterion: is "')
    assert fault.endswith(ALPHABET)
    (fault,) = wrong(figures(waivers=[waiver(dt.date(2027, 1, 1), criterion=name)]))
    assert fault.startswith('waiver[0].criterion: is "')
    assert fault.endswith(ALPHABET)


@pytest.mark.parametrize("name", ["stop", "contested_task.ownership.customer_pause", ".".join(["a" * 60] * 3)])
def test_every_id_that_a_criterion_can_have_is_one(name: str) -> None:
    assert wrong(figures(figure(1, 2, criterion=name))) == []


def test_the_questionnaire_of_figures_is_named_in_its_alphabet() -> None:
    assert wrong(figures(questionnaire="Small?")) == [f'pilot.questionnaire: is "Small?"{ALPHABET}']


@pytest.mark.parametrize("name", ["first\nsecond", "first\tsecond", "first\n"])
def test_rings_reports_and_names_of_people_are_one_line(name: str) -> None:
    assert wrong(figures(figure(1, 2), rings=[name])) == [f"pilot.rings[0]: {ONE_LINE}"]
    assert wrong(figures(figure(1, 2, ring=name))) == [f"actual[0].ring: {ONE_LINE}"]
    assert wrong(figures(figure(1, 2, report=name))) == [f"actual[0].report: {ONE_LINE}"]
    assert wrong(figures(waivers=[waiver(dt.date(2027, 1, 1), reason=name)])) == [f"waiver[0].reason: {ONE_LINE}"]
    if name.strip() == name:
        assert wrong(figures(figure(1, 2, by=name))) == [f"actual[0].by: {ONE_LINE}"]
        assert wrong(figures(waivers=[waiver(dt.date(2027, 1, 1), by=name)])) == [f"waiver[0].by: {ONE_LINE}"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "The rest"', r'title = "The\nrest"', "section rest.title"),
        ('text = "Who pauses?"', r'text = "Who\npauses?"', "question tasks.pause.text"),
        ('label = "A little"', r'label = "A\tlittle"', "scale ladder.options[1].label"),
        ('label = "Red"', r'label = "R\ned"', "team red.label"),
    ],
)
def test_titles_labels_and_sentences_of_a_questionnaire_are_one_line(old: str, new: str, key: str) -> None:
    text = SOUND.replace(old, new, 1)
    assert text != SOUND
    assert f"a.toml: {key}: {ONE_LINE}" in faults_of_questionnaire(text)


def test_what_is_a_paragraph_may_have_several_lines() -> None:
    assert faults_of_questionnaire(changed('help = "Today, and later."', r'help = "Today,\nand later."')) == []


@pytest.mark.parametrize("name", ["Kim\nMiller", "Kim\tMiller"])
def test_nobody_loses_answers_over_a_break_in_a_name(name: str) -> None:
    assert response(questionnaire(), name=name).respondent.name == "Kim Miller"


def test_a_note_has_as_many_lines_as_it_wants() -> None:
    answers = {"rest.soak": {"position": 1, "note": "One.\nTwo.\n\tThree."}}
    assert response(questionnaire(), answers).answer("rest.soak").note == "One.\nTwo.\n\tThree."


NUMBER: Final = "; a number was expected"


@pytest.mark.parametrize(("given", "shown"), [("12", '"12"'), (True, "true"), ([1], "a list"), ("1e5", '"1e5"')])
def test_a_figure_is_a_number_and_no_text(given: object, shown: str) -> None:
    for key in ("numerator", "denominator"):
        assert wrong(figures(figure(1, 2) | {key: given})) == [f"actual[0].{key}: is {shown}{NUMBER}"]


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ('"24"', f'is "24"{NUMBER}'),
        ("true", f"is true{NUMBER}"),
        ("1e999999", "is 1E+999999; the largest allowed is 1000000000"),
        ("-1e999999", "is -1E+999999; the smallest allowed is -1000000000"),
        ("1000000001", "is 1000000001; the largest allowed is 1000000000"),
        ("1e-999999", "is 1E-999999; at most 9 digits after the point"),
        ("0.0000000001", "is 1E-10; at most 9 digits after the point"),
        ("inf", f"is Infinity{NUMBER}"),
        ("nan", f"is NaN{NUMBER}"),
    ],
)
def test_a_value_of_a_questionnaire_is_a_number_within_bounds(value: str, fault: str) -> None:
    behaviour = 'label = "16 days", behaviour = "We wait for sixteen days."'
    option = changed(f"value = 16, {behaviour}", f"value = {value}, {behaviour}")
    assert any(f"scale soak.options[5].value: {fault}" in one for one in faults_of_questionnaire(option))
    rule = criterion("stop").replace("default = 24", f"default = {value}")
    head = 'kind = "questionnaire"\nschema = 1\n'
    assert f"b.toml: criterion stop.threshold.default: {fault}" in faults_of_questionnaire(SOUND, head + rule)


@pytest.mark.parametrize("given", [12, 12.5, Decimal("12.5")])
def test_what_toml_calls_a_number_is_one(given: object) -> None:
    assert wrong(figures(figure(1, 2) | {"denominator": given})) == []


@pytest.mark.parametrize("key", ["started", "updated", "completed"])
@pytest.mark.parametrize("year", [1, 1970, 2019, 2101, 9999])
def test_a_moment_lies_in_our_time(key: str, year: int) -> None:
    moment = dt.datetime(year, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    change: dict[str, Any] = {key: moment}
    found = faults(document(questionnaire(), **change), questionnaire())
    assert found[0] == f"red.toml: respondent.{key}: is {moment.isoformat()[:25]}{YEARS}"


@pytest.mark.parametrize("key", ["updated", "completed"])
def test_nobody_finishes_before_beginning(key: str) -> None:
    moments: dict[str, Any] = {"started": LATER, "updated": LATER, "completed": LATER} | {key: STARTED}
    assert faults(document(questionnaire(), **moments), questionnaire()) == [
        f"red.toml: respondent.{key}: is 2026-11-21T09:00:00+00:00, before it was started; correct one of them"
    ]


@pytest.mark.parametrize("year", [2020, 2100])
def test_the_first_and_the_last_year_are_in_time(year: int) -> None:
    moment = dt.datetime(year, 1, 1, tzinfo=dt.UTC)
    assert response(questionnaire(), started=moment, updated=moment).respondent.started == moment


def test_a_clock_that_was_set_back_loses_no_answers() -> None:
    begun = response(questionnaire(), started=LATER, updated=LATER)
    changed_then = begun.with_note("rest.soak", "Ask Kim.", STARTED).completed(STARTED)
    assert (changed_then.respondent.updated, changed_then.respondent.completed) == (LATER, LATER)


@pytest.mark.parametrize("year", [1, 2019, 2101])
def test_figures_and_waivers_lie_in_our_time(year: int) -> None:
    day = dt.date(year, 12, 31)
    assert wrong(figures(figure(1, 2, date=day))) == [f"actual[0].date: is {day}{YEARS}"]
    assert wrong(figures(waivers=[waiver(day)])) == [f"waiver[0].until: is {day}{YEARS}"]


def test_an_id_in_the_rules_is_quoted_only_in_its_alphabet() -> None:
    head = 'kind = "questionnaire"\nschema = 1\n'
    rule = criterion("stop", when=f'{{ findings = ["blocker"], questions = ["{"x" * 900_000}"] }}')
    (fault,) = faults_of_questionnaire(SOUND, head + rule + "\n[renamed]\n")
    assert fault.startswith('b.toml: criterion stop.when.questions[0]: is "xxx')
    assert fault.endswith(ALPHABET)
    assert len(fault) < 320


@pytest.mark.parametrize(("old", "new"), [("Old one", "tasks.pause"), ("x" * 500, "tasks.pause"), ("old.one", "New")])
def test_old_ids_have_the_alphabet_of_new_ones(old: str, new: str) -> None:
    head = 'kind = "questionnaire"\nschema = 1\n'
    (fault,) = faults_of_questionnaire(SOUND, f'{head}[renamed]\n"{old}" = "{new}"\n')
    assert fault == 'b.toml: renamed: must be a table of "old.id" = "new.id"'


def test_the_sound_files_of_these_tests_are_sound() -> None:
    assert refused(deepcopy(counts())) == []
    assert wrong(figures(figure(1, 2))) == []
    older = of_another_version({"old.one": {"position": 1}}, only=["old.one"], at="old.one")
    assert faults(older, questionnaire()) == []
