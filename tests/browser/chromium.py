"""Which Chromium shows our pages. `python -m tests.browser.chromium` says it, and installs one where none is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Playwright, sync_playwright

NAMED: Final = "MATURITY_CHROMIUM"
"""The variable that names a browser to take before all others."""

_PATIENCE: Final = 240
"""Seconds for one way to install a browser."""
_PLAYWRIGHT: Final = (sys.executable, "-m", "playwright")
_COMMANDS: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
_NOBODY: Final = (
    "No Chromium is here that Playwright can drive, and none could be installed: "
    "install one as root (`apt-get install chromium libatomic1`, "
    f"or `python -m playwright install --with-deps chromium`), or name one in {NAMED}."
)


def browser_path(playwright: Playwright) -> Path | None:
    """The first browser that is there and starts; None where there is none."""
    return next((path for path in _known(playwright) if _starts(path)), None)


def main() -> int:
    """0 when a browser is there that the tests can use, or has been installed."""
    if _is_ready():
        return 0
    for command in _installs():
        _install(command)
        if _is_ready():
            return 0
    _say(_NOBODY)
    return 1


def _is_ready() -> bool:
    """Whether Playwright and a browser start; says which browser that is."""
    if not _has_driver():
        return False
    with sync_playwright() as playwright:
        found = browser_path(playwright)
    if found:
        _say(f"Browser: {found}, {_version(found)}")
    return bool(found)


def _install(command: list[str]) -> None:
    """One way to have a browser; where it leads nowhere it says why, and is no failure yet, as another may work."""
    _say(f"Installing a browser: {' '.join(command)}")
    try:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        _say(f"Nothing came of it in {_PATIENCE} seconds.")
        return
    if done.returncode:
        _say("\n".join(done.stdout.splitlines()[-5:]))


def _known(playwright: Playwright) -> Iterator[Path]:
    """What somebody named; what Playwright installed; what is installed on the machine."""
    if named := os.environ.get(NAMED):
        yield Path(named)
    yield Path(playwright.chromium.executable_path)
    yield from (Path(found) for command in _COMMANDS if (found := shutil.which(command)))


def _starts(path: Path) -> bool:
    """On Ubuntu `chromium-browser` may be a script that only says that it is elsewhere."""
    return path.is_file() and bool(_version(path))


def _has_driver() -> bool:
    """Playwright brings a Node.js of its own, which does not start on the smallest systems."""
    return bool(_version(*_PLAYWRIGHT))


def _version(*command: Path | str) -> str:
    try:
        said = subprocess.run([*command, "--version"], check=False, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout.strip() if said.returncode == 0 else ""


def _installs() -> Iterator[list[str]]:
    """How one may be had, the likelier way first: Debian has it as a package, Ubuntu only as a snap."""
    packages = [*([] if _has_driver() else ["libatomic1"]), *(["chromium"] if _is_debian() else [])]
    rights = [] if not hasattr(os, "geteuid") or os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if packages and all(shutil.which(command) for command in (*rights, "apt-get")):
        apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
        yield [*apt, "update"]
        yield [*apt, "install", "--yes", "--no-install-recommends", *packages]
    if _has_driver():
        own = [*_PLAYWRIGHT, "install", "--no-shell", "--no-progress", "chromium"]
        yield [*own, "--with-deps"]
        yield own  # without rights: what it needs may be there


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
