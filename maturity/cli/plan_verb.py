"""The verb on what follows the verdict: who does what until when."""

from __future__ import annotations

import argparse
from pathlib import Path

from maturity import clock
from maturity.cli.console import put, say, say_all
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of
from maturity.cli.pager import columns, page
from maturity.cli.round_verbs import chosen, looked_at
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.documents import json_text
from maturity.files.gathering import expand, is_folder
from maturity.files.replacing import replace_ours
from maturity.reports.calendar_file import BEGINS, calendar
from maturity.reports.criteria import WIDTH, counted
from maturity.reports.plan import CLOSED, lines_text, plan_document, plan_lines, plan_text
from maturity.reports.plan_marked import marked_says
from maturity.results.model import Results
from maturity.results.plan import PlanKind
from maturity.rounds.choosing import judged_round
from maturity.rounds.planning import Entry, Planning, Wanted, planning
from questionnaires import InvalidFile, Questionnaire, name_of, one_line
from questionnaires.decisions import PlanEntry, State


def plan_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """`plan`: lists it, writes it for a calendar, or adds what somebody says of it."""
    subject = options.done or options.open or options.set or options.reviewed
    if subject:
        return _changed(options, questionnaire, subject)
    if options.person is not None or options.due is not None:
        say("Who and until when belong to something: --set ID --person NAME --due DAY; maturity plan shows the ids.")
        return Exit.USAGE
    results, code = looked_at(options, questionnaire)
    if results is None:
        return code
    today = clock.today()
    if options.ics is not None:
        return _as_calendar(results, options) or code
    if options.json:
        put(json_text(plan_document(results, today, is_whole=options.all)))
    else:
        page(plan_text(results, today, width=columns(WIDTH), is_whole=options.all), wanted=True)
    return code


def _as_calendar(results: Results, options: argparse.Namespace) -> Exit:
    target: Path = options.ics
    if target.suffix.lower() != ".ics":
        say(f"{name_of(target)}: a calendar is written as .ics.")
        return Exit.USAGE
    lines = plan_lines(results, clock.today(), is_whole=options.all)
    data = calendar(lines, results.questionnaire.title, clock.now())
    replace_ours(target, data, is_ours=lambda head: BEGINS.match(head) is not None)
    days = sum(line.item.due is not None and line.state not in CLOSED for line in lines)
    say(f"Wrote {name_of(target)}: {counted(days, 'day', 'days')} of the plan.")
    return Exit.FINE


def _changed(options: argparse.Namespace, questionnaire: Questionnaire, subject: str) -> Exit:
    """Adds an entry to the decisions of the folder, and says what the plan says then."""
    folder = _folder(options)
    if folder is None:
        say("What is planned is kept beside the answers: name their folder, and no file.")
        return Exit.USAGE
    choice, gathered, code = chosen(options, questionnaire)
    if choice is None:
        return code
    today = clock.today()
    results = judged_round(gathered, questionnaire, choice, today).round.results()
    if (advice := _advice(options, results, subject)) is not None:
        say(advice)
        return Exit.USAGE
    plan = planning(gathered, folder, questionnaire)
    try:
        entries = _entries(options, plan, results, subject)
    except InvalidFile as error:
        say_all(error.faults)
        return Exit.USAGE
    shown = plan.saved(entries, waits=True).shown(results)
    say(f"Saved in {name_of(folder / DECISIONS_NAME)}.")
    if options.done or options.open:
        say(marked_says(shown, subject, today))
    put(lines_text([line for line in plan_lines(shown, today, is_whole=True) if line.item.subject in _about(entries)]))
    return code


def _folder(options: argparse.Namespace) -> Path | None:
    """The folder of answers that is meant; None where files were named, or results that somebody sent."""
    paths = expand(options.files) if options.files else [folder_of(options)]
    return paths[0] if len(paths) == 1 and is_folder(paths[0]) else None


def _advice(options: argparse.Namespace, results: Results, subject: str) -> str | None:
    """What stands against it, and what to do instead; None where nothing does."""
    named = f'"{one_line(subject)}"'
    decision = next((one for one in results.decision if one.id == subject), None)
    known = {*(one.id for one in results.criterion), *(one.subject for one in results.plan)}
    if decision is None and subject not in known:
        return f"{named} is neither a criterion nor a decision of this round; maturity plan --all shows their ids."
    if options.reviewed:
        if decision is None or decision.review_by is None:
            return f"{named} is no decision that is reviewed; maturity plan shows those."
        if not options.due or options.person is not None:
            return f"Say when it is looked at again: --reviewed {subject} --due DAY."
    elif options.set and options.person is None and options.due is None:
        return f"Say who or until when: --set {subject} --person NAME --due DAY."
    elif (
        not options.set and any(one.decision == subject for one in results.plan) and _is_only_reviewed(results, subject)
    ):
        return f"{named} has only a day of review: --reviewed {subject} --due DAY says that it holds until then."
    return None


def _is_only_reviewed(results: Results, subject: str) -> bool:
    return all(one.kind is PlanKind.REVIEW for one in results.plan if one.decision == subject)


def _entries(options: argparse.Namespace, plan: Planning, results: Results, subject: str) -> tuple[Entry, ...]:
    if options.reviewed:
        return plan.reviewed(subject, options.due)
    state = State.DONE if options.done else State.OPEN if options.open else None
    return plan.planned(results, subject, Wanted(options.person, options.due, state))


def _about(entries: tuple[Entry, ...]) -> set[str]:
    """The ids under which the plan lists what was said."""
    return {one.subject if isinstance(one, PlanEntry) else one.id for one in entries}
