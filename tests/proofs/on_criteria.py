"""The sentences of criteria: what has to hold, where threshold and owner come from, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from maturity.results.criteria import CriterionChange, Reason
from questionnaires import Question
from questionnaires.words import Facet
from tests.proofs.criteria_rules import amount, contradicting, owner_words, threshold_on, threshold_place
from tests.proofs.on_answers import states_answer
from tests.proofs.on_changes import candidate_of
from tests.proofs.said import Holds, Row, Said
from tests.proofs.words import each_team


def _asked(said: Said) -> Question | None:
    """The question that sets the threshold."""
    rule, _ = candidate_of(said)
    return said.case.questionnaire.question_by_id.get(rule.threshold.question or "")


def _value_holds(said: Said) -> bool:
    rule, _ = candidate_of(said)
    return said.criterion.threshold == round(float(threshold_on(said.reading, rule)), 4)


def _own_values(said: Said) -> bool:
    """Every team with an answer, and the value that it gives: one that somebody of it chose."""
    question = _asked(said)
    places = said.reading.stricter_middles(question.id) if question else {}
    listed = each_team(said.case.questionnaire, said["values"], " ") if said["values"] else {}
    if question is None or listed.keys() != places.keys():
        return not listed and not places
    options = said.reading.scale(question.id).options
    torn = said.reading.torn(question.id, Facet.POSITION)
    for team, words in listed.items():
        place = places[team]
        beyond = question.limit is not None and place > question.limit.option
        expected = options[place].label
        expected += " (no common position, not used)" if team in torn and "not used" in words else ""
        expected += " (stricter than documented as possible)" if beyond else ""
        if words != expected:
            return False
    return "not used" not in said["values"] or _is_strictest_without_torn(said, question)


def _is_strictest_without_torn(said: Said, question: Question) -> bool:
    """Whether the threshold is what it would be if the teams that are said not to be used had said nothing."""
    rule, _ = candidate_of(said)
    torn = said.reading.torn(question.id, Facet.POSITION)
    places = [p for team, p in said.reading.stricter_middles(question.id).items() if team not in torn]
    if not places:
        return said.criterion.threshold == float(rule.threshold.default)
    place = min(max(places), question.limit.option) if question.limit else max(places)
    return said.criterion.threshold == float(said.reading.scale(question.id).options[place].value or 0)


def _with_values(origin: Callable[[Said, list[Fraction]], bool]) -> Holds:
    """A sentence on the origin of a threshold, true of the teams' medians; and all that may stand behind it."""

    def holds(said: Said) -> bool:
        question = _asked(said)
        middles = said.reading.middles(question.id, Facet.POSITION) if question else {}
        return origin(said, list(middles.values())) and _own_values(said) and _remarks(said, question)

    return holds


def _remarks(said: Said, question: Question | None) -> bool:
    if question is None:
        return not said["far"] and not said["unsettled"]
    gap = said.reading.gap(question.id, Facet.POSITION)
    titles = {said.reading.question(other).title for other in contradicting(said.reading, question.id)}
    named = said["unsettled"].split(". Not settled yet: it cannot hold together with “")[1:]
    listed = {piece.removesuffix("”, see the agenda") for piece in named}
    is_listed = any(entry.question == question.id for entry in said.results.agenda)
    return listed == titles and (not said["far"] or (gap is not None and gap > 3 and is_listed))


def _agreed(said: Said, middles: list[Fraction]) -> bool:
    return len(middles) > 1 and len(set(middles)) == 1 and _value_holds(said)


def _strictest(said: Said, middles: list[Fraction]) -> bool:
    question = _asked(said)
    place = threshold_place(said.reading, question.id) if question else None
    is_within = question is not None and place == max(said.reading.stricter_middles(question.id).values(), default=None)
    return len(middles) > 1 and is_within and _value_holds(said)


def _limit(said: Said, middles: list[Fraction]) -> bool:
    """Every team asks for more than the documented limit."""
    question = _asked(said)
    if question is None or question.limit is None or not middles:
        return False
    places = said.reading.stricter_middles(question.id).values()
    return min(places) > question.limit.option and _value_holds(said)


def _one_team(said: Said, middles: list[Fraction]) -> bool:
    return len(middles) == 1 and _value_holds(said)


def _no_value(said: Said, middles: list[Fraction]) -> bool:
    return not middles and _value_holds(said)


def _of_its_own(said: Said) -> bool:
    """A default that no question is asked about."""
    rule, _ = candidate_of(said)
    return rule.threshold.question is None and said.criterion.threshold == float(rule.threshold.default)


def _ours(said: Said, middles: list[Fraction]) -> bool:
    return _of_its_own(said) or _no_value(said, middles)


BEHIND: Final = (
    "[. {values}][{far=\\. The teams are far apart on this: see the agenda}]"
    "[{unsettled=(?:\\. Not settled yet: it cannot hold together with “.+?”, see the agenda)+}]."
)

THRESHOLDS: Final = (
    Row(f"Agreed: all teams with a common position give this value{BEHIND}", _with_values(_agreed)),
    Row(
        f"The strictest of the teams' values that the service's documented limits allow{BEHIND}",
        _with_values(_strictest),
    ),
    Row(f"The documented limit: every team asks for more than the service can do{BEHIND}", _with_values(_limit)),
    Row(f"Only one team has a common position on it{BEHIND}", _with_values(_one_team)),
    Row(
        f"The documented objective of the service; the teams gave no other value{BEHIND}",
        _with_values(_no_value),
    ),
    Row(f"Our suggestion, for want of a published figure: please confirm{BEHIND}", _with_values(_ours)),
    Row("Documented by the sources named below.", _of_its_own),
)


def _named_on(said: Said) -> dict[str, tuple[str, ...]] | None:
    """Who is named by whom, on the task that the sentence names."""
    rule, _ = candidate_of(said)
    task = rule.owner.task
    is_named = task is not None and said.reading.question(task).title == said["title"]
    return said.reading.named(task) if task is not None and is_named else None


def _owners_of(said: Said) -> tuple[set[tuple[str, ...]], int, set[str]]:
    """The different answers of teams, how many teams answered, and the owners among them that can be ours."""
    rule, _ = candidate_of(said)
    named = _named_on(said) or {}
    means = said.reading.means(rule.owner.task) if rule.owner.task and named else {}
    ours = {key for owners in named.values() for key in owners if means[key] in ("team", "outside")}
    return set(named.values()), len(named), ours


def _all_name_one(said: Said) -> bool:
    answers, teams, ours = _owners_of(said)
    return teams > 1 and len(answers) == 1 and len(next(iter(answers))) == 1 and bool(ours)


def _all_name_a_silent_team(said: Said) -> bool:
    _, _, ours = _owners_of(said)
    return _all_name_one(said) and not ours & set(said.reading.teams)


def _teams_differ(said: Said) -> bool:
    answers, teams, ours = _owners_of(said)
    return teams > 1 and len(answers) > 1 and bool(ours)


def _none_of_ours(said: Said) -> bool:
    return _named_on(said) is not None and not _owners_of(said)[2]


OWNERS_SAY: Final = (
    Row("Every team that answered names the same owner for “{title}”.", _all_name_one),
    Row(
        "Every team that answered names the same team, which has not answered, for “{title}”.",
        _all_name_a_silent_team,
    ),
    Row("The teams do not agree who owns “{title}”.", _teams_differ),
    Row("No team of ours is named for “{title}”.", _none_of_ours),
    Row("Only one team has answered on “{title}”.", lambda said: _owners_of(said)[1] == 1),
)


def _is_owner(said: Said) -> bool:
    rule, _ = candidate_of(said)
    silent = "(to be confirmed: not heard yet)" not in said.text or not _heard(said)
    return said.text == owner_words(said.reading, rule) and silent


def _heard(said: Said) -> bool:
    labels = {team.label: team.id for team in said.case.questionnaire.teams}
    return labels.get(said.text.removesuffix(" (to be confirmed: not heard yet)")) in said.reading.teams


OWNERS: Final = (Row("{owner}", _is_owner),)


def _statement(said: Said) -> bool:
    rule, question = candidate_of(said)
    words = rule.statement.replace("{threshold}", amount(rule, threshold_on(said.reading, rule)))
    title = said.reading.question(question).title if question else "{question}"
    return said.text == words.replace("{question}", title)


STATEMENTS: Final = (Row("{statement}", _statement),)


def _title(said: Said) -> bool:
    rule, question = candidate_of(said)
    return said.text == (f"{rule.title}: {said.reading.question(question).title}" if question else rule.title)


TITLES: Final = (Row("{title}", _title),)


def _because(said: Said) -> bool:
    """`title – Team: answer; Team: answer`: each the answer of that team."""
    titles = {question.title: question for question in said.case.questionnaire.questions}
    question = titles.get(said["title"])
    if question is None:
        return False
    answers = each_team(said.case.questionnaire, said["answers"], ": ")
    return all(states_answer(said.reading, question, team, words) for team, words in answers.items())


BECAUSE: Final = (Row("{title} – {answers}", _because),)


def _reason(said: Said) -> bool:
    reason = said.within(Reason)
    return states_answer(said.reading, said.reading.question(reason.question), reason.team, said.text)


REASONS: Final = (Row("{answer}", _reason),)


def _is_said_beside(said: Said) -> bool:
    return said.within(CriterionChange).says.endswith(f"the owner would read “{said.text}”.")


OTHER_OWNERS: Final = (Row("{owner}", _is_said_beside),)
