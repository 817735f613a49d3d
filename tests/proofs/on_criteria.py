"""The sentences of criteria: what has to hold, where threshold and owner come from, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from maturity.results.criteria import CriterionChange, Reason
from questionnaires import Question
from questionnaires.decisions import Decision
from questionnaires.words import Facet, FindingKind
from tests.proofs.criteria_rules import amount, conflict_of, contradicting_now, owner_keys, owner_words, threshold_on
from tests.proofs.on_answers import states_answer
from tests.proofs.on_changes import candidate_of
from tests.proofs.on_findings import is_limits
from tests.proofs.on_owners import Telling
from tests.proofs.rooms import decided, excluding, is_parked, owner_in
from tests.proofs.rules import pattern_on, threshold_place
from tests.proofs.said import Holds, Row, Said, told
from tests.proofs.words import COUNT, START, Unreadable, clauses_in, each_team, ends_in_words, how_many, listed


def _asked(said: Said) -> Question | None:
    """The question that sets the threshold."""
    rule, _ = candidate_of(said)
    return said.case.questionnaire.question_by_id.get(rule.threshold.question or "")


def _value_holds(said: Said) -> bool:
    rule, _ = candidate_of(said)
    return said.criterion.threshold == round(float(threshold_on(said.reading, rule)), 4)


def _own_values(said: Said) -> bool:
    """Every team with an answer, and the value that it gives: what somebody of it chose; of a torn team its ends."""
    question = _asked(said)
    places = said.reading.stricter_middles(question.id) if question else {}
    given = each_team(said.case.questionnaire, said["values"], " ") if said["values"] else {}
    if question is None or given.keys() != places.keys():
        return not given and not places
    return all(words == _own_value(said, question, team, places[team]) for team, words in given.items())


def _own_value(said: Said, question: Question, team: str, place: int) -> str:
    scale = said.reading.scale(question.id)
    label, beyond = scale.options[place].label, question.limit is not None and place > question.limit.option
    if team in said.reading.torn(question.id, Facet.POSITION):
        ends = ends_in_words(scale, said.reading.places(question.id, Facet.POSITION)[team])
        if question.agreement_only:
            return f"{ends} (no common position)"
        counts = f"no common position; {label} counts, the stricter of its middle answers"
        return f"{ends} ({counts}{'; stricter than documented as possible' if beyond else ''})"
    return f"{label} (stricter than documented as possible)" if beyond else label


def _with_values(origin: Callable[[Said, list[Fraction]], bool]) -> Holds:
    """A sentence on the origin of a threshold, true of the teams' medians; and all that may stand behind it."""

    def holds(said: Said) -> bool:
        question = _asked(said)
        middles = said.reading.middles(question.id, Facet.POSITION) if question else {}
        return origin(said, list(middles.values())) and _own_values(said) and _remarks(said, question)

    return told(f"{origin.__doc__} Then each team's own value, and what is not settled.", holds)


def _remarks(said: Said, question: Question | None) -> bool:
    if question is None:
        return not said["far"] and not said["unsettled"]
    gap = said.reading.gap(question.id, Facet.POSITION)
    titles = {
        listed([f"“{said.reading.question(other).title}”" for other in others])
        for others in contradicting_now(said.reading, question.id)
    }
    named = said["unsettled"].split(". Not settled yet: it cannot hold together with ")[1:]
    is_put_off = is_parked(said.reading, question)
    where = "what is parked" if is_put_off else "the agenda"
    told_of = {piece.removesuffix(f", see {where}") for piece in named}
    entries = said.results.parked if is_put_off else said.results.agenda
    is_listed = any(entry.question == question.id for entry in entries) and said["far"].endswith(where)
    return told_of == titles and (not said["far"] or (gap is not None and gap > 3 and is_listed))


def _agreed(said: Said, middles: list[Fraction]) -> bool:
    """So many teams, of so many that said anything, are at the same place, and none of them is torn."""
    question = _asked(said)
    is_one = len(middles) > 1 and len(set(middles)) == 1 and _value_holds(said)
    if not is_one or question is None or said.reading.torn(question.id, Facet.POSITION):
        return False
    return how_many(said["who"]) == (len(middles), len(said.reading.spoke(question.id, Facet.POSITION)))


def _strictest(said: Said, middles: list[Fraction]) -> bool:
    """The strictest of the teams' values, which the documented limit allows."""
    question = _asked(said)
    place = threshold_place(said.reading, question.id) if question else None
    is_within = question is not None and place == max(said.reading.stricter_middles(question.id).values(), default=None)
    is_strict = question is not None and not question.agreement_only
    return len(middles) > 1 and is_within and is_strict and _value_holds(said)


def _not_agreed(said: Said, middles: list[Fraction]) -> bool:
    """The question asks for agreement, teams gave values and are not at one, and the threshold is the default."""
    question = _asked(said)
    is_open = question is not None and question.agreement_only and threshold_place(said.reading, question.id) is None
    return bool(middles) and is_open and _value_holds(said)


def _limit(said: Said, middles: list[Fraction]) -> bool:
    """The strictest value that a team gives is beyond the documented limit."""
    question = _asked(said)
    if question is None or question.limit is None or not middles:
        return False
    places = said.reading.stricter_middles(question.id).values()
    return max(places) > question.limit.option and _value_holds(said)


def _one_team(said: Said, middles: list[Fraction]) -> bool:
    """One team gives a value, which is the threshold."""
    return len(middles) == 1 and _value_holds(said)


def _no_value(said: Said, middles: list[Fraction]) -> bool:
    """No team gives a value, and the threshold is the default."""
    return not middles and _value_holds(said)


def _of_its_own(said: Said) -> bool:
    """A default that no question is asked about."""
    rule, _ = candidate_of(said)
    return rule.threshold.question is None and said.criterion.threshold == float(rule.threshold.default)


def _ours(said: Said, middles: list[Fraction]) -> bool:
    """No team gives a value, or nobody is asked for one, and the threshold is the default."""
    return _of_its_own(said) or _no_value(said, middles)


BEHIND: Final = (
    "[. {values=(?!Not settled |The teams are ).+?}]"
    "[{far=\\. The teams are far apart on this: see (?:the agenda|what is parked)}]"
    "[{unsettled=(?:\\. Not settled yet: it cannot hold together with .+?, see (?:the agenda|what is parked))+}]."
)


def _is_decided(said: Said, found: Decision | None) -> bool:
    """Whether this was decided by that person on that day, and exactly these teams objected."""
    if found is None or (said["day"], said["who"]) != (str(found.decided), found.decider):
        return False
    objected = [said.case.questionnaire.team_by_id[one.team].label for one in found.objected_by]
    return said["objected"] == listed(objected)


def _decided_limit(said: Said) -> bool:
    """The room decided the value; beside it what each team answered, and with which limits it cannot hold."""
    question = _asked(said)
    found = decided(said.reading, question.id, Facet.POSITION) if question else None
    return _is_decided(said, found) and _value_holds(said) and _own_values(said) and _remarks(said, question)


def _decided_owner(said: Said) -> bool:
    """The room decided who owns the task, and who stands in."""
    found = decided(said.reading, _task(said), Facet.OWNER)
    if found is None or found.outcome is None or owner_in(said.reading, _task(said)) != found.outcome.owner:
        return False
    labels = {option.key: option.label for option in said.reading.scale(found.question).options}
    deputy = labels[found.outcome.deputy] if found.outcome.deputy else ""
    return _is_decided(said, found) and said["deputy"] == deputy


THRESHOLDS: Final = (
    Row(
        "Decided on {day} by {who=[^.;]+}[; {objected} objected][. The teams answered: {values=(?!Not settled ).+?}]"
        "[{unsettled=(?:\\. Not settled yet: it cannot hold together with .+?, see (?:the agenda|what is parked))+}].",
        _decided_limit,
    ),
    Row(f"Agreed: {{who={COUNT}}} give this value{BEHIND}", _with_values(_agreed)),
    Row(f"The strictest of the teams' values{BEHIND}", _with_values(_strictest)),
    Row(
        f"The default until the teams agree, for no value is the strict one{BEHIND}",
        _with_values(_not_agreed),
    ),
    Row(
        "The documented limit: the strictest value that a team gives is more than the service can promise" + BEHIND,
        _with_values(_limit),
    ),
    Row(f"Only one team gives a value{BEHIND}", _with_values(_one_team)),
    Row(f"The documented objective of the service; no team gave a value{BEHIND}", _with_values(_no_value)),
    Row(f"Our suggestion, for want of a published figure: please confirm{BEHIND}", _with_values(_ours)),
    Row("Documented by the sources named below.", _of_its_own),
)


def _task(said: Said) -> str:
    """The task that the sentence names, which has to be the one of the rule."""
    rule, _ = candidate_of(said)
    task = rule.owner.task
    if task is None or said.reading.question(task).title != said["title"]:
        raise Unreadable(said.text)
    return task


def _named(said: Said) -> dict[str, tuple[str, ...]]:
    return said.reading.named(_task(said))


def _one_owner(said: Said) -> bool:
    """So many teams name one owner, which is ours and has spoken; all that say otherwise are told."""
    telling = Telling(said.reading, _task(said))
    answers = set(telling.named.values())
    telling.told |= telling.named.keys()
    telling.tell(clauses_in(said["rest"])) if said["rest"] else None
    return (
        pattern_on(said.reading, _task(said)) is FindingKind.AGREED
        and len(answers) == 1
        and telling.is_count(_begun(said["count"]), telling.named)
        and telling.is_true
        and telling.everybody_told()
        and bool(owner_keys(said.reading, _task(said)))
    )


def _begun(words: str) -> str:
    """The words as they stand inside a sentence."""
    return f"{words[0].lower()}{words[1:]}"


def _not_confirmed(said: Said) -> bool:
    """All teams, or all but one, name a team without an answer; and who says otherwise is told."""
    telling = Telling(said.reading, _task(said)).tell([_begun(said["backing"]).removesuffix(",")])
    telling.tell(clauses_in(said["rest"])) if said["rest"] else None
    is_found = pattern_on(said.reading, _task(said)) is FindingKind.UNCONFIRMED
    return is_found and telling.is_true and telling.everybody_told()


def _not_one_owner(said: Said) -> bool:
    """Of two teams or more that name owners not all name the same one alone."""
    return len(_named(said)) > 1 and (len(set(_named(said).values())) > 1 or _is_tied(said))


def _none_of_ours(said: Said) -> bool:
    """No team names a team or a provider."""
    return not owner_keys(said.reading, _task(said))


def _only_one_names(said: Said) -> bool:
    """One team names an owner, and no second one as often."""
    return len(_named(said)) == 1 and not _is_tied(said)


def _only_one_is_tied(said: Said) -> bool:
    """One team names owners, several equally often."""
    return len(_named(said)) == 1 and _is_tied(said)


OWNERS_SAY: Final = (
    Row(
        "Decided on {day} by {who=[^.;]+}, for “{title}”[; {objected} objected]; "
        "{=the deputy is |no deputy is named}[{deputy}].",
        _decided_owner,
    ),
    Row(f"{{count={START}}} {{=names|name}} the same owner for “{{title}}”[; {{rest}}].", _one_owner),
    Row(f"{{backing=(?:{START}) names? .+?}} for “{{title}}”[; {{rest}}].", _not_confirmed),
    Row("The teams do not all name one owner for “{title}”.", _not_one_owner),
    Row("No team names an owner among us for “{title}”.", _none_of_ours),
    Row("Only one team names an owner for “{title}”.", _only_one_names),
    Row("The only team that names an owner names several equally often for “{title}”.", _only_one_is_tied),
)


def _is_tied(said: Said) -> bool:
    return any(len(owners) > 1 for owners in _named(said).values())


def _is_owner(said: Said) -> bool:
    """Whom all teams name, between whom it has to be agreed, or who is still to be named or to confirm."""
    rule, _ = candidate_of(said)
    return said.text == owner_words(said.reading, rule)


OWNERS: Final = (Row("{owner}", _is_owner),)


def _statement(said: Said) -> bool:
    """The rule's statement, with the threshold that the answers leave."""
    rule, question = candidate_of(said)
    words = rule.statement.replace("{threshold}", amount(rule, threshold_on(said.reading, rule)))
    title = said.reading.question(question).title if question else "{question}"
    return said.text == words.replace("{question}", title)


STATEMENTS: Final = (Row("{statement}", _statement),)


def _title(said: Said) -> bool:
    """The rule's title, with that of its question where each has a criterion."""
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
    """What the team answered on that question."""
    reason = said.within(Reason)
    return states_answer(said.reading, said.reading.question(reason.question), reason.team, said.text)


REASONS: Final = (Row("{answer}", _reason),)


def _is_said_beside(said: Said) -> bool:
    """The owner that the sentence beside it names."""
    return said.within(CriterionChange).says.endswith(f"the owner would read “{said.text}”.")


OTHER_OWNERS: Final = (Row("{owner}", _is_said_beside),)


def _excludes(said: Said) -> bool:
    """A contradiction of which limits cannot all hold, between criteria of one conflict; with each limit and why."""
    rules = {rule.id: rule.threshold.question for rule in said.case.questionnaire.candidates}
    tied = conflict_of(said.reading, said.criterion.id)
    asked = {rules[name.partition(".")[0]] for name in tied}
    found = [one for one in excluding(said.reading) if one.text == said["why"] and len(asked & {*one.questions}) > 1]
    is_tied = set(said.criterion.conflict) == tied and len(said.criterion.conflict_says) == len(
        [one for one in excluding(said.reading) if len(asked & {*one.questions}) > 1]
    )
    return is_tied and any(is_limits(said, one, said["limits"], None, said["sum"]) for one in found)


CONFLICTS: Final = (
    Row("{limits} cannot both hold. {why}", _excludes),
    Row("{limits} add up to {sum}. {why}", _excludes),
)
