"""The verb on saved exports: what they tell of the criteria, and who signs it."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

from maturity import clock
from maturity.cli.console import put, say, say_all
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of, on_the_same
from maturity.cli.pager import columns, page
from maturity.cli.pasting import as_file, to_paste
from maturity.cli.round_verbs import chosen
from maturity.cli.waiting import told_how_far
from maturity.exports.reading import headers_at
from maturity.files.actuals_writing import ACTUALS_NAME
from maturity.files.documents import json_text
from maturity.files.gathering import Gathered, expand, is_folder
from maturity.files.links import is_taken
from maturity.files.saving import write
from maturity.files.tickets_template import is_whole, tickets_template
from maturity.reports.criteria import WIDTH, counted
from maturity.reports.figures import figures_document, figures_text, in_short
from maturity.rounds.choosing import round_chosen
from maturity.rounds.filled import Filled
from maturity.rounds.filling import fill
from maturity.rounds.filling_files import Asked
from maturity.rounds.filling_saving import FiguresAt, figures_at, save_figures
from questionnaires import Fault, Questionnaire, name_of, one_line

_MOST_DAYS = 365


def figures_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """`figures`: shows what would be filled; with -o and --by it writes that."""
    if options.known:
        ids = {one.id: one_line(one.title) for one in questionnaire.exports}
        width = max(map(len, ids), default=0)
        put("".join(f"{id_.ljust(width)}  {title}\n" for id_, title in ids.items()))
        return Exit.FINE
    if options.template is not None:
        return _template(options, questionnaire)
    if not options.exports:
        say("Name the saved exports and the list of the pilot: maturity figures FILE…")
        return Exit.USAGE
    if options.by is not None and options.output is None:
        place = name_of(folder_of(options) / ACTUALS_NAME)
        say(f"Nothing would be signed: name the file as well, as in -o {place}, or leave --by out.")
        return Exit.USAGE
    asked = _asked(options)
    if asked is None:
        return Exit.USAGE
    choice, gathered, code = chosen(options, questionnaire)
    if choice is None:
        return code
    found, today = round_chosen(gathered, questionnaire, choice), clock.today()
    target = options.output or _in_use(gathered, choice.number)
    at = figures_at(target, found, today) if target is not None else None
    with ExitStack() as stack:
        filled = fill(
            asked,
            found,
            at.there if at is not None else None,
            today,
            lambda name: stack.enter_context(told_how_far(name)),
        )
    if options.so_far:
        filled = filled.taken_so_far
    if at is not None and options.by is not None:
        return _write(options, filled, at) or code
    if options.json:
        put(json_text(figures_document(filled)))
    else:
        page(figures_text(filled, columns(WIDTH)), wanted=True)
    return _not_written(options, filled, target) or code


def _in_use(gathered: Gathered, number: int) -> Path | None:
    """The file of the pilot's figures beside the answers; None where there is none, or several."""
    fitting = [file.path for file in gathered.figures if file.actuals.pilot.round == number]
    return fitting[0] if len(fitting) == 1 else None


def _template(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """Writes how the tickets of a file are written, as far as its headers tell; never over a file that exists."""
    target, known = options.template, next((one for one in questionnaire.exports if one.is_tickets), None)
    if options.tickets is None or options.exports or known is None:
        say("A template is of tickets: maturity figures --tickets tickets.csv --template tickets.toml")
        return Exit.USAGE
    if is_taken(target):
        say(f"{name_of(target)}: exists already and was left alone; name another file for the template.")
        return Exit.USAGE
    headers = headers_at(options.tickets)
    write(target, tickets_template(headers, known).encode())
    first = "look at its words" if is_whole(headers, known) else "fill in each … of it"
    beside = "name it among the files, or keep it beside the answers"
    say(f"Wrote {name_of(target)}: {first}; then {beside}, with {name_of(options.tickets)} and the list of the pilot.")
    return Exit.FINE


def _write(options: argparse.Namespace, filled: Filled, at: FiguresAt) -> Exit:
    """Adds the figures and says what was added, what was there, and what is left to a person."""
    if not filled.ready:
        say(f"{at.shown}: nothing was added; {_why_nothing(filled)}.")
        return Exit.FINE if any(one.is_known for one in filled.figures) else Exit.FAILED
    added = save_figures(at, filled, options.by, {one.id for one in filled.ready}, waits=True)
    shown = figures_text(filled, columns(WIDTH), is_written=True)
    put(json_text(figures_document(filled)) if options.json else shown)
    known = sum(one.is_known for one in filled.figures) + len(added.known)
    there = f"; {counted(known, 'was', 'were')} there already" if known else ""
    say(f"Added {counted(len(added.added), 'figure', 'figures')} to {at.shown}{there}.")
    return Exit.FINE


def _not_written(options: argparse.Namespace, filled: Filled, target: Path | None) -> Exit:
    """What to type so that it is written; a person signs."""
    if not filled.ready:
        say(f"There is nothing to write: {_why_nothing(filled)}.")
        return Exit.FINE if any(one.is_known for one in filled.figures) else Exit.FAILED
    # Beside the answers, as that is where the app, gate and compare find it.
    call = _this_call(options, target or folder_of(options) / ACTUALS_NAME)
    say(f"Nothing is written yet: {in_short(filled)}. To sign and write: {call}")
    return Exit.FINE if options.output is None else Exit.USAGE


def _why_nothing(filled: Filled) -> str:
    known = sum(one.is_known for one in filled.figures)
    there = f"{counted(known, 'figure of these files stands', 'figures of these files stand')} there already"
    if filled.new:
        so_far = f"{counted(len(filled.new), 'figure is', 'figures are')} only so far, and --so-far would write that"
        return f"{there}; {so_far}" if known else so_far
    return there if known else "these files tell no figure that could be written"


def _this_call(options: argparse.Namespace, target: Path) -> str:
    """This call with -o and --by, to be pasted; in words where no line would be safe."""
    words = [*on_the_same(options), "figures", *map(as_file, options.exports)]
    for name, value in (
        ("devices", options.devices),
        ("tickets", options.tickets),
        ("builds", options.builds),
        ("month", options.month),
        ("cycle", options.cycle),
        ("on", options.on),
        ("round", options.round),
    ):
        if value is not None:
            words += [f"--{name}", as_file(str(value))]
    words += ["--so-far"] if options.so_far else []
    for name, values in (("as", options.told), ("deadline", options.deadline)):
        for value in values:
            words += [f"--{name}", value]
    words += ["-o", as_file(str(target)), "--by", "YOUR NAME"]
    return to_paste(words) or f"the same command with --by and your name, and -o {name_of(target)}."


def _asked(options: argparse.Namespace) -> Asked | None:
    """What was asked for; None where it cannot be meant, which is said."""
    paths = expand(options.exports)
    missing = [Fault(one_line(name), "", "matches no file") for name in options.exports if not expand([name])]
    told, deadlines = [], {}
    for text in options.told:
        name, _, export = text.rpartition("=")
        if not name:
            missing.append(Fault("--as", "", f'is written FILE=ID, and "{one_line(text, 60)}" is not'))
        told.append((name, export))
    for text in options.deadline:
        ring, _, days = text.rpartition("=")
        if not ring or not (days.isdecimal() and days.isascii() and len(days) < 4 and int(days) <= _MOST_DAYS):
            missing.append(Fault("--deadline", "", f'is written RING=DAYS, and "{one_line(text, 60)}" is not'))
        else:
            deadlines[ring] = int(days)
    say_all(missing)
    if missing:
        return None
    folder = folder_of(options)
    return Asked(
        tuple(paths),
        folder if is_folder(folder) else None,
        options.devices,
        options.tickets,
        options.builds,
        options.month,
        options.cycle,
        options.on,
        tuple(told),
        deadlines,
    )
