"""What is documented or offered on a question, and the sources that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maturity.results.criteria import SourceResults
from maturity.results.questions import DOCUMENTED, DefaultResults, Fact
from maturity.results.rings import RingResults
from maturity.results.values import rounded
from questionnaires import Question, Questionnaire, Source


def facts_on(questionnaire: Questionnaire, question: Question) -> Iterator[Fact]:
    """Shown after answering, never before; none of it settles anything."""
    for entry in question.documented:
        owner = (
            {"customer": "the customer: us", "service": "the service"}[entry.owner]
            if entry.owner
            else "nobody is named"
        )
        yield Fact(title=DOCUMENTED, text=owner, source=_sources(questionnaire, (entry.source,)))
    if question.suggested:
        label = questionnaire.team_by_id[question.suggested].label
        yield Fact(title="Suggested by this questionnaire", text=label, remark="it settles nothing")
    if question.standing_note:
        yield Fact(title="Since then", text=question.standing_note)
    if question.offered:
        scale = questionnaire.scale_by_id[question.scale]
        steps = [
            "unknown" if option is None else f"{option} {scale.options[option].label}"
            for option in (question.offered.default, question.offered.most)
        ]
        text = steps[0] if steps[0] == steps[1] else f"by default {steps[0]}; at most {steps[1]}"
        yield Fact(title="Offered", text=text, source=_sources(questionnaire, question.offered.sources))
        yield Fact(title="Price", text=question.offered.price)
    if question.limit:
        yield Fact(title="Limit", text=question.limit.text, source=_sources(questionnaire, question.limit.sources))


def default_thresholds(questionnaire: Questionnaire, question: Question) -> Iterator[DefaultResults]:
    """The thresholds that stand where nobody answers, each once, in the order of the criteria."""
    found = (one.threshold for one in questionnaire.candidates if one.threshold.question == question.id)
    pairs = dict.fromkeys((threshold.default, threshold.basis) for threshold in found)
    yield from (DefaultResults(value=rounded(value), basis=basis) for value, basis in pairs)


def ring_results(questionnaire: Questionnaire) -> Iterator[RingResults]:
    """The rings that the questionnaire presets, in its order."""
    for ring in questionnaire.rings:
        yield RingResults(
            id=ring.id,
            name=ring.name,
            deferral=ring.deferral,
            deadline=ring.deadline,
            grace=ring.grace,
            reporting=ring.reporting,
            remark=ring.remark,
            source=_sources(questionnaire, ring.sources),
        )


def _sources(questionnaire: Questionnaire, keys: Iterable[str]) -> tuple[SourceResults, ...]:
    return tuple(source_results(questionnaire.source_by_id[key]) for key in keys)


def source_results(source: Source) -> SourceResults:
    """A source as results name it: the authors' own judgement has no date that anybody could look up."""
    if source.ours:
        return SourceResults(title=source.title, place=source.place, ours=True)
    return SourceResults(
        title=source.title,
        place=source.place,
        dated=source.dated,
        checked=source.checked,
        secondary=True if source.secondary else None,
    )
