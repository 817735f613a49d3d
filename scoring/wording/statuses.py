"""The sentences of findings on prerequisites, and on what stands in the way of comparing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scoring.comparison.claims import absence
from scoring.comparison.nominal_findings import knowledge, knows
from scoring.counts.tally import Distribution
from scoring.wording.owners import WHY_ABSENT
from scoring.wording.sentences import Sentence, Told
from scoring.wording.words import counted, listed, where_words


def statuses(words: str) -> Sentence:
    """What every team says of a prerequisite, counted where several people of a team did."""

    def sentence(told: Told) -> str:
        (cells,) = told.item.cells.values()
        said = []
        for team, cell in cells.items():
            options = zip(told.scale.options, cell.counts, strict=True)
            counts = [(option.label.lower(), count) for option, count in options]
            counts.append(("don't know", cell.dont_know))
            several = cell.answered + cell.dont_know > 1
            given = [f"{count} {label}" if several else label for label, count in counts if count]
            if given:
                said.append(f"{told.comparison.label(team)} {', '.join(given)}")
        return f"{words}: {'; '.join(said)}."

    return sentence


def met(word: str) -> Sentence:
    """How many teams say that a prerequisite is met, who does not know, and whether the team does whom it concerns."""

    def sentence(told: Told) -> str:
        (cells,) = told.item.cells.values()
        spoke = {team: cell for team, cell in cells.items() if cell.said}
        sure = [team for team, cell in spoke.items() if knows(cell)]
        parts = [f"{counted(len(sure), len(spoke))} {'says' if len(sure) == 1 else 'say'} so"]
        for team in sure:
            if few := spoke[team].dont_know:
                people = f"{few} of {spoke[team].said} people of {told.comparison.label(team)}"
                parts.append(f"{people} {'does' if few == 1 else 'do'} not know")
        unsure = {team: (c.dont_know, c.said) for team, c in spoke.items() if c.dont_know and team not in sure}
        if unsure:
            names = _with_shares(told, unsure, "people")
            parts.append(f"{names} {'does' if len(unsure) == 1 else 'do'} not know")
        parts += _does_not_apply(told, [team for team in spoke if team not in sure and team not in unsure])
        parts += _concern(told, cells)
        return f"{word}: {'; '.join(parts)}."

    return sentence


def _concern(told: Told, cells: Mapping[str, Distribution]) -> Iterator[str]:
    """Whom it concerns first, where that team has not confirmed it; and why not, where that is not said yet."""
    first = told.item.question.concerns
    cell = cells.get(first) if first else None
    if first is None or knows(cell):
        return
    why = absence(cell, heard=first in told.comparison.teams)
    is_said = cell is not None and cell.said
    which = "" if why is None or is_said else f", which {WHY_ABSENT[why]}"
    yield f"it concerns {told.comparison.label(first)} first{which}"


def unknown(told: Told) -> str:
    """How many teams do not know, and which; of a team in which others answer, how many people do not."""
    known, unsure = knowledge(told.item.cells), told.finding.teams
    unit = "people" if len(told.item.cells) == 1 else "answers"
    names = _with_shares(told, {t: (known[t].dont_know, known[t].dont_know + known[t].answered) for t in unsure}, unit)
    # More than half of two teams or more are two at least.
    said = f"{len(unsure)} of {len(known)} teams do not know: {names}" if len(known) > 1 else f"{names} does not know"
    outside = [
        team
        for team in told.comparison.teams
        if team not in known and any(team in row and row[team].not_applicable for row in told.item.cells.values())
    ]
    return f"Mostly unknown: {'; '.join([said, *_does_not_apply(told, outside)])}."


def applicability(told: Told) -> str:
    """To which teams it does not apply, and which answer it all the same; of several facets, on which."""
    assert told.finding.facet is not None
    cells = told.item.cells[told.finding.facet]
    outside = {team: (cells[team].not_applicable, cells[team].said) for team in told.finding.teams}
    answering = [team for team, cell in cells.items() if cell.answered]
    where = where_words(told.finding.facet) if len(told.item.cells) > 1 else ""
    says, answer = ("says" if len(outside) == 1 else "say"), ("answers" if len(answering) == 1 else "answer")
    names = _with_shares(told, outside, "people")
    return f"{names} {says} that this does not apply{where}; {told.teams(answering)} {answer} it."


def _does_not_apply(told: Told, teams: Sequence[str]) -> Iterator[str]:
    if teams:
        yield f"{told.teams(teams)} {'says' if len(teams) == 1 else 'say'} that it does not apply"


def _with_shares(told: Told, teams: Mapping[str, tuple[int, int]], unit: str) -> str:
    """Teams by their labels, and of those of which only a part says so, how large that part is."""
    return listed(
        told.comparison.label(team) + (f" ({some} of {of} {unit})" if some < of else "")
        for team, (some, of) in teams.items()
    )
