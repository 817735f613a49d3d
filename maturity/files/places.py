"""Where things belong on this system. Nothing is made on disk here."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def default_folder() -> Path:
    """`MATURITY_WORKSPACE`, or a folder in the user's data directory."""
    named = os.environ.get("MATURITY_WORKSPACE")
    return Path(named) if named else Path(platformdirs.user_data_dir("maturity", appauthor=False)) / "workspace"


def keys_file() -> Path:
    """`MATURITY_KEYS`, or a file in the user's configuration."""
    named = os.environ.get("MATURITY_KEYS")
    return Path(named) if named else Path(platformdirs.user_config_dir("maturity", appauthor=False)) / "keys.toml"


def has_own_keys() -> bool:
    """Whether there is such a file, or somebody named one."""
    return "MATURITY_KEYS" in os.environ or keys_file().exists()
