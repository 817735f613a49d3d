"""What one answer more or less would change, and other limits of a figure, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from questionnaires import Scale
from questionnaires.words import Facet, FindingKind, Kind, Level
from scoring.comparison.compare import Comparison
from scoring.comparison.facets import FacetComparison
from scoring.comparison.findings import Finding
from scoring.comparison.pooled import pooled
from scoring.comparison.questions import QuestionComparison
from scoring.criteria.criteria import in_words
from scoring.fragility.changes import Change
from scoring.fragility.criteria import CriterionFlip
from scoring.fragility.findings import Flip, Flips
from scoring.fragility.margins import Margin, Margins
from scoring.measures import decompose, earth_movers_distance
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed, steps

_SAID: Final = {Facet.OWNER: "named", Facet.NEEDED: "needed", Facet.WANTED: "wanted"}
_WHEN: Final = {
    Facet.TODAY: " for today",
    Facet.IN_12_MONTHS: " for 12 months from now",
    Facet.IN_24_MONTHS: " for 24 months from now",
}


def flip_sentence(comparison: Comparison, flips: Flips, finding: Finding) -> str:
    """`If Security said 3 instead of 4, this would read “close”.` Empty where no one answer ends the finding."""
    return _together(comparison, flips, [finding], [finding]) if finding in flips else ""


def _torn(comparison: Comparison, flip: Flip) -> str:
    """That the change would leave its team without a common position, which is no way to make a question calm."""
    return f", and {comparison.label(flip.change.team)} would have no common position" if flip.tears else ""


def _also(comparison: Comparison, teams: Sequence[str]) -> str:
    """The other teams of which one answer could do the same."""
    return (
        f"; one answer of {listed((comparison.label(team) for team in teams), 'or')} could do the same" if teams else ""
    )


def flip_sentences(comparison: Comparison, flips: Flips, findings: Sequence[Finding]) -> str:
    """The same for all that put one question on the agenda: each change once, with what it would do to which."""
    found: dict[Change, list[Finding]] = {}
    for finding in findings:
        if flip := flips.get(finding):
            found.setdefault(flip.change, []).append(finding)
    return " ".join(_together(comparison, flips, ended, findings) for ended in found.values())


def _together(comparison: Comparison, flips: Flips, ended: Sequence[Finding], findings: Sequence[Finding]) -> str:
    """What one change would do to those of a question's findings that it ends."""
    first, *rest = (flips[finding] for finding in ended)
    change = first.change
    thens = [_then(comparison, finding, findings, flips[finding].becomes) for finding in ended]
    # One answer that does all of it: two answers of a team that do a part each are not the same.
    same = [other for other in first.others if all(other in flip.others for flip in rest)]
    also = tuple(dict.fromkeys(other.team for other in same if other.team != change.team))
    title = comparison.questionnaire.question_by_id[change.question].title
    on = f" on “{title}”" if change.question != ended[0].question else ""
    return f"{_if(comparison, change, on)}, {listed(thens)}{_torn(comparison, first)}{_also(comparison, also)}."


def _then(comparison: Comparison, finding: Finding, findings: Sequence[Finding], becomes: FindingKind | None) -> str:
    """`this would fall away`; where several findings are told together, which of them: `“contested” would read …`."""
    name = "this"
    if len(findings) > 1:
        name = f"“{FINDING_WORDS[finding.kind]}”"
        if finding.others and sum(one.kind is finding.kind for one in findings) > 1:
            titles = (comparison.questionnaire.question_by_id[other].title for other in finding.others)
            name += f" with {listed(f'“{title}”' for title in titles)}"
    return f"{name} would {f'read “{FINDING_WORDS[becomes]}”' if becomes else 'fall away'}"


def margin_sentence(comparison: Comparison, margin: Margin, finding: Finding, findings: Sequence[Finding] = ()) -> str:
    """`It takes more than a step of one answer: if 2 of the 5 people of Endpoint said 3, …`, what then; of several
    findings told together, of which."""
    change, number = margin.change, len(margin.moved)
    question = comparison.questionnaire.question_by_id[change.question]
    speaker = change.team if change.answers == 1 else ""
    after = _option(comparison.questionnaire.scale_by_id[question.scale], change.after, speaker)
    team = comparison.label(change.team)
    who = team if change.answers == 1 else f"{number} of the {change.answers} people of {team}"
    if number == change.answers > 1:
        who = f"{'both' if number == 2 else f'all {number}'} people of {team}"
    said, when = _SAID.get(change.facet, "said"), _WHEN.get(change.facet, "")
    then = _then(comparison, finding, findings, margin.becomes)
    return f"It takes more than a step of one answer: if {who} {said} {after}{when}, {then}."


def margin_sentences(comparison: Comparison, margins: Margins, findings: Sequence[Finding]) -> str:
    """The same for all that put one question on the agenda."""
    said = [margin_sentence(comparison, margins[one], one, findings) for one in findings if one in margins]
    return " ".join(dict.fromkeys(said))


def criterion_flip_sentence(comparison: Comparison, flip: CriterionFlip) -> str:
    """What one answer would make of a criterion, with the question on which it was given."""
    title = comparison.questionnaire.question_by_id[flip.change.question].title
    if flip.threshold:
        then = f"the threshold would be {in_words(flip.threshold)}"
    elif flip.owner:
        then = f"the owner would read “{flip.owner.named}”"
    else:
        then = "this criterion would fall away"
    return f"{_if(comparison, flip.change, f' on “{title}”')}, {then}."


def _if(comparison: Comparison, change: Change, on: str) -> str:
    question = comparison.questionnaire.question_by_id[change.question]
    scale = comparison.questionnaire.scale_by_id[question.scale]
    team = comparison.label(change.team)
    said, when = _SAID.get(change.facet, "said"), _WHEN.get(change.facet, "")
    # One of several people is not the team, and names it by its name.
    speaker = change.team if change.answers == 1 else ""
    after = _option(scale, change.after, speaker)
    if change.before is None:
        who = (
            f"{team}, who does not know,"
            if change.answers == 1
            else f"one of the {change.answers} of {team} who do not know"
        )
        return f"If {who} {said} {after}{when}{on}"
    who = team if change.answers == 1 else f"one of the {change.answers} people of {team}"
    return f"If {who} {said} {after} instead of {_option(scale, change.before, speaker)}{when}{on}"


def _option(scale: Scale, place: int, team: str) -> str:
    """A number on a ladder; elsewhere the option's own label; *itself* for a team that speaks."""
    if scale.options[place].key == team:
        return "itself"
    return str(place) if scale.level is Level.ORDINAL and not scale.is_quantity else scale.options[place].label


def pooled_sentence(comparison: Comparison, compared: FacetComparison) -> str:
    """How this would read if people were counted instead of teams; empty where it would read alike."""
    both = pooled(compared)
    if both is None or not both.differs:
        return ""
    teams, people = both.by_team, both.by_people
    way = "closer" if people.spread < teams.spread else "further apart"
    return (
        f"If people counted instead of teams, the answers would look {way}: "
        f"{both.most} of the {both.answers} are from {comparison.label(both.largest)}."
    )


def variation_sentence(compared: FacetComparison) -> str:
    """How much of the differences lies between the teams; empty where nobody differs or nothing is compared."""
    parts = decompose([entry.distribution.counts for entry in compared.teams])
    if parts is None or parts.ratio is None:
        return ""
    if not parts.can_tell:
        return "Whether people differ inside the teams cannot be told: every team gave one answer."
    return f"{round(100 * parts.ratio)} % of the differences lie between the teams, the rest inside them."


def pairs_sentence(item: QuestionComparison) -> str:
    """How many people want more, the same, or less than they themselves need; empty where nobody said both.

    Counted by person and never taken from the difference of two middle answers (Edwards 1994).
    """
    if item.question.kind is not Kind.CONTROL or not item.differences:
        return ""
    pairs = [sum(column) for column in zip(*item.differences.values(), strict=True)]
    middle = len(pairs) // 2
    less, same, more = sum(pairs[:middle]), pairs[middle], sum(pairs[middle + 1 :])
    total = less + same + more
    who = "person" if total == 1 else "people"
    want = "wants" if more == 1 else "want"
    return f"Of the {total} {who} who said both, {more} {want} more than they need, {same} the same, {less} less."


def beyond_sentence(item: QuestionComparison) -> str:
    """How many people need more than the service offers at most, whatever the middle of their team is; empty for none.

    A need that one person has does not vanish because a colleague has another.
    """
    offered = item.question.offered
    if offered is None or offered.most is None:
        return ""
    needs = [cell.counts for cell in item.cells.get(Facet.NEEDED, {}).values()]
    beyond, everybody = sum(sum(counts[offered.most + 1 :]) for counts in needs), sum(map(sum, needs))
    people = "person" if everybody == 1 else "people"
    need = "needs" if beyond == 1 else "need"
    return f"{beyond} of {everybody} {people} {need} more than the service offers." if beyond else ""


def distance_sentence(comparison: Comparison, compared: FacetComparison) -> str:
    """How far the answers of the two teams furthest apart are from each other; empty for single answers,
    of which the gap says the same."""
    if not compared.gap:
        return ""
    low, high = (teams[0] for teams in compared.ends())
    first, second = (entry.distribution for entry in compared.teams if entry.team in (low, high))
    moved = earth_movers_distance(first.counts, second.counts)
    if moved is None or first.answered == second.answered == 1:
        return ""
    return (
        f"To turn the answers of {comparison.label(low)} into those of {comparison.label(high)},"
        f" each would have to move by {steps(moved)} on average."
    )


def answers_sentence(item: QuestionComparison) -> str:
    """How many answers of each team a question rests on: `1 to 3 answers a team`."""
    counts = [cell.answered for teams in item.cells.values() for cell in teams.values() if cell.answered]
    if not counts:
        return "no answer"
    least, most = min(counts), max(counts)
    size = f"{least} to {most} answers" if most > least else f"{least} {'answer' if least == 1 else 'answers'}"
    return f"{size} a team"
