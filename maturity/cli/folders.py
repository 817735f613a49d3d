"""Which folders the options of a command mean, and how another command names the same."""

from __future__ import annotations

import argparse
from pathlib import Path

from maturity.cli.pasting import as_file


def folder_of(options: argparse.Namespace) -> Path:
    """The workspace that the command line names, or the default one."""
    named: Path | None = getattr(options, "workspace", None)
    if named:
        return named
    from maturity.files.places import default_folder  # and with it a package, for whoever names none

    return default_folder()


def on_the_same(options: argparse.Namespace) -> list[str]:
    """The beginning of a command on the questionnaire and the workspace that this one names."""
    words = ["maturity"]
    for option, name in (("-q", "questionnaire"), ("-w", "workspace")):
        if (folder := getattr(options, name, None)) is not None:
            words += [option, as_file(str(folder))]
    return words
