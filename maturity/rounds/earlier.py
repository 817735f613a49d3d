"""What a later round is told of the one before: one's own answers, where the teams stood, and what was decided.

Teams, never people. Nothing of it is an answer of the new round until somebody gives it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from maturity.files.gathering import Gathered
from maturity.files.workspace import Workspace
from maturity.rounds.stood import Stood, decided_here, stood_before
from questionnaires import Answer, Question, Questionnaire, Respondent, answers_for, foreign, reference_to
from questionnaires.response import Response
from questionnaires.words import Facet


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """What one person answered to a question, in the latest earlier round in which they did."""

    round: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is known of earlier rounds, by question. Empty in a first round, and where nothing was found.

    `own` are the answers of this very person that still mean what they meant; `incomparable` are the rounds of those
    whose scale means something else today, so that they are neither shown nor confirmed. `stood` is where the teams
    stood, None where nobody knows. `decided` is what was decided on a question, in a sentence.
    """

    own: Mapping[str, OwnAnswer] = field(default_factory=lambda: MappingProxyType({}))
    incomparable: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    stood: Stood | None = None
    decided: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


NOTHING_EARLIER: Final = Earlier()


def earlier_of(gathered: Gathered, questionnaire: Questionnaire, who: Respondent, sent: Stood | None = None) -> Earlier:
    """What is known of the rounds before the one that this person answers; `sent` is where the teams stood by results
    that somebody sent, which nobody who has them needs the others' answers for."""
    if who.round == 1:
        return NOTHING_EARLIER
    own, incomparable = _own(gathered, questionnaire, who)
    stood = sent if sent is not None and sent.round < who.round else stood_before(gathered, questionnaire, who.round)
    # What was sent is a copy of a day: where decisions lie beside the answers, what was taken back there is not told.
    by_results = sent.decided if sent is not None and not gathered.entries else {}
    return Earlier(own, incomparable, stood, {**by_results, **decided_here(gathered, questionnaire)})


def earlier_in(workspace: Workspace, who: Respondent, sent: Stood | None = None) -> Earlier:
    """The same by the folder as it is now, which is not read for a first round."""
    if who.round == 1:
        return NOTHING_EARLIER
    return earlier_of(workspace.read(), workspace.questionnaire, who, sent)


def _own(
    gathered: Gathered, questionnaire: Questionnaire, who: Respondent
) -> tuple[Mapping[str, OwnAnswer], Mapping[str, int]]:
    """The latest earlier answer to each question by the same person, who has the same id and team."""
    mine = [file.response for file in gathered.files if _is_earlier(file.response.respondent, who)]
    own: dict[str, OwnAnswer] = {}
    incomparable: dict[str, int] = {}
    for response in sorted(mine, key=lambda one: one.respondent.round):
        number = response.respondent.round
        for question, answer in answers_for(response, questionnaire).items():
            if answer.facets:
                own[question] = OwnAnswer(number, _as_meant(answer, response, questionnaire))
                incomparable.pop(question, None)
        for question in foreign(response, questionnaire).incomparable:
            own.pop(question, None)
            incomparable[question] = number
    return own, incomparable


def _is_earlier(one: Respondent, who: Respondent) -> bool:
    return (one.id, one.team) == (who.id, who.team) and one.round < who.round


def _as_meant(answer: Answer, response: Response, questionnaire: Questionnaire) -> Answer:
    """Without a basis from another list than today's: it would be shown as what nobody said."""
    today = reference_to(questionnaire).scales.get("basis")
    if response.questionnaire.scales.get("basis") == today:
        return answer
    return answer.model_copy(update={Facet.BASIS.value: None})


def to_confirm(question: Question, now: Answer, before: Answer, waits: Facet | None) -> dict[Facet, int | str]:
    """The choices of an earlier answer that one key gives again: those of the columns that are still open.

    Choices only: a note and a flag were said of that round and stay with it, so that nobody is quoted as saying now
    what they said then. A basis belongs to the need that it was given for: it comes along with the same need, and with
    another one only where the basis is what `waits`, and so is in sight.
    """
    found = {
        facet: choice
        for facet in question.facets
        if now.choice(facet) is None and (choice := before.choice(facet)) is not None
    }
    then = now.model_copy(update={facet.value: choice for facet, choice in found.items()})
    comes_along = then.needed == before.needed or (not found and waits is Facet.BASIS)
    if before.basis is not None and now.basis is None and then.wants_basis and comes_along:
        found[Facet.BASIS] = before.basis
    return found
