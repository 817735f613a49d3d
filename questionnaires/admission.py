"""Whether a response fits a questionnaire: what is wrong in it, and what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from questionnaires.faults import Fault, InvalidFile, shown, validate
from questionnaires.model import Questionnaire
from questionnaires.question import Question
from questionnaires.reading import expect
from questionnaires.response import Answer, Choice, QuestionnaireRef, Respondent, Response
from questionnaires.scale import Scale
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, RESERVED, Facet, FileKind, Kind, Level


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a response holds that this questionnaire cannot use: it is named, and left in the file."""

    unknown: tuple[str, ...]
    """Answered questions that this questionnaire does not have."""
    incomparable: tuple[str, ...]
    """Questions whose scale has changed its meaning since they were answered."""


def admit(document: dict[str, Any], name: str, questionnaire: Questionnaire) -> Response:
    """The response in a parsed document, checked against its questionnaire. Raises InvalidFile with all faults."""
    response = validate(Response, expect(document, FileKind.RESPONSE, name), name)
    faults = [Fault(name, key, message) for key, message in misfits(response, questionnaire)]
    if faults:
        raise InvalidFile(faults)
    return response


def reference_to(questionnaire: Questionnaire) -> QuestionnaireRef:
    """How a response names the questionnaire that it answers."""
    head = questionnaire.head
    scales = {scale.id: scale.meaning for scale in questionnaire.scales}
    return QuestionnaireRef(id=head.id, version=head.version, fingerprint=questionnaire.fingerprint, scales=scales)


def foreign(response: Response, questionnaire: Questionnaire) -> Foreign:
    """The answers that cannot be compared, in the order of their ids."""
    if response.questionnaire.fingerprint == questionnaire.fingerprint:
        return Foreign((), ())
    unknown, incomparable = [], []
    taken = {identifier for identifier in response.answers if identifier not in questionnaire.renamed}
    for identifier in sorted(response.answers):
        today = questionnaire.renamed.get(identifier, identifier)
        question = questionnaire.question_by_id.get(today)
        merged = identifier != today and today in taken
        taken.add(today)
        # Of two answers to what is one question now, the one under today's name counts, else the first.
        if question is None or merged:
            unknown.append(identifier)
        elif not _same_scale(response, question, questionnaire):
            incomparable.append(question.id)
    return Foreign(tuple(unknown), tuple(incomparable))


def questions_for(response: Response, questionnaire: Questionnaire) -> tuple[Question, ...]:
    """What a respondent is asked, in order: by team and depth, or of these only what a later round takes up."""
    respondent = response.respondent
    asked_of = questionnaire.asked_of(respondent.team, respondent.depth)
    if respondent.only is None:
        return asked_of
    only = {questionnaire.renamed.get(identifier, identifier) for identifier in respondent.only}
    return tuple(question for question in asked_of if question.id in only)


def in_this_version(response: Response, questionnaire: Questionnaire) -> Response:
    """The response as one to this version of its questionnaire, with renamed questions under their names of today.

    Only for a response of which nothing is `foreign`: then every answer means today what it meant when it was
    given, and nobody has to be asked again.
    """
    if response.questionnaire.fingerprint == questionnaire.fingerprint:
        return response
    who, renamed = response.respondent, questionnaire.renamed
    followed = [renamed.get(identifier, identifier) for identifier in who.only or ()]
    only = tuple(identifier for identifier in followed if identifier in questionnaire.question_by_id)
    places = {"only": None if who.only is None else only, "at": renamed.get(who.at or "", who.at)}
    return response.model_copy(
        update={
            "questionnaire": reference_to(questionnaire),
            "respondent": who.model_copy(update=places),
            "answers": answers_for(response, questionnaire),
        }
    )


def answers_for(response: Response, questionnaire: Questionnaire) -> dict[str, Answer]:
    """The comparable answers by today's question ids, renamed ones followed."""
    left_out = foreign(response, questionnaire)
    followed = {
        questionnaire.renamed.get(key, key): answer
        for key, answer in response.answers.items()
        if key not in left_out.unknown
    }
    return {
        key: answer
        for key, answer in followed.items()
        if key in questionnaire.question_by_id and key not in left_out.incomparable
    }


def _same_scale(response: Response, question: Question, questionnaire: Questionnaire) -> bool:
    """Whether the question's scale meant the same when it was answered."""
    return _has_same_meaning(response, question.scale, questionnaire)


def _has_same_meaning(response: Response, scale: str, questionnaire: Questionnaire) -> bool:
    """The hash decides, not the scale's name or its texts."""
    return response.questionnaire.scales.get(scale) == questionnaire.scale_by_id[scale].meaning


def misfits(response: Response, questionnaire: Questionnaire, beside: int = 0) -> Iterator[tuple[str, str]]:
    """What in a response does not belong to its questionnaire: where, and what to do.

    So many answers stand `beside` these in its file, and are known to fit.
    """
    written = response.questionnaire
    if written.id != questionnaire.head.id:
        yield "questionnaire.id", f'is "{written.id}"; this comparison is on "{questionnaire.head.id}"'
        return
    team = response.respondent.team
    if team not in questionnaire.team_by_id:
        yield "respondent.team", f'is "{team}"; the teams are {", ".join(questionnaire.team_by_id)}'
    yield from _moments(response.respondent)
    promised, held = response.respondent.answered, len(response.answers) + beside
    if promised is not None and held < promised:
        yield (
            "respondent.answered",
            f"says {promised}, but only {held} answers follow; the file was cut off, ask for it again",
        )
    same = written.fingerprint == questionnaire.fingerprint
    for number, identifier in enumerate(response.respondent.only or ()):
        if same and questionnaire.renamed.get(identifier, identifier) not in questionnaire.question_by_id:
            yield f"respondent.only[{number}]", f'is "{identifier}", which is not a question of this questionnaire'
    for identifier, answer in response.answers.items():
        place = f'answers."{identifier}"'
        question = questionnaire.question_by_id.get(questionnaire.renamed.get(identifier, identifier))
        if question is None:
            if same:
                yield place, "is not a question of this questionnaire; remove it or correct its name"
        elif same or _same_scale(response, question, questionnaire):
            has_same_basis = same or _has_same_meaning(response, "basis", questionnaire)
            yield from ill_fitting(question, answer, questionnaire, place, has_same_basis)


def _moments(respondent: Respondent) -> Iterator[tuple[str, str]]:
    for key, moment in (("updated", respondent.updated), ("completed", respondent.completed)):
        if moment is not None and moment < respondent.started:
            yield f"respondent.{key}", f"is {shown(moment)}, before it was started; correct one of them"


def ill_fitting(
    question: Question, answer: Answer, questionnaire: Questionnaire, place: str, has_same_basis: bool
) -> Iterator[tuple[str, str]]:
    """What in an answer does not belong to its question or its scale, below `place`."""
    allowed = (*question.facets, Facet.BASIS) if question.kind is Kind.CONTROL else question.facets
    for facet in answer.facets:
        choice = answer.choice(facet)
        assert choice is not None
        if facet not in allowed:
            names = ", ".join(item.value for item in allowed)
            yield (
                f"{place}.{facet.value}",
                f"does not belong to a {question.kind.value} question; it has {names}",
            )
            continue
        if facet is Facet.BASIS and not has_same_basis:
            continue
        scale = questionnaire.scale_of(question, facet)
        if choice not in RESERVED and scale.index(choice) is None:
            yield f"{place}.{facet.value}", f'is "{choice}"; {_expected(scale)}'


def _expected(scale: Scale) -> str:
    if scale.level is Level.ORDINAL:
        return "choose 0 to 5"
    return f"choose one of {', '.join(option.key for option in scale.options)}"


def label(scale: Scale, choice: Choice | None) -> str:
    """A choice in words, the same on screens, in reports and in files."""
    if choice is None:
        return "not answered"
    if choice in _STATES:
        return _STATES[str(choice)]
    index = scale.index(choice)
    return "not on this scale" if index is None else scale.options[index].label


_STATES = {DONT_KNOW: "don't know", NOT_APPLICABLE: "not applicable"}
