"""Titles of sections in narrow columns: whole where there is room, shortened and told apart where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.titles import shortened
from maturity.reports.criteria import WIDTH
from maturity.reports.sections import agreement_lines, standing_lines
from maturity.results.model import Results
from maturity.results.sections import SectionResults, Standing, TeamResults
from tests.given.example_results import example_results


@pytest.mark.parametrize(
    ("titles", "width", "shown"),
    [
        (["Ownership", "Risk appetite"], 13, ["Ownership", "Risk appetite"]),
        (["Ownership", "Risk appetite"], 10, ["Ownership", "Risk…"]),
        (["Responsibilities"], 10, ["Responsib…"]),
        (["Rules: ours and theirs"], 12, ["Rules: ours…"]),
        (["Rules: ours"], 9, ["Rules…"]),
        (["Control of copies", "Control of costs"], 14, ["Control…copies", "Control…costs"]),
        (["Copies that we keep", "Copies that we send"], 12, ["Copies…keep", "Copies…send"]),
        (["Copies of data, kept", "Copies of data, sent"], 6, ["Cop…pt", "Cop…nt"]),
        (["a" * 40, "a" * 39], 10, ["aaaaaaaa…1", "aaaaaaaa…2"]),
        (["- of everything else"], 4, ["- o…"]),
    ],
)
def test_a_title_is_shortened_as_little_as_tells_it_apart(titles: list[str], width: int, shown: list[str]) -> None:
    assert shortened(titles, width) == shown


@given(st.lists(st.text("ab ", min_size=1, max_size=40).filter(str.strip), max_size=9), st.integers(8, 40))
def test_shortened_titles_fit_and_differ(titles: list[str], width: int) -> None:
    shown = shortened(titles, width)
    assert all(len(title) <= width for title in shown)
    assert len(set(shown)) >= len(set(titles))


def titled(*titles: str) -> Results:
    """Sections of these titles, of which two teams stand apart on some questions."""
    ids = [f"section{place}" for place in range(len(titles))]
    sections = [
        SectionResults(id=name, title=title, aligned=1, close=0, apart=10, far_apart=2, comparable=13, not_comparable=3)
        for name, title in zip(ids, titles, strict=True)
    ]
    standings = tuple(Standing(id=name, apart=14, compared=38) for name in ids)
    teams = [
        TeamResults(id=name, name=label, respondents=1, completed=1, asked=1, answered=1, section=standings)
        for name, label in (("owners", "Application owners"), ("it", "IT"))
    ]
    return example_results().model_copy(update={"section": tuple(sections), "team": tuple(teams)})


LONG = [f"{word} of the copies that have to be kept" for word in ("One", "Two", "Six", "Ten")]


@pytest.mark.parametrize("titles", [["Short"], ["Keeping and restoring", "Duty"], LONG, [*LONG, *"ABCDEFGHIJ"]])
def test_both_tables_fit_the_width_of_the_report(titles: list[str]) -> None:
    shown = titled(*titles)
    lines = [*agreement_lines(shown, WIDTH), *standing_lines(shown, WIDTH)]
    assert max(map(len, lines)) <= WIDTH


def test_the_counts_stand_below_their_headings() -> None:
    heading, row = agreement_lines(titled("Keeping and restoring"), WIDTH)
    assert heading == "                         aligned    close    apart  far apart   not comparable"
    assert row == "  Keeping and restoring        1        0       10          2          3"


def test_a_column_is_as_wide_as_its_title_where_there_is_room() -> None:
    assert list(standing_lines(titled("Keeping and restoring", "Duty"), WIDTH)) == [
        "                       Keeping and restoring                  Duty                In all",
        "  Application owners                14 of 38              14 of 38              28 of 76",
        "  IT                                14 of 38              14 of 38              28 of 76",
    ]


def test_more_sections_than_fit_beside_each_other_go_on_below() -> None:
    lines = list(standing_lines(titled(*"ABCDEFG"), WIDTH))
    assert [line.split() for line in (lines[0], *lines[3:5])] == [list("ABCDEF"), [], ["G", "In", "all"]]
    assert [line.split()[0] for line in (*lines[1:3], *lines[5:])] == ["Application", "IT", "Application", "IT"]
