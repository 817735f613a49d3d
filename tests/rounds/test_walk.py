"""The way through the questions, the same for both front ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

import pytest

from maturity.results.build_facts import facts_on
from maturity.rounds.facts import said_by
from maturity.rounds.interview import (
    depths_of,
    facets_to_ask,
    first_open_facet,
    in_words,
    is_open,
    keys_of,
    minutes,
    more_to_ask,
    progress,
    same_as_above,
    starting_place,
    usual_depth,
    words_to_read,
)
from questionnaires import Answer, Question, Questionnaire, Response, questions_for
from questionnaires.words import Depth, Facet
from tests.given.builders import THEN, respond, small

TODAY: Final = dt.date(2026, 11, 22)


def question(identifier: str) -> Question:
    return small().question_by_id[identifier]


def response(
    answers: Mapping[str, Answer] | None = None, team: str = "endpoint", depth: Depth = Depth.FULL
) -> Response:
    return respond(team, answers or {}, depth=depth)


def test_only_what_is_asked_of_the_team_comes() -> None:
    asked = {item.id for item in questions_for(response(), small())}
    assert "risk.taste" in asked
    assert "risk.taste" not in {item.id for item in questions_for(response(team="security"), small())}


def test_core_leaves_out_what_is_asked_in_full_only() -> None:
    core = {item.id for item in questions_for(response(depth=Depth.CORE), small())}
    assert "ownership.pause" in core
    assert "ownership.marked" not in core


@pytest.mark.parametrize(("needed", "is_asked"), [(3, False), (4, True), (5, True), ("dont_know", False)])
def test_a_high_need_is_asked_for_its_basis(needed: int | str, is_asked: bool) -> None:
    facets = facets_to_ask(question("control.release"), response({"control.release": Answer(needed=needed)}))
    assert facets == (Facet.NEEDED, Facet.WANTED, *([Facet.BASIS] if is_asked else []))


@pytest.mark.parametrize(
    ("answer", "first", "still_open"),
    [
        (Answer(), Facet.NEEDED, True),
        (Answer(flag=True, note="Hm."), Facet.NEEDED, True),
        (Answer(wanted=0), Facet.NEEDED, True),
        (Answer(needed=0), Facet.WANTED, True),
        (Answer(needed=0, wanted=0), None, False),
        (Answer(needed="dont_know", wanted="not_applicable"), None, False),
        (Answer(needed=5, wanted=5), Facet.BASIS, False),
        (Answer(needed=5, wanted=5, basis="law"), None, False),
    ],
)
def test_a_question_is_open_until_every_facet_that_all_are_asked_is_answered(
    answer: Answer, first: Facet | None, still_open: bool
) -> None:
    given = response({"control.release": answer})
    assert first_open_facet(question("control.release"), given) is first
    assert is_open(question("control.release"), given) is still_open


def test_progress_counts_questions_section_by_section() -> None:
    answers = {
        "control.release": Answer(needed=5, basis="law"),
        "control.minor": Answer(needed=5, wanted="dont_know"),
        "readiness.licences": Answer(status="met"),
    }
    found = {
        item.section.id: (item.answered, item.asked, item.is_complete) for item in progress(small(), response(answers))
    }
    assert found == {
        "ownership": (0, 4, False),
        "control": (1, 3, False),
        "risk": (0, 6, False),
        "future": (0, 1, False),
        "readiness": (1, 1, True),
    }


def test_every_word_on_the_screens_is_read_and_a_scale_once_in_its_section() -> None:
    pause, deploy = question("ownership.pause"), question("ownership.deploy")
    one, two = words_to_read(small(), [pause]), words_to_read(small(), [pause, deploy])
    section, scale = small().section_by_id["ownership"], small().scale_by_id[pause.scale]
    options = " ".join(f"{option.label} {option.behaviour}" for option in scale.options)
    rule = f"{section.question} {section.about}"
    assert deploy.scale == pause.scale
    assert one == len(f"{rule} {pause.text} {pause.help} {options}".split())
    assert two - one == len(f"{deploy.text} {deploy.help}".split())


def test_a_basis_is_read_where_control_is_asked() -> None:
    basis = small().scale_by_id["basis"]
    release = question("control.release")
    scale = small().scale_by_id[release.scale]
    section = small().section_by_id["control"]
    texts = [section.question, section.about, release.text, release.help]
    texts += [text for option in (*basis.options, *scale.options) for text in (option.label, option.behaviour)]
    assert words_to_read(small(), [release]) == sum(len(text.split()) for text in texts)


@pytest.mark.parametrize(
    ("words", "choices", "time"), [(0, 0, 5), (1499, 0, 5), (1500, 0, 10), (0, 89, 5), (0, 90, 10), (1400, 6, 10)]
)
def test_reading_takes_a_minute_for_200_words_and_a_choice_five_seconds(
    words: int, choices: int, time: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.rounds.interview.words_to_read", lambda *_: words)
    asked = (question("risk.soak"),) * choices
    assert minutes(small().model_copy(update={"questions": asked}), Depth.FULL) == time


def test_the_team_that_is_asked_the_most_takes_the_longest() -> None:
    def asking(team: str) -> Questionnaire:
        long = question("future.approvals").model_copy(update={"asked": (team,), "help": "word " * 1500})
        return small().model_copy(update={"questions": (long,), "teams": small().teams[:2]})

    assert [minutes(asking(team), Depth.FULL) for team in ("endpoint", "security", "nobody")] == [10, 5, 5]


def test_a_bare_number_is_said_with_its_unit() -> None:
    scale = small().scale_by_id[question("risk.hours_to_stop").scale]
    bare = scale.model_copy(
        update={"options": tuple(item.model_copy(update={"label": str(item.value)}) for item in scale.options)}
    )
    assert in_words(bare, 3) == f"{scale.options[3].value} {scale.unit}"
    assert in_words(scale, 3) == scale.options[3].label
    assert in_words(bare, "dont_know") == "don't know"


def at_depth(depth: Depth, *questions: str) -> Questionnaire:
    """The small questionnaire, with these of its questions at another depth."""
    asked = [item.model_copy(update={"depth": depth}) if item.id in questions else item for item in small().questions]
    return small().model_copy(update={"questions": tuple(asked)})


def test_a_set_that_asks_nothing_of_its_own_is_not_offered() -> None:
    assert depths_of(small()) == (Depth.CORE, Depth.FULL)
    assert depths_of(at_depth(Depth.SHORT, "risk.soak")) == (Depth.SHORT, Depth.CORE, Depth.FULL)


@pytest.mark.parametrize(
    ("moved", "usual"), [((), Depth.CORE), ((Depth.SHORT,), Depth.SHORT), ((Depth.FULL,), Depth.FULL)]
)
def test_core_is_asked_unless_there_is_none(moved: tuple[Depth, ...], usual: Depth) -> None:
    questionnaire = at_depth(*moved, *(item.id for item in small().questions)) if moved else small()
    assert usual_depth(questionnaire) is usual


def test_whoever_answered_a_smaller_set_can_go_on_with_the_next() -> None:
    questionnaire = at_depth(Depth.SHORT, "risk.soak")
    asked = {depth: len(questionnaire.asked_of("endpoint", depth)) for depth in Depth}
    more = [more_to_ask(questionnaire, response(depth=depth)) for depth in Depth]
    core, full = (asked[Depth.CORE] - asked[Depth.SHORT], asked[Depth.FULL] - asked[Depth.CORE])
    assert more == [(Depth.CORE, core), (Depth.FULL, full), None]


def test_a_round_on_some_questions_offers_no_larger_set() -> None:
    given = response(depth=Depth.CORE)
    some = given.model_copy(update={"respondent": given.respondent.model_copy(update={"only": ("risk.soak",)})})
    assert more_to_ask(small(), some) is None


def test_going_on_with_a_larger_set_keeps_every_answer() -> None:
    done = response({"risk.soak": Answer(position=2)}, depth=Depth.CORE).at("risk.soak", THEN).completed(THEN)
    deeper = done.deepened(Depth.FULL, THEN)
    assert deeper.answers == done.answers
    assert (deeper.respondent.depth, deeper.respondent.at, deeper.respondent.completed) == (Depth.FULL, None, None)


def test_one_starts_at_the_first_open_question() -> None:
    questions = questions_for(response(), small())
    assert starting_place(questions, response()) == 0
    assert starting_place(questions, response({questions[0].id: Answer(owner="endpoint")})) == 1


def test_one_continues_at_the_question_where_one_was() -> None:
    questions = questions_for(response(), small())
    assert starting_place(questions, response().at(questions[3].id, THEN)) == 3
    assert starting_place(questions, response().at("risk.gone", THEN)) == 0


def test_with_everything_answered_one_starts_at_the_top() -> None:
    one = (question("ownership.pause"),)
    assert starting_place(one, response({"ownership.pause": Answer(owner="endpoint")})) == 0


def test_same_as_above_is_the_owner_named_before() -> None:
    questions = (question("ownership.pause"), question("ownership.deploy"), question("risk.attitude"))
    given = response({"ownership.pause": Answer(owner="network")})
    assert same_as_above(questions, 1, given) == "network"
    assert same_as_above(questions, 1, response()) is None
    assert same_as_above(questions, 0, given) is None
    assert same_as_above(questions, 2, given) is None
    assert same_as_above(questions[::-1], 1, given) is None


@pytest.mark.parametrize(
    ("scale", "keys"), [("ladder", "012345"), ("owner", "1234567"), ("status", "123"), ("hours", "012345")]
)
def test_options_have_the_digits_that_a_person_expects(scale: str, keys: str) -> None:
    assert keys_of(small().scale_by_id[scale]) == tuple(keys)


@pytest.mark.parametrize(
    ("identifier", "facts"),
    [
        ("ownership.pause", [("Documented", "the service"), ("Documented", "the customer: us")]),
        ("ownership.marked", [("Documented", "nobody is named")]),
        ("ownership.retired", [("Documented", "the service"), ("Since then", "No longer done by anybody.")]),
        ("control.release", [("Offered", "by default 1 One; at most 3 Three"), ("Price", "A delay.")]),
        ("control.unclear", [("Offered", "unknown"), ("Price", "Unknown.")]),
        ("control.minor", [("Offered", "by default unknown; at most 1 One"), ("Price", "Nothing.")]),
        ("risk.hours_to_stop", [("Limit", "Less than 8 hours cannot be promised.")]),
        ("risk.attitude", []),
    ],
)
def test_what_is_documented_is_told_afterwards(identifier: str, facts: list[tuple[str, str]]) -> None:
    assert [(fact.title, fact.text) for fact in facts_on(small(), question(identifier))] == facts


def test_what_is_documented_names_its_source() -> None:
    (fact,) = facts_on(small(), question("ownership.deploy"))
    assert said_by(fact, TODAY) == "A page, 2026-01-01"


def test_a_suggestion_is_labelled_as_one() -> None:
    suggested = question("ownership.deploy").model_copy(update={"suggested": "network"})
    fact = list(facts_on(small(), suggested))[-1]
    assert (fact.title, fact.text, said_by(fact, TODAY)) == (
        "Suggested by this questionnaire",
        "Network",
        "it settles nothing",
    )
