"""What stands above the tables of a comparison: what matters most and what it rests on, in the rows that there are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from textual.content import Content

from maturity.app.widgets.literal import row, stacked
from maturity.reports.criteria import counted
from maturity.reports.firmness import ask_first
from maturity.reports.gate import verdict_in_short
from maturity.reports.headline import cautions, cautions_in_short, headline, headline_in_short
from maturity.reports.outline import asked_in_part, round_notice
from maturity.results.model import Results

_ROOMY: Final = 30
"""From this height on everything is said in full; below it, most of the rows belong to the table."""
_ROWS: Final = 4
_MOST: Final = 8


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its style, and what it becomes where there is little room."""

    words: str
    in_short: str
    style: str = "bold"

    def content(self) -> Content:
        """The sentence as a row of its own."""
        return row((self.words, self.style))


def top(results: Results, width: int, height: int, *, is_sent: bool) -> Content:
    """The most important first, each sentence whole: the last are shortened first, and left out if that is not enough.

    `width` is that of a row and `height` that of the whole screen; `is_sent` where there are only results.
    """
    said = list(_sentences(results, is_sent=is_sent))
    most = _MOST if height >= _ROOMY else _ROWS
    for place in reversed(range(len(said))):
        if _rows(said, width) > most:
            said[place] = replace(said[place], words=said[place].in_short)
    while len(said) > 1 and _rows(said, width) > most:
        said.pop()
    return stacked(one.content() for one in said)


def _rows(said: list[Said], width: int) -> int:
    return sum(one.content().get_height({}, width) for one in said)


def _sentences(results: Results, *, is_sent: bool) -> Iterator[Said]:
    """Files that are missing from everything shown, the verdict, what to settle, and what that rests on."""
    if missing := results.left_out.files:
        why = "." if is_sent else "; x on the first screen says why."
        files = counted(len(missing), "file", "files")
        named = f"▲ Left out, because unusable: {', '.join(missing)}{why}"
        yield Said(named, f"▲ {files} left out, because unusable{why}", "$error bold")
    if results.gate:
        yield Said(results.gate.says, verdict_in_short(results.gate))
    yield Said(headline(results), headline_in_short(results))
    if notice := round_notice(results, "" if is_sent else "t takes over the earlier answers."):
        style = "$warning bold" if results.partial or results.in_part else "$quiet"
        # A round that lacks what it did not ask wants a warning; what is taken over is only to be known.
        yield Said(notice, _notice_in_short(results, is_sent=is_sent), style)
    if said := " ".join(cautions(results)):
        yield Said(said, cautions_in_short(results), "$quiet")
    if asking := ask_first(results):
        yield Said(asking, asking, "$quiet")


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
