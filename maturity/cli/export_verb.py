"""The verb `export`: a round for other programs."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.cli.outputs import is_left_alone, is_other
from maturity.cli.round_verbs import chosen, looked_at
from maturity.files.replacing import refuse_to_replace
from maturity.files.tallies import people_counted, tally_document
from maturity.results.writing import FORMATS, export_results, export_tally
from maturity.rounds.choosing import round_chosen
from questionnaires import Questionnaire, name_of


def export_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """`export`: everything computed of a round, or its counts as a tally, in a file."""
    output: Path = options.output
    shown = name_of(output)
    if options.site is not None or options.least is not None:
        say("--site and --least are for the table of counts; name it with --counts.")
        return Exit.USAGE
    if options.tally and output.suffix.lower() != ".toml":
        say(f"{shown}: a tally is written as .toml.")
        return Exit.USAGE
    if is_other(output, FORMATS):
        return Exit.USAGE
    if options.tally and (options.against or options.carry or options.actuals):
        say("A tally holds the counts of one round and nothing else; leave out --against, --carry and --actuals.")
        return Exit.USAGE
    if is_left_alone(partial(refuse_to_replace, output)):
        return Exit.USAGE
    if options.tally:
        return _export_counts(options, questionnaire)
    results, code = looked_at(options, questionnaire)
    if results is None:
        return code
    export_results(results, output)
    say(f"Wrote {shown}: {len(results.question)} questions, {len(results.criterion)} criteria.")
    return code


def _export_counts(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    choice, gathered, code = chosen(options, questionnaire)
    if choice is not None:
        found = round_chosen(gathered, questionnaire, choice)
        export_tally(tally_document(questionnaire, found.counted, found.people, choice.number), options.output)
        say(f"Wrote {name_of(options.output)}: {people_counted(found.people)}, without names or notes.")
    return code
