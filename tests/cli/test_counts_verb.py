"""`export --counts`: what is written where, what is said, and what is left alone."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from types import ModuleType

import pytest

from maturity.files.counts_table import BEGINS, query
from tests.given.commands import Command
from tests.given.files import GOOD, put, response_text, two_teams

NO_ENGINE = (
    "counts.parquet was not written: .parquet needs DuckDB, which is not installed; write .csv, or install it with: "
    'python -m pip install "autopatch-maturity[duckdb]"'
)


@pytest.fixture
def answers(place: Path) -> Path:
    return two_teams(place / "round")


def test_the_counts_are_written_with_the_query_beside_them(
    command: Command, own: Path, answers: Path, place: Path
) -> None:
    said = command("-q", own, "export", answers, "--counts", "counts.csv", "--site", "Oslo ")
    assert (said.code, said.out, said.messages) == (
        0,
        "",
        [
            "Wrote counts.csv: the counts of 2 people, without names or notes. counts.sql beside it gives medians and "
            "gaps, and says what must not be added up."
        ],
    )
    assert (place / "counts.sql").read_text() == query()
    with (place / "counts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["site"] for row in rows} == {"Oslo"}
    assert {row["round"] for row in rows} == {"1"}
    assert sum(int(row["count"]) for row in rows if row["question"] == "ownership.pause") == 2


def test_what_few_people_said_is_hidden_and_how_much_that_is(command: Command, own: Path, answers: Path) -> None:
    said = command("-q", own, "export", answers, "--counts", "counts.csv", "--least", "2")
    rows = Path("counts.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    small = sum(row.endswith('""') for row in rows)
    assert f"of {len(rows)} counts " in said.err
    assert " below 2 are hidden, and " in said.err
    numbers = [int(word) for word in said.err.split() if word.isdecimal()]
    assert numbers[0] == 2, "people"
    assert numbers[2] + numbers[4] == small == len(rows)  # each team is one person


def test_where_nobody_is_alone_that_is_said(command: Command, own: Path, place: Path) -> None:
    for respondent in ("aaaa", "bbbb"):
        put(place / "round" / f"{respondent}.toml", response_text("endpoint", GOOD, respondent))
    said = command("-q", own, "export", place / "round", "--counts", "counts.csv", "--least", "2")
    assert "the counts of 2 people, without names or notes; no count is below 2." in said.err


def test_a_bad_file_keeps_a_strict_export_from_writing(command: Command, own: Path, place: Path) -> None:
    put(place / "round" / "empty.toml", "")
    said = command("-q", own, "export", two_teams(place / "round"), "--counts", "counts.csv", "--strict")
    assert said.code == 3
    assert not (place / "counts.csv").exists()
    assert not (place / "counts.sql").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--counts", "counts.txt"), "counts.txt: the suffix decides the format; use one of .csv, .parquet."),
        (
            ("--counts", "counts.csv", "--tally"),
            "A tally and a table of counts are two exports; leave out --tally or --counts.",
        ),
        (
            ("--counts", "counts.csv", "--against", "1"),
            "The table holds the counts of one round and nothing else; leave out --against, --carry and --actuals.",
        ),
        (
            ("-o", "results.toml", "--least", "3"),
            "--site and --least are for the table of counts; name it with --counts.",
        ),
    ],
)
def test_what_does_not_go_together_is_said_in_a_sentence(
    command: Command, own: Path, answers: Path, place: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = command("-q", own, "export", answers, *arguments)
    assert (said.code, said.messages) == (2, [words])
    assert not [path for path in place.iterdir() if path.is_file()]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--site", "", "a site is named on one line of 1 to 40 characters"),
        ("--site", "two\nlines", "a site is named on one line of 1 to 40 characters"),
        ("--site", "x" * 41, "a site is named on one line of 1 to 40 characters"),
        ("--least", "1", "the least is a number of people from 2 to 999"),
        ("--least", "²", "the least is a number of people from 2 to 999"),
    ],
)
def test_a_site_and_a_least_are_bounded(
    command: Command, own: Path, answers: Path, option: str, value: str, words: str
) -> None:
    said = command("-q", own, "export", answers, "--counts", "counts.csv", option, value)
    assert said.code == 2
    assert said.messages[-1].endswith(words)


@pytest.mark.parametrize("name", ["counts.csv", "counts.sql"])
def test_nothing_is_replaced_but_an_earlier_table_and_query(
    command: Command, own: Path, answers: Path, place: Path, name: str
) -> None:
    put(place / name, "mine")
    said = command("-q", own, "export", answers, "--counts", "counts.csv")
    assert said.code == 2
    assert said.err.startswith(f"{name} holds something that no export wrote")
    assert (place / name).read_text() == "mine"
    (place / name).unlink()
    for site in ("Oslo", "Bergen"):
        assert command("-q", own, "export", answers, "--counts", "counts.csv", "--site", site).code == 0
    assert "Oslo" not in (place / "counts.csv").read_text(encoding="utf-8-sig")


def test_without_the_engine_a_parquet_file_is_not_written_and_a_sentence_says_what_to_do(
    command: Command, own: Path, answers: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    said = command("-q", own, "export", answers, "--counts", "counts.parquet")
    assert (said.code, said.messages) == (1, [NO_ENGINE])
    assert not list(place.glob("counts.*"))


def test_with_the_engine_it_gets_the_same_table_and_no_name_of_ours_but_its_own(
    command: Command, own: Path, answers: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[tuple[str, bytes, dict[str, str]]] = []

    class Table:
        def write_parquet(self, file_name: str) -> None:
            Path(file_name).write_bytes(b"PAR1")

    class Engine(ModuleType):
        Error = ValueError

        def read_csv(self, path: str, *, dtype: dict[str, str], header: bool) -> Table:
            given.append((path, Path(path).read_bytes(), dtype))
            return Table()

    monkeypatch.setitem(sys.modules, "duckdb", Engine("duckdb"))
    target = place / "it's '); DROP.parquet"
    assert command("-q", own, "export", answers, "--counts", target).code == 0
    assert target.read_bytes() == b"PAR1"
    [(path, table, types)] = given
    assert "DROP" not in path
    assert not Path(path).exists()
    assert table.decode().startswith(BEGINS)
    assert types["count"] == "INTEGER"
    said = command("-q", own, "export", answers, "--counts", target)
    assert said.code == 2
    assert "is there already and was left alone" in said.err


def test_what_the_engine_refuses_is_said_on_one_line(
    command: Command, own: Path, answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Engine(ModuleType):
        Error = ValueError

        def read_csv(self, path: str, *, dtype: dict[str, str], header: bool) -> None:
            raise ValueError("No space\nleft")

    monkeypatch.setitem(sys.modules, "duckdb", Engine("duckdb"))
    said = command("-q", own, "export", answers, "--counts", "counts.parquet")
    assert (said.code, said.messages) == (1, ["counts.parquet was not written: DuckDB says No space↵left"])
