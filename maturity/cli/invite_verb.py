"""The verb `invite`: for each team what to paste into a mail or a chat, and the roster of whom to ask."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.cli.console import put, say
from maturity.cli.exit_codes import Exit
from maturity.cli.folders import folder_of, on_the_same
from maturity.cli.pasting import as_file, to_paste
from maturity.cli.round_verbs import gathered_for
from maturity.files.gathering import Gathered, is_folder, is_missing
from maturity.files.links import is_taken
from maturity.files.roster_template import roster_template
from maturity.files.saving import write
from maturity.files.workspace import Workspace
from maturity.reports.criteria import counted
from maturity.reports.invitation import Call, invitation, reminder
from maturity.reports.invited import out_of
from maturity.rounds.agenda_items import NothingToSettleError
from maturity.rounds.interview import minutes, minutes_for, usual_depth
from maturity.rounds.invited import Heard, heard_in, people_answered, people_begun
from maturity.rounds.next_round import to_settle_in
from questionnaires import Questionnaire, name_of, one_line
from questionnaires.roster import Invited

_NAME: Final = "roster.toml"
_WEEKS: Final = dt.timedelta(weeks=2)
"""How far away the day is that a template shows."""


def invite(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """Prints the invitation and the reminder of each team; with --roster it writes the roster to fill in."""
    today = clock.today()
    if options.until is not None and options.until < today:
        say(f"{options.until} is over; name a day from {today} on.")
        return Exit.USAGE
    gathered, code = gathered_so_far(options, questionnaire)
    questionnaire = gathered.named(questionnaire)
    if options.team is not None and options.team not in questionnaire.team_by_id:
        say(f'There is no team "{one_line(options.team)}"; the teams are {", ".join(questionnaire.team_by_id)}.')
        return Exit.USAGE
    number = options.round or round_to_ask(gathered)
    if options.roster and code is not Exit.CONFLICT:
        return _write_roster(options, questionnaire, gathered, number) or code
    if options.roster:
        say("No roster was written; say first which of these files count.")
        return code
    if code is not Exit.CONFLICT:
        _say_whom(options, gathered, number)
    parts = list(_parts(options, questionnaire, gathered, number))
    put("\n\n".join(parts))
    return code


def gathered_so_far(options: argparse.Namespace, questionnaire: Questionnaire) -> tuple[Gathered, Exit]:
    """What is in the workspace; nothing where it does not exist yet, as before anybody was asked."""
    if is_missing(folder_of(options)):
        return Gathered(), Exit.FINE
    return gathered_for(options, questionnaire)


def round_to_ask(gathered: Gathered) -> int:
    """The round under way, or a later one for which the roster asks already."""
    asked = gathered.roster.roster.rounds if gathered.roster else ()
    return max((gathered.round_to_answer, *asked))


def _asked(gathered: Gathered, number: int) -> dict[str, Invited]:
    return gathered.roster.roster.invited(number) if gathered.roster else {}


def _say_whom(options: argparse.Namespace, gathered: Gathered, number: int) -> None:
    """What the texts do not know, for want of a roster or of a team in it."""
    asked = _asked(gathered, number)
    if gathered.roster is None and is_taken(folder_of(options) / _NAME):
        return  # it cannot be used, which was said
    if gathered.roster is None:
        how = to_paste([*on_the_same(options), "invite", "--roster"]) or "the same command with --roster"
        say(f"No roster in {name_of(folder_of(options))} says whom you asked; this writes one to fill in: {how}")
    elif not asked:
        say(f"{name_of(gathered.roster.path)} says of no team whom you asked for round {number}.")
    elif options.team is not None and options.team not in asked:
        say(f"{name_of(gathered.roster.path)} says nothing of {options.team} in round {number}.")


def _parts(options: argparse.Namespace, questionnaire: Questionnaire, gathered: Gathered, number: int) -> Iterator[str]:
    """For each team the invitation and, unless all whom it asked have answered, the reminder."""
    asked, today = _asked(gathered, number), clock.today()
    heard, answered = heard_in(gathered, questionnaire, number), people_answered(gathered, number)
    agenda = _agenda(options, questionnaire, gathered, number)
    only = {options.team} if options.team is not None else set(asked or questionnaire.team_by_id)
    for team in (one for one in questionnaire.team_by_id if one in only):
        call = _call(options, questionnaire, team, number, agenda)
        label = questionnaire.team_by_id[team].label
        if call is None:
            say(f"Nothing that is open is asked of {label}, so that there is nobody to invite.")
            continue
        one = heard.get(team)
        call = replace(call, until=options.until or (one.until if one else None))
        if is_over := call.until is not None and call.until < today:
            say(f"{label} was asked until {call.until}, which is over; name another day with --until.")
        inviting = invitation(replace(call, until=None) if is_over else call)
        yield f"{_headed(f'{label}: invitation', _to_whom(asked.get(team)))}\n\n{inviting}"
        begun = people_begun(gathered, number)[team]
        if one is not None and one.asked is not None and not one.missing:
            rest = "has begun and not finished" if begun == 1 else "have begun and not finished"
            say(f"{label}: {_counts(one)}; {f'{begun:,} {rest}' if begun else 'no reminder is needed'}.")
        if one is None or one.asked is None or one.missing or begun:
            yield f"{_headed(f'{label}: reminder', '')}\n\n{reminder(call, answered[team], begun, one, today)}"


def _counts(one: Heard) -> str:
    """`3 of 3 answered`, or `4 answered, where 3 were asked`."""
    if one.is_more:
        return f"{one.answered:,} answered, where {one.asked:,} {'was' if one.asked == 1 else 'were'} asked"
    return f"{out_of(one.answered, one.asked)} answered"


def _headed(title: str, whom: str) -> str:
    """The line above a text, for whoever pastes it: no part of it."""
    return f"==== {title}{whom} ===="


def _to_whom(asked: Invited | None) -> str:
    """The labels, or how many people there are to send it to."""
    if asked is None or asked.people is None:
        return ""
    return f", for {', '.join(asked.labels) or counted(asked.people, 'person', 'people')}"


def _agenda(
    options: argparse.Namespace, questionnaire: Questionnaire, gathered: Gathered, number: int
) -> tuple[str, ...] | None:
    """The questions that a later round takes up; None in the first one, and where nothing says which they are."""
    if number == 1:
        return None
    try:
        found = to_settle_in(gathered, Workspace(folder_of(options), questionnaire), number)
    except NothingToSettleError:
        say(f"No answers here say what is open before round {number}, so that it asks everything.")
        return None
    if found.round != number - 1:
        say(f"What is open was found in round {found.round}, the last before round {number} that two teams answered.")
    export = to_paste([*on_the_same(options), "export", "--round", str(found.round), "-o", "results.toml"])
    say(f"Send results.toml along; this writes it: {export or 'maturity export -o results.toml'}")
    return found.questions


def _call(
    options: argparse.Namespace,
    questionnaire: Questionnaire,
    team: str,
    number: int,
    agenda: tuple[str, ...] | None,
) -> Call | None:
    """What a team is asked to do; None where nothing that is open is asked of it."""
    head, usual = questionnaire.head, usual_depth(questionnaire)
    own: Path | None = getattr(options, "questionnaire", None)
    folder = own.resolve().name if own is not None and is_folder(own) else ""
    words = ["maturity", *(["-q", as_file(folder)] if folder else []), "assess", "--team", team]
    open_: int | None = None
    time = minutes(questionnaire, usual)
    if agenda is not None:
        questions = [one for one in questionnaire.asked_of(team, usual) if one.id in agenda]
        if not questions:
            return None
        open_, time = len(questions), minutes_for(questionnaire, questions)
        words += ["--contested", "results.toml"]
    elif number > 1:
        words += ["--round", str(number)]
    # Nothing but the name of the folder can be unsafe to paste.
    command = to_paste(words) or " ".join(["maturity", "-q", "FOLDER", *words[3:]])
    label = questionnaire.team_by_id[team].label
    return Call(label, head.title, head.about, command, time, number, open_, None, folder)


def _write_roster(options: argparse.Namespace, questionnaire: Questionnaire, gathered: Gathered, number: int) -> Exit:
    """Writes the roster to fill in, beside the answers; never over a file, and never a second roster."""
    path = folder_of(options) / _NAME
    there = gathered.roster.path if gathered.roster else path
    if gathered.roster or is_taken(path):
        say(
            f"{name_of(there)} is there already and was left alone; add to it, for each team that you ask, the lines "
            '[[asked]], team = "…" and people = …'
        )
        return Exit.USAGE
    example = clock.today() + _WEEKS
    write(path, roster_template(questionnaire, number, options.until, example).encode("utf-8"))
    call = to_paste([*on_the_same(options), "invite"]) or "maturity invite"
    say(f"Wrote {name_of(path)}: fill it in, then run: {call}")
    return Exit.FINE
