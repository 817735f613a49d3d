"""The verbs on a whole round: compare, export and gate."""

from __future__ import annotations

import argparse
from pathlib import Path

from maturity import clock
from maturity.cli.console import put, say, say_all
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of
from maturity.cli.pasting import as_file, to_paste
from maturity.files.actuals_template import template
from maturity.files.gathering import Gathered, expand, gather
from maturity.files.links import is_link, is_taken
from maturity.files.replacing import refuse_to_replace
from maturity.files.saving import NotSavedError, write
from maturity.files.tallies import people_counted, tally_document
from maturity.reports.gate import gate_text
from maturity.reports.notes import notes_text
from maturity.reports.outline import text
from maturity.results.build import to_json
from maturity.results.build_gate import gate_tree
from maturity.results.writing import FORMATS, export_results, export_tally
from maturity.rounds.figures import with_figures
from maturity.rounds.round import Round, begun_later, round_of
from questionnaires import Fault, InvalidFile, Questionnaire, name_of, one_line, parse, read_bytes
from questionnaires.actuals import actuals_in


def gathered_for(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Gathered, Exit]:
    """The files named, or those of the workspace; what was left out is said at once."""
    if options.files:
        paths = expand(options.files)
        missing = [Fault(one_line(name), "", "matches no file") for name in options.files if not expand([name])]
    else:
        paths, missing = [folder_of(options)], []
    gathered = gather(paths, questionnaire, without=options.actuals)
    say_all(gathered.skipped)
    say_all([*missing, *gathered.faults])
    say_all(gathered.conflicts)
    if gathered.conflicts:
        return gathered, Exit.CONFLICT
    return gathered, Exit.INVALID if gathered.faults or missing else Exit.FINE


def _round(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Round | None, Gathered, Exit]:
    """The round asked for; None when there is nothing to compare or --strict forbids it."""
    gathered, code = gathered_for(options, questionnaire)
    if options.strict and code:
        say("Nothing was written, because of --strict.")
        return None, gathered, code
    if not gathered.rounds:
        place = ", ".join(options.files) if options.files else str(folder_of(options))
        say(f"{one_line(place)}: no usable response was found; answer with `maturity`, or name files that hold some.")
        return None, gathered, code or Exit.INVALID
    number = options.round if options.round is not None else gathered.round_to_compare
    against = options.against
    for wanted in (number, against):
        if wanted is not None and wanted not in gathered.rounds:
            rounds = ", ".join(str(found) for found in gathered.rounds)
            say(f"There is no response of round {wanted}; the rounds present are {rounds}.")
            return None, gathered, Exit.USAGE
    if against is not None and against >= number:
        say(f"Round {number} can only be set against an earlier one; name it with --against.")
        return None, gathered, Exit.USAGE
    if options.carry and against is None:
        say("Say from which round answers are to be carried over: --against M --carry.")
        return None, gathered, Exit.USAGE
    if others := _left_out(gathered, number, against, is_named=options.round is not None):
        say(f"Round {number} is compared; {others}.")
    return round_of(gathered, questionnaire, number, against, carrying=options.carry), gathered, code


def _left_out(gathered: Gathered, number: int, against: int | None, *, is_named: bool) -> str:
    """What is not compared, in words; of a round that nobody named also what was begun after it."""
    later = () if is_named else gathered.rounds_after(number)
    left = gathered.files_outside({number, against, *later})
    parts = [f"{left} {'file' if left == 1 else 'files'} of other rounds left out"] if left else []
    if later:
        advice = f"name it with --round {later[0]}" if len(later) == 1 else "name one of them with --round"
        parts.append(f"{begun_later(later)}: {advice}")
    return "; ".join(parts)


def _judged(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Round | None, Exit]:
    """The round asked for, with the verdict on the pilot's figures where there are any."""
    found, gathered, code = _round(options, questionnaire)
    if found is None:
        return None, code
    if options.actuals is not None:
        shown = name_of(options.actuals)
        try:
            actuals = actuals_in(parse(read_bytes(options.actuals), shown), shown)
            return found.judged(actuals, shown, clock.now().date()), code
        except InvalidFile as error:
            faults = error.faults
    else:
        found, faults, known = with_figures(found, gathered, clock.now().date())
        say_all(known)
    say_all(faults)
    if faults and options.strict:
        say("Nothing was written, because of --strict.")
        return None, Exit.INVALID
    return found, code or (Exit.INVALID if faults else Exit.FINE)


def compare_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    found, code = _judged(options, questionnaire)
    if found is not None:
        tree = found.results()
        put(to_json(tree) if options.json else text(tree, clock.now().date(), brief=options.brief))
        if options.notes and not options.json:
            put(notes_text(questionnaire, found.responses))
    return code


def export_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    output: Path = options.output
    shown = name_of(output)
    if options.tally and output.suffix.lower() != ".toml":
        say(f"{shown}: a tally is written as .toml.")
        return Exit.USAGE
    if output.suffix.lower() not in FORMATS:
        say(f"{shown}: the suffix decides the format; use one of {', '.join(FORMATS)}.")
        return Exit.USAGE
    if options.tally and (options.against or options.carry or options.actuals):
        say("A tally holds the counts of one round and nothing else; leave out --against, --carry and --actuals.")
        return Exit.USAGE
    try:
        refuse_to_replace(output)
    except NotSavedError as error:
        say(str(error))
        return Exit.USAGE
    if options.tally:
        found, _, code = _round(options, questionnaire)
        if found is not None:
            document = tally_document(questionnaire, found.counted, found.people, found.comparison.round)
            export_tally(document, output)
            say(f"Wrote {shown}: {people_counted(found.people)}, without names or notes.")
        return code
    found, code = _judged(options, questionnaire)
    if found is not None:
        tree = found.results()
        export_results(tree, output)
        say(f"Wrote {shown}: {len(tree['question'])} questions, {len(tree['criterion'])} criteria.")
    return code


def gate_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """0 when the gate is open, 1 when not yet; the template is never written over a file that exists."""
    if options.template:
        return _template(options, questionnaire)
    found, code = _judged(options, questionnaire)
    if found is None or found.judgement is None:
        return code
    tree = gate_tree(found.judgement)
    put(to_json(tree) if options.json else gate_text(tree))
    return code or (Exit.FINE if found.judgement.is_open else Exit.FAILED)


def _template(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    shown = name_of(options.actuals)
    if is_taken(options.actuals):
        what = "is a link" if is_link(options.actuals) else "exists already"
        say(f"{shown}: {what} and was left alone; name another file for the template.")
        return Exit.USAGE
    found, _, code = _round(options, questionnaire)
    if found is None:
        return code
    write(options.actuals, template(found.comparison, found.criteria, clock.now().date()).encode("utf-8"))
    call = to_paste(_this_call(options))
    say(f"Wrote {shown}: fill it in, then run{f': {call}' if call else ' the same command without --template.'}")
    return code


def _this_call(options: argparse.Namespace) -> list[str]:
    """The call that judges the template just written, with everything that was named besides."""
    words = ["maturity"]
    for option, name in (("-q", "questionnaire"), ("-w", "workspace")):
        if (folder := getattr(options, name, None)) is not None:
            words += [option, as_file(str(folder))]
    words += ["gate", as_file(str(options.actuals)), *map(as_file, options.files)]
    for name in ("round", "against"):
        if (value := getattr(options, name)) is not None:
            words += [f"--{name}", str(value)]
    return [*words, "--carry"] if options.carry else words
