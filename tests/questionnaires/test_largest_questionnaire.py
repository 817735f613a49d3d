"""How large a questionnaire may be: its entries, its bytes, what its rules can make, and what is never tried then."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from questionnaires import InvalidFile, load, loading
from questionnaires.largest import LARGEST_QUESTIONNAIRE, MOST_CRITERIA, MOST_ENTRIES, MOST_GROUNDS
from questionnaires.loading import TABLES
from questionnaires.response import MOST_ANSWERS, MOST_SCALES
from tests.given.builders import HEADER, criterion
from tests.given.large_questionnaire import large
from tests.given.sound_questionnaire import SOUND, faults

EACH: Final = '{ findings = ["far_apart"], questions = ["rest.*"], each = true }'


def rules(count: int, **parts: str) -> str:
    return "".join(criterion(f"rule{place}", **parts) for place in range(count))


def test_every_table_has_a_limit() -> None:
    assert set(MOST_ENTRIES) == {*TABLES, "renamed"}


def test_answers_can_hold_what_may_be_asked() -> None:
    assert MOST_ENTRIES["question"] <= MOST_ANSWERS
    assert MOST_ENTRIES["scale"] <= MOST_SCALES


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("row", ["{}", "1", '""'])
def test_too_many_entries_are_one_fault_and_none_of_them_is_looked_at(
    table: str, row: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def untouched(*_: object) -> None:
        raise AssertionError("entries were validated before they were counted")

    monkeypatch.setattr(loading, "validate", untouched)
    most = MOST_ENTRIES[table]
    many = f"{HEADER}{table} = [{', '.join([row] * (most + 1))}]\n"
    assert faults(many) == [f"a.toml: {table}: has more than {most} entries in all; a questionnaire may hold {most}"]


def test_too_many_renamed_questions_are_one_fault() -> None:
    table = "\n".join(f'"old.q{place}" = "tasks.pause"' for place in range(MOST_ENTRIES["renamed"] + 1))
    (fault,) = faults(f"{HEADER}[renamed]\n{table}\n")
    assert fault.startswith(f"a.toml: renamed: has more than {MOST_ENTRIES['renamed']} entries in all")


def test_entries_are_counted_over_all_files_and_the_file_that_has_one_too_many_is_named() -> None:
    half = HEADER + "[[source]]\n" * (MOST_ENTRIES["source"] // 2)
    assert not any("in all" in fault for fault in faults(half, half))
    (fault,) = faults(half, half, HEADER + "[[source]]\n", HEADER)
    assert fault.startswith("c.toml: source: has more than")


def test_faults_of_other_files_are_named_beside_it() -> None:
    found = faults(HEADER + "[[term]]\n" * 5000, "not toml", "")
    assert [fault.split(":")[0] for fault in found] == ["b.toml", "c.toml", "a.toml"]


def test_as_many_bytes_as_allowed_are_read(tmp_path: Path) -> None:
    (tmp_path / "sound.toml").write_text(SOUND)
    for letter in "ab":
        filled = (LARGEST_QUESTIONNAIRE - len(SOUND.encode())) // 2
        (tmp_path / f"{letter}.toml").write_text(HEADER + "#" * (filled - len(HEADER)))
    assert load(tmp_path).questions


def test_more_bytes_in_all_files_are_a_fault_and_none_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def untouched(*_: object) -> None:
        raise AssertionError("files were parsed before they were weighed")

    monkeypatch.setattr(loading, "parse", untouched)
    for letter in "abc":
        (tmp_path / f"{letter}.toml").write_text(HEADER + "#" * 900_000)
    with pytest.raises(InvalidFile) as caught:
        load(tmp_path)
    assert [str(fault) for fault in caught.value.faults] == [
        f"c.toml: is too much: the files of a questionnaire have at most {LARGEST_QUESTIONNAIRE} bytes in all"
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            'questions = ["control.*"]',
            f"questions = {['control.*'] * 101}",
            "when.questions: has more than 100 entries",
        ),
        ('findings = ["blocker"]', f"findings = {['blocker'] * 60}", "when.findings: has more than "),
        (
            'questions = ["control.*"]',
            f"questions = ['a.b'], impacts = {['high'] * 4}",
            "when.impacts: has more than 3",
        ),
        ('sources = ["page"]\nmeasure', f"sources = {['page'] * 21}\nmeasure", "sources: has more than 20 entries"),
        ('traps = ["A trap."]', f"traps = {['A trap.'] * 21}", "measure.traps: has more than 20 entries"),
    ],
)
def test_what_one_rule_names_is_bounded(old: str, new: str, fault: str) -> None:
    rule = criterion("stop", when='{ findings = ["blocker"], questions = ["control.*"] }')
    assert old in rule
    assert any(fault in found for found in faults(SOUND, HEADER + rule.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('sources = ["undated"]', f"sources = {['page'] * 21}", "sources: has more than 20 entries"),
        ('asked = ["red", "blue"]', f"asked = {['red'] * 8}", "asked: has more than 7 entries"),
        ("documented = [", "documented = [" + '{ source = "page" }, ' * 21, "documented: has more than 20"),
    ],
)
def test_what_one_question_names_is_bounded(old: str, new: str, fault: str) -> None:
    assert old in SOUND
    assert any(fault in found for found in faults(SOUND.replace(old, new, 1)))


def test_very_many_unknown_tables_do_not_flood_the_screen() -> None:
    assert len(faults(HEADER + "".join(f"[t{place}]\n" for place in range(5000)))) < 1100


def test_rules_make_as_many_criteria_as_allowed() -> None:
    per_rule = 5  # the questions of the section rest
    text = rules(MOST_CRITERIA // per_rule - 1, when=EACH)
    assert not any("criteria in all" in fault for fault in faults(SOUND, HEADER + text))
    text += rules(9).replace("rule", "last") + criterion("one_more", when=EACH)
    (fault,) = [fault for fault in faults(SOUND, HEADER + text) if "criteria in all" in fault]
    assert fault.startswith("b.toml: criterion rule0.when: can make 5 criteria, and all rules together ")
    assert fault.endswith(f"; at most {MOST_CRITERIA} criteria in all, so name fewer questions, or leave out each")


@pytest.mark.parametrize(("impact", "fires"), [("low", True), ("high", False)])
def test_impacts_narrow_what_a_rule_can_make(impact: str, fires: bool) -> None:
    when = f'{{ findings = ["far_apart"], questions = ["s0.*"], impacts = ["{impact}"], each = true }}'
    found = faults(large(questions=100, impact="low"), HEADER + rules(6, when=when))
    assert any(fault.endswith("leave out each") for fault in found) is fires


def test_rules_rest_on_as_many_questions_as_allowed() -> None:
    every = '{ findings = ["far_apart"], questions = ["s0.*"] }'
    most = MOST_GROUNDS // 100
    assert faults(large(questions=100), HEADER + rules(most, when=every)) == []
    (fault,) = faults(large(questions=100), HEADER + rules(most + 1, when=every))
    assert fault == (
        f"b.toml: criterion rule0.when: looks at 100 questions, and all rules together at {MOST_GROUNDS + 100}; "
        f"at most {MOST_GROUNDS} in all, so name fewer"
    )


def test_a_question_that_is_named_twice_counts_once() -> None:
    twice = '{ findings = ["far_apart"], questions = ["s0.*", "s0.q1", "s0.q1"] }'
    assert faults(large(questions=100), HEADER + rules(MOST_GROUNDS // 100, when=twice)) == []


def test_the_largest_questionnaire_is_sound() -> None:
    text = large(questions=MOST_ENTRIES["question"])
    assert faults(text, HEADER + rules(MOST_CRITERIA)) == []


def test_examples_beside_all_rules_are_bounded() -> None:
    example = """
[[criterion.example]]
text = "One."
fires = false
answers = { "s0.q0" = { red = { position = 1 } } }
"""
    text = "".join(rules(1, when=EACH).replace("rule0", f"rule{n}") + example * 6 for n in range(84))
    text = text.replace("rest.*", "s0.q0")
    (fault,) = faults(large(questions=1), HEADER + text)
    assert fault.startswith("b.toml: criterion rule0.example: all rules together have 504 examples; at most 500 in all")


def test_very_many_references_to_nothing_do_not_flood_the_screen() -> None:
    names = ", ".join(f'"no.q{place}"' for place in range(100))
    nothing = f'{{ findings = ["far_apart"], questions = [{names}] }}'
    found = faults(SOUND, HEADER + rules(100, when=nothing))
    assert len(found) == 20
    assert found[-1].endswith("; and 9980 more like it")
