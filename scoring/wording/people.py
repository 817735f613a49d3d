"""How many people moved between two rounds, in plain words. Nobody is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from questionnaires import Questionnaire
from scoring.comparison.people import PeopleMoved, Turnover
from scoring.comparison.rounds import Movement, QuestionMovement
from scoring.wording.words import listed


def people_words(moved: int, stayed: int, new: int, gone: int, of: str = "", who: str = "") -> str:
    """`of 5 people in both rounds 2 changed, 3 confirmed; 1 answered only now, 1 only before`: who gave the same answer
    again has confirmed it. `of` are their teams, and `who` of which teams those are that changed."""
    both = moved + stayed
    did = [f"{count} {word}" for count, word in ((moved, f"changed{who}"), (stayed, "confirmed")) if count]
    said = [f"of {_counted(both, 'person', 'people')}{of} in both rounds {', '.join(did)}"] if both else []
    came = [f"{new} answered only now"] if new else []
    came += [f"{gone} {'only before' if new else 'answered only before'}"] if gone else []
    return "; ".join([*said, *([", ".join(came)] if came else [])])


def people_on(questionnaire: Questionnaire, people: PeopleMoved | None, item: QuestionMovement) -> Iterator[str]:
    """How many people of the teams that are compared moved, and for which of them others answered than before."""
    if people is None:
        return
    mine = people.questions.get(item.question.id, {})
    found = {team: mine[team] for team in item.teams if team in mine}
    total = sum(found.values(), Turnover())
    if total.both:
        known = [team for team in item.teams if team in people.teams]
        of = _of(questionnaire, known, item.teams)
        who = _of_which(questionnaire, found)
        words = people_words(total.moved, total.stayed, total.new, total.gone, of, who)
        yield f"{words[0].upper()}{words[1:]}."
    yield from _others(questionnaire, found)


def _of_which(questionnaire: Questionnaire, found: Mapping[str, Turnover]) -> str:
    """Of which teams those are that changed, and of how many in both rounds: ` (2 of 3 of Security, 1 of 1 of
    Endpoint)`. Nothing where all are of one team."""
    again = {team: found[team] for team in questionnaire.team_by_id if team in found and found[team].both}
    said = [
        f"{one.moved} of {one.both} of {questionnaire.team_by_id[team].label}"
        for team, one in again.items()
        if one.moved
    ]
    return f" ({', '.join(said)})" if said and len(again) > 1 else ""


def people_sentence(questionnaire: Questionnaire, movement: Movement) -> str:
    """Over the whole round: how many changed an answer, who is new, and how many answers stayed that nobody had to
    discuss. Empty where nothing is known of who answered."""
    people = movement.people
    if people is None or not people.teams:
        return ""
    total = sum(people.teams.values(), Turnover())
    known = [team for team in questionnaire.team_by_id if team in people.teams]
    of = _of(questionnaire, known, (*movement.both, *movement.gone, *movement.came))
    said = [f"No person{of} is in both rounds"]
    if total.both:
        who = _counted(total.both, "person", "people")
        which = _of_which(questionnaire, people.teams)
        said = [f"Of {who}{of} in both rounds {total.moved} changed an answer{which}, {total.stayed} changed none"]
    if total.both == 1:
        said = [f"The one person{of} in both rounds changed {'an answer' if total.moved else 'no answer'}"]
    came = [_counted(total.new, "is new", "are new")] if total.new else []
    came += [_counted(total.gone, "was not heard again", "were not heard again")] if total.gone else []
    said += [", ".join(came)] if came else []
    return " ".join([f"{'; '.join(said)}.", *_others(questionnaire, people.teams), *_repeated(movement, people)])


def _repeated(movement: Movement, people: PeopleMoved) -> Iterator[str]:
    """How far people give the same answer twice where nothing was discussed."""
    answers, same = people.repeated.answers, people.repeated.same
    if answers:
        yield (
            f"Of {_counted(answers, 'answer', 'answers')} that the same people gave again to questions that nobody had "
            f"put on the agenda of round {movement.against}, {_counted(same, 'is', 'are')} the same."
        )


def _others(questionnaire: Questionnaire, found: Mapping[str, Turnover]) -> Iterator[str]:
    """For which teams none of those answered again who had answered before."""
    others = [team for team in questionnaire.team_by_id if team in found and found[team].is_other_people]
    if others:
        yield f"Other people than before answered for {_labels(questionnaire, others)}."


def _of(questionnaire: Questionnaire, known: Collection[str], teams: Iterable[str]) -> str:
    """Of which teams the people are, where not of all these."""
    return "" if set(teams) <= set(known) else f" of {_labels(questionnaire, known)}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _labels(questionnaire: Questionnaire, teams: Iterable[str]) -> str:
    return listed(questionnaire.team_by_id[team].label for team in teams)
