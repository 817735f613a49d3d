"""The options of the verb on saved exports."""

from __future__ import annotations

import argparse
from pathlib import Path

from maturity.cli.verb_options import day, round_number


def filling(figures: argparse.ArgumentParser) -> None:
    """Of `figures`."""
    figures.description = (
        "Counts in saved exports what the criteria ask for, and says how; with -o and --by it adds the figures to a "
        "file for maturity gate. The list of the pilot may stand among the files: it is known by its columns."
    )
    figures.add_argument("exports", nargs="*", metavar="FILE", help="saved exports (.csv, .zip) and files of builds")
    figures.add_argument("--devices", type=Path, metavar="LIST", help="the list of the pilot, with the ring of each")
    figures.add_argument("--tickets", type=Path, metavar="CSV", help="the service desk's tickets")
    figures.add_argument(
        "--template", type=Path, metavar="TOML", help="write how these tickets are written, to look through once"
    )
    figures.add_argument("--builds", type=Path, metavar="TOML", help="the month's builds (default: beside the answers)")
    figures.add_argument("--month", type=month, metavar="YYYY-MM", help="the release (default: that of their day)")
    figures.add_argument("--cycle", type=round_number, metavar="N", help="the cycle (default: by what is there)")
    figures.add_argument("--on", type=day, metavar="DATE", help="the day that they show (default: their file's)")
    figures.add_argument(
        "--as",
        dest="told",
        action="append",
        default=[],
        metavar="FILE=ID",
        help="which export a file is, by the ids of --exports",
    )
    figures.add_argument(
        "--deadline", action="append", default=[], metavar="RING=DAYS", help="from the release to the ring's deadline"
    )
    figures.add_argument("--so-far", action="store_true", help="write also figures whose days are not over")
    figures.add_argument("--by", metavar="NAME", help="who takes these figures, and signs them by it")
    figures.add_argument("--round", type=round_number, metavar="N", help="the round of the answers")
    figures.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to add them to: actuals.toml")
    figures.add_argument(
        "--exports", dest="known", action="store_true", help="list the exports that are read, with their ids"
    )
    figures.add_argument("--json", action="store_true", help="what is filled as JSON, for programs")
    figures.set_defaults(files=[], actuals=None, against=None, carry=None, strict=False)


def month(text: str) -> str:
    """The month of a release."""
    from questionnaires.bounds import month_in  # models, which no other option needs

    found = month_in(text)
    if found is None:
        raise argparse.ArgumentTypeError("a month is written as in 2026-11")
    return found
