"""What holds for every test: properties are tried on the same examples in every run, and nothing on a screen moves."""

from __future__ import annotations

import datetime as dt
import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

from maturity import clock
from maturity.app import garbage
from tests.given.parsed_once import toml_parsed_once

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")  # read once, when textual is imported

# The same few examples every time for whoever waits; more of them where nobody does.
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=20)
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=100)
# For now and then, by hand: `pytest --hypothesis-profile=thorough` tries new examples, a hundred times as many.
settings.register_profile("thorough", max_examples=10_000, deadline=None)
settings.load_profile("quick")


RETRACED: Final = frozenset(
    {
        "test_alpha_properties",
        "test_answering_each_kind",
        "test_any_answers",
        "test_comparing",
        "test_corpus",
        "test_decomposition",
        "test_figures_in_the_app",
        "test_file_order",
        "test_files_fit_schemas",
        "test_finding_the_way",
        "test_finishing",
        "test_floors",
        "test_fragility_against_brute_force",
        "test_fragility_of_criteria_against_brute_force",
        "test_largest_questionnaire",
        "test_looks",
        "test_looks_of_rounds",
        "test_measures_have_properties",
        "test_notes_and_flags",
        "test_notices",
        "test_pictures",
        "test_real_processes",
        "test_results_checked",
        "test_rounds_in_the_app",
        "test_schemas",
        "test_shape",
        "test_strangers_on_every_screen",
        "test_tallies_add_up",
        "test_tallies_at_home",
        "test_what_shows_when",
    }
)
"""Modules that take long and go through lines that others have gone through. Traced, they would take twice their time
and find less than one line in twenty, so coverage looks away: what it reports is no more than what is reached."""


_DECIDED: Final = dt.datetime(2026, 11, 27, tzinfo=dt.UTC)


@pytest.fixture(autouse=True, scope="session")
def days_begin_at_midnight_utc() -> Iterator[None]:
    """Days are local days; a test that means another place than Greenwich says so. What the examples decided is never
    in the future, whatever the clock of this machine says."""
    now = clock.now
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("maturity.clock.zone", lambda: dt.UTC)
        if now() < _DECIDED:
            patch.setattr("maturity.clock.now", lambda: max(now(), _DECIDED))
        yield


NEEDS_POSIX: Final = frozenset({"test_ending.py", "test_lock.py", "test_real_processes.py", "test_storms.py"})
"""Modules that import what only POSIX has, such as pseudo-terminals; single tests have the mark `posix` instead."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """What is tried by hand, when a reader of files or the corpus has changed: `poe corpus`."""
    parser.addoption("--whole-corpus", action="store_true", help="try every hostile file, not only some of each way")


def pytest_configure(config: pytest.Config) -> None:
    """The marks of our own; an interruption that works; and no search for garbage while everything is imported."""
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # Shells begin what runs in the background like that, and what is begun by it would inherit it.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line("markers", "browser: needs Chromium; only `poe browser` runs these")
    config.addinivalue_line("markers", "posix: needs pipes, devices or links as POSIX has them; left out on Windows")


def pytest_collection_finish(session: pytest.Session) -> None:
    """What has been imported stays, so the search for garbage need not go through all of it again and again: that is a
    fifth of the time of a test of the app, which leaves a whole tree of widgets behind."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 10, 20)
    gc.enable()


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leaves out, on Windows, the modules that cannot be imported there; says nothing about others."""
    return True if os.name != "posix" and collection_path.name in NEEDS_POSIX else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks the tests that coverage is not measured by (without coverage that means nothing); leaves out POSIX's."""
    for item in items:
        if item.path.stem in RETRACED:
            item.add_marker("no_cover")
    if os.name != "posix":
        left_out = [item for item in items if item.get_closest_marker("posix")]
        items[:] = [item for item in items if not item.get_closest_marker("posix")]
        config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session", autouse=True)
def _nothing_else_is_kept() -> Iterator[None]:
    """What one test leaves behind is no matter of the next: the app does not freeze what hundreds of tests made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(garbage, "keep_what_is_there", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_power_is_lost() -> Iterator[None]:
    """Nobody waits for the disk here: what is synced, and when, is tested by the calls. A descriptor has to be open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", os.fstat)
        yield


@pytest.fixture(scope="session", autouse=True)
def _toml_is_parsed_once() -> Iterator[None]:
    with toml_parsed_once():
        yield
