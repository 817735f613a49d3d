"""The tests with the oldest versions that pyproject.toml allows, in an environment of its own.

`python -m uv run poe lowest`, or with what pytest is to be told behind it: `… poe lowest tests/results`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Final

from sbom import normal
from wheel import ROOT, SCRIPTS, run

LOWEST: Final = ["--resolution", "lowest-direct", "--editable", "."]
TESTS: Final = ["--group", "test"]


def bounds() -> dict[str, str]:
    """By name, the oldest version that is allowed."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requirements = [requirement.partition(";")[0] for requirement in table["project"]["dependencies"]]
    pairs = [requirement.partition(">=") for requirement in requirements]
    if loose := [name for name, _, version in pairs if not version]:
        sys.exit(f"pyproject.toml names no oldest version of {', '.join(loose)}.")
    return {normal(name.strip()): version.split(",")[0].strip() for name, _, version in pairs}


def environment(folder: Path) -> Path:
    """A Python that has the oldest versions, and what the tests need in any."""
    uv = os.environ.get("UV", "uv")  # who starts this by `uv run` is told where uv is
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "venv", folder=folder)
    python = folder / "venv" / SCRIPTS / "python"
    for what in (LOWEST, TESTS):
        run(uv, "pip", "install", "--quiet", "--python", python, *what, folder=ROOT)
    frozen = run(uv, "pip", "freeze", "--python", python, folder=folder)
    installed = dict(line.split("==") for line in frozen.splitlines() if "==" in line)
    for name, version in bounds().items():
        print(f"{name} {installed[name]}", flush=True)
        if installed[name] != version and not installed[name].startswith(f"{version}."):
            sys.exit(f"{name}: the oldest allowed is {version}, installed is {installed[name]}.")
    return python


def main() -> int:
    """As pytest ends."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(environment(Path(folder))), "-m", "pytest", "-q", *sys.argv[1:]]
        return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
