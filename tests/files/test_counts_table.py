"""Counts for any engine: the query that ships with them gives our figures, and what is hidden cannot be worked out."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.files.counts_table import BEGINS, HEADS, Wanted, counts_table, query
from maturity.files.examples import examples
from questionnaires import Answer, Questionnaire, Response, builtin
from questionnaires.words import Depth
from scoring import Tally, compare, tally
from scoring.counts.small_cells import hidden
from tests.given.builders import respond, small
from tests.given.example_results import example_results

ladder = st.sampled_from([None, 0, 1, 2, 3, 4, 5, "dont_know", "not_applicable"])
answers = st.fixed_dictionaries(
    {},
    optional={
        "ownership.pause": st.builds(Answer, owner=st.sampled_from(["endpoint", "service", "nobody", "dont_know"])),
        "control.release": st.builds(Answer, needed=ladder, wanted=ladder, basis=st.sampled_from([None, "law"])),
        "risk.taste": st.builds(Answer, position=ladder, note=st.sampled_from(["", "a note"])),
        "future.approvals": st.builds(Answer, today=ladder, in_24_months=ladder),
    },
)
people = st.lists(
    st.builds(
        respond,
        st.sampled_from(["endpoint", "operations", "security"]),
        answers,
        depth=st.sampled_from(list(Depth)),
    ),
    max_size=9,
)
TWICE = query().partition("read twice:\n")[2].partition("--\n")[0].replace("-- ", "")
Figures = dict[tuple[str, ...], dict[str, object]]


def loaded(*files: bytes) -> sqlite3.Connection:
    """Files read together, all of it text, as an engine has them that was told nothing of types."""
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE TABLE counts ({', '.join(HEADS)})")
    for file in files:
        rows = list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline="")))
        assert tuple(rows[0]) == HEADS
        database.executemany(f"INSERT INTO counts VALUES ({', '.join('?' * len(HEADS))})", rows[1:])
    return database


def asked(*files: bytes) -> Figures:
    """What the query says of files read together, by question, facet and team."""
    with closing(loaded(*files)) as database:
        found = database.execute(query())
        names = [column[0] for column in found.description]
        lines = [dict(zip(names, line, strict=True)) for line in found]
    return {(line["question"], line["facet"], line["team"]): line for line in lines}


def table(questionnaire: Questionnaire, counted: Tally, site: str = "", least: int = 1) -> bytes:
    return counts_table(questionnaire, counted, 1, Wanted(site, least)).csv()


def number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def ours(questionnaire: Questionnaire, counted: Tally) -> dict[tuple[str, ...], tuple[float | None, ...]]:
    """Position, spread and gap as the comparison has them, by question, facet and team."""
    return {
        (item.question.id, facet.facet.value, team.team): (
            number(team.position),
            number(team.spread),
            number(facet.gap),
        )
        for item in compare(questionnaire, counted, 1).questions
        for facet in item.facets
        for team in facet.teams
    }


def holds(questionnaire: Questionnaire, counted: Tally, said: Figures) -> None:
    """The query gives exactly our figures, and every count of states."""
    known = ours(questionnaire, counted)
    for where, line in said.items():
        cell = next(value for (one, facet, team), value in counted.cells.items() if (one, facet.value, team) == where)
        states = (line["answered"], line["dont_know"], line["not_applicable"], line["unanswered"])
        assert states == (cell.answered, cell.dont_know, cell.not_applicable, cell.unanswered)
        figures = (line["median"], line["spread"], line["gap"])
        # Of a team that has said nothing at all there is no figure of its own.
        assert figures[:2] == known.get(where, (None, None))[:2]
        if where in known:
            assert figures[2] == known[where][2]
    assert known.keys() <= said.keys()
    assert len(said) == len(counted.cells)


def test_the_query_gives_the_figures_of_the_examples() -> None:
    counted = tally(builtin(), examples())
    said = asked(table(builtin(), counted))
    holds(builtin(), counted, said)
    shown = {
        (item.id, facet.name.value, team.id): (team.position, team.spread, facet.gap)
        for item in example_results().question
        for facet in item.facet
        for team in facet.team
        if item.is_ordered
    }
    rounded = {where: tuple(_rounded(said[where][name]) for name in ("median", "spread", "gap")) for where in shown}
    assert rounded == shown


def _rounded(value: object) -> float | None:
    assert value is None or isinstance(value, int | float)
    return None if value is None else round(value, 4)


@given(people)
def test_the_query_gives_our_figures_of_any_answers(responses: list[Response]) -> None:
    counted = tally(small(), responses)
    holds(small(), counted, asked(table(small(), counted)))


@given(people, people)
def test_files_of_two_sites_read_together_are_the_sites_counted_together(
    first: list[Response], second: list[Response]
) -> None:
    both = asked(table(small(), tally(small(), first), "Oslo"), table(small(), tally(small(), second), "Bergen"))
    holds(small(), tally(small(), [*first, *second]), both)


def test_a_site_that_was_read_twice_is_found() -> None:
    counted = tally(small(), [respond("endpoint", {"risk.taste": Answer(position=3)})])
    first, second = table(small(), counted, "Oslo"), table(small(), counted, "Bergen")
    for files, found in (((first, second), []), ((first, second, first), [("Oslo",)])):
        with closing(loaded(*files)) as database:
            assert database.execute(TWICE).fetchall() == found


def test_a_median_of_an_even_number_lies_between_two_options_and_who_does_not_know_is_apart() -> None:
    said = [0, 1, 2, 5, "dont_know", "not_applicable", None]
    responses = [respond("endpoint", {"risk.taste": Answer(position=one)}) for one in said]  # type: ignore[arg-type]
    responses.append(respond("operations", {"risk.taste": Answer(position="dont_know")}))
    found = asked(table(small(), tally(small(), responses)))
    line = found["risk.taste", "position", "endpoint"]
    assert (line["median"], line["spread"], line["gap"]) == (1.5, 1.5, None)
    assert (line["answered"], line["dont_know"], line["not_applicable"], line["unanswered"]) == (4, 1, 1, 1)
    unknown = found["risk.taste", "position", "operations"]
    assert (unknown["median"], unknown["answered"], unknown["dont_know"]) == (None, 0, 1)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_stands_for_each_option_and_state_and_nobody_is_named() -> None:
    response = respond("endpoint", {"risk.taste": Answer(position=3, note="Ask Ada", flag=True)})
    data = table(small(), tally(small(), [response]), "=cmd|' /C calc'!A0")
    assert data.decode().startswith(BEGINS)
    assert data.count(b"\r\n") == data.count(b"\n")
    assert b"Ada" not in data
    assert response.respondent.id.encode() not in data
    found = [row for row in rows(data) if row["question"] == "risk.taste"]
    assert [(row["state"], row["answer"], row["place"], row["count"]) for row in found] == [
        *(("answered", str(place), str(place), "1" if place == 3 else "0") for place in range(6)),
        ("dont_know", "", "", "0"),
        ("not_applicable", "", "", "0"),
        ("unanswered", "", "", "0"),
    ]
    assert {row["site"] for row in found} == {"'=cmd|' /C calc'!A0"}
    owners = [row for row in rows(data) if row["question"] == "ownership.pause" and row["state"] == "answered"]
    assert {row["place"] for row in owners} == {""}
    assert "endpoint" in {row["answer"] for row in owners}


@pytest.mark.parametrize(
    ("row", "least", "gone"),
    [
        ((3, 0, 4), 3, set()),
        ((1, 3, 4, 0), 3, {0, 1}),
        ((1, 5, 5, 9), 3, {0, 1, 2}),
        ((1, 1, 0), 3, {0, 1, 2}),
        ((0, 0, 0), 3, set()),
        ((2, 2, 3, 9), 3, {0, 1, 2}),
    ],
)
def test_small_counts_are_hidden_with_the_smallest_beside_them(row: Sequence[int], least: int, gone: set[int]) -> None:
    assert hidden(row, least) == gone


@pytest.mark.parametrize("least", [2, 3, 4])
def test_what_is_hidden_cannot_be_worked_out_from_the_sum_and_the_rule(least: int) -> None:
    may_be: defaultdict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
    for row in product(range(6), repeat=4):
        gone = hidden(row, least)
        seen = tuple(None if place in gone else count for place, count in enumerate(row))
        may_be[(sum(row), *seen)].append(row)
    known = {
        row
        for (_, *seen), possible in may_be.items()
        for place, count in enumerate(seen)
        if count is None and len({row[place] for row in possible}) == 1
        for row in possible
    }
    assert known == ({(1,) * 4} if least == 2 else set())  # as the rule says of itself


def counts_of(data: bytes) -> Mapping[str, int]:
    shown = [row["count"] for row in rows(data)]
    return {"hidden": shown.count(""), "small": sum(count in ("1", "2") for count in shown)}


@given(people)
def test_where_anything_is_hidden_its_figures_are_unknown(responses: list[Response]) -> None:
    counted = tally(small(), responses)
    made = counts_table(small(), counted, 1, Wanted("", 3))
    assert counts_of(made.csv()) == {"hidden": made.small + made.beside, "small": 0}
    whole, part = asked(table(small(), counted)), asked(made.csv())
    for where, line in part.items():
        figures = ("answered", "dont_know", "not_applicable", "unanswered", "median", "spread")
        if line["hidden"]:
            assert {line[name] for name in figures} == {None}
        else:
            assert [line[name] for name in figures] == [whole[where][name] for name in figures]
        is_any_hidden = any(one["hidden"] for key, one in part.items() if key[:2] == where[:2])
        assert line["gap"] == (None if is_any_hidden else whole[where]["gap"])


def test_where_one_site_hides_a_count_the_sites_have_no_figure_together() -> None:
    answers = {"risk.taste": Answer(position=3)}
    many = tally(small(), [respond("endpoint", answers, respondent=f"aaa{place}") for place in range(5)])
    alone = tally(small(), [respond("endpoint", answers)])
    for least, median in ((1, 3), (3, None)):
        both = asked(table(small(), many, "Oslo", least), table(small(), alone, "Bergen", least))
        line = both["risk.taste", "position", "endpoint"]
        assert (line["median"], line["answered"]) == (median, 6 if median else None)


def test_what_must_not_be_added_up_stands_above_the_query() -> None:
    above = query().partition("\nWITH ")[0]
    assert all(line.startswith("--") for line in above.splitlines())
    for words in ("Medians", "Rounds", "People who stand in two files", "hidden", "Don't know"):
        assert words in above
