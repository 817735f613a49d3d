"""What a form is told: the questionnaire, every question and text of it, and the rules as the program has them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest

from maturity.reports.form_data import Asked, form_data
from maturity.results.build_facts import facts_on
from maturity.rounds.facts import each_once, said_by
from maturity.rounds.interview import facets_to_ask, in_words, keys_of, minutes_for
from questionnaires import Answer, Questionnaire, builtin, clean, label, reference_to
from questionnaires.response import Respondent, Response
from questionnaires.words import DONT_KNOW, FACETS, NOT_APPLICABLE, Depth, Facet, Kind
from tests.given.builders import respond, small

TODAY = dt.date(2026, 11, 28)


def told(questionnaire: Questionnaire, asked: Asked) -> dict[str, Any]:
    return dict(form_data(questionnaire, asked, TODAY))


@pytest.fixture(params=["built in", "small"])
def questionnaire(request: pytest.FixtureRequest) -> Questionnaire:
    return builtin() if request.param == "built in" else small()


@pytest.mark.parametrize("depth", Depth)
def test_each_team_is_asked_what_the_program_asks_it(questionnaire: Questionnaire, depth: Depth) -> None:
    data = told(questionnaire, Asked(depth))
    for team, shown in zip(questionnaire.teams, data["teams"], strict=True):
        asked = questionnaire.asked_of(team.id, depth)
        assert shown["asked"] == [question.id for question in asked]
        assert shown["minutes"] == minutes_for(questionnaire, asked)
        assert (shown["id"], shown["label"], shown["about"]) == (team.id, team.label, team.about)


def test_every_text_of_every_question_is_there(questionnaire: Questionnaire) -> None:
    data = told(questionnaire, Asked(Depth.FULL))
    assert [shown["id"] for shown in data["questions"]] == [one.id for one in questionnaire.questions]
    for shown in data["questions"]:
        question = questionnaire.question_by_id[shown["id"]]
        for name in ("title", "text", "help", "section", "phase"):
            assert shown[name] == getattr(question, name)
        said = [data["terms"][place]["word"] for place in shown["terms"]]
        texts = f"{question.title} {question.text} {question.help}"
        assert said == [term.word for term in questionnaire.terms if term.occurs_in(texts)]


def test_the_facts_are_those_that_the_app_shows(questionnaire: Questionnaire) -> None:
    for shown in told(questionnaire, Asked(Depth.FULL))["questions"]:
        facts = each_once(facts_on(questionnaire, questionnaire.question_by_id[shown["id"]]))
        assert shown["facts"] == [[fact.title, fact.text, said_by(fact, TODAY)] for fact in facts]


def test_every_option_of_every_scale_is_there_with_its_key_and_its_words(questionnaire: Questionnaire) -> None:
    data = told(questionnaire, Asked(Depth.CORE))
    for scale, shown in zip(questionnaire.scales, data["scales"], strict=True):
        assert shown["id"] == scale.id
        for place, (option, choice) in enumerate(zip(scale.options, shown["options"], strict=True)):
            assert choice["choice"] == scale.choice(place)
            assert type(choice["choice"]) is type(scale.choice(place))
            assert choice["key"] == keys_of(scale)[place]
            assert choice["words"] == in_words(scale, scale.choice(place))
            assert choice["behaviour"] == option.behaviour


def test_sections_and_the_kinds_of_all_questions_are_there(questionnaire: Questionnaire) -> None:
    data = told(questionnaire, Asked(Depth.SHORT))
    sections = [(one.id, one.title, one.question, one.about) for one in questionnaire.sections]
    assert [tuple(shown.values()) for shown in data["sections"]] == sections
    # A file may hold answers of another depth, which have to be understood to be kept.
    assert data["known"] == [[one.id, one.kind.value, one.scale] for one in questionnaire.questions]


def test_a_page_for_one_team_holds_only_what_that_team_is_asked() -> None:
    data = told(builtin(), Asked(Depth.CORE, team="network"))
    asked = [question.id for question in builtin().asked_of("network", Depth.CORE)]
    assert [shown["id"] for shown in data["questions"]] == asked
    assert {shown["id"]: len(shown["asked"]) for shown in data["teams"] if shown["asked"]} == {"network": len(asked)}


def test_the_rules_are_those_of_the_program() -> None:
    data = told(small(), Asked(Depth.CORE))
    assert dict(data["kinds"]) == {kind.value: [facet.value for facet in FACETS[kind]] for kind in Kind}
    assert data["answer"] + ["note", "flag"] == list(Answer.model_fields)
    assert [one["id"] for one in data["facets"]] == [facet.value for facet in Facet]
    assert {one["choice"]: one["words"] for one in data["reserved"]} == {
        state: label(small().scales[0], state) for state in (DONT_KNOW, NOT_APPLICABLE)
    }
    reference = reference_to(small())
    assert [data["id"], data["version"], data["fingerprint"]] == [
        reference.id,
        reference.version,
        reference.fingerprint,
    ]
    assert data["meanings"] == [list(pair) for pair in reference.scales.items()]


@pytest.mark.parametrize("need", range(6))
def test_a_basis_is_asked_from_the_same_need_on(need: int) -> None:
    question = next(one for one in small().questions if one.kind is Kind.CONTROL)
    response = respond("endpoint", {question.id: Answer(needed=need)})
    basis = told(small(), Asked(Depth.CORE))["basis"]
    assert (Facet(basis["facet"]) in facets_to_ask(question, response)) == (need >= basis["from"])


def test_the_same_characters_are_replaced_as_by_the_program() -> None:
    pattern = told(small(), Asked(Depth.CORE))["steering"]
    assert pattern.isascii()
    assert pattern.isprintable()
    # What JavaScript reads as \u{…} means to Python what its \U… means.
    ours = re.compile(re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: f"\\U{int(found[1], 16):08x}", pattern))
    for number in (*range(0x3200), *range(0xD800, 0x10000), *range(0x1BC00, 0x1BD00), 0x1F600, 0xE0041, 0x10FFFF):
        sign = chr(number)
        assert (ours.fullmatch(sign) is not None) == (clean(sign) != sign), hex(number)


def test_nothing_depends_on_the_order_of_keys_in_an_object() -> None:
    # JavaScript sorts keys that look like numbers before all others.
    data = told(builtin(), Asked(Depth.FULL))
    pairs = [data[name] for name in ("kinds", "known", "meanings", "renamed", "depths")]
    assert all(isinstance(pair, list) for listed in pairs for pair in listed)


def test_a_written_response_holds_its_keys_in_the_order_that_the_script_writes() -> None:
    respondent = [name for name in Respondent.model_fields if name != "voted"]
    moments = ["started", "updated", "completed"]
    assert respondent == ["id", "team", "name", "round", "depth", "only", *moments, "at", "answered"]
    assert list(Response.model_fields) == ["questionnaire", "respondent", "answers"]
