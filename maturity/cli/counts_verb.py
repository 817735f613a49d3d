"""`export --counts`: the counts of a round as a table for any engine, with the query that reads it beside it."""

from __future__ import annotations

import argparse
import re
from functools import partial
from pathlib import Path
from typing import Final

from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.cli.outputs import is_left_alone, is_other
from maturity.cli.round_verbs import chosen
from maturity.files.counts_table import BEGINS, HEADS, CountsTable, Wanted, counts_table, query
from maturity.files.links import is_taken
from maturity.files.parquet import parquet
from maturity.files.replacing import refuse_to_replace, replace_ours
from maturity.files.saving import NotSavedError
from maturity.files.tallies import people_counted
from maturity.rounds.choosing import round_chosen
from questionnaires import Questionnaire, name_of

_CSV: Final = ".csv"
_PARQUET: Final = ".parquet"
_TABLE: Final = re.compile(re.escape(BEGINS).encode())
_QUERY: Final = re.compile(rb"-- maturity counts: ")
_NUMBERS: Final = ("round", "place", "count")


def counts_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """Writes the table, and the query beside it; says how many counts are hidden."""
    output: Path = options.counts
    if is_other(output, (_CSV, _PARQUET)):
        return Exit.USAGE
    if said := _stands_against(options):
        say(said)
        return Exit.USAGE
    beside = output.with_suffix(".sql")
    if is_left_alone(partial(_refuse, output, beside)):
        return Exit.USAGE
    choice, gathered, code = chosen(options, questionnaire)
    if choice is None:
        return code
    found = round_chosen(gathered, questionnaire, choice)
    wanted = Wanted(options.site or "", options.least or 1)
    table = counts_table(questionnaire, found.counted, choice.number, wanted)
    replace_ours(output, _bytes(table, output), is_ours=lambda head: _TABLE.match(head) is not None)
    replace_ours(beside, query().encode(), is_ours=lambda head: _QUERY.match(head) is not None)
    says = f"Wrote {name_of(output)}: {people_counted(found.people)}, without names or notes{_hidden(table, wanted)}."
    say(f"{says} {name_of(beside)} beside it gives medians and gaps, and says what must not be added up.")
    return code


def _stands_against(options: argparse.Namespace) -> str:
    """Why this is not what `export --counts` does; nothing where it is."""
    if options.tally:
        return "A tally and a table of counts are two exports; leave out --tally or --counts."
    if options.against or options.carry or options.actuals:
        return "The table holds the counts of one round and nothing else; leave out --against, --carry and --actuals."
    return ""


def _refuse(output: Path, beside: Path) -> None:
    """Raises NotSavedError where anything but an earlier table or query would be replaced. What a Parquet file is
    stands at its end, so none is replaced."""
    if output.suffix.lower() == _PARQUET and is_taken(output):
        raise NotSavedError(f"{name_of(output)} is there already and was left alone; name another file.")
    refuse_to_replace(output, lambda head: _TABLE.match(head) is not None)
    refuse_to_replace(beside, lambda head: _QUERY.match(head) is not None)


def _bytes(table: CountsTable, output: Path) -> bytes:
    if output.suffix.lower() == _CSV:
        return table.csv()
    types = {head: "INTEGER" if head in _NUMBERS else "VARCHAR" for head in HEADS}
    return parquet(table.csv(), types, output)


def _hidden(table: CountsTable, wanted: Wanted) -> str:
    """How many counts cannot be seen, of how many."""
    if wanted.least == 1:
        return ""
    if not table.small:
        return f"; no count is below {wanted.least}"
    others = f", and {table.beside} that would give them away" if table.beside else ""
    return f"; of {len(table.rows)} counts {table.small} below {wanted.least} are hidden{others}"
