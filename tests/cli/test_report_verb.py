"""`maturity report`: from answers or results, in each format, whole or not at all, over nothing but a report."""

from __future__ import annotations

import csv
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from maturity.reports.actions import HEADS
from maturity.results.reading import NOT_IN_RESULTS
from tests.cli.test_exporting_over import LEFT_ALONE, OTHERS
from tests.given.commands import Command
from tests.given.files import put, two_teams
from tests.given.hostile_results import hostile_bytes

BEGINS = {"html": "<!DOCTYPE html>", "md": "<!-- maturity report -->\n", "txt": "Small"}


@pytest.fixture(autouse=True)
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime(2026, 11, 27, 16, 42, tzinfo=dt.UTC))


@pytest.mark.parametrize("suffix", BEGINS)
def test_the_suffix_decides_the_format(command: Command, own: Path, place: Path, suffix: str) -> None:
    said = command("-q", own, "report", two_teams(place / "round"), "-o", f"out/report.{suffix}")
    assert (said.code, said.out) == (0, "")
    assert said.messages[-1].startswith(f"Wrote {Path('out') / f'report.{suffix}'} (")
    assert (place / "out" / f"report.{suffix}").read_text("utf-8").startswith(BEGINS[suffix])
    assert [path.name for path in (place / "out").iterdir()] == [f"report.{suffix}"]


@pytest.mark.parametrize("brief", [(), ("--brief",)])
def test_the_text_is_what_compare_prints(command: Command, own: Path, place: Path, brief: tuple[str, ...]) -> None:
    folder = two_teams(place / "round")
    command("-q", own, "report", folder, "-o", "report.txt", *brief)
    assert (place / "report.txt").read_text("utf-8") == command("-q", own, "compare", folder, *brief).out


def test_another_suffix_is_refused(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "report", two_teams(place / "round"), "-o", "report.pdf")
    assert (said.code, said.messages) == (
        2,
        ["report.pdf: the suffix decides the format; use one of .html, .md, .txt."],
    )


@pytest.mark.parametrize("suffix", BEGINS)
def test_a_folder_and_the_results_exported_from_it_make_the_same_report(
    command: Command, own: Path, place: Path, suffix: str
) -> None:
    folder = two_teams(place / "round")
    command("-q", own, "export", folder, "-o", "results.toml")
    command("-q", own, "report", folder, "-o", f"first.{suffix}")
    said = command("report", "results.toml", "-o", f"second.{suffix}")
    assert said.messages[0] == f"results.toml: results of round 1. {NOT_IN_RESULTS}"
    assert (place / f"first.{suffix}").read_bytes() == (place / f"second.{suffix}").read_bytes()


def test_results_know_one_round_only(command: Command, own: Path, place: Path) -> None:
    command("-q", own, "export", two_teams(place / "round"), "-o", "results.toml")
    said = command("report", "results.toml", "-o", "report.html", "--round", "1")
    assert (said.code, (place / "report.html").exists()) == (2, False)


def test_actions_lie_beside_the_report(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "report", two_teams(place / "round"), "-o", "out/report.html", "--actions")
    assert said.messages[-1].endswith(f"and {Path('out') / 'report.actions.csv'} beside it.")
    with (place / "out" / "report.actions.csv").open(encoding="utf-8-sig", newline="") as file:
        assert tuple(next(csv.reader(file))) == HEADS


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS)
@pytest.mark.parametrize("target", ["report.html", "report.md", "report.txt", "report.actions.csv"])
def test_a_report_would_replace_what_no_report_wrote(
    command: Command, own: Path, place: Path, target: str, content: str | bytes
) -> None:
    before = put(place / target, content).read_bytes()
    output = target if target != "report.actions.csv" else "report.html"
    said = command("-q", own, "report", two_teams(place / "round"), "-o", output, "--actions")
    assert (said.code, said.messages) == (2, [LEFT_ALONE.format(target)])
    assert (place / target).read_bytes() == before
    assert output == target or not (place / output).exists()


@pytest.mark.parametrize("suffix", BEGINS)
def test_an_earlier_report_is_replaced(command: Command, own: Path, place: Path, suffix: str) -> None:
    folder = two_teams(place / "round")
    for _ in range(2):
        assert command("-q", own, "report", folder, "-o", f"report.{suffix}", "--actions").code == 0
    assert command("-q", own, "report", folder, "-o", f"report.{suffix}", "--brief").code == 0


def test_a_report_is_no_results_file_that_an_export_may_replace(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    command("-q", own, "report", folder, "-o", "report.html")
    (place / "report.html").rename(place / "out.toml")
    assert command("-q", own, "export", folder, "-o", "out.toml").code == 2


@pytest.mark.posix
def test_nothing_is_written_to_where_a_link_leads(command: Command, own: Path, place: Path) -> None:
    elsewhere = put(place / "elsewhere.html", "mine")
    (place / "report.html").symlink_to(elsewhere)
    said = command("-q", own, "report", two_teams(place / "round"), "-o", "report.html")
    assert (said.code, elsewhere.read_text("utf-8")) == (2, "mine")


def test_bad_files_are_named_and_the_rest_is_reported_unless_it_has_to_be_strict(
    command: Command, own: Path, place: Path
) -> None:
    folder = two_teams(place / "round")
    put(folder / "bad.toml", 'kind = "response"\nschema = 1\n')
    assert command("-q", own, "report", folder, "-o", "strict.html", "--strict").code == 3
    assert not (place / "strict.html").exists()
    assert command("-q", own, "report", folder, "-o", "report.html").code == 3
    assert "1 file, which could not be used" in (place / "report.html").read_text("utf-8")


def test_nothing_to_report_writes_nothing(command: Command, own: Path, place: Path) -> None:
    (place / "empty").mkdir()
    assert command("-q", own, "report", "empty", "-o", "report.html").code == 3
    assert not (place / "report.html").exists()


@pytest.mark.parametrize("suffix", BEGINS)
def test_hostile_results_make_a_report(command: Command, place: Path, suffix: str) -> None:
    (place / "results.toml").write_bytes(hostile_bytes())
    assert command("report", "results.toml", "-o", f"report.{suffix}", "--actions").code == 0
    written = (place / f"report.{suffix}").read_text("utf-8")
    assert not set("\u202e\u2066\u2028\x1b") & set(written)


def test_only_a_report_loads_what_writes_html() -> None:
    program = "import sys; sys.argv=['maturity','compare','nowhere']\nfrom maturity.cli import main\nmain(sys.argv[1:])"
    ending = "\nprint(*sorted(sys.modules), file=sys.stderr)"
    env = {**os.environ, "MATURITY_WORKSPACE": "nowhere"}
    done = subprocess.run([sys.executable, "-c", program + ending], capture_output=True, text=True, check=True, env=env)
    assert "maturity.cli.round_verbs" in done.stderr
    assert "htpy" not in done.stderr.split()
