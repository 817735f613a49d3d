"""A decision that is changed: what of the one before is taken over, and what is asked anew.

Whoever agreed or objected did so to one outcome, and a reason was given for it: of another nothing of that is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from maturity.rounds.drafting import Draft, Outcomes
from questionnaires.decisions import Decision, Objection, Outcome
from questionnaires.words import Facet


def changing(draft: Draft, before: Decision, decided: Mapping[Facet, Outcome] | None = None) -> Draft:
    """With who decides and who stands in as in the decision that stands; all else once the outcome is known. `decided`
    is what stands of each stage."""
    facet, outcome, decider = before.facet or draft.facet, before.outcome, before.decider or draft.decider
    return replace(
        draft,
        decider=decider,
        is_decider_known=bool(decider),
        deputy=(outcome.deputy if outcome is not None else None) or "",
        before=before,
        decided={**({facet: outcome} if outcome is not None else {}), **(decided or {})},
        safeguard_before=(outcome.safeguard if outcome is not None else None) or "",
    )


def about_its_outcome(draft: Draft) -> Draft:
    """With who agrees and objects to this outcome, and why: of the same as before all is taken over, of another nobody
    has said anything yet. A reason that somebody wrote just now outlives another outcome."""
    outcomes, last = draft.outcomes, draft.said_of
    now = replace(draft, said_of=outcomes)
    if _is_alike(draft, last, outcomes):
        return now
    told = _told_before(draft, last)[0]
    because = "" if draft.because == told else draft.because
    reason, agreed_by, objections = _told_before(draft, outcomes)
    return replace(now, because=because or reason, agreed_by=agreed_by, objections=objections)


def is_as_before(draft: Draft) -> bool:
    """Whether the outcome is the one that stands decided."""
    return _is_as_before(draft, draft.outcomes)


def is_noted(draft: Draft) -> bool:
    """Whether anything was written down, besides the outcome and who decides, that does not stand already."""
    before = draft.before
    deputy = (before.outcome.deputy if before is not None and before.outcome is not None else None) or ""
    is_said = (draft.because, draft.agreed_by, draft.objections) != _told_before(draft, draft.said_of)
    return (is_said and bool(draft.said_of)) or (draft.deputy or draft.dropped) != deputy


def _told_before(draft: Draft, outcomes: Outcomes) -> tuple[str, tuple[str, ...], tuple[Objection, ...]]:
    """What the decision before says of an outcome: why, and who agreed and objected; nothing of another one."""
    before = draft.before
    if before is None or not _is_as_before(draft, outcomes):
        return "", (), ()
    return before.because or "", before.agreed_by, before.objected_by


def _is_as_before(draft: Draft, outcomes: Outcomes) -> bool:
    stands = tuple((facet, draft.decided[facet]) for facet, _ in outcomes if facet in draft.decided)
    return bool(stands) and _is_alike(draft, stands, outcomes)


def _is_alike(draft: Draft, some: Outcomes, others: Outcomes) -> bool:
    """Whether two outcomes say the same, whoever stands in and by whichever day."""
    first, second = ([(facet, _matter(draft, one)) for facet, one in outcomes] for outcomes in (some, others))
    return first == second


def _matter(draft: Draft, outcome: Outcome) -> tuple[object, ...]:
    """What makes an outcome another one; a limit is the same as the option of its value."""
    value = outcome.value
    if value is None and outcome.option is not None:
        value = draft.scale.options[outcome.option].value
    place = outcome.option if value is None else None
    return outcome.owner, outcome.status, value, place, outcome.control, outcome.safeguard, outcome.tested_by
