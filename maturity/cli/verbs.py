"""What each verb of the command line does. Data goes to standard output, messages to standard error."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.cli.console import put, say, say_all
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of
from maturity.cli.opening import has_terminal, is_refused, opened
from maturity.files.saving import NotSavedError
from questionnaires import InvalidFile, Questionnaire, builtin, load, name_of

if TYPE_CHECKING:
    from maturity.files.workspace import Workspace
    from maturity.rounds.resuming import Start


def run(options: argparse.Namespace) -> Exit:
    """Delegates to the verb. Expected errors end here, as one sentence and a code."""
    try:
        match options.verb:
            case "completion":
                from maturity.cli.completions import completion_text

                put(completion_text(options.shell))
                return Exit.FINE
            case "doctor":
                from maturity.cli.doctor import examine

                return examine(folder_of(options))
            case "schema":
                from maturity.files.schemas import schema_text

                put(schema_text(options.name))
                return Exit.FINE
            case _:
                return _on_answers(options, _questionnaire(options))
    except InvalidFile as error:
        say_all(error.faults)
        return Exit.INVALID
    except NotSavedError as error:
        say(str(error))
        return Exit.FAILED


def _on_answers(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """The verbs that need a questionnaire."""
    match options.verb:
        case "export" if options.counts is not None:
            from maturity.cli.counts_verb import counts_verb  # as below

            return counts_verb(options, questionnaire)
        case "export":
            from maturity.cli.export_verb import export_verb  # as below

            return export_verb(options, questionnaire)
        case "compare" | "gate":
            from maturity.cli.round_verbs import ROUND_VERBS  # the models of results, needed for nothing else

            return ROUND_VERBS[options.verb](options, questionnaire)
        case "report":
            from maturity.cli.report_verb import report_verb

            return report_verb(options, questionnaire)
        case "plan":
            from maturity.cli.plan_verb import plan_verb

            return plan_verb(options, questionnaire)
        case "figures":
            from maturity.cli.figures_verb import figures_verb

            return figures_verb(options, questionnaire)
        case "agreement":
            from maturity.cli.report_verb import agreement_verb

            return agreement_verb(options, questionnaire)
        case "profile":
            from maturity.cli.profile_verb import profile  # as above

            return profile(options, questionnaire)
        case _:
            return _for_people(options, questionnaire)


def _for_people(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """The verbs that bring people to answer, and look at what they sent."""
    match options.verb:
        case "invite":
            from maturity.cli.invite_verb import invite  # as above

            return invite(options, questionnaire)
        case "form":
            from maturity.cli.form_verb import form_verb  # as above

            return form_verb(options, questionnaire)
        case "check":
            from maturity.cli.check import check

            return check(options.files, questionnaire)
        case _:
            return _in_the_app(options, questionnaire)


def _in_the_app(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """The verbs that open the app, where there is a terminal."""
    match options.verb:
        case "demo":
            return _demo(options, questionnaire)
        case "assess":
            return _assess(options, questionnaire)
        case "workshop":
            return _workshop(options, questionnaire)
        case _:
            return _app(folder_of(options), questionnaire)


def _questionnaire(options: argparse.Namespace) -> Questionnaire:
    folder = getattr(options, "questionnaire", None)
    return load(folder) if folder else builtin()


def _demo(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    from maturity.cli.pasting import as_file, to_paste
    from maturity.files.examples import examples_fit, write_examples

    if not examples_fit(questionnaire):
        say("The example answers the built-in questionnaire: leave out -q to look at it.")
        return Exit.USAGE
    folder: Path = options.folder or Path("maturity-demo")
    written = write_examples(folder, within=folder.parent)
    say(f"{len(written)} example responses of four teams are in {name_of(folder)}.")
    if not has_terminal():
        call = to_paste(["maturity", "compare", as_file(str(folder))])
        say(f"Without a terminal, look at them with: {call or 'maturity compare, and the name of that folder.'}")
        return Exit.FINE
    return _app(folder, questionnaire)


def _assess(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    from maturity.files.workspace import Workspace
    from maturity.rounds.agenda_items import NothingToSettleError
    from maturity.rounds.resuming import UnclearStartError, begun_with, find_or_begin

    workspace = Workspace(folder_of(options), questionnaire)
    try:
        start = _start(options, workspace)
    except NothingToSettleError as error:
        say(str(error))
        return Exit.USAGE
    if options.plain:
        from maturity.cli.plain import assess_plainly

        return assess_plainly(workspace, start)
    if is_refused():
        return Exit.USAGE
    try:
        file = find_or_begin(workspace, start)
    except UnclearStartError as error:
        say(str(error))
        return Exit.USAGE
    if words := begun_with(file, start):
        say(words)
    from maturity.app.app import MaturityApp, own_keys

    return opened(MaturityApp(workspace, file, own_keys=own_keys(), stood=start.stood))


def _start(options: argparse.Namespace, workspace: Workspace) -> Start:
    """Who answers what. What is contested is asked in the round after the one it was contested in."""
    from maturity.rounds.resuming import Start

    number, only, stood = options.round, None, None
    if options.contested is not None or options.items is not None:
        from maturity.rounds.agenda_items import NothingToSettleError, asked_words
        from maturity.rounds.next_round import to_settle_here, to_settle_in_results

        found = (
            to_settle_in_results(Path(options.contested), workspace.questionnaire)
            if options.contested
            else to_settle_here(workspace, number)
        )
        number, only, stood = number or found.asked_in, found.chosen(options.items or "all"), found.stood
        if number <= found.round:
            raise NothingToSettleError(f"Round {found.round} cannot be taken up in round {number}; name a later one.")
        say(f"{asked_words(found, only)}; this is round {number}.")
    return Start(options.team, options.respondent, options.name, options.depth, number, options.new, only, stood)


def _app(folder: Path, questionnaire: Questionnaire) -> Exit:
    """On a folder of answers, or on results that somebody sent."""
    if is_refused():
        return Exit.USAGE
    from maturity.app.app import MaturityApp, own_keys
    from maturity.files.workspace import Workspace
    from maturity.results.reading import sent_results

    results = sent_results([folder])
    at = folder if results is None else folder.parent
    return opened(MaturityApp(Workspace(at, questionnaire), results=results, own_keys=own_keys()))


def _workshop(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """The app, straight into the talk. Decisions lie beside the answers, so results alone are not enough."""
    if is_refused():
        return Exit.USAGE
    from maturity.app.app import MaturityApp, own_keys
    from maturity.files.workspace import Workspace
    from maturity.results.reading import sent_results

    folder = options.folder or folder_of(options)
    if sent_results([folder]) is not None:
        say(
            f"{name_of(folder)} holds results only; decisions are kept beside the answers. Name the folder of "
            "responses, or look at the results with: maturity -w FILE"
        )
        return Exit.USAGE
    return opened(MaturityApp(Workspace(folder, questionnaire), own_keys=own_keys(), is_workshop=True))
