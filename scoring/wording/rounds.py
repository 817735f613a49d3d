"""How a question moved between two rounds, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from questionnaires import Questionnaire
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE
from scoring.comparison.rounds import Movement, QuestionMovement, Step
from scoring.wording.moves import holdings, moves
from scoring.wording.people import people_on
from scoring.wording.stands import state_in_words
from scoring.wording.words import listed, where_words

STEP_WORDS: Final = {
    Step.NEWLY_AGREED: "newly agreed",
    Step.CLOSER: "closer",
    Step.UNCHANGED: "neither closer nor further apart",
    Step.FURTHER_APART: "further apart",
    Step.NO_LONGER_AGREED: "no longer agreed",
    Step.NOT_COMPARABLE: "cannot be set side by side",
    Step.NOT_ASKED_AGAIN: "not answered again",
    Step.ASKED_FIRST: "answered for the first time",
}
AGREED_IN_BOTH: Final = "agreed in both rounds"
"""Of what is neither closer nor further apart, that which everybody agrees on, be it on something else now."""
_NOW: Final = {DONT_KNOW: "now {says} don't know", NOT_APPLICABLE: "now {says} that it does not apply"}
_STATES_NOW: Final = {DONT_KNOW: "says don't know", NOT_APPLICABLE: "says that it does not apply"}
_BEFORE: Final = {DONT_KNOW: "said don't know before", NOT_APPLICABLE: "said before that it does not apply"}


def movement_sentence(questionnaire: Questionnaire, movement: Movement, item: QuestionMovement) -> str:
    """`Was far apart (4 steps, two camps), is now close (2 steps, spread out).`, what the answers did where that is not
    it, whose answers are left out besides those of teams that are missing everywhere, and how many people moved.

    Of a question answered in one round only nothing is said but what holds together with it, or no longer does."""
    if item.step in (Step.NOT_ASKED_AGAIN, Step.ASKED_FIRST):
        return " ".join(holdings(questionnaire, item))
    said = [
        _change(questionnaire, item),
        *moves(questionnaire, item),
        *holdings(questionnaire, item),
        *_halves(questionnaire, item),
        *_absences(questionnaire, movement, item),
        *people_on(questionnaire, movement.people, item),
    ]
    return " ".join(said)


def _change(questionnaire: Questionnaire, item: QuestionMovement) -> str:
    if item.before is None or item.after is None:
        what = (
            "No part of it has answers of two teams" if len(item.teams) > 1 else "Fewer than two teams have an answer"
        )
        return f"{what} in both rounds."
    was, is_now = (state_in_words(questionnaire, one) for one in (item.before, item.after))
    teams = _labels(questionnaire, item.teams)
    if was == is_now:
        return f"Still {is_now}." if item.is_whole else f"{teams} as before: {is_now}."
    if item.step is Step.UNCHANGED and not item.before.facets and item.before.named == item.after.named:
        return f"{teams} name the same as before: was {was}, is now {is_now}."
    return f"Was {was}, is now {is_now}." if item.is_whole else f"{teams}: was {was}, is now {is_now}."


def _halves(questionnaire: Questionnaire, item: QuestionMovement) -> Iterator[str]:
    """Of a question of several facets, whose answer to one of them is left out."""
    for facet, teams in item.half.items():
        where = where_words(facet).strip()
        names = _labels(questionnaire, teams)
        is_compared = item.before is not None and any(one.facet is facet for one in item.before.facets)
        if is_compared:
            yield f"Without {names} {where}, answered in one of the rounds only."
        else:
            yield f"Nothing is compared {where}: {names} answered that in one of the rounds only."


def _absences(questionnaire: Questionnaire, movement: Movement, item: QuestionMovement) -> Iterator[str]:
    """Who answered in one round only; of named owners that their word counts for that round all the same."""
    again = {team: _words(item, team, _NOW, "did not answer it again") for team in item.missing}
    before = {team: _words(item, team, _BEFORE, "did not answer it before") for team in item.joined}
    heard = [team for one in (item.before, item.after) if one is not None for team in one.besides]
    known = {*movement.gone, *movement.came}
    for words in (again, before):
        for said in dict.fromkeys(words.values()):
            teams = [team for team in words if words[team] == said and team not in heard and team not in known]
            if teams:
                verb = "says" if len(teams) == 1 else "say"
                yield f"Without {_labels(questionnaire, teams)}, who {said.format(says=verb)}."
    for team in dict.fromkeys(heard):
        said = {**again, **before}.get(team) or _states(item, team)
        yield f"{_labels(questionnaire, [team])}, named as an owner, {said.format(says='says')}."


def _states(item: QuestionMovement, team: str) -> str:
    """What a named owner says that names no owner in either round; of both rounds, what it says now."""
    for one, words in ((item.after, _BEFORE if team in item.standing else _STATES_NOW), (item.before, _BEFORE)):
        if one is not None and team in one.besides:
            (cells,) = one.item.cells.values()
            return words[DONT_KNOW if cells[team].dont_know else NOT_APPLICABLE]
    raise ValueError(f"{team} is heard in neither round")


def _words(item: QuestionMovement, team: str, by_state: dict[str, str], silent: str) -> str:
    return by_state.get(item.instead.get(team, ""), silent)


def presence_sentence(questionnaire: Questionnaire, movement: Movement) -> str:
    """Which teams are in one round only; empty when all are in both."""
    heard = {
        team
        for item in movement.questions
        for one in (item.before, item.after)
        if one is not None
        for team in one.besides
    }
    said = []
    for teams, when in ((movement.gone, f"in round {movement.against} only"), (movement.came, "in this round only")):
        if teams:
            names = _labels(questionnaire, teams)
            but = ", except as an owner whom others name" if heard.intersection(teams) else ""
            said.append(f"{names} answered {when}, and {'is' if len(teams) == 1 else 'are'} left out here{but}.")
    return " ".join(said)


def coverage_sentence(movement: Movement) -> str:
    """That a round not answered by everybody yet can say less than the one before on what it asks; empty where it can
    say as much."""
    found = movement.coverage
    if found.compared >= found.again:
        return ""
    have = "has" if found.answering == 1 else "have"
    questions = "question" if found.asked == 1 else "questions"
    return (
        f"{found.answering} of {found.teams} teams {have} answered in this round. It asks {found.asked} {questions} of "
        f"two teams or more. By itself it can compare {found.compared} of {found.asked}. Round {movement.against} "
        f"could compare {found.again} of the same {found.asked}."
    )


def _labels(questionnaire: Questionnaire, teams: Iterable[str]) -> str:
    return listed(questionnaire.team_by_id[team].label for team in teams)
