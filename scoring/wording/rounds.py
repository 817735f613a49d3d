"""How a question moved between two rounds, in plain words."""

from __future__ import annotations

from typing import Final

from questionnaires import Questionnaire
from scoring.comparison.catalogue import column_of
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.rounds import Movement, QuestionMovement, Step
from scoring.comparison.sections import column_for
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed, steps, where_words

STEP_WORDS: Final = {
    Step.NEWLY_AGREED: "newly agreed",
    Step.CLOSER: "closer",
    Step.UNCHANGED: "unchanged",
    Step.FURTHER_APART: "further apart",
    Step.NO_LONGER_AGREED: "no longer agreed",
    Step.NOT_COMPARABLE: "cannot be set side by side",
    Step.NOT_ASKED_AGAIN: "not answered again",
    Step.ASKED_FIRST: "answered for the first time",
}


def movement_sentence(questionnaire: Questionnaire, movement: Movement, item: QuestionMovement) -> str:
    """`Was far apart (4 steps, two camps), is now close (2 steps, spread out).`, and who is missing besides
    those who are missing everywhere."""
    labels = questionnaire.team_by_id
    said = []
    if item.before and item.after:
        was, is_now = state_in_words(item.before), state_in_words(item.after)
        said.append(f"Still {is_now}." if was == is_now else f"Was {was}, is now {is_now}.")
    elif item.step is Step.NOT_COMPARABLE:
        what = "a common position" if item.without_common_position else "an answer"
        said.append(f"Fewer than two teams have {what} in both rounds.")
    if item.without_common_position and item.before:
        names = listed(labels[team].label for team in item.without_common_position)
        said.append(f"Without {names}: no common position in one of the rounds.")
    missing = [labels[team].label for team in item.missing if team not in movement.gone]
    if missing and item.step is not Step.NOT_ASKED_AGAIN:
        said.append(f"Without {listed(missing)}, who did not answer it again.")
    joined = [labels[team].label for team in item.joined if team not in movement.came]
    if joined and item.step is not Step.ASKED_FIRST:
        said.append(f"Without {listed(joined)}, who did not answer it before.")
    return " ".join(said)


def presence_sentence(questionnaire: Questionnaire, movement: Movement) -> str:
    """Which teams are in one round only; empty when all are in both."""
    labels = questionnaire.team_by_id
    said = []
    for teams, when in ((movement.gone, f"in round {movement.against} only"), (movement.came, "in this round only")):
        if teams:
            names = listed(labels[team].label for team in teams)
            said.append(f"{names} answered {when}, and {'is' if len(teams) == 1 else 'are'} left out here.")
    return " ".join(said)


def state_in_words(item: QuestionComparison) -> str:
    """What decides a question's column; of an ordinal one with the gap and shape of its worst facet."""
    column = column_for(item)
    deciding = [finding for finding in item.findings if column_of(finding.kind, item.question.impact) is column]
    words = ", ".join(dict.fromkeys(FINDING_WORDS[finding.kind] for finding in deciding)) or "not on the agenda"
    worst = item.worst
    if worst is None or worst.gap is None or worst.shape is None:
        return words
    if worst.gap == 0:
        return f"{words} (all alike)"
    where = where_words(worst.facet)
    shape = FINDING_WORDS[worst.shape.kind]
    return f"{words} ({steps(worst.gap)}{where}, {shape})"
