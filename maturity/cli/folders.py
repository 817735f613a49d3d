"""Which folder the options of a command mean."""

from __future__ import annotations

import argparse
from pathlib import Path

from maturity.files.workspace import default_folder


def folder_of(options: argparse.Namespace) -> Path:
    """The workspace that the command line names, or the default one."""
    folder: Path = getattr(options, "workspace", None) or default_folder()
    return folder
