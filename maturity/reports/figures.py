"""Figures that saved exports tell, as text and for programs, before a person signs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import WIDTH, counted, wrapped
from maturity.reports.gates import GATES
from maturity.rounds.filled import Filled, FilledFigure, NotFilled
from questionnaires.words import SCHEMA, FileKind

PASSES: Final = "●"
MISSES: Final = "▲"
SHOWN: Final = "◇"
KNOWN: Final = "="
SO_FAR: Final = "◐"
BUILDS_LACK: Final = "Builds that are not known"
NOT_ASKED: Final = "the gate of this pilot does not ask for it"


def figures_text(filled: Filled, width: int = WIDTH, *, is_written: bool = False) -> str:
    """Everything that the files tell: what would be filled, what is only shown, and what cannot be filled and why.

    Where it `is_written`, what was filled.
    """
    lines = [*_occasion(filled, width, is_written=is_written), ""]
    done = "was" if is_written else "would be"
    for title, figures in (
        (f"What {done} filled", [one for one in filled.ready if one.is_asked]),
        (f"What {done} filled as well: {NOT_ASKED}", [one for one in filled.ready if not one.is_asked]),
        ("Only so far, and written with --so-far", [one for one in filled.new if one.is_open]),
        ("In the file already", [one for one in filled.figures if one.is_known and one.part is None]),
        ("Shown, and to be entered by a person", [one for one in filled.figures if one.part is not None]),
    ):
        if figures:
            lines += [*wrapped(title, width), "-" * min(len(title), width), ""]
            for figure in figures:
                lines += [*_figure_lines(figure, width), ""]
    if filled.lacking.says:
        lines += [BUILDS_LACK, "-" * len(BUILDS_LACK), ""]
        lines += [line for words in filled.lacking.says for line in wrapped(words, width, "- ", "  ")]
        lines += [*wrapped(to_add_builds(filled), width), "", *(f"    {line}" for line in builds_to_add(filled))]
    for title, rows in (
        ("Not filled, though a report is there", [_reason(one) for one in filled.not_filled if one.has_file]),
        ("Not filled, as other reports tell it", [_reason(one) for one in filled.not_filled if not one.has_file]),
        ("To know about the files", filled.remarks),
    ):
        if rows:
            lines += [title, "-" * len(title), ""]
            lines += [line for words in rows for line in wrapped(words, width, "- ", "  ")]
            lines.append("")
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def occasion_words(filled: Filled) -> str:
    """For what was counted: `Cycle 2, release of 2026-11 (2026-11-10)`."""
    if filled.month is None:
        return f"Cycle {filled.cycle}, no month's release: name its builds in a file, or the month yourself"
    return f"Cycle {filled.cycle}, release of {filled.month} ({filled.released})"


def to_add_builds(filled: Filled) -> str:
    """Where to write builds that are not known."""
    where = filled.own_builds or f"{FileKind.BUILDS}.toml beside the answers"
    return f"Write this into {where}, with a value for each …, and count again:"


def builds_to_add(filled: Filled) -> list[str]:
    """The lines to write there."""
    head = [] if filled.own_builds else [f'kind = "{FileKind.BUILDS}"', f"schema = {SCHEMA}", ""]
    return [*head, *filled.lacking.lines]


def place_words(figure: FilledFigure) -> str:
    """`Devices are current, first, cycle 2`."""
    cycle = f"cycle {figure.cycle}" if figure.cycle is not None else None
    return ", ".join(part for part in (figure.title, figure.ring, cycle) if part)


def value_words(figure: FilledFigure) -> str:
    """`96 % (48 of 50) so far, at least 95 %: passes`; of a part nothing is judged."""
    counts = (f" ({figure.counts})" if figure.counts else "") + (" so far" if figure.so_far else "")
    if figure.part is not None:
        return f"{figure.value}{counts}"
    if figure.is_open:
        return f"{figure.value}{counts}, {figure.bound}: open, counted until {figure.day}"
    return f"{figure.value}{counts}, {figure.bound}: {'passes' if figure.passes else 'misses'}"


def notes_of(figure: FilledFigure) -> tuple[str, ...]:
    """What to know before accepting it; first whether later days count as well."""
    return (*((figure.so_far,) if figure.so_far else ()), *figure.remarks)


def when_asked(figure: FilledFigure) -> str:
    """Of a figure that the pilot's gate does not ask for, when it is asked for."""
    return f"from these answers recommended for later: {GATES[figure.gate].lower()}"


def mark_of(figure: FilledFigure) -> str:
    """The sign of what a figure is: a part, known, open so far, passing or missing."""
    if figure.part is not None:
        return SHOWN
    if figure.is_known:
        return KNOWN
    return SO_FAR if figure.is_open else PASSES if figure.passes else MISSES


def _occasion(filled: Filled, width: int, *, is_written: bool) -> Iterator[str]:
    yield from wrapped(f"{in_short(filled, is_written=is_written)}.", width)
    yield from wrapped(f"{occasion_words(filled)}.", width)
    if filled.month is not None:
        yield from _deadlines(filled, width)
    for file in filled.files:
        yield from wrapped(f"{file.name}: {file.title}, of {file.day}.", width, "", "  ")
    if filled.own_builds is not None:
        yield from wrapped(f"{filled.own_builds}: builds, before those that come with the program.", width, "", "  ")


def _deadlines(filled: Filled, width: int) -> Iterator[str]:
    """The days that figures rest on, and who says so."""
    for words, is_named in (("as you named them", True), ("as the questionnaire says", False)):
        known = [one for one in filled.deadlines if one.days is not None and one.is_named is is_named]
        if known:
            days = ", ".join(f"{one.ring} {one.days}" for one in known)
            yield from wrapped(f"Deadlines in days after the release, {words}: {days}.", width, "", "  ")
    unknown = [one.ring for one in filled.deadlines if one.days is None]
    if unknown:
        words = f"Deadlines that are not known: {', '.join(unknown)}. Name them under [deadlines] in a file of builds"
        yield from wrapped(f"{words}, as in {json.dumps(unknown[0], ensure_ascii=False)} = 12.", width, "", "  ")


def _figure_lines(figure: FilledFigure, width: int) -> Iterator[str]:
    yield from wrapped(place_words(figure), width, f"{mark_of(figure)} ", "  ")
    yield from wrapped(value_words(figure), width, "  ")
    if not figure.is_asked:
        yield from wrapped(when_asked(figure), width, "  ")
    yield from wrapped(f"{figure.report}; {figure.day}", width, "  ")
    if figure.part is not None:
        yield from wrapped(f"not written: {figure.part}", width, "  ")
    for remark in notes_of(figure):
        yield from wrapped(remark, width, "  - ", "    ")


def _reason(one: NotFilled) -> str:
    return f"{title_of(one)}: {one.reason}"


def title_of(one: NotFilled) -> str:
    """The criterion, and the rings where only some are meant."""
    return ", ".join((one.title, *one.rings))


def figures_document(filled: Filled) -> dict[str, object]:
    """The same as plain tables and lists."""
    return {
        "month": filled.month,
        "released": filled.released,
        "cycle": filled.cycle,
        "rings": list(filled.rings),
        "file": [{"name": one.name, "export": one.title, "day": one.day} for one in filled.files],
        "figure": [_figure_table(one) for one in filled.figures],
        "not_filled": [
            {"criterion": one.criterion, "title": one.title, "rings": list(one.rings), "reason": one.reason}
            for one in filled.not_filled
        ],
        "builds_lacking": list(filled.lacking.says),
        "remarks": list(filled.remarks),
    }


def _figure_table(figure: FilledFigure) -> dict[str, object]:
    table = {
        "criterion": figure.criterion,
        "title": figure.title,
        "gate": figure.gate.value,
        "ring": figure.ring,
        "cycle": figure.cycle,
        "date": figure.day,
        "numerator": float(figure.numerator),
        "denominator": None if figure.denominator is None else float(figure.denominator),
        "value": figure.value,
        "threshold": figure.bound,
        "passes": figure.passes,
        "report": figure.report,
        "so_far": figure.so_far,
        "open": figure.is_open or None,
        "remarks": list(figure.remarks),
        "part": figure.part,
        "known": figure.is_known,
    }
    return {key: value for key, value in table.items() if value is not None}


def in_short(filled: Filled, *, is_written: bool = False) -> str:
    """`4 figures would be filled, 1 of them misses its threshold, 1 is so far; 2 are shown; 9 are not filled`."""
    new = [one for one in filled.ready if one.is_asked]
    others = len(filled.ready) - len(new)
    misses = sum(not one.passes for one in new)
    done = ("was" if len(new) == 1 else "were") if is_written else "would be"
    parts = [f"{counted(len(new), 'figure', 'figures')} {done} filled"]
    if misses:
        which = "and misses" if len(new) == 1 else f"{misses} of them {'misses' if misses == 1 else 'miss'}"
        parts[0] += f", {which} {'its threshold' if misses == 1 else 'their thresholds'}"
    if so_far := sum(one.so_far is not None for one in new):
        parts[0] += f", {so_far} of them only so far"
    if others:
        done = ("was" if others == 1 else "were") if is_written else "would be"
        parts.append(f"{others} more {done} filled, which the gate of this pilot does not ask for")
    if still := len(filled.new) - len(filled.ready):
        parts.append(f"{still} {'is' if still == 1 else 'are'} only so far and left out without --so-far")
    known = sum(one.is_known and one.part is None for one in filled.figures)
    shown = sum(one.part is not None for one in filled.figures)
    criteria = len({one.criterion for one in filled.not_filled})
    parts += [f"{known} {'stands' if known == 1 else 'stand'} in the file already"] if known else []
    parts += [f"{shown} {'is' if shown == 1 else 'are'} shown only"] if shown else []
    if criteria:
        are = "criterion that reports can tell is" if criteria == 1 else "criteria that reports can tell are"
        parts.append(f"{criteria} {are} not filled")
    return "; ".join(parts)
