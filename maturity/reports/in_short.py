"""The first page of a report: what to settle, and what the pilot has to show, for whoever reads no further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maturity.reports.conflicts import conflicts, musts, named
from maturity.reports.criteria import limit_told, now, owner_told, wrapped
from maturity.reports.firmness import hanging, to_ask_lines
from maturity.reports.gate_words import outcomes
from maturity.reports.owners import unconfirmed_owners
from maturity.results.criteria import CriterionResults
from maturity.results.model import Results
from maturity.results.values import AgendaClass
from questionnaires.words import Gate, Priority
from scoring.wording.findings import FINDING_WORDS


def heading(title: str) -> list[str]:
    """A title underlined, with room around it."""
    return ["", title, "=" * len(title), ""]


def in_short(results: Results, width: int, *, says_who: bool = False) -> Iterator[str]:
    """One page for whoever reads no further: what to settle, and what the pilot has to show.

    `says_who` where no agenda follows that says which teams it is about.
    """
    first = [entry for entry in results.agenda if entry.urgency is AgendaClass.A]
    to_show, excluding = musts(results), conflicts(results, Gate.LEAVE_PILOT)
    yield from heading("In short")
    if first:
        hangs = any(hanging(entry) for entry in first)
        yield f"Settle these first{', with the criteria that hang on each' if hangs else ''}:"
        yield ""
        for place, entry in enumerate(first, start=1):
            findings = ", ".join(FINDING_WORDS[kind] for kind in entry.findings)
            said = " – ".join(filter(None, (entry.title, findings, hanging(entry))))
            yield from wrapped(said, width, f"  {place:>2}. ")
            yield from wrapped(entry.reason, width, " " * 6) if says_who else ()
        yield ""
    if at_start := [one for one in results.criterion if one.gate is Gate.START_PILOT and one.priority is Priority.MUST]:
        yield f"{'Due before the pilot started' if results.is_begun else 'Before the pilot starts, show these'}:"
        yield ""
        for place, item in enumerate(at_start, start=1):
            said = " – ".join(filter(None, (item.title, limit_told(item), now(item), owner_told(item))))
            yield from wrapped(said, width, f"  {place:>2}. ")
        yield ""
    if to_show:
        yield "To end the pilot, show these:"
        yield ""
        yield from _to_show(results, to_show, width)
        yield ""
    if excluding:
        begins = "Before that, make" if to_show else "Make"
        yield f"{begins} these limits fit together, because they exclude each other:"
        yield ""
        for place, conflict in enumerate(excluding, start=1):
            yield from wrapped(named(conflict), width, f"  {place:>2}. ")
            yield from (line for said in conflict[0].conflict_says for line in wrapped(said, width, " " * 6))
        yield ""
    yield from to_ask_lines(results, width)
    for sentence in unconfirmed_owners(results):
        yield from wrapped(sentence, width)


def _to_show(results: Results, musts: Iterable[CriterionResults], width: int) -> Iterator[str]:
    """The musts to end the pilot, each with its verdict and, where it does not pass, with the figure that misses."""
    found, reasons = outcomes(results), _reasons(results)
    for place, item in enumerate(musts, start=1):
        begins = f"  {place:>2}. {f'{found[item.id]:<16}' if item.id in found else ''}"
        yield from wrapped(f"{item.title} – {limit_told(item)} – {owner_told(item)}", width, begins)
        if reason := reasons.get(item.id):
            yield from wrapped(reason, width, " " * len(begins))


def _reasons(results: Results) -> dict[str, str]:
    """By criterion why it does not pass, or who set it aside; none without figures."""
    if results.gate is None:
        return {}
    from maturity.reports.why import why_not  # where there are figures, and nowhere else

    return {verdict.criterion: why_not(verdict) for verdict in results.gate.verdict}
