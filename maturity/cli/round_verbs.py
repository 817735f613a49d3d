"""The verbs on a whole round: compare and gate."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from maturity import clock
from maturity.cli.console import put, say, say_all
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of, on_the_same
from maturity.cli.pager import columns, page
from maturity.cli.pasting import as_file, to_paste
from maturity.cli.waiting import gathered_at, waiting
from maturity.files.gathering import Gathered, expand
from maturity.files.links import is_link, is_taken
from maturity.files.saving import write
from maturity.reports.criteria import WIDTH
from maturity.reports.gate import gate_text
from maturity.reports.outline import text
from maturity.results.model import Results
from maturity.results.reading import NOT_IN_RESULTS, sent_results
from maturity.results.writing import to_json
from maturity.rounds.choosing import RoundChoice, choice_of, judged_round, round_chosen
from maturity.rounds.round import Round, begun_later
from questionnaires import Fault, InvalidFile, Questionnaire, name_of, one_line, parse, read_bytes
from questionnaires.actuals import actuals_in

if TYPE_CHECKING:
    from maturity.rounds.notes import Notes

_COMPARING: Final = "Comparing the teams"


def gathered_for(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Gathered, Exit]:
    """The files named, or those of the workspace; what was left out is said at once."""
    if options.files:
        paths = expand(options.files)
        missing = [Fault(one_line(name), "", "matches no file") for name in options.files if not expand([name])]
    else:
        paths, missing = [folder_of(options)], []
    gathered = gathered_at(paths, questionnaire, options.actuals)
    say_all(gathered.skipped)
    say_all([*missing, *gathered.faults])
    say_all(gathered.conflicts)
    if gathered.conflicts:
        return gathered, Exit.CONFLICT
    return gathered, Exit.INVALID if gathered.faults or missing else Exit.FINE


def chosen(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[RoundChoice | None, Gathered, Exit]:
    """The round asked for; None when there is nothing to compare or --strict forbids it."""
    gathered, code = gathered_for(options, questionnaire)
    if options.strict and code:
        say("Nothing was written, because of --strict.")
        return None, gathered, code
    if not gathered.rounds:
        place = ", ".join(options.files) if options.files else str(folder_of(options))
        say(f"{one_line(place)}: no usable response was found; answer with `maturity`, or name files that hold some.")
        return None, gathered, code or Exit.INVALID
    choice = choice_of(gathered, options.round, options.against, carrying=options.carry is not False)
    for wanted in (choice.number, choice.against):
        if wanted is not None and wanted not in gathered.rounds:
            rounds = ", ".join(str(found) for found in gathered.rounds)
            say(f"There is no response of round {wanted}; the rounds present are {rounds}.")
            return None, gathered, Exit.USAGE
    if choice.against is not None and choice.against >= choice.number:
        say(f"Round {choice.number} can only be set against an earlier one; name it with --against.")
        return None, gathered, Exit.USAGE
    if options.carry and choice.against is None:
        say(f"There is no round before round {choice.number} to carry answers over from; leave out --carry.")
        return None, gathered, Exit.USAGE
    if others := _left_out(gathered, choice, is_named=options.round is not None):
        say(f"Round {choice.number} is compared; {others}.")
    return choice, gathered, code


def _left_out(gathered: Gathered, choice: RoundChoice, *, is_named: bool) -> str:
    """What is not compared, in words; of a round that nobody named also what was begun after it."""
    later = () if is_named else gathered.rounds_after(choice.number)
    left = gathered.files_outside({choice.number, choice.against, *later})
    parts = [f"{left} {'file' if left == 1 else 'files'} of other rounds left out"] if left else []
    if later:
        advice = f"name it with --round {later[0]}" if len(later) == 1 else "name one of them with --round"
        parts.append(f"{begun_later(later)}: {advice}")
    return "; ".join(parts)


def _judged(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Round | None, Exit]:
    """The round asked for, with the verdict on the pilot's figures where there are any."""
    choice, gathered, code = chosen(options, questionnaire)
    if choice is None:
        return None, code
    today = clock.today()
    if options.actuals is not None:
        found, faults = _held_against(round_chosen(gathered, questionnaire, choice), options.actuals, today)
    else:
        with waiting(_COMPARING):
            judged = judged_round(gathered, questionnaire, choice, today)
        found, faults = judged.round, judged.faults
        say_all(judged.notices)
    say_all(faults)
    if faults and options.strict:
        say("Nothing was written, because of --strict.")
        return None, Exit.INVALID
    return found, code or (Exit.INVALID if faults else Exit.FINE)


def _held_against(found: Round, actuals: Path, today: dt.date) -> tuple[Round, tuple[Fault, ...]]:
    """The round with the verdict on the figures that were named; or without one, and why."""
    shown = name_of(actuals)
    try:
        return found.judged(actuals_in(parse(read_bytes(actuals), shown), shown), shown, today), ()
    except InvalidFile as error:
        return found, tuple(error.faults)


def _sent(options: argparse.Namespace) -> Results | None:
    """The results that somebody sent, when these are named instead of answers; what they cannot know is said."""
    paths = expand(options.files) if options.files else [folder_of(options)]
    results = sent_results(paths)
    if results is not None:
        say(f"{name_of(paths[0])}: results of round {results.round}. {NOT_IN_RESULTS}")
    return results


def _asks_for_more(options: argparse.Namespace) -> bool:
    """Whether something is asked for that needs the answers behind the results; it is said then."""
    if options.round is None and options.against is None and options.carry is None and options.actuals is None:
        return False
    say("Results are of one round as it was looked at; leave out --round, --against, --carry and --actuals.")
    return True


def _results_of(found: Round) -> Results:
    with waiting(_COMPARING):
        return found.results()


def looked_at(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Results | None, Exit]:
    """The results that somebody sent, or those of the round asked for; None when there are none."""
    results = _sent(options)
    if results is None:
        found, code = _judged(options, questionnaire)
        return (_results_of(found) if found is not None else None), code
    return (None, Exit.USAGE) if _asks_for_more(options) else (results, Exit.FINE)


def compare_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """The comparison as text or JSON: of answers, or of results that were sent."""
    notes: Notes | None = None
    results, code = _sent(options), Exit.FINE
    if results is None:
        found, code = _judged(options, questionnaire)
        if found is None:
            return code
        results, notes = _results_of(found), found.notes if options.notes else None
    elif _asks_for_more(options):
        return Exit.USAGE
    if options.json:
        put(to_json(results))
        return code
    said = text(results, clock.today(), width=columns(WIDTH), brief=options.brief, whole=options.criteria)
    if notes is not None:
        from maturity.reports.notes import notes_text

        said += notes_text(notes)
    page(said, wanted=options.pager)
    return code


def gate_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """0 when the gate is open, 1 when not yet; the template is never written over a file that exists."""
    if options.template:
        return _template(options, questionnaire)
    found, code = _judged(options, questionnaire)
    gate = _results_of(found).gate if found is not None else None
    if gate is None:
        return code
    from maturity.reports.by_cycle import cycles_text  # where there are figures, and nowhere else

    width = columns(WIDTH)
    put(to_json(gate) if options.json else f"{gate_text(gate, width)}{cycles_text(gate, width)}")
    return code or (Exit.FINE if gate.open else Exit.FAILED)


def _template(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    from maturity.files.actuals_template import template

    shown = name_of(options.actuals)
    if is_taken(options.actuals):
        what = "is a link" if is_link(options.actuals) else "exists already"
        say(f"{shown}: {what} and was left alone; name another file for the template.")
        return Exit.USAGE
    choice, gathered, code = chosen(options, questionnaire)
    if choice is None:
        return code
    found = round_chosen(gathered, questionnaire, choice)
    write(options.actuals, template(found.comparison, found.criteria, clock.today()).encode("utf-8"))
    call = to_paste(_this_call(options))
    say(f"Wrote {shown}: fill it in, then run{f': {call}' if call else ' the same command without --template.'}")
    return code


def _this_call(options: argparse.Namespace) -> list[str]:
    """The call that judges the template just written, with everything that was named besides."""
    words = [*on_the_same(options), "gate", as_file(str(options.actuals)), *map(as_file, options.files)]
    for name in ("round", "against"):
        if (value := getattr(options, name)) is not None:
            words += [f"--{name}", str(value)]
    if options.carry is None:
        return words
    return [*words, "--carry" if options.carry else "--no-carry"]


ROUND_VERBS: Final[dict[str, Callable[[argparse.Namespace, Questionnaire], Exit]]] = {
    "compare": compare_verb,
    "gate": gate_verb,
}
