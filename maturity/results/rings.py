"""The rings of a results file: what a calendar of them is drawn from."""

from __future__ import annotations

from maturity.results.criteria import SourceResults
from maturity.results.made import ResultsModel
from maturity.results.values import MOST_ENTRIES
from questionnaires.parts import Identifier, Sentence, Title, several
from questionnaires.ring import Days


class RingResults(ResultsModel):
    """A ring as the service's documentation presets it, in days after a release."""

    id: Identifier
    """The id of the ring."""
    name: Title
    """The name of the ring."""
    deferral: Days
    """Days from the release until it is offered."""
    deadline: Days
    """Days from the offer until it has to be done."""
    grace: Days = 0
    """Days that those who come back later have besides; absent where they have none."""
    reporting: Days | None = None
    """Days after the deadline at which the service counts its objective; absent where it has none."""
    remark: Sentence | None = None
    """What to keep in mind about its days; absent where nothing is."""
    source: tuple[SourceResults, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The pages that say so."""

    @property
    def last_day(self) -> int:
        """The day after the release on which it has to be done."""
        return self.deferral + self.deadline
