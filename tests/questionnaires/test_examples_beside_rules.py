"""The examples beside the rules for criteria: their limits, what they refer to, and that the catalogue has them."""

from __future__ import annotations

import pytest

from questionnaires import Candidate, builtin
from tests.given.sound_questionnaire import SOUND, faults, questionnaire

CATALOGUE = builtin()
RULES = [candidate for candidate in CATALOGUE.candidates if candidate.when.findings]
LONGEST_TEXT = 140

END = 'sources = ["undated"]\n\n[[contradiction]]'
"""Where the last criterion of the sound questionnaire ends, which is one with a condition."""

PAUSE = '[criterion.example.answers."tasks.pause"]'
RED = 'red = { owner = "nobody" }'
RELEASE = """
[criterion.example.answers."rest.release"]
red = { needed = 4, basis = "law", wanted = "not_applicable" }
"""
EXAMPLE = f"""
[[criterion.example]]
text = "Nobody pauses."
fires = true
{PAUSE}
{RED}
blue = {{ owner = "dont_know" }}
{RELEASE}
"""


def beside(*examples: str) -> str:
    """The sound questionnaire with these examples beside its rule."""
    return SOUND.replace(END, END.replace("\n\n", "\n" + "".join(examples) + "\n"))


def other(old: str, new: str) -> str:
    """The example with one piece replaced."""
    assert EXAMPLE.count(old) == 1
    return EXAMPLE.replace(old, new)


@pytest.mark.parametrize("candidate", RULES, ids=lambda candidate: candidate.id)
def test_a_rule_of_the_catalogue_shows_what_fires_it_and_what_does_not(candidate: Candidate) -> None:
    assert {example.fires for example in candidate.examples} == {True, False}


def test_the_examples_of_the_catalogue_are_short_whole_sentences() -> None:
    texts = [example.text for candidate in RULES for example in candidate.examples]
    assert [text for text in texts if len(text) > LONGEST_TEXT or not text.endswith(".")] == []


def test_no_two_examples_of_a_rule_read_the_same() -> None:
    assert [c.id for c in RULES if len({example.text for example in c.examples}) < len(c.examples)] == []


def test_in_the_catalogue_only_teams_that_are_asked_answer() -> None:
    astray = [
        (candidate.id, place, question, team)
        for candidate in RULES
        for place, example in enumerate(candidate.examples)
        for question, said in example.answers.items()
        for team in said
        if (asked := CATALOGUE.question_by_id[question].asked) and team not in asked
    ]
    assert astray == []


def test_an_example_says_what_teams_answer_and_whether_that_fires() -> None:
    (example,) = questionnaire(beside(EXAMPLE)).candidates[1].examples
    assert (example.text, example.fires) == ("Nobody pauses.", True)
    assert example.answers["tasks.pause"]["blue"].owner == "dont_know"
    assert example.answers["rest.release"]["red"].needed == 4


def test_a_rule_of_somebody_elses_needs_no_examples() -> None:
    assert questionnaire().candidates[1].examples == ()


def test_examples_are_no_part_of_the_fingerprint() -> None:
    assert questionnaire(beside(EXAMPLE)).fingerprint == questionnaire().fingerprint


def test_what_is_always_meant_has_no_examples() -> None:
    always = SOUND.replace("[criterion.threshold]", EXAMPLE + "\n[criterion.threshold]", 1)
    assert faults(always) == [
        "a.toml: criterion soak_kept: is always meant, so nothing can trigger it; remove its examples"
    ]


def test_six_examples_are_enough() -> None:
    assert faults(beside(*[EXAMPLE] * 6)) == []
    assert faults(beside(*[EXAMPLE] * 7)) == ["a.toml: criterion task_owned.example: has more than 6 entries"]


def test_an_example_is_on_at_most_twelve_questions() -> None:
    tables = "".join(f'[criterion.example.answers."tasks.t{place}"]\n{RED}\n' for place in range(11))
    assert faults(beside(EXAMPLE + tables)) == [
        "a.toml: criterion task_owned.example[0].answers: has more than 12 entries"
    ]


def test_an_example_has_at_most_seven_teams() -> None:
    teams = "\n".join(f'team{place} = {{ owner = "red" }}' for place in range(8))
    assert faults(beside(other(RED, teams))) == [
        "a.toml: criterion task_owned.example[0].answers.tasks.pause: has more than 7 entries"
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("fires = true\n", "", "fires: is missing; add it"),
        ("fires = true", 'fires = "yes"', 'fires: is "yes"; true or false was expected'),
        ('text = "Nobody pauses."', 'text = ""', "text: must not be empty"),
        ("fires = true", "fires = true\nwhy = 1", "why: is not a known key; remove it or correct its name"),
        (RED, 'red = "nobody"', 'answers.tasks.pause.red: is "nobody"; a table was expected'),
        (RED, 'red = { colour = "nobody" }', "answers.tasks.pause.red.colour: is not a known key"),
        ("needed = 4", "needed = 6", "answers.rest.release.red.needed: is 6; choose 0 to 5"),
        (
            "tasks.pause",
            "tasks.lost",
            'answers."tasks.lost": there is no question "tasks.lost"',
        ),
        ("blue =", "green =", 'answers."tasks.pause".green: there is no team "green"'),
        (RED, "red = { position = 1 }", 'answers."tasks.pause".red.position: does not belong to a ownership question'),
        (RED, 'red = { owner = "green" }', 'answers."tasks.pause".red.owner: is "green"; choose one of red, blue'),
        ('"law"', '"whim"', 'answers."rest.release".red.basis: is "whim"; choose one of law, audit'),
    ],
)
def test_an_example_that_no_team_could_give_is_named(old: str, new: str, fault: str) -> None:
    (found,) = faults(beside(other(old, new)))
    assert found.startswith(f"a.toml: criterion task_owned.example[0].{fault}")


def test_an_example_without_answers_shows_nothing() -> None:
    bare = '\n[[criterion.example]]\ntext = "Silence."\nfires = false\nanswers = {}\n'
    assert faults(beside(bare)) == ["a.toml: criterion task_owned.example[0].answers: needs at least 1 entries"]


def test_a_question_without_its_scale_does_not_hide_the_fault() -> None:
    text = beside(EXAMPLE).replace('help = "Think of the last time."\nscale = "owner"', 'help = "X."\nscale = "lost"')
    fault = 'a.toml: question tasks.pause.scale: there is no scale "lost"'
    assert fault in [found.split(";")[0] for found in faults(text)]


def test_a_missing_scale_of_bases_does_not_hide_the_fault() -> None:
    text = beside(EXAMPLE).replace('id = "basis"', 'id = "ground"')
    assert "questionnaire: scale basis: control questions need a nominal scale with the id basis" in faults(text)
