"""Tallies and responses together: who is counted, who would be counted twice, and what is done with them."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from tests.given.builders import THEN, small
from tests.given.commands import Command
from tests.given.files import DIFFERENT, GOOD, Outcome, called_in_results, put, response_text, two_teams


def sent(command: Command, own: Path, name: str, *files: Path) -> Path:
    """The tally of some responses, under this name."""
    assert command("-q", own, "export", "--tally", *files, "-o", name).code == 0
    return Path(name)


@pytest.fixture
def december(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate is held in the month after the examples were answered."""
    monkeypatch.setattr("maturity.clock.now", lambda: THEN + dt.timedelta(days=30))


def people(said: Outcome) -> dict[str, int]:
    """How many people of each team a comparison rests on."""
    return {team["id"]: team["respondents"] for team in json.loads(said.out)["team"]}


@pytest.fixture
def beside(command: Command, own: Path, place: Path) -> Path:
    """A folder with the response of one team and the tally of another."""
    folder = place / "round"
    put(folder / "endpoint.toml", response_text("endpoint", GOOD, "endp1"))
    theirs = put(place / "security.toml", response_text("security", DIFFERENT, "secu1"))
    sent(command, own, "round/sent.toml", theirs)
    return folder


def test_identical_copies_of_a_tally_count_once(command: Command, own: Path, beside: Path) -> None:
    put(beside / "copy.toml", (beside / "sent.toml").read_bytes())
    said = command("-q", own, "compare", "--json", beside)
    assert (said.code, said.err, people(said)) == (0, "", {"endpoint": 1, "security": 1})


def test_overlapping_tallies_are_a_conflict_and_named(command: Command, own: Path, place: Path) -> None:
    files = [put(place / f"{name}.toml", response_text("endpoint", GOOD, f"{name}1234")) for name in "abc"]
    first, second = sent(command, own, "first.toml", *files[:2]), sent(command, own, "second.toml", *files[1:])
    said = command("-q", own, "compare", "--json", first, second)
    assert (said.code, len(said.messages)) == (4, 1)
    sentence = r"(first|second)\.toml: people: counts people who are already counted in (first|second)\.toml; "
    named = re.fullmatch(sentence + "keep one of them", said.messages[0])
    assert named is not None
    assert named[1] != named[2]
    assert people(said) == {"endpoint": 2}


def test_which_of_two_overlapping_tallies_is_kept_does_not_hang_on_their_order(
    command: Command, own: Path, place: Path
) -> None:
    files = [put(place / f"{name}.toml", response_text("endpoint", GOOD, f"{name}1234")) for name in "abc"]
    first, second = sent(command, own, "first.toml", *files[:2]), sent(command, own, "second.toml", *files[1:])
    forwards, backwards = (
        command("-q", own, "compare", "--json", *order) for order in ((first, second), (second, first))
    )
    assert forwards == backwards


def test_a_tally_and_a_response_of_the_same_person_are_a_conflict(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    sent(command, own, "round/sent.toml", folder / "endpoint.toml")
    said = command("-q", own, "compare", "--json", folder)
    where = Path("round/sent.toml")
    sentence = "counts people who are already counted in endpoint.toml; keep one of them"
    assert (said.code, said.messages) == (4, [f"{place / where}: people: {sentence}"])
    assert people(said) == {"endpoint": 1, "security": 1}
    assert json.loads(said.out)["left_out"]["files"] == [called_in_results(folder / "sent.toml", "tally")]


def test_strict_writes_nothing_over_a_person_counted_twice(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    sent(command, own, "round/sent.toml", folder / "endpoint.toml")
    said = command("-q", own, "compare", "--strict", folder)
    assert (said.code, said.out) == (4, "")


def test_the_same_person_in_another_round_is_no_conflict(command: Command, own: Path, place: Path) -> None:
    earlier = put(place / "earlier.toml", response_text("endpoint", GOOD, "endp1", number=1))
    put(place / "round" / "now.toml", response_text("endpoint", DIFFERENT, "endp1", number=2))
    sent(command, own, "round/sent.toml", earlier)
    said = command("-q", own, "compare", "--json", "round")
    assert (said.code, json.loads(said.out)["round"]) == (0, 1)
    later = "round 2 was begun by one team and is left out: name it with --round 2"
    assert said.messages == [f"Round 1 is compared; {later}."]


def test_a_round_of_which_there_is_only_a_tally_can_be_asked_for(command: Command, own: Path, place: Path) -> None:
    theirs = put(place / "theirs.toml", response_text("security", DIFFERENT, "secu1", number=3))
    put(place / "round" / "now.toml", response_text("endpoint", GOOD, "endp1", number=2))
    sent(command, own, "round/sent.toml", theirs)
    assert people(command("-q", own, "compare", "--json", "round")) == {"endpoint": 1}
    assert people(command("-q", own, "compare", "--json", "round", "--round", "3", "--no-carry")) == {"security": 1}
    said = command("-q", own, "compare", "round", "--round", "4")
    assert (said.code, said.messages) == (2, ["There is no response of round 4; the rounds present are 2, 3."])


def test_a_tally_of_another_version_is_left_out_with_a_sentence(command: Command, own: Path, beside: Path) -> None:
    text = (beside / "sent.toml").read_text(encoding="utf-8")
    put(beside / "sent.toml", text.replace(small().fingerprint, "another"))
    said = command("-q", own, "compare", "--json", beside)
    assert (said.code, people(said)) == (3, {"endpoint": 1})
    sentence = "is of another version of the questionnaire; export the tally anew with this one"
    assert said.messages == [f"{beside / 'sent.toml'}: questionnaire.fingerprint: {sentence}"]


def test_a_tally_in_a_folder_is_compared_with_the_responses(command: Command, own: Path, beside: Path) -> None:
    said = command("-q", own, "compare", "--json", beside)
    assert (said.code, said.err, people(said)) == (0, "", {"endpoint": 1, "security": 1})


def test_a_tally_in_a_folder_is_exported_with_the_responses(
    command: Command, own: Path, beside: Path, place: Path
) -> None:
    two_teams(place / "whole")
    for source in (beside, place / "whole"):
        assert command("-q", own, "export", source, "-o", f"{source.name}.json").code == 0
    assert Path("round.json").read_bytes() == Path("whole.json").read_bytes()


def test_a_tally_of_responses_and_tallies_is_fine(command: Command, own: Path, beside: Path, place: Path) -> None:
    assert command("-q", own, "export", "--tally", beside, "-o", "again.toml").code == 0
    assert command("-q", own, "check", "again.toml").out == "again.toml: fine, the counts of 2 people\n"
    sent(command, own, "whole.toml", two_teams(place / "whole"))
    assert Path("again.toml").read_bytes() == Path("whole.toml").read_bytes()


@pytest.mark.usefixtures("december")
def test_the_gate_needs_no_date_that_a_tally_does_not_know(command: Command, examples: Path) -> None:
    assert command("export", "--tally", examples, "-o", "sent.toml").code == 0
    assert command("gate", "actuals.toml", "sent.toml", "--template").code == 0
    said = command("gate", "actuals.toml", "sent.toml")
    assert (said.code, said.err) == (1, "")
    assert said.out == command("gate", "actuals.toml", examples).out


@pytest.mark.usefixtures("december")
def test_figures_from_before_the_round_pass_unnoticed_where_its_date_is_unknown(
    command: Command, examples: Path
) -> None:
    command("export", "--tally", examples, "-o", "sent.toml")
    command("gate", "actuals.toml", "sent.toml", "--template")
    written = Path("actuals.toml").read_text(encoding="utf-8")
    figures = {"numerator = ": "numerator = 1", "denominator = ": "denominator = 1"}
    for empty, full in figures.items():
        written = written.replace(f"# {empty}\n", f"{full}\n", 1)
    written = written.replace("rings = [] ", 'rings = ["a"] ').replace('# ring = "…"', 'ring = "a"', 1)
    written = written.replace("# cycle = 1", "cycle = 1", 1)
    written = re.sub(r"# date = [0-9-]+", "date = 2020-01-01", written, count=1).replace('# by = ""', 'by = "Ann"', 1)
    put(Path("actuals.toml"), written)
    assert command("gate", "actuals.toml", examples).code == 3
    assert command("gate", "actuals.toml", "sent.toml").code == 1


@pytest.mark.parametrize(
    ("what", "instead", "key"),
    [
        ("respondents = 1", f"respondents = {10**30}", "team[0].respondents"),
        ("respondents = 1", "respondents = 1000000000", "people"),
        ("respondents = 1", "respondents = -1", "team[0].respondents"),
        ("unanswered = 1", "unanswered = 1000000000", ""),
        ("unanswered = 1", "unanswered = -1", ""),
        ('"control.release"', '"\\u001b]52;c;aGVsbG8=\\u0007"', ""),
        ('team = "security"', 'team = "\\u202emartians"', ""),
    ],
)
def test_a_hostile_tally_is_left_out_and_the_others_compared(
    command: Command, own: Path, beside: Path, what: str, instead: str, key: str
) -> None:
    text = (beside / "sent.toml").read_text(encoding="utf-8")
    assert what in text
    put(beside / "sent.toml", text.replace(what, instead))
    said = command("-q", own, "compare", "--json", beside)
    assert (said.code, people(said)) == (3, {"endpoint": 1})
    assert any(line.startswith(f"{beside / 'sent.toml'}: {key}") for line in said.messages)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202e]", said.err)


def test_a_tally_of_no_known_team_stops_no_export(command: Command, own: Path, beside: Path) -> None:
    text = (beside / "sent.toml").read_text(encoding="utf-8")
    start = text.index("[[cell]]")
    cell = text[start : text.index("[[cell]]", start + 1)]
    unheard = cell.replace('"security"', '"martians"').replace("1,", "0,")
    put(beside / "sent.toml", text.replace(cell, unheard + cell))
    said = command("-q", own, "export", "--tally", beside, "-o", "again.toml")
    assert (said.code, len(gather([Path("again.toml")], small()).tallies)) == (3, 1)
