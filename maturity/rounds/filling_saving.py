"""Writes figures that a person has signed to the file of the pilot's figures: all that were accepted, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from maturity.files.actuals_template import head
from maturity.files.actuals_writing import Appended, Writing, append, append_waiting, digest_of
from maturity.files.links import is_taken
from maturity.rounds.filled import FilledFigure
from maturity.rounds.round import Round, fit_actuals
from questionnaires import Fault, InvalidFile, name_of, one_line, parse, read_bytes
from questionnaires.actuals import Actuals, read_actuals


@dataclass(frozen=True, slots=True)
class FiguresAt:
    """A file of the pilot's figures as it was looked at: what stands in it, None where there is no file yet."""

    path: Path
    there: Actuals | None
    seen: str

    @property
    def shown(self) -> str:
        return name_of(self.path)


def figures_at(path: Path, found: Round, today: dt.date) -> FiguresAt:
    """The file, which has to fit the round. Raises InvalidFile with all faults of it, NotSavedError where it cannot be
    read."""
    seen = digest_of(path)
    if not is_taken(path):
        return FiguresAt(path, None, seen)
    shown = name_of(path)
    there = read_actuals(parse(read_bytes(path), shown), shown)
    fit_actuals(there, shown, found.comparison, found.criteria, found.began, today)
    return FiguresAt(path, there, seen)


def save_figures(
    at: FiguresAt,
    figures: Sequence[FilledFigure],
    rings: Sequence[str],
    by: str,
    found: Round,
    today: dt.date,
    *,
    within: Path,
    waits: bool = False,
) -> Appended:
    """Adds the figures under a name. Raises InvalidFile where it is no name or the figures do not fit, NotSavedError
    where they cannot be written; the file is as it was then."""
    try:
        entries = [figure.signed(by) for figure in figures]
    except ValidationError:
        words = f'is "{one_line(by, 40)}"; write the name of whoever takes the figures, in one line of up to 80 letters'
        raise InvalidFile([Fault("figures", "by", words)]) from None

    def fits(actuals: Actuals) -> None:
        fit_actuals(actuals, at.shown, found.comparison, found.criteria, found.began, today)

    titles = {one.id: one.title for one in found.criteria}
    how = Writing(head(found.comparison, found.criteria, rings), titles, at.seen, fits)
    return (append_waiting if waits else append)(at.path, entries, how, within=within)
