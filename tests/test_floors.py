"""Imports go down only, and the command line does not pay for the app: seen in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]


def modules_of(package: str) -> list[str]:
    paths = sorted((ROOT / package).glob("*.py"))
    return [package if path.stem == "__init__" else f"{package}.{path.stem}" for path in paths]


def loaded_by(module: str) -> set[str]:
    """The top-level packages that importing a module brings along."""
    program = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def modules_after(program: str) -> set[str]:
    """Every module that a program has loaded when it ends."""
    ending = "import atexit, sys; atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr)); "
    done = subprocess.run(
        [sys.executable, "-c", ending + program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("module", modules_of("questionnaires"))
def test_the_lowest_floor_sees_nothing_above_it(module: str) -> None:
    assert not loaded_by(module) & {"scoring", "maturity", "textual", "rich"}


@pytest.mark.parametrize("module", modules_of("scoring"))
def test_scoring_sees_neither_the_app_nor_the_terminal(module: str) -> None:
    assert not loaded_by(module) & {"maturity", "textual", "rich"}


@pytest.mark.parametrize("module", ["maturity.cli", "maturity.verbs", "maturity.results", "maturity.report"])
def test_the_command_line_does_not_load_the_app(module: str) -> None:
    assert "textual" not in loaded_by(module)


def test_the_version_is_told_without_a_model_being_loaded() -> None:
    loaded = modules_after("from maturity.cli import main; main(['--version'])")
    assert not {"pydantic", "questionnaires", "scoring"} & loaded


@pytest.mark.parametrize("module", ["maturity.app", "maturity.verbs", "maturity.contested"])
def test_only_who_reads_a_results_file_pays_for_its_models(module: str) -> None:
    assert "questionnaires.response" in modules_after(f"import {module}")
    assert not {name for name in modules_after(f"import {module}") if name.startswith("questionnaires.results")}
