"""Shows the report of the examples, and that of hostile results, to a browser: `python -m tests.browser --help`.

Needs Chromium, Node, and a folder with the packages puppeteer-core, axe-core and html-validate.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from maturity.reports.writing import agreement_bytes, report_bytes
from maturity.results.model import Results
from tests.given.agreed import agreed_results, hostile_agreed_results
from tests.given.example_results import example_results
from tests.given.hostile_results import hostile_results

_HERE = Path(__file__).parent
_MOMENT = dt.datetime(2026, 11, 27, 16, 42, tzinfo=dt.UTC)


def main() -> int:
    """0 when nothing was requested, nothing is live, and neither axe nor the validator has anything to say."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    pages = [page for name, found in _reports().items() for page in _write(options.folder, name, found)]
    node = [shutil.which("node") or "node", str(_HERE / "look.mjs"), options.chromium, str(options.modules)]
    said = subprocess.run([*node, str(options.folder), *map(str, pages)], check=True, capture_output=True, text=True)
    is_sound = True
    for line in said.stdout.splitlines():
        found = json.loads(line)
        is_sound &= not any(found[key] for key in ("requests", "dialogs", "errors", "violations", "sideways", "live"))
        _say(json.dumps(found, indent=2, ensure_ascii=False))
    return 0 if is_sound & _is_valid(options.modules, pages) else 1


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.browser", description=__doc__)
    options.add_argument("--chromium", default=shutil.which("chromium") or "chromium", help="the browser")
    options.add_argument("--modules", type=Path, required=True, metavar="DIR", help="the folder node_modules")
    options.add_argument("--folder", type=Path, required=True, metavar="DIR", help="where to put what is seen")
    return options.parse_args()


def _reports() -> dict[str, Results]:
    return {
        "examples": example_results(),
        "decided": agreed_results(),
        "hostile": hostile_results(),
        "hostile-decided": hostile_agreed_results(),
    }


def _write(folder: Path, name: str, results: Results) -> Iterator[Path]:
    """The whole report, the brief one, and the page that teams sign."""
    pages = {
        name: report_bytes(results, ".html", _MOMENT),
        f"{name}-brief": report_bytes(results, ".html", _MOMENT, brief=True),
        f"{name}-agreement": agreement_bytes(results, ".html", _MOMENT),
    }
    for stem, data in pages.items():
        path = folder / f"{stem}.html"
        path.write_bytes(data)
        _say(f"{path.name}: {path.stat().st_size} bytes")
        yield path


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _is_valid(modules: Path, pages: list[Path]) -> bool:
    """Whether html-validate finds no fault by the rules beside this file."""
    validator = modules / "html-validate" / "bin" / "html-validate.mjs"
    rules = ["--config", str(_HERE / "html-validate.json")]
    return subprocess.run(["node", str(validator), *rules, *map(str, pages)], check=False).returncode == 0


sys.exit(main())
