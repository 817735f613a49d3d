"""A browser for all tests here, and a clean page for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import browser_path

_WALKS: Final = 12


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many random walks there are; more by hand."""
    words = f"how many random walks through the form (default: {_WALKS}); with more, all hostile files as well"
    parser.addoption("--walks", type=int, default=_WALKS, help=words)


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
def is_thorough(pytestconfig: pytest.Config) -> bool:
    """Whether there is time for everything, as there is by hand."""
    return bool(pytestconfig.getoption("--walks") > _WALKS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium, with nothing of anybody's in it."""
    with sync_playwright() as playwright:
        path = browser_path(playwright)
        assert path, "No Chromium is here: `python -m tests.browser.chromium` installs one, or says how."
        opened = playwright.chromium.launch(executable_path=path)
        yield opened
        opened.close()
