"""What is found in files and folders, and what is left alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from maturity.files.gathering import exists, expand, gather
from tests.given.builders import small
from tests.given.files import DIFFERENT, GOOD, called_in_results, put, response_text, two_teams


def teams(*paths: Path) -> list[str]:
    return [file.response.respondent.team for file in gather(paths, small()).files]


def test_responses_come_in_the_order_of_respondent_and_round(tmp_path: Path) -> None:
    put(tmp_path / "a.toml", response_text("security", respondent="zzzz"))
    put(tmp_path / "b.toml", response_text("endpoint", respondent="aaaa", number=2))
    put(tmp_path / "c.toml", response_text("endpoint", respondent="aaaa", number=1))
    gathered = gather([tmp_path], small())
    assert [file.path.name for file in gathered.files] == ["c.toml", "b.toml", "a.toml"]
    assert gathered.rounds == (1, 2)
    assert [response.respondent.id for response in gathered.of_round(1)] == ["aaaa", "zzzz"]
    assert gathered.of_round(3) == ()


def test_only_toml_files_of_a_folder_are_read(tmp_path: Path) -> None:
    two_teams(tmp_path)
    put(tmp_path / "notes.txt", "kind =")
    put(tmp_path / "endpoint.toml.1234.bak", response_text("endpoint", DIFFERENT, "endp1"))
    put(tmp_path / "UPPER.TOML", response_text("network", respondent="netw1"))
    assert sorted(teams(tmp_path)) == ["endpoint", "network", "security"]
    assert not gather([tmp_path], small()).faults


def test_hidden_files_of_a_folder_are_left_alone(tmp_path: Path) -> None:
    two_teams(tmp_path)
    put(tmp_path / ".hidden.toml", "not toml")
    put(tmp_path / ".endpoint.toml.maturity-tmp", "half")
    assert (len(teams(tmp_path)), gather([tmp_path], small()).faults) == (2, ())


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert teams(put(tmp_path / ".hidden.toml", response_text("endpoint"))) == ["endpoint"]


def test_folders_below_a_folder_are_not_read(tmp_path: Path) -> None:
    two_teams(tmp_path)
    put(tmp_path / "earlier" / "network.toml", response_text("network"))
    put(tmp_path / "earlier" / "bad.toml", "not toml")
    gathered = gather([tmp_path], small())
    assert (len(gathered.files), gathered.faults) == (2, ())


def test_files_of_other_kinds_in_a_folder_are_skipped_and_named(tmp_path: Path) -> None:
    two_teams(tmp_path)
    put(tmp_path / "results.toml", 'kind = "results"\nschema = 1\n')
    gathered = gather([tmp_path], small())
    (skipped,) = gathered.skipped
    assert (len(gathered.files), gathered.faults) == (2, ())
    assert (
        str(skipped)
        == f'{tmp_path / "results.toml"}: kind: says kind = "results" and is no response; it was left out; '
        "to look at it, name the file itself: maturity -w FILE"
    )


def test_a_file_of_another_kind_that_is_named_is_a_fault(tmp_path: Path) -> None:
    gathered = gather([put(tmp_path / "results.toml", 'kind = "results"\nschema = 1\n')], small())
    assert (gathered.skipped, len(gathered.faults)) == ((), 1)


def test_a_folder_that_cannot_be_listed_is_a_fault_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    really = Path.iterdir

    def iterdir(self: Path) -> object:
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return really(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    gathered = gather([locked, two_teams(tmp_path / "open")], small())
    assert [str(fault) for fault in gathered.faults] == [f"{locked}: cannot be listed (Permission denied)"]
    assert len(gathered.files) == 2


def test_a_file_that_cannot_be_read_is_a_fault_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_teams(tmp_path)
    really = os.open

    def locked(path: str | Path, flags: int) -> int:
        if Path(path).name == "endpoint.toml":
            raise PermissionError(13, "Permission denied")
        return really(path, flags)

    monkeypatch.setattr(os, "open", locked)
    gathered = gather([tmp_path], small())
    assert [fault.message for fault in gathered.faults] == ["cannot be read (Permission denied)"]
    assert len(gathered.files) == 1


def test_a_folder_is_not_a_response(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    assert [fault.message for fault in gather([tmp_path], small()).faults] == ["is a folder, where a file was expected"]


def test_a_link_and_its_target_count_once(tmp_path: Path) -> None:
    target = put(tmp_path / "real.toml", response_text("endpoint"))
    (tmp_path / "link.toml").symlink_to(target)
    assert teams(tmp_path) == ["endpoint"]


@pytest.mark.parametrize("name", ["a\0b.toml", "x" * 5000 + ".toml"], ids=["a null", "too long"])
def test_a_name_that_no_system_can_hold_is_a_fault_and_stops_nothing(tmp_path: Path, name: str) -> None:
    gathered = gather([Path(name), two_teams(tmp_path)], small())
    assert len(gathered.files) == 2
    assert [fault.message.split(" (")[0] for fault in gathered.faults] == ["cannot be read"]
    assert not exists(Path(name))


def test_of_identical_copies_the_first_by_name_is_kept(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml"):
        put(tmp_path / name, response_text("endpoint"))
    (file,) = gather([tmp_path / "b.toml", tmp_path / "a.toml"], small()).files
    assert file.path.name == "a.toml"


def test_of_three_versions_none_counts_and_all_are_named(tmp_path: Path) -> None:
    put(tmp_path / "a.toml", response_text("endpoint", GOOD))
    put(tmp_path / "b.toml", response_text("endpoint", DIFFERENT))
    put(tmp_path / "c.toml", response_text("endpoint", GOOD))
    gathered = gather([tmp_path], small())
    assert gathered.files == ()
    assert [conflict.file for conflict in gathered.conflicts] == [str(tmp_path / f"{name}.toml") for name in "abc"]
    assert "b.toml, c.toml" in gathered.conflicts[0].message


def test_one_respondent_in_two_rounds_is_no_conflict(tmp_path: Path) -> None:
    put(tmp_path / "a.toml", response_text("endpoint", GOOD, number=1))
    put(tmp_path / "b.toml", response_text("endpoint", DIFFERENT, number=2))
    assert (len(teams(tmp_path)), gather([tmp_path], small()).conflicts) == (2, ())


def test_reading_changes_nothing(tmp_path: Path) -> None:
    two_teams(tmp_path)
    before = {path: (path.read_bytes(), path.stat()[stat.ST_MTIME]) for path in tmp_path.iterdir()}
    gather([tmp_path], small())
    assert {path: (path.read_bytes(), path.stat()[stat.ST_MTIME]) for path in tmp_path.iterdir()} == before


def test_patterns_reach_into_folders(tmp_path: Path) -> None:
    one = put(tmp_path / "one" / "a.toml", "")
    two = put(tmp_path / "one" / "two" / "b.toml", "")
    assert expand([str(tmp_path / "**" / "*.toml")]) == [one, two]


def test_what_is_named_twice_is_one_path(tmp_path: Path) -> None:
    file = put(tmp_path / "a.toml", "")
    assert expand([str(file), str(tmp_path / "*.toml"), str(tmp_path / "gone.toml")]) == [
        file,
        tmp_path / "gone.toml",
    ]


def test_the_files_that_are_left_out_are_called_by_kind_and_digest_and_never_by_name(tmp_path: Path) -> None:
    two_teams(tmp_path)
    wrong = response_text("network").replace("position = 1", "position = 9").replace("= 3", "= 7")
    named = put(tmp_path / "anna-smith.toml", wrong)
    empty = put(tmp_path / "a.toml", "")
    put(tmp_path / "gone.toml", "").unlink()
    (tmp_path / "gone.toml").symlink_to("nowhere.toml")
    put(tmp_path / "results.toml", 'kind = "results"\nschema = 1\n')
    gathered = gather([tmp_path], small())
    assert len(gathered.faults) == 4
    assert gathered.left_out == (
        called_in_results(empty, "file"),
        called_in_results(named, "response"),
        "unreadable file",
    )


def test_both_sides_of_a_conflict_are_left_out(tmp_path: Path) -> None:
    both = [
        put(tmp_path / "a.toml", response_text("endpoint", GOOD)),
        put(tmp_path / "b.toml", response_text("endpoint", DIFFERENT)),
    ]
    assert gather([tmp_path], small()).left_out == tuple(sorted(called_in_results(path, "response") for path in both))


def test_with_nothing_wrong_nothing_is_left_out(tmp_path: Path) -> None:
    assert gather([two_teams(tmp_path)], small()).left_out == ()
