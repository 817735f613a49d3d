"""What each verb of the command line does. Data goes to standard output, messages to standard error."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from maturity.checking import check
from maturity.examples import write_examples
from maturity.exits import Exit
from maturity.exporting import FORMATS, export_results
from maturity.gathering import Gathered, exists, expand, gather
from maturity.gating import admit_actuals, gate_text, gate_tree, template
from maturity.notes import notes_text
from maturity.report import text
from maturity.results import results, to_json
from maturity.saving import NotSavedError, write
from maturity.schemas import SCHEMAS
from maturity.speaking import put, say, say_all
from maturity.tallying import people_counted, people_in, tally_bytes, tally_document
from maturity.trees import Tree
from maturity.workspace import Workspace, default_folder, now
from questionnaires import (
    Fault,
    InvalidFile,
    Questionnaire,
    Response,
    builtin,
    clean,
    load,
    parse,
    read_bytes,
)
from scoring import Comparison, Criterion, Tally, compare, recommend
from scoring.gate import judge


def run(options: argparse.Namespace) -> Exit:
    """Delegates to the verb. Expected errors end here, as one sentence and a code."""
    try:
        questionnaire = _questionnaire(options)
        match options.verb:
            case "compare":
                return _compare(options, questionnaire)
            case "export":
                return _export(options, questionnaire)
            case "gate":
                return _gate(options, questionnaire)
            case "check":
                return check(options.files, questionnaire)
            case "schema":
                put(to_json(SCHEMAS[options.name]()))
                return Exit.FINE
            case "demo":
                return _demo(options, questionnaire)
            case "assess":
                return _assess(options, questionnaire)
            case _:
                return _app(_folder(options), questionnaire)
    except InvalidFile as error:
        say_all(error.faults)
        return Exit.INVALID
    except NotSavedError as error:
        say(str(error))
        return Exit.FAILED


def _questionnaire(options: argparse.Namespace) -> Questionnaire:
    folder = getattr(options, "questionnaire", None)
    return load(folder) if folder else builtin()


def _folder(options: argparse.Namespace) -> Path:
    folder: Path = getattr(options, "workspace", None) or default_folder()
    return folder


def _gather(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Gathered, Exit]:
    """The responses named, or those of the workspace; what was left out is said at once."""
    if options.files:
        paths = expand(options.files)
        missing = [Fault(clean(name), "", "matches no file") for name in options.files if not expand([name])]
    else:
        paths, missing = [_folder(options)], []
    gathered = gather(paths, questionnaire)
    say_all(gathered.skipped)
    say_all([*missing, *gathered.faults])
    say_all(gathered.conflicts)
    if gathered.conflicts:
        return gathered, Exit.CONFLICT
    return gathered, Exit.INVALID if gathered.faults or missing else Exit.FINE


@dataclass(frozen=True, slots=True)
class _Round:
    """One round compared: what it shows, what follows, and which responses it rests on."""

    comparison: Comparison
    criteria: tuple[Criterion, ...]
    counted: Tally
    people: tuple[str, ...]
    responses: tuple[Response, ...]
    left_out: tuple[str, ...]

    def results(self) -> Tree:
        return results(self.comparison, self.criteria, self.left_out)


def _round(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[_Round | None, Exit]:
    """The round asked for; None when there is nothing to compare or --strict forbids it."""
    gathered, code = _gather(options, questionnaire)
    if options.strict and code:
        say("Nothing was written, because of --strict.")
        return None, code
    if not gathered.rounds:
        place = ", ".join(options.files) if options.files else str(_folder(options))
        say(f"{clean(place)}: no usable response was found; answer with `maturity`, or name files that hold some.")
        return None, code or Exit.INVALID
    number = options.round if options.round is not None else gathered.rounds[-1]
    if number not in gathered.rounds:
        rounds = ", ".join(str(found) for found in gathered.rounds)
        say(f"There is no response of round {number}; the rounds present are {rounds}.")
        return None, Exit.USAGE
    responses = gathered.of_round(number)
    tallies = [file.counted for file in gathered.tallies if file.counted.round == number]
    if left := len(gathered.files) + len(gathered.tallies) - len(responses) - len(tallies):
        say(f"Round {number} is compared; {left} {'file' if left == 1 else 'files'} of other rounds left out.")
    counted = gathered.counts_of_round(questionnaire, number)
    comparison = compare(questionnaire, counted, number)
    people = (*people_in(responses), *(one for file in tallies for one in file.people))
    return _Round(comparison, recommend(comparison), counted, people, responses, gathered.left_out), code


def _compare(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    found, code = _round(options, questionnaire)
    if found is not None:
        tree = found.results()
        put(to_json(tree) if options.json else text(tree, now().date(), brief=options.brief))
        if options.notes and not options.json:
            put(notes_text(questionnaire, found.responses))
    return code


def _export(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    output: Path = options.output
    if options.tally and output.suffix.lower() != ".toml":
        say(f"{clean(str(output))}: a tally is written as .toml.")
        return Exit.USAGE
    if output.suffix.lower() not in FORMATS:
        say(f"{clean(str(output))}: the suffix decides the format; use one of {', '.join(FORMATS)}.")
        return Exit.USAGE
    found, code = _round(options, questionnaire)
    if found is None:
        return code
    if options.tally:
        document = tally_document(questionnaire, found.counted, found.people, found.comparison.round)
        write(output, tally_bytes(document))
        say(f"Wrote {clean(str(output))}: {people_counted(found.people)}, without names or notes.")
        return code
    tree = found.results()
    export_results(tree, output)
    say(f"Wrote {clean(str(output))}: {len(tree['question'])} questions, {len(tree['criterion'])} criteria.")
    return code


def _gate(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """0 when the gate is open, 1 when not yet; the template is never written over a file that exists."""
    shown = clean(str(options.actuals))
    found, code = _round(options, questionnaire)
    if found is None:
        return code
    if options.template:
        if exists(options.actuals):
            say(f"{shown}: exists already and was left alone; name another file for the template.")
            return Exit.USAGE
        write(options.actuals, template(found.comparison, found.criteria).encode("utf-8"))
        say(f"Wrote {shown}: fill it in, then run: maturity gate {shown}")
        return code
    document = parse(read_bytes(options.actuals), shown)
    began = min((response.respondent.started.date() for response in found.responses), default=None)
    today = now().date()
    actuals = admit_actuals(document, shown, found.comparison, found.criteria, began, today)
    judgement = judge(found.criteria, actuals, today)
    tree = gate_tree(judgement)
    put(to_json(tree) if options.json else gate_text(tree))
    return code or (Exit.FINE if judgement.is_open else Exit.FAILED)


def _demo(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    folder: Path = options.folder or Path("maturity-demo")
    written = write_examples(folder)
    say(f"{len(written)} example responses of four teams are in {clean(str(folder))}.")
    if not _has_terminal():
        say(f"Without a terminal, look at them with: maturity compare {clean(str(folder))}")
        return Exit.FINE
    return _app(folder, questionnaire)


def _assess(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    from maturity.starting import Start, UnclearStartError, find_or_begin

    workspace = Workspace(_folder(options), questionnaire)
    start = Start(options.team, options.respondent, options.name, options.depth, options.round, options.new)
    if options.plain:
        from maturity.plain import assess_plainly

        return assess_plainly(workspace, start)
    if _refused():
        return Exit.USAGE
    try:
        file = find_or_begin(workspace, start)
    except UnclearStartError as error:
        say(str(error))
        return Exit.USAGE
    from maturity.app import MaturityApp

    return _opened(MaturityApp(workspace, file))


def _app(folder: Path, questionnaire: Questionnaire) -> Exit:
    if _refused():
        return Exit.USAGE
    from maturity.app import MaturityApp

    return _opened(MaturityApp(Workspace(folder, questionnaire)))


def _opened(app: object) -> Exit:
    from maturity.app import MaturityApp

    assert isinstance(app, MaturityApp)
    app.run()
    return Exit(app.return_code or 0)


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _refused() -> bool:
    """Says why the app cannot open here. Textual would wait for ever without a terminal."""
    if not _has_terminal():
        say("The app needs a terminal. Without one, use: maturity compare, export, gate, check, demo, assess --plain.")
        return True
    if os.environ.get("TERM") == "dumb":
        say("This terminal cannot show the app. Use: maturity assess --plain, or maturity compare.")
        return True
    return False
