"""The page that the teams sign: what was agreed, who owns it, what was not, and what happens when something breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from maturity.reports.agreement_control import control
from maturity.reports.agreement_open import not_agreed, objected, otherwise, parked
from maturity.reports.agreement_settled import limits, missing, owners, stages
from maturity.reports.agreement_signed import reviews, signatures
from maturity.reports.agreement_stop import stop_rule
from maturity.reports.blocks import Block, Document, Part, Strong, said
from maturity.reports.decided import discussed, overdue, standing, with_status
from maturity.results.model import Results
from questionnaires.decisions import Status

_NOTHING = "No decision is on record yet. What stands below is what the answers say: there is nothing to sign."
_CHECK = "what cannot be used is not on this page. “maturity check” says why."
_NOT_YET = "Nothing is decided yet, so that there is nothing to sign."
_SIGNING = (
    "Whoever signs agrees to what is decided here; what is not agreed stays open, and objections stand as written."
)


def agreement(results: Results, moment: dt.datetime, version: str) -> Document:
    """The page as a document, written at this moment, which has a zone, by this version of the program."""
    today = moment.date()
    opening = Part("agreement", "What this page says", tuple(_opening(results, today)))
    last = Part("agreement-sign", "Signed", tuple(signatures(results)))
    parts = (opening, *agreement_parts(results, today), *((last,) if _is_decided(results) else ()))
    subtitle = f"Agreement, round {results.round}, {today}"
    return Document(results.questionnaire.title, subtitle, f"maturity {version}", parts, len(parts))


def agreement_parts(results: Results, today: dt.date) -> Iterator[Part]:
    """Everything on the page between its opening and the lines to sign; nothing that has nothing to say."""
    found: tuple[tuple[str, str, tuple[Block, ...]], ...] = (
        ("stop", "When something breaks", tuple(stop_rule(results, today))),
        ("owners", "Who owns what", tuple(owners(results, today))),
        ("limits", "Limits and attitudes", tuple(limits(results, today))),
        ("control", "Control kept, given up or covered", tuple(control(results, today))),
        ("stages", "Stages and prerequisites agreed", tuple(stages(results, today))),
        ("missing", "What is missing", tuple(missing(results, today))),
        ("objections", "Objections", tuple(objected(results))),
        ("otherwise", "Answered otherwise since", tuple(otherwise(results))),
        ("open", "Not agreed", tuple(not_agreed(results))),
        ("parked", "Parked", tuple(parked(results, today))),
        ("reviews", "When we look again", tuple(reviews(results, today))),
    )
    for anchor, title, blocks in found:
        if blocks:
            yield Part(f"agreement-{anchor}", title, blocks)


def _is_decided(results: Results) -> bool:
    """Whether there is anything to sign: what is parked or only proposed is not."""
    return bool(with_status(results, Status.DECIDED))


def _opening(results: Results, today: dt.date) -> Iterator[Block]:
    if left := results.left_out.files:
        files = "1 file" if len(left) == 1 else f"{len(left)} files"
        yield said(Strong("Left out: "), f"{files} could not be used whole; {_CHECK}")
    if not results.decision:
        yield said(_NOTHING, leads=True)
        return
    yield said(discussed(results), leads=True)
    yield said(f"On record: {standing(results)}. {_SIGNING if _is_decided(results) else _NOT_YET}")
    if late := overdue(results, today):
        yield said(Strong(f"Overdue on {today}: "), f"{late}.")
