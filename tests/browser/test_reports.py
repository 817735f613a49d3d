"""The report as one HTML file, in a browser: of the examples, of a round with decisions, and of hostile results."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from maturity.reports.writing import agreement_bytes, report_bytes
from maturity.results.model import Results
from tests.browser.watching import watched
from tests.given.agreed import agreed_results, hostile_agreed_results
from tests.given.example_results import example_results
from tests.given.hostile_results import hostile_results

_MOMENT: Final = dt.datetime(2026, 11, 27, 16, 42, tzinfo=dt.UTC)
_FOUND: Final[dict[str, Callable[[], Results]]] = {
    "examples": example_results,
    "decided": agreed_results,
    "hostile": hostile_results,
    "hostile, decided": hostile_agreed_results,
}
_AT_LEAST: Final = {"whole": 6, "brief": 2, "agreement": 2}
"""Printed pages of each form; how many more depends on the fonts that are there."""

pages = pytest.mark.parametrize(
    ("name", "form"),
    [
        ("examples", "whole"),
        ("examples", "brief"),
        ("decided", "agreement"),
        ("hostile", "brief"),
        ("hostile, decided", "whole"),
        ("hostile, decided", "agreement"),
    ],
)


@pytest.fixture
def report(tmp_path: Path, name: str, form: str) -> Path:
    """The file of a report."""
    found = _FOUND[name]()
    page = tmp_path / "report.html"
    if form == "agreement":
        page.write_bytes(agreement_bytes(found, ".html", _MOMENT))
    else:
        page.write_bytes(report_bytes(found, ".html", _MOMENT, brief=form == "brief"))
    return page


@pages
def test_a_report_can_be_read_in_light_in_dark_and_narrow_and_asks_for_nothing(browser: Browser, report: Path) -> None:
    with watched(browser) as seen:
        seen.open(report)
        assert seen.live() == []
        assert seen.can_be_read()
        assert seen.is_quiet()


@pages
def test_a_report_prints_on_pages(browser: Browser, report: Path, form: str) -> None:
    with watched(browser) as seen:
        seen.open(report)
        printed = seen.page.pdf(prefer_css_page_size=True)
    counted = re.search(rb"/Count (\d+)", printed)
    assert counted
    assert int(counted[1]) >= _AT_LEAST[form]
