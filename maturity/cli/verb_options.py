"""The options of each verb: what stands behind its name on the command line."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Final

from maturity.cli.completions import SHELLS
from maturity.cli.kinds import KINDS

DEPTHS: Final = ("short", "core", "full")
"""The words of `Depth`, which is not loaded for `--version` and `--help`."""


def inviting(invite: argparse.ArgumentParser) -> None:
    """Of `invite`."""
    invite.description = (
        "Prints for each team an invitation and a reminder. With a roster beside the answers these go to the teams "
        "that you asked, and say how many have answered."
    )
    invite.add_argument("--team", help="this team only")
    invite.add_argument(
        "--round",
        type=round_number,
        metavar="N",
        help="the round to answer in (default: the one under way, or the last that the roster asks for)",
    )
    invite.add_argument(
        "--until", type=day, metavar="DATE", help="the last day, such as 2026-12-11 (default: what the roster says)"
    )
    invite.add_argument(
        "--roster", action="store_true", help="write roster.toml beside the answers, to fill in whom you ask"
    )
    invite.set_defaults(files=[], actuals=None)


def answering(assess: argparse.ArgumentParser) -> None:
    """Of `assess`."""
    assess.add_argument("--team", help="the team you answer for")
    assess.add_argument("--respondent", help="the id of a response to continue")
    assess.add_argument("--name", default="", help="your name; it stays in your file")
    assess.add_argument("--new", action="store_true", help="begin as another person, whoever answered before")
    assess.add_argument(
        "--depth",
        choices=DEPTHS,
        help="short: for a first talk; core: what matters most (the default); full: every question. Each holds those "
        "before it: with a larger one you go on where you are",
    )
    assess.add_argument(
        "--round", type=round_number, metavar="N", help="the round you answer in (default: the one under way)"
    )
    assess.add_argument(
        "--contested",
        nargs="?",
        const="",
        metavar="RESULTS",
        help="in a new round, only what the teams have to settle: by the answers here, or by a results file",
    )
    assess.add_argument(
        "--items",
        metavar="a|ab|all|ID,ID",
        help="of what is contested only class A, only A and B, all that is open (the default), or the questions of "
        "these ids, decided ones too",
    )
    assess.add_argument("--plain", action="store_true", help="ask line by line, for screen readers and poor terminals")


def writing_a_form(form: argparse.ArgumentParser) -> None:
    """Of `form`."""
    form.description = (
        "Writes the questions as one page that opens in any browser and makes no connection. What it saves is a file "
        "of answers like those of assess."
    )
    form.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="form.html")
    form.add_argument("--team", help="for this team only (default: the page asks for the team)")
    form.add_argument("--depth", choices=DEPTHS, help="how much is asked, as with assess (default: core)")
    form.add_argument(
        "--round", type=round_number, metavar="N", help="the round to answer in (default: as with invite)"
    )
    form.add_argument("--until", type=day, metavar="DATE", help="the last day, shown on the page, such as 2026-12-11")
    form.set_defaults(files=[], actuals=None)


def comparing(compare: argparse.ArgumentParser) -> None:
    """Of `compare`."""
    _files(compare)
    compare.add_argument("--brief", action="store_true", help="one page: what to settle, and what to show")
    compare.add_argument(
        "--criteria", action="store_true", help="all that is known of each criterion and of each question to discuss"
    )
    compare.add_argument("--notes", action="store_true", help="with everybody's notes at the end")
    compare.add_argument(
        "--no-pager", dest="pager", action="store_false", help="write it at once, however long, also at a terminal"
    )
    compare.add_argument("--json", action="store_true", help="the results tree as JSON, for programs")


def planning(plan: argparse.ArgumentParser) -> None:
    """Of `plan`."""
    _files(plan)
    plan.add_argument("--all", action="store_true", help="the musts of every gate, not only of the next one")
    does = plan.add_mutually_exclusive_group()
    does.add_argument("--json", action="store_true", help="the plan as JSON, for programs")
    does.add_argument("--ics", type=Path, metavar="FILE", help="its days for a calendar, as .ics")
    does.add_argument("--done", metavar="ID", help="what is done: the id of a criterion or decision")
    does.add_argument("--open", metavar="ID", help="what is not done after all")
    does.add_argument("--set", metavar="ID", help="who does it and until when, with --person and --due")
    does.add_argument("--reviewed", metavar="ID", help="a decision that holds, and with --due until when")
    plan.add_argument("--person", metavar="NAME", help='who does it; "" for nobody yet')
    plan.add_argument("--due", metavar="DAY", help='until when, as 2027-01-31; "" for no day')


def exporting(export: argparse.ArgumentParser) -> None:
    """Of `export`."""
    _files(export)
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="results.toml or results.json")
    export.add_argument("--tally", action="store_true", help="only counts: no names, no notes")


def reporting(report: argparse.ArgumentParser) -> None:
    """Of `report`."""
    _files(report)
    report.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="report.html, report.md or report.txt"
    )
    report.add_argument("--brief", action="store_true", help="two pages: what to decide, and what to show")
    report.add_argument(
        "--actions", action="store_true", help="beside it FILE.actions.csv: what to settle and show, by owner"
    )


def talking(workshop: argparse.ArgumentParser) -> None:
    """Of `workshop`."""
    workshop.add_argument(
        "folder", nargs="?", type=folder_name, metavar="DIR", help="the folder of responses (default: the workspace)"
    )


def agreeing(agreement: argparse.ArgumentParser) -> None:
    """Of `agreement`."""
    _files(agreement)
    agreement.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FILE",
        help="agreement.html, .md or .txt, with who owns what beside it as .csv; or agreement.csv alone",
    )


def preparing(profile: argparse.ArgumentParser) -> None:
    """Of `profile`."""
    profile.add_argument("files", nargs="*", metavar="FILE|DIR", help="responses (default: the workspace)")
    profile.add_argument("--team", help="the team, where several have answered")
    profile.add_argument("--round", type=round_number, metavar="N", help="the round (default: the one to compare)")
    profile.add_argument("-o", "--output", type=Path, metavar="FILE", help="write it to a new file instead")
    profile.set_defaults(actuals=None)


def judging(gate: argparse.ArgumentParser) -> None:
    """Of `gate`."""
    gate.add_argument("actuals", type=Path, metavar="ACTUALS.toml", help="the figures, or what --template writes")
    _files(gate, with_figures=False)
    gate.add_argument("--template", action="store_true", help="write the file to fill in")
    gate.add_argument("--json", action="store_true", help="the verdicts as JSON, for programs")


def checking(check: argparse.ArgumentParser) -> None:
    """Of `check`."""
    check.add_argument("files", nargs="+", metavar="FILE", help="files, folders of responses, or questionnaire folders")


def describing(schema: argparse.ArgumentParser) -> None:
    """Of `schema`."""
    schema.add_argument("name", choices=tuple(KINDS))


def showing(demo: argparse.ArgumentParser) -> None:
    """Of `demo`."""
    demo.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="where to write them (default: ./maturity-demo)"
    )


def completing(completion: argparse.ArgumentParser) -> None:
    """Of `completion`."""
    completion.add_argument("shell", choices=tuple(SHELLS))


def folder_name(text: str) -> Path:
    """A folder by its name; an empty one would be the current folder without anybody having said so."""
    if not text.strip():
        raise argparse.ArgumentTypeError("name a folder, or leave -w out")
    return Path(text)


def round_number(text: str) -> int:
    """A round from 1 to 999, as response files hold it."""
    if not text.isdecimal() or len(text) > 9 or not 1 <= int(text) <= 999:
        raise argparse.ArgumentTypeError("a round is a number from 1 to 999")
    return int(text)


def day(text: str) -> dt.date:
    """A day as the files hold it, in a year that they may hold."""
    from questionnaires.bounds import day_in  # models, which no other option needs

    found = day_in(text)
    if found is None:
        raise argparse.ArgumentTypeError("a day is written as in 2026-12-11, in a year from 2020 to 2100")
    return found


def _files(verb: argparse.ArgumentParser, *, with_figures: bool = True) -> None:
    verb.add_argument(
        "files", nargs="*", metavar="FILE|DIR", help="responses, or one file of results (default: the workspace)"
    )
    verb.add_argument(
        "--round",
        type=round_number,
        metavar="N",
        help="the round to compare (default: the latest that two teams have answered)",
    )
    verb.add_argument(
        "--against",
        type=round_number,
        metavar="M",
        default=None,
        help="show what moved since round M (default: the round before, if there is one)",
    )
    verb.add_argument(
        "--carry",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="an answer of round M stands until whoever gave it answers anew, in a tally until the team does (default)",
    )
    if with_figures:
        verb.add_argument(
            "--actuals",
            type=Path,
            metavar="FILE",
            default=None,
            help="the pilot's figures, for the gate",
        )
    verb.add_argument("--strict", action="store_true", help="write nothing when any file is invalid")
