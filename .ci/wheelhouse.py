"""A wheelhouse: one zip with the program and everything it needs, for machines that reach no index of packages.

`python .ci/wheelhouse.py make dist/autopatch_maturity-….whl dist` makes one for the Python that runs it, or for another
with `--python 3.13`, on Windows, macOS and Linux; `python .ci/wheelhouse.py try dist/….zip` installs from one as the
README says, and uses it. Making needs uv, trying only Python.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sbom import Component, document, normal, project
from wheel import SCRIPTS, run, use

FOLDER: Final = "wheelhouse"
SUMS: Final = "SHA256SUMS"
BILL: Final = "autopatch-maturity.cdx.json"
NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The same files give the same zip."""
LINUX: Final = ("manylinux_2_28", "manylinux_2_17", "manylinux2014")
TARGETS: Final = {
    "x86_64-pc-windows-msvc": ["win_amd64"],
    "aarch64-pc-windows-msvc": ["win_arm64"],
    "x86_64-apple-darwin": ["macosx_11_0_x86_64"],
    "aarch64-apple-darwin": ["macosx_11_0_arm64"],
    "x86_64-unknown-linux-gnu": [f"{name}_x86_64" for name in LINUX],
    "aarch64-unknown-linux-gnu": [f"{name}_aarch64" for name in LINUX],
}
"""By what uv calls a machine, what pip calls it."""


def download(wheel: Path, python: str, folder: Path) -> None:
    """Every wheel that is needed on any of the machines, in the newest versions that are allowed."""
    uv = os.environ.get("UV", "uv")  # who starts this by `uv run` is told where uv is
    for target, tags in TARGETS.items():
        needs = folder.parent / f"{target}.txt"
        source = folder.parent / "needs.in"
        source.write_text(f"{normal(str(project()['name']))} @ {wheel.as_uri()}\n", encoding="utf-8")
        asked = ["--python-platform", target, "--python-version", python, "--no-emit-package", "autopatch-maturity"]
        run(uv, "pip", "compile", "--quiet", "--no-header", *asked, "-o", needs, source, folder=folder)
        platforms = [word for tag in tags for word in ("--platform", tag)]
        exact = ["--no-deps", "--only-binary", ":all:", "--implementation", "cp", "--python-version", python]
        run(uv, "tool", "run", "pip", "download", "-q", *exact, *platforms, "-r", needs, "-d", folder, folder=folder)


def is_whole(folder: Path, python: str) -> None:
    """Ends where one of the machines does not find in it what it needs."""
    within = ["--no-index", "--find-links", str(folder), "--only-binary", ":all:", "--python-version", python]
    for target in TARGETS:
        for_it = ["--python-platform", target, "--target", str(folder.parent / target), str(project()["name"])]
        run(os.environ.get("UV", "uv"), "pip", "install", "--quiet", "--dry-run", *within, *for_it, folder=folder)


def component(wheel: Path) -> Component:
    """A wheel that lies in the wheelhouse, with its sum."""
    name, version, *_ = wheel.name.split("-")
    purl = f"pkg:pypi/{normal(name)}@{version}?file_name={wheel.name}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": normal(name),
        "version": version,
        "hashes": [{"alg": "SHA-256", "content": sum_of(wheel.read_bytes())}],
        "purl": purl,
    }


def sum_of(data: bytes) -> str:
    """As SHA256SUMS has it."""
    return hashlib.sha256(data).hexdigest()


def pack(files: Iterable[Path], path: Path) -> None:
    """A zip of a folder with these files, and their sums."""
    contents = {file.name: file.read_bytes() for file in sorted(files)}
    sums = "".join(f"{sum_of(data)}  {name}\n" for name, data in contents.items())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**contents, SUMS: sums.encode()}.items():
            archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}", NO_TIME), data)


def make(wheel: Path, out: Path, python: str) -> Path:
    """The wheelhouse of this wheel for this Python."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / FOLDER
        folder.mkdir()
        download(wheel, python, folder)
        others = [component(file) for file in sorted(folder.glob("*.whl"))]
        (folder / wheel.name).write_bytes(wheel.read_bytes())
        is_whole(folder, python)
        (folder / BILL).write_text(document(others, "complete"), encoding="utf-8", newline="\n")
        out.mkdir(exist_ok=True)
        path = out / f"{project()['name']}-{project()['version']}-python{python}.zip"
        pack(folder.iterdir(), path)
    return path


def check(folder: Path) -> int:
    """How many files there are; ends where a sum does not fit or a file has none."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    sums = {name: value for value, name in (line.split("  ") for line in lines)}
    found = {file.name: sum_of(file.read_bytes()) for file in folder.iterdir() if file.name != SUMS}
    if found != sums:
        sys.exit(f"{SUMS} does not fit: {', '.join(sorted(dict(found.items() ^ sums.items())))}")
    return len(sums)


def attempt(path: Path) -> str:
    """The README's two lines, with nothing that would tell pip of an index; then the program is used."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        del os.environ[name]
    os.environ["PIP_CONFIG_FILE"] = os.devnull
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / SCRIPTS / "python"
        run(python, "-m", "zipfile", "-e", path, ".", folder=folder)
        files = check(folder / FOLDER)
        run(
            python, "-m", "pip", "install", "-q", "--no-index", "--find-links", FOLDER, project()["name"], folder=folder
        )
        return f"{use(python.parent / 'maturity', folder)}, from {files} files"


def main() -> None:
    """Makes one, or tries one."""
    parser = argparse.ArgumentParser(prog="python .ci/wheelhouse.py")
    verbs = parser.add_subparsers(dest="verb", required=True)
    making = verbs.add_parser("make", help="a zip of the wheel and everything it needs")
    making.add_argument("wheel", type=Path)
    making.add_argument("out", type=Path)
    making.add_argument("--python", default=f"{sys.version_info.major}.{sys.version_info.minor}", metavar="3.13")
    trying = verbs.add_parser("try", help="install from a zip, without an index")
    trying.add_argument("zip", type=Path)
    asked = parser.parse_args()
    os.environ["PYTHONUTF8"] = "1"
    if asked.verb == "make":
        print(make(asked.wheel.resolve(), asked.out.resolve(), asked.python))
    else:
        print(attempt(asked.zip.resolve()))


if __name__ == "__main__":
    main()
