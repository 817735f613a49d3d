"""Imports go down only, and the command line does not pay for the app: seen in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]


def modules_in(folder: str) -> list[str]:
    """Every module below a folder, by its dotted name; but for those that run when they are imported."""
    paths = sorted(path for path in (ROOT / folder).rglob("*.py") if path.stem != "__main__")
    return [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]


def loaded_by(modules: Iterable[str]) -> set[str]:
    """The top-level packages that importing modules brings along, in one fresh interpreter for all of them."""
    return {name.partition(".")[0] for name in modules_after(f"import {', '.join(modules)}")}


def modules_after(program: str) -> set[str]:
    """Every module that a program has loaded when it ends."""
    ending = "import atexit, sys; atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr)); "
    done = subprocess.run(
        [sys.executable, "-c", ending + program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_the_lowest_floor_sees_nothing_above_it() -> None:
    assert not loaded_by(modules_in("questionnaires")) & {"scoring", "maturity", "textual", "rich"}


def test_scoring_sees_neither_the_app_nor_the_terminal() -> None:
    assert not loaded_by(modules_in("scoring")) & {"maturity", "textual", "rich"}


def test_everything_but_the_app_works_without_textual() -> None:
    rooms = [path.name for path in (ROOT / "maturity").iterdir() if (path / "__init__.py").exists()]
    assert {"app", "cli", "files", "results"} <= set(rooms)
    others = [module for room in rooms if room != "app" for module in modules_in(f"maturity/{room}")]
    assert not loaded_by(others) & {"textual", "rich"}


def test_the_version_is_told_without_a_model_being_loaded() -> None:
    loaded = modules_after("from maturity.cli import main; main(['--version'])")
    assert not {"pydantic", "questionnaires", "scoring"} & loaded


MODELS: Final = {"maturity.results.model", "maturity.results.questions", "maturity.results.criteria"}


@pytest.mark.parametrize("module", ["maturity.cli.verbs", "maturity.cli.check"])
def test_only_who_compares_or_reads_results_pays_for_their_models(module: str) -> None:
    loaded = modules_after(f"import {module}")
    assert "questionnaires.response" in loaded
    assert not loaded & MODELS
