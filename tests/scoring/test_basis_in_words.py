"""What a need of control rests on, wherever the need is said in words."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Questionnaire, Response
from scoring.comparison.answers import answer_in_words, basis_in_words
from scoring.comparison.compare import Comparison
from scoring.wording.needs import basis_sentence
from tests.given.builders import compared, respond, small

RELEASE = "control.release"
Need = tuple[int | str, str | None]


def asked(**teams: list[Need]) -> Comparison:
    """Teams of people who need so much, on this basis."""
    return compared([person for team, needs in teams.items() for person in people(team, needs)])


def people(team: str, needs: list[Need]) -> list[Response]:
    return [
        respond(team, {RELEASE: Answer(needed=needed, wanted=3, basis=basis)}, respondent=f"{team}{place:02}")
        for place, (needed, basis) in enumerate(needs)
    ]


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        ([(5, "law")], "by law"),
        ([(4, "judgement")], "by judgement"),
        ([(4, None)], ""),
        ([(4, "dont_know")], ""),
        ([(3, None)], ""),
        ([(5, "law"), (4, "law")], "needs of 4 or 5: 2 by law"),
        (
            [(5, "judgement"), (4, "law"), (5, "law"), (4, None), (2, None), ("dont_know", None)],
            "needs of 4 or 5: 2 by law, 1 by judgement, 1 without a basis",
        ),
        ([(5, "law"), (1, None)], "needs of 4 or 5: 1 by law"),
    ],
)
def test_one_person_has_a_basis_and_several_are_counted(needs: list[Need], words: str) -> None:
    comparison = asked(endpoint=needs)
    item = comparison.question(RELEASE)
    assert item is not None
    assert basis_in_words(small(), item, "endpoint") == words


def test_an_answer_says_what_its_need_rests_on() -> None:
    comparison = asked(endpoint=[(5, "law")], security=[(2, None)])
    item = comparison.question(RELEASE)
    assert item is not None
    said = answer_in_words(small(), item, "endpoint")
    assert said.startswith("needs 5 ")
    assert "(by law); wants 3 " in said
    assert "by " not in answer_in_words(small(), item, "security")


def test_a_sentence_gives_every_team_with_a_basis_and_there_is_none_without() -> None:
    comparison = asked(endpoint=[(5, "law")], security=[(4, "judgement"), (4, None)], network=[(5, None)])
    item = comparison.question(RELEASE)
    assert item is not None
    assert basis_sentence(comparison, item) == (
        "What the need rests on: Endpoint, by law; Security, needs of 4 or 5: 1 by judgement, 1 without a basis."
    )
    nobody = asked(endpoint=[(3, None)])
    without = nobody.question(RELEASE)
    assert without is not None
    assert basis_sentence(nobody, without) == ""


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Contract", "by contract"),
        ("IT policy", "by IT policy"),
        ("A contract", "by a contract"),
        ("EU law", "by EU law"),
    ],
)
def test_an_abbreviation_that_begins_a_basis_stays_as_it_is(label: str, words: str) -> None:
    scale = small().scale_by_id["basis"]
    first = scale.options[0].model_copy(update={"label": label})
    scales = [
        scale.model_copy(update={"options": (first, *scale.options[1:])}) if one is scale else one
        for one in small().scales
    ]
    whole = {name: getattr(small(), name) for name in Questionnaire.model_fields}
    other = Questionnaire.model_construct(**whole | {"scales": tuple(scales)})
    comparison = asked(endpoint=[(5, scale.options[0].key)])
    item = comparison.question(RELEASE)
    assert item is not None
    assert basis_in_words(other, item, "endpoint") == words
