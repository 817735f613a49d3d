"""The verb `form`: the questions as one page, for people who cannot install anything."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.cli.invite_verb import gathered_so_far, round_to_ask
from maturity.cli.outputs import is_left_alone
from maturity.reports.form_data import Asked
from maturity.reports.form_writing import refuse_form, write_form
from maturity.rounds.interview import depths_of, minutes, minutes_for, usual_depth
from questionnaires import Questionnaire, name_of, one_line
from questionnaires.words import Depth

_SUFFIXES: Final = (".html", ".htm")


def form_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """Writes the page, and says how large it is and what to do with it. Teams are called as a roster beside the answers
    says, and the round is the one to which `invite` would invite."""
    output: Path = options.output
    if output.suffix.lower() not in _SUFFIXES:
        say(f"{name_of(output)}: a form is a page for a browser; name it with {' or '.join(_SUFFIXES)}.")
        return Exit.USAGE
    if _is_asked_nothing(options, questionnaire):
        return Exit.USAGE
    if is_left_alone(partial(refuse_form, output)):
        return Exit.USAGE
    gathered, code = gathered_so_far(options, questionnaire)
    named = gathered.named(questionnaire)
    asked = Asked(_depth(options, named), options.team, options.round or round_to_ask(gathered), options.until)
    size = write_form(named, asked, output, clock.today())
    if asked.until is not None and asked.until < clock.today():
        say(f"{asked.until} is over; the page names it all the same.")
    say(f"Wrote {name_of(output)} ({(size + 999) // 1000} kB): round {asked.round}, {_about(named, asked)}")
    say(
        "Put it on a share, or send it by mail, in a .zip where mail systems hold back .html. Each person opens it in "
        "a browser, and sends back the file that it saves."
    )
    return code


def _depth(options: argparse.Namespace, questionnaire: Questionnaire) -> Depth:
    return Depth(options.depth) if options.depth else usual_depth(questionnaire)


def _is_asked_nothing(options: argparse.Namespace, questionnaire: Questionnaire) -> bool:
    """Whether there is nobody to ask, or nothing to ask; it is said then."""
    team: str | None = options.team
    depth = _depth(options, questionnaire)
    if team is not None and team not in questionnaire.team_by_id:
        say(f'There is no team "{one_line(team)}"; the teams are {", ".join(questionnaire.team_by_id)}.')
        return True
    if any(questionnaire.asked_of(one, depth) for one in ([team] if team else questionnaire.team_by_id)):
        return False
    has = " and ".join(depths_of(questionnaire))
    say(f"This questionnaire asks {team or 'the teams'} nothing at --depth {depth}; it has {has}.")
    return True


def _about(questionnaire: Questionnaire, asked: Asked) -> str:
    """How much it asks, and about how long that takes."""
    if asked.team is None:
        most = max(len(questionnaire.asked_of(team, asked.depth)) for team in questionnaire.team_by_id)
        return f"at most {most} questions, about {minutes(questionnaire, asked.depth)} minutes."
    questions = questionnaire.asked_of(asked.team, asked.depth)
    count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
    return f"{count}, about {minutes_for(questionnaire, questions)} minutes."
