"""A browser for all tests here, and a clean page for each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import browser_path


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many random walks there are; more by hand."""
    parser.addoption("--walks", type=int, default=40, help="how many random walks through the form (default: 40)")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each walk, by its number."""
    if "walk" in metafunc.fixturenames:
        metafunc.parametrize("walk", range(metafunc.config.getoption("--walks")))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that need a browser say so."""
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium, with nothing of anybody's in it."""
    with sync_playwright() as playwright:
        path = browser_path(playwright)
        assert path, "No Chromium is here: `python -m tests.browser.chromium` installs one, or says how."
        opened = playwright.chromium.launch(executable_path=path)
        yield opened
        opened.close()
