"""The verb `form`: the questions as one page, for people who cannot install anything."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.cli.console import say
from maturity.cli.exit_codes import Exit
from maturity.files.saving import NotSavedError
from maturity.reports.form_data import Asked
from maturity.reports.form_writing import refuse_form, write_form
from maturity.rounds.interview import depths_of, minutes, minutes_for, usual_depth
from questionnaires import Questionnaire, name_of, one_line
from questionnaires.words import Depth

_SUFFIXES: Final = (".html", ".htm")


def form_verb(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """Writes the page, and says how large it is and what to do with it."""
    output: Path = options.output
    if output.suffix.lower() not in _SUFFIXES:
        say(f"{name_of(output)}: a form is a page for a browser; name it with {' or '.join(_SUFFIXES)}.")
        return Exit.USAGE
    asked = _asked(options, questionnaire)
    if asked is None:
        return Exit.USAGE
    try:
        refuse_form(output)
    except NotSavedError as error:
        say(str(error))
        return Exit.USAGE
    if asked.until is not None and asked.until < clock.today():
        say(f"{asked.until} is over; the form names it all the same.")
    size = write_form(questionnaire, asked, output, clock.today())
    say(f"Wrote {name_of(output)} ({(size + 999) // 1000} kB): {_about(questionnaire, asked)}")
    say("Send it by mail or put it on a share; each person opens it in a browser, and sends the saved file back.")
    return Exit.FINE


def _asked(options: argparse.Namespace, questionnaire: Questionnaire) -> Asked | None:
    """What the form is to ask; None where that is nothing, which is said."""
    team: str | None = options.team
    if team is not None and team not in questionnaire.team_by_id:
        say(f'There is no team "{one_line(team)}"; the teams are {", ".join(questionnaire.team_by_id)}.')
        return None
    depth = Depth(options.depth) if options.depth else usual_depth(questionnaire)
    teams = [team] if team else list(questionnaire.team_by_id)
    if not any(questionnaire.asked_of(one, depth) for one in teams):
        whom = f"asks {team} nothing" if team else "asks nothing"
        has = " and ".join(depths_of(questionnaire))
        say(f"This questionnaire {whom} at --depth {depth}; it has {has}.")
        return None
    return Asked(depth, team, options.round or 1, options.until)


def _about(questionnaire: Questionnaire, asked: Asked) -> str:
    """How much it asks, and about how long that takes."""
    if asked.team is None:
        most = max(len(questionnaire.asked_of(team, asked.depth)) for team in questionnaire.team_by_id)
        return f"at most {most} questions, about {minutes(questionnaire, asked.depth)} minutes."
    questions = questionnaire.asked_of(asked.team, asked.depth)
    count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
    return f"{count}, about {minutes_for(questionnaire, questions)} minutes."
