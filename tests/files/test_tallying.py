"""Tallies that travel: counts written by one, added up by another."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.files.gathering import gather
from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.files.workspace import to_bytes
from maturity.results.build import results
from maturity.results.writing import to_toml
from questionnaires import Answer, Questionnaire, Response, builtin, parse
from questionnaires.reading import LARGEST_FILE
from questionnaires.words import Depth, Facet
from scoring import compare, recommend, tally
from tests.given.builders import respond, small
from tests.given.commands import Command
from tests.given.files import DIFFERENT, GOOD, put, response_text, two_teams

ladder = st.sampled_from([None, 0, 3, 5, "dont_know", "not_applicable"])
answers = st.fixed_dictionaries(
    {},
    optional={
        "ownership.pause": st.builds(Answer, owner=st.sampled_from(["endpoint", "service", "nobody", "dont_know"])),
        "control.release": st.builds(
            Answer, needed=ladder, wanted=ladder, basis=st.sampled_from([None, "law"]), flag=st.booleans()
        ),
        "risk.taste": st.builds(Answer, position=ladder, flag=st.booleans(), note=st.sampled_from(["", "a note"])),
        "future.approvals": st.builds(Answer, today=ladder, in_24_months=ladder),
    },
)
teams = st.sampled_from(["endpoint", "operations", "security"])
people = st.lists(
    st.builds(respond, teams, answers, depth=st.sampled_from(list(Depth)), completed=st.booleans()),
    min_size=1,
    max_size=6,
)


def tallied(responses: Sequence[Response], questionnaire: Questionnaire) -> bytes:
    """The tally file of some responses."""
    counted = tally(questionnaire, responses)
    return tally_bytes(tally_document(questionnaire, counted, people_in(responses), 1))


def results_of(folder: Path, questionnaire: Questionnaire) -> str:
    gathered = gather([folder], questionnaire)
    assert (gathered.faults, gathered.conflicts) == ((), ())
    comparison = compare(questionnaire, gathered.counts_of_round(questionnaire, 1), 1)
    return to_toml(results(comparison, recommend(comparison)))


def splits(folder: Path) -> Iterator[tuple[list[Path], list[Path]]]:
    """Every way in which one file of a folder is set apart from the others."""
    files = sorted(folder.iterdir())
    for file in files:
        yield [file], [other for other in files if other != file]


@pytest.mark.parametrize("form", ["text", "json", "toml"])
def test_comparing_a_tally_is_comparing_its_responses(command: Command, examples: Path, form: str) -> None:
    command("export", "--tally", examples, "-o", "sent.toml")
    written = []
    for source in (examples, Path("sent.toml")):
        if form in ("text", "json"):
            said = command("compare", source, *(["--json"] if form == "json" else []))
            assert said.code == 0
            written.append(said.out.encode())
        else:
            assert command("export", source, "-o", f"results.{form}").code == 0
            written.append(Path(f"results.{form}").read_bytes())
    assert written[0] == written[1]


def test_a_response_of_anybody_can_be_sent_as_a_tally(command: Command, examples: Path) -> None:
    whole = command("compare", "--json", examples).out
    for apart, others in splits(examples):
        assert command("export", "--tally", *apart, "-o", "sent.toml").code == 0
        for order in ((Path("sent.toml"), *others), (*others, Path("sent.toml"))):
            assert command("compare", "--json", *order).out == whole


@settings(max_examples=20)
@given(people, st.randoms(use_true_random=False), st.integers(1, 4))
def test_any_split_into_files_and_tallies_in_any_order_gives_the_same_results(
    said: list[Response], chance: Random, parcels: int
) -> None:
    everybody = [
        one.model_copy(update={"respondent": one.respondent.model_copy(update={"id": f"person{place}"})})
        for place, one in enumerate(said)
    ]
    with TemporaryDirectory() as place:
        direct, mixed = Path(place, "direct"), Path(place, "mixed")
        groups: list[list[Response]] = [[] for _ in range(parcels)]
        for number, one in enumerate(everybody):
            put(direct / f"{number}.toml", to_bytes(one))
            chance.choice(groups).append(one)
        for number, group in enumerate(groups):
            chance.shuffle(group)
            name = f"{chance.random()}-{number}"
            if group and chance.random() < 0.7:
                put(mixed / f"{name}.toml", tallied(group, small()))
            else:
                for other, one in enumerate(group):
                    put(mixed / f"{name}-{other}.toml", to_bytes(one))
        assert results_of(mixed, small()) == results_of(direct, small())


def test_a_tally_of_tallies_is_the_tally_of_their_responses(command: Command, examples: Path) -> None:
    files = sorted(examples.iterdir())
    command("export", "--tally", *files, "-o", "whole.toml")
    for number, part in enumerate((files[:2], files[2:])):
        command("export", "--tally", *part, "-o", f"part{number}.toml")
    assert command("export", "--tally", "part1.toml", "part0.toml", "-o", "sum.toml").code == 0
    assert Path("sum.toml").read_bytes() == Path("whole.toml").read_bytes()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_files_changes_no_byte_of_a_tally(command: Command, examples: Path, seed: int) -> None:
    files = sorted(examples.iterdir())
    for name, order in (("a.toml", files), ("b.toml", Random(seed).sample(files, len(files)))):
        command("export", "--tally", *order, "-o", name)
    assert Path("a.toml").read_bytes() == Path("b.toml").read_bytes()


def test_answers_to_another_version_are_named_behind_a_tally_too(command: Command, own: Path, place: Path) -> None:
    older = response_text("endpoint").replace("risk.attitude", "risk.gone")
    ladder_before = f'ladder = "{small().scale_by_id["ladder"].meaning}"'
    assert ladder_before in older
    older = older.replace(ladder_before, 'ladder = "before"').replace(small().fingerprint, "another")
    put(place / "round" / "older.toml", older)
    put(place / "round" / "now.toml", response_text("security", respondent="secu1"))
    command("-q", own, "export", "--tally", "round", "-o", "sent.toml")
    direct = command("-q", own, "compare", "--json", "round").out
    assert "risk.gone" in direct
    assert command("-q", own, "compare", "--json", "sent.toml").out == direct


def test_nothing_that_was_said_in_words_is_in_the_file(command: Command, own: Path, place: Path) -> None:
    said = {**GOOD, "risk.attitude": Answer(position=1, note="Finding 7 asks for it.", flag=True)}
    put(place / "answer.toml", response_text("endpoint", said, "k7m2abcd", name="Ann Smith"))
    told = command("-q", own, "export", "--tally", "answer.toml", "-o", "sent.toml")
    assert told.messages == ["Wrote sent.toml: the counts of 1 person, without names or notes."]
    written = (place / "sent.toml").read_text(encoding="utf-8")
    assert not [
        secret for secret in ("Ann", "Smith", "Finding", "k7m2", "note", "2026-11-21", "answer.") if secret in written
    ]
    assert tomllib.loads(written)["flag"] == [{"question": "risk.attitude", "team": "endpoint", "count": 1}]


def test_no_note_and_no_id_of_the_examples_travels(command: Command, examples: Path) -> None:
    command("export", "--tally", examples, "-o", "sent.toml")
    written = Path("sent.toml").read_text(encoding="utf-8")
    for file in gather([examples], builtin()).files:
        assert file.response.respondent.id not in written
        assert not [answer.note for answer in file.response.answers.values() if answer.note and answer.note in written]


def test_the_first_lines_of_a_tally_say_what_it_is() -> None:
    assert tallied([], small()).decode().startswith('kind = "tally"\nschema = 1\n')


def test_a_tally_that_was_written_is_fine(command: Command, examples: Path) -> None:
    command("export", "--tally", examples, "-o", "sent.toml")
    said = command("check", "sent.toml")
    assert (said.code, said.out, said.err) == (0, "sent.toml: fine, the counts of 6 people\n", "")


def test_a_folder_with_nothing_but_tallies_is_fine(command: Command, own: Path, place: Path) -> None:
    command("-q", own, "export", "--tally", two_teams(place / "round"), "-o", "sent/all.toml")
    said = command("-q", own, "check", "sent")
    assert (said.code, said.out, said.err) == (0, f"{Path('sent/all.toml')}: fine, the counts of 2 people\n", "")


def test_every_fault_of_a_tally_is_said(command: Command, own: Path, place: Path) -> None:
    command("-q", own, "export", "--tally", two_teams(place / "round"), "-o", "sent.toml")
    text = (place / "sent.toml").read_text(encoding="utf-8")
    put(
        place / "bad.toml",
        text.replace('id = "endpoint"', 'id = "martians"').replace("respondents = 1", "respondents = 4"),
    )
    said = command("-q", own, "check", "bad.toml")
    assert (said.code, said.out) == (3, "")
    assert (
        said.messages[0] == 'bad.toml: team[0].id: is "martians"; the teams are endpoint, operations, security, network'
    )
    assert "bad.toml: people: names 2 people, but the teams have 8" in said.messages


def test_a_tally_of_seven_full_teams_can_be_read_back() -> None:
    everything = {
        question.id: Answer(**{facet.value: "dont_know" for facet in question.facets}, flag=True)
        for question in builtin().questions
    }
    everybody = [
        respond(team, everything, questionnaire=builtin(), respondent=f"{place}abcd")
        for place, team in enumerate(builtin().team_by_id)
    ]
    assert len(tallied(everybody, builtin())) < LARGEST_FILE


def test_a_tally_is_written_as_toml_only(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "export", "--tally", two_teams(place / "round"), "-o", "sent.json")
    assert (said.code, said.messages) == (2, ["sent.json: a tally is written as .toml."])
    assert not (place / "sent.json").exists()


def test_a_tally_leaves_out_the_teams_own_words_for_bases() -> None:
    document = tally_document(small(), tally(small(), [respond("security", DIFFERENT)]), [], 1)
    assert document["basis"] == [{"question": "control.release", "team": "security", "counts": [1, 0]}]
    assert isinstance(document["cell"], list)
    assert {cell["facet"] for cell in document["cell"]}.isdisjoint({Facet.BASIS})


def test_bytes_come_back_as_the_document() -> None:
    document = tally_document(small(), tally(small(), [respond("security", DIFFERENT)]), ["00000000000000aa"], 3)
    assert parse(tally_bytes(document), "t.toml") == document
