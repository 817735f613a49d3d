"""The verb on a whole round that writes a document."""

from __future__ import annotations

import argparse
from pathlib import Path

from maturity import clock
from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.cli.round_verbs import looked_at
from maturity.files.saving import NotSavedError
from maturity.reports.writing import BEGINNINGS, actions_path, refuse_report, write_report
from questionnaires import Questionnaire, name_of


def report_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """`report`: the document for those who decide, in a file; the suffix decides the format."""
    output: Path = options.output
    shown = name_of(output)
    if output.suffix.lower() not in BEGINNINGS:
        say(f"{shown}: the suffix decides the format; use one of {', '.join(BEGINNINGS)}.")
        return Exit.USAGE
    try:
        refuse_report(output, with_actions=options.actions)
    except NotSavedError as error:
        say(str(error))
        return Exit.USAGE
    results, code = looked_at(options, questionnaire)
    if results is None:
        return code
    moment = clock.now().astimezone(clock.zone())
    size = write_report(results, output, moment, brief=options.brief, with_actions=options.actions)
    beside = f", and {name_of(actions_path(output))} beside it" if options.actions else ""
    say(f"Wrote {shown} ({(size + 999) // 1000} kB){beside}.")
    return code
