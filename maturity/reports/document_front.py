"""The first page of a report, for whoever reads no further, and the page after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from maturity.reports.blocks import Block, Bullets, Link, Part, Run, Strong, Table, cells, said
from maturity.reports.conflicts import conflicts, named
from maturity.reports.criteria import counted
from maturity.reports.deciding import between, until
from maturity.reports.document_musts import musts_table
from maturity.reports.document_next import steps
from maturity.reports.document_verdict import verdict_blocks
from maturity.reports.firmness import hanging
from maturity.reports.headline import cautions, headline
from maturity.reports.invited import deadlines, heard_in_results, out_of
from maturity.reports.movement import movement_headline
from maturity.reports.owners import unconfirmed_owners
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.sections import TeamResults
from maturity.results.values import AgendaClass, Band
from questionnaires.words import Gate, Impact
from scoring.wording.days import day_in_words
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import listed

MOST_DECISIONS: Final = 10
_MOST_OF_MANY: Final = 6
"""Where more than four teams answered, what each says takes more lines, and a page has no more."""
_MOST_TITLES: Final = 8


def front(results: Results, moment: dt.datetime, version: str) -> Iterator[Part]:
    """The first page: whether the pilot may end, what to do next, what is missing, and what must be decided."""
    yield Part("verdict", "May the pilot end?", tuple(verdict_blocks(results)))
    yield Part("next", "Next", (Bullets(tuple(steps(results, moment.date()))),))
    yield Part("missing", "What the pilot has to show, and who answers for it", tuple(musts_table(results)))
    yield Part("decide", "What must be decided", tuple(_decisions(results)))
    yield Part("rests-on", "What this report rests on", (_provenance(results, moment, version),))


def after_the_front(results: Results, today: dt.date) -> Iterator[Part]:
    """What else whoever decides should know; `today` decides who is late."""
    yield Part("agreed", "Where the teams agree", tuple(_agreed(results)))
    if results.movement or results.round > 1:
        yield Part("changed", "What changed since the round before", tuple(_changed(results)))
    yield Part("unheard", "Who has not been heard", tuple(_unheard(results, today)))


def _decisions(results: Results) -> Iterator[Block]:
    first = [entry for entry in results.agenda if entry.urgency is AgendaClass.A]
    if not first:
        yield said(_nothing_urgent(results))
    else:
        shown = first[: _most(results)]
        rows = tuple(_decision(results, place, entry) for place, entry in enumerate(shown, start=1))
        heads = ("What is open", "Who says what", "By", "Until", "Hangs on it")
        yield Table("decisions", "Settle these first, the one on which most hangs first", heads, rows, stacks=True)
    if (rest := len(first) - _most(results)) > 0:
        yield said(f"{counted(rest, 'more question is', 'more questions are')} to settle first.")
    for conflict in conflicts(results, Gate.LEAVE_PILOT):
        yield said(Strong("These limits exclude each other: "), f"{named(conflict)}. ", *conflict[0].conflict_says)


def _nothing_urgent(results: Results) -> str:
    """That nothing is to be settled first, and how much was before the room spoke."""
    done = sum(entry.urgency is AgendaClass.A for entry in (*results.settled, *results.parked))
    if not done:
        return "Nothing urgent: no question calls to be settled first."
    called = counted(
        done, "question that called to be settled first is", "questions that called to be settled first are"
    )
    return f"Nothing urgent is open: {called} settled or parked."


def _most(results: Results) -> int:
    return MOST_DECISIONS if len(results.team) <= 4 else _MOST_OF_MANY


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
    yield said(headline(results))


def _changed(results: Results) -> Iterator[Block]:
    if results.movement is None:
        yield said("No other round was set beside this one.")
        return
    yield said(movement_headline(results.movement))


def _unheard(results: Results, today: dt.date) -> Iterator[Block]:
    sentences = [*cautions(results), *unconfirmed_owners(results)]
    yield said(" ".join(sentences) or "Every team of the questionnaire has answered.")
    asked = heard_in_results(results)
    if counts := [f"{out_of(one.answered, one.asked)} of {one.name}" for one in asked if one.asked is not None]:
        yield said(Strong("Answered, of those asked: "), " ".join((f"{listed(counts)}.", *deadlines(asked, today))))
    elif asked:
        yield said(" ".join(deadlines(asked, today)))
    if results.to_ask:
        yield said(Strong("Ask first, whose answer is missing most:"))
        yield Bullets(tuple((missing.says,) for missing in results.to_ask))


def _provenance(results: Results, moment: dt.datetime, version: str) -> Block:
    asked, left_out = results.questionnaire, results.left_out
    people = [f"{team.name} {_people(team)}" for team in results.team]
    made = results.made_by.maturity
    computed = "" if made == version else f"; computed by maturity {made}"
    answers = sum(left_out.unknown.values()) + sum(left_out.incomparable.values())
    left = [counted(len(left_out.files), "file", "files")] if left_out.files else []
    left += [counted(answers, "answer", "answers")] if answers else []
    return said(
        f"Questionnaire {asked.id} {asked.version}, fingerprint {asked.fingerprint}; round {results.round}. "
        f"Teams and people: {', '.join(people) or 'none'}. "
        f"Left out: {f'{listed(left)}, which could not be used' if left else 'nothing'}. "
        f"Written {_moment(moment)}, by maturity {version}{computed}."
    )


def _people(team: TeamResults) -> str:
    """The people of a team; those of an earlier round among them stand beside those who were asked for this one."""
    if team.invited is None or team.invited.people is None:
        return str(team.people)
    answered = out_of(team.invited.answered, team.invited.people)
    return answered if team.people == team.respondents else f"{team.people} (in this round {answered})"


def _moment(moment: dt.datetime) -> str:
    """`27 November 2026, 16:42 (UTC+01:00)`: offsets are understood everywhere, names of zones are not."""
    offset = moment.isoformat()[-6:]
    return f"{day_in_words(moment.date())}, {moment:%H:%M} (UTC{offset})"
