"""Which report a file is: told by its headers, or by somebody."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.exports.columns import SeveralFitError
from maturity.exports.heading import meaning_of
from maturity.exports.reading import Told
from questionnaires import builtin
from questionnaires.text import letters_of
from tests.exports.saved import EXPORTS, LISTED, MACHINES, column, export, read, refused, saved

OTHER = export("other", (column("serial", "Serial"), column("place", "Place"), column("state", "State")), ("serial",))


@pytest.mark.parametrize("header", ["machine serial", "Machine_Serial", "MachineSerial", " machine-serial [UTC]"])
def test_headers_are_compared_by_letters_and_digits(tmp_path: Path, header: str) -> None:
    assert read(saved(tmp_path, f"{header},Zustand\na1,an\n")).table.columns == ("serial", "state")


def test_a_twin_in_the_tenants_language_is_left_aside(tmp_path: Path) -> None:
    found = read(saved(tmp_path, "Serial,State,State_loc\na1,on,eingeschaltet\n"))
    assert (found.table.columns, found.rows) == (("serial", "state"), [("a1", "on")])


def test_columns_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = read(saved(tmp_path, "Ring,Other,State,Serial\none,x,on,a1\n"))
    assert (found.table.columns, found.rows) == (("ring", "state", "serial"), [("one", "on", "a1")])


def test_where_several_fit_they_are_named_and_how_to_say_which(tmp_path: Path) -> None:
    path = saved(tmp_path, "Serial,State,Ring,Place\na1,on,one,here\n")
    with pytest.raises(
        ValueError, match="may be “Machines” or “Other”; say which it is: --as FILE=machines or --as FILE=other"
    ):
        read(path, (*EXPORTS, OTHER))
    with pytest.raises(SeveralFitError) as caught:
        read(path, (*EXPORTS, OTHER))
    assert [one.id for one in caught.value.fitting] == ["machines", "other"]
    assert read(path, (*EXPORTS, OTHER), Told("other")).table.export is OTHER


def test_what_was_told_counts_where_the_file_has_its_columns(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "Serial,State,Ring\na1,on,one\n"), told=Told("listed")).table.export is LISTED
    assert refused(tmp_path, "Serial,Place\na1,here\n", Told("machines")) == [
        'lacks "State" to be “Machines”; only the columns you tick are exported'
    ]
    assert refused(tmp_path, "Serial,State\na1,on\n", Told("mach")) == [
        'was called "mach", which is none of machines, listed'
    ]


def test_one_of_several_columns_may_be_asked_for(tmp_path: Path) -> None:
    either = export("either", MACHINES.columns, ("serial",), one_of=("ring", "seen"))
    with pytest.raises(
        ValueError, match='lacks "Ring" or "Last seen" to be “Either”; only the columns you tick are exported'
    ):
        read(saved(tmp_path, "Serial,State\na1,on\n"), (either,))
    assert read(saved(tmp_path, "Serial,Last seen\na1,2026-11-18\n"), (either,)).table.columns == ("serial", "seen")


def test_of_many_reports_only_the_nearest_are_named(tmp_path: Path) -> None:
    many = tuple(export(f"report{n}", MACHINES.columns, ("serial", "state")) for n in range(9))
    with pytest.raises(ValueError, match="Report2”; only the columns") as caught:
        read(saved(tmp_path, "Serial\na1\n"), many)
    assert "Report3" not in str(caught.value)
    with pytest.raises(ValueError, match="names in its first line no column of any of the 9 reports that are read"):
        read(saved(tmp_path, "User\nanna\n"), many)


def test_every_export_of_the_questionnaire_is_known_by_the_headers_it_names_first(tmp_path: Path) -> None:
    exports = builtin().exports
    for one in exports:
        headers = [column.headers[0] for column in one.columns]
        cells = ["x" for _ in headers]
        path = saved(tmp_path, ";".join(headers) + "\n" + ";".join(cells) + "\n")
        found = read(path, exports)
        assert found.table.export is one
        assert found.table.columns == tuple(column.id for column in one.columns)


def test_no_export_of_the_questionnaire_reads_a_column_about_people() -> None:
    about_people = {
        "upn",
        "userprincipalname",
        "primaryuserupn",
        "primaryuser",
        "userlastloggedon",
        "username",
        "email",
    }
    about_people |= {"primaryuserdisplayname", "primaryuseremailaddress", "userdisplayname", "useremail", "userid"}
    for one in builtin().exports:
        for column_of in one.columns:
            assert not about_people & {letters_of(header) for header in column_of.headers}


def test_a_header_means_nothing_where_it_is_a_twin() -> None:
    assert meaning_of("State_loc") == ""
    assert meaning_of("Location") == "location"
    assert meaning_of("TimeGenerated [UTC]") == "timegenerated"
