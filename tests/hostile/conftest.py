"""A place of its own for every item."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.given.computed_once import once

__all__ = ["once", "place"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with a home and a workspace below it that do not exist yet."""
    for name in ("HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("MATURITY_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.delenv("TERM", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path
