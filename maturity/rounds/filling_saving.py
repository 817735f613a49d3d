"""Writes figures that a person has signed to the file of the pilot's figures: all that were accepted, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from maturity.files.actuals_template import head
from maturity.files.actuals_writing import Appended, Writing, append, append_waiting, digest_of
from maturity.files.links import is_taken
from maturity.rounds.filled import Filled
from maturity.rounds.round import Round, fit_actuals
from questionnaires import Fault, InvalidFile, name_of, one_line, parse, read_bytes
from questionnaires.actuals import Actuals, read_actuals


@dataclass(frozen=True, slots=True)
class FiguresAt:
    """A file of the pilot's figures as it was looked at, on a day, beside the round that it is about: what stands in
    it, None where there is no file yet."""

    path: Path
    there: Actuals | None
    seen: str
    found: Round
    today: dt.date

    @property
    def shown(self) -> str:
        """How messages call it."""
        return name_of(self.path)

    def check(self, actuals: Actuals) -> None:
        """Raises InvalidFile with all faults that such figures have against the round."""
        found = self.found
        fit_actuals(actuals, self.shown, found.comparison, found.criteria, found.began, self.today)


def figures_at(path: Path, found: Round, today: dt.date) -> FiguresAt:
    """The file, which has to fit the round. Raises InvalidFile with all faults of it, NotSavedError where it cannot be
    read."""
    seen = digest_of(path)
    if not is_taken(path):
        return FiguresAt(path, None, seen, found, today)
    shown = name_of(path)
    at = FiguresAt(path, read_actuals(parse(read_bytes(path), shown), shown), seen, found, today)
    assert at.there is not None
    at.check(at.there)
    return at


def save_figures(at: FiguresAt, filled: Filled, by: str, chosen: Container[str], *, waits: bool = False) -> Appended:
    """Adds the figures of which the ids are chosen, under a name. Raises InvalidFile where it is no name or the figures
    do not fit, NotSavedError where they cannot be written; the file is as it was then."""
    try:
        entries = [figure.signed(by) for figure in filled.new if figure.id in chosen]
    except ValidationError:
        words = f'is "{one_line(by, 40)}"; write the name of whoever takes the figures, in one line of up to 80 letters'
        raise InvalidFile([Fault("figures", "by", words)]) from None
    titles = {one.id: one.title for one in at.found.criteria}
    how = Writing(head(at.found.comparison, at.found.criteria, filled.rings), titles, at.seen, at.check)
    return (append_waiting if waits else append)(at.path, entries, how, within=at.path.parent)
