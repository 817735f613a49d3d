"""The report as Markdown: whatever strangers write is text in wikis and pull requests."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from maturity.reports.markdown import BEGINS, begun, escaped
from maturity.reports.writing import agreement_bytes, report_bytes
from tests.given.agreed import agreed_results, hostile_agreed_results
from tests.given.example_results import example_results
from tests.given.hostile_results import ATTACKS, hostile_results

MOMENT = dt.datetime(2026, 11, 27, 16, 42, tzinfo=dt.UTC)


def written(*, hostile: bool = False) -> str:
    return report_bytes(hostile_results() if hostile else example_results(), ".md", MOMENT).decode()


def agreed(*, hostile: bool = False) -> str:
    return agreement_bytes(hostile_agreed_results() if hostile else agreed_results(), ".md", MOMENT).decode()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("[go](javascript:x)", r"\[go\](javascript:x)"),
        ("![x](https://e)", r"\!\[x\](https:&#8203;//e)"),
        ("a | b", "a &#124; b"),
        ("one\r\ntwo\nthree", "one<br>two<br>three"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ &#96;c&#96; \~d\~"),
        ("&lt; &copy;", "&amp;lt; &amp;copy;"),
        ("\\", r"\\"),
        ("@all #12 www.e.com", r"@&#8203;all \#&#8203;12 www&#8203;.e.com"),
        ("$x$", "&#36;x&#36;"),
        ("Plain – words, 3 % (of 5).", "Plain – words, 3 % (of 5)."),
    ],
)
def test_what_is_special_is_only_shown(said: str, shown: str) -> None:
    assert escaped(said) == shown


@pytest.mark.parametrize("said", ["- no list", "12. no list", "+ no list", "=== no heading", "::: no block"])
def test_nothing_that_begins_a_line_begins_a_list_or_a_heading(said: str) -> None:
    assert begun(escaped(said)) == f"&#8203;{said}"


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_is_left_alive(attack: str) -> None:
    live = re.sub(r"\\.|<br>|&#?\w+;", " ", escaped(attack))
    assert not re.search(r"[<>\[\]`*_|~$]|://|www\.|@\w", live)


def test_every_row_of_a_table_has_as_many_cells_as_its_heading() -> None:
    for text in (written(), written(hostile=True), agreed(), agreed(hostile=True)):
        width = 0
        for line in text.splitlines():
            if not line.startswith("| "):
                width = 0
                continue
            cells = len(re.findall(r"(?<!\\)\|", line))
            width = width or cells
            assert cells == width


def test_pictures_are_their_tables_and_nothing_is_html_but_line_breaks_and_the_mark() -> None:
    for text in (written(), written(hostile=True), agreed(), agreed(hostile=True)):
        assert text.startswith(f"{BEGINS}\n")
        assert not re.search(r"<(?!br>)", text.removeprefix(BEGINS))
    assert "**How far apart the teams are, by section**" in written()
    assert "Decision: \\_\\_" in written()
