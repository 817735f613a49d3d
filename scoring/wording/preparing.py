"""What a team may want to prepare for each finding on its own answers, in one sentence that says what to do."""

from __future__ import annotations

from typing import Final

from questionnaires.words import Facet, FindingKind
from scoring.comparison.answers import option_in_words
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.wording.sentences import Sentence, Told, always
from scoring.wording.words import listed


def _blocker(told: Told) -> str:
    offered = told.item.question.offered
    assert offered is not None
    assert offered.most is not None
    most = option_in_words(told.scale, offered.most)
    return (
        f"Be ready to say why {most} would not do: it is the most that the service offers, at this price: "
        f"{offered.price.rstrip('.')}."
    )


def _comfort(told: Told) -> str:
    wanted, needed = _wanted_and_needed(told)
    said = f"{wanted} would add to the {needed} that you need" if wanted else "more control than you need would add"
    return f"Be ready to say what {said}; it may be what you can give up."


def _exposed(told: Told) -> str:
    wanted, needed = _wanted_and_needed(told)
    said = f"{wanted} leaves open of the {needed} that you need" if wanted else "you need and do not want"
    return f"Be ready to say who carries what {said}."


def _wanted_and_needed(told: Told) -> tuple[str, str]:
    """Both in words; empty for a team whose people differ, of which no middle answer passes for its view."""
    needed, wanted = told.item.facet(Facet.NEEDED), told.item.facet(Facet.WANTED)
    assert needed is not None
    assert wanted is not None
    (team,) = told.finding.teams
    if team in needed.torn or team in wanted.torn:
        return "", ""
    return told.at(wanted, team), told.at(needed, team)


def _infeasible(told: Told) -> str:
    questions = told.comparison.questionnaire.question_by_id
    titles = [questions[name].title for name in told.finding.others if name in questions]
    return f"Decide which limit gives way: it cannot hold together with {listed(f'“{title}”' for title in titles)}."


def _no_common_position(told: Told) -> str:
    facet = told.finding.facet
    which = f" on what is {facet.value}" if facet in (Facet.NEEDED, Facet.WANTED) else ""
    return f"Settle among yourselves{which} what you say as a team, before the others ask."


_F = FindingKind
_PREPARE: Final[dict[FindingKind, Sentence]] = {
    _F.BLOCKER: _blocker,
    _F.COMFORT: _comfort,
    _F.EXPOSED: _exposed,
    _F.BACKWARDS: always("Be ready to confirm that you mean to go back, or correct the target."),
    _F.BOUNDARY_CLAIMED: always("Be ready to say why we should do what the documentation gives to the service."),
    _F.BOUNDARY_EXPECTED: always("Be ready to say who of us does it: the documentation says it is ours."),
    _F.INFEASIBLE_TOGETHER: _infeasible,
    _F.NO_COMMON_POSITION: _no_common_position,
    _F.UNDECIDED: always("Settle among yourselves which one owner you name, before the others ask."),
    _F.PREREQUISITE_NOT_MET: always("Be ready to say what is missing, who can put it in place, and until when."),
    _F.PREREQUISITE_PARTLY: always("Be ready to say which part is missing, and until when it will be there."),
    _F.PREREQUISITE_SPLIT: always("Look together at what is in place: some of you say met, some not met."),
    _F.UNKNOWN: always("Find out before the talk, or be ready to say who knows."),
}
"""For every finding that a team can work on by itself."""


def prepare_sentence(comparison: Comparison, finding: Finding) -> str:
    """What to prepare for a finding of a comparison of one team alone."""
    item = comparison.question(finding.question)
    assert item is not None
    return _PREPARE[finding.kind](Told(comparison, item, finding, ""))
