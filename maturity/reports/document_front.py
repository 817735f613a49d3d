"""The first page of a report, and what the pilot still has to show: for whoever reads no further."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.blocks import Block, Bullets, Link, Named, Part, Run, Strong, Table, cells, said
from maturity.reports.conflicts import conflicts, musts, named
from maturity.reports.criteria import bound, counted, now, priority_words
from maturity.reports.deciding import between, until
from maturity.reports.firmness import hanging
from maturity.reports.gate import outcomes
from maturity.reports.headline import cautions, headline
from maturity.reports.movement import movement_headline
from maturity.reports.outline import round_notice
from maturity.reports.owners import unconfirmed_owners
from maturity.results.criteria import CriterionResults
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.values import AgendaClass, Band, Outcome
from questionnaires.words import Gate, Impact, Priority
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed

MOST_DECISIONS: Final = 10
_MOST_TITLES: Final = 8


def front(results: Results, moment: dt.datetime, version: str) -> Iterator[Part]:
    """The first page, then what is missing before the pilot may end."""
    yield Part("verdict", "May the pilot end?", tuple(_verdict(results)))
    yield Part("decide", "What must be decided", tuple(_decisions(results)))
    yield Part("agreed", "Where the teams agree", tuple(_agreed(results)))
    yield Part("changed", "What changed since the round before", tuple(_changed(results)))
    yield Part("unheard", "Who has not been heard", tuple(_unheard(results)))
    yield Part("rests-on", "What this report rests on", (_provenance(results, moment, version),))
    yield Part("missing", "What the pilot has to show, and who answers for it", tuple(_missing(results)), True)


def verdict(results: Results) -> str:
    """Whether the pilot may end: by its figures; without any, by what is counted from the answers."""
    if results.gate is not None:
        return results.gate.says
    shown = musts(results)
    counts = [item.computed.passes for item in shown if item.computed is not None]
    passing, failing, rest = counts.count(True), counts.count(False), len(shown) - len(counts)
    if failing:
        verb = "is counted from the answers and does" if failing == 1 else "are counted from the answers and do"
        passes = f", {passing} {'passes' if passing == 1 else 'pass'}" if passing else ""
        measured = f"; no figures were given for the other {rest}" if rest else ""
        return f"Not yet: {failing} of {counted(len(shown), 'must', 'musts')} {verb} not pass{passes}{measured}."
    return "Not known yet: no figures of the pilot were given."


def _verdict(results: Results) -> Iterator[Block]:
    yield said(verdict(results), leads=True)
    if results.gate is not None and results.gate.cycles_say:
        yield said(results.gate.cycles_say)
    yield said(headline(results))
    if notice := round_notice(results, ""):
        yield said(notice)


def _decisions(results: Results) -> Iterator[Block]:
    first = [entry for entry in results.agenda if entry.urgency is AgendaClass.A]
    if not first:
        yield said("Nothing urgent: no question calls to be settled first.")
    else:
        shown = first[:MOST_DECISIONS]
        rows = tuple(_decision(results, place, entry) for place, entry in enumerate(shown, start=1))
        heads = ("What is open", "Who says what", "By", "Until", "Hangs on it")
        yield Table("decisions", "Settle these first, the one on which most hangs first", heads, rows, stacks=True)
    if len(first) > MOST_DECISIONS:
        rest = len(first) - MOST_DECISIONS
        yield said(f"{counted(rest, 'more question is', 'more questions are')} to settle first; see What to discuss.")
    for conflict in conflicts(results, Gate.LEAVE_PILOT):
        yield said(Strong("These limits exclude each other: "), f"{named(conflict)}. ", *conflict[0].conflict_says)


def _decision(results: Results, place: int, entry: AgendaEntry) -> tuple[Run, ...]:
    """Of several findings the first in a sentence, the others in a word."""
    found = [one for one in results.question_by_id[entry.question].findings if one.kind in entry.findings]
    also = ", ".join(FINDING_WORDS[kind] for kind in entry.findings if found and kind is not found[0].kind)
    says = " ".join(filter(None, (found[0].says if found else entry.reason, f"Also: {also}." if also else "")))
    rest = cells(says, between(results, entry), until(results, entry), hanging(entry) or "nothing counted")
    return ((f"{place}. ", Link(entry.title, f"item-{place}")), *rest)


def _agreed(results: Results) -> Iterator[Block]:
    aligned = [item for item in results.question if item.column is Band.ALIGNED]
    compared = sum(item.column is not None for item in results.question)
    if not aligned:
        yield said(f"On none of the {counted(compared, 'question', 'questions')} that can be compared yet.")
        return
    aligned.sort(key=lambda item: list(Impact).index(item.impact))
    titles = [item.title for item in aligned[:_MOST_TITLES]]
    more = f"; and {len(aligned) - _MOST_TITLES} more" if len(aligned) > _MOST_TITLES else ""
    share = f"{len(aligned)} of the {counted(compared, 'question', 'questions')} that can be compared"
    yield said(Strong(f"{share}: "), f"{'; '.join(titles)}{more}.")


def _changed(results: Results) -> Iterator[Block]:
    if results.movement is None:
        yield said("No other round was set beside this one.")
        return
    yield said(movement_headline(results.movement))


def _unheard(results: Results) -> Iterator[Block]:
    sentences = [*cautions(results), *unconfirmed_owners(results)]
    yield said(" ".join(sentences) or "Every team of the questionnaire has answered.")


def _provenance(results: Results, moment: dt.datetime, version: str) -> Named:
    asked, left_out = results.questionnaire, results.left_out
    people = [f"{team.name} {team.people}" for team in results.team]
    made = results.made_by.maturity
    computed = "" if made == version else f"; computed by maturity {made}"
    answers = sum(left_out.unknown.values()) + sum(left_out.incomparable.values())
    left = [counted(len(left_out.files), "file", "files")] if left_out.files else []
    left += [counted(answers, "answer", "answers")] if answers else []
    return Named(
        (
            ("Questionnaire", (f"{asked.id} {asked.version}, fingerprint {asked.fingerprint}",)),
            ("Round", (str(results.round),)),
            ("Teams and people", (f"{'; '.join(people) or 'none'}",)),
            ("Left out", (f"{listed(left)}, which could not be used" if left else "nothing",)),
            ("Written", (f"{_moment(moment)}, by maturity {version}{computed}",)),
        )
    )


def _moment(moment: dt.datetime) -> str:
    """`27 November 2026, 16:42 (UTC+01:00)`: offsets are understood everywhere, names of zones are not."""
    offset = moment.isoformat()[-6:]
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M} (UTC{offset})"


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""Whatever language the machine speaks."""


def _missing(results: Results) -> Iterator[Block]:
    chosen = [
        item
        for item in results.criterion
        if item.priority is Priority.MUST and item.gate in (Gate.START_PILOT, Gate.LEAVE_PILOT)
    ]
    if not chosen:
        yield said("The answers call for no must before the pilot starts or ends.")
        return
    rows = tuple(_must(results, item) for item in order_of(results, chosen))
    heads = ("What has to hold", "Threshold", "Now", "Owner")
    yield Table(
        "musts", "The musts before the pilot starts and ends; what does not pass comes first", heads, rows, stacks=True
    )
    if results.to_ask:
        yield said(Strong("Ask first, whose answer is missing most:"))
        yield Bullets(tuple((missing.says,) for missing in results.to_ask))


def order_of(results: Results, items: list[CriterionResults]) -> list[CriterionResults]:
    """What does not pass comes first, and what was not measured before what passes; otherwise as they were."""
    verdicts = {one.criterion: one.outcome for one in results.gate.verdict} if results.gate else {}
    return sorted(items, key=lambda item: _order(item, verdicts.get(item.id)))


def _order(item: CriterionResults, outcome: Outcome | None) -> int:
    if outcome is None:
        return 1 if item.computed is None else (3 if item.computed.passes else 0)
    return (Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED, Outcome.PASS).index(outcome)


def _must(results: Results, item: CriterionResults) -> tuple[Run, ...]:
    return (Link(item.title, f"criterion-{item.id}"),), (bound(item),), (state_of(results, item),), (item.owner,)


def state_of(results: Results, item: CriterionResults) -> str:
    """What is known of a criterion: its verdict, what the answers count, or that nobody has measured it."""
    if item.conflict:
        return priority_words(item).lower()
    outcome = outcomes(results).get(item.id)
    parts = [part for part in (outcome, now(item)) if part]
    if not parts:
        return "not measured" if item.gate in (Gate.START_PILOT, Gate.LEAVE_PILOT) else "not due yet"
    return "; ".join(parts)
