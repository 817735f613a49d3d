"""`maturity agreement`: the page that teams sign, and who owns what beside it, from answers or results."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from maturity.files.decisions_file import DECISIONS_NAME
from maturity.reports.agreement_table import HEADS
from maturity.reports.writing import OF_AGREEMENTS
from tests.cli.test_exporting_over import LEFT_ALONE
from tests.given.commands import Command
from tests.given.decisions import decide, decisions_text
from tests.given.files import put, two_teams

BEGINS = {
    "html": "<!DOCTYPE html>",
    "md": "<!-- maturity report -->\n",
    "txt": "Small\nQuestionnaire small 1, maturity ",
}
NOTHING = "No decision is on record yet, so it says what the answers say; decisions are kept in decisions.toml."


@pytest.fixture(autouse=True)
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime(2026, 11, 28, 16, 42, tzinfo=dt.UTC))


@pytest.fixture
def decided(place: Path) -> Path:
    """Two teams, and what they settled beside their answers."""
    folder = two_teams(place / "round")
    entries = (
        decide("d001", "ownership.pause", owner="security", deputy="endpoint", agreed_by=("endpoint",)),
        decide("d002", "risk.soak", option=2, because="=1+1"),
    )
    put(folder / DECISIONS_NAME, decisions_text(*entries))
    return folder


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("suffix", BEGINS)
def test_the_suffix_decides_the_format_and_who_owns_what_lies_beside_it(
    command: Command, own: Path, place: Path, decided: Path, suffix: str
) -> None:
    said = command("-q", own, "agreement", decided, "-o", f"out/page.{suffix}")
    assert (said.code, said.out) == (0, "")
    assert said.messages[-1].startswith(f"Wrote {Path('out') / f'page.{suffix}'} (")
    assert said.messages[-1].endswith(f", and {Path('out') / 'page.csv'} beside it.")
    page = (place / "out" / f"page.{suffix}").read_text("utf-8")
    assert page.startswith(BEGINS[suffix])
    assert "Anna Berg" in page
    assert sorted(path.name for path in (place / "out").iterdir()) == sorted(["page.csv", f"page.{suffix}"])
    (row, *_) = table(place / "out" / "page.csv")
    assert (row["owner"], row["deputy"], row["status"]) == ("Security", "Endpoint", "decided")


def test_the_table_can_be_had_alone(command: Command, own: Path, place: Path, decided: Path) -> None:
    said = command("-q", own, "agreement", decided, "-o", "owners.csv")
    assert (said.code, "beside" in said.messages[-1]) == (0, False)
    assert tuple(table(place / "owners.csv")[0]) == HEADS


def test_before_anything_is_decided_it_is_written_all_the_same_and_that_is_said(
    command: Command, own: Path, place: Path
) -> None:
    said = command("-q", own, "agreement", two_teams(place / "round"), "-o", "page.txt")
    assert (said.code, said.messages[-1]) == (0, NOTHING)
    assert "No decision is on record yet." in (place / "page.txt").read_text("utf-8")


@pytest.mark.parametrize("suffix", OF_AGREEMENTS)
def test_a_folder_and_the_results_exported_from_it_make_the_same_page(
    command: Command, own: Path, place: Path, decided: Path, suffix: str
) -> None:
    command("-q", own, "export", decided, "-o", "results.toml")
    command("-q", own, "agreement", decided, "-o", f"first{suffix}")
    assert command("agreement", "results.toml", "-o", f"second{suffix}").code == 0
    assert (place / f"first{suffix}").read_bytes() == (place / f"second{suffix}").read_bytes()


def test_another_suffix_is_refused(command: Command, own: Path, decided: Path) -> None:
    said = command("-q", own, "agreement", decided, "-o", "page.pdf")
    wanted = "page.pdf: the suffix decides the format; use one of .html, .md, .txt, .csv."
    assert (said.code, said.messages) == (2, [wanted])


@pytest.mark.parametrize("target", ["page.html", "page.md", "page.txt", "page.csv"])
def test_nothing_but_an_earlier_page_or_table_is_replaced(
    command: Command, own: Path, place: Path, decided: Path, target: str
) -> None:
    put(place / target, "mine")
    output = target if target != "page.csv" else "page.html"
    said = command("-q", own, "agreement", decided, "-o", output)
    assert (said.code, said.messages) == (2, [LEFT_ALONE.format(target)])
    assert (place / target).read_text("utf-8") == "mine"
    assert output == target or not (place / output).exists()
    (place / target).unlink()
    assert [command("-q", own, "agreement", decided, "-o", output).code for _ in range(2)] == [0, 0]


def test_bad_files_are_named_and_nothing_is_written_where_it_has_to_be_strict(
    command: Command, own: Path, place: Path, decided: Path
) -> None:
    put(decided / "bad.toml", 'kind = "response"\nschema = 1\n')
    assert command("-q", own, "agreement", decided, "-o", "strict.html", "--strict").code == 3
    assert not list(place.glob("strict.*"))
    assert command("-q", own, "agreement", decided, "-o", "page.html").code == 3
    assert (place / "page.html").exists()


def test_no_answers_make_no_page(command: Command, own: Path, place: Path) -> None:
    (place / "empty").mkdir()
    assert command("-q", own, "agreement", "empty", "-o", "page.html").code == 3
    assert not list(place.glob("page.*"))
