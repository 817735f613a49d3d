"""Short codes of teams: the questionnaire's own, else made of the names, and never two alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.codes import codes, derived
from maturity.results.build import results
from tests.given.builders import compared, voices
from tests.given.example_results import example_results


def test_the_codes_of_the_questionnaire_are_those_that_people_say() -> None:
    assert list(codes(example_results()).values()) == ["END", "OPS", "SEC", "NET", "ARC", "DSK", "APP"]


def test_where_the_questionnaire_gives_none_a_code_is_made_of_the_name() -> None:
    found = codes(results(compared(voices("risk.attitude", position={"endpoint": 1})), ()))
    assert found["endpoint"] == "END"
    assert found["operations"] == "OPE"


def test_results_that_were_written_before_there_were_codes_have_those_of_the_names() -> None:
    older = example_results()
    asked = older.questionnaire.model_copy(update={"codes": {}})
    found = codes(older.model_copy(update={"questionnaire": asked}))
    assert list(found.values()) == ["END", "OPE", "SEC", "NET", "ARC", "SER", "APP"]


def test_a_team_that_the_questionnaire_does_not_list_has_a_code_as_well() -> None:
    found = example_results()
    asked = found.questionnaire.model_copy(update={"teams": {"security": "Security"}, "codes": {}})
    assert codes(found.model_copy(update={"questionnaire": asked})) == {
        "security": "SEC",
        "endpoint": "END",
        "operations": "OPE",
        "architecture": "ARC",
    }


def test_a_code_that_is_given_is_nobody_elses_and_of_two_alike_the_first_stands() -> None:
    names = {"a": "Operations", "b": "Opera", "c": "Other", "d": "運用", "e": "設計"}
    assert derived(names, {"c": "OPE", "b": "OPE", "z": "XXX"}) == {
        "a": "OPR",
        "b": "OPA",
        "c": "OPE",
        "d": "XXX",
        "e": "XX2",
    }


@given(st.lists(st.text(max_size=6), max_size=30), st.dictionaries(st.integers(0, 9), st.just("AAA")))
def test_codes_are_three_characters_and_all_different(names: list[str], given_codes: dict[int, str]) -> None:
    found = derived({str(place): name for place, name in enumerate(names)}, {str(k): v for k, v in given_codes.items()})
    assert len(found) == len(names) == len(set(found.values()))
    assert all(len(code) == 3 for code in found.values())
