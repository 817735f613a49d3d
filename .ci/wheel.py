"""The wheel, in an environment of its own, from outside the checkout: what somebody gets who installs the program.

Builds one, or takes the one that it is given: `python .ci/wheel.py dist/autopatch_maturity-….whl`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Final

from sbom import of_wheel

ROOT: Final = Path(__file__).parents[1]
SCRIPTS: Final = "Scripts" if sys.platform == "win32" else "bin"


def run(command: Path | str, *arguments: Path | str, folder: Path) -> str:
    """What a command prints; the step ends where one fails, with what it said itself on standard error."""
    done = subprocess.run(
        [command, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        sys.exit(
            f"{done.stdout}{Path(command).name} {' '.join(map(str, arguments))} ended with code {done.returncode}."
        )
    return done.stdout


def build(folder: Path) -> Path:
    """Builds the wheel."""
    uv = os.environ.get("UV", "uv")  # who starts this by `uv run` is told where uv is
    run(uv, "build", "--quiet", "--wheel", "--out-dir", folder / "dist", folder=ROOT)
    [wheel] = (folder / "dist").glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """Installs the wheel with what it needs; gives the folder of its commands."""
    uv = os.environ.get("UV", "uv")
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "venv", folder=folder)
    scripts = folder / "venv" / SCRIPTS
    run(uv, "pip", "install", "--quiet", "--python", scripts / "python", wheel, folder=folder)
    return scripts


def bill_of(wheel: Path) -> str:
    """What the wheel says it is made of (PEP 770)."""
    with zipfile.ZipFile(wheel) as archive:
        [bill] = [name for name in archive.namelist() if ".dist-info/sboms/" in name]
        return archive.read(bill).decode("utf-8")


def use(maturity: Path, folder: Path) -> str:
    """The way through on the example: written, compared, exported."""
    version = run(maturity, "--version", folder=folder).strip()
    run(maturity, "demo", "demo", folder=folder)
    compared = run(maturity, "compare", "demo", folder=folder)
    if "What the pilot has to show" not in compared:
        sys.exit(f"{compared}The comparison of the example names no exit criteria.")
    run(maturity, "export", "demo", "-o", "results.toml", folder=folder)
    results = tomllib.loads((folder / "results.toml").read_text(encoding="utf-8"))
    return f"{version}: {len(results['criterion'])} criteria"


def main() -> None:
    """Leaves nothing behind."""
    os.environ["PYTHONUTF8"] = "1"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = Path(sys.argv[1]).resolve() if sys.argv[1:] else build(folder)
        if bill_of(wheel) != of_wheel():
            sys.exit("The wheel does not say what it is made of: python .ci/sbom.py --write")
        print(use(install(wheel, folder) / "maturity", folder))


if __name__ == "__main__":
    main()
