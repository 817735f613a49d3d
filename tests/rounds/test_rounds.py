"""Two rounds at the command line: what moved, what is carried over, and what a round knows of another."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from maturity.rounds.notes import Notes
from questionnaires import Answer
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.example_results import with_dates_as_text
from tests.given.files import put
from tests.given.rounds import both_rounds, first_round, handed_in, in_round, second_round


@pytest.fixture
def rounds(place: Path) -> Path:
    """A folder with the answers of both rounds."""
    return both_rounds(place / "rounds")


@pytest.fixture
def second(place: Path) -> Path:
    """A folder with the answers of the second round alone."""
    handed_in(place / "second", second_round())
    return place / "second"


def words(text: str) -> str:
    """The text without its line breaks."""
    return " ".join(text.split())


def tree_of(command: Command, own: Path, *arguments: str | Path) -> dict[str, Any]:
    said = command("-q", own, "compare", "--json", *arguments)
    assert said.code == 0
    tree: dict[str, Any] = json.loads(said.out)
    return tree


@pytest.mark.parametrize("verb", ["compare", "export"])
def test_the_latest_round_is_set_against_the_one_before_and_takes_over_what_it_has_not_answered(
    command: Command, own: Path, rounds: Path, verb: str
) -> None:
    if verb == "compare":
        said, named = (command("-q", own, "compare", rounds, *more) for more in ((), ("--against", "1", "--carry")))
        assert "Since round 1" in said.out
        assert "taken over from round 1" in words(said.out)
        assert (said.out, said.messages) == (named.out, [])
        return
    command("-q", own, "export", rounds, "-o", "said.toml")
    command("-q", own, "export", rounds, "--round", "2", "--against", "1", "--carry", "-o", "named.toml")
    assert Path("said.toml").read_bytes() == Path("named.toml").read_bytes()


def test_a_round_that_is_named_is_looked_at_as_the_latest_is(command: Command, own: Path, rounds: Path) -> None:
    assert tree_of(command, own, rounds, "--round", "2") == tree_of(command, own, rounds)
    first = tree_of(command, own, rounds, "--round", "1")
    assert {"movement", "carried"}.isdisjoint(first)


def test_nothing_is_taken_over_when_somebody_wants_it_so(command: Command, own: Path, rounds: Path) -> None:
    tree = tree_of(command, own, rounds, "--no-carry")
    assert (tree["movement"]["against"], tree["partial"]) == (1, True)
    assert "carried" not in tree


def test_what_moved_is_said_first_in_numbers_and_then_by_question(command: Command, own: Path, rounds: Path) -> None:
    said = command("-q", own, "compare", rounds, "--against", "1")
    assert (said.code, said.err) == (0, "")
    text = words(said.out)
    assert (
        "Since round 1, among Endpoint, Operations and Security: 1 newly agreed, 2 closer, 1 neither "
        "closer nor further apart" in text
    )
    pausing = "Was contested, is now agreed. Operations now names Endpoint instead of Operations."
    people = "Of 3 people in both rounds 1 changed (1 of 1 of Operations), 2 confirmed."
    assert f"Newly agreed (1) - Pausing: {pausing} {people}" in text
    assert "Closer (2) - Releasing: Was apart (3 steps on control needed, one team stands alone; comfort" not in text
    assert "Closer (2) - Releasing: Was apart (3 steps on control needed, one team stands alone; " in text
    assert "Not answered again (1) - Days of watching." in text
    assert "Taste" not in text.partition("Since round 1:")[2].partition("Who answered")[0]


def test_json_holds_what_moved_as_a_tree(command: Command, own: Path, rounds: Path) -> None:
    movement = tree_of(command, own, rounds, "--against", "1")["movement"]
    assert movement["against"] == 1
    assert movement["steps"] == {
        "newly_agreed": 1,
        "closer": 2,
        "unchanged": 1,
        "further_apart": 0,
        "no_longer_agreed": 0,
        "not_comparable": 0,
        "not_asked_again": 1,
        "asked_first": 0,
    }
    assert [(item["question"], item["step"]) for item in movement["question"]] == [
        ("ownership.pause", "newly_agreed"),
        ("control.release", "closer"),
        ("risk.attitude", "closer"),
        ("risk.taste", "unchanged"),
        ("risk.soak", "not_asked_again"),
    ]
    by_id = {item["question"]: item for item in movement["question"]}
    # Three teams, 1 5 5 and then 2 5 5: the distance of three teams is their gap in fifths.
    assert by_id["risk.attitude"] == {
        "question": "risk.attitude",
        "section": "risk",
        "title": "Attitude",
        "step": "closer",
        "teams": ["endpoint", "operations", "security"],
        "before": {
            "column": "far_apart",
            "findings": ["far_apart", "lone_dissenter"],
            "facet": "position",
            "gap": 4,
            "distance": 0.8,
            "shape": "lone_dissenter",
        },
        "after": {
            "column": "apart",
            "findings": ["apart", "lone_dissenter"],
            "facet": "position",
            "gap": 3,
            "distance": 0.6,
            "shape": "lone_dissenter",
        },
        "moved": True,
        "people": [
            {"team": "endpoint", "moved": 1},
            {"team": "operations", "stayed": 1},
            {"team": "security", "stayed": 1},
        ],
        "says": "Was far apart (4 steps, one team stands alone), is now apart (3 steps, one team stands alone). "
        "Moved: Endpoint from 1 to 2. Of 3 people in both rounds 1 changed (1 of 1 of Endpoint), 2 confirmed.",
    }
    # Of the three pairs of teams one named the same owner, then all three did.
    assert by_id["ownership.pause"]["before"] == {"column": "far_apart", "findings": ["contested"], "agreement": 0.3333}
    assert by_id["ownership.pause"]["after"] == {"column": "aligned", "findings": ["agreed"], "agreement": 1}
    assert by_id["risk.soak"] == {
        "question": "risk.soak",
        "section": "risk",
        "title": "Days of watching",
        "step": "not_asked_again",
        "teams": [],
        "missing": ["endpoint", "operations", "security"],
        "people": [{"team": team, "gone": 1} for team in ("endpoint", "operations", "security")],
    }


def test_a_team_that_did_not_come_back_is_named_once(command: Command, own: Path, rounds: Path) -> None:
    (rounds / "security--security1--r2.toml").unlink()
    movement = tree_of(command, own, rounds, "--against", "1")["movement"]
    assert (movement["gone"], movement["says"]) == (
        ["security"],
        "Security answered in round 1 only, and is left out here.",
    )
    text = words(command("-q", own, "compare", rounds, "--against", "1").out)
    assert text.count("Security answered in round 1 only") == 1


def test_a_round_that_came_as_a_tally_moves_the_same_but_for_what_nobody_knows_of_its_people(
    command: Command, own: Path, place: Path, rounds: Path
) -> None:
    handed_in(place / "first", first_round())
    command("-q", own, "export", "--tally", place / "first", "-o", "counts.toml")
    mixed = place / "mixed"
    handed_in(mixed, second_round())
    put(mixed / "counts.toml", Path("counts.toml").read_bytes())
    with_tally, without = (tree_of(command, own, folder, "--against", "1") for folder in (mixed, rounds))
    assert "people" not in with_tally["movement"]
    assert "people_say" not in with_tally["movement"]
    for item in (without["movement"], *without["movement"]["question"]):
        item.pop("people")
    del without["movement"]["people_say"]
    for item in without["movement"]["question"]:
        if "says" in item:
            item["says"] = re.sub(r" Of \d people.*", "", item["says"])
    assert with_tally == without


def test_brief_says_what_moved_as_well(command: Command, own: Path, rounds: Path) -> None:
    said = command("-q", own, "compare", rounds, "--against", "1", "--brief")
    assert "1 newly agreed, 2 closer, 1 neither closer" in words(said.out)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--round", "3"), "There is no response of round 3; the rounds present are 1, 2."),
        (("--against", "3"), "There is no response of round 3; the rounds present are 1, 2."),
        (("--against", "2"), "Round 2 can only be set against an earlier one; name it with --against."),
        (
            ("--round", "1", "--against", "2"),
            "Round 1 can only be set against an earlier one; name it with --against.",
        ),
        (
            ("--round", "1", "--carry"),
            "There is no round before round 1 to carry answers over from; leave out --carry.",
        ),
    ],
)
@pytest.mark.parametrize(
    "verb",
    [("compare",), ("export", "-o", "out.toml"), ("gate", "pilot.toml")],
)
def test_what_cannot_be_set_side_by_side_is_a_usage_error_in_one_sentence(
    command: Command, own: Path, rounds: Path, verb: tuple[str, ...], options: tuple[str, ...], sentence: str
) -> None:
    said = command("-q", own, *verb, rounds, *options)
    assert (said.code, said.out, said.messages) == (2, "", [sentence])
    assert not Path("out.toml").exists()


def test_a_round_knows_nothing_of_an_earlier_one(command: Command, own: Path, rounds: Path, second: Path) -> None:
    alone = tree_of(command, own, second)
    against = tree_of(command, own, rounds, "--no-carry")
    del against["movement"]
    assert against == alone
    assert "risk.soak" not in {item["question"] for item in alone["agenda"]}
    assert next(item for item in alone["team"] if item["id"] == "endpoint")["asked"] == 5


def test_carrying_names_how_much_of_whom_is_taken_over(command: Command, own: Path, rounds: Path) -> None:
    # Each team answered one question, on days of watching, besides those that were asked again.
    said = command("-q", own, "compare", rounds, "--against", "1", "--carry")
    assert (said.code, said.err) == (0, "")
    assert "taken over from round 1" in words(said.out)
    assert "1 question of Endpoint, 1 question of Operations and 1 question of Security" in words(said.out)
    tree = tree_of(command, own, rounds, "--against", "1", "--carry")
    assert tree["carried"] == {"from": 1, "questions": {"endpoint": 1, "operations": 1, "security": 1}}


def test_what_is_carried_counts_as_it_was_answered(command: Command, own: Path, rounds: Path) -> None:
    def counts(*options: str) -> dict[str, Any]:
        tree = tree_of(command, own, rounds, *options)
        facets = {
            item["id"]: item["facet"] for item in tree["question"] if item["id"] in ("risk.soak", "risk.attitude")
        }
        return {
            question: {team["id"]: team["counts"] for team in facet[0]["team"]} for question, facet in facets.items()
        }

    carried, first, second = counts("--against", "1", "--carry"), counts("--round", "1"), counts("--no-carry")
    assert carried["risk.soak"] == first["risk.soak"]
    assert carried["risk.attitude"] == second["risk.attitude"] != first["risk.attitude"]
    assert "risk.soak" not in second


def test_carrying_changes_nothing_in_what_moved_where_everybody_has_answered_again(
    command: Command, own: Path, rounds: Path
) -> None:
    without, carrying = (
        tree_of(command, own, rounds, "--against", "1", *more) for more in (("--no-carry",), ("--carry",))
    )
    assert carrying["movement"] == without["movement"]


@pytest.mark.parametrize("options", [("--against", "1"), ("--against", "1", "--carry"), ("--actuals", "pilot.toml")])
def test_a_tally_takes_nothing_from_another_round(
    command: Command, own: Path, rounds: Path, options: tuple[str, ...]
) -> None:
    said = command("-q", own, "export", "--tally", rounds, *options, "-o", "out.toml")
    assert (said.code, len(said.messages), Path("out.toml").exists()) == (2, 1, False)
    assert "counts of one round and nothing else" in said.err


def test_a_tally_holds_the_counts_of_its_own_round_only(
    command: Command, own: Path, rounds: Path, second: Path
) -> None:
    assert command("-q", own, "export", "--tally", second, "-o", "alone.toml").code == 0
    said = command("-q", own, "export", "--tally", rounds, "-o", "both.toml")
    assert said.code == 0
    assert said.messages[-1].startswith("Wrote both.toml: the counts of 3 people")
    assert Path("both.toml").read_bytes() == Path("alone.toml").read_bytes()


def test_an_export_holds_what_moved_in_both_formats(command: Command, own: Path, rounds: Path) -> None:
    options = ("--against", "1", "--carry")
    for name in ("out.toml", "out.json"):
        assert command("-q", own, "export", rounds, *options, "-o", name).code == 0
    tree = tomllib.loads(Path("out.toml").read_text(encoding="utf-8"))
    as_json = json.loads(Path("out.json").read_text(encoding="utf-8"))
    assert with_dates_as_text(tree) == as_json == tree_of(command, own, rounds, *options)
    assert command("-q", own, "check", "out.toml").code == 0


def test_notes_on_what_is_taken_over_are_taken_over_and_say_their_round(
    command: Command, own: Path, place: Path
) -> None:
    noted = {"risk.soak": Answer(position=2, note="Two weeks."), "risk.attitude": Answer(position=1, note="Before.")}
    again = {"risk.attitude": Answer(position=2, note="Now.")}
    for number, said in ((1, noted), (2, again)):
        handed_in(place / "noted", [in_round(number, "endpoint", said), in_round(number, "security", again)])
    text = words(command("-q", own, "compare", place / "noted", "--notes").out.partition("Notes\n=====")[2])
    assert "Days of watching – Endpoint, round 1: │ “Two weeks.”" in text
    assert "Attitude – Endpoint: │ “Now.”" in text
    assert "Before." not in text
    alone = command("-q", own, "compare", place / "noted", "--notes", "--no-carry").out
    assert "Two weeks." not in alone


def test_of_half_an_answer_only_the_half_that_still_stands_is_taken_over() -> None:
    before = Answer(needed=5, basis="law", wanted=4, note="Both.")
    noted = Answer(note="Before anything was answered.")
    first = in_round(1, "endpoint", {"control.release": before, "risk.soak": noted})
    again = in_round(2, "endpoint", {"control.release": Answer(needed=2), "risk.soak": Answer(position=1)})
    notes = Notes(small(), [again], [first])
    assert [(said.round, said.choices) for said in notes.on("control.release")] == [(2, ("Two",)), (1, ("Four",))]
    assert [said.round for said in notes.on("risk.soak")] == [2]
    assert [said.round for said in Notes(small(), [], [first]).on("risk.soak")] == [1]
