"""Imports go down only, and the command line does not pay for the app: seen in a fresh interpreter."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from maturity.files.examples import write_examples

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


def loaded_besides(*arguments: str) -> set[str]:
    """What the `maturity` command loads beyond what an interpreter has loaded that does nothing."""
    call = f"import sys; sys.argv[1:] = {list(arguments)}; from maturity.cli import run; run()"
    return modules_after(call) - modules_after("pass")


def test_the_version_is_told_before_anything_is_loaded() -> None:
    assert loaded_besides("--version") <= {"__future__", "gc", "maturity", "maturity.cli"}


COMPARING: Final = {
    *("maturity", "scoring", "questionnaires"),
    *("pydantic", "pydantic_core", "annotated_types", "typing_extensions", "typing_inspection"),
    *("tomli_w", "rtoml"),
}
"""The packages that a comparison may load: nothing that draws, serves or reports."""

MOST_OF_OURS: Final = 220
"""Modules of our own that a comparison loads: each costs a thousandth of its time. Raise it knowingly."""

READ_WHERE_MET: Final = (
    *("maturity.app", "maturity.cli.check", "maturity.cli.doctor", "maturity.cli.plain", "maturity.cli.report_verb"),
    *("maturity.reports.document", "maturity.reports.html", "maturity.files.rescue", "maturity.pictures.shapes"),
    *("maturity.files.workspace", "maturity.files.actuals_template", "maturity.reports.notes", "maturity.rounds.notes"),
)
"""What other commands need."""


def test_a_comparison_loads_what_it_shows_and_nothing_else(tmp_path: Path) -> None:
    write_examples(tmp_path)
    loaded = loaded_besides("compare", str(tmp_path))
    packages = {name.partition(".")[0] for name in loaded} - sys.stdlib_module_names
    assert {name for name in packages if not name.startswith("_")} <= COMPARING
    assert not loaded.intersection(READ_WHERE_MET)
    ours = [name for name in loaded if name.partition(".")[0] in {"maturity", "scoring", "questionnaires"}]
    assert len(ours) <= MOST_OF_OURS, sorted(ours)


BUILT: Final = {"Answer", "Compiled", "Response"}
"""The models of ours whose schemas a comparison needs: of the questionnaire, and of the answers."""


def test_a_comparison_builds_the_models_of_what_it_reads_and_no_others(tmp_path: Path) -> None:
    write_examples(tmp_path)
    program = f"""
import sys
from maturity.cli import main
main(["compare", {str(tmp_path)!r}])
from pydantic import BaseModel
models = BaseModel.__subclasses__()
for model in models:
    models.extend(model.__subclasses__())
ours = [model for model in models if not model.__module__.startswith("pydantic")]
print(len(ours), *sorted({{model.__name__ for model in ours if model.__pydantic_complete__}}), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    how_many, *built = done.stderr.split()
    assert int(how_many) > 100
    assert set(built) == BUILT


MODELS: Final = {"maturity.results.model", "maturity.results.questions", "maturity.results.criteria"}


@pytest.mark.parametrize("module", ["maturity.cli.verbs", "maturity.cli.check"])
def test_only_who_compares_or_reads_results_pays_for_their_models(module: str) -> None:
    loaded = modules_after(f"import {module}")
    assert "questionnaires.response" in loaded
    assert not loaded & MODELS


POSSESSIVE: Final = re.compile(r"(?<!\\)\) ?(?:[*+?]|\{\{?\d*,?\d*\}?\})\+|_[A-Z]+\}(?:[*+?]|\{\{\d*,?\d*\}\})\+")
"""A group, or a part by its name, that is repeated and never gone back into."""


def test_no_pattern_repeats_a_group_possessively_which_python_misreads_before_3_11_5() -> None:
    """Single characters may be; a group is made atomic, `(?>(?:…)*)`, which says the same and is right everywhere."""
    assert all(
        map(POSSESSIVE.search, ('(?:a|b)*+"', "(a)++", "( a )?+", "(a){{0,3}}+", "{_TEXT}{{0,80}}+", "{_END}*+"))
    )
    sources = [path for floor in ("questionnaires", "scoring", "maturity") for path in (ROOT / floor).rglob("*.py")]
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if POSSESSIVE.search(line) and not line.startswith("#")] == []
