"""The verb `profile`: what one team says by itself, and what it may want to prepare."""

from __future__ import annotations

import argparse

from maturity.cli.console import put, say
from maturity.cli.exit_codes import Exit
from maturity.cli.round_verbs import gathered_for
from maturity.files.gathering import Gathered
from maturity.files.links import is_taken
from maturity.files.saving import NotSavedError, write
from maturity.reports.profile import profile_text
from maturity.results.profile import profile_results
from questionnaires import Questionnaire, name_of, one_line


def profile(options: argparse.Namespace, questionnaire: Questionnaire) -> Exit:
    """Prints it, or writes it to a file that is not there yet."""
    gathered, code = gathered_for(options, questionnaire)
    questionnaire = gathered.named(questionnaire)
    number = options.round or gathered.without_votes.round_to_compare
    counts = gathered.counts_of_round(questionnaire, number)
    answered = [team for team in questionnaire.team_by_id if team in counts.answered_teams]
    team = _team(options.team, answered, questionnaire, gathered, number)
    if team is None:
        return code or Exit.USAGE
    said = profile_text(profile_results(questionnaire, counts, team, number))
    if options.output is None:
        put(said)
        return code
    if is_taken(options.output):
        raise NotSavedError(f"{name_of(options.output)} is there already and was left alone; choose another name.")
    write(options.output, said.encode("utf-8"))
    say(f"The profile is in {name_of(options.output)}.")
    return code


def _team(
    wanted: str | None, answered: list[str], questionnaire: Questionnaire, gathered: Gathered, number: int
) -> str | None:
    """The team that is meant; None, and why in words, where that is not clear."""
    teams = ", ".join(answered)
    if wanted is not None and wanted not in questionnaire.team_by_id:
        say(f'There is no team "{one_line(wanted)}"; the teams are {", ".join(questionnaire.team_by_id)}.')
    elif not gathered.rounds or not answered:
        say(f"Nobody has answered in round {number}; there is no team to say anything of.")
    elif wanted is not None and wanted not in answered:
        say(f"{questionnaire.team_by_id[wanted].label} has not answered in round {number}; there are {teams}.")
    elif wanted is None and len(answered) > 1:
        say(f"Say which team: --team, one of {teams}.")
    else:
        return wanted or answered[0]
    return None
