"""The folder of responses: what is saved can be read back, and nobody's work is overwritten."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.gathering import ResponseFile
from maturity.files.places import default_folder
from maturity.files.saving import ChangedElsewhereError, GoneError, NotSavedError
from maturity.files.workspace import (
    Workspace,
    document,
    file_name,
    to_bytes,
)
from questionnaires import LONGEST_NOTE, Answer, Choice, Question, Response, admit, clean, parse
from questionnaires.words import RESERVED, Depth, Facet, Kind
from tests.given.builders import THEN, respond, small
from tests.given.files import put, uncounted


def workspace(folder: Path) -> Workspace:
    return Workspace(folder, small())


def answered(file: ResponseFile, position: int) -> ResponseFile:
    response = file.response.with_choice("risk.attitude", Facet.POSITION, position, THEN)
    return ResponseFile(file.path, response, file.digest)


def position_in(path: Path) -> Choice | None:
    return admit(parse(path.read_bytes(), path.name), path.name, small()).answer("risk.attitude").position


def test_the_variable_names_the_workspace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MATURITY_WORKSPACE", str(tmp_path / "shared"))
    assert default_folder() == tmp_path / "shared"


@pytest.mark.parametrize("variable", [None, ""])
def test_without_the_variable_the_workspace_is_in_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str | None
) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda name, **_: str(tmp_path / name))
    if variable is None:
        monkeypatch.delenv("MATURITY_WORKSPACE")
    else:
        monkeypatch.setenv("MATURITY_WORKSPACE", variable)
    assert default_folder() == tmp_path / "maturity" / "workspace"


def test_a_workspace_is_made_when_something_is_saved(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    place = workspace(folder)
    assert place.read().files == ()
    assert not folder.exists()
    place.begin("endpoint", Depth.CORE)
    assert len(list(folder.iterdir())) == 1


def test_what_was_begun_is_read_back(tmp_path: Path) -> None:
    begun = workspace(tmp_path).begin("security", Depth.FULL, "Ingrid", 3)
    (found,) = workspace(tmp_path).read().files
    assert (found.path, found.digest) == (begun.path, begun.digest)
    assert uncounted(found.response) == uncounted(begun.response)
    respondent = found.response.respondent
    assert (respondent.team, respondent.depth, respondent.name, respondent.round) == ("security", "full", "Ingrid", 3)
    assert respondent.started.utcoffset() is not None
    assert respondent.completed is None


def test_a_response_that_could_not_be_begun_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses once the file has its name: an empty one would stand in the list as somebody's."""

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(NotSavedError, match="Input/output error"):
        workspace(tmp_path).begin("endpoint", Depth.CORE)
    assert list(tmp_path.iterdir()) == []


def test_a_respondent_can_keep_an_id_for_another_round(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    first = place.begin("endpoint", Depth.CORE)
    again = place.begin("endpoint", Depth.CORE, round_number=2, respondent=first.response.respondent.id)
    assert again.response.respondent.id == first.response.respondent.id
    assert place.read().rounds == (1, 2)


def test_two_people_of_a_team_get_two_files(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    assert place.begin("endpoint", Depth.CORE).path != place.begin("endpoint", Depth.CORE).path


def test_a_file_is_named_by_team_respondent_and_round() -> None:
    assert file_name(respond("endpoint", {})) == "endpoint--k7m2--r1.toml"


def test_a_file_says_only_what_was_said() -> None:
    written = document(respond("endpoint", {"risk.attitude": Answer(position=1), "risk.soak": Answer(flag=True)}))
    assert list(written)[:2] == ["kind", "schema"]
    assert written["answers"] == {"risk.attitude": {"position": 1}, "risk.soak": {"flag": True}}
    assert "completed" not in written["respondent"]


def test_a_clock_that_stands_at_its_beginning_makes_no_file_that_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> Clock:
            return cls(1970, 1, 1, tzinfo=tz)

    monkeypatch.setattr("maturity.clock.dt", SimpleNamespace(datetime=Clock, UTC=dt.UTC))
    place = workspace(tmp_path)
    begun = place.begin("endpoint", Depth.CORE)
    monkeypatch.undo()
    assert begun.response.respondent.started.year == 2020
    assert place.read().faults == ()


def test_saving_again_and_again_is_fine(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    file = place.begin("endpoint", Depth.CORE)
    for position in range(6):
        file = place.save(answered(file, position))
    assert position_in(file.path) == 5


def test_what_another_wrote_is_not_overwritten(tmp_path: Path) -> None:
    mine, theirs = workspace(tmp_path), workspace(tmp_path)
    file = mine.begin("endpoint", Depth.CORE)
    theirs.save(answered(theirs.read().files[0], 4))
    with pytest.raises(ChangedElsewhereError, match=rf"^{file.path.name} was changed by another program") as refused:
        mine.save(answered(file, 1))
    assert refused.value.path == file.path
    assert position_in(file.path) == 4


def test_looking_at_the_folder_again_does_not_make_an_old_copy_a_fresh_one(tmp_path: Path) -> None:
    mine, theirs = workspace(tmp_path), workspace(tmp_path)
    file = mine.begin("endpoint", Depth.CORE)
    theirs.save(answered(theirs.read().files[0], 4))
    mine.read()
    with pytest.raises(ChangedElsewhereError):
        mine.save(answered(file, 1))
    assert position_in(file.path) == 4


def test_a_file_that_was_removed_is_not_silently_made_anew(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    file = place.begin("endpoint", Depth.CORE)
    file.path.unlink()
    with pytest.raises(GoneError, match="deleted, moved or renamed since you opened it"):
        place.save(answered(file, 1))
    assert not file.path.exists()


def test_both_can_be_kept(tmp_path: Path) -> None:
    mine, theirs = workspace(tmp_path), workspace(tmp_path)
    file = mine.begin("endpoint", Depth.CORE)
    other = theirs.save(answered(theirs.read().files[0], 4))
    kept = mine.keep_both(answered(file, 1))
    (set_aside,) = tmp_path.glob("*.bak")
    assert (position_in(file.path), position_in(set_aside)) == (1, 4)
    assert set_aside.name == f"{file.path.name}.{other.digest[:8]}.bak"
    assert mine.save(answered(kept, 2)).response.answer("risk.attitude").position == 2
    assert len(mine.read().files) == 1


def test_keeping_both_of_a_file_that_is_gone_is_saving_it(tmp_path: Path) -> None:
    place = workspace(tmp_path)
    file = place.begin("endpoint", Depth.CORE)
    file.path.unlink()
    place.keep_both(answered(file, 1))
    assert position_in(file.path) == 1
    assert not list(tmp_path.glob("*.bak"))


def test_reading_sweeps_what_a_killed_process_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stale = put(tmp_path / ".x.maturity-tmp", "half")
    moment = stale.stat().st_mtime
    monkeypatch.setattr("maturity.clock.now", lambda: THEN.fromtimestamp(moment + 700, THEN.tzinfo))
    assert workspace(tmp_path).read().files == ()
    assert not stale.exists()


def choices_of(question: Question, facet: Facet) -> st.SearchStrategy[Choice | None]:
    scale = small().scale_of(question, facet)
    options: list[Choice | None] = [None, *sorted(RESERVED), *(scale.choice(n) for n in range(len(scale.options)))]
    return st.sampled_from(options)


@st.composite
def responses(draw: st.DrawFn) -> Response:
    """Any valid choices, any notes as the tool takes them in, any flags."""
    answers = {}
    for question in draw(st.lists(st.sampled_from(small().questions), unique_by=lambda question: question.id)):
        facets = (*question.facets, *([Facet.BASIS] if question.kind is Kind.CONTROL else []))
        said = {facet.value: draw(choices_of(question, facet)) for facet in facets}
        note = clean(draw(st.text(max_size=80)))[:LONGEST_NOTE]
        answers[question.id] = Answer.model_validate({**said, "note": note, "flag": draw(st.booleans())})
    team = draw(st.sampled_from(sorted(small().team_by_id)))
    return respond(team, answers, completed=draw(st.booleans()), depth=draw(st.sampled_from(Depth)))


@given(responses())
def test_every_response_comes_back_from_its_file_as_it_was(response: Response) -> None:
    assert uncounted(admit(parse(to_bytes(response), "any.toml"), "any.toml", small())) == response


@given(st.text())
def test_any_note_comes_back_harmless(note: str) -> None:
    response = respond("endpoint", {}).with_note("risk.attitude", clean(note), THEN)
    again = admit(parse(to_bytes(response), "any.toml"), "any.toml", small())
    assert again.answer("risk.attitude").note == clean(note)[:LONGEST_NOTE]
