"""The verbs on a whole round that write a document."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from maturity import clock
from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.cli.outputs import is_left_alone, is_other
from maturity.cli.round_verbs import looked_at
from maturity.reports.writing import (
    BEGINNINGS,
    OF_AGREEMENTS,
    actions_path,
    agreement_files,
    refuse_agreement,
    refuse_report,
    write_agreement,
    write_report,
)
from questionnaires import Questionnaire, name_of


def report_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """`report`: the document for those who decide, in a file; the suffix decides the format."""
    output: Path = options.output
    shown = name_of(output)
    if is_other(output, BEGINNINGS):
        return Exit.USAGE
    if is_left_alone(partial(refuse_report, output, with_actions=options.actions)):
        return Exit.USAGE
    results, code = looked_at(options, questionnaire)
    if results is None:
        return code
    moment = clock.now().astimezone(clock.zone())
    size = write_report(results, output, moment, brief=options.brief, with_actions=options.actions)
    beside = f", and {name_of(actions_path(output))} beside it" if options.actions else ""
    say(f"Wrote {shown} ({(size + 999) // 1000} kB){beside}.")
    return code


def agreement_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """`agreement`: the page that teams sign, and beside it who owns what; the suffix decides the format."""
    output: Path = options.output
    if is_other(output, OF_AGREEMENTS):
        return Exit.USAGE
    if is_left_alone(partial(refuse_agreement, output)):
        return Exit.USAGE
    results, code = looked_at(options, questionnaire)
    if results is None:
        return code
    size = write_agreement(results, output, clock.now().astimezone(clock.zone()))
    beside = "".join(f", and {name_of(path)} beside it" for path in agreement_files(output)[1:])
    say(f"Wrote {name_of(output)} ({(size + 999) // 1000} kB){beside}.")
    if not results.decision:
        say("No decision is on record yet, so it says what the answers say; decisions are kept in decisions.toml.")
    return code
