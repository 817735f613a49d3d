"""How the figures are to be read, and how far they carry."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.reports.firmness import variants_tried
from maturity.results.model import Results


def how_to_read(results: Results) -> Iterator[str]:
    """What the figures mean and how far they carry, in sentences."""
    yield from conventions(results)
    yield from variants_tried(results)


def conventions(results: Results) -> Iterator[str]:
    """What the same words mean in every report, in sentences."""
    used = results.conventions
    yield f"A team's position is {used.position}."
    yield f"Evidence: {used.evidence}."
    yield f"Voting: {used.vote}."
    yield "A gap is the distance in steps of the scale between the highest and the lowest team."
    yield "The bands and the agenda's table are conventions, the same for everybody, so that reports can be compared."
    yield "Agreement is not correctness: teams can agree on something wrong."
