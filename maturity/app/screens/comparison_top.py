"""What stands above the map of a comparison: one sentence and the few things that matter, in the rows there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from textual.content import Content

from maturity import clock
from maturity.app.screens.detail import colour_of
from maturity.app.widgets.literal import Part, row, stacked
from maturity.pictures.glyphs import GLYPHS
from maturity.reports.criteria import counted
from maturity.reports.firmness import ask_first
from maturity.reports.gate import verdict_in_short
from maturity.reports.headline import cautions, cautions_in_short, headline, headline_in_short
from maturity.reports.invited import deadlines, heard_in_results
from maturity.reports.outline import asked_in_part, round_notice
from maturity.reports.plan import overdue_in_short, overdue_sentences
from maturity.reports.verdict import verdict
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from maturity.results.values import AgendaClass

_ROOMY: Final = 30
"""From this height on everything is said in full; below it, most of the rows belong to the map."""
_ROWS: Final = 6
_MOST: Final = 13
_FIRST: Final = 3
"""How many things to settle are named."""
_LABEL: Final = 14


@dataclass(frozen=True, slots=True)
class Said:
    """Parts of a row behind a label, and what they become where there is little room."""

    label: str
    parts: tuple[Part, ...]
    in_short: tuple[Part, ...]

    def content(self) -> Content:
        """A row of its own."""
        return row((f"{self.label:<{_LABEL}}" if self.label else "", "$quiet"), *self.parts)


def top(results: Results, width: int, height: int, today: dt.date, *, is_sent: bool) -> Content:
    """The most important first, each sentence whole: on a small screen in short, on another one the last are shortened
    first. If that is not enough, fewer things to settle are named; at last sentences are left out, from the end.

    `width` is that of a row and `height` that of the whole screen; `today` decides who is late; `is_sent` where there
    are only results.
    """
    most = _MOST if height >= _ROOMY else _ROWS
    said: list[Said] = []
    for first in range(_FIRST, 0, -1):
        said = list(_rows(results, first, today, is_sent=is_sent))
        if height >= _ROOMY and (asking := ask_first(results)):
            said.append(_said("", asking, style="$quiet"))
        for place in reversed(range(len(said))):
            if height < _ROOMY or _height(said, width) > most:
                said[place] = replace(said[place], parts=said[place].in_short)
        if _height(said, width) <= most:
            break
    while len(said) > 1 and _height(said, width) > most:
        said.pop()
    return stacked(one.content() for one in said)


def _height(said: list[Said], width: int) -> int:
    return sum(one.content().get_height({}, width) for one in said)


def _said(label: str, words: str, in_short: str = "", style: str = "") -> Said:
    return Said(label, ((words, style),), ((in_short or words, style),))


def _rows(results: Results, first: int, today: dt.date, *, is_sent: bool) -> Iterator[Said]:
    """Files that are missing from everything shown, the verdict, the one sentence, what to settle, who is missing, and
    what that rests on."""
    if missing := results.left_out.files:
        why = "." if is_sent else "; x on the first screen says why."
        named = f"▲ Left out, because unusable: {', '.join(missing)}{why}"
        counts = counted(len(missing), "file", "files")
        yield _said("", named, f"▲ {counts} left out, because unusable{why}", "$error bold")
    if results.gate:
        yield _said("", results.gate.says, verdict_in_short(results.gate), "bold")
    yield _said("", headline(results), headline_in_short(results), "bold")
    if late := overdue_in_short(results, clock.today()):
        whole = " ".join(overdue_sentences(results, clock.today()))
        yield _said("", f"▲ {whole}", f"▲ {late}", "$warning bold")
    yield from _first(results, first)
    if said := " ".join(_missing(results, today)):
        yield _said("Not heard" if said.startswith("Not heard:") else "Keep in mind", *_unlabelled(results, today))
    if notice := round_notice(results, "" if is_sent else "t takes over the earlier answers."):
        style = "$warning bold" if results.partial or results.in_part else "$quiet"
        # A round that lacks what it did not ask wants a warning; what is taken over is only to be known.
        yield _said("", notice, _notice_in_short(results, is_sent=is_sent), style)
    if len(results.team) > 1 and not results.gate:
        yield _said("May it end?", verdict(results))


def _missing(results: Results, today: dt.date) -> Iterator[str]:
    """Who is missing, and until when those were asked who have not answered."""
    yield from cautions(results)
    yield from deadlines(heard_in_results(results), today)


def _unlabelled(results: Results, today: dt.date) -> tuple[str, str]:
    """Who is missing, in full and in short; the label stands before it."""
    whole, in_short = " ".join(_missing(results, today)), cautions_in_short(results)
    return whole.removeprefix("Not heard: "), in_short.removeprefix("Not heard: ")


def _first(results: Results, first: int) -> Iterator[Said]:
    """The first things to settle, each by number and title; beside the second of them how many there are."""
    urgent = [entry for entry in results.agenda if entry.urgency is AgendaClass.A]
    rest = f"of {len(urgent)} (tab 2)" if len(urgent) > first else ""
    for label, entry in zip(("Settle first", rest, ""), urgent[:first], strict=False):
        *item, verdict = _item(results, entry)
        yield Said(label or " " * _LABEL, (*item, verdict), tuple(item) if first == 1 else (*item, verdict))


def _item(results: Results, entry: AgendaEntry) -> tuple[Part, ...]:
    verdict = results.question_by_id[entry.question].verdict
    return (
        (f"{results.number_by_question[entry.question]} ", ""),
        (f"{GLYPHS[entry.column]} ", colour_of(entry.column)),
        (entry.title, "bold"),
        (f"  {verdict.says}" if verdict else "", "$quiet"),
    )


def _notice_in_short(results: Results, *, is_sent: bool) -> str:
    if results.carried is not None:
        number, without = results.carried.number, "" if is_sent else "; t leaves it out"
        return f"▲ What was not answered again is taken over from round {number}{without}."
    rest = ": the rest is unknown" if is_sent else "; t takes over the answers to the rest"
    if results.in_part:
        who = asked_in_part(results)
        teams, was = who if len(results.in_part) < 3 else (f"people of {len(results.in_part)} teams", "were")
        return f"▲ In round {results.round} {teams} {was} asked only the agenda{rest}."
    return f"▲ Round {results.round} asked only its agenda{rest}."
